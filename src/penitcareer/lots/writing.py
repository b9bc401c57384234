"""The rows of a paid staff as CSV, JSON lines or Parquet, written as they come."""

from collections.abc import Iterator
from itertools import chain
from threading import Thread
from typing import IO, Any

import polars as pl
from polars.io.plugins import register_io_source

from penitcareer.domain.staff import BadHeader
from penitcareer.lots.run import StaffRun

BOM = "\ufeff"


def write_rows(run: StaffRun, kind: str, file: IO[bytes]) -> None:
    """Write every row of a run in a file: `csv`, `jsonl` or `parquet`."""
    if kind == "parquet":
        _parquet(run, file)
    else:
        texts = chain((BOM,), csv_texts(run)) if kind == "csv" else _json_lines(run)
        file.writelines(text.encode("utf-8", "replace") for text in texts)


def refuse_lists(run: StaffRun, kind: str) -> None:
    """Raise BadHeader for columns that CSV cannot hold."""
    nested = [name for name, kind_ in run.schema.items() if kind_.is_nested()]
    if kind == "csv" and nested:
        raise BadHeader("liste", nested)


def csv_texts(run: StaffRun) -> Iterator[str]:
    """The rows as a French spreadsheet opens them, block by block."""
    yield _csv(pl.DataFrame(schema=run.schema), header=True)
    for table in run.tables():
        yield _csv(table, header=False)


def _csv(table: pl.DataFrame, header: bool) -> str:
    return table.write_csv(include_header=header, separator=";", decimal_comma=True, line_terminator="\r\n")


def _json_lines(run: StaffRun) -> Iterator[str]:
    """An object a line, amounts as numbers of euros."""
    for table in run.tables():
        yield table.with_columns(pl.col(pl.Decimal).cast(pl.Float64)).write_ndjson()


def _parquet(run: StaffRun, file: IO[bytes]) -> None:
    """Through Polars' streaming engine, on a thread: while it works, the main thread hears Ctrl-C."""
    failures: list[BaseException] = []

    def source(*_: Any) -> Iterator[pl.DataFrame]:
        try:
            yield from run.tables()
        except BaseException as failure:  # Polars would make another error of it
            failures.append(failure)
            raise

    def sink() -> None:
        try:
            register_io_source(source, schema=run.schema).sink_parquet(file, maintain_order=True, engine="streaming")
        except BaseException as failure:  # noqa: BLE001 (raised below, on the thread that asked)
            failures.append(failure)

    thread = Thread(target=sink, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if failures:
        raise failures[0]
