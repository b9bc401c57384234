"""The door and the domain agree; the JSON Schema is one an editor can use."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from penitcareer.domain import estimate, metier, money, parameters, sigles
from penitcareer.store import access_schema, base_schema, parameters_schema, schema
from penitcareer.store.checking import json_schema

PAIRS: list[tuple[type[BaseModel], Any]] = [
    (schema.Fourchette, money.Range),
    (schema.Tranche, metier.Tranche),
    (schema.Remuneration, metier.Remuneration),
    (schema.RemunerationPubliee, metier.RemunerationPubliee),
    (schema.Mission, metier.Mission),
    (schema.Competence, metier.Competence),
    (base_schema.Fait, metier.Fait),
    (schema.Tendance, metier.Tendance),
    (schema.Note, metier.Note),
    (access_schema.Exigences, metier.Exigences),
    (access_schema.Voie, metier.Voie),
    (schema.Suite, metier.Suite),
    (access_schema.Formation, metier.Formation),
    (access_schema.Engagement, metier.Engagement),
    (access_schema.Postes, metier.Postes),
    (access_schema.Acces, metier.Acces),
    (schema.Source, metier.Source),
    (parameters_schema.SourceTexte, parameters.TextSource),
    (parameters_schema.ValeurDatee, parameters.DatedValue),
    (parameters_schema.Smic, parameters.Parameter),
    (parameters_schema.Sigle, sigles.Sigle),
]


@pytest.mark.parametrize(("model", "kind"), PAIRS, ids=lambda one: one.__name__)
def test_a_model_and_its_domain_type_have_the_same_fields_in_the_same_order(model: type[BaseModel], kind: Any) -> None:
    assert tuple(model.model_fields) == kind._fields


def test_a_metier_adds_only_the_file_it_comes_from() -> None:
    assert (*schema.Metier.model_fields, "fichier") == metier.Metier._fields


def test_the_rule_leaves_only_its_day_of_check_behind() -> None:
    assert set(parameters_schema.RegleEstimation.model_fields) - {"verifie_le"} == set(estimate.Rule._fields)


def test_every_domain_record_has_a_model() -> None:
    records = {value for value in vars(metier).values() if isinstance(value, type) and hasattr(value, "_fields")}
    assert records - {kind for _, kind in PAIRS} == {metier.Metier}


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
    assert set(SCHEMA["$defs"]["Metier"]["properties"]) == set(schema.Metier.model_fields)
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
    amount = SCHEMA["$defs"]["Fourchette"]["properties"]["min"]
    assert amount["type"] == "number"
    assert (amount["exclusiveMinimum"], amount["maximum"]) == (0, 1_000_000)


def test_descriptions_of_the_json_schema_are_french() -> None:
    descriptions = [node["description"] for node in nodes(SCHEMA) if isinstance(node.get("description"), str)]
    assert len(descriptions) > 10
    english = re.compile(r"\b(the|of|and|is|one|with|from)\b", re.IGNORECASE)
    assert [text for text in descriptions if english.search(text)] == []
