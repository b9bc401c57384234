"""`bulletins` gives back a table of the kind that it was given."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import penitcareer
from penitcareer import Penit
from penitcareer.domain.staff import BadHeader
from tests.support import DAY, penit, same_spaces

AGENTS: dict[str, list[Any]] = {"nom": ["a", "b", "c"], "corps": ["cpip", "aae", None], "im": [450, 500, None]}
GROSS = [Decimal("3257.85"), Decimal("2461.39"), None]


def test_a_polars_table_keeps_its_columns_and_gets_the_others() -> None:
    table = pl.DataFrame(AGENTS)
    paid = penitcareer.bulletins(table, Penit(le=DAY))
    assert paid.select(table.columns).equals(table)
    assert paid["total_brut"].to_list() == GROSS
    assert paid["anomalie"].is_not_null().to_list() == [False, False, True]


def test_a_pandas_table_gives_one() -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(AGENTS, index=[7, 8, 9])  # the index has holes in `im`: a float column
    paid = penitcareer.bulletins(table, Penit(le=DAY))
    assert type(paid) is pandas.DataFrame
    assert list(paid.index) == [7, 8, 9]
    assert paid[list(AGENTS)].equals(table)
    assert paid["total_brut"].tolist()[:2] == GROSS[:2]


def test_an_arrow_table_gives_one() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(AGENTS)
    paid = penitcareer.bulletins(table, Penit(le=DAY))
    assert type(paid) is pyarrow.Table
    assert paid.select(list(AGENTS)).equals(table)
    assert paid["total_brut"].to_pylist() == GROSS


def test_another_thing_is_no_staff() -> None:
    with pytest.raises(TypeError, match="Polars or pandas"):
        penitcareer.bulletins([1, 2])
    with pytest.raises(BadHeader):
        penitcareer.bulletins(pl.DataFrame({"nom": ["a"]}))


def test_an_anomaly_is_said_as_the_command_says_it(tmp_path: Path) -> None:
    rows = {"corps": ["lune", "cpip"], "im": [450, 5], "enfants": [0, 99]}
    said = penitcareer.bulletins(pl.DataFrame(rows), Penit(le=DAY))["anomalie"].to_list()
    pl.DataFrame(rows).write_csv(tmp_path / "agents.csv")
    shown = penit("lot", str(tmp_path / "agents.csv")).out
    assert same_spaces(said[0]).startswith("Corps inconnu : « lune »")
    assert same_spaces(said[1]).startswith("enfants va de 0 à 15, pas « 99 »")
    assert all(sentence in shown for sentence in said)


def test_an_anomaly_is_said_as_the_caller_wants() -> None:
    paid = penitcareer.bulletins(
        pl.DataFrame({"corps": ["lune"]}), Penit(le=DAY), dire=lambda problem: type(problem).__name__
    )
    assert paid["anomalie"].to_list() == ["UnknownCorps"]
