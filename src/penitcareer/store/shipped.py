"""The snapshot of the built-in data that a wheel carries beside them, made when the wheel is
built (hatch_build.py): a first call, a read-only home, a container cost what a warm call
costs. A source tree has none."""

import os
from typing import BinaryIO

from penitcareer import __version__
from penitcareer.store import snapshot

NAME = "catalogue.json"
KEY: snapshot.Key = [__version__]


def shipped_path(data: str) -> str:
    """Where the snapshot of a folder of built-in data stands, if it is there."""
    return os.path.join(data, NAME)


def open_shipped(data: str) -> BinaryIO | None:
    """The file of the shipped snapshot, None in a source tree."""
    try:
        return open(shipped_path(data), "rb")
    except OSError:
        return None


def make_shipped(data: str) -> bytes:
    """The snapshot to ship with a folder of built-in data: the same bytes each time."""
    from penitcareer.store.collect import collect

    return b"".join(collect(data, (), (), KEY))
