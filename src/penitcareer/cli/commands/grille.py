"""`penit grille`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import corps as complete
from penitcareer.cli.words import joined

HELP = """Les grades et échelons d’un corps : indices, durées, traitement et net. Un indice non
sourcé se dit. Sans corps, la liste des corps."""
EXAMPLES = ("penit grille aae", "penit grille dsp --grade hors_classe --zone 1")


@reading
def run(
    call: Call,
    corps: Annotated[
        list[str] | None, typer.Argument(metavar="[CORPS]", help="Corps ou métier", autocompletion=complete)
    ] = None,
    grade: Annotated[str | None, types.text("--grade", "GRADE", "Un seul grade")] = None,
    zone: Annotated[int | None, types.zone()] = None,
) -> None:
    """The grid of a corps, or the list of corps."""
    from penitcareer.domain.pay.grid import GridList, grid_of
    from penitcareer.domain.pay.law import law_at
    from penitcareer.render.views import grid, grid_list

    catalogue = call.catalogue
    law = law_at(catalogue.pay_rules, call.day)
    if corps:
        call.emit(grid_of(law, catalogue.pay_books, catalogue.corps_of(joined(corps)), zone, grade), grid)
        return
    call.emit(GridList(tuple(grid_of(law, catalogue.pay_books, item, zone) for item in catalogue.corps)), grid_list)
