"""The 21–25 % rule, both ways, on the worked examples and at its edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.estimate import estimate_gross, estimate_net, gross_range, net_range
from penitcareer.domain.money import Range
from tests.support import RULE, drawn, smic

amounts = st.integers(1, 1_000_000_00)


@pytest.mark.parametrize(
    ("gross", "net"),
    [
        (3500_00, (2625_00, 2765_00)),
        (1823_00, (1367_25, 1440_17)),
        (2340_00, (1755_00, 1848_60)),
        (7000_00, (5250_00, 5530_00)),
        (1, (1, 1)),
        (2, (2, 2)),
        (1_000_000_00, (750_000_00, 790_000_00)),
    ],
)
def test_the_net_of_a_gross_is_what_the_rule_leaves(gross: int, net: tuple[int, int]) -> None:
    assert net_range(gross, RULE) == Range(*net)


@pytest.mark.parametrize(
    ("net", "gross"), [(2700_00, (3417_72, 3600_00)), (1000_00, (1265_82, 1333_33)), (1, (1, 1)), (79, (100, 105))]
)
def test_the_gross_of_a_net_undoes_the_rule(net: int, gross: tuple[int, int]) -> None:
    assert gross_range(net, RULE) == Range(*gross)


def test_the_year_is_computed_from_the_amount_not_from_the_rounded_month() -> None:
    found = estimate_net(1000_01, False, RULE, None)
    assert found.annuel.montant == 12 * 1000_01
    assert found.annuel.fourchette == Range(9000_09, 9480_09)  # 9 000,09 and 9 480,0948
    assert found.mensuel.fourchette == Range(750_01, 790_01)  # 12 times these would be 9 000,12


def test_an_annual_amount_gives_its_month_without_a_second_rounding() -> None:
    found = estimate_net(42_000_00, True, RULE, None)
    assert (found.mensuel.montant, found.annuel.montant) == (3500_00, 42_000_00)
    assert found.mensuel.fourchette == Range(2625_00, 2765_00)
    odd = estimate_net(100_00, True, RULE, None)
    assert odd.mensuel.montant == 8_33
    assert odd.mensuel.fourchette == Range(6_25, 6_58)  # from 100 €, not from 8,33 €


def test_the_two_ways_name_what_is_given_and_what_is_looked_for() -> None:
    net, gross = estimate_net(100_00, False, RULE, None), estimate_gross(100_00, False, RULE, None)
    assert (net.donne, net.cherche) == ("brut", "net")
    assert (gross.donne, gross.cherche) == ("net", "brut")


def test_a_wanted_annual_net_gives_its_gross() -> None:
    found = estimate_gross(32_400_00, True, RULE, None)
    assert found.mensuel.montant == 2700_00
    assert found.mensuel.fourchette == Range(3417_72, 3600_00)
    assert found.annuel.fourchette == Range(41_012_66, 43_200_00)


@pytest.mark.parametrize(("gross", "below"), [(1823_02, True), (1823_03, False), (1823_04, False)])
def test_a_gross_is_below_the_smic_only_when_it_is_less(gross: int, below: bool) -> None:
    assert estimate_net(gross, False, RULE, smic(1823_03)).sous_smic is below


def test_the_start_of_a_gross_range_is_what_is_compared_with_the_smic() -> None:
    # 1 440,19 € net asks for 1 823,03 € gross at least; one cent less asks for 1 823,02 €... below.
    assert estimate_gross(1440_19, False, RULE, smic(1823_03)).sous_smic is False
    assert estimate_gross(1440_18, False, RULE, smic(1823_03)).sous_smic is True


def test_a_year_below_twelve_smic_is_below_the_smic() -> None:
    assert estimate_net(12 * 1823_03 - 12, True, RULE, smic(1823_03)).sous_smic is True
    assert estimate_net(12 * 1823_03, True, RULE, smic(1823_03)).sous_smic is False


def test_nothing_is_said_about_an_unknown_smic() -> None:
    assert estimate_net(1_00, False, RULE, None).sous_smic is None
    assert estimate_gross(1_00, False, RULE, None).sous_smic is None


@pytest.mark.parametrize(("amount", "per_year", "annual"), [(0, False, False), (1, False, True), (1, True, False)])
def test_a_monthly_amount_looks_annual_above_20_000_euros(amount: int, per_year: bool, annual: bool) -> None:
    assert estimate_net(RULE.parait_annuel + amount, per_year, RULE, None).parait_annuel is annual
    assert estimate_gross(RULE.parait_annuel + amount, per_year, RULE, None).parait_annuel is annual


def test_a_small_amount_never_looks_annual() -> None:
    assert not estimate_net(100, False, RULE, None).parait_annuel


@drawn(300)
@given(amounts, st.sampled_from([1, 12]))
def test_a_net_is_a_range_never_above_its_gross(gross: int, months: int) -> None:
    low, high = net_range(gross, RULE, months)
    assert 0 <= low <= high <= gross


@drawn(300)
@given(amounts, amounts)
def test_both_ways_grow_with_the_amount(one: int, other: int) -> None:
    less, more = sorted((one, other))
    for convert in (net_range, gross_range):
        small, large = convert(less, RULE), convert(more, RULE)
        assert small.min <= large.min
        assert small.max <= large.max


@drawn(300)
@given(amounts)
def test_the_gross_range_of_a_net_holds_it_both_ways(net: int) -> None:
    low, high = gross_range(net, RULE)
    assert net <= low <= high
    assert abs(net_range(low, RULE).max - net) <= 1  # the cheapest gross, at best, gives that net
    assert abs(net_range(high, RULE).min - net) <= 1  # the dearest, at worst
