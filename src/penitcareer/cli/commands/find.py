"""`penit find`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.streams import hint
from penitcareer.cli.words import joined
from penitcareer.domain.errors import UnknownMetier
from penitcareer.render.words.quoting import quoted, suggestion

HELP = "Chercher un métier avec des mots simples ; accents, casse, apostrophes et pluriels ne comptent pas."
WORD = 3  # letters that a word needs for its métiers to be offered instead of an error
EXAMPLES = ("penit find juge", "penit find reinsertion prison")


@reading
def run(
    call: Call,
    mots: Annotated[list[str], typer.Argument(metavar="MOTS…", help="Un ou plusieurs mots")],
) -> None:
    """Métiers that hold the words, best first."""
    reponse = call.penit.chercher(joined(mots))
    call.emit(reponse)
    if not reponse.valeur.resultats:
        hint(f"Aucun métier ne contient ces mots.{suggestion(reponse.valeur.proches)} Liste : penit list")
        raise typer.Exit(1)


def search_instead(call: Call, unknown: UnknownMetier) -> None:
    """Answer a name that no métier bears with those that speak of it, when a person reads.
    Raises the error itself when there is none, or when a program reads."""
    reponse = None if call.format in ("json", "csv") else call.penit.chercher(unknown.asked)
    if reponse is None or not reponse.valeur.complet or any(len(word) < WORD for word in reponse.valeur.mots):
        raise unknown
    hint(f"Aucun métier ne s’appelle {quoted(unknown.asked)} ; voici ceux qui en parlent.")
    call.emit(reponse)
    raise typer.Exit(1)
