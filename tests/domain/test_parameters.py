"""A dated value holds from its first day until the day before the next one."""

from datetime import date, timedelta

import pytest

from penitcareer.domain.dated import Dated, Parameter
from penitcareer.domain.parameters import ValueAtDate, value_if_known
from penitcareer.store.catalogue import Catalogue
from tests.support import PAGE

SMIC = [
    (date(2023, 1, 1), 1709_28),
    (date(2023, 5, 1), 1747_20),
    (date(2024, 1, 1), 1766_92),
    (date(2024, 11, 1), 1801_80),
    (date(2026, 1, 1), 1823_03),
    (date(2026, 6, 1), 1867_02),
]


def known_at(parameter: Parameter[int], day: date) -> ValueAtDate:
    value = value_if_known(parameter, day)
    assert value is not None
    return value


@pytest.mark.parametrize(("since", "cents"), SMIC)
def test_each_smic_holds_from_its_first_day(catalogue: Catalogue, since: date, cents: int) -> None:
    found = known_at(catalogue.smic, since)
    assert (found.valeur, found.depuis) == (cents, since)
    assert found.source.titre
    assert found.source.url


@pytest.mark.parametrize(("since", "before"), [(SMIC[i][0], SMIC[i - 1][1]) for i in range(1, len(SMIC))])
def test_the_day_before_the_former_smic_still_holds(catalogue: Catalogue, since: date, before: int) -> None:
    assert known_at(catalogue.smic, since - timedelta(days=1)).valeur == before


def test_an_estimate_can_do_without_an_unknown_smic(catalogue: Catalogue) -> None:
    assert value_if_known(catalogue.smic, date(2022, 12, 31)) is None
    assert known_at(catalogue.smic, date(2023, 1, 1)).valeur == 1709_28


@pytest.mark.parametrize(
    ("day", "constant"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), False),
        (date(2026, 11, 30), False),
        (date(2026, 12, 1), True),
        (date(2027, 1, 1), True),
        (date(2090, 1, 1), True),
    ],
)
def test_after_the_month_of_the_last_check_a_value_is_a_droit_constant(day: date, constant: bool) -> None:
    value = Dated(date(2026, 6, 1), 1, PAGE, None)
    parameter = Parameter("SMIC", "EUR", "haute", date(2026, 11, 21), None, (value,))
    assert known_at(parameter, day).droit_constant_depuis == (date(2026, 11, 21) if constant else None)
