"""Open the catalogue: from the cache while nothing has changed, else from the YAML files."""

import os
from contextlib import suppress

from penitcareer import __version__
from penitcareer.domain.errors import InvalidData, MissingPath, PenitError
from penitcareer.store import snapshot
from penitcareer.store.cache import read_cache, write_cache
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.folders import data_folder, user_folder, yaml_files


def open_catalogue(extra: str | None = None) -> Catalogue:
    """The catalogue, from the cache when it was made from the same files, else from YAML.

    `extra` is the file or folder of `--data`: MissingPath when it is not there,
    InvalidData when it is faulty.
    """
    data, own = data_folder(), user_files()
    added = given_files(extra) if extra is not None else []
    key = _key(data, own, added)
    name = "catalogue.json" if extra is None else "catalogue-data.json"
    cached = read_cache(name)
    known = snapshot.decode(cached, key) if cached else None
    if known is None:
        from penitcareer.store.collect import collect

        content = collect(data, own, added, key)
        write_cache(name, content)
        known = snapshot.decode(content)
        assert known is not None
    return Catalogue(known)


def user_files() -> list[str]:
    """The user's own files of métiers and corps, in order of name; none when a folder is
    absent or closed."""
    found = []
    for folder in (user_folder("metiers"), user_folder("corps")):
        with suppress(OSError):
            found += yaml_files(folder) if folder and os.path.isdir(folder) else []
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
        raise InvalidData([Fault(path, None, "", "le dossier ne peut pas être lu")]) from None
    if not found:
        raise InvalidData([Fault(path, None, "", "le dossier ne contient aucun fichier .yaml")])
    return found


def files_read(extra: str | None) -> list[str]:
    """Every file that a catalogue may be made from, for who must not write over one."""
    found = [os.path.join(folder, name) for folder, _, names in os.walk(data_folder()) for name in names]
    with suppress(PenitError):  # said when the catalogue is opened
        found += given_files(extra) if extra else []
    return found + user_files()


def _key(data: str, own: list[str], added: list[str]) -> snapshot.Key:
    """What a snapshot is made from: the version, the code that makes it, every file."""
    here = os.path.dirname(os.path.abspath(__file__))
    code = [
        os.path.join(here, name)
        for name in (
            "base_schema.py",
            "access_schema.py",
            "schema.py",
            "parameters_schema.py",
            "pay_schema.py",
            "corps_schema.py",
            "career_schema.py",
            "collect.py",
            "../domain/listing.py",
            "../domain/search.py",
            "official.py",
            "../domain/pay/grid.py",
            "../domain/career/neighbourhood.py",
        )
    ]
    names = ("parametres.yaml", "sigles.yaml", "paie.yaml", "primes.yaml", "carriere.yaml")
    files = [os.path.join(data, name) for name in names]
    files += [path for kind in ("metiers", "corps") for path in yaml_files(os.path.join(data, kind))]
    key: snapshot.Key = [[__version__, len(own), len(added)]]
    for path in (*code, *files, *own, *added):
        try:
            status = os.stat(path)
            key.append([path, status.st_size, status.st_mtime_ns])
        except OSError:
            key.append([path, -1, 0])
    return key
