"""`penit compare`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call
from penitcareer.cli.completion import metiers
from penitcareer.cli.reforming import reading_law

HELP = "Deux à cinq métiers côte à côte : leur net, l’écart au premier, puis ce qui les distingue."
EXAMPLES = ("penit compare cpip dspip", "penit compare cpip dspip drsp --format csv")


@reading_law
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
    call.emit(call.penit.comparer(*metier))
