"""`penit find`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.quoting import suggestion
from penitcareer.cli.streams import hint
from penitcareer.cli.words import joined
from penitcareer.domain.errors import UsageProblem

HELP = "Chercher un métier avec des mots simples ; accents, casse, apostrophes et pluriels ne comptent pas."
EXAMPLES = ("penit find juge", "penit find reinsertion prison")


@reading
def run(
    call: Call,
    mots: Annotated[list[str], typer.Argument(metavar="MOTS…", help="Un ou plusieurs mots")],
) -> None:
    """Métiers that hold the words, best first."""
    from penitcareer.domain.metiers.search import search
    from penitcareer.domain.names import fold, nearest
    from penitcareer.render.views import search as view

    words = joined(mots)
    if not fold(words):
        raise UsageProblem("Donnez au moins un mot à chercher. Exemple : penit find juge")
    result = search(words, call.catalogue.searchables())
    call.emit(result, view)
    if not result.resultats:
        near = nearest(words, tuple(dict.fromkeys(name for name, _ in call.catalogue.names)))
        hint(f"Aucun métier ne contient ces mots.{suggestion(near)} Liste : penit list")
        raise typer.Exit(1)
