"""`penit aide`."""

import sys
from typing import Annotated, Any

import typer

from penitcareer.cli import types
from penitcareer.cli.words import joined

HELP = "L’aide : celle du programme, d’une commande, des sorties (codes, options, variables) ou de la complétion."
EXAMPLES = ("penit aide paie", "penit aide sorties")


def _subjects() -> list[str]:
    from penitcareer.cli.helping import SUBJECTS
    from penitcareer.cli.tree import COMMANDS

    return [*COMMANDS, *SUBJECTS]


def run(
    ctx: typer.Context,
    sujet: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUJET]", help="Une commande, sorties ou completion", autocompletion=_subjects),
    ] = None,
) -> None:
    """Help on a subject, as `--help` gives it on a command."""
    sys.stdout.write(_help_on(ctx.parent, joined(sujet or [])) + "\n")


def _help_on(root: Any, subject: str) -> str:
    from penitcareer.cli.helping import SUBJECTS, in_full_width, write_subject
    from penitcareer.cli.tree import command_named

    if not subject:
        return str(root.command.get_help(root))
    name = command_named(subject) or types.choose("aide", subject, tuple(_subjects()))
    if name not in SUBJECTS:
        command = root.command.get_command(root, name)
        return str(command.get_help(command.make_context(name, ["--"], parent=root, resilient_parsing=True)))
    in_full_width(root)
    formatter = root.make_formatter()
    write_subject(formatter, name)
    return str(formatter.getvalue().rstrip("\n"))
