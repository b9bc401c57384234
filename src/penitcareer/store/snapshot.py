"""Everything a command may need, validated once and kept as lines of JSON.

    seal     checksum of all that follows
    line 0   head: what it was made from, parameters, warnings
    line 1   index: one entry a métier
    line 2   search: the texts of each métier, folded
    line 3   acronyms
    line 4   the law of the payslip, and bonuses
    line 5   corps
    line 6   the sentences of careers
    line 7   the official range of each corps, by day
    line 8…  one métier a line
    then     the neighbours of each métier, a line each, in the same order

A command decodes only the lines it needs: `net` reads the head, `show` the head, the
index and one record.
"""

import json
import zlib
from typing import Any

INDEX, SEARCH, SIGLES, PAY, CORPS, CAREERS, OFFICIAL, FIRST_METIER = 1, 2, 3, 4, 5, 6, 7, 8

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

    def neighbours(self, position: int) -> Any:
        """The neighbours of the métier at a position of the index."""
        return self.line(position - (len(self._lines) - FIRST_METIER) // 2)


def encode(head: Plain, shared: tuple[Any, ...], records: list[Any], neighbours: list[Any]) -> bytes:
    """A snapshot as bytes: the head, the `shared` lines from INDEX to OFFICIAL, the records,
    then the neighbours of each. Sealed: a figure changed by a damaged disk is never shown."""
    content = b"\n".join(_line(value) for value in (head, *shared, *records, *neighbours))
    return _seal(content) + b"\n" + content


def decode(content: bytes, key: Key | None = None) -> Snapshot | None:
    """The snapshot in these bytes; None when they are damaged or made from another key."""
    seal, _, sealed = content.partition(b"\n")
    if seal != _seal(sealed):
        return None
    lines = sealed.split(b"\n")
    try:
        head = json.loads(lines[0])
        fresh = key is None or head["cle"] == key
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return Snapshot(head, lines) if fresh else None


def _seal(content: bytes) -> bytes:
    return b"%08x" % zlib.crc32(content)


def _line(value: Any) -> bytes:
    # A path that is not valid UTF-8 carries lone surrogates; json.loads reads them back.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
