"""`penit find`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.quoting import suggestion
from penitcareer.cli.streams import hint
from penitcareer.cli.words import joined

HELP = "Chercher un métier avec des mots simples ; accents, casse, apostrophes et pluriels ne comptent pas."
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
