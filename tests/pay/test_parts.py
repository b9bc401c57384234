"""The parts of a payslip that its screens show only in passing: grids, the official range,
the exact net, the law of a day."""

from datetime import date
from typing import Any

import pytest

from penitcareer.domain.dated import in_force
from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.estimate import estimate_net
from penitcareer.domain.pay.arithmetic import csg_base
from penitcareer.domain.pay.bulletin import bulletin_of
from penitcareer.domain.pay.contractuel import Contractuel, contractuel_ledger
from penitcareer.domain.pay.corps import Corps, Echelon, grade_named, grades_on
from penitcareer.domain.pay.errors import ContradictoryPay, UnknownGrade, UnknownLegalValue
from penitcareer.domain.pay.exact_net import exact_net
from penitcareer.domain.pay.grid import Grid, grid_of, official_range
from penitcareer.domain.pay.law import law_at
from penitcareer.domain.pay.ledger import due
from penitcareer.domain.pay.official import OfficialPay, official_pay
from penitcareer.domain.pay.titulaire import Titulaire, pss_floor, titulaire_ledger
from penitcareer.store.catalogue import Catalogue
from tests.pay import derive
from tests.pay.support import MONTH, law_of, lines_of, payslip
from tests.support import refused

UNSOURCED = Echelon("1", None, None, None, None)


def corps_of(catalogue: Catalogue, *grades: tuple[str, list[tuple[int | None, int | None]]]) -> Corps:
    """A made-up corps: the code of each grade, then the index and duration of each échelon."""
    model = catalogue.corps_of("dsp")
    return model._replace(
        code="essai",
        sigle="ESSAI",
        grades=tuple(
            model.grades[0]._replace(
                code=code,
                titre=code,
                echelons=tuple(
                    UNSOURCED._replace(echelon=str(place), im=im, duree_mois=months)
                    for place, (im, months) in enumerate(steps, 1)
                ),
            )
            for code, steps in grades
        ),
    )


def grid(catalogue: Catalogue, corps: Corps, month: str = MONTH, zone: int = 3, grade: str | None = None) -> Grid:
    books = catalogue.pay_books
    return grid_of(law_of(catalogue, month), books, corps, zone, grade)


@pytest.mark.parametrize("name", ["csip", "dsp", "aae"])
def test_a_grid_pays_what_the_payslip_pays(catalogue: Catalogue, name: str) -> None:
    found = grid(catalogue, catalogue.corps_of(name), zone=2)
    for grade in found.grades:
        for step in grade.echelons:
            if step.indice_majore is None:
                continue
            asked: dict[str, Any] = {"chevron": step.chevron} if step.chevron else {}
            name_of = step.echelon.echelon
            slip = payslip(catalogue, corps=name, grade=grade.grade.code, echelon=name_of, zone=2, **asked)
            totals = slip.bulletin.totaux
            assert (step.brut, step.net) == (totals.brut, totals.net_a_payer_avant_impot)
            assert step.traitement == lines_of(slip.bulletin)["traitement"]
            assert step.indice_majore == slip.situation.indice_demande
    assert (found.zone, found.loi.jour, found.corps.code) == (2, date(2026, 11, 1), name)


def test_an_index_under_the_minimum_is_shown_as_it_is_and_paid_at_the_minimum(catalogue: Catalogue) -> None:
    (grade,) = grid(catalogue, corps_of(catalogue, ("seul", [(340, 12), (400, None)]))).grades
    assert [step.indice_majore for step in grade.echelons] == [340, 400]
    assert [step.traitement for step in grade.echelons] == [1801_73, 1969_11]


def test_a_letter_of_a_grid_has_each_of_its_chevrons(catalogue: Catalogue) -> None:
    corps = corps_of(catalogue, ("seul", [(None, None)]))
    letters = (UNSOURCED._replace(lettre="HEA", duree_mois=36), UNSOURCED._replace(echelon="2", lettre="HEF"))
    (grade,) = grid(catalogue, corps._replace(grades=(corps.grades[0]._replace(echelons=letters),))).grades
    assert [(step.chevron, step.indice_majore, step.cumul_mois, step.opens) for step in grade.echelons] == [
        (1, 895, 0, True), (2, 930, None, False), (3, 977, None, False), (1, 1383, 36, True),
    ]  # fmt: skip


def test_the_end_of_a_director_of_prison_is_the_last_chevron(catalogue: Catalogue) -> None:
    """HED, third chevron: 1 284; the net of the first, 5 459.62, is not the end."""
    pay = official_range(grid(catalogue, catalogue.corps_of("dsp")))
    assert pay.dernier is not None
    assert (pay.dernier.echelon, pay.dernier.chevron, pay.dernier.net) == ("special", 3, 5950_90)
    worked = derive.net_before_tax(MONTH, {"corps": "dsp", "lettre": "HED", "chevron": 3})
    assert worked * 100 == pay.dernier.net


@pytest.mark.parametrize(
    ("months", "elapsed"),
    [([12, 24, 30, None], [0, 12, 36, 66]), ([12, None, 24], [0, 12, None]), ([None, 12, 24], [0, None, None])],
)
def test_the_months_of_a_grade_add_up_until_one_is_unknown(
    catalogue: Catalogue, months: list[int | None], elapsed: list[int | None]
) -> None:
    corps = corps_of(catalogue, ("premier", [(400, 6)]), ("second", [(450, month) for month in months]))
    first, second = grid(catalogue, corps).grades
    assert [step.cumul_mois for step in second.echelons] == elapsed
    assert [step.cumul_mois for step in first.echelons] == [0]


def test_a_grid_says_whether_it_is_sourced_and_gives_one_grade(catalogue: Catalogue) -> None:
    whole = corps_of(catalogue, ("a", [(400, 1)]), ("b", [(450, 1)]))
    half = corps_of(catalogue, ("a", [(400, 1)]), ("b", [(None, 1)]))
    none = corps_of(catalogue, ("a", [(None, 1)]), ("b", [(None, 1)]))
    assert [grid(catalogue, corps).statut for corps in (whole, half, none)] == ["sourcee", "partielle", "non_sourcee"]
    assert [item.grade.code for item in grid(catalogue, whole, grade="b").grades] == ["b"]
    step = grid(catalogue, none).grades[0].echelons[0]
    assert step[1:] == (0, None, None, None, None)
    assert grid(catalogue, catalogue.corps_of("csip"), "2023-02").statut == "sourcee"
    assert grid(catalogue, catalogue.corps_of("aae"), "2023-12").statut == "non_sourcee"  # its grid is of 2024


def test_the_official_range_is_that_of_the_career(catalogue: Catalogue) -> None:
    steps = corps_of(catalogue, ("eleve", [(380, 1), (900, 1)]), ("haut", [(600, 1), (700, 1)]), ("bas", [(450, 1)]))
    pay = official_range(grid(catalogue, steps))
    assert pay.premier is not None
    assert pay.dernier is not None
    assert (pay.premier.grade, pay.premier.echelon) == ("bas", "1")
    assert (pay.dernier.grade, pay.dernier.echelon) == ("haut", "2")
    slip = payslip(catalogue, im=700).bulletin.totaux
    assert (pay.dernier.brut, pay.dernier.net) == (slip.brut, slip.net_a_payer_avant_impot)
    assert (pay.corps, pay.sigle, pay.depuis, pay.en_partie) == ("essai", "ESSAI", date(2026, 11, 1), True)


def test_an_index_that_lacks_leaves_no_official_range(catalogue: Catalogue) -> None:
    half = official_range(grid(catalogue, corps_of(catalogue, ("a", [(400, 1), (None, 1)]))))
    assert (half.premier, half.dernier, half.en_partie) == (None, None, True)
    none = official_range(grid(catalogue, corps_of(catalogue, ("a", [(None, 1)]))))
    assert (none.premier, none.dernier, none.en_partie) == (None, None, False)
    school = official_range(grid(catalogue, corps_of(catalogue, ("eleve", [(400, 1)]))))
    assert (school.premier, school.dernier, school.en_partie) == (None, None, False)
    unknown_school = corps_of(catalogue, ("stagiaire", [(None, 1)]), ("a", [(400, 1)]))
    assert official_range(grid(catalogue, unknown_school)).premier is not None


def test_the_official_pay_of_a_day_is_the_last_known_then() -> None:
    def pay(sigle: str, *since: int) -> OfficialPay:
        return OfficialPay(sigle.lower(), sigle, date(*since), None, None, False)

    known = [pay("AAE", 2023, 1, 1), pay("AAE", 2024, 1, 1), pay("DSP", 2023, 7, 1), pay("CEA", 2023, 1, 1)]
    asked = ["DSP", "AAE", "XYZ"]
    assert official_pay(known, asked, date(2023, 12, 31)) == (known[2], known[0])
    assert official_pay(known, asked, date(2024, 1, 1)) == (known[2], known[1])
    assert official_pay(known, asked, date(2023, 6, 30)) == (known[0],)
    assert official_pay(known, asked, date(2022, 12, 31)) == ()


def test_the_exact_net_of_a_gross(catalogue: Catalogue) -> None:
    law, books = law_of(catalogue), catalogue.pay_books
    estimate = estimate_net(3500_00, False, catalogue.rule, None)
    found = exact_net(law, books, estimate, "titulaire", 400_00)
    assert lines_of(found.bulletin) == {
        "traitement": 3100_00, "primes": 400_00, "pension_civile": 344_10, "rafp": 20_00,
        "csg_deductible": 233_84, "csg_non_deductible": 82_53, "crds": 17_19, "impot": found.bulletin.totaux.impot,
    }  # fmt: skip
    assert (found.estimation, found.statut, found.primes, found.loi) == (estimate, "titulaire", 400_00, law)
    assert lines_of(exact_net(law, books, estimate, "titulaire", 0).bulletin)["traitement"] == 3500_00
    stakes = {item.code: item.enjeu for item in found.hypotheses}
    assert stakes["transfert_absent"] == 29_33  # 32.42, less 9.7 % of 98.25 % of it
    contract = lines_of(exact_net(law, books, estimate, "contractuel", 400_00).bulletin)
    assert (contract["remuneration"], contract["primes"]) == (3100_00, 400_00)
    assert "primes" not in lines_of(exact_net(law, books, estimate, "contractuel", 0).bulletin)
    low = lines_of(exact_net(law, books, estimate, "titulaire", 3400_00).bulletin)
    assert (low["traitement"], low["rafp"]) == (100_00, 1_00)  # given as such: no minimum, nothing up to the SMIC
    assert "indemnite_differentielle" not in low


def test_the_net_of_a_corps_is_that_of_its_payslip(catalogue: Catalogue) -> None:
    """The CPIP of index 450 is paid 3 257.85, of which 2 530.92 net: without its corps, 2 679.33."""
    law, books, corps = law_of(catalogue), catalogue.pay_books, catalogue.corps_of("cpip")

    def found(gross: int, *of: Any) -> Any:
        estimate = estimate_net(gross, False, catalogue.rule, None)
        return exact_net(law, books, estimate, "titulaire", 0 if of else 1042_60, *of)  # PSS and IFSE

    own, bare = found(3257_85, corps), found(3257_85)
    assert (own.indice, own.bulletin.totaux.net_a_payer_avant_impot) == (450, 2530_92)
    assert own.bulletin == payslip(catalogue, corps="cpip", im=450).bulletin
    assert (bare.exact, bare.bulletin.totaux.net_a_payer_avant_impot) == (False, 2679_33)
    said = [item.code for item in bare.hypotheses]
    assert {"regime_du_corps_absent", "transfert_absent", "psc_absente"} <= set(said)
    between = found(3260_00, corps)
    assert (between.indice, between.exact, between.bulletin.totaux.brut) == (None, False, 3260_00)
    nets = [payslip(catalogue, corps="cpip", im=im).bulletin.totaux.net_a_payer_avant_impot for im in (450, 451)]
    assert nets[0] < between.bulletin.totaux.net_a_payer_avant_impot < nets[1]
    with refused(ContradictoryPay, "Aucun indice ne paie si peu dans le corps cpip", "net"):
        found(2000_00, corps)
    with refused(ContradictoryPay, "Aucun indice ne paie autant dans le corps cpip", "net"):
        found(20_000_00, corps)


def test_exact_is_what_supposes_and_lacks_nothing(catalogue: Catalogue) -> None:
    """The IFSE of a CPIP is supposed, the IFO of a DSP unknown, health cover withheld since 2025-10."""
    books = catalogue.pay_books

    def exact(month: str, gross: int, statut: str, code: str = "") -> bool:
        estimate = estimate_net(gross, False, catalogue.rule, None)
        corps = catalogue.corps_of(code) if code else None
        return exact_net(law_of(catalogue, month), books, estimate, statut, 0, corps).exact

    paid = payslip(catalogue, "2025-09", corps="ctss", im=500).bulletin.totaux.brut
    lacking = payslip(catalogue, "2025-09", corps="dsp", im=500).bulletin.totaux.brut
    supposed = payslip(catalogue, "2025-09", corps="cpip", im=500).bulletin.totaux.brut
    assert exact("2025-09", 2500_00, "contractuel")
    assert exact("2025-09", paid, "titulaire", "ctss")
    assert not exact("2025-09", lacking, "titulaire", "dsp")
    assert not exact("2025-09", supposed, "titulaire", "cpip")
    assert not exact("2025-10", 2500_00, "contractuel")
    assert not exact("2025-09", 1000_00, "contractuel")


def test_a_contractuel_has_no_corps(catalogue: Catalogue) -> None:
    law, books, corps = law_of(catalogue), catalogue.pay_books, catalogue.corps_of("cpip")
    with pytest.raises(ContradictoryPay):
        exact_net(law, books, estimate_net(3500_00, False, catalogue.rule, None), "contractuel", 0, corps)


def test_bonuses_must_leave_a_traitement(catalogue: Catalogue) -> None:
    law, books = law_of(catalogue), catalogue.pay_books
    estimate = estimate_net(3500_00, False, catalogue.rule, None)
    for bonus in (3500_00, 3500_01):
        with refused(ContradictoryPay, "--primes doit rester sous le brut", "net"):
            exact_net(law, books, estimate, "titulaire", bonus)
    assert lines_of(exact_net(law, books, estimate, "contractuel", 3499_99).bulletin)["remuneration"] == 1


def test_the_law_of_a_day(catalogue: Catalogue) -> None:
    rules = catalogue.pay_rules
    with pytest.raises(NoValueAtDate):
        law_at(rules, date(2022, 12, 31))
    assert law_at(rules, rules.premier_jour).jour == rules.premier_jour == date(2023, 1, 1)
    point = rules.parametres["point_100"]
    assert [value.valeur if (value := in_force(point.valeurs, day)) else None for day in (
        date(2010, 6, 30), date(2010, 7, 1), date(2023, 6, 30), date(2023, 7, 1), date(2030, 1, 1),
    )] == [None, 5556_35, 5820_04, 5907_34, 5907_34]  # fmt: skip
    assert law_at(rules, date(2023, 6, 30)).valeurs.point_100 == 5820_04


def test_a_value_unknown_on_the_day_is_said(catalogue: Catalogue) -> None:
    law = law_at(catalogue.pay_rules, date(2023, 3, 1))
    with refused(UnknownLegalValue, "2023-03-01 : pss_plancher", "paie"):
        _ = law.valeurs.pss_plancher
    assert not law.valeurs.knows("pss_plancher")
    assert law.valeurs.knows("point_100")


def test_a_slip_in_the_name_of_a_parameter_is_a_bug(catalogue: Catalogue) -> None:
    with pytest.raises(AttributeError):
        law_at(catalogue.pay_rules, date(2026, 11, 1)).valeurs.named("pension_civil")


def test_the_law_is_constant_after_the_month_of_its_oldest_check(catalogue: Catalogue) -> None:
    rules = catalogue.pay_rules
    checked = date(2026, 11, 21)

    def constant(*day: int) -> date | None:
        return law_at(rules, date(*day)).droit_constant_depuis

    assert [constant(2026, 11, 30), constant(2026, 10, 31), constant(2025, 12, 1)] == [None, None, None]
    assert [constant(2026, 12, 1), constant(2027, 1, 1)] == [checked, checked]
    older = dict(rules.parametres)
    older["crds"] = older["crds"]._replace(verifie_le=date(2026, 5, 3))
    assert law_at(rules._replace(parametres=older), date(2026, 6, 1)).droit_constant_depuis == date(2026, 5, 3)
    grids = tuple(grid._replace(verifie_le=date(2026, 2, 1)) for grid in rules.impot)
    assert law_at(rules._replace(impot=grids), date(2026, 6, 1)).droit_constant_depuis == date(2026, 2, 1)


def test_the_base_of_csg_above_four_ceilings(catalogue: Catalogue) -> None:
    law = law_of(catalogue)  # four times 4 005.00 are reduced by 1.75 %, the rest is not
    assert csg_base(law, 17_000_00, 35_01) == 16_020_00 * 9825 + (980_00 + 35_01) * 10_000
    assert csg_base(law, 1_000_00, 35_01) == 1_000_00 * 9825 + 35_01 * 10_000


def test_a_bare_agent_has_only_the_lines_that_are_due(catalogue: Catalogue) -> None:
    """What no option says is nothing: no child, no bonus, no PSS, no transfert, no levy of its own."""
    law = law_of(catalogue)
    levies = {"csg_deductible", "csg_non_deductible", "crds"}
    paid = titulaire_ledger(law, Titulaire(450)).montants
    assert set(paid) == {"traitement", "indemnite_differentielle", "pension_civile", "rafp", *levies}
    assert (paid["traitement"], paid["indemnite_differentielle"], paid["rafp"]) == (2215_25, 0, 0)
    with_bonus = titulaire_ledger(law, Titulaire(450, primes=(("primes", 300_00),))).montants
    assert set(with_bonus) == {*paid, "primes"}
    assert titulaire_ledger(law, Titulaire(450, pss=2200)).montants["pss"] == 487_36
    assert pss_floor(law, Titulaire(450, pss=2200)) == 0
    contract = contractuel_ledger(law, Contractuel(2500_00)).montants
    assert set(contract) == {"remuneration", "vieillesse_plafonnee", "vieillesse_deplafonnee", "ircantec", *levies}
    indexed = contractuel_ledger(law, Contractuel(2500_00, True)).montants
    assert (indexed["indemnite_residence"], indexed["sft"]) == (0, 0)
    assert indexed | contract == indexed
    for agent in (Titulaire(450), Contractuel(2500_00)):
        shown = {line.code for line in bulletin_of(law, catalogue.pay_rules.lignes, agent).lignes}
        assert not shown & {"psc_employeur", "psc_agent", "sft", "indemnite_residence", "ic_csg"}
    assert [due(0), due(1)] == [False, True]


@pytest.mark.parametrize(
    ("day", "gone", "there"),
    [
        (date(2026, 12, 31), {"capitaine"}, {"capitaine_classe_normale", "capitaine_classe_superieure"}),
        (date(2027, 1, 1), {"capitaine_classe_normale", "capitaine_classe_superieure"}, {"capitaine"}),
        (date(2031, 6, 1), {"capitaine_classe_normale", "capitaine_classe_superieure"}, {"capitaine"}),
    ],
)
def test_the_captains_classes_merge_on_the_first_of_january_2027(
    catalogue: Catalogue, day: date, gone: set[str], there: set[str]
) -> None:
    """Décret n° 2023-1341, chapitre V."""
    corps = catalogue.corps_of("cdc")
    codes = {grade.code for grade in grades_on(corps, day)}
    assert there <= codes
    assert not gone & codes
    assert grade_named(corps, None, day).code in there
    for code in gone:
        with pytest.raises(UnknownGrade):
            grade_named(corps, code, day)


def test_a_corps_without_merger_keeps_its_grades(catalogue: Catalogue) -> None:
    aae = catalogue.corps_of("aae")
    assert grades_on(aae, date(2027, 1, 1)) == aae.grades


@pytest.mark.parametrize(
    ("day", "named"),
    [(date(2023, 12, 31), ["classe_normale_2022", "hors_classe_2022", "classe_exceptionnelle_2022"]),
     (date(2024, 1, 1), ["classe_normale", "hors_classe", "classe_exceptionnelle"])],
)  # fmt: skip
def test_the_grid_of_the_directors_changes_on_1_january_2024(catalogue: Catalogue, day: date, named: list[str]) -> None:
    found = [grade.code for grade in grades_on(catalogue.corps_of("dsp"), day)]
    assert found[0:2] == ["eleve", "stagiaire"]
    assert found[2:] == named


@pytest.mark.parametrize(("im", "pss", "held"), [(394, 426_71, 47_36), (400, 433_20, 48_09)])
def test_at_school_the_pss_bears_the_pension_alone(catalogue: Catalogue, im: int, pss: int, held: int) -> None:
    """IM 394: 22 % of 1 939.57 is 426.71, of which 11.10 % is 47.364 81; IM 400: 433.20 and
    48.0852. The 2.2 points would add some 50 euros, one cent of base would change the cent."""
    law = law_of(catalogue)
    found = titulaire_ledger(law, Titulaire(im, pss=2200, majoration=False))
    assert (found.montants["pss"], found.montants["pension_pss"]) == (pss, held)
    assert found.assiettes["pension_pss"] == (pss, None)
    assert titulaire_ledger(law, Titulaire(im, pss=2200)).montants["pension_pss"] > held
