"""What holds of every career of a made-up corps, whatever its lengths and its events."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.path import Path
from penitcareer.domain.career.plan import Spell
from penitcareer.domain.money import MONTHS, Range
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import careers, grade, promotion, route, school, subject
from tests.support import pay

Grades = list[dict[str, Any]]
LENGTHS = st.integers(1, 60)
ABOVE_THE_SMIC = st.integers(380, 1000)  # IM 380 pays 1 870 euros, more than the SMIC of the day


@st.composite
def grids(draw: st.DrawFn) -> Grades:
    """A school or none, then one to three grades of growing indices and any lengths."""
    found = [school("eleve", 370, draw(LENGTHS))] if draw(st.booleans()) else []
    for name in ("base", "haut", "sommet")[: draw(st.integers(1, 3))]:
        indices = sorted(draw(st.lists(ABOVE_THE_SMIC, min_size=1, max_size=6, unique=True)))
        lengths = [*(draw(LENGTHS) for _ in indices[1:]), None]
        found.append(grade(name, *zip(indices, lengths, strict=True)))
    return found


SPELLS = st.sampled_from([(), (Spell(80, 3, 6),), (Spell(50, 1, 1), Spell(90, 8, 12))])
BIRTHS = st.lists(st.integers(1, 20), max_size=3).map(lambda years: tuple(sorted(years)))
YEARS = st.integers(20, 50)


def only(result: Careers) -> Path:
    return result.carrieres[0].parcours


@settings(max_examples=60)
@given(grids(), SPELLS, BIRTHS, YEARS)
def test_time_never_goes_back_and_totals_add_their_months(
    catalogue: Catalogue,
    grades: Grades,
    spells: tuple[Spell, ...],
    births: tuple[int, ...],
    years: int,
) -> None:
    if grades[0]["code"] == "eleve":
        spells = ()  # no part-time at school
    path = only(careers(catalogue, subject(*grades), annees=years, temps_partiels=spells, naissances=births))
    starts = [segment.mois for segment in path.segments]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(segment.jour.day == 1 for segment in path.segments)
    assert [year.annee for year in path.annees] == list(range(1, years + 1))
    total = 0
    for month in range(years * MONTHS):
        paid = path.at(month).paie
        assert paid is not None
        total += paid.net.min
        if (month + 1) % MONTHS == 0:
            cumul = path.annees[month // MONTHS].cumul
            assert cumul is not None
            assert cumul == (total, total)


@settings(max_examples=60)
@given(grids(), YEARS)
def test_a_later_echelon_never_pays_less(catalogue: Catalogue, grades: Grades, years: int) -> None:
    path = only(careers(catalogue, subject(*grades), annees=years))
    nets = [segment.paie.net.min for segment in path.segments if segment.paie and segment.etape.phase == "titulaire"]
    assert nets == sorted(nets)


@settings(max_examples=60)
@given(grids(), st.integers(0, 12), st.integers(1, 5), st.integers(1, 45))
def test_no_promotion_is_before_its_conditions(
    catalogue: Catalogue, grades: Grades, services: int, rank: int, years: int
) -> None:
    """By seniority, and then asked for in the year that the error names."""
    codes = [item["code"] for item in grades]
    steps = [(here, there) for here, there in pairwise(codes) if here != "eleve"]
    held = {item["code"]: len(item["echelons"]) for item in grades}
    rules = [
        promotion(here, there, route(services_annees=services, echelon_min=str(min(rank, held[here]))))
        for here, there in steps
    ]
    here = subject(*grades, carriere={"promotions": rules})
    path = only(careers(catalogue, here, avancement="au_plus_tot", annees=years))
    for before, after in pairwise(path.segments):
        if after.etape.motif == "promotion":
            assert after.etape.service is not None
            assert after.mois - after.etape.service >= services * MONTHS
            if before.etape.phase != "titulaire":
                continue  # promoted on the day of titularisation
            assert before.etape.grade is not None
            names = [echelon.echelon for echelon in before.etape.grade.echelons]
            # The échelon may have been reached the very month of the promotion.
            assert names.index(str(min(rank, len(names)))) <= _rank_reached(path, after.mois)


def _rank_reached(path: Path, month: int) -> int:
    """The highest rank that seniority gives by a month in the grade held just before."""
    before = path.at(month - 1).etape
    assert before.grade is not None
    entered = next(s for s in path.segments if s.etape.grade == before.grade)
    assert entered.etape.echelon is not None
    rank = before.grade.echelons.index(entered.etape.echelon)
    since = entered.mois
    while (lasts := before.grade.echelons[rank].duree_mois) is not None and since + lasts <= month:
        rank, since = rank + 1, since + lasts
    return rank


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1500, 3000), st.integers(0, 2000)), min_size=1, max_size=3), SPELLS, YEARS)
def test_a_band_contains_its_middle(
    catalogue: Catalogue, bounds: list[tuple[int, int]], spells: tuple[Spell, ...], years: int
) -> None:
    levels = zip(("junior", "confirme", "senior"), bounds, strict=False)
    known = pay(*((level, low, low + width) for level, (low, width) in levels))
    path = only(
        careers(catalogue, subject(grade("seul", (None, None)), pay=known), temps_partiels=spells, annees=years)
    )
    assert path.base == "fourchettes"
    for segment in path.segments:
        assert segment.paie is not None
        for amounts in (segment.paie.brut, segment.paie.net):
            low, high = amounts
            assert high is not None
            assert low <= Range(low, high).middle <= high
        assert (segment.paie.net.max or 0) <= (segment.paie.brut.max or 0)
    totals = [year.cumul for year in path.annees]
    assert all(total is not None and total.min <= (total.max or 0) for total in totals)


@settings(max_examples=30)
@given(grids(), st.integers(2, 20))
def test_an_event_only_changes_what_comes_after_it(catalogue: Catalogue, grades: Grades, year: int) -> None:
    plain = only(careers(catalogue, subject(*grades), annees=20))
    child = only(careers(catalogue, subject(*grades), annees=20, naissances=(year,)))
    for month in range(20 * MONTHS):
        before, after = plain.at(month).paie, child.at(month).paie
        assert before is not None
        assert after is not None
        assert (after == before) if month < (year - 1) * MONTHS else (after.net.min > before.net.min)
