"""The door that is made from the records of the domain, the way back, and the JSON Schema."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from penitcareer.domain.dated import Dated
from penitcareer.domain.kinds import (
    EMPTY,
    IN_PAIRS,
    NOT_IN_FILE,
    REQUIRED,
    Bounds,
    Code,
    Court,
    Default,
    Euros,
    Says,
    Size,
    Taux,
)
from penitcareer.domain.metiers.metier import Metier
from penitcareer.store.checking import json_schema
from penitcareer.store.convert import plain_of, record_from
from penitcareer.store.reading.door import model_of


class Piece(NamedTuple):
    """A record within another."""

    jour: date
    montant: Euros | None


class Whole(NamedTuple):
    """One field of each kind."""

    code: Code
    titre: Court
    niveau: Annotated[int | None, Bounds(1, 3)]
    choix: Annotated[Literal["a", "b"], Default("a")]
    taux: Annotated[Taux | None, REQUIRED]
    pieces: tuple[Piece, ...]
    seule: Piece | None
    noms: Annotated[tuple[Court, ...], Size(1, 2), Says("Ses noms")]
    paires: Annotated[tuple[tuple[str, Court], ...], IN_PAIRS]
    datees: tuple[Dated[Euros], ...]
    fichier: Annotated[str | None, NOT_IN_FILE]


class Outer(NamedTuple):
    """A record whose only field may be left out whole."""

    dedans: Annotated["Inner", EMPTY]


class Inner(NamedTuple):
    """What may be left out."""

    noms: tuple[Court, ...]


SMALLEST: dict[str, Any] = {"code": "x", "titre": "X", "taux": None, "noms": ["n"]}


def accepted(**fields: Any) -> dict[str, Any]:
    """The plain value of a file that writes these fields."""
    return model_of(Whole).model_validate(SMALLEST | fields).model_dump()


def test_a_field_left_out_is_unknown_empty_or_its_default() -> None:
    assert accepted() == {
        "code": "x", "titre": "X", "niveau": None, "choix": "a", "taux": None, "pieces": [], "seule": None,
        "noms": ["n"], "paires": {}, "datees": [],
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(SMALLEST))
def test_what_must_be_written_must_be(name: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        model_of(Whole).model_validate({key: value for key, value in SMALLEST.items() if key != name})


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "X"}, {"titre": ""}, {"titre": "x" * 201}, {"titre": 3}, {"niveau": 0}, {"niveau": 4},
        {"niveau": True}, {"choix": "c"}, {"taux": 1}, {"noms": []}, {"noms": ["a", "b", "c"]}, {"paires": {"a": 1}},
        {"pieces": [{}]}, {"pieces": [{"jour": "2026-02-30"}]}, {"pieces": [{"jour": "2026-02"}]},
        {"seule": {"jour": "2026-02-01", "montant": 0}}, {"fichier": "x"}, {"inconnu": 1},
        {"pieces": [{"jour": "2026-01-01"}] * 1_001},
    ],
    ids=str,
)  # fmt: skip
def test_what_a_kind_does_not_allow_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        accepted(**fields)


def test_a_record_may_be_left_out_whole() -> None:
    assert model_of(Outer).model_validate({}).model_dump() == {"dedans": {"noms": []}}


def test_the_argument_of_a_generic_record_says_how_its_value_is_written() -> None:
    value = {"depuis": "2026-01-01", "valeur": 12, "source": {"titre": "t"}}
    assert accepted(datees=[value])["datees"][0]["valeur"] == 12_00


days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
pieces = st.builds(Piece, days, st.none() | st.integers(1, 10**8))
wholes = st.builds(
    Whole,
    code=st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True),
    titre=st.text(min_size=1, max_size=200),
    niveau=st.none() | st.integers(1, 3),
    choix=st.sampled_from(["a", "b"]),
    taux=st.none() | st.integers(0, 9_999),
    pieces=st.lists(pieces, max_size=3).map(tuple),
    seule=st.none() | pieces,
    noms=st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=2).map(tuple),
    paires=st.dictionaries(st.text(), st.text(min_size=1, max_size=9), max_size=2).map(lambda d: tuple(d.items())),
    datees=st.just(()),
    fichier=st.none(),
)


@given(wholes)
def test_a_record_comes_back_from_its_plain_value_as_json(whole: Whole) -> None:
    plain = plain_of(whole) | {"paires": dict(whole.paires)}
    assert record_from(Whole, json.loads(json.dumps(plain))) == whole


SCHEMA = json.loads(json_schema())


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def test_the_json_schema_describes_a_file_of_metiers() -> None:
    assert SCHEMA["type"] == "object"
    assert SCHEMA["required"] == ["metiers"]
    assert SCHEMA["additionalProperties"] is False
    assert (*SCHEMA["$defs"]["Metier"]["properties"], "fichier") == Metier._fields
    assert SCHEMA["$defs"]["Metier"]["required"] == ["code", "titre", "sources"]


def test_every_reference_of_the_json_schema_leads_somewhere() -> None:
    for node in nodes(SCHEMA):
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]


def test_every_object_of_the_json_schema_is_closed() -> None:
    for name, definition in SCHEMA["$defs"].items():
        assert definition["additionalProperties"] is False, name


def test_every_pattern_of_the_json_schema_compiles() -> None:
    patterns = [node["pattern"] for node in nodes(SCHEMA) if isinstance(node.get("pattern"), str)]
    assert len(patterns) >= 5
    for pattern in patterns:
        re.compile(pattern)


def test_an_amount_of_the_json_schema_is_a_bare_number_within_bounds() -> None:
    amount = SCHEMA["$defs"]["Range"]["properties"]["min"]
    assert amount["type"] == "number"
    assert (amount["exclusiveMinimum"], amount["maximum"]) == (0, 1_000_000)


def test_descriptions_of_the_json_schema_are_french() -> None:
    descriptions = [node["description"] for node in nodes(SCHEMA) if isinstance(node.get("description"), str)]
    assert len(descriptions) > 10
    english = re.compile(r"\b(the|of|and|is|one|with|from)\b", re.IGNORECASE)
    assert [text for text in descriptions if english.search(text)] == []
