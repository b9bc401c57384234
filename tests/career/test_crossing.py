"""Who passes whom, and when: small careers whose months are added by hand."""

import pytest

from penitcareer.domain.across.law_gap import law_gap
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.crossing import Crossing, Lead, Passing, crossings
from penitcareer.domain.career.plan import Spell, Subject
from penitcareer.domain.pay.advancement import NO_RULES
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import careers, grade, school, subject
from tests.support import metier, pay

FLAT = subject(grade("seul", (450, None)), code="plat")
LATE = subject(grade("bas", (400, 24), (500, None)), code="tardif")


def crossing(catalogue: Catalogue, *subjects: object, **plan: object) -> Crossing:
    found = careers(catalogue, *subjects, **plan).croisements  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def verdict(found: Careers) -> Crossing:
    """The crossing of two careers as if both rested on grids: amounts are easier to add on bands."""
    (item,) = crossings([career.parcours._replace(base="grille") for career in found.carrieres])
    return item


def on_bands(code: str, *bands: tuple[int, float]) -> Subject:
    """A métier without corps, whose indicative gross is given by years of service."""
    levels = zip(("junior", "confirme", "senior"), bands, strict=False)
    known = pay(*((level, gross, gross) for level, (_, gross) in levels))
    for tranche, (years, _) in zip(known["tranches"], bands, strict=True):
        tranche |= {"anciennete_min": years, "anciennete_max": None}
    return Subject(code, code, None, NO_RULES, metier(remuneration=known).remuneration)


def test_the_one_behind_passes_when_it_earns_more(catalogue: Catalogue) -> None:
    found = crossing(catalogue, FLAT, LATE)
    assert found.codes == ("plat", "tardif")
    assert found.mensuel == Lead("plat", (Passing(3, "tardif"),))


def test_the_totals_cross_when_what_was_lost_is_earned_back(catalogue: Catalogue) -> None:
    """As much is won each month after month 24 as was lost before, or nearly: equal steps
    of index are not quite equal steps of net, so the total crosses in the fifth year."""
    careers_ = careers(catalogue, FLAT, LATE)
    flat, late = (career.parcours for career in careers_.carrieres)
    (lead,) = careers_.croisements[0].cumul.passages
    assert lead.devant == "tardif"
    gaps = [
        there.cumul.min - here.cumul.min
        for here, there in zip(flat.annees, late.annees, strict=True)
        if here.cumul and there.cumul
    ]
    assert gaps[lead.annee - 2] <= 0 <= gaps[lead.annee - 1]
    assert lead.annee in (4, 5)


def test_equal_careers_never_cross(catalogue: Catalogue) -> None:
    found = crossing(catalogue, FLAT, subject(grade("seul", (450, None)), code="autre"))
    assert found.mensuel == found.cumul == Lead(None, ())


def test_one_that_always_leads_is_named(catalogue: Catalogue) -> None:
    found = crossing(catalogue, subject(grade("seul", (400, None)), code="moins"), FLAT)
    assert found.mensuel == found.cumul == Lead("plat", ())
    assert found.mensuel.annee is None


def test_a_tie_is_not_a_passing(catalogue: Catalogue) -> None:
    """450 then 400 and 450 again against 450: behind for two years, then level, never ahead."""
    found = crossing(catalogue, FLAT, subject(grade("bas", (400, 24), (450, None)), code="autre"))
    assert found.mensuel == Lead("plat", ())


def test_every_change_of_leader_is_told(catalogue: Catalogue) -> None:
    steps = subject(grade("pas", (400, 24), (460, 24), (470, None)), code="pas")
    other = subject(grade("autre", (420, 36), (465, None)), code="autre")
    found = crossing(catalogue, steps, other)
    assert found.mensuel == Lead("autre", (Passing(3, "pas"), Passing(4, "autre"), Passing(5, "pas")))
    assert found.mensuel.annee == 3


UNPAID = subject(school("eleve", None, 24), grade("seul", (460, None)), code="ecole")
PAID = subject(school("eleve", 366, 24), grade("seul", (460, None)), code="ecole")


def test_months_of_unknown_pay_leave_no_verdict_in_all(catalogue: Catalogue) -> None:
    for pair in ((FLAT, UNPAID), (UNPAID, FLAT)):
        found = crossing(catalogue, *pair)
        assert (found.mensuel, found.cumul) == (Lead("ecole", ()), Lead(None, ()))
        assert dict(zip(found.codes, found.mois_inconnus, strict=True)) == {"ecole": 24, "plat": 0}
    known = crossing(catalogue, FLAT, PAID)
    assert (known.mois_inconnus, known.cumul) == ((0, 0), Lead("plat", ()))


def test_a_total_that_lacks_months_has_no_gap_with_one_that_does_not(catalogue: Catalogue) -> None:
    """A reform that gives the school its index adds months to the total, and no euro a month."""
    unpaid, paid = careers(catalogue, UNPAID), careers(catalogue, PAID)
    total = law_gap(unpaid, paid).lignes[-1]
    assert (total.ligne.genre, total.ecart) == ("cumul", None)
    assert law_gap(unpaid, unpaid).lignes[-1].ecart == (0, 0)


def test_a_band_counts_for_its_middle(catalogue: Catalogue) -> None:
    """Net of 2 000 to 3 000 euros: 1 500 to 2 370, middle 1 935; index 450 pays 1 758 or so."""
    band = subject(grade("seul", (None, None)), code="bande", pay=pay(("junior", 2000, 3000)))
    found = careers(catalogue, FLAT, band)
    assert [career.parcours.base for career in found.carrieres] == ["grille", "fourchettes"]
    middle = found.carrieres[1].parcours.segments[0].paie
    assert middle is not None
    assert middle.net == (1500_00, 2370_00)
    assert verdict(found).mensuel == Lead("bande", ())


def test_there_is_no_verdict_but_between_grids(catalogue: Catalogue) -> None:
    """A bracket of an orientation sheet overtakes nobody."""
    band = subject(grade("seul", (None, None)), code="bande", pay=pay(("junior", 2000, 3000)))
    for pair in ((FLAT, band), (band, FLAT), (on_bands("x", (0, 2000)), on_bands("y", (0, 3000)))):
        found = crossing(catalogue, *pair)
        assert (found.comparable, found.mensuel, found.cumul) == (False, Lead(None, ()), Lead(None, ()))
    assert crossing(catalogue, FLAT, LATE).comparable


def test_pairs_come_in_the_order_given(catalogue: Catalogue) -> None:
    third = subject(grade("seul", (480, None)), code="tiers")
    found = careers(catalogue, FLAT, LATE, third)
    assert [item.codes for item in found.croisements] == [("plat", "tardif"), ("plat", "tiers"), ("tardif", "tiers")]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (1, (0, 1)),
        (3, (0, 2, 3)),
        (5, (0, 2, 5)),
        (30, (0, 2, 5, 10, 15, 20, 30)),
        (31, (0, 2, 5, 10, 15, 20, 30, 31)),
    ],
)
def test_the_milestones_end_with_the_career(catalogue: Catalogue, years: int, expected: tuple[int, ...]) -> None:
    assert careers(catalogue, FLAT, annees=years).reperes == expected


def test_the_totals_cross_the_year_in_which_the_gap_is_won_back(catalogue: Catalogue) -> None:
    """The middle net of a band of 2 000 is 1 540. Against it, 1 900 loses 77 a month for three
    years and 1 800 loses 154 in the fourth: 60 times 77 are lost at month 48. Then 2 100 wins
    77 a month: level at month 108, ahead in the tenth year."""
    flat, slow = on_bands("plat", (0, 2000)), on_bands("lent", (0, 1900), (3, 1800), (4, 2100))
    for pair in ((flat, slow), (slow, flat)):
        found = verdict(careers(catalogue, *pair, annees=15))
        assert found.mensuel == Lead("plat", (Passing(5, "lent"),))
        assert found.cumul == Lead("plat", (Passing(10, "lent"),))


def test_a_cent_is_enough_to_lead(catalogue: Catalogue) -> None:
    """75 and 79 % of 2 000.01 are 1 500.01 and 1 580.01 to the nearest cent."""
    found = verdict(careers(catalogue, on_bands("plat", (0, 2000)), on_bands("cent", (0, 2000.01))))
    assert found.mensuel == found.cumul == Lead("cent", ())


def test_part_time_prorates_a_band(catalogue: Catalogue) -> None:
    """80 % pays 6/7: 2 100 to 2 800 becomes 1 800 to 2 400, net 1 350 to 1 896."""
    band = subject(grade("seul", (None, None)), code="bande", pay=pay(("junior", 2100, 2800)))
    found = careers(catalogue, band, temps_partiels=(Spell(80, 2, 2),), annees=3).carrieres[0].parcours
    nets = [segment.paie.net for segment in found.segments if segment.paie]
    assert nets == [(1575_00, 2212_00), (1350_00, 1896_00), (1575_00, 2212_00)]
    assert [segment.mois for segment in found.segments] == [0, 12, 24]


def floored(*steps: tuple[int, int | None], code: str = "plancher") -> Subject:
    """A corps whose indices are known by their least only."""
    bounds = {"nature": "bornes", "raison": "Essai.", "sources": [{"titre": "Essai"}]}
    only = grade("seul", *((None, months) for _, months in steps), encadrement=bounds)
    for echelon, (least, _) in zip(only["echelons"], steps, strict=True):
        echelon["im_min"] = least
    return subject(only, code=code)


def test_a_floor_leads_only_when_it_is_above_what_the_other_may_pay(catalogue: Catalogue) -> None:
    """450 at least leads 400 to the cent; against 460 or another floor, nobody knows."""
    lower, higher = subject(grade("bas", (400, None)), code="bas"), subject(grade("haut", (460, None)), code="haut")
    for pair in ((floored((450, None)), lower), (lower, floored((450, None)))):
        found = crossing(catalogue, *pair)
        assert (found.comparable, found.planchers) == (True, True)
        assert found.mensuel == found.cumul == Lead("plancher", ())
    for other in (higher, floored((500, None), code="autre"), subject(grade("egal", (450, None)), code="egal")):
        found = crossing(catalogue, floored((450, None)), other)
        assert (found.comparable, found.planchers) == (False, True)
        assert found.mensuel == found.cumul == Lead(None, ())
    assert not crossing(catalogue, lower, higher).planchers


def test_the_totals_of_floors_have_no_verdict_once_the_lead_changes(catalogue: Catalogue) -> None:
    """An exact échelon, then 520 at least, against 440 then 480."""
    rising = subject(grade("seul", (440, 24), (480, None)), code="monte")
    mixed = floored((430, 24), (520, None))
    assert mixed.corps is not None
    (only,) = mixed.corps.grades
    first = only.echelons[0]._replace(im=450, im_min=None)
    mixed = mixed._replace(corps=mixed.corps._replace(grades=(only._replace(echelons=(first, only.echelons[1])),)))
    assert mixed.corps is not None
    assert crossing(catalogue, mixed, rising).mensuel == Lead("plancher", ())
    later = mixed.corps._replace(grades=(only._replace(echelons=(first._replace(im=430), only.echelons[1])),))
    found = crossing(catalogue, mixed._replace(corps=later), rising)
    assert found.mensuel == Lead("monte", (Passing(3, "plancher"),))
    assert found.cumul == Lead(None, ())
