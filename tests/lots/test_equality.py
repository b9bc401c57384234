"""A row of a staff is paid what `penit paie` pays, to the cent."""

from typing import Any

import polars as pl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from penitcareer import Penit, PenitError
from penitcareer.domain.errors import PenitError as Problem
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.lots import bulletins
from penitcareer.lots.header import TOTALS
from penitcareer.store.catalogue import Catalogue
from tests.lots.support import Row, euros, expected, random_rows
from tests.support import DAY

ROWS = 10_000 if not settings().derandomize else 300  # by night, and in `make test`


@settings(max_examples=1, phases=[Phase.generate])  # a failure is a row: nothing to shrink
@given(seed=st.integers(0, 10**9))
def test_a_random_staff_is_paid_as_one_by_one(catalogue: Catalogue, seed: int) -> None:
    rows = random_rows(catalogue, ROWS, seed)
    penit = Penit(le=DAY)
    paid = bulletins(pl.DataFrame(rows, infer_schema_length=None), penit)
    kinds = [check(row, found, expected(penit, row)) for row, found in zip(rows, paid.to_dicts(), strict=True)]
    assert {Payslip, PayslipRange} < set(kinds)
    assert kinds.count(Payslip) > ROWS // 4


def check(row: Row, found: dict[str, Any], one: Payslip | PayslipRange | PenitError) -> type:
    """That what was found for a row is the payslip of this row; its kind."""
    if isinstance(one, Problem):
        assert found["anomalie"], row
        assert [name for name in found if name.startswith(("total_", "ligne_")) and found[name] is not None] == []
        return Problem
    assert found["anomalie"] is None, row
    if isinstance(one, PayslipRange):
        low, high = one.bas.bulletin.totaux, one.haut.bulletin.totaux if one.haut else None
        ends = (low.brut, high and high.brut, one.net_min, high and high.net_a_payer_avant_impot)
        assert [name for name in found if name.startswith(("total_", "ligne_")) and found[name] is not None] == []
    else:
        totals = one.bulletin.totaux
        assert {name: found[column] for name, column in TOTALS.items()} == {
            name: euros(getattr(totals, name)) for name in TOTALS
        }, row
        lines = {line.code: euros(line.montant) for line in one.bulletin.lignes if line.code != "impot"}
        assert {name[6:]: found[name] for name in found if name.startswith("ligne_") and found[name]} == lines, row
        ends = (totals.brut, totals.brut, totals.net_a_payer_avant_impot, totals.net_a_payer_avant_impot)
        missing = [item.prime.code for item in one.situation.primes_inconnues]
        assert found["manque"] == (", ".join(missing) or None)
        assert [found[f"ligne_{code}"] for code in missing] == [None] * len(missing)
        assert found["preuve"] == (one.indice.preuve if one.indice else None)
    assert [found[name] for name in ("brut_min", "brut_max", "net_min", "net_max")] == list(map(euros, ends)), row
    return type(one)


@pytest.mark.parametrize("month", ["2023-01", "2024-07"])
def test_the_law_is_that_of_the_day(catalogue: Catalogue, month: str) -> None:
    from datetime import date

    penit = Penit(le=date.fromisoformat(f"{month}-01"))
    rows = random_rows(catalogue, 40, 7)
    paid = bulletins(pl.DataFrame(rows, infer_schema_length=None), penit)
    for row, found in zip(rows, paid.to_dicts(), strict=True):
        check(row, found, expected(penit, row))
