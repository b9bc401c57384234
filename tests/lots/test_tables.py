"""`bulletins` gives back a table of the kind that it was given."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import penitcareer
from penitcareer import Penit
from penitcareer.domain.staff import BadHeader
from penitcareer.lots import posts, tables
from penitcareer.store.catalogue import Catalogue
from tests.lots.support import expected, random_rows
from tests.lots.test_equality import check
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


TWICE = ["corps", "note", "note", "im"]


def in_pandas(names: list[str], cells: list[Any]) -> Any:
    return pytest.importorskip("pandas").DataFrame([cells], columns=names)


def in_arrow(names: list[str], cells: list[Any]) -> Any:
    pyarrow = pytest.importorskip("pyarrow")
    return pyarrow.Table.from_arrays([pyarrow.array([cell]) for cell in cells], names=names)


@pytest.mark.parametrize("table", [in_pandas, in_arrow])
def test_a_name_met_twice_is_no_matter_but_that_of_a_fact(table: Callable[[list[str], list[Any]], Any]) -> None:
    paid = penitcareer.bulletins(table(TWICE, ["cpip", "a", "b", 450]), Penit(le=DAY))
    assert list(getattr(paid, "column_names", paid.columns))[:4] == TWICE
    assert str(paid["total_brut"][0]) == str(GROSS[0])
    with pytest.raises(BadHeader, match="deux_fois"):
        penitcareer.bulletins(table(["corps", "im", "corps"], ["cpip", 450, "cea"]), Penit(le=DAY))


def test_another_thing_is_no_staff() -> None:
    for other in ([1, 2], pl.LazyFrame(AGENTS), pytest.importorskip("pandas").Series(["cpip"], name="corps")):
        with pytest.raises(TypeError, match=f"Polars or pandas DataFrame, .* not a {type(other).__name__}"):
            penitcareer.bulletins(other)
    with pytest.raises(BadHeader):
        penitcareer.bulletins(pl.DataFrame({"nom": ["a"]}))


@pytest.mark.parametrize("column", [[["nuit=4"]], [{"a": 1}], [b"nuit"], [object()], [timedelta(1)]])
def test_a_fact_is_said_by_texts_or_numbers(column: list[object]) -> None:
    with pytest.raises(BadHeader, match=r"cellules.*'prime'"):
        penitcareer.bulletins(pl.DataFrame({"im": [450], "prime": column}), Penit(le=DAY))
    paid = penitcareer.bulletins(pl.DataFrame({"im": [450], "note": column}), Penit(le=DAY))
    assert paid["anomalie"].to_list() == [None]


def test_an_anomaly_is_said_as_the_command_says_it(tmp_path: Path) -> None:
    rows = {"corps": ["lune", "cpip"], "im": [450, 5], "enfants": [0, 99]}
    said = penitcareer.bulletins(pl.DataFrame(rows), Penit(le=DAY))["anomalie"].to_list()
    pl.DataFrame(rows).write_csv(tmp_path / "agents.csv")
    shown = penit("lot", str(tmp_path / "agents.csv")).out
    assert same_spaces(said[0]).startswith("Corps inconnu : « lune »")
    assert same_spaces(said[1]).startswith("enfants va de 0 à 15, pas « 99 »")
    assert all(sentence in shown for sentence in said)


def test_an_anomaly_is_said_as_the_caller_wants() -> None:
    paid = penitcareer.bulletins(pl.DataFrame({"corps": ["lune"]}), Penit(le=DAY), dire=kind_of)
    assert paid["anomalie"].to_list() == ["UnknownCorps"]


AMOUNTS = ["120.5", "0", None, "120.505", "-3", "2000000.5", "7"]
COUNTS = ["3", "0", None, "16", "-1", "99999", "1"]
KINDS = [pl.Float64, pl.Float32, pl.Decimal(12, 3), pl.Int64, pl.Int32, pl.Categorical]


def kind_of(problem: Exception) -> str:
    return type(problem).__name__


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("fact", "texts"), [("primes", AMOUNTS), ("enfants", COUNTS), ("zone", COUNTS)])
def test_a_column_of_numbers_is_read_as_its_texts(kind: Any, fact: str, texts: list[str | None]) -> None:
    written = pl.Series(texts)
    column = written.cast(kind) if kind == pl.Categorical else written.cast(pl.Float64).cast(kind)
    written = column.cast(pl.String) if kind in (pl.Int64, pl.Int32) else written
    rows = {"corps": ["cpip"] * len(texts), "im": [450] * len(texts), "taux_impot": ["1,5"] * len(texts)}
    paid, wanted = (
        penitcareer.bulletins(pl.DataFrame(rows | {fact: one}), Penit(le=DAY), kind_of) for one in (column, written)
    )
    assert paid.drop(fact).equals(wanted.drop(fact))
    assert 2 <= paid["anomalie"].null_count() <= 5


WHOLE = [
    pl.Series([2**64 - 1, 7], dtype=pl.UInt64),
    pl.Series([-128, 127], dtype=pl.Int8),
    pl.Series([float("inf"), 7]),
]


@pytest.mark.parametrize("numbers", WHOLE)
@pytest.mark.parametrize("fact", ["im", "zone", "quotite", "psc_agent"])
def test_numbers_of_any_size_are_read_or_refused(fact: str, numbers: pl.Series) -> None:
    rows = pl.DataFrame({"ib": [500, 500], fact: numbers})
    assert penitcareer.bulletins(rows, Penit(le=DAY))["anomalie"][0] is not None


def test_a_whole_number_with_a_decimal_of_zero_is_one() -> None:
    """What is written of 3 beside a hole, by who makes a CSV of a table; one bad row is one bad row."""
    rows = {"corps": ["aae"] * 3, "echelon": ["3.0", "3,0", "4"], "enfants": ["1.0", "2,0", "1.5"]}
    paid = penitcareer.bulletins(pl.DataFrame(rows | {"quotite": [80.0, 100.0, 80.5]}), Penit(le=DAY))
    whole = {"corps": ["aae"] * 2, "echelon": [3, 3], "enfants": [1, 2], "quotite": [80, 100]}
    alone = penitcareer.bulletins(pl.DataFrame(whole), Penit(le=DAY))
    assert paid["total_brut"].to_list() == [*alone["total_brut"], None]


def test_a_column_of_booleans_is_read_as_its_words() -> None:
    """A contract has a zone of residence when it is on an index; nothing said is no."""
    agents = {"statut": ["contractuel"] * 3, "brut": [3000] * 3, "zone": [1] * 3}
    booleans, words = [True, False, None], ["oui", "non", None]
    paid, told = (
        penitcareer.bulletins(pl.DataFrame({**agents, "sur_indice": column}), Penit(le=DAY)).drop("sur_indice")
        for column in (booleans, words)
    )
    assert paid.equals(told)
    assert paid["anomalie"].is_null().to_list() == [True, False, False]


def test_a_column_of_nothing_says_nothing() -> None:
    facts = ["corps", "primes", "enfants", "taux_impot", "ic_csg", "primes_nommees", "sans_primes"]
    rows = pl.DataFrame({"im": [450]} | {fact: [None] for fact in facts})
    alone = penitcareer.bulletins(pl.DataFrame({"im": [450]}), Penit(le=DAY))
    assert penitcareer.bulletins(rows, Penit(le=DAY))["total_net_paye"].equals(alone["total_net_paye"])


def test_the_noise_of_binary_fractions_is_no_anomaly() -> None:
    rows = pl.DataFrame({"im": [450, 450, 450], "primes": [0.1 + 0.2, 383.31000000000006, 12.005]})
    paid = penitcareer.bulletins(rows, Penit(le=DAY))
    assert paid["ligne_primes"].to_list() == [Decimal("0.30"), Decimal("383.31"), None]


def test_blocks_come_back_in_order_and_posts_already_met_pay_the_same(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = pl.DataFrame(random_rows(catalogue, 30, 5), infer_schema_length=None)
    penit = Penit(le=DAY)
    whole = penitcareer.bulletins(rows, penit)
    monkeypatch.setattr(tables, "BLOCK", 7)
    monkeypatch.setattr(posts, "MOST_KNOWN", 9)
    for one in (penit, Penit(le=DAY)):
        assert penitcareer.bulletins(rows, one).equals(whole)
    fewer = rows.drop("quotite")  # other facts, hence other posts
    assert penitcareer.bulletins(fewer, penit).equals(penitcareer.bulletins(fewer, Penit(le=DAY)))
    later = Penit(le=DAY.replace(year=DAY.year - 1))
    assert not penitcareer.bulletins(rows, later).equals(whole)


def test_a_post_is_paid_in_its_zone(catalogue: Catalogue) -> None:
    zones = [None, "1", "2", "3", "4", "1", " 2 "]
    rows = [{"corps": "cpip", "echelon": "5"} | ({"zone": zone} if zone else {}) for zone in zones]
    paid = penitcareer.bulletins(pl.DataFrame(rows, schema=["corps", "echelon", "zone"]), Penit(le=DAY))
    for row, found in zip(rows, paid.to_dicts(), strict=True):
        check(row, found, expected(Penit(le=DAY), row))
