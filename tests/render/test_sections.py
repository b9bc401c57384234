"""What a section names, it shows: in every format, and to who searches."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from penitcareer.domain.choices import IDENTITY, SECTIONS, UNSEEN
from penitcareer.domain.hints import hints_of
from penitcareer.domain.kinds import CODE, IN_EUROS, NOT_IN_FILE, SOURCE_ID, URL, Bounds, Shape, Words
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.search import searchable
from penitcareer.domain.money import Range
from penitcareer.render.views.sheet_full import PARTS
from penitcareer.render.words.labels import FIELDS
from penitcareer.render.words.labels import SECTIONS as LABELS
from penitcareer.store.collect import read_file
from penitcareer.store.convert import record_from
from tests.support import penit, penit_json, record, write_metiers

# An amount rather than a range; what is said by field is filled apart.
SECTIONS_FIELDS = {field for fields in SECTIONS.values() for field in fields}
LEFT_OUT = {"min", "max", "precisions", "origines"}


class Filler:
    """Values of every field of a record, each text a word of its own."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self._step = 0
        self._numbers: Iterator[int] = count(100)

    def record(self, kind: Any, field: str = "") -> dict[str, Any]:
        found = {}
        for name, annotation in hints_of(kind).items():
            if name not in LEFT_OUT and annotation is not None and NOT_IN_FILE not in get_args(annotation):
                found[name] = self.value(annotation, field or name)
        return found

    def value(self, annotation: Any, field: str, marks: tuple[Any, ...] = ()) -> Any:
        if get_origin(annotation) is Annotated:
            kind, *more = get_args(annotation)
            return self.value(kind, field, (*marks, *more))
        if get_origin(annotation) in (Union, UnionType):
            return self.value(next(part for part in get_args(annotation) if part is not type(None)), field, marks)
        if get_origin(annotation) is tuple:
            return [self.value(get_args(annotation)[0], field)]
        if get_origin(annotation) is Literal:
            return get_args(annotation)[0]
        if annotation is Range:
            return {"min": 2000, "max": 2001}
        if hasattr(annotation, "_fields"):
            return self.record(annotation, field)
        if IN_EUROS in marks:
            return 2222
        bounds = next((mark for mark in marks if isinstance(mark, Bounds)), None)
        if bounds is not None:
            self._step += 1  # what follows is never less
            return min(bounds.low + self._step, bounds.high)
        return self._scalar(annotation, field, marks)

    def _scalar(self, annotation: Any, field: str, marks: tuple[Any, ...]) -> Any:
        if annotation is bool:
            return False
        if annotation is date:
            return "2026-01-01"
        if SOURCE_ID in marks:
            return "src"
        if any(isinstance(mark, Words) for mark in marks) or CODE in marks:
            word = f"mot{next(self._numbers)}"
            self.words.setdefault(field, []).append(word)
            return word
        if URL in marks:
            return "https://exemple.fr/"
        assert any(isinstance(mark, Shape) for mark in marks), annotation
        return "2024-05-06"


@pytest.fixture(scope="module")
def full() -> tuple[dict[str, Any], dict[str, list[str]]]:
    """A record with every field filled, and the words of each."""
    filler = Filler()
    found = filler.record(Metier)
    # A route whose condition is written, and one of which only what can be checked is.
    (whole,) = found["acces"]["voies"]
    found["acces"]["voies"] = [{**whole, "exige": None}, {"voie": "Autre", "exige": whole["exige"]}]
    found["precisions"] = {name: f"nuance{name.replace('_', '')}" for name in found if name not in (*UNSEEN, "sources")}
    filler.words |= {f"precisions.{name}": [word] for name, word in found["precisions"].items()}
    return found, filler.words


def unseen(words: Mapping[str, Iterable[str]], text: str) -> list[str]:
    return [f"{field} : {word}" for field, those in words.items() for word in those if word not in text]


@pytest.mark.parametrize("kind", ["table", "plain", "md", "json"])
def test_every_word_of_a_record_is_in_its_sheet(full: Any, tmp_path: Path, kind: str) -> None:
    fields, words = full
    path = write_metiers(tmp_path / "f.yaml", fields)
    shown = penit("show", fields["code"], "--tout", "--data", str(path), "--format", kind)
    assert shown.code == 0, shown.err
    assert [where for where in unseen(words, shown.out) if where.partition(" : ")[0] not in UNSEEN] == []


def test_a_level_of_diploma_is_shown_when_the_record_says_nothing_else_of_access(tmp_path: Path) -> None:
    path = str(write_metiers(tmp_path / "f.yaml", record(niveau_diplome=7)))
    for asked in (("show", "essai"), ("show", "essai", "--section", "acces"), ("acces", "essai")):
        for kind in ("table", "plain", "md"):
            assert "bac+5" in penit(*asked, "--data", path, "--format", kind).out, (asked, kind)
    assert penit_json("show", "essai", "--section", "acces", "--data", path)["metier"]["niveau_diplome"] == 7


def test_each_field_is_in_one_part_and_each_part_has_its_view_and_its_label() -> None:
    by_part = [field for fields in SECTIONS.values() for field in fields]
    about_fields = ("precisions", "origines")
    assert sorted([*IDENTITY, *UNSEEN, *by_part, *about_fields]) == sorted(Metier._fields)
    assert list(PARTS) == list(SECTIONS) == list(LABELS)
    assert set(by_part) <= set(FIELDS)


def test_each_part_alone_shows_its_fields_and_no_other(full: Any, tmp_path: Path) -> None:
    fields, words = full
    path = str(write_metiers(tmp_path / "f.yaml", fields))
    for section, named in SECTIONS.items():
        mine = {field: those for field, those in words.items() if field.removeprefix("precisions.") in named}
        shown = penit("show", fields["code"], "--section", section, "--data", path, "--format", "plain").out
        assert unseen(mine, shown) == [], section
        others = {
            field: those for field, those in words.items() if field.partition(".")[0] in SECTIONS_FIELDS - {*named}
        }
        assert len(unseen(others, shown)) == sum(map(len, others.values())), section
        alone = penit_json("show", fields["code"], "--section", section, "--data", path)["metier"]
        assert set(named) <= set(alone)


def test_each_word_of_a_part_finds_the_metier(full: Any, tmp_path: Path) -> None:
    fields, words = full
    path = write_metiers(tmp_path / "f.yaml", fields)
    (read,) = read_file(str(path), {})["metiers"]
    texts = " ".join(one.racines for one in searchable(record_from(Metier, {**read, "fichier": None})).passages)
    codes = {fields["suites"][0]["metier"], *fields["acces"]["voies"][1]["exige"]["corps"]}
    mine = {field: {*those} - codes for field, those in words.items() if field in SECTIONS_FIELDS - {"sources"}}
    assert unseen(mine, texts) == []
