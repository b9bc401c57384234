"""A fault is always a French sentence, whatever pydantic found and wherever."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from penitcareer.store.checking import check_files
from penitcareer.store.reading.door import model_of
from penitcareer.store.reading.faults import MESSAGES
from penitcareer.store.reading.roots import ROOTS
from tests.fuzz.records import mutated
from tests.support import as_yaml

# The faults that pydantic can find in a value of each kind of its schemas, strict, read from
# plain Python values; those of a constraint come with it.
FAULTS_OF: dict[str, set[str] | frozenset[str]] = {
    "model": {"model_type"},
    "model-fields": {"model_type", "missing", "extra_forbidden"},
    "model-field": frozenset(),
    "str": {"string_type", "string_unicode"},
    "int": {"int_type"},
    "bool": {"bool_type"},
    "list": {"list_type"},
    "dict": {"dict_type"},
    "literal": {"literal_error"},
    "function-before": {"value_error"},
    "function-after": {"value_error"},
    **dict.fromkeys(
        ("nullable", "default", "union", "definitions", "definition-ref", "no-info", "with-info"), frozenset()
    ),
}
FAULTS_OF_CONSTRAINT = {
    "min_length": {"string_too_short", "too_short"},
    "max_length": {"string_too_long", "too_long"},
    "pattern": {"string_pattern_mismatch"},
    "ge": {"greater_than_equal"},
    "gt": {"greater_than"},
    "le": {"less_than_equal"},
    "lt": {"less_than"},
}
NOT_FRENCH = re.compile(
    r"\b(input|should|valid|invalid|literal|field|must|expected|value|error)\b|valeur refusée", re.I
)
ADDED_TO_A_PATH = re.compile(r"constrained|literal|function|\[key\]|-int|\.str\b|\.int\b")


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema of pydantic's core."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        parts: Any = [value for key, value in schema.items() if key not in ("metadata", "serialization", "ref")]
    else:
        parts = schema if isinstance(schema, list | tuple) else ()
    for part in parts:
        yield from nodes(part)


def test_every_fault_that_a_model_can_find_has_a_french_message() -> None:
    found = {"extra_forbidden"}
    for root in ROOTS.values():
        for node in nodes(model_of(root).__pydantic_core_schema__):
            found |= FAULTS_OF[node["type"]]  # a kind that is not there yet: say what it can find
            for constraint, faults in FAULTS_OF_CONSTRAINT.items():
                found |= faults if constraint in node else set()
    assert {"int_type", "literal_error", "value_error", "too_long"} <= found
    assert found - {"extra_forbidden"} <= set(MESSAGES)
    assert not any(NOT_FRENCH.search(re.sub(r"{\w+}", "", text)) for text in MESSAGES.values())


@pytest.mark.parametrize("kind", ["metiers", "corps"])
def test_no_fault_of_a_mutated_file_is_in_english(tmp_path: Path, kind: str) -> None:
    path, found = tmp_path / "f.yaml", set()
    for number in range(150):
        one = mutated(kind, Random(f"{kind}-{number}"), "essai", most=12)
        path.write_text(as_yaml({"metiers": [one]} if kind == "metiers" else {"corps": one}), encoding="utf-8")
        for fault in check_files([str(path)]).fautes:
            assert not NOT_FRENCH.search(fault.message), fault
            assert not ADDED_TO_A_PATH.search(fault.champ), fault
            assert fault.ligne is not None, fault
            found.add(fault.message)
    assert len(found) > 30


@pytest.mark.parametrize(
    ("text", "champ", "message"),
    [
        ("metiers: [{precisions: {titre: 1}}]", "metiers[0].precisions.titre", "texte attendu"),
        ("corps: {grades: [{echelons: [{echelon: '²', ib: 1}]}]}", "corps.grades[0].echelons[0].ib", "au moins 100"),
        ("corps: {anciens_indices: [{indices_bruts: [x]}]}", "corps.anciens_indices[0].indices_bruts[0]", "attendu"),
        ("corps: {grades: [{echelons: [1]}]}", "corps.grades[0].echelons[0]", "bloc de champs attendu"),
        ("corps: {carriere: []}", "corps.carriere", "bloc de champs attendu"),
    ],
)
def test_a_fault_is_at_the_path_that_the_file_writes(tmp_path: Path, text: str, champ: str, message: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(text, encoding="utf-8")
    found = [fault.message for fault in check_files([str(path)]).fautes if fault.champ == champ]
    assert any(message in one for one in found), found
