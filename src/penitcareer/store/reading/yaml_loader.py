"""A strict YAML reader: exact numbers, no duplicate key, nothing that grows.

It builds values from parser events, one loop and one stack, so that a hostile file meets
a bound (size, depth, aliases) before it costs memory or recursion. Only YAML 1.2's core
scalars are resolved: `no`, `010`, `12:30` and `2026-11-21` stay texts, 21.5 is a Decimal.
"""

import os
import re
import stat
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import InvalidData

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 50
MAX_VALUES = 100_000
MAX_ITEMS = 1_000  # of a list, or of a block of fields
MAX_RECORDS = 10_000  # of a list of the root, as `metiers`
MAX_ALIASED = 10_000
MAX_DIRECTIVES = 100

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,18})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,18})\.[0-9]{1,18}")
CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "false": False}
DIRECTIVE = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])\ufeff*%")

Location = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(path: str, lines: dict[Location, int] | None = None) -> Any:
    """The value of a YAML file: dict, list, str, int, Decimal, bool or None.

    `lines`, when given, receives the line (from 1) of every value by its path. Raises
    InvalidData, with the line, for what cannot be read or passes a bound.
    """
    text = _read(path)
    if _too_many_directives(text):  # libyaml compares each with all those before
        raise _fault(path, None, f"plus de {MAX_DIRECTIVES} directives (lignes qui commencent par %)")
    try:
        return _Builder(path, lines).build(iter(_Loader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _fault(path, mark.line + 1 if mark else None, "le YAML ne se lit pas ici") from None
    except yaml.YAMLError:
        raise _fault(path, None, "le fichier contient un caractère interdit en YAML") from None


def _read(path: str) -> str:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise _fault(path, None, "ce n’est pas un fichier ordinaire")
        if status.st_size > MAX_BYTES:
            raise _fault(path, None, "le fichier dépasse 10 Mo")
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(path, None, f"le fichier n’est pas en UTF-8 (octet {error.start})") from None
    except (OSError, ValueError):
        raise _fault(path, None, "le fichier ne peut pas être ouvert") from None


def _too_many_directives(text: str) -> bool:
    """Whether more lines than admitted are directives; signs are counted faster than lines."""
    return text.count("%") > MAX_DIRECTIVES and sum(1 for _ in DIRECTIVE.finditer(text)) > MAX_DIRECTIVES


def _fault(path: str, line: int | None, message: str) -> InvalidData:
    return InvalidData([Fault(path, line, "", message)])


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


class _Open:
    """A mapping or a list being filled, the most it may hold, and the pending key of a mapping."""

    __slots__ = ("anchor", "is_mapping", "key", "most", "size", "value")

    def __init__(self, value: Any, anchor: str | None, most: int) -> None:
        self.value = value
        self.anchor = anchor
        self.most = most
        self.is_mapping = isinstance(value, dict)
        self.key: str | None = None
        self.size = 1


class _Builder:
    """Turns parser events into one value."""

    def __init__(self, path: str, lines: dict[Location, int] | None) -> None:
        self.path = path
        self.lines = lines
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.values = self.aliased = 0
        self.documents = 0
        self.root: Any = None

    def build(self, events: Iterator[Any]) -> Any:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event), 1, event, event.anchor)
            elif isinstance(event, yaml.MappingStartEvent):
                self._open({}, event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open([], event)
            elif isinstance(event, yaml.CollectionEndEvent):
                done = self.stack.pop()
                self._add(done.value, done.size, event, done.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise self._refuse(event, "un seul document par fichier")
        return self.root

    def _refuse(self, event: Any, message: str) -> InvalidData:
        return _fault(self.path, event.start_mark.line + 1, message)

    def _open(self, value: Any, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self._refuse(event, f"plus de {MAX_DEPTH} niveaux imbriqués")
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            raise self._refuse(event, "une clé est un texte")
        if event.tag not in (None, "!"):
            raise self._refuse(event, f"l’étiquette « {event.tag[:60]} » n’est pas admise")
        if self.lines is not None:
            self._note(event, self.lines)
        in_root = len(self.stack) == 1
        self.stack.append(_Open(value, event.anchor, MAX_RECORDS if in_root and isinstance(value, list) else MAX_ITEMS))

    def _alias(self, event: Any) -> None:
        value, size = self.anchors.get(event.anchor, (None, 0))
        if not size:
            raise self._refuse(event, f"l’alias « {event.anchor[:60]} » n’a pas d’ancre")
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise self._refuse(event, "les alias se multiplient au-delà de ce qui est permis")
        self._add(value, size, event, None)

    def _add(self, value: Any, size: int, event: Any, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.root = value
            return
        parent = self.stack[-1]
        if parent.is_mapping and parent.key is None:
            self._take_key(parent, value, event)
            return
        parent.size += size
        if self.lines is not None:
            self._note(event, self.lines)
        self.values += 1
        if self.values > MAX_VALUES or len(parent.value) >= parent.most:
            raise self._too_many(parent, event)
        if parent.is_mapping:
            parent.value[parent.key] = value
            parent.key = None
        else:
            parent.value.append(value)

    def _too_many(self, parent: _Open, event: Any) -> InvalidData:
        if self.values > MAX_VALUES:
            return self._refuse(event, f"plus de {_figure(MAX_VALUES)} valeurs dans le fichier")
        return self._refuse(event, f"plus de {_figure(parent.most)} éléments dans une même liste ou un même bloc")

    def _take_key(self, parent: _Open, key: Any, event: Any) -> None:
        if not isinstance(key, str):
            raise self._refuse(event, "une clé est un texte")
        if key in parent.value:
            raise self._refuse(event, f"la clé « {key[:60]} » est en double")
        parent.key = key

    def _note(self, event: Any, lines: dict[Location, int]) -> None:
        """Remember the line of a value by its path; a block, met again at its end, keeps the line of its start."""
        path = tuple(open_.key if open_.is_mapping else len(open_.value) for open_ in self.stack)
        lines.setdefault(path, event.start_mark.line + 1)  # type: ignore[arg-type]

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if not event.implicit[0]:
            if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
                raise self._refuse(event, f"l’étiquette « {event.tag[:60]} » n’est pas admise")
            return text
        if text in CONSTANTS:
            return CONSTANTS[text]
        if text[0] in "-+0123456789":
            if INTEGER.fullmatch(text):
                return int(text)
            if DECIMAL.fullmatch(text):
                return Decimal(text)
        return text
