"""Run a command in a clean environment, towards a pipe or a terminal, and time it."""

import compileall
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.cases import PENIT, SOURCE

ROWS, COLUMNS = 50, 80
# ru_maxrss survives exec: a small interpreter starts the command, so that the peak of the
# benchmark itself is not counted as the command's.
PEAK_PROGRAM = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print()  # what the command wrote may lack its last line break
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, code)
"""
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes on macOS, kilobytes elsewhere


class CommandFailed(Exception):
    """A measured command did not do its work: its time would mean nothing."""


class Finished(NamedTuple):
    """A command that ended well: how long it took, and what it wrote."""

    seconds: float
    output: bytes


Runner = Callable[[Sequence[str], Mapping[str, str]], Finished]


def prepare() -> None:
    """Compile the program's byte-code, as an installation does; refuse to go without it."""
    if not os.path.exists(PENIT):
        raise SystemExit(f"{PENIT} n’existe pas : installez d’abord le projet (make demo).")
    compileall.compile_dir(SOURCE, quiet=1)


def clean_environment(home: Path) -> dict[str, str]:
    """What a command sees: nothing of ours but PATH, its own home, cache and configuration."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "TERM": "xterm-256color",
        "PAGER": "cat",
    }


def run_piped(command: Sequence[str], environment: Mapping[str, str]) -> Finished:
    """Run a command whose output is a pipe."""
    start = time.perf_counter()
    process = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    seconds = time.perf_counter() - start
    return _checked(command, process.returncode, seconds, process.stdout, process.stderr)


def run_in_terminal(command: Sequence[str], environment: Mapping[str, str]) -> Finished:
    """Run a command whose three streams are a terminal, read as fast as it writes."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        output = _drain(ours)
    seconds = time.perf_counter() - start
    os.close(ours)
    return _checked(command, process.returncode, seconds, output, output)


def peak_memory(runner: Runner, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """The most memory a command held at once, in bytes."""
    starter = (sys.executable, "-S", "-c", PEAK_PROGRAM, *command)
    *_, peak, code = runner(starter, environment).output.split()
    if int(code) != 0:
        raise CommandFailed(f"{' '.join(command)} : code {int(code)}")
    return int(peak) * MAXRSS_UNIT


def progress(text: str) -> None:
    """One line on a terminal that shows the benchmark, rewritten in place; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def _drain(descriptor: int) -> bytes:
    """Everything a terminal shows until its last writer leaves."""
    pieces = []
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # EIO: how Linux says that nobody holds the terminal any more
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces)


def _checked(command: Sequence[str], code: int, seconds: float, output: bytes, said: bytes) -> Finished:
    if code != 0:
        raise CommandFailed(f"{' '.join(command)} : code {code}\n{said.decode(errors='replace')}")
    return Finished(seconds, output)
