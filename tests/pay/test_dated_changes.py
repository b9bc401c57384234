"""What a day changes: no line vanishes with it, and each corps keeps what is its own then."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from penitcareer.domain.pay.corps import Corps, grades_on
from penitcareer.domain.pay.law import law_at
from penitcareer.domain.pay.payslip import payslip_of
from penitcareer.domain.pay.request import PayRequest
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.official import change_days
from tests.pay.support import lines_of, payslip

GO_WITH_A_BONUS = {"transfert_primes_points", "rafp", "pension_pss"}  # gone while its amount is unknown
INDEX = 500  # above the SMIC on every day: the top-up comes and goes by right


def heirs(corps: Corps, day: date) -> Iterator[tuple[str, str]]:
    """Each grade of the day before, and what it is on a day: itself, or its heir."""
    for grade in grades_on(corps, day - timedelta(days=1)):
        heir = next((item.vers for item in corps.fusions if grade.code in item.depuis and item.le <= day), grade.code)
        yield grade.code, heir


def paid(catalogue: Catalogue, corps: Corps, grade: str, day: date) -> set[str]:
    """The lines of a payslip, those of unknown amount included."""
    law = law_at(catalogue.pay_rules, day)
    request = PayRequest(corps=corps, grade=grade, im=INDEX, zone=1, enfants=2, affectation="deconcentre")
    slip = payslip_of(law, catalogue.pay_books, request)
    return set(lines_of(slip.bulletin)) | {item.prime.code for item in slip.situation.primes_inconnues}


def changes(catalogue: Catalogue, corps: Corps) -> list[date]:
    """The days, after the first, at which a value or a grade of a corps changes."""
    days = {*change_days(catalogue.pay_rules, catalogue.pay_books)[1:], *(fusion.le for fusion in corps.fusions)}
    return sorted(days)


def test_no_line_vanishes_when_something_changes(catalogue: Catalogue) -> None:
    lost = [
        (corps.code, day.isoformat(), before, sorted(gone))
        for corps in catalogue.corps
        for day in changes(catalogue, corps)
        for before, after in heirs(corps, day)
        if (
            gone := paid(catalogue, corps, before, day - timedelta(days=1))
            - paid(catalogue, corps, after, day)
            - GO_WITH_A_BONUS
        )
    ]
    assert lost == []


def test_a_captain_keeps_the_pss_after_the_merger_of_2027(catalogue: Catalogue) -> None:
    """27.5 % of the traitement at IM 500: 2 461.39 x 0.275 = 676.88."""
    before = payslip(catalogue, "2026-12", corps="cdc", grade="capitaine_classe_normale", im=500)
    after = payslip(catalogue, "2027-01", corps="cdc", grade="capitaine", im=500)
    assert lines_of(after.bulletin)["pss"] == lines_of(before.bulletin)["pss"] == 676_88
    assert after.bulletin.totaux == before.bulletin.totaux


@pytest.mark.parametrize(
    ("corps", "month", "held"),
    [("cea", "2023-12", 13_92), ("cea", "2024-01", 23_17), ("cdc", "2023-12", 23_17), ("cdc", "2024-01", 32_42)],
)
def test_the_cap_of_the_transfert_is_that_of_the_category_of_the_day(
    catalogue: Catalogue, corps: str, month: str, held: int
) -> None:
    """The CEA left category C, the CDC category B, on 1 January 2024: 167, 278 or 389 a year."""
    found = lines_of(payslip(catalogue, month, corps=corps, im=450, primes=300).bulletin)
    assert found["transfert_primes_points"] == held


def test_a_category_lasts_until_its_last_day(catalogue: Catalogue) -> None:
    cea = catalogue.corps_of("cea")
    assert [cea.categorie_on(day) for day in (date(2023, 12, 31), date(2024, 1, 1))] == ["C", "B"]
    assert catalogue.corps_of("dsp").categorie_on(date(2023, 1, 1)) == "A"


def test_the_floor_of_the_pss_is_at_least_that_of_the_minimum_index(catalogue: Catalogue) -> None:
    """January 2023, index of the floor unknown: 28.5 % of 353 x 58.2004 / 12 = 1 712.06."""
    assert lines_of(payslip(catalogue, "2023-01", corps="cpip", im=400).bulletin)["pss"] == 487_94
    assert lines_of(payslip(catalogue, "2023-07", corps="cpip", im=400).bulletin)["pss"] == 514_90
