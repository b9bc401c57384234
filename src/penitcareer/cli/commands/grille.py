"""`penit grille`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call
from penitcareer.cli.completion import corps as complete
from penitcareer.cli.reforming import reading_law
from penitcareer.cli.words import joined

HELP = """Les grades et échelons d’un corps : indices, durées, traitement et net. Les indices sans
source sont signalés. Sans corps, la liste des corps."""
EXAMPLES = ("penit grille aae", "penit grille dsp --grade hors_classe --zone 1")


@reading_law
def run(
    call: Call,
    corps: Annotated[
        list[str] | None, typer.Argument(metavar="[CORPS]", help="Corps ou métier", autocompletion=complete)
    ] = None,
    grade: Annotated[str | None, types.text("--grade", "GRADE", "Un seul grade")] = None,
    zone: Annotated[int | None, types.zone()] = None,
) -> None:
    """The grid of a corps, or the list of corps."""
    if corps:
        call.emit(call.penit.grille(joined(corps), grade=grade, zone=zone))
    else:
        call.emit(call.penit.grille(zone=zone))
