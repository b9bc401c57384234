"""The first sheet of a spreadsheet, its cells as texts: Excel's and LibreOffice's."""

import io
import re
from collections.abc import Iterator
from functools import reduce
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, is_zipfile

import polars as pl

from penitcareer.domain.staff import UnreadableStaff
from penitcareer.lots.header import column_names

PIECE = 4 * 1024 * 1024
CELLS = re.compile(r"xl/.+\.xml|content\.xml")
# The reader takes a cell whose formula failed for an empty one: who has « #N/A » for a bonus would be
# paid without it. Such cells, of Excel then of LibreOffice, are texts once this is written instead.
FAILED = {
    rb"""(<c\b[^>]*? t=["'])e(?=["'])""": rb"\1str",
    rb"""(<table:table-cell\b[^>]*?) office:string-value=""(?=[^>]* calcext:value-type="error")""": rb"\1",
}
MIDNIGHT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00:00$"  # a date is a time for the reader


def sheet_of(path: str) -> pl.DataFrame:
    """The rows of the first sheet. Raises UnreadableStaff, BadHeader, OSError, PolarsError, FastExcelError."""
    cells = pl.read_excel(
        _told(path), engine="calamine", has_header=False, read_options={"dtypes": "string"}, raise_if_empty=False
    )
    if cells.is_empty():
        raise UnreadableStaff(path, "vide")
    texts = cells.select(pl.all().str.replace(MIDNIGHT, "$1").replace("", None))
    names = column_names([(name or "").strip() for name in texts.row(0)])
    return texts.slice(1).rename(dict(zip(texts.columns, names, strict=True)))


def _told(path: str) -> str | IO[bytes]:
    """A file, or the same with the cells that failed as the texts that they show."""
    if not is_zipfile(path):
        return path
    try:
        with ZipFile(path) as given:
            sheets = [name for name in given.namelist() if CELLS.fullmatch(name)]
            failed = any(re.search(how, piece) for name in sheets for piece in _pieces(given, name) for how in FAILED)
            return _copy(given, sheets) if failed else path
    except BadZipFile:
        raise UnreadableStaff(path, "contenu") from None


def _copy(given: ZipFile, sheets: list[str]) -> IO[bytes]:
    copy = io.BytesIO()
    with ZipFile(copy, "w", ZIP_DEFLATED, compresslevel=1) as told:
        for name in given.namelist():
            with told.open(name, "w", force_zip64=True) as file:
                for piece in _pieces(given, name):
                    file.write(reduce(_as_texts, FAILED, piece) if name in sheets else piece)
    return copy


def _as_texts(piece: bytes, failed: bytes) -> bytes:
    return re.sub(failed, FAILED[failed], piece)


def _pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    """The content of a file of an archive, no tag cut in two."""
    rest = b""
    with archive.open(name) as file:
        while data := file.read(PIECE):
            whole, mark, rest = (rest + data).rpartition(b"<")
            yield whole
            rest = mark + rest
    yield rest
