"""The options of a reform, for the commands whose answer the law decides; the others do not load them."""

from collections.abc import Callable
from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import TyperOptions, reading

REFORM: TyperOptions = {
    "reforme": (
        Annotated[str | None, types.text("--reforme", "FICHIER", "Répondre sous une réforme, écrite en YAML")],
        None,
    ),
    "contre_droit": (
        Annotated[bool, typer.Option("--contre-droit", help="Avec --reforme : les deux lois, et l’écart")],
        False,
    ),
}


def reading_law(function: Callable[..., None]) -> Callable[..., None]:
    """The same as `reading`, with those of a reform."""
    return reading(function, REFORM)
