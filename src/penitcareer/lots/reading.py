"""A staff file, read by tables of some rows: CSV, Parquet, or a spreadsheet."""

import os
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl
from fastexcel import FastExcelError

from penitcareer.domain.staff import UnreadableStaff
from penitcareer.lots import csv_pieces
from penitcareer.lots.sheets import sheet_of
from penitcareer.lots.tables import BLOCK, blocks

CSV, PARQUET, SHEETS = (".csv", ".txt", ".tsv"), (".parquet",), (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


class StaffFile(NamedTuple):
    """A staff file: its columns, with their types where it has some, how many rows, about for CSV,
    and its rows."""

    schema: dict[str, pl.DataType | type[pl.DataType]]
    rangs: int
    tables: Iterator[pl.DataFrame]


def open_staff(path: str) -> StaffFile:
    """The staff of a file, by the ending of its name. Raises UnreadableStaff."""
    ending = os.path.splitext(path)[1].lower()
    if os.path.isdir(path):
        raise UnreadableStaff(path, "dossier")
    if ending not in (*CSV, *PARQUET, *SHEETS):
        raise UnreadableStaff(path, "format")
    try:
        if ending in CSV:
            found = _csv(path)
        elif ending in PARQUET:
            found = _parquet(path)
        else:
            found = _sheet(path)
    except (OSError, pl.exceptions.PolarsError, FastExcelError) as problem:
        raise _unreadable(path, problem) from None
    return found._replace(tables=_blocks(path, found.tables))


def _csv(path: str) -> StaffFile:
    shape = csv_pieces.shape_of(path)
    return StaffFile(dict.fromkeys(shape.colonnes, pl.String), shape.rangs, csv_pieces.tables_of(path, shape))


def _parquet(path: str) -> StaffFile:
    lazy = pl.scan_parquet(path, glob=False)
    count = lazy.select(pl.len()).collect().item()
    tables = lazy.collect_batches(chunk_size=BLOCK, maintain_order=True, lazy=True)  # the header may yet be refused
    return StaffFile(dict(lazy.collect_schema()), count, tables)


def _sheet(path: str) -> StaffFile:
    """The first sheet of a spreadsheet: it holds a million rows at most."""
    table = sheet_of(path)
    return StaffFile(dict(table.schema), len(table), iter((table,)))


def _blocks(path: str, tables: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The same rows by blocks, those that hold nothing left out."""
    try:
        for table in tables:
            blank = table.select(pl.all_horizontal(pl.all().is_null())).to_series()
            yield from blocks(table.filter(~blank))
    except (OSError, pl.exceptions.PolarsError) as problem:
        raise _unreadable(path, problem) from None


def _unreadable(path: str, problem: Exception) -> UnreadableStaff:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return UnreadableStaff(path, "absent")
        case PermissionError():
            return UnreadableStaff(path, "ferme")
    return UnreadableStaff(path, "contenu")
