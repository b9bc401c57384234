"""`penit sources`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.words import joined

HELP = "Les sources des chiffres et leur date, pour un métier ou pour tous."
EXAMPLES = ("penit sources cpip", "penit sources --format csv")


@reading
def run(
    call: Call,
    metier: Annotated[
        list[str] | None,
        typer.Argument(metavar="[METIER]", help="Code, sigle, titre ou autre nom", autocompletion=metiers),
    ] = None,
) -> None:
    """Where the figures come from."""
    call.emit(call.penit.sources(joined(metier) if metier else None))
