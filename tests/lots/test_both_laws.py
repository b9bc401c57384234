"""A staff under a reform: each row beside what the law alone pays."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from penitcareer import Penit
from penitcareer.domain.across.law_gap import LawGap
from penitcareer.domain.staff import BadHeader
from penitcareer.lots import bulletins
from penitcareer.lots.both_laws import BESIDE, StaffRows, gaps_of
from penitcareer.store.catalogue import Catalogue
from tests.lots.support import asked, euros, random_rows
from tests.support import ROOT

FOLDER = ROOT / "docs" / "reformes"
DAY = date(2027, 1, 1)
ROWS = 2_000 if not settings().derandomize else 100  # by night, and in `make test`


def under(name: str) -> Penit:
    return Penit(le=DAY, reforme=str(FOLDER / f"{name}.yaml"))


@pytest.mark.parametrize("name", ["point", "icp", "grille_cpip"])
@settings(max_examples=1, phases=[Phase.generate])  # a failure is a row: nothing to shrink
@given(seed=st.integers(0, 10**9))
def test_rows_are_those_of_two_separate_runs(catalogue: Catalogue, name: str, seed: int) -> None:
    table = pl.DataFrame(random_rows(catalogue, ROWS, seed), infer_schema_length=None)
    both = bulletins(table, under(name)).to_dicts()
    law = bulletins(table, under(name).sans_reforme).to_dicts()
    assert list(law[0]) == [column for column in both[0] if column not in BESIDE]
    for row, found, alone in zip(table.to_dicts(), both, law, strict=True):
        for sum_ in ("brut", "net"):
            for end in ("min", "max"):
                assert found[f"droit_{sum_}_{end}"] == alone[f"{sum_}_{end}"], row
        assert (found["manque_droit"], found["anomalie_droit"]) == (alone["manque"], alone["anomalie"])
        same = found["manque"] == alone["manque"] and found["anomalie"] is alone["anomalie"] is None
        for sum_ in ("brut", "net"):
            gap = gap_of(span(found, sum_), span(alone, sum_)) if same else None
            assert span(found, f"ecart_{sum_}") in (gap, gap and (gap[0], gap[1] or gap[0])), row


def span(row: dict[str, Any], name: str) -> tuple[Decimal, Decimal | None] | None:
    return None if row[f"{name}_min"] is None else (row[f"{name}_min"], row[f"{name}_max"])


def gap_of(reform: Any, law: Any) -> tuple[Decimal, Decimal | None] | None:
    """From the least to the most that the reform may add."""
    (low, high), (least, most) = reform, law
    if high is None:
        return (low - (least if most is None else most), None)
    if most is None:
        return None
    return (min(low - least, high - most), max(low - least, high - most))


def test_a_row_gains_what_its_payslips_do(catalogue: Catalogue) -> None:
    """As `penit paie --contre-droit` says it of an index that the law knows by bounds."""
    steps = [{"corps": "cpip", "echelon": str(step)} for step in range(1, 11)]
    for name, more in (("grille_cpip", []), ("point", [{"corps": "dpip", "echelon": "1"}])):
        penit, rows = under(name), steps + more
        found = bulletins(pl.DataFrame(rows), penit).to_dicts()
        for row, paid in zip(rows, found, strict=True):
            gap = penit.paie(**asked(row)).contre_droit().valeur
            if isinstance(gap, LawGap):
                (net,) = (line for line in gap.lignes if line.ligne.genre == "net")
                assert span(paid, "ecart_net") == (net.ecart and tuple(map(euros, net.ecart))), row


def test_what_a_reform_does_not_touch_stays_even_where_only_a_floor_is_known() -> None:
    table = pl.DataFrame({"corps": ["dpip"], "echelon": ["1"]})
    untouched, touched = (bulletins(table, under(name)).to_dicts()[0] for name in ("grille_cpip", "point"))
    assert untouched["droit_net_max"] is untouched["net_max"] is None
    assert untouched["ecart_net_min"] == untouched["ecart_net_max"] == 0
    assert touched["ecart_net_min"] > 0
    assert touched["ecart_net_max"] is None


def test_a_loss_at_a_floor_may_be_larger_above(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text('reforme: {nom: "a", depuis: "2027-01-01", parametres: {point_100: 5800}}\n', encoding="utf-8")
    (found,) = bulletins(
        pl.DataFrame({"corps": ["dpip"], "echelon": ["1"]}), Penit(le=DAY, reforme=str(path))
    ).to_dicts()
    assert found["net_min"] < found["droit_net_min"]
    assert span(found, "ecart_net") is span(found, "ecart_brut") is None


def test_a_gain_that_one_law_cannot_tell_is_unknown(tmp_path: Path) -> None:
    """The law knows that directors have an IFO and not how much."""
    path = tmp_path / "r.yaml"
    path.write_text(
        'reforme: {nom: "IFO", depuis: "2027-01-01", primes: [{code: ifo, corps: dsp, montant: 6000}]}\n',
        encoding="utf-8",
    )
    (found,) = bulletins(pl.DataFrame({"corps": ["dsp"], "im": [600]}), Penit(le=DAY, reforme=str(path))).to_dicts()
    assert (found["manque"], found["manque_droit"], found["anomalie_droit"]) == (None, "ifo", None)
    assert found["net_min"] > found["droit_net_min"]
    assert span(found, "ecart_net") is None


def test_where_the_law_has_no_high_end_nothing_tells_the_loss(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        'reforme: {nom: "a", depuis: "2027-01-01", corps: [{code: dpip, grades: [{code: classe_normale,'
        ' grille: [{echelon: "1", im: 600}]}]}]}\n',
        encoding="utf-8",
    )
    found = bulletins(pl.DataFrame({"corps": ["dpip"], "echelon": ["1"]}), Penit(le=DAY, reforme=str(path)))
    assert found["droit_net_min"][0] is not None
    assert found["droit_net_max"][0] is None
    assert (found["net_max"][0], found["ecart_net_min"][0]) == (found["net_min"][0], None)


def test_a_floor_under_the_reform_alone_counts_from_the_most_that_the_law_pays() -> None:
    """No reform makes a floor of a range, for now: the table is made so."""
    rows = StaffRows(under("point"), dict.fromkeys(["corps", "grade", "echelon"], pl.String))
    table = pl.DataFrame({"corps": ["cpip"], "grade": ["classe_normale"], "echelon": ["3"]})
    paid = rows.paid(table)
    assert paid.droit is not None
    open_ended = paid._replace(paies=paid.paies._replace(plafonnes=np.zeros(1, bool)))
    gaps = gaps_of(open_ended, paid.droit)
    assert (gaps.connus[0], gaps.plafonnes[0]) == (True, False)
    total = "net_a_payer_avant_impot"
    assert gaps.bas["net"][0] == paid.paies.bas[total][0] - paid.droit.haut[total][0]


def test_without_a_reform_nothing_is_added() -> None:
    table = pl.DataFrame({"corps": ["cpip"], "im": [450]})
    assert set(BESIDE) & set(bulletins(table, Penit(le=DAY)).columns) == set()
    named = table.with_columns(pl.lit(1).alias("ecart_net_min"))
    assert len(bulletins(named, Penit(le=DAY))) == 1
    with pytest.raises(BadHeader):
        bulletins(named, under("point"))
