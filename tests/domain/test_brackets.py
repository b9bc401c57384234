"""A bracket [a, b] becomes [0.75 a, 0.79 b], and is compared with the SMIC of the day."""

from datetime import date

import pytest

from penitcareer.domain.metiers.brackets import brackets, net_of_bracket, over
from penitcareer.domain.money import Range
from penitcareer.domain.parameters import value_if_known
from penitcareer.store.catalogue import Catalogue
from tests.support import RULE, metier, pay, smic

# Rule 21–25 % applied by hand to the documents (inventory, lines « Derived »), to the euro.
NETS = {
    "drsp": [(2100, 2765), (2625, 3950), (3750, 5530)],
    "dspip": [(2025, 2686), (2550, 3634), (3450, 5530)],
    "cpip": [(1367, 1440), (1367, 1849), (1755, 2591)],
}


@pytest.mark.parametrize("code", NETS)
def test_the_net_of_each_bracket_is_the_derived_one(catalogue: Catalogue, code: str) -> None:
    found = brackets(catalogue.metier(code).remuneration, catalogue.rule, None)
    assert [(round(b.net.min / 100), round(b.net.max / 100)) for b in found] == NETS[code]


def test_a_bracket_takes_the_lowest_net_of_its_start_and_the_highest_of_its_end() -> None:
    assert net_of_bracket(Range(2700_00, 3400_00), RULE) == Range(2025_00, 2686_00)


def test_an_unknown_pay_has_no_bracket() -> None:
    assert brackets(None, RULE, smic()) == ()


def test_a_year_is_twelve_months_of_gross_and_its_own_net() -> None:
    found = brackets(metier(remuneration=pay(("junior", 1000.01, 1000.01))).remuneration, RULE, None, 12)
    assert found[0].brut == over(Range(1000_01, 1000_01), 12) == Range(12000_12, 12000_12)
    assert found[0].net == Range(9000_09, 9480_09)


@pytest.mark.parametrize(
    ("day", "below"),
    [
        (date(2022, 12, 31), None),  # SMIC unknown
        (date(2025, 12, 31), False),  # 1 801,80 €
        (date(2026, 1, 1), True),  # 1 823,03 €: three cents above the bracket
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), True),  # 1 867,02 €
    ],
)
def test_the_junior_cpip_is_below_the_smic_from_2026_on(catalogue: Catalogue, day: date, below: bool | None) -> None:
    found = brackets(catalogue.metier("cpip").remuneration, catalogue.rule, value_if_known(catalogue.smic, day))
    assert [bracket.sous_smic for bracket in found] == ([None] * 3 if below is None else [below, below, False])


@pytest.mark.parametrize(("cents", "below"), [(1823_00, False), (1823_01, True)])
def test_a_bracket_is_below_the_smic_when_its_start_is_less(cents: int, below: bool) -> None:
    found = brackets(metier(remuneration=pay(("junior", 1823, 2000))).remuneration, RULE, smic(cents))
    assert found[0].sous_smic is below


def test_a_year_is_flagged_as_its_month_is() -> None:
    remuneration = metier(remuneration=pay(("junior", 1500, 1500))).remuneration
    assert brackets(remuneration, RULE, smic(), 12)[0].sous_smic is True
