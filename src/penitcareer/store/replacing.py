"""Replace a file in one move: a reader sees the old one or the new one, whole."""

import contextlib
import os
from collections.abc import Callable, Iterable
from typing import IO

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
PREFIX = ".penit-"  # of what is not finished
_unfinished: set[str] = set()


def replace_file(path: str, content: Iterable[bytes], mode: int | None = None) -> None:
    """Write a file under a name of its own, beside `path`, then rename it. It gets this mode,
    or what the mask gives a new file. Raises OSError, and leaves nothing then."""
    replace_by(path, lambda file: file.writelines(content), mode)


def replace_by(path: str, write: Callable[[IO[bytes]], None], mode: int | None = None) -> None:
    """The same for what writes itself in the file; whatever it raises, nothing is left."""
    temporary = os.path.join(os.path.dirname(path), f"{PREFIX}{os.urandom(8).hex()}")
    _unfinished.add(temporary)  # before it exists: no moment when it could be left
    try:
        descriptor = os.open(temporary, _NEW, 0o666 if mode is None else mode)
        with open(descriptor, "wb") as file:
            write(file)
        if mode is not None:
            with contextlib.suppress(OSError):  # some file systems have no modes
                os.chmod(temporary, mode)
        os.replace(temporary, path)
    finally:
        _remove(temporary)
        _unfinished.discard(temporary)


def remove_unfinished() -> None:
    """Remove what the process was writing: for who ends it at once."""
    for temporary in tuple(_unfinished):
        _remove(temporary)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):  # it is not there: never made, or renamed
        os.unlink(path)
