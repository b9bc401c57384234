"""Careers worked by hand: every change at its month, every net to the cent, every total."""

from typing import Any

import pytest

from tests.career import support

CASES = support.cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nom"])
def test_every_change_comes_at_its_month_with_its_net(case: dict[str, Any]) -> None:
    assert support.told(case) == support.worked(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nom"])
def test_the_total_of_every_year_adds_its_months(case: dict[str, Any]) -> None:
    steps, path = support.worked(case), support.command(case)
    assert path["base"] == case["base"]
    found = [support.pay(year["cumul_net"]) for year in path["annees"]]
    assert found == [support.cumulated(steps, support.case_start(case), year["annee"]) for year in path["annees"]]


@pytest.mark.parametrize("case", [case for case in CASES if case["cumuls"]], ids=lambda case: case["nom"])
def test_a_total_worked_by_hand(case: dict[str, Any]) -> None:
    totals = {year["annee"]: support.pay(year["cumul_net"]) for year in support.command(case)["annees"]}
    for year, expected in case["cumuls"].items():
        bounds = expected if isinstance(expected, list) else [expected, expected]
        assert totals[year] == (None if expected is None else tuple(bound and round(bound * 100) for bound in bounds))


def test_the_cases_are_many_and_each_says_its_source() -> None:
    assert len(CASES) >= 12
    assert all(case["source"].strip() for case in CASES)
