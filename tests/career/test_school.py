"""What the school pays: no PSS in theory, the PSS on placements, the 2.2 points never."""

from fractions import Fraction
from typing import Any

import pytest

from penitcareer.domain.career.plan import Subject
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import BASE, SOURCE, careers, codes, school, stages, subject
from tests.career.support import LAW, cents
from tests.pay import derive

INDEX = 400


def dpip(*phases: dict[str, Any]) -> Subject:
    """A corps of 22 % of PSS, with a year of school."""
    return subject(school("eleve", INDEX, 12), BASE, code="dpip", carriere={"ecole": list(phases)})


def phase(theory: int | None, placement: int | None) -> dict[str, Any]:
    return {"grade": "eleve", "mois_theorie": theory, "mois_stage": placement, "source": SOURCE}


def nets(catalogue: Catalogue, here: Subject) -> list[tuple[int, int]]:
    path = careers(catalogue, here, annees=1, zone=3).carrieres[0].parcours
    return [(segment.mois, segment.paie.net.min) for segment, months in path.lengths() if segment.paie and months]


def theory() -> int:
    return cents(derive.net_before_tax(LAW, {"corps": "dpip", "im": INDEX, "sans_prime": ["pss"]}))


def placement() -> int:
    """The same with the PSS, which bears 11.10 % and not the 2.2 points."""
    lines, totals = derive.payslip(LAW, {"corps": "dpip", "im": INDEX})
    plain = derive.near(lines["pss"] * Fraction("0.111"))
    return cents(totals["net_a_payer_avant_impot"] + lines["pension_pss"] - plain)


def test_theory_then_placement_when_the_months_are_known(catalogue: Catalogue) -> None:
    assert nets(catalogue, dpip(phase(7, 5))) == [(0, theory()), (7, placement())]
    assert "stages_ecole_inconnus" not in codes(careers(catalogue, dpip(phase(7, 5))))


def test_a_year_of_placement_pays_the_pss_from_its_first_month(catalogue: Catalogue) -> None:
    assert nets(catalogue, dpip(phase(0, 12))) == [(0, placement())]


def test_a_year_of_theory_pays_none(catalogue: Catalogue) -> None:
    assert nets(catalogue, dpip(phase(12, 0))) == [(0, theory())]
    assert "stages_ecole_inconnus" not in codes(careers(catalogue, dpip(phase(12, 0))))


@pytest.mark.parametrize("unknown", [(), (phase(None, None),), (phase(None, 5),), (phase(7, None),)])
def test_unknown_months_pay_none_and_say_what_is_at_stake(
    catalogue: Catalogue, unknown: tuple[dict[str, Any], ...]
) -> None:
    here = dpip(*unknown)
    assert nets(catalogue, here) == [(0, theory())]
    said = careers(catalogue, here, zone=3).carrieres[0].hypotheses
    stake = next(item.enjeu for item in said if item.code == "stages_ecole_inconnus")
    assert stake == placement() - theory()


def test_the_placement_is_a_stage_of_its_own(catalogue: Catalogue) -> None:
    assert stages(careers(catalogue, dpip(phase(7, 5)), annees=1))[:2] == [
        (0, "eleve", "unique"),
        (7, "eleve", "unique"),
    ]


def test_each_school_year_has_its_own_months(catalogue: Catalogue) -> None:
    years = [phase(12, 0), {**phase(2, 10), "grade": "stagiaire"}]
    here = subject(school("eleve", 370, 12), school("stagiaire", 380, 12), BASE, carriere={"ecole": years})
    path = careers(catalogue, here, annees=2).carrieres[0].parcours
    assert [(item.mois, item.etape.phase, item.etape.pratique) for item in path.segments] == [
        (0, "eleve", False), (12, "stagiaire", False), (14, "stagiaire", True), (24, "titulaire", False),
    ]  # fmt: skip


def test_the_stake_of_placements_is_that_of_the_first_school_year_paid(catalogue: Catalogue) -> None:
    here = subject(school("eleve", None, 12), school("stagiaire", INDEX, 12), BASE, code="dpip")
    said = careers(catalogue, here, zone=3).carrieres[0].hypotheses
    stake = next(item.enjeu for item in said if item.code == "stages_ecole_inconnus")
    assert stake == placement() - theory()


def test_nothing_is_at_stake_when_no_school_month_is_paid(catalogue: Catalogue) -> None:
    here = subject(school("eleve", None, 12), BASE, code="dpip")
    assert "stages_ecole_inconnus" not in codes(careers(catalogue, here))
