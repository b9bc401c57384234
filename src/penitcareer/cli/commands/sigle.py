"""`penit sigle`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import sigles
from penitcareer.cli.words import joined

HELP = "Ce que veut dire un sigle ou un mot de la paie ; sans argument, tous ceux que le catalogue explique."
EXAMPLES = ("penit sigle PPSMJ", "penit sigle quotité")


@reading
def run(
    call: Call,
    sigle: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SIGLE]", help="Le sigle ou le mot, majuscules ou non", autocompletion=sigles),
    ] = None,
) -> None:
    """One acronym, or all of them."""
    call.emit(call.penit.sigle(joined(sigle) if sigle else None))
