"""What a move or a promotion keeps, what is refused, and the year that a refusal gives."""

import pytest

from penitcareer.domain.career.errors import NotNextGrade, OwnCorps, PromotionTooEarly, SameTwice, SchoolNotOver
from penitcareer.domain.career.plan import Move, Plan, Spell, Wish
from penitcareer.domain.errors import PenitError
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import (
    BASE,
    SOURCE,
    START,
    TOP,
    UP,
    careers,
    codes,
    grade,
    promotion,
    route,
    school,
    stages,
    subject,
)
from tests.support import refused

LOW = subject(grade("la", (405, 12), (410, 12), (415, None)), code="autre")
RULES = {
    "promotions": [
        promotion("base", "haut", route(services_annees=4)),
        promotion("haut", "sommet", route(services_annees=3, services_dans="grade")),
    ]
}


def net_of(catalogue: Catalogue, index: int) -> int:
    paid = careers(catalogue, subject(grade("seul", (index, None))), zone=3).carrieres[0].parcours.segments[0].paie
    assert paid is not None
    return paid.net.min


def test_moving_into_another_corps_never_lowers_the_traitement(catalogue: Catalogue) -> None:
    """450 is above the last échelon of the new corps: the last is taken, and 450 is kept."""
    found = careers(catalogue, subject(), passages=(Move(LOW, 4),), zone=3)
    nets = [segment.paie.net.min for segment in found.carrieres[0].parcours.segments if segment.paie]
    assert (36, "la", "3") in stages(found)
    assert nets == sorted(nets)
    assert nets[-1] == net_of(catalogue, 450)
    assert "traitement_garanti" in codes(found)


def test_an_index_is_kept_until_the_grid_passes_it(catalogue: Catalogue) -> None:
    """The indices of the new corps do not tell where 420 is placed: the first échelon, at 420 still."""
    bounds = {"nature": "bornes", "raison": "Essai.", "sources": [{"titre": "Essai"}]}
    steps = grade("la", (405, 12), (None, 12), (480, None), encadrement=bounds)
    steps["echelons"][0] = {"echelon": "1", "im_min": 400, "im_max": 430, "duree_mois": 12}
    found = careers(catalogue, subject(), passages=(Move(subject(steps, code="autre"), 2),), zone=3)
    paid = [segment.paie.net for segment in found.carrieres[0].parcours.segments if segment.paie]
    assert paid[1].min == net_of(catalogue, 420)
    assert (paid[1].max or 0) > paid[1].min


def test_nobody_moves_into_the_corps_they_are_in(catalogue: Catalogue) -> None:
    with refused(OwnCorps, "essai est déjà le corps de l’agent", "carriere"):
        careers(catalogue, subject(), passages=(Move(subject(), 3),))


def test_the_same_promotion_is_asked_once(catalogue: Catalogue) -> None:
    twice = (Wish("haut", 5), Wish("Haut", 7))
    with refused(SameTwice, "deux fois, l’année 5 et l’année 7", "carriere"):
        careers(catalogue, subject(carriere=RULES), promotions=twice)
    there = subject(grade("la", (460, None)), UP, code="autre")
    moved = careers(catalogue, subject(carriere=RULES), promotions=twice, passages=(Move(there, 6),))
    assert stages(moved)[-1][1] == "haut"


ASKED: list[tuple[Wish, ...]] = [
    (Wish("haut", 2),),
    (Wish("haut", 3), Wish("sommet", 9)),
    (Wish("haut", 5), Wish("sommet", 6)),
    (Wish("haut", 2), Wish("sommet", 4)),
]


@pytest.mark.parametrize("asked", ASKED)
def test_the_year_that_a_refusal_gives_is_accepted(catalogue: Catalogue, asked: tuple[Wish, ...]) -> None:
    here = subject(BASE, UP, TOP, carriere=RULES)
    with pytest.raises(PromotionTooEarly) as found:
        careers(catalogue, here, promotions=asked, annees=12)
    refused_ = next(wish for wish in asked if wish.annee == found.value.year)
    earlier = tuple(wish for wish in asked if wish.annee < refused_.annee)
    assert found.value.possible is not None
    careers(catalogue, here, promotions=(*earlier, Wish(refused_.grade, found.value.possible)), annees=12)
    for year in range(1, found.value.possible):
        with pytest.raises(PenitError):
            careers(catalogue, here, promotions=(*earlier, Wish(refused_.grade, year)), annees=12)


def test_the_grade_to_take_first_comes_with_a_year_that_is_accepted(catalogue: Catalogue) -> None:
    here = subject(BASE, UP, TOP, carriere=RULES)
    with refused(NotNextGrade, "essayez d’abord --promotion haut@5$", "carriere"):
        careers(catalogue, here, promotions=(Wish("sommet", 9),), annees=12)
    careers(catalogue, here, promotions=(Wish("haut", 5), Wish("sommet", 9)), annees=12)


def test_the_year_after_the_school_is_one_that_its_own_rules_accept(catalogue: Catalogue) -> None:
    here = subject(school("eleve", 370, 14), BASE, UP, TOP, carriere=RULES)
    with refused(SchoolNotOver, "l’école n’est pas finie. Au plus tôt : --promotion haut@7", "carriere"):
        careers(catalogue, here, promotions=(Wish("haut", 2),), annees=12)
    with refused(SchoolNotOver, "Aucune année du parcours ne convient", "carriere"):
        careers(catalogue, here, promotions=(Wish("haut", 1),), annees=2)


def test_there_is_no_part_time_during_theory(catalogue: Catalogue) -> None:
    """14 months of theory: the third year is the first without any."""
    here = subject(school("eleve", 370, 14), BASE)
    with refused(SchoolNotOver, "pas de temps partiel pendant l’école. Au plus tôt : --quotite 80@3", "carriere"):
        careers(catalogue, here, temps_partiels=(Spell(80, 2, 4),))
    assert careers(catalogue, here, temps_partiels=(Spell(80, 3, 4),))


@pytest.mark.parametrize(("share", "end"), [(80, 15), (50, 24), (90, 14)])
def test_part_time_lengthens_a_placement(catalogue: Catalogue, share: int, end: int) -> None:
    """Décret n° 94-874, art. 15: twelve months at 80 % are fifteen, at 90 % thirteen and a third."""
    phase = {"grade": "stagiaire", "mois_theorie": 0, "mois_stage": 12, "source": SOURCE}
    here = subject(school("stagiaire", 390, 12), BASE, carriere={"ecole": [phase]})
    found = careers(catalogue, here, temps_partiels=(Spell(share, 1, 9),))
    assert stages(found)[:2] == [(0, "stagiaire", "unique"), (end, "base", "1")]


def test_months_are_done_at_their_share() -> None:
    plan = Plan(START, 10, temps_partiels=(Spell(80, 2, 2),))
    assert [plan.done(0, months) for months in (12, 18, 24)] == [12, 20, 27]
