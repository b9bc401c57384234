"""The free texts inside a value of a record: what its annotations say are words."""

from functools import cache
from typing import Any, get_args

from penitcareer.domain.hints import hints_of
from penitcareer.domain.kinds import Words


def texts_of(value: Any) -> list[str]:
    """The texts of a field of a métier, in reading order: itself, those of a list, one for each
    record and each record inside it, its first words then the others."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, tuple):
        return []
    if not hasattr(value, "_fields"):
        return [text for item in value for text in texts_of(item)]
    own = [text for name in _wordy(type(value)) if isinstance(text := getattr(value, name), str)]
    nested = [item for name, item in zip(value._fields, value, strict=True) if _holds_texts(item, type(value), name)]
    return [*([_sentence(own)] if own else []), *(text for item in nested for text in texts_of(item))]


def _sentence(texts: list[str]) -> str:
    first, *others = texts
    return f"{first} : {' '.join(others)}" if others else first


def _holds_texts(item: Any, record: Any, name: str) -> bool:
    """Whether it is a list of words, or records; a list of codes is neither."""
    if not isinstance(item, tuple):
        return False
    return name in _wordy(record) or hasattr(item, "_fields") or any(hasattr(one, "_fields") for one in item)


@cache
def _wordy(record: Any) -> tuple[str, ...]:
    """The fields of a record that hold words."""
    return tuple(name for name, kind in hints_of(record).items() if _says_words(kind))


def _says_words(kind: Any) -> bool:
    marks = getattr(kind, "__metadata__", ())
    return any(isinstance(mark, Words) for mark in marks) or any(map(_says_words, get_args(kind)))
