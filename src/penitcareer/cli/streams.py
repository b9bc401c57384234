"""The process's streams: safe to write to from the start, whatever happens to them."""

import contextlib
import io
import os
import sys
from typing import TextIO

from penitcareer.render.words.safe import HANDLER, clean, is_utf_8

INTERRUPTED = 130  # the exit code of a process that Ctrl-C ends, or whose terminal goes away


def open_streams() -> None:
    """Make sure that writing can crash neither on a sign nor on a closed stream, and that
    every system gets the same line ends: those of the text."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (lives as long as the process)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace" if is_utf_8(stream.encoding) else HANDLER, newline="")


def hint(sentence: str) -> None:
    """One line on stderr, harmless whatever it quotes; on a terminal, neither a word nor the
    command that ends it is cut."""
    text = clean(sentence).rstrip()
    if sys.stderr.isatty():
        from shutil import get_terminal_size

        from penitcareer.render.words.wrapping import wrap_steps

        text = "\n".join(wrap_steps(text, get_terminal_size().columns))
    tell(text + "\n")


def tell(text: str) -> None:
    """Write on stderr. What a stderr that is full or gone cannot take is lost: it changes
    neither the answer nor the exit code."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        forget(sys.stderr)


def forget(stream: TextIO) -> None:
    """Nobody takes what this stream writes: nothing more to say there, not even what it still
    holds when the interpreter exits."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
