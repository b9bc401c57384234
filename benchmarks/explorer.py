"""What a key costs in `penit explorer`, on a terminal, with two thousand métiers in the user's folder.

.venv/bin/python -m benchmarks.explorer
"""

import os
import select
import signal
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import tables
from benchmarks.cases import penit
from benchmarks.generated import write_metiers
from benchmarks.processes import clean_environment, prepare, progress

METIERS, PER_FILE = 2_000, 100
ROUNDS = 5
ROWS, COLUMNS = 24, 80
MOST_START, MOST_KEY = 0.6, 0.05  # seconds
QUIET = 0.25  # seconds without a word from the explorer: it has answered
FIRST_WORD = 5.0  # seconds that a busy machine may take to say the first one
SEEN = b"CPIP"  # in the first screen, under the cursor
SETTLED = 5.0  # seconds in which it makes ready what the next keys need
HEADINGS = ("ce que l’on fait", "processeur", "affiché en", "cible")
DOWN, RIGHT, END, TAB, ESCAPE, PALETTE = "\x1b[B", "\x1b[C", "\x1b[F", "\t", "\x1b", "\x10"
F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
# What is done, and the keys that do it: the last one is timed.
KEYS = (
    ("descendre dans la liste", (DOWN,)),
    ("une autre partie de la fiche", (RIGHT,)),
    ("aller au bout de la liste", (END,)),
    ("ouvrir la palette", (PALETTE,)),
    ("une lettre dans la palette", ("p",)),
    ("quitter la palette", (ESCAPE,)),
    ("aller au filtre", ("/",)),
    ("une lettre du filtre", ("t",)),
    ("une autre", ("e",)),
    ("changer de filière", (TAB, RIGHT)),
    ("ouvrir Paie", (F3,)),
    ("changer de corps", (RIGHT,)),
    ("changer d’échelon", (DOWN, DOWN, RIGHT)),
    ("changer de zone", (DOWN, RIGHT)),
    ("ouvrir Carrière", (F4,)),
    ("changer de métier", (RIGHT,)),
    ("ouvrir Profil", (F5,)),
    ("dire un diplôme", (RIGHT,)),
    ("dire un âge", (DOWN, DOWN, RIGHT)),
    ("ouvrir Comparer", (F2,)),
    ("ouvrir l’aide", ("?",)),
)


class Cost(NamedTuple):
    """Processor time, and time until the last word of the answer, in seconds."""

    busy: float
    shown: float


class Session:
    """The explorer on a terminal of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]", terminal: int) -> None:
        self._process, self._terminal = process, terminal

    def start(self, since: float) -> Cost:
        """Until the first screen; what is made ready after it is not counted."""
        shown = b""
        while SEEN not in shown:
            shown += os.read(self._terminal, 65536)
        cost = self._answered(since, 0.0, QUIET)
        time.sleep(SETTLED)
        return cost

    def press(self, keys: Sequence[str]) -> Cost:
        """Until the answer to the last of some keys."""
        *before, last = keys
        for key in before:
            os.write(self._terminal, key.encode())
            self._answered(time.perf_counter(), 0.0, QUIET)
        busy, since = self._busy(), time.perf_counter()
        os.write(self._terminal, last.encode())
        return self._answered(since, busy, QUIET)

    def _answered(self, since: float, busy: float, quiet: float) -> Cost:
        shown, spent, patience = time.perf_counter(), self._busy(), FIRST_WORD
        while select.select([self._terminal], [], [], patience)[0]:
            os.read(self._terminal, 65536)
            shown, spent, patience = time.perf_counter(), self._busy(), quiet
        return Cost(spent - busy, shown - since)

    def _busy(self) -> float:
        """Processor time of every thread, in seconds."""
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def main() -> None:
    """Print the table."""
    from tempfile import TemporaryDirectory

    prepare()
    with TemporaryDirectory() as name:
        home = Path(name)
        write_metiers(home / "config" / "penitcareer" / "metiers", METIERS, PER_FILE)
        environment = clean_environment(home)
        subprocess.run(penit("list"), env=environment, stdout=subprocess.DEVNULL, check=True)  # fill the cache
        rounds = [_round(environment | {"XDG_STATE_HOME": str(home / str(turn))}, turn) for turn in range(ROUNDS)]
    progress("")
    rows = [_row(label, [one[label] for one in rounds]) for label in rounds[0]]
    print(tables.to_text(tables.Table(HEADINGS, rows), markdown=False), end="")
    print(f"\n{METIERS} métiers inventés, terminal de {COLUMNS} × {ROWS}. Médiane de {ROUNDS}, première ouverture.")


def _round(environment: Mapping[str, str], turn: int) -> dict[str, Cost]:
    """The explorer opened once, each key pressed once."""
    progress(f"explorer, tour {turn + 1} sur {ROUNDS}")
    since = time.perf_counter()
    with _opened(environment) as session:
        return {"démarrer": session.start(since), **{label: session.press(keys) for label, keys in KEYS}}


@contextmanager
def _opened(environment: Mapping[str, str]) -> Iterator[Session]:
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    command = penit("explorer")
    with subprocess.Popen(
        command, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        yield Session(process, ours)
        process.send_signal(signal.SIGKILL)
    os.close(ours)


def _row(label: str, costs: list[Cost]) -> tuple[str, ...]:
    busy, shown = median(cost.busy for cost in costs), median(cost.shown for cost in costs)
    most = MOST_START if label == "démarrer" else MOST_KEY
    return label, tables.milliseconds(busy), tables.milliseconds(shown), tables.target(busy, most, tables.milliseconds)


if __name__ == "__main__":
    main()
