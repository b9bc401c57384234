"""The door of the data files: pydantic models derived from the records of the domain.

A record is declared once, in the domain, with the kinds of `domain/kinds`; the model that
validates what a file writes is made from it here, and nowhere else. What leaves a model
(`model_dump`) is plain: numbers, texts, lists and mappings, as the snapshot keeps them.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    create_model,
    model_validator,
)

from penitcareer.domain.dated import TextSource
from penitcareer.domain.hints import hints_of
from penitcareer.domain.kinds import (
    AMOUNT_LIMIT_EUROS,
    CODE,
    EMPTY,
    FULL_DATE,
    IN_EUROS,
    IN_EUROS_OR_ZERO,
    IN_FRACTION,
    IN_PAIRS,
    NOT_IN_FILE,
    PARTIAL_DATE,
    REQUIRED,
    SOURCE_ID,
    URL,
    Bounds,
    Default,
    FieldsOf,
    Says,
    Shape,
    Size,
    Words,
)
from penitcareer.domain.metiers.metier import Source
from penitcareer.store.reading.rules import RULES
from penitcareer.store.reading.written import in_calendar, to_cents, to_cents_or_zero, to_ten_thousandths

LONGEST_LIST = 1_000
CITED = frozenset((Source, TextSource))  # records that a file may write whole, or cite by their id in sources.yaml
# What each shape asks for, by its pattern, in the words of a fault.
EXPECTED = {shape.pattern: shape.attendu for shape in (FULL_DATE, PARTIAL_DATE, CODE, SOURCE_ID, URL)}

CITED_BY = "Id de la source dans data/sources.yaml ; ce qui est écrit à côté remplace ce qu'elle dit"
LONGEST_ID = 40

_AMOUNT = {"type": "number", "maximum": AMOUNT_LIMIT_EUROS, "multipleOf": 0.01}
_CHECKS = {
    IN_EUROS: (BeforeValidator(to_cents), WithJsonSchema({**_AMOUNT, "exclusiveMinimum": 0})),
    IN_EUROS_OR_ZERO: (BeforeValidator(to_cents_or_zero), WithJsonSchema({**_AMOUNT, "minimum": 0})),
    IN_FRACTION: (
        BeforeValidator(to_ten_thousandths),
        WithJsonSchema({"type": "number", "minimum": 0, "exclusiveMaximum": 1}),
    ),
}


def _without_docstring(schema: dict[str, Any]) -> None:
    """Docstrings are for us; what an editor shows is the French of the fields."""
    schema.pop("description", None)


class Model(BaseModel):
    """Unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_default=True, json_schema_extra=_without_docstring)


def _or_cited(schema: dict[str, Any]) -> None:
    """Written whole, or cited by its id and perhaps written otherwise in part."""
    _without_docstring(schema)
    whole = schema.pop("required")
    schema["properties"]["de"] = {"type": "string", "pattern": SOURCE_ID.pattern, "description": CITED_BY}
    cited = ["id", "de"] if "id" in whole else ["de"]
    schema["anyOf"] = [{"required": whole}, {"required": cited}]


class CitedModel(Model):
    """A source that may be one of sources.yaml: `de` is its id there, and what is written
    beside replaces what it says."""

    model_config = ConfigDict(json_schema_extra=_or_cited)

    @model_validator(mode="before")
    @classmethod
    def whole(cls, value: Any, info: ValidationInfo) -> Any:
        """The source written whole."""
        if not isinstance(value, dict) or "de" not in value:
            return value
        cited, written = value["de"], {name: item for name, item in value.items() if name != "de"}
        known = (info.context or {}).get("sources", {})
        if not isinstance(cited, str) or cited not in known:
            raise ValueError(f"source absente de sources.yaml : {str(cited)[:LONGEST_ID]}")
        whole = {name: value for name, value in known[cited].items() if name in cls.model_fields}
        return {**whole, **written}


@cache
def model_of(record: Any, argument: Any = None) -> type[Model]:
    """The model of a record, a NamedTuple; `argument` stands for its type variable."""
    fields: dict[str, Any] = {}
    for name, annotation in hints_of(record).items():
        kind, marks = _parted(annotation)
        if NOT_IN_FILE not in marks:
            fields[name] = (_checked(kind, marks, argument), _default(kind, marks))
    base = CitedModel if record in CITED else Model
    model: type[Model] = create_model(record.__name__, __base__=base, __validators__=_rules_of(record), **fields)
    return model


def _parted(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and the marks that `Annotated` put on it, the nearest to the type first."""
    if get_origin(annotation) is not Annotated:
        return annotation, ()
    kind, *marks = get_args(annotation)
    return kind, tuple(marks)


def _default(kind: Any, marks: tuple[Any, ...]) -> Any:
    """The value of a field left out; `...` when it must be written."""
    if any(mark == EMPTY or isinstance(mark, FieldsOf) for mark in marks):
        return {}
    given = next((mark.value for mark in marks if isinstance(mark, Default)), None)
    if given is not None:
        return given
    sizes = [mark for mark in marks if isinstance(mark, Size)]
    if REQUIRED in marks or any(size.fewest for size in sizes):
        return ...
    if _is_union(kind) and type(None) in get_args(kind):
        return None
    if get_origin(kind) is tuple:
        return {} if IN_PAIRS in marks else []
    return ...


def _checked(annotation: Any, marks: tuple[Any, ...] = (), argument: Any = None) -> Any:
    """What pydantic must check of a type and its marks."""
    inner, own = _parted(annotation)
    marks = (*own, *marks)
    checks = [check for mark in marks for check in _checks_of(mark)]
    named = next((mark for mark in marks if isinstance(mark, FieldsOf)), None)
    if named is not None:
        kind: Any = _fields_of(named)
    elif IN_PAIRS in marks:
        (pair, _) = get_args(inner)
        key, value = (_checked(part, (), argument) for part in get_args(pair))
        kind = dict[key, value]  # type: ignore[valid-type]
        checks.append(Field(max_length=LONGEST_LIST))
    elif get_origin(inner) is tuple:
        kind = list[_checked(get_args(inner)[0], (), argument)]  # type: ignore[misc]
        if not any(isinstance(mark, Size) for mark in marks):
            checks.append(Field(max_length=LONGEST_LIST))
    else:
        kind = _plain_kind(inner, argument)
    return Annotated[(kind, *checks)] if checks else kind


def _plain_kind(kind: Any, argument: Any) -> Any:
    """The type that a file writes for one value of the domain's."""
    if isinstance(kind, TypeVar):
        return _checked(argument)
    if _is_union(kind):
        return Union[tuple(_checked(part, (), argument) for part in get_args(kind))]  # noqa: UP007 (computed)
    if kind is date:
        return Annotated[(str, *_checks_of(FULL_DATE))]
    if is_record(kind):
        return model_of(kind)
    if is_record(get_origin(kind)):  # a generic record takes its argument, or the one of what holds it
        (own,) = get_args(kind)
        return model_of(get_origin(kind), argument if isinstance(own, TypeVar) else own)
    return kind


@cache
def _fields_of(named: FieldsOf) -> type[Model]:
    """The model of a mapping whose keys are the annotations of a class."""
    kinds = hints_of(named.declared)
    fields: dict[str, Any] = {
        name: ((model_of(named.entry, kind) if named.entry else _checked(kind)) | None, None)
        for name, kind in kinds.items()
    }
    return create_model(named.declared.__name__, __base__=Model, **fields)


def is_record(kind: Any) -> bool:
    """Whether a type is one of our records."""
    return isinstance(kind, type) and hasattr(kind, "_fields")


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _checks_of(mark: Any) -> tuple[Any, ...]:
    match mark:
        case Says():
            return (Field(description=mark.texte),)
        case Words():
            return (Field(min_length=1, max_length=mark.longest),)
        case Shape(calendar=True):
            return Field(pattern=mark.pattern), AfterValidator(in_calendar)
        case Shape():
            return (Field(pattern=mark.pattern, max_length=mark.longest),)
        case Bounds():
            return (Field(ge=mark.low, le=mark.high),)
        case Size():
            return (Field(min_length=mark.fewest, max_length=mark.most),)
    return _CHECKS.get(mark, ())


def _rules_of(record: Any) -> dict[str, Any]:
    """What must hold between the fields of a record."""
    rules: tuple[Callable[..., None], ...] = RULES.get(record, ())
    if not rules:
        return {}

    def agree(model: Any, info: ValidationInfo) -> Any:
        for rule in rules:
            rule(model, info.context)
        return model

    return {"agree": model_validator(mode="after")(agree)}
