"""Events of a plan: years, spells, births and their bounds."""

from datetime import date

import pytest

from penitcareer.domain.career.errors import OverlappingSpells, SameYear, TooManyBirths, YearOutside
from penitcareer.domain.career.plan import Move, Plan, Spell, Wish, checked, day_of, month_of
from tests.career.made_up import START, subject
from tests.support import refused

PLAN = Plan(START, 10)


def test_children_count_from_the_first_month_of_their_year() -> None:
    plan = PLAN._replace(enfants=1, naissances=(2, 4))
    assert [plan.children(month) for month in (0, 11, 12, 35, 36, 119)] == [1, 1, 2, 2, 3, 3]


def test_a_spell_lasts_its_years_both_included() -> None:
    plan = PLAN._replace(temps_partiels=(Spell(80, 2, 3), Spell(50, 4, 4)))
    assert [plan.share(month) for month in (11, 12, 35, 36, 47, 48)] == [100, 80, 80, 50, 50, 100]
    assert plan.changes() == {12, 36, 48}


@pytest.mark.parametrize(
    ("month", "day"), [(0, date(2026, 11, 1)), (1, date(2026, 12, 1)), (2, date(2027, 1, 1)), (14, date(2028, 1, 1))]
)
def test_months_follow_the_calendar(month: int, day: date) -> None:
    assert day_of(START, month) == day
    assert month_of(START, day) == month


def test_a_day_within_a_month_counts_from_the_next() -> None:
    assert month_of(START, date(2027, 1, 2)) == 3
    assert month_of(START, date(2026, 10, 1)) == -1


@pytest.mark.parametrize("year", [1, 10])
def test_the_first_and_last_year_are_of_the_career(year: int) -> None:
    plan = PLAN._replace(
        promotions=(Wish("haut", year),),
        passages=(Move(subject(code="autre"), year),),
        naissances=(year,),
        temps_partiels=(Spell(80, year, year),),
    )
    assert checked(plan) == plan


@pytest.mark.parametrize("year", [0, 11])
@pytest.mark.parametrize("field", ["promotions", "passages", "naissances", "temps_partiels"])
def test_an_event_outside_the_career_is_refused(year: int, field: str) -> None:
    plans = {
        "promotions": PLAN._replace(promotions=(Wish("haut", year),)),
        "passages": PLAN._replace(passages=(Move(subject(code="autre"), year),)),
        "naissances": PLAN._replace(naissances=(year,)),
        "temps_partiels": PLAN._replace(temps_partiels=(Spell(80, min(year, 5), max(year, 5)),)),
    }
    with refused(YearOutside, "de 1 à 10", "carriere"):
        checked(plans[field])


def test_spells_may_touch_but_not_overlap() -> None:
    checked(PLAN._replace(temps_partiels=(Spell(80, 3, 4), Spell(50, 1, 2))))
    with refused(OverlappingSpells, "80@2-4 et 50@4-5", "carriere"):
        checked(PLAN._replace(temps_partiels=(Spell(50, 4, 5), Spell(80, 2, 4))))


def test_fifteen_children_are_the_most() -> None:
    checked(PLAN._replace(enfants=14, naissances=(2,)))
    with refused(TooManyBirths, "15 enfants au plus", "carriere"):
        checked(PLAN._replace(enfants=14, naissances=(2, 3)))
    checked(PLAN._replace(enfants=8, naissances=(2, 3)))
    with refused(TooManyBirths, "15 enfants au plus", "carriere"):
        checked(PLAN._replace(enfants=1, naissances=(2, 3, 4) * 5))


@pytest.mark.parametrize(
    "plan",
    [
        PLAN._replace(promotions=(Wish("haut", 3), Wish("sommet", 3))),
        PLAN._replace(passages=(Move(subject(code="a"), 3), Move(subject(code="b"), 3))),
    ],
)
def test_two_events_of_a_kind_in_a_year_are_refused(plan: Plan) -> None:
    with refused(SameYear, "plus d’une l’année 3", "carriere"):
        checked(plan)
