"""Open the catalogue: from the snapshot that was shipped or cached while nothing has
changed, else from the YAML files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from penitcareer.domain.errors import InvalidData, MissingPath, PenitError
from penitcareer.store import shipped, snapshot
from penitcareer.store.cache import cache_name, open_cache, write_cache
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.folders import CLOSED_FOLDER, data_folder, user_folder, yaml_files
from penitcareer.store.stamps import PACKAGE, file_stamp, program_stamp

if TYPE_CHECKING:
    from datetime import date

    from penitcareer.store.reform.under import ReformFile


def open_catalogue(extra: str | None = None, reform: ReformFile | None = None, day: date | None = None) -> Catalogue:
    """The catalogue, from a snapshot made from the same files, else from YAML.

    `extra` is the file or folder of `--data`: MissingPath when it is not there,
    InvalidData when it is faulty. `reform`: what changes the law as it is read, unless `day` comes
    before it: the indices of a corps have no date of their own.
    """
    added = given_files(extra) if extra is not None else []
    name = cache_name(PACKAGE, user_folder() or "", os.path.abspath(extra) if extra is not None else "")
    snapshots = _snapshots(data_folder(), user_files(), added, name)
    if reform is None or (day is not None and day < reform.reforme.depuis):
        return Catalogue(snapshots)
    from penitcareer.store.reform.under import Reformed

    return Catalogue(Reformed(snapshot, reform) for snapshot in snapshots)


def _snapshots(data: str, own: list[str], added: list[str], name: str) -> Iterator[snapshot.Snapshot]:
    """The snapshots that hold the answer, the cheapest first: the shipped one, when no file of
    the user's changes it, the cached one, and one made from the YAML files, always sound."""
    if not own and not added and (known := snapshot.read(shipped.open_shipped(data), shipped.KEY)):
        yield known
    key = [program_stamp(data), [file_stamp(path) for path in own], [file_stamp(path) for path in added]]
    if known := snapshot.read(open_cache(name), key):
        yield known
    from penitcareer.store.collect import collect

    lines = collect(data, own, added, key)
    write_cache(name, lines)
    yield snapshot.read(open_cache(name), key) or snapshot.fresh(lines)


def user_files(closed: list[str] | None = None) -> list[str]:
    """The user's own files of métiers and corps, in order of name; none when a folder is
    absent or closed. `closed`, when given, receives the folders that cannot be read."""
    found = []
    for folder in filter(None, (user_folder("metiers"), user_folder("corps"))):
        try:
            os.stat(folder)
            found += yaml_files(folder) if os.path.isdir(folder) else []
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:
            if closed is not None:
                closed.append(folder)
    return found


def given_files(path: str) -> list[str]:
    """The YAML files that a path given by the user stands for, absolute, at least one.

    Raises MissingPath, or InvalidData for a folder that is closed or holds none.
    """
    from penitcareer.domain.checks import Fault

    if not os.path.exists(path):
        raise MissingPath(path)
    try:
        found = [os.path.abspath(name) for name in yaml_files(path)]
    except OSError:
        raise InvalidData([Fault(path, None, "", CLOSED_FOLDER)]) from None
    if not found:
        raise InvalidData([Fault(path, None, "", "le dossier ne contient aucun fichier .yaml")])
    return found


def files_read(extra: str | None) -> list[str]:
    """Every file that a catalogue may be made from, for who must not write over one."""
    found = [os.path.join(folder, name) for folder, _, names in os.walk(data_folder()) for name in names]
    with suppress(PenitError):  # said when the catalogue is opened
        found += given_files(extra) if extra else []
    return found + user_files()
