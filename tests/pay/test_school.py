"""The payslip of a school grade: theory or placement, and one value everywhere."""

from typing import Any

import pytest

from penitcareer.domain.entry.access import training_grids
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.payslip import payslip_of
from penitcareer.domain.pay.request import PayRequest
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import BASE, SOURCE, careers, school, subject
from tests.pay.support import law_of, lines_of, payslip
from tests.support import penit_json, refused

STAGIAIRE: dict[str, Any] = {"corps": "cpip", "grade": "stagiaire", "im": 399}


@pytest.mark.parametrize(("corps", "im"), [("cea", 375), ("cpip", 399), ("dpip", 415)])
def test_a_stagiaire_is_on_a_placement_with_the_floor_of_the_pss(catalogue: Catalogue, corps: str, im: int) -> None:
    """11.10 % of 528.93 is 58.71: the pension of the PSS, without the 2.2 points. No bonus, hence no transfert."""
    found = lines_of(payslip(catalogue, corps=corps, grade="stagiaire", im=im).bulletin)
    assert (found["pss"], found["pension_pss"]) == (528_93, 58_71)
    assert not {"ifse", "icp", "transfert_primes_points"} & set(found)


def test_a_stagiaire_of_the_cpip_to_the_cent(catalogue: Catalogue) -> None:
    """1 964.19 + 528.93 = 2 493.12; 98.25 % of it bears 166.57 + 58.79 + 12.25; 218.03 and 58.71 of pension."""
    totals = payslip(catalogue, **STAGIAIRE).bulletin.totaux
    assert (totals.brut, totals.net_a_payer_avant_impot) == (2_493_12, 1_978_77)


def test_the_period_may_be_chosen(catalogue: Catalogue) -> None:
    def net(**options: Any) -> int:
        return payslip(catalogue, **options).bulletin.totaux.net_a_payer_avant_impot

    theory, placement = net(**STAGIAIRE, periode="ecole"), net(**STAGIAIRE, periode="stage")
    assert (theory, placement, net(**STAGIAIRE)) == (1_558_96, 1_978_77, 1_978_77)
    # The months of a director's two years are unknown: theory, unless told otherwise.
    eleve = {"corps": "dsp", "grade": "stagiaire"}
    assert net(**eleve) == net(**eleve, periode="ecole") < net(**eleve, periode="stage")


def test_a_rate_that_no_text_gives_to_a_pupil_is_unknown(catalogue: Catalogue) -> None:
    """The rates of the officers are by grade, and none is that of the élève capitaine."""
    placed = payslip(catalogue, corps="cdc", grade="eleve", im=400, periode="stage").situation
    assert [item.prime.code for item in placed.primes_inconnues] == ["pss"]
    elsewhere: tuple[dict[str, Any], ...] = ({"periode": "ecole"}, {"periode": "stage", "affectation": "centrale"})
    for options in elsewhere:
        assert not payslip(catalogue, corps="cdc", grade="eleve", im=400, **options).situation.primes_inconnues


@pytest.mark.parametrize(("periode", "code"), [("ecole", "ecole_sans_pss"), ("stage", "stage_pratique")])
def test_each_period_says_what_the_other_would_pay(catalogue: Catalogue, periode: str, code: str) -> None:
    said = {item.code: item.enjeu for item in payslip(catalogue, **STAGIAIRE, periode=periode).hypotheses}
    assert said[code] == 1_978_77 - 1_558_96
    assert len({"ecole_sans_pss", "stage_pratique"} & set(said)) == 1


def test_the_json_names_the_period() -> None:
    assert penit_json("paie", "cea", "--grade", "stagiaire", "--im", "375")["entree"]["periode_ecole"] == "stage"
    assert penit_json("paie", "cea", "--im", "400")["entree"]["periode_ecole"] is None


@pytest.mark.parametrize(
    "options", [{"corps": "cpip", "im": 450}, {"im": 450}, {"corps": "cea", "grade": "major", "im": 595}]
)
def test_there_is_no_period_out_of_school(catalogue: Catalogue, options: Any) -> None:
    with refused(ContradictoryPay, "--periode est pour un grade d’école", "paie"):
        payslip(catalogue, **options, periode="stage")


def test_no_part_time_at_school(catalogue: Catalogue) -> None:
    """Décret n° 94-874, art. 15: none where the stage is a school; a placement may be part-time."""
    with refused(ContradictoryPay, "Pas de temps partiel à l’école", "paie"):
        payslip(catalogue, **STAGIAIRE, periode="ecole", quotite=80)
    placed = lines_of(payslip(catalogue, **STAGIAIRE, quotite=80).bulletin)
    assert placed["traitement"] == 1_683_59  # 6/7 of the year of 23 570.29, a twelfth of it


@pytest.mark.parametrize("placement", [0, 12])
def test_payslip_grid_access_and_career_give_one_value(catalogue: Catalogue, placement: int) -> None:
    phase = {"grade": "stagiaire", "mois_theorie": 12 - placement, "mois_stage": placement, "source": SOURCE}
    here = subject(school("stagiaire", 400, 12), BASE, code="dpip", carriere={"ecole": [phase]})
    corps = here.corps
    assert corps is not None
    law = law_of(catalogue)
    request = PayRequest(corps=corps, grade="stagiaire", echelon="unique", zone=3)
    slip = payslip_of(law, catalogue.pay_books, request).bulletin.totaux.net_a_payer_avant_impot
    (grid,) = training_grids(law, catalogue.pay_books, [corps])
    first = careers(catalogue, here, annees=1, zone=3).carrieres[0].parcours.segments[0].paie
    assert first is not None
    assert slip == grid.grades[0].echelons[0].net == first.net.min == first.net.max
