"""`penit explorer`."""

import sys
from importlib.util import find_spec

import typer

from penitcareer.cli.call import Call, looking
from penitcareer.cli.streams import INTERRUPTED
from penitcareer.domain.errors import PenitError, UsageProblem

HELP = """Tout parcourir à l’écran : les fiches se filtrent en tapant, la paie et les carrières suivent
chaque réglage. Demande Textual : pip install 'penitcareer[explorer]'."""
EXAMPLES = ("penit explorer", "penit explorer --date 2027-01")
MISSING = "L’explorateur a besoin de Textual, qui n’est pas installé. Tapez : pip install 'penitcareer[explorer]'"
NO_TERMINAL = "L’explorateur s’affiche sur un terminal : sa sortie ne se redirige pas. La liste : penit list"


@looking
def run(call: Call) -> None:
    """The screens, until one leaves them."""
    if find_spec("textual") is None:
        raise PenitError(MISSING)
    if not on_a_terminal():
        raise UsageProblem(NO_TERMINAL)
    from penitcareer.api.live import Live
    from penitcareer.explorer.app import Explorer
    from penitcareer.explorer.pane import OPTIONS, Desk
    from penitcareer.explorer.terminal import leave_with_it
    from penitcareer.render.refusals import sentence

    options = {name: f"--{option}" for name, option in OPTIONS.items()}
    desk = Desk(call.penit, Live(call.penit), lambda problem: sentence(problem, options), call.again)
    app = Explorer(desk, INTERRUPTED)
    leave_with_it(INTERRUPTED)
    app.run()
    if app.return_code:
        raise typer.Exit(app.return_code)


def on_a_terminal() -> bool:
    """Whether keys come from a terminal, and the screen goes to one."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
