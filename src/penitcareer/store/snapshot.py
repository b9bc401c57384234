"""Everything a command may need, validated once and kept as lines of JSON.

    line 0   head: what it was made from, parameters, warnings, checksum of the rest
    line 1   index: one entry a métier
    line 2   search: the texts of each métier, folded
    line 3   acronyms
    line 4…  one métier a line

A command decodes only the lines it needs: `net` reads the head, `show` the head, the
index and one record.
"""

import json
import zlib
from typing import Any

INDEX, SEARCH, SIGLES, FIRST_METIER = 1, 2, 3, 4

Key = list[list[Any]]
Plain = dict[str, Any]


class Snapshot:
    """The decoded head, and the other lines still encoded."""

    def __init__(self, head: Plain, lines: list[bytes]) -> None:
        self.head = head
        self._lines = lines

    def line(self, number: int) -> Any:
        """The decoded value of a line."""
        return json.loads(self._lines[number])

    def metier(self, position: int) -> Any:
        """The record of the métier at a position of the index."""
        return self.line(FIRST_METIER + position)


def encode(head: Plain, index: Any, search: Any, sigles: Any, records: list[Any]) -> bytes:
    """A snapshot as bytes, its head sealed with the checksum of the rest."""
    body = b"\n".join(_line(value) for value in (index, search, sigles, *records))
    return _line({**head, "crc": zlib.crc32(body)}) + b"\n" + body


def decode(content: bytes, key: Key | None = None) -> Snapshot | None:
    """The snapshot in these bytes; None when they are damaged or made from another key."""
    head_line, _, body = content.partition(b"\n")
    try:
        head = json.loads(head_line)
        intact = head["crc"] == zlib.crc32(body) and (key is None or head["cle"] == key)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return Snapshot(head, content.split(b"\n")) if intact else None


def _line(value: Any) -> bytes:
    # A path that is not valid UTF-8 carries lone surrogates; json.loads reads them back.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
