"""Entry point: streams made safe, the command run, its errors turned into exit codes."""

# ruff: noqa: E402 (the collector is told before Typer is imported)
import gc

# A command lives a fraction of a second and drops little: looking for cycles while modules
# are imported would only cost instructions.
gc.set_threshold(100_000)

import os
import signal
import sys
from typing import Annotated, Any

import typer

from penitcareer.cli.group import SETTINGS, LazyGroup
from penitcareer.cli.streams import INTERRUPTED, forget, open_streams
from penitcareer.cli.tree import COMPLETION_OPTIONS
from penitcareer.store.replacing import remove_unfinished

HELP = """Les métiers des services pénitentiaires et de probation : ce qu’ils sont, ce qu’ils
paient en brut et en net, comment ils se comparent. Hors ligne, chaque chiffre avec sa source."""


def root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Afficher la version et la date des données")] = False,
) -> None:
    """What happens before a command, or without one."""
    if version:
        _print_version()
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from penitcareer.cli.helping import welcome

        sys.stdout.write(welcome())


def build_app() -> Any:
    """The root group, with no command imported yet."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        subcommand_metavar="COMMANDE [ARGUMENTS]…",
        options_metavar="[--version]",
        help=HELP,
        context_settings=SETTINGS,
    )
    app.callback()(root)
    return typer.main.get_command(app)


def main() -> None:
    """Run `penit` on the arguments of the process and exit with its code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else a job in the background
        signal.signal(signal.SIGINT, _interrupted)
    try:
        code = run(sys.argv[1:])
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the answer is given: too late to interrupt it
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run `penit`; returns its exit code. Expected errors are one sentence on stderr."""
    open_streams()
    if sys.stderr.isatty():
        _tell_progress()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        forget(sys.stdout)
        return 0
    except SystemExit as leaving:
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise  # completion leaves so
        forget(sys.stdout)  # Typer's answer to a reader that left is 1; to leave early is no failure
        return 0
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (a bug too is reported, with its traceback)
        from penitcareer.cli.errors import report

        return report(error)
    return code if isinstance(code, int) else 0


def _tell_progress() -> None:
    from penitcareer.cli.progress import Progress
    from penitcareer.store.progress import listen

    listen(Progress())


def _dispatch(arguments: list[str]) -> Any:
    """Completion and its set-up, which no command needs to pay for, or the command."""
    if arguments and arguments[0].partition("=")[0] in COMPLETION_OPTIONS:
        from penitcareer.cli.shell_setup import set_up_completion

        return set_up_completion(arguments)
    if instruction := os.environ.get("_PENIT_COMPLETE"):
        from penitcareer.cli.shells import prepare_completion

        prepare_completion(instruction)
    return build_app().main(arguments, prog_name="penit", standalone_mode=False)


def _interrupted(*_: object) -> None:
    """Ctrl-C ends the process at once. As an exception it could be lost in a callback, or come
    after the last handler, and show a traceback."""
    remove_unfinished()
    os._exit(INTERRUPTED)


def _print_version() -> None:
    from penitcareer import __version__
    from penitcareer.render.words import french
    from penitcareer.store.opening import open_catalogue

    read_on = french.day(open_catalogue().read_on.isoformat())
    sys.stdout.write(f"penit {__version__}, données du {read_on}\n")
