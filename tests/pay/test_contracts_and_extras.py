"""Contracts near the SMIC, overtime, one-off bonuses, and what excludes what."""

from typing import Any

import pytest

from penitcareer.domain.pay.errors import ContradictoryPay, UnknownPrime
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import lines_of, payslip
from tests.support import penit, penit_json, refused

CONTRACT: dict[str, Any] = {"statut": "contractuel", "indice": True}


def lines(catalogue: Catalogue, month: str = "2026-11", **options: Any) -> dict[str, int]:
    return lines_of(payslip(catalogue, month, **options).bulletin)


def test_a_contract_on_an_index_reaches_the_smic(catalogue: Catalogue) -> None:
    paid = lines(catalogue, brut="1801.73", **CONTRACT)
    assert (paid["remuneration"], paid["indemnite_differentielle"]) == (1801_73, 65_29)
    assert payslip(catalogue, brut="1801.73", **CONTRACT).bulletin.totaux.brut == 1867_02
    half = lines(catalogue, brut="1801.73", quotite=50, **CONTRACT)
    assert (half["remuneration"], half["indemnite_differentielle"]) == (900_87, 32_65)
    flat = payslip(catalogue, statut="contractuel", brut="1801.73").bulletin.totaux
    assert flat.brut == 1801_73


def test_a_contract_on_an_index_has_the_least_residence(catalogue: Catalogue) -> None:
    least = lines(catalogue, im=366, zone=1)["indemnite_residence"]
    assert least == 54_05
    assert lines(catalogue, brut=1500, zone=1, **CONTRACT)["indemnite_residence"] == least
    assert lines(catalogue, brut=1500, zone=1, quotite=50, **CONTRACT)["indemnite_residence"] == 27_02
    assert lines(catalogue, brut=2000, zone=1, **CONTRACT)["indemnite_residence"] == 60_00
    slip = payslip(catalogue, brut=1500, zone=1, **CONTRACT).bulletin
    (line,) = [line for line in slip.lignes if line.code == "indemnite_residence"]
    assert line.base == 1801_73  # what the 3 % printed beside it are of


@pytest.mark.parametrize(("zone", "paid"), [(3, 194_75), (1, 200_59)])
def test_overtime_is_the_hour_of_a_year_raised_by_a_quarter(catalogue: Catalogue, zone: int, paid: int) -> None:
    """23 629.36 a year at index 400, and 12 x 59.07 of residence, over 1 820, x 1.25, x 12."""
    asked: dict[str, Any] = {"corps": "cea", "im": 400, "zone": zone, "prime": ["heures_sup=12"]}
    assert lines(catalogue, **asked)["heures_sup"] == paid
    assert lines(catalogue, **asked | {"quotite": 80})["heures_sup"] == paid
    assert lines(catalogue, **asked | {"prime": ["heures_sup=108"]})["heures_sup"] // 9 in range(paid - 1, paid + 1)


def test_overtime_bears_rafp_csg_and_tax_and_no_transfert(catalogue: Catalogue) -> None:
    bare: dict[str, Any] = {"corps": "cea", "im": 400, "sans_prime": ["icp"]}
    before = payslip(catalogue, **bare)
    after = payslip(catalogue, **bare, prime=["heures_sup=12"])
    old, new = lines_of(before.bulletin), lines_of(after.bulletin)
    assert "transfert_primes_points" not in new
    assert (new["rafp"], old["rafp"]) == (9_74, 0) if "rafp" in old else new["rafp"] == 9_74
    stake = next(item.enjeu for item in after.hypotheses if item.code == "heures_sup_imposees")
    assert stake == new["impot"] - old["impot"] > 0


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"corps": "cea", "prime": ["heures_sup=109"]}, "de 1 à 108, le plafond d’un trimestre"),
        ({"corps": "cpip", "prime": ["heures_sup=2"]}, "au corps cpip"),
        ({"corps": "cea", "affectation": "centrale", "prime": ["nuit=2"]}, "les services déconcentrés"),
        ({"corps": "cea", "affectation": "centrale", "prime": ["dimanche"]}, "les services déconcentrés"),
        ({"corps": "cea", "affectation": "centrale", "prime": ["heures_sup=2"]}, "les services déconcentrés"),
    ],
)
def test_what_cannot_be_paid_is_refused(catalogue: Catalogue, options: Any, reason: str) -> None:
    with refused(UnknownPrime, reason, "paie"):
        payslip(catalogue, im=400, **options)


def test_a_one_off_bonus_is_paid_once_as_it_is() -> None:
    asked = ("paie", "cea", "--im", "400", "--prime-unique", "4000")
    found = {line["code"]: line["montant"] for line in penit_json(*asked, "--quotite", "80")["lignes"]}
    assert found["prime_unique"] == 4000
    codes = list(found)
    assert codes.index("prime_unique") > codes.index("icp")
    contract = penit_json("paie", "--statut", "contractuel", "--brut", "2500", "--prime-unique", "4000")
    assert contract["totaux"]["brut"] == 6500
    answer = penit(*asked, "--annuel")
    assert (answer.code, "--prime-unique est versée un seul mois" in answer.err) == (2, True)


def test_icp_and_nbi_exclude_each_other(catalogue: Catalogue) -> None:
    assert "icp" not in lines(catalogue, corps="cea", im=400, nbi=20)
    assert "icp" in lines(catalogue, corps="cea", im=400)
    with refused(ContradictoryPay, "--prime icp et --nbi s’excluent", "paie"):
        payslip(catalogue, corps="cea", im=400, nbi=20, prime=["icp"])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("--statut contractuel --brut 1500", "Ce brut est inférieur au SMIC"),
        ("--statut contractuel --brut 2500 --quotite 80", "Le brut donné est celui d’un temps plein"),
        ("cea --im 400 --nbi 15", "La NBI ne se cumule pas avec cette prime du corps"),
        ("cea --grade major --echelon 3 --nbi 15", "La NBI ne se cumule pas avec cette prime du corps"),
        ("--im 450", "Aucun corps n’est donné"),
    ],
)
def test_how_to_read_a_pay_is_said_before_its_lines(asked: str, said: str) -> None:
    out = penit("paie", *asked.split()).out
    assert said in out.split("En euros")[0]
    assert out.count(said) == 1


def test_a_contractuel_computes_no_compensation(catalogue: Catalogue) -> None:
    with refused(ContradictoryPay, "--ic-csg auto est pour un titulaire", "paie"):
        payslip(catalogue, statut="contractuel", brut=2500, ic_csg="auto")
    assert lines(catalogue, statut="contractuel", brut=2500, ic_csg=20)["ic_csg"] == 20_00


def test_a_tax_that_takes_more_than_the_pay_is_refused(catalogue: Catalogue) -> None:
    with refused(ContradictoryPay, "vérifiez --taux-impot", "paie"):
        payslip(catalogue, corps="cpip", im=450, taux_impot=100)
    paid = payslip(catalogue, corps="cpip", im=450, taux_impot=96).bulletin.totaux
    assert paid.net_paye >= 0


def test_the_officers_are_paid_their_bonus(catalogue: Catalogue) -> None:
    """3 835 a year in 2026, 2 804 and 3 319 before."""
    found = [lines(catalogue, f"{year}-06", corps="cdc", im=500)["ifo"] for year in (2024, 2025, 2026)]
    assert found == [233_67, 276_58, 319_58]


def test_the_icp_of_2024_and_2025_is_supposed_by_equal_thirds(catalogue: Catalogue) -> None:
    """It gives back the 2 040 € net that the ministry announced in 2025, within 2 €."""
    found = [lines(catalogue, f"{year}-09", corps="cea", im=400)["icp"] * 12 for year in (2023, 2024, 2025, 2026)]
    assert [round(yearly, -2) for yearly in found] == [1869_00, 2524_00, 3180_00, 3835_00]
    slip = payslip(catalogue, "2025-09", corps="cea", echelon=1)
    assert abs(slip.bulletin.totaux.net_a_payer_avant_impot - 2040_00) <= 2_00
    (said,) = [item.details[0] for item in slip.hypotheses if item.code == "prime_par_defaut"]
    assert str(said[1]).startswith("Supposition")


@pytest.mark.parametrize(("brut", "hinted"), [("42000", True), ("2500", False)])
def test_a_gross_that_looks_yearly_is_hinted(brut: str, hinted: bool) -> None:
    answer = penit("paie", "--statut", "contractuel", "--brut", brut)
    assert ("ressemble à une année" in answer.err) is hinted
    assert "--annuel" not in answer.err


def test_the_employers_health_share_is_printed() -> None:
    screen = penit("paie", "cpip", "--im", "450", "--psc-employeur", "35").out
    assert any("35,00" in line for line in screen.splitlines() if "employeur" in line.lower())
