"""What tells that a snapshot is out of date: the program, its data, each file of the user's."""

import os
from contextlib import suppress
from typing import Any

from penitcareer import __version__
from penitcareer.store.shipped import shipped_path

Stamp = list[Any]
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def program_stamp(data: str) -> Stamp:
    """The version, with the snapshot that an installed package ships, else with every file
    of the source tree: code and data may have been edited."""
    shipped = shipped_path(data)
    return [__version__, *(file_stamp(shipped) if os.path.exists(shipped) else _tree_stamp(PACKAGE, data))]


def file_stamp(path: str) -> Stamp:
    """A file as last changed. An edit may keep its size, and its date be set back: the time
    of its last change of any kind and its inode say so, where the system has them."""
    try:
        status = os.stat(path)
    except OSError:
        return [path]
    return [path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def _tree_stamp(*folders: str) -> Stamp:
    """How many files stand under these folders, their size, and the newest change of any."""
    files = size = newest = 0
    pending = list(folders)
    while pending:
        with suppress(OSError), os.scandir(pending.pop()) as found:
            for entry in found:
                if entry.name == "__pycache__" or entry.name[0] == ".":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                    continue
                status = entry.stat()
                files += 1
                size += status.st_size
                newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
    return [*folders, files, size, newest]
