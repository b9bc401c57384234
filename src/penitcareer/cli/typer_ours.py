# ruff: noqa: PLC0414 (`as` is how mypy knows a name that is meant to be taken from here)
"""All that we hold of Typer beyond its public face, in one place: what a new Typer may break.

Each name is imported when first asked for: a command needs the first three, completion the
others. The bound on Typer's version, what it would cost to lift and what would lift it are
in docs/decisions/typer-pin.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typer._click.core import Command as Command
    from typer._click.core import Context as Context
    from typer._click.formatting import HelpFormatter as HelpFormatter
    from typer._click.shell_completion import CompletionItem as CompletionItem
    from typer._click.shell_completion import ShellComplete as ShellComplete
    from typer._click.shell_completion import add_completion_class as add_completion_class
    from typer._completion_classes import BashComplete as BashComplete
    from typer._completion_classes import FishComplete as FishComplete
    from typer._completion_classes import PowerShellComplete as PowerShellComplete
    from typer._completion_classes import ZshComplete as ZshComplete
    from typer.completion import get_completion_script as get_completion_script  # type: ignore[attr-defined]
    from typer.core import TyperCommand as TyperCommand
    from typer.core import TyperGroup as TyperGroup
    from typer.exceptions import TyperException as TyperException

_HOMES = {
    "TyperCommand": "typer.core",
    "TyperGroup": "typer.core",
    "TyperException": "typer.exceptions",
    "HelpFormatter": "typer._click.formatting",
    "CompletionItem": "typer._click.shell_completion",
    "ShellComplete": "typer._click.shell_completion",
    "add_completion_class": "typer._click.shell_completion",
    "BashComplete": "typer._completion_classes",
    "FishComplete": "typer._completion_classes",
    "PowerShellComplete": "typer._completion_classes",
    "ZshComplete": "typer._completion_classes",
    "get_completion_script": "typer.completion",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(home), name)
