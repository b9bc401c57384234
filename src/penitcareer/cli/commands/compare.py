"""`penit compare`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import metiers
from penitcareer.domain.errors import UsageProblem

HELP = "Deux à cinq métiers côte à côte : le salaire par ancienneté, l’écart au premier, puis tout le reste."
EXAMPLES = ("penit compare cpip dspip", "penit compare cpip dspip drsp --format csv")


@reading
def run(
    call: Call,
    metier: Annotated[
        list[str],
        typer.Argument(
            metavar="METIER METIER…", help="Codes, sigles, ou titres entre guillemets", autocompletion=metiers
        ),
    ],
) -> None:
    """Métiers side by side."""
    from penitcareer.domain.metiers.comparison import FEWEST, MOST, compare
    from penitcareer.render.views import comparison

    codes = tuple(dict.fromkeys(call.catalogue.code_of(name) for name in metier))
    if not FEWEST <= len(codes) <= MOST:
        raise UsageProblem(
            f"compare demande de {FEWEST} à {MOST} métiers différents et en a reçu {len(codes)}."
            " Exemple : penit compare cpip dspip"
        )
    found = [call.catalogue.metier(code) for code in codes]
    official = [call.catalogue.official(metier.corps, call.day) for metier in found]
    call.emit(compare(found, call.catalogue.rule, call.smic, official, call.catalogue.stages(call.day)), comparison)
