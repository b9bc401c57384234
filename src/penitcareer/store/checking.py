"""Validate files of métiers or of corps and say everything that is wrong with them."""

import json
from collections.abc import Iterable

from penitcareer.domain.checks import CheckReport, Fault
from penitcareer.domain.errors import InvalidData
from penitcareer.store.collect import codes_in, content_of, is_reform
from penitcareer.store.folders import CLOSED_FOLDER
from penitcareer.store.progress import followed
from penitcareer.store.reading.door import model_of
from penitcareer.store.reading.faults import Faults
from penitcareer.store.reading.roots import ROOTS
from penitcareer.store.reading.yaml_loader import load_yaml


def check_files(paths: Iterable[str], folder: str | None = None, closed: Iterable[str] = ()) -> CheckReport:
    """Every fault of every file. A code that two files define is a fault of the second.
    `folder` is the user's own when these are its files; `closed`, those that cannot be
    read."""
    files, count = [], 0
    found = Faults()
    found.add([Fault(path, None, "", CLOSED_FOLDER) for path in closed])
    defined: dict[tuple[str, str], str] = {}
    for path in followed(list(paths)):
        files.append(path)
        try:
            records = _records(path)
        except InvalidData as error:
            found.add(error.faults, error.omitted)
            continue
        count += len(records)
        for kind, field, code in records:
            first = defined.setdefault((kind, code), path)
            if first != path:
                found.add([Fault(path, None, field, f"le code {code} est déjà dans {first}")])
    return CheckReport(tuple(files), count, tuple(found.kept), found.omitted, folder)


def _records(path: str) -> list[tuple[str, str, str]]:
    """The kind, the field and the code of each record of a file; a reform, which is checked
    against the law and the corps that it changes, has none. Raises InvalidData."""
    value = load_yaml(path)
    if not is_reform(value):
        return codes_in(content_of(path, value))
    from penitcareer.store.opening import open_catalogue
    from penitcareer.store.reform.under import ReformFile

    len(open_catalogue(reform=ReformFile(path)).corps)  # each is changed as it is read
    return []


def json_schema(kind: str = "metiers") -> str:
    """The JSON Schema of a kind of data file, for editors."""
    return json.dumps(model_of(ROOTS[kind]).model_json_schema(), ensure_ascii=False, indent=2) + "\n"
