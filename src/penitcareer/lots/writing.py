"""The rows of a paid staff as CSV, JSON lines or Parquet, written as they come."""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from itertools import chain
from typing import IO, Any

import polars as pl

from penitcareer.domain.staff import BadHeader
from penitcareer.lots.run import StaffRun
from penitcareer.store.replacing import folder_beside

BOM = "\ufeff"
WRITTEN = 8192  # rows made text at once
UNWRITABLE: dict[str, tuple[Any, ...]] = {  # by format, what Polars stops on
    "csv": (pl.List, pl.Array, pl.Struct, pl.Binary, pl.Duration),
    "jsonl": (pl.Binary,),
    "parquet": (),
}
HEARD = 0.1  # seconds between two looks at a signal, which no lock of Windows lets through


def write_rows(run: StaffRun, kind: str, file: IO[bytes]) -> None:
    """Write every row of a run in a file: `csv`, `jsonl` or `parquet`."""
    if kind == "parquet":
        _parquet(run, file)
    elif kind == "jsonl":
        file.writelines(_json_lines(run))
    else:
        file.writelines(text.encode("utf-8", "replace") for text in chain((BOM,), csv_texts(run)))


def refuse_unwritable(run: StaffRun, kind: str) -> None:
    """Raise BadHeader for columns that a format cannot hold."""
    lost = [name for name, held in run.schema.items() if any(one in UNWRITABLE[kind] for one in _within(held))]
    if lost:
        raise BadHeader("ecriture", lost)


def _within(kind: Any) -> Iterator[Any]:
    """A type of cells, and those of what its cells hold."""
    yield kind
    inside = [field.dtype for field in kind.fields] if kind == pl.Struct else [kind.inner] if kind.is_nested() else ()
    for one in inside:
        yield from _within(one)


def csv_texts(run: StaffRun) -> Iterator[str]:
    """The rows as a French spreadsheet opens them, block by block."""
    yield _csv(pl.DataFrame(schema=run.schema), header=True)
    for table in _written(run):
        yield _csv(table, header=False)


def _csv(table: pl.DataFrame, header: bool) -> str:
    return table.write_csv(include_header=header, separator=";", decimal_comma=True, line_terminator="\r\n")


def _json_lines(run: StaffRun) -> Iterator[bytes]:
    """An object a line, amounts as numbers of euros."""
    for table in _written(run):
        lines = io.BytesIO()
        table.with_columns(pl.col(pl.Decimal).cast(pl.Float64)).write_ndjson(lines)
        yield lines.getvalue()


def _written(run: StaffRun) -> Iterator[pl.DataFrame]:
    """The rows by parts of a block: as text, a block may be a hundred megabytes."""
    for table in run.tables():
        yield from table.iter_slices(WRITTEN)


def _parquet(run: StaffRun, file: IO[bytes]) -> None:
    """By parts in a folder, which Polars then puts together: it takes no rows one block after another,
    but from a function that it calls on threads of its own, and Python's must stay Python's."""
    with folder_beside(file) as folder:
        parts: list[str] = []
        for table in chain((pl.DataFrame(schema=run.schema),), run.tables()):
            parts.append(os.path.join(folder, f"{len(parts)}.arrow"))
            table.write_ipc(parts[-1], compression="zstd")
        whole = os.path.join(folder, "whole.parquet")
        _hearing(partial(pl.scan_ipc(parts, glob=False).sink_parquet, whole, maintain_order=True))
        with open(whole, "rb") as content:
            shutil.copyfileobj(content, file)


def _hearing(write: Callable[[], object]) -> None:
    """Write on a thread: while it works, the main one hears Ctrl-C. Raises OSError."""
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(write)
        while not wait((written,), HEARD).done:
            pass
    try:
        written.result()
    except pl.exceptions.PolarsError as problem:  # what it makes of a full disk
        raise OSError(str(problem)) from None
