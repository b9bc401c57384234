"""Each doubt is said when it should be and only then, with the euros it may change."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from penitcareer.domain.pay.law import law_at
from penitcareer.domain.pay.payslip import payslip_of
from penitcareer.store.catalogue import Catalogue
from tests.pay import derive
from tests.pay.support import MONTH, cents, payslip, request_of

CPIP: dict[str, Any] = {"corps": "cpip", "im": 450}
# Code, month, options that raise the doubt, then month and options that must not.
SIDES: list[tuple[str, str, dict[str, Any], str, dict[str, Any]]] = [
    ("base_majoration_pss", MONTH, CPIP, MONTH, CPIP | {"affectation": "centrale"}),
    ("base_majoration_pss", MONTH, CPIP, MONTH, {"im": 450}),
    ("base_majoration_pss", MONTH, CPIP, MONTH, CPIP | {"grade": "stagiaire"}),
    ("plancher_pss_apres_2024", "2025-01", CPIP, "2024-12", CPIP),
    ("plancher_pss_apres_2024", MONTH, CPIP | {"im": 488}, MONTH, CPIP | {"im": 489}),
    ("plancher_pss_inconnu", "2023-06", CPIP, "2023-07", CPIP),
    ("plancher_pss_inconnu", "2023-06", CPIP, "2023-06", CPIP | {"sans_primes": True}),
    ("minimum_traitement_2026", "2026-06", {"im": 366}, "2026-05", {"im": 366}),
    ("minimum_traitement_2026", "2026-06", {"im": 300}, "2026-06", {"im": 367}),
    ("minimum_traitement_2026", MONTH, {"im": 366}, MONTH, {"im": 450}),
    ("transfert_categorie", MONTH, CPIP, MONTH, CPIP | {"sans_transfert": True}),
    ("transfert_categorie", MONTH, CPIP, MONTH, {"corps": "aae", "im": 450, "primes": 500}),
    ("transfert_categorie", MONTH, CPIP, MONTH, CPIP | {"sans_prime": ["ifse"]}),
    ("transfert_categorie", MONTH, {"corps": "cea", "im": 400}, MONTH, {"corps": "dsp", "primes": 300}),
    ("transfert_categorie", MONTH, {"corps": "csip", "primes": 300}, MONTH, CPIP | {"categorie": "A"}),
    ("psc_dans_rafp", MONTH, {"im": 450, "psc_employeur": 35}, MONTH, {"im": 450, "psc_agent": 35}),
    ("psc_dans_rafp", MONTH, {"im": 450, "psc_employeur": 35}, MONTH, CPIP | {"psc_employeur": 35}),
    ("transfert_hors_rafp", MONTH, {"im": 450, "primes": 300, "categorie": "A"}, MONTH, {"im": 450, "primes": 300}),
    ("transfert_hors_rafp", MONTH, {"im": 450, "primes": 300, "categorie": "A"}, MONTH, CPIP),
    ("cti_hors_majoration", MONTH, {"im": 450, "prime": ["cti"]}, MONTH, {"im": 450}),
    ("compensatrice_absente", MONTH, CPIP, MONTH, CPIP | {"ic_csg": "auto"}),
    ("compensatrice_absente", MONTH, CPIP, MONTH, CPIP | {"ic_csg": "24.66"}),
    ("psc_absente", "2025-10", CPIP, "2025-09", CPIP),
    ("psc_absente", MONTH, CPIP, MONTH, CPIP | {"psc_agent": 35}),
    ("psc_absente", MONTH, CPIP, MONTH, CPIP | {"psc_employeur": 35}),
    ("indice_encadre", MONTH, {"corps": "cpip", "echelon": 1}, MONTH, CPIP),
    ("indice_suppose", MONTH, {"corps": "cea", "echelon": 5}, MONTH, {"corps": "cea", "echelon": 3}),
    ("indice_encadre", MONTH, {"corps": "cea", "echelon": 2}, MONTH, {"corps": "aae", "echelon": 2}),
    ("premier_chevron", MONTH, {"lettre": "HEA"}, MONTH, {"lettre": "HEA", "chevron": 1}),
    ("premier_chevron", MONTH, {"corps": "dsp", "grade": "hors_classe", "echelon": 6}, MONTH,
     {"corps": "dsp", "grade": "hors_classe", "echelon": 5}),
    ("zone_3_par_defaut", MONTH, CPIP, MONTH, CPIP | {"zone": 3}),
    ("zone_3_par_defaut", MONTH, {"statut": "contractuel", "brut": 2500, "indice": True}, MONTH,
     {"statut": "contractuel", "brut": 2500}),
    ("droit_constant", "2026-12", CPIP, "2026-11", CPIP),
    ("ecole_sans_pss", MONTH, {"corps": "dsp", "grade": "eleve"}, MONTH, {"corps": "dsp"}),
    ("ecole_sans_pss", MONTH, {"corps": "cpip", "grade": "eleve", "im": 400}, MONTH,
     {"corps": "aae", "grade": "eleve", "im": 400}),
    ("stage_pratique", MONTH, {"corps": "cpip", "grade": "stagiaire", "im": 400}, MONTH,
     {"corps": "aae", "grade": "stagiaire", "im": 400}),
    ("prime_inconnue", MONTH, {"corps": "dsp"}, MONTH, {"corps": "ctss", "im": 500}),
    ("prime_inconnue", MONTH, {"corps": "psychologue", "im": 450}, MONTH,
     {"corps": "psychologue", "im": 450, "prime": ["ifse"]}),
    ("prime_inconnue", MONTH, {"corps": "csip"}, MONTH, {"corps": "csip", "sans_prime": ["ifo"]}),
    ("prime_inconnue", MONTH, {"corps": "dfsp", "im": 900}, MONTH, {"corps": "cdc", "im": 500}),
    ("prime_inconnue", MONTH, {"corps": "dsp"}, MONTH, {"corps": "dsp", "sans_prime": ["ifo"]}),
    ("prime_inconnue", MONTH, {"corps": "disp", "im": 900, "sans_prime": ["ifo"]}, MONTH,
     {"corps": "disp", "im": 900, "sans_prime": ["pss", "ifo"]}),
    ("prime_inconnue", "2023-12", {"corps": "cdc", "im": 500, "sans_prime": ["ifo"]}, "2024-01",
     {"corps": "cdc", "im": 500}),
    ("prime_par_defaut", "2024-01", {"corps": "cea", "im": 400}, "2023-12", {"corps": "cea", "im": 400}),
    ("compensatrice_auto", MONTH, CPIP | {"ic_csg": "auto"}, MONTH, CPIP | {"ic_csg": "24.66"}),
    ("regime_du_corps_absent", MONTH, {"im": 450}, MONTH, CPIP),
    ("transfert_absent", MONTH, {"im": 450, "primes": 300}, MONTH, {"im": 450}),
    ("transfert_absent", MONTH, {"im": 450, "primes": 300}, MONTH, {"im": 450, "primes": 300, "categorie": "C"}),
    ("transfert_absent", MONTH, {"im": 450, "primes": 300}, MONTH, {"im": 450, "primes": 300, "sans_transfert": True}),
    ("heures_sup_imposees", MONTH, {"corps": "cea", "im": 400, "prime": ["heures_sup=12"]}, MONTH,
     {"corps": "cea", "im": 400, "prime": ["nuit=4"]}),
    ("nbi_sans_prime", MONTH, {"corps": "cea", "im": 400, "nbi": 20}, MONTH,
     {"corps": "cea", "im": 400, "nbi": 20, "sans_prime": ["icp"]}),
    ("nbi_sans_prime", MONTH, {"corps": "cea", "im": 400, "nbi": 20}, MONTH, CPIP | {"nbi": 20}),
    ("brut_temps_plein", MONTH, {"statut": "contractuel", "brut": 2500, "quotite": 80}, MONTH,
     {"statut": "contractuel", "brut": 2500}),
    ("brut_sous_smic", MONTH, {"statut": "contractuel", "brut": "1867.01"}, MONTH,
     {"statut": "contractuel", "brut": "1867.02"}),
    ("brut_sous_smic", MONTH, {"statut": "contractuel", "brut": 1800}, MONTH,
     {"statut": "contractuel", "brut": 1800, "indice": True}),
    ("smic_differentielle", MONTH, {"statut": "contractuel", "brut": "1867.01", "indice": True}, MONTH,
     {"statut": "contractuel", "brut": "1867.02", "indice": True}),
    ("cti_de_contractuel", MONTH, {"statut": "contractuel", "brut": 2500, "prime": ["cti"]}, MONTH,
     {"statut": "contractuel", "brut": 2500}),
    ("affectation_supposee", MONTH, CPIP, MONTH, CPIP | {"affectation": "deconcentre"}),
    ("affectation_supposee", MONTH, {"corps": "aae"}, MONTH, {"im": 450}),
    ("smic_differentielle", MONTH, {"im": 379}, MONTH, {"im": 380}),
    ("smic_differentielle", "2024-11", {"im": 366}, "2024-10", {"im": 366}),
    ("impot_taux_defaut", MONTH, CPIP, MONTH, CPIP | {"taux_impot": "0"}),
    ("nbi_hors_majoration", MONTH, CPIP | {"nbi": 20}, MONTH, CPIP),
    ("nbi_hors_majoration", MONTH, CPIP | {"nbi": 20}, MONTH, {"im": 450, "nbi": 20}),
    ("rafp_mensuel", MONTH, {"im": 500, "primes": "492.28"}, MONTH, {"im": 500, "primes": "492.27"}),
    ("rafp_mensuel", MONTH, {"im": 450, "primes": "443.06"}, MONTH, {"im": 450, "primes": "443.05"}),
    ("rafp_mensuel", MONTH, {"im": 500, "primes": 480, "psc_employeur": 40}, MONTH, {"im": 500, "primes": 480}),
    ("prime_par_defaut", MONTH, CPIP, MONTH, CPIP | {"sans_prime": ["ifse"]}),
    ("prime_par_defaut", MONTH, {"corps": "cea", "im": 400}, MONTH, CPIP | {"corps": "aae"}),
    ("prime_par_defaut", MONTH, CPIP, MONTH, {"im": 450, "prime": ["nuit", "dimanche"]}),
]  # fmt: skip


def codes(catalogue: Catalogue, month: str, options: dict[str, Any]) -> list[str]:
    return [item.code for item in payslip(catalogue, month, **options).hypotheses]


def stake(catalogue: Catalogue, code: str, month: str = MONTH, **options: Any) -> int | None:
    return next(item.enjeu for item in payslip(catalogue, month, **options).hypotheses if item.code == code)


def gap(left: dict[str, Any], right: dict[str, Any], month: str = MONTH) -> int:
    """The stake worked out apart: the difference of two nets before tax, in cents."""
    return int(abs(derive.net_before_tax(month, left) - derive.net_before_tax(month, right)) * 100)


@pytest.mark.parametrize(
    ("code", "month", "options", "other_month", "others"), SIDES, ids=[f"{i}-{side[0]}" for i, side in enumerate(SIDES)]
)
def test_a_doubt_is_said_when_it_should_be_and_only_then(
    catalogue: Catalogue, code: str, month: str, options: dict[str, Any], other_month: str, others: dict[str, Any]
) -> None:
    assert codes(catalogue, month, options).count(code) == 1
    assert code not in codes(catalogue, other_month, others)


def test_every_doubt_that_is_worded_is_tried_here(catalogue: Catalogue) -> None:
    tried = {side[0] for side in SIDES}
    assert tried == set(catalogue.pay_books.phrases)


def test_a_bare_index_of_a_past_month_assumes_little(catalogue: Catalogue) -> None:
    expected = ["regime_du_corps_absent", "zone_3_par_defaut", "compensatrice_absente", "impot_taux_defaut"]
    assert codes(catalogue, "2024-06", {"im": 450}) == expected
    told = {"im": 450, "zone": 2, "ic_csg": 20, "taux_impot": "3.5"}
    assert codes(catalogue, "2024-06", told) == ["regime_du_corps_absent"]


def test_the_stakes_of_the_cpip_are_those_worked_out_apart(catalogue: Catalogue) -> None:
    assert stake(catalogue, "base_majoration_pss", **CPIP) == 1163
    assert gap(CPIP, CPIP | {"majoration_sur_pss": False}) == 1163
    assert stake(catalogue, "plancher_pss_apres_2024", **CPIP) == gap(CPIP, CPIP | {"sans_plancher": True})
    assert stake(catalogue, "zone_3_par_defaut", **CPIP) == gap(CPIP, CPIP | {"zone": 1})
    assert stake(catalogue, "compensatrice_absente", **CPIP) == gap(CPIP, CPIP | {"ic_csg": "auto"})
    assert stake(catalogue, "affectation_supposee", **CPIP) == gap(CPIP, CPIP | {"sans_prime": ["pss"]})
    assert stake(catalogue, "prime_par_defaut", **CPIP) == gap(CPIP, CPIP | {"sans_prime": ["ifse"]})
    more = CPIP | {"primes": 80}
    assert stake(catalogue, "prime_par_defaut", **more) == gap(more, more | {"sans_prime": ["ifse"]})
    assert stake(catalogue, "transfert_categorie", **CPIP) == gap(CPIP, CPIP | {"sans_transfert": True}) == 2933


def test_the_stakes_of_what_may_enter_the_rafp_base(catalogue: Catalogue) -> None:
    """Base 300, and 35 of the employer's share, under 20 % of 2 215.25: at 5 %, in or out."""
    agent: dict[str, Any] = {"im": 450, "primes": 300, "categorie": "A", "psc_employeur": 35}
    assert stake(catalogue, "psc_dans_rafp", **agent) == 175
    assert stake(catalogue, "transfert_hors_rafp", **agent) == 162
    capped = agent | {"primes": 440}  # 475 is cut to 443.05: without the share 440, without the transfert 442.58
    assert stake(catalogue, "psc_dans_rafp", **capped) == 22_15 - 22_00
    assert stake(catalogue, "transfert_hors_rafp", **capped) == 22_15 - 22_13


def test_the_floor_of_the_pss_is_in_doubt_from_the_first_of_2025_on(catalogue: Catalogue) -> None:
    rules, request = catalogue.pay_rules, request_of(catalogue, CPIP)

    def said(day: date) -> bool:
        found = payslip_of(law_at(rules, day), catalogue.pay_books, request).hypotheses
        return "plancher_pss_apres_2024" in [item.code for item in found]

    assert [said(date(2024, 12, 31)), said(date(2025, 1, 1))] == [False, True]


def test_what_is_not_there_is_not_at_stake(catalogue: Catalogue) -> None:
    """5 % of 0.10 is half a cent: a single cent more or less would change the deduction."""
    for bonus in ("0.09", "0.10"):
        said = codes(catalogue, MONTH, {"im": 450, "primes": bonus})
        assert not {"transfert_hors_rafp", "psc_dans_rafp"} & set(said)


def test_the_doubt_on_a_category_says_why(catalogue: Catalogue) -> None:
    told = {item.code: item.details for item in payslip(catalogue, corps="cea", im=400).hypotheses}
    why = "corps en catégorie B depuis le 1er janvier 2024, en catégorie C auparavant"
    assert told["transfert_categorie"] == ((why,),)


@pytest.mark.parametrize("im", [400, 489, 700, 1200])
def test_the_stake_of_the_2_2_points_follows_the_pss(catalogue: Catalogue, im: int) -> None:
    agent: dict[str, Any] = {"corps": "cpip", "im": im, "quotite": 80}
    expected = gap(agent, agent | {"majoration_sur_pss": False})
    assert stake(catalogue, "base_majoration_pss", **agent) == expected > 0


def test_the_stake_of_a_surveillants_icp(catalogue: Catalogue) -> None:
    agent: dict[str, Any] = {"corps": "cea", "im": 430, "zone": 1}
    assert stake(catalogue, "prime_par_defaut", **agent) == gap(agent, agent | {"sans_prime": ["icp"]})


def test_a_contractuel_has_a_zone_at_stake_but_no_compensation(catalogue: Catalogue) -> None:
    agent: dict[str, Any] = {"statut": "contractuel", "brut": 2500, "indice": True}
    assert stake(catalogue, "zone_3_par_defaut", **agent) == gap(agent, agent | {"zone": 1})
    # Recruited since 2018 and under the general scheme: no right to it (décret n° 2017-1889).
    assert "compensatrice_absente" not in codes(catalogue, MONTH, agent)


def test_what_cannot_be_told_has_no_stake(catalogue: Catalogue) -> None:
    told = {item.code: item.enjeu for item in payslip(catalogue, "2026-12", corps="dsp", nbi=20).hypotheses}
    for code in ("droit_constant", "psc_absente", "impot_taux_defaut", "prime_inconnue", "nbi_hors_majoration"):
        assert told[code] is None
    assert stake(catalogue, "affectation_supposee", corps="aae") is None


def test_a_doubt_names_its_bonus_or_its_day(catalogue: Catalogue) -> None:
    told = {item.code: item for item in payslip(catalogue, "2026-12", **CPIP).hypotheses}
    assert told["droit_constant"].details == (("2026-11-21",),)
    ((prime, source),) = told["prime_par_defaut"].details
    assert prime == "Indemnité de fonctions, de sujétions et d’expertise"
    assert str(source).startswith("CGT")
    assert told["base_majoration_pss"].source is not None
    unknown = [
        item.details for item in payslip(catalogue, corps="disp", im=900).hypotheses if item.code == "prime_inconnue"
    ]
    assert unknown == [(("Prime de sujétions spéciales",),), (("Indemnité de fonctions et d’objectifs",),)]


def test_cents_reads_no_float() -> None:
    assert cents(Decimal("24.66")) == cents("24.66") == cents(24.66) == 2466
