"""What a career assumes: said when it matters, with the euros at stake, not otherwise."""

from fractions import Fraction

from penitcareer.api.careers import subject as named
from penitcareer.domain.career.plan import Spell, Wish
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import BASE, UP, careers, codes, grade, school, subject
from tests.career.support import LAW, cents
from tests.pay import derive
from tests.support import pay


def found(catalogue: Catalogue, *args: object, **plan: object) -> dict[str, Hypothese]:
    result = careers(catalogue, *args, **plan)  # type: ignore[arg-type]
    return {item.code: item for item in result.carrieres[0].hypotheses}


def test_the_law_stands_still_and_that_is_said(catalogue: Catalogue) -> None:
    assert found(catalogue, subject())["droit_constant"].details == (("2026-11",),)


def test_what_is_assumed_comes_in_the_order_of_its_sentences(catalogue: Catalogue) -> None:
    said = codes(careers(catalogue, subject(), enfants=1, temps_partiels=(Spell(80, 2, 3),)))
    assert said == [code for code in catalogue.career_wordings if code in said]
    assert len(set(said)) == len(said)


def test_a_zone_not_given_is_zone_3_with_its_stake(catalogue: Catalogue) -> None:
    said = found(catalogue, subject())["zone_par_defaut"]
    net = [derive.net_before_tax(LAW, {"im": 400, "categorie": "A", "zone": zone}) for zone in (1, 3)]
    assert said.enjeu == cents(net[0] - net[1])
    assert "zone_par_defaut" not in found(catalogue, subject(), zone=3)


def test_unknown_school_pay_is_counted_in_months(catalogue: Catalogue) -> None:
    said = found(catalogue, subject(school("eleve", None, 14), BASE))
    assert said["paie_inconnue"].details == ((14,),)
    assert "paie_inconnue" not in found(catalogue, subject(school("eleve", 370, 14), BASE))


def test_unknown_placements_have_the_stake_of_the_pss(catalogue: Catalogue) -> None:
    said = {item.code: item for item in careers(catalogue, named(catalogue, "dsp")).carrieres[0].hypotheses}
    school_month = {"corps": "dsp", "im": 376}
    without = derive.net_before_tax(LAW, {**school_month, "sans_prime": ["pss"]})
    lines, totals = derive.payslip(LAW, school_month)
    # On a placement the PSS is paid and bears 11.10 % only.
    pension = derive.near(lines["pss"] * Fraction("0.111"))
    with_pss = totals["net_a_payer_avant_impot"] + lines["pension_pss"] - pension
    assert said["stages_ecole_inconnus"].enjeu == cents(with_pss - without)


def test_a_corps_without_pss_has_nothing_at_stake_at_school(catalogue: Catalogue) -> None:
    assert "stages_ecole_inconnus" not in found(catalogue, subject(school("eleve", 370, 12), BASE))


def test_the_last_child_is_at_stake(catalogue: Catalogue) -> None:
    said = found(catalogue, subject(grade("seul", (450, None))), enfants=1, naissances=(4,))["enfants"]
    net = [derive.net_before_tax(LAW, {"im": 450, "categorie": "A", "enfants": count}) for count in (2, 1)]
    assert said.enjeu == cents(net[0] - net[1])
    assert "enfants" not in found(catalogue, subject())
    assert not {"fourchettes", "enfants_fourchettes", "etapes"} & set(found(catalogue, subject(), enfants=1))


def test_a_band_ignores_children_and_says_so(catalogue: Catalogue) -> None:
    band = subject(grade("seul", (None, None)), pay=pay(("junior", 2000, 3000)))
    said = found(catalogue, band, enfants=1)
    assert {"fourchettes", "enfants_fourchettes"} <= set(said)
    assert not {"enfants", "bulletin", "zone_par_defaut", "etapes"} & set(said)


def test_stages_alone_say_that_nothing_is_paid(catalogue: Catalogue) -> None:
    said = found(catalogue, subject(grade("seul", (None, None))))
    assert "etapes" in said
    assert not {"paie_inconnue", "bulletin", "zone_par_defaut", "fourchettes"} & set(said)


def test_part_time_counts_for_seniority_and_that_is_said(catalogue: Catalogue) -> None:
    assert "temps_partiel" in found(catalogue, subject(), temps_partiels=(Spell(80, 2, 3),))
    assert "temps_partiel" not in found(catalogue, subject())


def test_details_of_one_kind_are_one_assumption(catalogue: Catalogue) -> None:
    old = {"statut_durees": "version_anterieure"}
    here = subject(BASE | old, UP | old)
    told = found(catalogue, here, promotions=(Wish("haut", 2),))["durees_non_confirmees"]
    assert told.details == (("Grade base",), ("Grade haut",))
