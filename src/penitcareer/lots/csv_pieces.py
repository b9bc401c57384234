"""A CSV file read by pieces of whole rows, whatever its size: `;`, `,` or tabulations, UTF-8 or cp1252."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, NamedTuple

import polars as pl

from penitcareer.domain.staff import UnreadableStaff
from penitcareer.lots.header import column_names, facts_among

PIECE = 4 * 1024 * 1024
MOST_LINES = 10_000  # of one cell; beyond, a quote was opened by mistake
MOST_HEADER_LINES = 100  # of a header whose cells are on several lines
csv.field_size_limit(2**31 - 1)  # a cell as long as one may be: Python’s own limit would stop a file on it
SEPARATORS = "\t;,"  # the likeliest first: a comma may be in a name
EXTRA = "\0en trop"  # what a row has beyond the header


class CsvShape(NamedTuple):
    """How a file is written, the lines of its header, and how many rows it has, about."""

    encodage: str
    separateur: str
    colonnes: tuple[str, ...]
    entete: int
    rangs: int


def shape_of(path: str) -> CsvShape:
    """How a CSV file is written. Raises UnreadableStaff, BadHeader, OSError."""
    lines, utf_8 = 0, codecs.getincrementaldecoder("utf-8")()
    encoding, mac = "utf-8", False
    with open(path, "rb") as file:
        while piece := file.read(PIECE):
            lines += piece.count(b"\n")
            mac |= b"\r" in piece
            if b"\0" in piece:
                raise UnreadableStaff(path, "contenu")
            if encoding == "utf-8":
                try:
                    utf_8.decode(piece)
                except UnicodeDecodeError:
                    encoding = "cp1252"
    if mac and not lines:  # rows parted as on the Macs of old, whose accents were neither cp1252's
        raise UnreadableStaff(path, "contenu")
    try:
        separator, names, height = _header(path, encoding)
    except csv.Error:  # a line ends inside a cell that no quote opens
        raise UnreadableStaff(path, "contenu") from None
    if not any(names):
        raise UnreadableStaff(path, "vide")
    return CsvShape(encoding, separator, column_names(names), height, max(lines - height, 1))


def _header(path: str, encoding: str) -> tuple[str, Sequence[str], int]:
    """The separator under which the most columns say a fact, their names, and on how many lines these are."""
    signed = "utf-8-sig" if encoding == "utf-8" else encoding
    with open(path, encoding=signed, errors="replace", newline="\n") as text:
        lines = list(islice(iter(lambda: text.readline(PIECE), ""), MOST_HEADER_LINES))
    found = [(separator, *_first_row(lines, separator)) for separator in SEPARATORS]
    return max(found, key=lambda one: (len(facts_among(filter(_is_whole, one[1]))), len(one[1])))


def _is_whole(name: str) -> bool:
    """Whether a name holds no sign that parts cells: « corps," » is no « corps »."""
    return not {*SEPARATORS, '"'} & set(name)


def _first_row(lines: Sequence[str], separator: str) -> tuple[Sequence[str], int]:
    """The cells of the first row, and its lines; a quote that is not closed is a sign like another."""
    reader = csv.reader(lines, delimiter=separator)
    names = next(reader, [])
    if "".join(lines[: reader.line_num]).count('"') % 2:
        reader = csv.reader([lines[0].strip()], delimiter=separator, quoting=csv.QUOTE_NONE)
        names = next(reader, [])
    return [name.strip() for name in names], reader.line_num


def tables_of(path: str, shape: CsvShape) -> Iterator[pl.DataFrame]:
    """The rows of a CSV file, cells as texts, those beyond the header in EXTRA."""
    with open(path, "rb") as file:
        if file.read(3) != codecs.BOM_UTF8:
            file.seek(0)
        for _ in range(shape.entete):
            file.readline(PIECE)
        for piece, balanced in _pieces(file):
            yield _table(piece, balanced, shape)


def _pieces(file: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Pieces that end where a row does, and whether their quotes are closed."""
    rest = b""
    while data := file.read(PIECE):
        rest += data
        cut, balanced = _end_of_rows(rest)
        if cut:
            yield rest[:cut], balanced
            rest = rest[cut:]
    if rest:
        yield rest, rest.count(b'"') % 2 == 0


def _end_of_rows(data: bytes) -> tuple[int, bool]:
    """Where the last whole row ends, 0 when none does yet, and whether its quotes are closed."""
    last = end = data.rfind(b"\n") + 1
    quotes = data.count(b'"', 0, end)
    for _ in range(MOST_LINES):
        if quotes % 2 == 0:
            return end, True
        before = data.rfind(b"\n", 0, end - 1) + 1
        quotes -= data.count(b'"', before, end)
        end = before
    return last, False


def _table(piece: bytes, balanced: bool, shape: CsvShape) -> pl.DataFrame:
    """The rows of a piece. A quote that is not closed, or not doubled, is a sign like another:
    no row is lost inside a cell."""
    names = (*shape.colonnes, EXTRA)
    if shape.encodage != "utf-8":
        piece = piece.decode(shape.encodage, "replace").encode("utf-8")
    try:
        if not balanced:
            raise pl.exceptions.ComputeError
        return pl.read_csv(
            piece,
            separator=shape.separateur,
            has_header=False,
            schema=dict.fromkeys(names, pl.String),
            extra_columns="ignore",
            missing_columns="insert",
            truncate_ragged_lines=True,
        )
    except pl.exceptions.PolarsError:
        text = piece.decode("utf-8", "replace")
        rows = _rows(text, shape.separateur, csv.QUOTE_MINIMAL)
        if not balanced or any("\n" in cell for row in rows for cell in row):
            rows = _rows(text, shape.separateur, csv.QUOTE_NONE)
    width = len(names)
    cells = [[cell or None for cell in row[:width]] + [None] * (width - len(row)) for row in rows]
    return pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String), orient="row")


def _rows(text: str, separator: str, quoting: int) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting))  # type: ignore[arg-type]
