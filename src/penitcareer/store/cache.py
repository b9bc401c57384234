"""Snapshots on disk: private, atomic, disposable. Any failure is silent: the answer comes
from the YAML files, slower."""

import contextlib
import os
import stat
import time
import zlib
from collections.abc import Iterable
from typing import BinaryIO

from penitcareer.store.folders import cache_folder
from penitcareer.store.replacing import PREFIX, replace_file

LARGEST = 1024 * 1024 * 1024
KEPT = 8  # one an install, a configuration and a `--data`: the oldest go
FORGOTTEN = 3600  # seconds: the temporary file of a run that was killed
_SNAPSHOT = "catalogue"
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def cache_name(*parts: str) -> str:
    """The name of the cache file of a program, its configuration and its `--data`: each has
    its own, so that two used in turn do not chase each other."""
    return f"{_SNAPSHOT}-{zlib.crc32(os.fsencode(chr(0).join(parts))):08x}.json"


def open_cache(name: str) -> BinaryIO | None:
    """A cache file that is regular, ours, and not writable by others."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        descriptor = os.open(os.path.join(folder, name), _OPEN_FLAGS)
    except (OSError, ValueError):
        return None
    if _trusted(os.fstat(descriptor)):
        return open(descriptor, "rb")
    os.close(descriptor)
    return None


def write_cache(name: str, lines: Iterable[bytes]) -> None:
    """Replace a cache file in one move, if the folder allows it."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError, ValueError):
        _make_private(folder)
        replace_file(os.path.join(folder, name), lines, mode=0o600)
        _sweep(folder)


def _make_private(folder: str) -> None:
    """Our folder, and those above it that are not there yet, for their owner alone."""
    above = os.path.dirname(folder)
    if above != folder and not os.path.isdir(above):
        _make_private(above)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        with contextlib.suppress(OSError):
            os.chmod(folder, 0o700)


def _sweep(folder: str) -> None:
    """Keep the newest snapshots, and drop the temporaries of runs that were killed."""
    with os.scandir(folder) as found:
        ages = sorted((time.time() - entry.stat(follow_symlinks=False).st_mtime, entry.name) for entry in found)
    snapshots = [name for _, name in ages if name.startswith(_SNAPSHOT)]
    killed = [name for age, name in ages if name.startswith(PREFIX) and age > FORGOTTEN]
    for name in (*snapshots[KEPT:], *killed):
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(folder, name))


def _trusted(status: os.stat_result) -> bool:
    # A file planted by someone else could make the tool say anything: it is ignored.
    mine = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    private = os.name == "nt" or not status.st_mode & 0o022
    return mine and private and stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
