"""Run a hostile call in this process by the real entry, and say what it broke."""

import os
import re
import signal
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.fuzz.calls import FILE, Case
from tests.support import Result, penit, without_colours

CODES = (0, 1, 2, 130)
LONGEST_SECONDS = 20
MOST_REMARKS = 3  # on stderr, beside an answer; without one, an error is one sentence, warnings apart


class TooLong(BaseException):
    """A call that does not end; nothing of `penit` catches it."""


def broken(one: Case, folder: Path) -> str | None:
    """What a call breaks of what is promised to every call, None for nothing."""
    for left in folder.iterdir():  # by the case before
        left.unlink()
    if one.fichier is not None:
        (folder / FILE).write_bytes(one.fichier.encode("utf-8", "surrogateescape"))
    try:
        with within(folder), bounded():
            result = _run(one)
    except BaseException as error:  # noqa: BLE001 (the very thing looked for)
        return f"{type(error).__name__}: {error}"
    return _broken_promise(result, any(folder.iterdir()), one.terminal)


def _run(one: Case) -> Result:
    before = dict(os.environ)
    os.environ.update(one.environment)
    try:
        return penit(*one.arguments, tty=one.terminal)
    finally:
        os.environ.clear()
        os.environ.update(before)


def _broken_promise(result: Result, wrote: bool, terminal: bool) -> str | None:
    if "Traceback (most recent" in result.err:
        return result.err
    if result.code not in CODES:
        return f"code {result.code}"
    for name, text in (("stdout", result.out), ("stderr", result.err)):
        sign = _control(without_colours(text) if name == "stdout" else text)
        if sign is not None:
            return f"{sign!r} on {name}: {text[:300]!r}"
    if result.code and not (result.out or result.err or wrote):
        return f"code {result.code} without a word"
    sentences = [line for line in result.err.split("\n") if line and not line.startswith("Attention")]
    most = MOST_REMARKS if result.out or wrote else 1
    if (len(sentences) > most and not terminal) or len(result.err) > 2000:  # a terminal wraps its sentences
        return f"more than a sentence: {result.err[:3000]!r}"
    return None


def _control(text: str) -> str | None:
    """The first sign of a text that could steer a terminal."""
    signs = (sign for sign in re.findall(r"[^\n\r -~]", text) if unicodedata.category(sign) == "Cc")
    return next(signs, None)


@contextmanager
def within(folder: Path) -> Iterator[None]:
    """The working folder of a case: whatever it writes by name stays there."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what does not end, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: Any) -> None:
        raise TooLong(f"more than {LONGEST_SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
