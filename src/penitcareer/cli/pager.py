"""A pager for what passes one screen: PAGER, else less, else none."""

import codecs
import os
import re
import shutil
import signal
import sys
from typing import TextIO

from penitcareer.render.words.safe import fit

# -F: nothing shorter than the screen is paged; -R: colours pass; -X: the text stays after q.
LESS = "FRX"
# An option that lets colours pass, alone or among short ones, before any that takes a value.
_RAW = re.compile(r'-?[^-+bhjkoOpPtTxyzD"#]*[rR]|--(?i:raw-control-chars)')


def past_one_screen(text: str) -> bool:
    """Whether a text and the prompt after it need more rows than the terminal has. A terminal
    that says it has none is not one to page on."""
    if not (_on_terminal(sys.stdin) and _on_terminal(sys.stdout)) or os.environ.get("TERM") == "dumb":
        return False
    try:
        rows = os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False
    return 0 < rows <= text.count("\n")


def pager() -> str | None:
    """The command that pages, None for none: not wanted, or not there."""
    asked = os.environ.get("PAGER")
    if asked is None:
        return "less" if shutil.which("less") else None
    return None if asked.strip() in ("", "cat") else asked


def encoding() -> str:
    """What a pager can show: the screen's encoding, but ASCII in a locale that has no more."""
    import locale

    poor = codecs.lookup(locale.getencoding()).name == "ascii"
    return "ascii" if poor else sys.stdout.encoding


def page(command: str, text: str) -> bool:
    """Give a text to a pager and wait for its end; whether it did its work.

    The text is in a file without a name rather than in a pipe: the pager may read it at its
    pace, or not at all. Ctrl-C is for the pager, and for us only if it dies of it.
    """
    import subprocess
    import tempfile

    interruptions: list[int] = []
    environment = {"LESS": LESS, **os.environ}
    if not _colours_pass(environment["LESS"], command):
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    before = signal.signal(signal.SIGINT, lambda number, _: interruptions.append(number))
    try:
        with tempfile.TemporaryFile() as file:
            file.write(fit(text, encoding()).encode(sys.stdout.encoding))
            file.seek(0)
            code = subprocess.run(command, shell=True, stdin=file, env=environment, check=False).returncode  # noqa: S602
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    if code and interruptions:
        raise KeyboardInterrupt
    return code == 0


def _colours_pass(less: str, command: str) -> bool:
    """Whether the options of less, where a dash is not needed, or those of a command say so."""
    options = [*less.split(), *(word for word in command.split() if word.startswith("-"))]
    return any(_RAW.match(option) for option in options)


def _on_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
