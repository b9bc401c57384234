"""A table in memory, paid: a DataFrame of Polars or pandas, or an Arrow table, gives one of its kind."""

import os
from typing import TYPE_CHECKING, Any, TypeVar

import polars as pl

from penitcareer.api import Penit
from penitcareer.api.face import Reponse, needed
from penitcareer.api.staff import effects_answer
from penitcareer.api.wording import sentence
from penitcareer.domain.staff_effects import StaffEffects
from penitcareer.lots.both_laws import StaffRows
from penitcareer.lots.effects import counted, effects
from penitcareer.lots.header import column_names
from penitcareer.lots.tables import Sentence, blocks
from penitcareer.lots.threads import in_order

if TYPE_CHECKING:
    from penitcareer.lots.run import StaffRun

StaffTable = TypeVar("StaffTable")


def bulletins(table: StaffTable, penit: Penit | None = None, dire: Sentence = sentence) -> StaffTable:
    """A table of agents, one a row, and beside each its payslip: every line and total in euros,
    and why there is none (`anomalie`). Columns bear the names of the options of a payslip; the
    others are kept. A Polars or pandas DataFrame, or an Arrow table, gives one of its kind.

    `penit`: the day, the data and the reform, under which what each gains or loses is beside;
    `dire`: how an anomaly is said, by default as the command says it. Raises BadHeader.
    """
    added = _results(_as_polars(table), penit or Penit(), dire)
    given: Any = table
    if isinstance(table, pl.DataFrame):
        return table.hstack(added)  # type: ignore[return-value]
    if _kind(table) == "pandas":
        return given.assign(**{name: added[name].to_list() for name in added.columns})  # type: ignore[no-any-return]
    for column in added:
        given = given.append_column(column.name, column.to_arrow())
    return given  # type: ignore[no-any-return]


def effets(agents: Any, penit: Penit) -> Reponse[StaffEffects]:
    """What the reform of `penit` does to a staff: who gains, who loses, what it costs, by corps,
    grade, zone and decile of net. `agents`: a table that `bulletins` takes, or the path of a file
    that `penit lot` reads. Raises BadHeader, UnreadableStaff, and ContradictoryPay without a reform."""
    needed(penit.reforme)
    if isinstance(agents, str | os.PathLike):
        from penitcareer.lots.run import StaffRun  # with what reads spreadsheets, which no table needs

        return effects_of_run(StaffRun(penit, os.fspath(agents)), penit)
    table = _as_polars(agents)
    rows = StaffRows(penit, table.schema)
    counts = (counted(rows.paid(block)) for block in blocks(table))
    return effects_answer(effects(counts, penit.le, rows.textes), penit)


def effects_of_run(run: "StaffRun", penit: Penit) -> Reponse[StaffEffects]:
    """The same of a staff file, read by blocks."""
    return effects_answer(effects(run.each(counted), run.jour, run.textes), penit)


def _as_polars(table: Any) -> pl.DataFrame:
    if isinstance(table, pl.DataFrame):
        return table
    if _kind(table) == "pandas" and hasattr(table, "columns"):
        names = column_names(map(str, table.columns))
        return pl.DataFrame({name: pl.Series(_cells(table.iloc[:, at]), strict=False) for at, name in enumerate(names)})
    if hasattr(table, "rename_columns"):
        return pl.DataFrame(table.rename_columns(column_names(table.column_names)))
    raise TypeError(f"a staff is a Polars or pandas DataFrame, or an Arrow table, not a {type(table).__name__}")


def _kind(table: object) -> str:
    return type(table).__module__.partition(".")[0]


def _cells(column: Any) -> list[Any]:
    """The cells of a pandas column, None for each of its several kinds of nothing."""
    return [None if missing else cell for cell, missing in zip(column.tolist(), column.isna(), strict=True)]


def _results(table: pl.DataFrame, penit: Penit, say: Sentence) -> pl.DataFrame:
    rows = StaffRows(penit, table.schema)
    paid = list(in_order(lambda block: rows.results(rows.paid(block), say), blocks(table)))
    return pl.concat(paid) if paid else pl.DataFrame(schema=rows.schema)
