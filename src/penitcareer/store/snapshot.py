"""Everything a command may need, validated once and kept as lines of JSON, by name.

    key        what it was made from
    places     where the lines of each name start, counted from the end of this line
    tete       parameters, the day of the data, files left out
    noms       every name of every métier
    sigles     acronyms
    paie       the law of the payslip, and bonuses
    noms_corps every name of every corps, and of its grades
    carrieres  the sentences of careers
    officiel   the official range of each corps, by day
    etapes     what each corps pays at school, at the start and at the end, by day
    corps      then one line a corps, in the order of their names,
    entrees    one line a métier, in the order of theirs: its entry in the list,
    recherche  its texts, folded,
    fiches     its record,
    voisins    its neighbours

A command reads and decodes only the lines it needs, whatever the size of the file: `net`
reads the head, `show` the head, the names, one record and its neighbours. Each line is
sealed by a checksum of its own: a figure changed by a damaged disk is never shown.

The wheel ships a snapshot of the built-in data, the cache keeps the others: same format.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, BinaryIO

Key = list[Any]
Plain = dict[str, Any]
OBJECTS = frozenset(("tete", "paie", "corps", "entrees", "fiches"))  # lines of the other names are lists
# What reading a snapshot that is damaged, or of another shape, may raise.
ODD = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError, RecursionError)


class Snapshot:
    """The lines of an open file, each read when asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[str, list[int]] = _value(file.readline())
        self._start = file.tell()

    def line(self, name: str, position: int = 0) -> Any:
        """The decoded line of a name, or the one at a position among those of that name."""
        self._file.seek(self._start + self._places[name][position])
        value = _value(self._file.readline())
        if not isinstance(value, dict if name in OBJECTS else list):
            raise TypeError(f"not the shape of {name}")
        return value

    def lines(self, name: str) -> Iterator[Any]:
        """Every line of a name, decoded, in order."""
        return (self.line(name, position) for position in range(len(self._places[name])))

    def close(self) -> None:
        """Let the file go: where the system forbids it otherwise, it can then be replaced."""
        self._file.close()

    __del__ = close


def read(file: BinaryIO | None, key: Key) -> Snapshot | None:
    """The snapshot in this file; None when it is damaged or made from another key."""
    if file is None:
        return None
    try:
        if file.readline() == sealed(key):
            return Snapshot(file)
    except ODD:
        pass
    file.close()
    return None


def fresh(lines: Sequence[bytes]) -> Snapshot:
    """The snapshot of lines that were just made."""
    file = BytesIO(b"".join(lines))
    file.readline()  # the key
    return Snapshot(file)


def encode(key: Key, lines: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    """The lines of a snapshot: its key, its places, then these, already sealed."""
    places: dict[str, list[int]] = {}
    content: list[bytes] = []
    end = 0
    for name, those in lines.items():
        places[name] = []
        for line in those:
            places[name].append(end)
            end += len(line)
        content += those
    return [sealed(key), sealed(places), *content]


def sealed(value: Any) -> bytes:
    """A value as a line: the checksum of its JSON, then its JSON."""
    # A path that is not valid UTF-8 carries lone surrogates; json.loads reads them back.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    content = text.encode("utf-8", "surrogatepass")
    return _seal(content) + b" " + content


def _value(line: bytes) -> Any:
    seal, _, content = line.partition(b" ")
    if seal != _seal(content):
        raise ValueError("damaged line")
    return json.loads(content)


def _seal(content: bytes) -> bytes:
    return b"%08x" % zlib.crc32(content)
