"""School, titularisation, promotions and moves of a made-up corps: both sides of each condition."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from penitcareer.domain.career.errors import (
    AlreadyInGrade,
    NoCareer,
    NotNextGrade,
    PromotionTooEarly,
    SchoolNotOver,
    UnknownCareerGrade,
    UnknownShare,
)
from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.plan import Move, Spell, Subject, Wish
from penitcareer.domain.career.rules import median_wait
from penitcareer.domain.pay.advancement import NO_RULES
from penitcareer.domain.pay.corps import Lettre, first_career_grade
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.domain.pay.law import law_at
from penitcareer.render.words.promotion import conditions
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import (
    BASE,
    SOURCE,
    START,
    TOP,
    UP,
    careers,
    codes,
    details,
    grade,
    promotion,
    route,
    school,
    stages,
    subject,
)
from tests.support import metier, pay, refused

SIX = promotion("base", "haut", route(services_annees=6))
THIRD = promotion("base", "haut", route(echelon_min="3"))


def carriere(*promotions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"promotions": list(promotions), **fields}


def test_each_echelon_lasts_what_the_grid_says(catalogue: Catalogue) -> None:
    assert stages(careers(catalogue, subject())) == [
        (0, "base", "1"), (12, "base", "2"), (36, "base", "3"), (72, "base", "4"),
    ]  # fmt: skip


def test_nothing_follows_the_last_echelon_even_of_known_length(catalogue: Catalogue) -> None:
    for steps in (((400, 12),), ((400, 12), (420, 12)), ((400, 12), (420, 12), (430, 12))):
        found = stages(careers(catalogue, subject(grade("base", *steps))))
        assert found == [(12 * rank, "base", str(rank + 1)) for rank in range(len(steps))]


def test_the_school_comes_first_then_the_first_echelon(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(school("eleve", 370, 8), school("stagiaire", 380, 12), BASE), annees=3)
    assert stages(found) == [(0, "eleve", "unique"), (8, "stagiaire", "unique"), (20, "base", "1"), (32, "base", "2")]


def test_a_school_year_of_unknown_length_is_left_out_and_said(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(school("eleve", 370, None), BASE), annees=2)
    assert stages(found)[0] == (0, "base", "1")
    assert "ecole_duree_inconnue" in codes(found)


def test_the_echelon_of_titularisation_may_be_another(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(school("eleve", 370, 12), BASE, carriere={"echelon_entree": "2"}), annees=4)
    assert stages(found) == [(0, "eleve", "unique"), (12, "base", "2"), (36, "base", "3")]


@pytest.mark.parametrize(("year", "month"), [(7, 72), (8, 84)])
def test_a_promotion_comes_the_first_month_of_its_year(catalogue: Catalogue, year: int, month: int) -> None:
    found = careers(catalogue, subject(carriere=carriere(SIX)), promotions=(Wish("haut", year),))
    assert (month, "haut", "3") in stages(found)  # from index 480 to 500


def test_a_promotion_before_its_seniority_says_the_first_year_that_suits(catalogue: Catalogue) -> None:
    with refused(PromotionTooEarly, "6 ans de services dans le corps. Au plus tôt : --promotion haut@7", "carriere"):
        careers(catalogue, subject(carriere=carriere(SIX)), promotions=(Wish("haut", 6),))


def test_a_promotion_before_its_echelon_says_the_first_year_that_suits(catalogue: Catalogue) -> None:
    assert (36, "haut", "2") in stages(
        careers(catalogue, subject(carriere=carriere(THIRD)), promotions=(Wish("haut", 4),))
    )
    with refused(PromotionTooEarly, "le 3e échelon. Au plus tôt : --promotion haut@4", "carriere"):
        careers(catalogue, subject(carriere=carriere(THIRD)), promotions=(Wish("haut", 3),))


def test_a_year_within_which_seniority_comes_is_too_early(catalogue: Catalogue) -> None:
    late = subject(school("eleve", 370, 8), BASE, UP, carriere=carriere(SIX))
    with pytest.raises(PromotionTooEarly) as found:
        careers(catalogue, late, promotions=(Wish("haut", 7),))  # six years are over at month 80, in year 7
    assert found.value.possible == 8


def test_a_promotion_that_no_year_allows_says_so(catalogue: Catalogue) -> None:
    with refused(PromotionTooEarly, "Aucune année", "carriere"):
        careers(catalogue, subject(carriere=carriere(SIX)), promotions=(Wish("haut", 4),), annees=5)


def test_years_in_the_grade_are_not_those_in_the_corps(catalogue: Catalogue) -> None:
    second = promotion("haut", "sommet", route(services_annees=2, services_dans="grade"))
    rules = carriere(SIX, second)
    found = careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 7), Wish("sommet", 9)))
    assert (96, "sommet", "1") in stages(found)
    with pytest.raises(PromotionTooEarly) as refused:
        careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 7), Wish("sommet", 8)))
    assert refused.value.possible == 9


@pytest.mark.parametrize(("until", "year"), [("2030-11-01", 5), ("2031-10-31", 5)])
def test_a_route_lasts_until_its_last_day(catalogue: Catalogue, until: str, year: int) -> None:
    rules = carriere(promotion("base", "haut", route(jusqu_au=until)))
    assert (48, "haut", "2") in stages(careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", year),)))
    with refused(PromotionTooEarly, "une voie ouverte", "carriere"):
        careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", year + 1),))


def test_a_route_opens_on_its_first_day(catalogue: Catalogue) -> None:
    for day in ("2029-04-01", "2029-03-15"):  # 1 April 2029 is the first month wholly after it
        rules = carriere(promotion("base", "haut", route(depuis=day)))
        found = careers(catalogue, subject(carriere=rules), avancement="au_plus_tot", annees=4)
        assert (29, "haut", "1") in stages(found)


def test_the_route_that_assumes_least_is_taken(catalogue: Catalogue) -> None:
    rules = carriere(promotion("base", "haut", route(autres=["Une mobilité."]), route(services_annees=1)))
    early = careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 1),))
    assert details(early, "conditions_supposees") == (("Une mobilité.",),)
    later = careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 2),))
    assert "conditions_supposees" not in codes(later)


def test_an_unknown_condition_lets_the_promotion_pass_and_says_so(catalogue: Catalogue) -> None:
    rules = carriere(promotion(raison="Texte non lu."))
    found = careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 2),))
    assert details(found, "conditions_inconnues") == (("Grade haut", "Texte non lu."),)


def test_a_corps_without_rules_rises_grade_by_grade(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(), promotions=(Wish("haut", 3), Wish("sommet", 5)))
    assert [grade for _, grade, _ in stages(found)] == ["base", "base", "haut", "sommet", "sommet"]
    with refused(NotNextGrade, "haut", "carriere"):
        careers(catalogue, subject(), promotions=(Wish("sommet", 3),))


def test_only_the_promotions_of_one_s_grade_are_open(catalogue: Catalogue) -> None:
    rules = carriere(promotion("base", "haut"), promotion("haut", "sommet"))
    with pytest.raises(NotNextGrade) as found:
        careers(catalogue, subject(carriere=rules), promotions=(Wish("sommet", 3),))
    assert (found.value.current, found.value.following) == ("base", ("haut",))


def test_the_last_grade_leads_nowhere(catalogue: Catalogue) -> None:
    with refused(AlreadyInGrade, "déjà le grade de l’agent", "carriere"):
        careers(catalogue, subject(BASE), promotions=(Wish("base", 3),))


def test_a_grade_may_be_named_by_its_title(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(carriere=carriere(SIX)), promotions=(Wish("Grade HAUT", 7),))
    assert "haut" in [grade for _, grade, _ in stages(found)]


def test_nothing_is_promoted_at_school(catalogue: Catalogue) -> None:
    late = subject(school("eleve", 370, 14), BASE, UP)
    with refused(SchoolNotOver, "--promotion haut@3", "carriere"):
        careers(catalogue, late, promotions=(Wish("haut", 2),))
    assert (24, "haut", "1") in stages(careers(catalogue, late, promotions=(Wish("haut", 3),)))


def test_nobody_moves_from_school(catalogue: Catalogue) -> None:
    late = subject(school("eleve", 370, 12), BASE)
    with refused(SchoolNotOver, "--puis autre@2", "carriere"):
        careers(catalogue, late, passages=(Move(subject(code="autre"), 1),))


def test_a_move_is_to_an_equal_or_next_higher_index(catalogue: Catalogue) -> None:
    there = subject(grade("la", (410, 12), (420, 12), (440, None)), code="autre")
    for year, echelon in ((2, "2"), (4, "3")):  # index 420 at month 12, 450 at month 36
        found = careers(catalogue, subject(), passages=(Move(there, year),))
        assert ((year - 1) * 12, "la", echelon) in stages(found)
        assert {"classement_indice_egal", "passage_inconnu", "passage_sans_ecole"} <= set(codes(found))


def test_a_move_skips_the_school_of_the_new_corps(catalogue: Catalogue) -> None:
    there = subject(school("eleve", 370, 12), grade("la", (460, None)), code="autre")
    assert (24, "la", "1") in stages(careers(catalogue, subject(), passages=(Move(there, 3),)))


def test_a_known_bridge_is_told(catalogue: Catalogue) -> None:
    bridge = {"vers": "autre", "voie": "examen", "services_annees": 4, "autres": ["Un stage."], "source": SOURCE}
    here = subject(carriere={"passerelles": [bridge]})
    found = careers(catalogue, here, passages=(Move(subject(code="autre"), 3),))
    assert details(found, "passage_connu") == (("examen", 4, "Un stage."),)
    assert "passage_inconnu" not in codes(found)


def test_without_an_index_one_starts_at_the_first_echelon(catalogue: Catalogue) -> None:
    there = subject(grade("la", (None, 24), (None, None)), code="autre")
    found = careers(catalogue, subject(), passages=(Move(there, 4),))
    assert (36, "la", "1") in stages(found)
    assert "classement_sans_indice" in codes(found)


def test_special_and_provisional_echelons_are_not_given_by_classification(catalogue: Catalogue) -> None:
    top = grade("haut", (430, 24), (470, None))
    top["echelons"] = [{"echelon": "provisoire", "im": 425}, *top["echelons"], {"echelon": "special", "im": 600}]
    found = careers(catalogue, subject(BASE, top), promotions=(Wish("haut", 8),))  # index 480, above the last
    assert (84, "haut", "2") in stages(found)


def test_an_unknown_length_keeps_the_echelon_and_says_so(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(grade("base", (400, None), (420, 24))))
    assert stages(found) == [(0, "base", "1")]
    assert "duree_inconnue" in codes(found)
    assert "duree_inconnue" not in codes(careers(catalogue, subject(grade("base", (400, 12), (420, None)))))


def test_lengths_of_an_older_version_are_said(catalogue: Catalogue) -> None:
    old = grade("base", (400, 12), (420, None), statut_durees="version_anterieure")
    assert "durees_non_confirmees" in codes(careers(catalogue, subject(old)))
    assert "durees_non_confirmees" not in codes(careers(catalogue, subject()))


@pytest.mark.parametrize("day", ["2029-11-01", "2029-10-02"])
def test_a_merger_keeps_echelon_and_seniority(catalogue: Catalogue, day: str) -> None:
    merged = grade("fondu", (410, 12), (430, 24), (460, 36), (490, None))
    fusion = {"le": day, "depuis": ["base"], "vers": "fondu", "source": SOURCE}
    found = careers(catalogue, subject(BASE, merged, fusions=[fusion]))
    assert stages(found) == [
        (0, "base", "1"), (12, "base", "2"), (36, "fondu", "3"), (72, "fondu", "4"),
    ]  # fmt: skip
    assert "fusion_grades" in codes(found)


def test_a_merger_in_mid_echelon_lets_it_run(catalogue: Catalogue) -> None:
    merged = grade("fondu", (410, 12), (430, 30), (460, None))
    fusion = {"le": "2028-11-01", "depuis": ["base"], "vers": "fondu", "source": SOURCE}
    found = careers(catalogue, subject(BASE, merged, fusions=[fusion]))
    assert stages(found) == [(0, "base", "1"), (12, "base", "2"), (24, "fondu", "2"), (42, "fondu", "3")]


def test_after_a_merger_one_starts_in_the_heir(catalogue: Catalogue) -> None:
    merged = grade("fondu", (410, 12), (430, None))
    fusion = {"le": "2026-11-01", "depuis": ["base"], "vers": "fondu", "source": SOURCE}
    found = careers(catalogue, subject(BASE, merged, fusions=[fusion]))
    assert stages(found)[0] == (0, "fondu", "1")
    assert "fusion_grades" not in codes(found)


def test_promotions_by_seniority_come_at_the_first_month_that_suits(catalogue: Catalogue) -> None:
    rules = carriere(SIX, promotion("haut", "sommet", route(echelon_min="2", services_annees=8)))
    late = subject(school("eleve", 370, 8), BASE, UP, TOP, carriere=rules)
    found = stages(careers(catalogue, late, avancement="au_plus_tot", annees=15))
    assert (80, "haut", "3") in found
    assert (104, "sommet", "1") in found


def test_functions_are_never_assumed_by_seniority(catalogue: Catalogue) -> None:
    rules = carriere(promotion("base", "haut", route(fonctionnelle=True)))
    found = careers(catalogue, subject(carriere=rules), avancement="au_plus_tot")
    assert "haut" not in [grade for _, grade, _ in stages(found)]
    assert "avancement_sans_conditions" in codes(found)
    assert (12, "haut", "1") in stages(careers(catalogue, subject(carriere=rules), promotions=(Wish("haut", 2),)))


@pytest.mark.parametrize(
    ("rate", "years"),
    [(0, 50), (100, 50), (500, 14), (700, 10), (900, 8), (2500, 3), (4999, 2), (5000, 1), (9999, 1)],
)
def test_the_median_wait_is_when_half_are_promoted(rate: int, years: int) -> None:
    """0.95^13 = 0.513, 0.95^14 = 0.488; 0.93^9 = 0.520, ^10 = 0.484; 0.91^7 = 0.517, ^8 = 0.470."""
    assert median_wait(rate) == years


def test_a_median_career_waits_after_the_conditions(catalogue: Catalogue) -> None:
    rate = {"valeur": Decimal("0.25"), "annee": 2024, "source": SOURCE}
    rules = carriere({**promotion("base", "haut", route(services_annees=2)), "taux": rate})
    found = careers(catalogue, subject(carriere=rules), avancement="median")
    assert (60, "haut", "2") in stages(found)  # two years, then three
    assert "avancement_median" in codes(found)


def test_a_median_wait_runs_from_the_month_of_its_conditions(catalogue: Catalogue) -> None:
    """Open at month 18, by the 2nd échelon; three years at 25 % end at month 54, whatever
    else happens: the 3rd échelon comes at month 48."""
    rate = {"valeur": Decimal("0.25"), "annee": 2024, "source": SOURCE}
    rules = carriere({**promotion("base", "haut", route(echelon_min="2")), "taux": rate})
    here = subject(grade("base", (400, 18), (420, 30), (425, None)), grade("haut", (430, None)), carriere=rules)
    found = stages(careers(catalogue, here, avancement="median"))
    assert found == [(0, "base", "1"), (18, "base", "2"), (48, "base", "3"), (54, "haut", "1")]


def test_without_a_rate_there_is_no_median_promotion(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(carriere=carriere(SIX)), avancement="median")
    assert "haut" not in [grade for _, grade, _ in stages(found)]
    assert "avancement_sans_taux" in codes(found)


def test_a_metier_without_corps_nor_pay_has_no_career(catalogue: Catalogue) -> None:
    with refused(NoCareer, "essai", "carriere"):
        careers(catalogue, Subject("essai", "Essai", None, NO_RULES, None))


def test_a_grade_that_no_career_has_is_refused_with_the_nearest(catalogue: Catalogue) -> None:
    with refused(UnknownCareerGrade, r"les grades sont base, haut, sommet.*Vouliez-vous dire haut", "carriere"):
        careers(catalogue, subject(), promotions=(Wish("haute", 3),))
    known = metier(remuneration=pay(("junior", 2000, 3000))).remuneration
    with refused(UnknownCareerGrade, "les grades sont inconnus", "carriere"):
        careers(catalogue, Subject("essai", "Essai", None, NO_RULES, known), promotions=(Wish("haut", 3),))


def test_a_promotion_concerns_the_careers_that_have_its_grade(catalogue: Catalogue) -> None:
    other = subject(grade("seul", (400, None)), code="autre")
    found = careers(catalogue, subject(carriere=carriere(SIX)), other, promotions=(Wish("haut", 7),))
    assert [career.parcours.plan.promotions for career in found.carrieres] == [(Wish("haut", 7),), ()]


def test_a_career_may_start_in_any_month(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(), start=date(2027, 1, 1), annees=2)
    assert [item.jour for item in found.carrieres[0].parcours.segments] == [date(2027, 1, 1), date(2028, 1, 1)]


def test_the_day_a_career_ends_says_where_one_then_stands(catalogue: Catalogue) -> None:
    found = careers(catalogue, subject(), annees=3).carrieres[0].parcours
    assert [(segment.mois, months) for segment, months in found.lengths()] == [(0, 12), (12, 24), (36, 0)]
    assert [year.changements for year in found.annees] == [(), (), ()]
    last = found.at(36).etape.echelon
    assert last is not None
    assert last.echelon == "3"


def test_six_years_are_not_over_a_month_before(catalogue: Catalogue) -> None:
    """At month 71 an échelon ends, so the conditions are looked at."""
    here = subject(grade("base", (400, 71), (420, None)), UP, carriere=carriere(SIX))
    found = stages(careers(catalogue, here, avancement="au_plus_tot", annees=9))
    assert found == [(0, "base", "1"), (71, "base", "2"), (72, "haut", "1"), (96, "haut", "2")]


def special(*steps: tuple[int, int | None]) -> dict[str, Any]:
    """A grade whose last échelon is special."""
    known = grade("base", *steps)
    known["echelons"] = [*known["echelons"], {"echelon": "special", "im": 600}]
    return known


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (grade("base", (400, 12), (420, None)), [True, True]),
        (grade("base", (400, None), (420, 24)), [False]),
        (special((400, 12), (420, None)), [True, True]),
        (special((400, 12), (420, 12)), [True, True, False]),
    ],
)
def test_one_lasts_at_an_echelon_of_known_length_or_the_last(
    catalogue: Catalogue, steps: dict[str, Any], expected: list[bool]
) -> None:
    path = careers(catalogue, subject(steps)).carrieres[0].parcours
    assert [segment.etape.lasting for segment in path.segments] == expected


def test_nothing_lasts_without_a_corps(catalogue: Catalogue) -> None:
    known = metier(remuneration=pay(("junior", 2000, 3000))).remuneration
    path = careers(catalogue, Subject("essai", "Essai", None, NO_RULES, known)).carrieres[0].parcours
    (stage,) = (segment.etape for segment in path.segments)
    assert (stage.phase, stage.lasting, stage.chevron) == ("en_poste", False, 1)


def test_the_last_echelon_of_a_grade_has_no_unknown_length(catalogue: Catalogue) -> None:
    """Neither the last ordinary échelon nor the special one after it is left in doubt."""
    for steps in (((400, 12),), ((400, 12), (420, None)), ((400, 12), (420, 12))):
        assert "duree_inconnue" not in codes(careers(catalogue, subject(special(*steps))))


def test_each_school_year_starts_at_its_first_echelon(catalogue: Catalogue) -> None:
    second = grade("stagiaire", (380, 12), (390, 12))
    found = stages(careers(catalogue, subject(school("eleve", 370, 8), second, BASE), annees=2))
    assert found == [(0, "eleve", "unique"), (8, "stagiaire", "1"), (20, "base", "1")]


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        ([route(echelon_min="4", services_annees=6)], "le 4e échelon et 6 ans de services dans le corps"),
        ([route(services_annees=1)], "1 an de services dans le corps"),
        ([route(services_annees=2, services_dans="grade")], "2 ans de services dans le grade"),
        ([route()], "choix"),
        ([route(services_annees=2), route(services_annees=2), route(echelon_min="2")],
         "2 ans de services dans le corps ou le 2e échelon"),
        ([route(voie="examen", services_annees=2), route(voie="choix (un neuvième)", services_annees=5)],
         "2 ans de services dans le corps (examen) ou 5 ans de services dans le corps (choix)"),
        ([route(jusqu_au="2026-10-31"), route(depuis="2026-11-02")], "une voie ouverte à cette date"),
        ([route(echelon_min="1")], "le 1er échelon"),
        ([route(echelon_min="special")], "l’échelon special"),
    ],
)  # fmt: skip
def test_conditions_are_said_in_words(routes: list[dict[str, Any]], expected: str) -> None:
    base = {**BASE, "echelons": [*BASE["echelons"], {"echelon": "special"}]}
    (known,) = subject(base, UP, carriere=carriere(promotion("base", "haut", *routes))).regles.promotions
    assert conditions(open_on for open_on in known.voies if open_on.in_force(date(2026, 11, 1))) == expected


def test_an_heir_with_shorter_echelons_gives_what_seniority_already_earned(catalogue: Catalogue) -> None:
    """In the 2nd échelon since month 12; the heir's lasts 12 months, then 6: over when they merge."""
    for day, month, length in (("2028-11-01", 24, 12), ("2028-07-01", 20, 6)):
        merged = grade("fondu", (410, 12), (430, length), (460, None))
        fusion = {"le": day, "depuis": ["base"], "vers": "fondu", "source": SOURCE}
        found = careers(catalogue, subject(BASE, merged, fusions=[fusion]))
        assert stages(found) == [(0, "base", "1"), (12, "base", "2"), (month, "fondu", "3")]


def test_an_heir_with_fewer_echelons_keeps_its_last(catalogue: Catalogue) -> None:
    fusion = {"le": "2033-11-01", "depuis": ["base"], "vers": "fondu", "source": SOURCE}
    found = careers(catalogue, subject(BASE, grade("fondu", (410, 12), (490, None)), fusions=[fusion]))
    assert stages(found)[-2:] == [(72, "base", "4"), (84, "fondu", "2")]


def test_years_of_services_end_on_their_month_even_without_another_event(catalogue: Catalogue) -> None:
    """Two years after a school of 7 months, in a grade of one échelon."""
    two = promotion("base", "haut", route(services_annees=2))
    here = subject(
        school("eleve", 370, 7), grade("base", (400, None)), grade("haut", (430, None)), carriere=carriere(two)
    )
    found = stages(careers(catalogue, here, avancement="au_plus_tot"))
    assert found == [(0, "eleve", "unique"), (7, "base", "1"), (31, "haut", "1")]


def test_each_stage_says_what_led_to_it(catalogue: Catalogue) -> None:
    heir = grade("fondu", (430, 24), (470, 24), (500, None))
    fusion = {"le": "2031-11-01", "depuis": ["haut"], "vers": "fondu", "source": SOURCE}
    here = subject(school("eleve", 370, 6), school("stagiaire", 380, 6), BASE, UP, heir, fusions=[fusion])
    there = subject(grade("la", (520, None)), code="autre")
    plan: dict[str, Any] = {"promotions": (Wish("haut", 4),), "passages": (Move(there, 8),)}
    path = careers(catalogue, here, **plan).carrieres[0].parcours
    assert [(segment.mois, segment.etape.motif) for segment in path.segments] == [
        (0, "entree"), (6, "ecole"), (12, "titularisation"), (24, "avancement"), (36, "promotion"),
        (60, "fusion"), (84, "passage"),
    ]  # fmt: skip


def test_part_time_that_goes_on_at_the_same_share_is_no_change(catalogue: Catalogue) -> None:
    halves = (Spell(80, 2, 2), Spell(80, 3, 3))
    found = careers(catalogue, subject(grade("seul", (450, None))), temps_partiels=halves)
    assert [item.mois for item in found.carrieres[0].parcours.segments] == [0, 12, 36]


def test_after_the_last_known_route_the_conditions_are_unknown(catalogue: Catalogue) -> None:
    """As for the grade of major from 2027 on: only what came before was read."""
    step = {**promotion("base", "haut", route(jusqu_au="2028-12-31", services_annees=1)), "raison": "Suite non lue."}
    before = careers(catalogue, subject(carriere=carriere(step)), promotions=(Wish("haut", 2),))
    assert "conditions_inconnues" not in codes(before)
    after = careers(catalogue, subject(carriere=carriere(step)), promotions=(Wish("haut", 4),))
    assert (36, "haut", "2") in stages(after)
    assert "conditions_inconnues" in codes(after)
    with pytest.raises(PromotionTooEarly):
        careers(catalogue, subject(carriere=carriere(step)), promotions=(Wish("haut", 1),))


def test_an_advance_after_the_last_known_route_is_not_assumed(catalogue: Catalogue) -> None:
    step = {**promotion("base", "haut", route(jusqu_au="2028-12-31", services_annees=9)), "raison": "Suite non lue."}
    found = careers(catalogue, subject(carriere=carriere(step)), avancement="au_plus_tot")
    assert "haut" not in [grade for _, grade, _ in stages(found)]
    assert "avancement_sans_conditions" in codes(found)


def test_a_route_to_come_is_not_a_lack_of_conditions(catalogue: Catalogue) -> None:
    rules = carriere(promotion("base", "haut", route(depuis="2029-03-15")))
    found = careers(catalogue, subject(carriere=rules), avancement="au_plus_tot", annees=4)
    assert "avancement_sans_conditions" not in codes(found)


def test_indices_of_an_older_version_are_said(catalogue: Catalogue) -> None:
    old = grade("base", (400, 12), (420, None), statut="version_anterieure")
    assert "indices_non_confirmes" in codes(careers(catalogue, subject(old)))
    unsourced = grade("base", (None, 12), (None, None), statut="version_anterieure")
    assert "indices_non_confirmes" not in codes(careers(catalogue, subject(unsourced)))
    assert "indices_non_confirmes" not in codes(careers(catalogue, subject()))


def test_a_grade_that_the_rules_do_not_speak_of_leads_nowhere(catalogue: Catalogue) -> None:
    with refused(NotNextGrade, "haut ne mène à aucun autre grade", "carriere"):
        careers(catalogue, subject(carriere=carriere(SIX)), promotions=(Wish("haut", 7), Wish("sommet", 9)))


@pytest.mark.parametrize(
    ("grades", "base"),
    [
        ([BASE], "grille"),
        ([BASE, grade("muet", (None, None))], "grille"),
        ([school("eleve", None, 12), BASE], "grille"),
        ([grade("base", (400, 12), (None, None)), UP], "etapes"),
    ],
)
def test_amounts_rest_on_the_grid_when_the_entry_grade_is_sourced(
    catalogue: Catalogue, grades: list[dict[str, Any]], base: str
) -> None:
    assert careers(catalogue, subject(*grades)).carrieres[0].parcours.base == base


def test_a_letter_gives_a_chevron_a_year_up_to_its_last(catalogue: Catalogue) -> None:
    """HEA has three chevrons, HEE two (décret n° 85-1148, article 6)."""
    known = subject(grade("base", (400, 12), (420, None))).corps
    assert known is not None
    indices = Indices(law_at(catalogue.pay_rules, START), catalogue.pay_books.baremes)
    plain = known.grades[0].echelons[0]
    assert [indices.chevron_after(known, known.grades[0], plain, 1, years) for years in (0, 1, 9)] == [1, 1, 1]
    expected: tuple[tuple[Lettre, int], ...] = (("HEA", 3), ("HEE", 2))
    for letter, last in expected:
        held = plain._replace(echelon=letter, lettre=letter, im=None)
        chevrons = [indices.chevron_after(known, known.grades[0], held, 1, years) for years in range(6)]
        assert chevrons == [min(years + 1, last) for years in range(6)]


@pytest.mark.parametrize(
    ("index", "place"), [(895, (0, 1)), (896, (0, 2)), (977, (0, 3)), (978, (1, 2)), (1018, (1, 2)), (1100, (1, 3))]
)
def test_a_letter_is_entered_at_the_chevron_that_reaches_the_index(
    catalogue: Catalogue, index: int, place: tuple[int, int]
) -> None:
    """HEA goes from 895 to 977, HEB from 977 to 1 072 (décret n° 85-1148, article 6); none is higher."""
    corps = subject(grade("base", (400, 12), (420, None))).corps
    assert corps is not None
    first, second = corps.grades[0].echelons
    letters = (first._replace(lettre="HEA", im=None), second._replace(lettre="HEB", im=None))
    indices = Indices(law_at(catalogue.pay_rules, START), catalogue.pay_books.baremes)
    assert (
        indices.placed(
            corps, corps.grades[0]._replace(code="lettres", echelons=letters), KnownIndex(index, index, "grille")
        )
        == place
    )


def test_a_corps_of_school_grades_alone_starts_at_the_first(catalogue: Catalogue) -> None:
    corps = subject(school("eleve", 370, None), school("stagiaire", 380, None)).corps
    assert corps is not None
    assert first_career_grade(corps.grades).code == "eleve"


@pytest.mark.parametrize("share", [49, 85, 100])
def test_a_share_that_the_law_does_not_have_is_refused(catalogue: Catalogue, share: int) -> None:
    with refused(UnknownShare, f"« {share}@2-3 » : la quotité est 50, 60, 70, 80, 90", "carriere"):
        careers(catalogue, subject(), temps_partiels=(Spell(share, 2, 3),))
