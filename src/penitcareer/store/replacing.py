"""Replace a file in one move: a reader sees the old one or the new one, whole."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
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
    with _temporary(os.path.dirname(path)) as temporary:
        with open(temporary, "wb", opener=lambda name, _: os.open(name, _NEW, 0o666 if mode is None else mode)) as file:
            write(file)
        if mode is not None:
            with contextlib.suppress(OSError):  # some file systems have no modes
                os.chmod(temporary, mode)
        os.replace(temporary, path)


@contextlib.contextmanager
def folder_beside(file: IO[bytes]) -> Iterator[str]:
    """A private folder for the parts of what is being written, gone afterwards: beside the file, where
    there is room for it, or with the temporary files when this has no place of its own, as a pipe."""
    if isinstance(file.name, str):
        place = os.path.dirname(file.name)
    else:
        from tempfile import gettempdir

        place = gettempdir()
    with _temporary(place) as folder:
        os.mkdir(folder, 0o700)
        yield folder


@contextlib.contextmanager
def _temporary(place: str) -> Iterator[str]:
    """A name of its own, under which nothing is left."""
    path = os.path.join(place, f"{PREFIX}{os.urandom(8).hex()}")
    _unfinished.add(path)  # before it exists: no moment when it could be left
    try:
        yield path
    finally:
        _remove(path)
        _unfinished.discard(path)


def remove_unfinished() -> None:
    """Remove what the process was writing: for who ends it at once."""
    for temporary in tuple(_unfinished):
        _remove(temporary)


def _remove(path: str) -> None:
    if os.path.isdir(path):
        import shutil

        shutil.rmtree(path, ignore_errors=True)
    with contextlib.suppress(OSError):  # it is not there: never made, or renamed
        os.unlink(path)
