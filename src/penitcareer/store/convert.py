"""Plain values (as files and the snapshot keep them) to records, by their annotations.

The counterpart of `door`: a record declares its fields once, and comes back from numbers,
texts, lists and mappings without a builder of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from penitcareer.domain.kinds import IN_PAIRS, Either, Kind

Reading = Callable[[Any], Any]
R = TypeVar("R")


def record_from(kind: type[R], plain: Any) -> R:
    """The record of this kind that a plain mapping describes."""
    wanted: Any = kind
    record: R = _reader_of(wanted)(plain)
    return record


def records_from(kind: type[R], plains: Iterable[Any]) -> tuple[R, ...]:
    """The records of this kind that plain mappings describe."""
    wanted: Any = kind
    return tuple(map(_reader_of(wanted), plains))


def plain_of(value: Any) -> Any:
    """A record as plain values, the way back from `record_from`."""
    if hasattr(value, "_fields"):
        return {name: plain_of(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple):
        return [plain_of(item) for item in value]
    if isinstance(value, Mapping):
        return {name: plain_of(item) for name, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _same(value: Any) -> Any:
    return value


@cache
def _reader_of(annotation: Any) -> Reading:
    """What turns a plain value into the one that an annotation promises."""
    if get_origin(annotation) is Annotated:
        return _reader_of(Kind.__class_getitem__(get_args(annotation)))
    if isinstance(annotation, Kind):
        return (lambda plain: tuple(plain.items())) if IN_PAIRS in annotation.marks else _reader_of(annotation.kind)
    if isinstance(annotation, Either):
        return _optional_reader([part for part in annotation.parts if part is not None])
    kind = get_origin(annotation) or annotation
    if kind is date:
        return date.fromisoformat
    if hasattr(kind, "_fields"):
        return _record_reader(kind)
    if kind is tuple:
        return _tuple_reader(get_args(annotation)[0])
    if kind in (Union, UnionType):
        return _optional_reader([part for part in get_args(annotation) if part is not type(None)])
    return _same


def _record_reader(kind: Any) -> Reading:
    readers = [(name, _reader_of(annotation)) for name, annotation in kind.__annotations__.items()]

    def read(plain: Mapping[str, Any]) -> Any:
        return kind(*[plain[name] if reader is _same else reader(plain[name]) for name, reader in readers])

    return read


def _tuple_reader(item: Any) -> Reading:
    reader = _reader_of(item)
    return tuple if reader is _same else lambda plains: tuple(map(reader, plains))


def _optional_reader(parts: list[Any]) -> Reading:
    reader = next((found for part in parts if (found := _reader_of(part)) is not _same), _same)
    return _same if reader is _same else lambda plain: None if plain is None else reader(plain)
