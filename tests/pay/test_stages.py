"""What a corps pays at school, at the start and at the end: which échelon, and its payslip."""

from typing import Any

import pytest

from penitcareer.domain.money import Span
from penitcareer.domain.pay.advancement import Promotion
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.stage_pay import StagePay
from penitcareer.domain.pay.stages import stages_of
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import law_of, payslip

Place = tuple[str, str, str, bool]  # stage, grade, échelon, by promotion


def stages(catalogue: Catalogue, corps: Corps, month: str = "2026-11") -> tuple[StagePay, ...]:
    return stages_of(law_of(catalogue, month), catalogue.pay_books, corps).etapes


def places(catalogue: Catalogue, corps: Corps, month: str = "2026-11") -> list[Place]:
    titles = {grade.titre: grade.code for grade in corps.grades}
    return [(one.stade, titles[one.grade], one.echelon, one.promotion) for one in stages(catalogue, corps, month)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "dsp",
            [
                ("ecole", "eleve", "unique", False),
                ("debut", "classe_normale", "1", False),
                ("fin", "classe_exceptionnelle", "special", True),
                ("fin", "classe_normale", "11", False),
            ],
        ),
        (  # nothing is known of the index of its school
            "cpip",
            [
                ("debut", "classe_normale", "1", False),
                ("fin", "classe_exceptionnelle", "9", True),
                ("fin", "classe_normale", "14", False),
            ],
        ),
    ],
)
def test_a_stage_is_an_echelon_of_the_grid(catalogue: Catalogue, code: str, expected: list[Place]) -> None:
    corps = catalogue.corps_of(code)
    assert places(catalogue, corps) == expected
    found = stages_of(law_of(catalogue), catalogue.pay_books, corps)
    assert (found.sigle, found.depuis) == (corps.sigle, law_of(catalogue).jour)


@pytest.mark.parametrize(
    ("rank", "options"),
    [
        (0, {"grade": "eleve"}),
        (1, {"grade": "classe_normale", "echelon": 1}),
        (2, {"grade": "classe_exceptionnelle", "lettre": "HED", "chevron": 3}),  # to its last chevron
        (3, {"grade": "classe_normale", "im": 835}),
    ],
)
def test_a_stage_pays_its_payslip_in_zone_3(catalogue: Catalogue, rank: int, options: dict[str, Any]) -> None:
    totals = payslip(catalogue, corps="dsp", zone=3, **options).bulletin.totaux
    found = stages(catalogue, catalogue.corps_of("dsp"))[rank]
    assert (found.brut, found.net) == (
        Span(totals.brut, totals.brut), Span(*[totals.net_a_payer_avant_impot] * 2),
    )  # fmt: skip
    assert found.manque == ((IFO,) if rank else ())


IFO = "Indemnité de fonctions et d’objectifs"


def test_what_is_bounded_is_between_the_payslips_of_its_ends(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("cpip")
    career = corps.carriere._replace(echelon_entree="3")
    (start, *_) = stages(catalogue, corps._replace(carriere=career))
    low, high = (payslip(catalogue, corps="cpip", im=im).bulletin.totaux for im in (399, 488))
    assert (start.echelon, start.preuve) == ("3", "grille_encadree")
    assert start.brut == Span(low.brut, high.brut)
    assert start.net == Span(low.net_a_payer_avant_impot, high.net_a_payer_avant_impot)


def test_the_first_echelon_is_the_one_that_is_entered(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("dsp")
    for entered, shown in (("4", "4"), ("1" + "0", "10"), (None, "1"), ("99", "1")):
        changed = corps._replace(carriere=corps.carriere._replace(echelon_entree=entered))
        assert places(catalogue, changed)[1] == ("debut", "classe_normale", shown, False)


def test_a_letter_starts_at_its_first_chevron_and_ends_at_its_last(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("dsp")
    senior = tuple(grade for grade in corps.grades if grade.code == "hors_classe")
    alone = tuple(grade._replace(echelons=grade.echelons[:6]) for grade in senior)  # to HEA
    changed = corps._replace(grades=alone, carriere=corps.carriere._replace(echelon_entree="6"))
    nets = [one.net.min for one in stages(catalogue, changed)]
    assert nets == [
        payslip(catalogue, corps="dsp", grade="hors_classe", im=im).bulletin.totaux.net_a_payer_avant_impot
        for im in (895, 977)
    ]


def test_school_pays_the_first_echelon_of_its_grade(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("dsp")
    (pupil,) = (grade for grade in corps.grades if grade.code == "eleve")
    second = pupil.echelons[0]._replace(echelon="2", ib=600, im=510)
    others = tuple(grade for grade in corps.grades if grade is not pupil)
    longer = corps._replace(grades=(pupil._replace(echelons=(*pupil.echelons, second)), *others))
    assert places(catalogue, longer)[0] == ("ecole", "eleve", "unique", False)


def test_the_end_is_the_last_grade_that_promotions_lead_to(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("dsp")

    def end(*steps: tuple[str, str]) -> list[str]:
        promotions = tuple(Promotion(start, to, (), None, None) for start, to in steps)
        changed = corps._replace(carriere=corps.carriere._replace(promotions=promotions))
        return [grade for stage, grade, _, promoted in places(catalogue, changed) if stage == "fin" and promoted]

    first, second, third = "classe_normale", "hors_classe", "classe_exceptionnelle"
    assert end() == []
    assert end((first, second)) == [second]
    assert end((second, third)) == []
    assert end((second, third), (first, second)) == [third]
    assert end((first, second), (first, third)) == [second]  # the first written
    assert end((first, "nulle_part")) == []


def test_a_corps_of_school_grades_alone_has_no_start(catalogue: Catalogue) -> None:
    corps = catalogue.corps_of("dsp")
    school = tuple(grade for grade in corps.grades if grade.code in ("eleve", "stagiaire"))
    assert [stage for stage, *_ in places(catalogue, corps._replace(grades=school))] == ["ecole"]
