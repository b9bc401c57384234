"""What an editor is told of the data files: schemas that are current, and which file has which."""

import re
from importlib.metadata import version

import pytest

from penitcareer.store.checking import json_schema
from penitcareer.store.reading.roots import ROOTS
from tests.support import DATA, ROOT

FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))
PINNED = re.search(r"^pydantic==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)


def kind_of(path: str) -> str:
    """The kind of a file of the built-in data, by its path there."""
    folder, _, _ = path.rpartition("/")
    return folder or {"metiers.yaml": "carte"}.get(path) or path.removesuffix(".yaml")


@pytest.mark.skipif(PINNED is None or version("pydantic") != PINNED[1], reason="another pydantic words them otherwise")
@pytest.mark.parametrize("kind", ROOTS)
def test_each_schema_is_the_one_the_records_make(kind: str) -> None:
    kept = (ROOT / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    assert kept == json_schema(kind), "make docs"


def test_no_schema_is_left_over() -> None:
    assert sorted(path.stem for path in (ROOT / "schemas").iterdir()) == sorted(ROOTS)


def test_the_first_line_of_each_file_leads_to_its_schema() -> None:
    for name in FILES:
        path = DATA / name
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\.\./\S+)", first)
        assert found, (name, first)
        assert (path.parent / found[1]).resolve() == ROOT / "schemas" / f"{kind_of(name)}.json", name
