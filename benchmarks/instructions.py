"""How many machine instructions a command executes, counted by callgrind.

Instructions vary by less than 1 % from one run to the next, where times on a shared
machine vary by 30 %: a target on them can be held.
"""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.processes import CommandFailed, Runner

COLLECTED = re.compile(r"Collected : (\d+)")


def available() -> bool:
    """Whether valgrind is installed."""
    return shutil.which("valgrind") is not None


def count(runner: Runner, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Instructions executed by a command, run towards a pipe or a terminal by `runner`."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        log = Path(folder) / "valgrind.log"  # its report would otherwise go to the terminal measured
        valgrind = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}")
        runner((*valgrind, *command), environment)
        found = COLLECTED.search(log.read_text(errors="replace"))
    if found is None:
        raise CommandFailed(f"callgrind n’a rien compté pour {' '.join(command)}")
    return int(found[1])
