"""From what a person says to the agent that is paid: corps, grade, échelon, index, bonuses."""

from datetime import date
from typing import Any

import pytest

from penitcareer.domain.errors import NoValueAtDate, PenitError, UsageProblem
from penitcareer.domain.pay.corps import Echelon, corps_named, grade_named, names_of
from penitcareer.domain.pay.errors import (
    ContradictoryPay,
    InvalidIndex,
    UnknownCorps,
    UnknownEchelon,
    UnknownGrade,
    UnknownPrime,
    UnsourcedIndex,
)
from penitcareer.domain.pay.indices import majore_of_echelon, majore_of_letter
from penitcareer.domain.pay.law import FULL_TIME
from penitcareer.domain.pay.primes import Holder, asked_prime, default_primes, over_a_year
from penitcareer.domain.pay.residence import dearest_zone, default_zone, residence_rate
from penitcareer.domain.pay.situation import situation_of
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import MONTH, bulletin, law_of, lines_of, payslip, request_of
from tests.support import refused


def lines(catalogue: Catalogue, month: str = MONTH, **options: Any) -> dict[str, int]:
    return lines_of(payslip(catalogue, month, **options).bulletin)


def test_a_cpip_brings_pss_and_ifse(catalogue: Catalogue) -> None:
    found = lines(catalogue, corps="cpip", im=450)
    assert (found["pss"], found["ifse"]) == (528_93, 513_67)
    assert lines(catalogue, corps="cpip", grade="exceptionnelle", im=450)["ifse"] == 602_33


def test_an_attache_in_central_administration_brings_nothing(catalogue: Catalogue) -> None:
    found = lines(catalogue, corps="aae", im=485)
    assert not {"pss", "pension_pss", "ifse", "transfert_primes_points"} & set(found)
    assert lines(catalogue, corps="aae", im=485, affectation="deconcentre")["pss"] == 573_01  # 24 % of 2 387.55


def test_a_bare_status_brings_nothing(catalogue: Catalogue) -> None:
    assert set(lines(catalogue, im=450)) == {
        "traitement", "pension_civile", "csg_deductible", "csg_non_deductible", "crds", "impot",
    }  # fmt: skip
    assert "transfert_primes_points" not in lines(catalogue, im=450, primes=300)


def test_a_bonus_is_left_out_by_its_name_or_all_are(catalogue: Catalogue) -> None:
    without_pss = lines(catalogue, corps="cpip", im=450, sans_prime=["pss"])
    assert "ifse" in without_pss
    assert not {"pss", "pension_pss"} & set(without_pss)
    assert "pss" in lines(catalogue, corps="cpip", im=450, sans_prime=["ifse"])
    assert not {"pss", "pension_pss", "ifse"} & set(lines(catalogue, corps="cpip", im=450, sans_primes=True))
    kept = lines(catalogue, corps="cpip", im=450, sans_primes=True, prime=["ifse"])
    assert kept["ifse"] == 513_67
    assert "pss" not in kept


def test_a_bonus_to_leave_out_must_exist(catalogue: Catalogue) -> None:
    with refused(UnknownPrime, "« ifsee »", "paie"):
        payslip(catalogue, corps="cpip", im=450, sans_prime=["ifsee"])


def test_a_bonus_asked_for_replaces_the_one_of_the_corps(catalogue: Catalogue) -> None:
    assert lines(catalogue, corps="cpip", im=450, prime=["ifse"])["ifse"] == 513_67
    assert lines(catalogue, corps="cea", im=400, prime=["nuit=4", "dimanche=2"])["nuit"] == 80_00


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"corps": "cpip", "prime": ["xyz"]}, "dans les données"),
        ({"corps": "cpip", "prime": ["icp"]}, "aucun montant connu"),
        ({"corps": "aae", "prime": ["ifse"]}, "aucun montant connu"),
        ({"prime": ["nuit=0"]}, "de 1 à 30"),
        ({"prime": ["nuit=31"]}, "de 1 à 30"),
        ({"prime": ["nuit=-1"]}, "de 1 à 30"),
        ({"prime": ["nuit=²"]}, "de 1 à 30"),
        ({"prime": ["nuit="]}, "de 1 à 30"),
        ({"prime": ["nuit=" + "9" * 4301]}, "de 1 à 30"),
        ({"corps": "cpip", "prime": ["ifse=2"]}, "ne se compte pas"),
        ({"prime": ["pss"]}, "dans les données"),
    ],
)
def test_a_bonus_that_cannot_be_counted_is_refused(catalogue: Catalogue, options: Any, reason: str) -> None:
    with refused(UnknownPrime, reason, "paie"):
        payslip(catalogue, im=450, **options)


def test_a_unit_bonus_goes_to_what_a_month_holds(catalogue: Catalogue) -> None:
    assert lines(catalogue, im=450, prime=["nuit=30"])["nuit"] == 600_00
    assert lines(catalogue, "2026-10", im=450, prime=["nuit=31"])["nuit"] == 620_00
    cases = ((["nuit=20", "nuit=11"], 30), (["dimanche=10"], 9), (["astreinte=6"], 5), (["heures_sup=60"] * 2, 108))
    for asked, most in cases:
        with refused(UnknownPrime, f"de 1 à {most}", "paie"):
            payslip(catalogue, im=450, prime=asked)
    assert lines(catalogue, im=450, prime=["nuit"])["nuit"] == 20_00


def test_what_is_paid_by_the_unit_is_paid_as_worked(catalogue: Catalogue) -> None:
    part = lines(catalogue, im=450, quotite=50, prime=["nuit=4", "dimanche", "astreinte"], primes=100)
    assert (part["nuit"], part["dimanche"], part["astreinte"], part["primes"]) == (80_00, 36_00, 150_00, 50_00)
    contract = lines(catalogue, statut="contractuel", brut=2600, quotite=50, prime=["nuit=4"], primes=100)
    assert (contract["nuit"], contract["primes"], contract["remuneration"]) == (80_00, 50_00, 1300_00)
    assert lines(catalogue, im=450, prime=["nuit=4", "nuit=2"])["nuit"] == 120_00


def test_a_bonus_that_is_not_counted_is_asked_once(catalogue: Catalogue) -> None:
    cases: list[tuple[str, dict[str, Any]]] = [("ifse", {"corps": "cpip"}), ("cti", {})]
    for code, options in cases:
        with refused(ContradictoryPay, f"--prime {code} est demandée deux fois", "paie"):
            payslip(catalogue, im=450, prime=[code, code.upper()], **options)


def test_the_cti_is_49_points_for_whom_the_text_opens_it(catalogue: Catalogue) -> None:
    case: dict[str, Any] = {"im": 500, "zone": 1, "enfants": 2, "primes": 600}
    slip = payslip(catalogue, prime=["cti"], **case)
    assert slip.bulletin == bulletin(catalogue, MONTH, case | {"cti": True})
    assert lines_of(slip.bulletin)["cti"] == 241_21
    assert slip.situation.agent.primes == (("primes", 600_00),)
    assert lines(catalogue, prime=["cti"], quotite=80, im=500)["cti"] == 206_75
    for corps in ("cpip", "dsp"):
        with refused(UnknownPrime, f"au corps {corps} ; sans corps : penit paie --im 450 --prime cti", "paie"):
            payslip(catalogue, corps=corps, im=450, prime=["cti"])
    with refused(UnknownPrime, "ne se compte pas", "paie"):
        payslip(catalogue, im=450, prime=["cti=2"])
    contract = payslip(catalogue, statut="contractuel", brut=2500, quotite=80, prime=["cti"])
    assert lines_of(contract.bulletin)["cti"] == 206_75
    assert "cti_de_contractuel" in [item.code for item in contract.hypotheses]
    with refused(ContradictoryPay, "aucun texte connu ne l’ouvre à un contractuel", "paie"):
        payslip(catalogue, statut="contractuel", brut=2500, prime=["heures_sup=2"])
    own = catalogue.corps_of("aae")._replace(code="psychologue")
    request = request_of(catalogue, {"im": 500, "prime": ["cti"]})._replace(corps=own)
    agent = situation_of(law_of(catalogue), catalogue.pay_books, request).agent
    assert isinstance(agent, Titulaire)
    assert agent.cti == 49


def test_a_line_that_the_scale_lacks_leaves_the_index_of_the_echelon(catalogue: Catalogue) -> None:
    """Gross index 369 is in no table that was read; our barème A goes from 367 to 1027."""
    grade = catalogue.corps_of("aae").grades[0]._replace(depuis=None)

    def index(echelon: Echelon, day: date) -> int:
        return majore_of_echelon(catalogue.pay_books.baremes, catalogue.corps_of("aae"), grade, echelon, 1, day)

    bare = Echelon("1", 369, None, 366, None)
    assert index(bare, date(2024, 1, 1)) == 366
    assert index(bare._replace(ib=444), date(2026, 1, 1)) == 395
    assert index(bare._replace(ib=None), date(2024, 1, 1)) == 366
    with pytest.raises(UnsourcedIndex):
        index(bare._replace(ib=None), date(2023, 12, 31))
    with pytest.raises(InvalidIndex):
        index(bare, date(2023, 12, 31))
    with pytest.raises(InvalidIndex):
        index(bare._replace(im=None), date(2026, 1, 1))


def test_affectation_works_both_ways(catalogue: Catalogue) -> None:
    assert payslip(catalogue, corps="cpip", im=450).situation.affectation == "deconcentre"
    assert payslip(catalogue, corps="aae").situation.affectation == "centrale"
    central = payslip(catalogue, corps="cpip", im=450, affectation="centrale")
    assert central.situation.affectation == "centrale"
    assert not {"pss", "pension_pss"} & set(lines_of(central.bulletin))


def test_an_index_below_the_minimum_is_paid_at_the_minimum(catalogue: Catalogue) -> None:
    situation = payslip(catalogue, im=340).situation
    assert isinstance(situation.agent, Titulaire)
    assert (situation.indice_demande, situation.agent.indice_majore) == (340, 366)
    before = payslip(catalogue, "2023-04", im=340).situation.agent
    assert isinstance(before, Titulaire)
    assert before.indice_majore == 353


def test_an_echelon_follows_the_scale_of_the_day(catalogue: Catalogue) -> None:
    def index(month: str, **options: Any) -> int:
        agent = payslip(catalogue, month, corps=options.pop("corps", "csip"), **options).situation.agent
        assert isinstance(agent, Titulaire)
        return agent.indice_majore

    assert index("2026-11", echelon=5) == 543
    assert index("2023-12", echelon=5) == 538
    assert index("2023-06", echelon=5) == 538
    assert index("2026-11", corps="aae", grade="hors_classe", echelon="special") == 895
    assert index("2026-11", corps="aae", grade="hors_classe", echelon="spécial") == 895
    assert index("2026-11", corps="aae", grade="hors_classe", echelon="special", chevron=3) == 977
    assert index("2023-01", corps="dsp", grade="hors_classe", echelon=7) == 890


@pytest.mark.parametrize(("corps", "grade"), [("aae", "attache"), ("dsp", "stagiaire"), ("ctss", "premier_grade")])
def test_a_grid_dated_2024_is_not_used_in_2023(catalogue: Catalogue, corps: str, grade: str) -> None:
    with refused(UnsourcedIndex, f"Indice inconnu .* avant le 2024-01-01.* paie {corps} --grade {grade} ", "paie"):
        payslip(catalogue, "2023-12", corps=corps, grade=grade)
    assert payslip(catalogue, "2024-01", corps=corps, grade=grade).bulletin.totaux.brut


@pytest.mark.parametrize("grade", ["principal", "PRINCIPAL", "attaché principal", "Attache Principal d'administration"])
def test_a_grade_answers_to_its_code_alias_and_title(catalogue: Catalogue, grade: str) -> None:
    found = payslip(catalogue, corps="aae", grade=grade, echelon="05").situation
    assert found.grade is not None
    assert found.echelon is not None
    assert (found.grade.code, found.echelon.echelon) == ("principal", "5")


def test_without_a_grade_the_first_of_the_career_is_meant(catalogue: Catalogue) -> None:
    grade = payslip(catalogue, corps="dsp").situation.grade
    assert grade is not None
    assert grade.code == "classe_normale"


@pytest.mark.parametrize(
    ("asked", "code"),
    [("cpip", "cpip"), ("CPIP", "cpip"), ("conseillère d’insertion et de probation", "cpip"), ("dspip", "dpip"),
     ("drsp", "disp"), ("surveillant", "cea"), ("gardien de prison", "cea"), ("attaché", "aae"),
     ("directrice de prison", "dsp")],
)  # fmt: skip
def test_a_corps_answers_to_its_names_and_to_those_of_its_metier(catalogue: Catalogue, asked: str, code: str) -> None:
    """`dspip` is the métier of a head of service: its first corps is DPIP."""
    assert catalogue.corps_of(asked).code == code


@pytest.mark.parametrize("asked", ["xyz", "", "juriste"])
def test_an_unknown_corps_is_refused(catalogue: Catalogue, asked: str) -> None:
    with pytest.raises(UnknownCorps):
        catalogue.corps_of(asked)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"corps": "cdc"}, UnsourcedIndex, "penit paie cdc --grade capitaine_classe_normale --im 450"),
        ({"corps": "cdc", "echelon": 3}, UnsourcedIndex, "échelon 3"),
        ({"corps": "aae", "grade": "principl"}, UnknownGrade, "Vouliez-vous dire principal"),
        ({"corps": "aae", "echelon": 12}, UnknownEchelon, "10, 11"),
        ({"im": 99}, InvalidIndex, "de 100 à 1515"),
        ({"im": 1516}, InvalidIndex, "de 100 à 1515"),
        ({"ib": 366}, InvalidIndex, "367 à 1027"),
        ({"ib": 1028}, InvalidIndex, "367 à 1027"),
        ({"ib": 369}, InvalidIndex, "donnez l’indice majoré imprimé sur le bulletin. Exemple : penit paie .* --im 450"),
        ({"lettre": "HEZ"}, InvalidIndex, "HEA, HEB, HEBbis"),
        ({"lettre": "HEA", "chevron": 4}, InvalidIndex, "au chevron 3"),
        ({"lettre": "HEF", "chevron": 2}, InvalidIndex, "au chevron 1"),
    ],
)
def test_what_does_not_exist_is_refused(
    catalogue: Catalogue, options: Any, error: type[PenitError], words: str
) -> None:
    with refused(error, words, "paie"):
        payslip(catalogue, **options)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"im": 450, "ib": 500},
        {"im": 450, "lettre": "HEA"},
        {"corps": "aae", "im": 450, "echelon": 5},
        {"im": 450, "chevron": 2},
        {"corps": "aae", "echelon": 1, "chevron": 2},
        {"im": 450, "quotite": 55},
        {"im": 450, "enfants": 16},
        {"im": 450, "enfants": -1},
        {"im": 450, "zone": 4},
        {"im": 450, "grade": "principal"},
        {"im": 450, "brut": 3000},
        {"im": 450, "alsace_moselle": True},
        {"im": 450, "indice": True},
        {"im": 450, "psc_agent": 9000},
        {"statut": "contractuel"},
        {"statut": "contractuel", "brut": 0},
        {"statut": "contractuel", "brut": 3000, "im": 450},
        {"statut": "contractuel", "brut": 3000, "corps": "cpip"},
        {"statut": "contractuel", "brut": 3000, "nbi": 20},
        {"statut": "contractuel", "brut": 3000, "categorie": "A"},
        {"statut": "contractuel", "brut": 3000, "grade": "principal"},
        {"statut": "contractuel", "brut": 3000, "affectation": "centrale"},
        {"statut": "contractuel", "brut": 3000, "sans_prime": ["pss"]},
        {"statut": "contractuel", "brut": 3000, "sans_primes": True},
        {"statut": "contractuel", "brut": 3000, "sans_transfert": True},
        {"statut": "contractuel", "brut": 3000, "zone": 1},
        {"statut": "contractuel", "brut": 3000, "zone": 2},
        {"statut": "contractuel", "brut": 3000, "enfants": 1},
    ],
    ids=str,
)
def test_what_contradicts_itself_is_refused(catalogue: Catalogue, options: Any) -> None:
    with pytest.raises(UsageProblem):
        payslip(catalogue, **options)


def test_zone_3_and_no_child_need_no_index(catalogue: Catalogue) -> None:
    assert lines(catalogue, statut="contractuel", brut=3000, zone=3, enfants=0)["remuneration"] == 3000_00


def test_a_rate_of_pss_follows_grade_and_day(catalogue: Catalogue) -> None:
    assert lines(catalogue, "2024-01", corps="cdc", grade="capitaine_classe_normale", im=600)["pss"] == 812_26
    assert lines(catalogue, "2024-01", corps="cdc", grade="commandant", im=600)["pss"] == 694_11
    assert "pss" not in lines(catalogue, "2023-12", corps="cdc", im=600)
    assert "pss" not in lines(catalogue, corps="disp", im=900)


def test_each_base_is_shown_with_its_rate(catalogue: Catalogue) -> None:
    shown = {
        line.code: (line.base, line.taux) for line in payslip(catalogue, corps="cpip", im=500, zone=1).bulletin.lignes
    }
    assert shown["traitement"] == (None, None)
    assert shown["pss"] == (2461_39, 2200)
    assert shown["pension_civile"] == (2461_39, 1110)
    assert shown["rafp"] == (492_28, 500)
    assert shown["indemnite_residence"] == (2461_39, 300)
    assert shown["pension_pss"] == (2461_39 + 541_51, None)
    floor = {line.code: line.base for line in payslip(catalogue, corps="cpip", im=450).bulletin.lignes}
    assert floor["pss"] is None
    contract = payslip(catalogue, statut="contractuel", brut=5000).bulletin.lignes
    bases = {line.code: (line.base, line.taux) for line in contract}
    assert bases["vieillesse_plafonnee"] == (4005_00, 690)
    assert bases["vieillesse_deplafonnee"] == (5000_00, 40)
    assert bases["ircantec"] == (5000_00, None)
    assert bases["csg_deductible"] == (4912_50, 680)


def test_a_compensation_of_a_cent_is_a_cent(catalogue: Catalogue) -> None:
    assert lines(catalogue, im=450, ic_csg="0.01")["ic_csg"] == 1
    assert lines(catalogue, im=450, ic_csg="auto")["ic_csg"] == 16_84  # 0.76 % of 2 215.25


def test_the_floor_of_the_pss_goes_with_the_pss_but_for_the_attaches(catalogue: Catalogue) -> None:
    def rates(**options: Any) -> tuple[int, int]:
        agent = payslip(catalogue, im=450, **options).situation.agent
        assert isinstance(agent, Titulaire)
        return agent.pss, agent.pss_plancher

    assert rates(corps="cpip") == (2200, 2850)
    assert rates(corps="aae", affectation="deconcentre") == (2400, 0)
    assert rates(corps="cpip", affectation="centrale") == rates(corps="cpip", sans_prime=["pss"]) == rates() == (0, 0)


def test_each_doubt_on_a_pss_names_it_alone(catalogue: Catalogue) -> None:
    unknown = payslip(catalogue, corps="disp", im=900).situation.primes_inconnues
    assert [item.prime.code for item in unknown] == ["pss", "ifo"]
    assert [item.prime.code for item in payslip(catalogue, corps="dsp", im=900).situation.primes_inconnues] == ["ifo"]


def test_the_ends_of_what_exists_are_in_it(catalogue: Catalogue) -> None:
    assert payslip(catalogue, im=100).situation.indice_demande == 100
    assert payslip(catalogue, im=1515).situation.indice_demande == 1515
    assert [payslip(catalogue, ib=ib).situation.indice_demande for ib in (367, 1027)] == [366, 835]
    assert payslip(catalogue, "2023-06", ib=444).situation.indice_demande == 390
    with refused(InvalidIndex, "le barème A connu va de 419 à 1027", "paie"):
        payslip(catalogue, "2023-06", ib=418)
    with pytest.raises(NoValueAtDate) as long_ago:
        majore_of_letter(catalogue.pay_books.baremes, "HEA", 1, date(1980, 1, 1))
    assert long_ago.value.known_since == catalogue.pay_books.baremes.hors_echelle[0].depuis < date(2024, 1, 1)
    new_year = date(2024, 1, 1)
    assert [majore_of_letter(catalogue.pay_books.baremes, "HEA", chevron, new_year) for chevron in (1, 3)] == [895, 977]
    with pytest.raises(InvalidIndex):
        majore_of_letter(catalogue.pay_books.baremes, "HEA", 0, new_year)


def test_a_bonus_set_by_the_month_is_paid_once(catalogue: Catalogue) -> None:
    (ifse,) = [prime for prime in catalogue.pay_books.primes if prime.code == "ifse"]
    monthly = [ifse._replace(mode="mensuel")]
    holder = Holder("cpip", "classe_normale", "deconcentre", None)
    (granted,) = default_primes(monthly, "cpip", "classe_normale", date(2026, 11, 1))
    assert granted.montant == 6164_00
    assert asked_prime(monthly, "ifse", holder, law_of(catalogue)).montant == 6164_00
    assert over_a_year(granted, FULL_TIME) is None
    assert over_a_year(granted._replace(prime=ifse), FULL_TIME) == 6164_00
    unknown = [None, granted.valeur and granted.valeur._replace(valeur=None)]
    assert [over_a_year(granted._replace(prime=ifse, valeur=value), FULL_TIME) for value in unknown] == [None, None]


def test_no_transfert_is_no_cap_at_all(catalogue: Catalogue) -> None:
    def cap(**options: Any) -> int:
        agent = payslip(catalogue, im=450, **options).situation.agent
        assert isinstance(agent, Titulaire)
        return agent.transfert

    assert [cap(), cap(categorie="C"), cap(corps="cpip"), cap(corps="cpip", categorie="B")] == [0, 16700, 38900, 27800]
    assert cap(corps="cpip", sans_transfert=True) == 0


def test_the_zone_supposed_is_the_one_without_allowance(catalogue: Catalogue) -> None:
    law = law_of(catalogue)
    assert (default_zone(law), dearest_zone(law)) == (3, 1)
    assert [residence_rate(law, zone) for zone in (1, 2, 3, None)] == [300, 100, 0, 0]


def test_without_an_echelon_the_first_is_meant(catalogue: Catalogue) -> None:
    found = payslip(catalogue, corps="csip").situation
    assert found.echelon is not None
    assert (found.echelon.echelon, found.indice_demande) == ("1", found.echelon.im)
    dsp, aae = catalogue.corps_of("dsp"), catalogue.corps_of("aae")
    school = dsp.grades[0]
    assert school.code == "eleve"
    only_school = dsp._replace(grades=(school, school._replace(code="stagiaire")))
    assert grade_named(only_school, None, law_of(catalogue).jour) == school
    known = [names_of(item) for item in (dsp, aae)]
    assert [corps_named(known, "rien", [sigle]) for sigle in ("AAE", "dsp")] == ["aae", "dsp"]


@pytest.mark.parametrize(
    ("echelon", "sourced"),
    [(Echelon("1", 444, None, None, 24), True), (Echelon("1", None, "HEA", None, 24), True),
     (Echelon("1", None, None, 395, 24), True), (Echelon("1", None, None, None, 24), False)],
)  # fmt: skip
def test_an_echelon_is_sourced_by_any_index(echelon: Echelon, sourced: bool) -> None:
    assert echelon.sourced is sourced
