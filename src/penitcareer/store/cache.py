"""The snapshot on disk: private, atomic, disposable. Any failure is silent: the answer
comes from the YAML files, slower."""

import contextlib
import os
import stat

from penitcareer.store.folders import cache_folder
from penitcareer.store.replacing import replace_file

LARGEST = 256 * 1024 * 1024
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_cache(name: str) -> bytes | None:
    """The content of a cache file that is regular, ours, and not writable by others."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        descriptor = os.open(os.path.join(folder, name), _OPEN_FLAGS)
        with open(descriptor, "rb") as file:
            return file.read() if _trusted(os.fstat(descriptor)) else None
    except (OSError, ValueError):
        return None


def write_cache(name: str, content: bytes) -> None:
    """Replace a cache file in one move, if the folder allows it."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError, ValueError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        replace_file(os.path.join(folder, name), [content], mode=0o600)


def _trusted(status: os.stat_result) -> bool:
    # A file planted by someone else could make the tool say anything: it is ignored.
    mine = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    private = os.name == "nt" or not status.st_mode & 0o022
    return mine and private and stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
