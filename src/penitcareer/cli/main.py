"""Entry point: streams made safe, the command run, its errors turned into exit codes."""

import os
import sys
from typing import Annotated, Any

import typer

from penitcareer.cli.group import COMPLETION_OPTIONS, SETTINGS, LazyGroup

HELP = """Les métiers des services pénitentiaires et de probation : ce qu’ils sont, ce qu’ils
paient en brut et en net, comment ils se comparent. Hors ligne, chaque chiffre avec sa source."""

WELCOME = """penit : salaires et carrières des métiers pénitentiaires, hors ligne et sourcés.

  penit show cpip             la fiche d’un métier
  penit compare cpip dspip    deux métiers côte à côte
  penit net 3500              du brut au net, estimé

Tout le reste : penit --help
"""


def root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Afficher la version et la date des données")] = False,
) -> None:
    """What happens before a command, or without one."""
    if version:
        _print_version()
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        sys.stdout.write(WELCOME)


def build_app() -> Any:
    """The root group, with no command imported yet."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        subcommand_metavar="COMMANDE [ARGUMENTS]…",
        options_metavar="[OPTIONS]",
        help=HELP,
        context_settings=SETTINGS,
    )
    app.callback()(root)
    return typer.main.get_command(app)


def main() -> None:
    """Run `penit` on the arguments of the process and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run `penit`; returns its exit code. Expected errors are one sentence on stderr."""
    _open_streams()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except SystemExit as leaving:
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise  # completion leaves so
        _forget_stdout()  # Typer's answer to a reader that left is 1; to leave early is no failure
        return 0
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:  # noqa: BLE001 (a bug too is reported, with its traceback)
        from penitcareer.cli.errors import report

        return report(error)
    return code if isinstance(code, int) else 0


def _dispatch(arguments: list[str]) -> Any:
    """Completion and its set-up, which no command needs to pay for, or the command."""
    if arguments and arguments[0].partition("=")[0] in COMPLETION_OPTIONS:
        from penitcareer.cli.shell_setup import set_up_completion

        return set_up_completion(arguments)
    if instruction := os.environ.get("_PENIT_COMPLETE"):
        from penitcareer.cli.shells import prepare_completion

        prepare_completion(instruction)
    return build_app().main(arguments, prog_name="penit", standalone_mode=False)


def _open_streams() -> None:
    """Make sure that writing can neither crash on a sign nor on a closed stream."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (lives as long as the process)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
            stream.reconfigure(errors="replace")
        else:
            from penitcareer.render.safe import HANDLER

            stream.reconfigure(errors=HANDLER)


def _forget_stdout() -> None:
    """The reader left: nothing more to say to it, not even when the interpreter exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version() -> None:
    from penitcareer import __version__
    from penitcareer.render import french
    from penitcareer.store.opening import open_catalogue

    read_on = french.day(open_catalogue().read_on.isoformat())
    sys.stdout.write(f"penit {__version__}, données du {read_on}\n")
