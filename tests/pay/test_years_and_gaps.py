"""A payslip over a year, and two payslips compared."""

from datetime import date
from typing import Any

from penitcareer.domain.dated import Dated
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.payslip import compare_payslips, payslip_of
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import check_sums, law_of, lines_of, payslip, request_of
from tests.support import refused


def test_the_transfert_of_a_year_is_its_cap_or_the_bonuses(catalogue: Catalogue) -> None:
    def transfer(category: str, bonus: str, share: int = 100) -> int:
        year = payslip(catalogue, im=450, categorie=category, primes=bonus, quotite=share, per_year=True)
        return lines_of(year.bulletin)["transfert_primes_points"]

    assert [transfer(category, "300") for category in "ABC"] == [389_00, 278_00, 167_00]
    assert transfer("A", "10.00") == 120_00
    assert transfer("A", "300", 80) == 333_43  # 389 x 6/7
    month = payslip(catalogue, im=450, categorie="A", primes=300)
    assert lines_of(month.bulletin)["transfert_primes_points"] == 32_42
    assert payslip(catalogue, im=450, per_year=True).mois == 12


def test_a_bonus_set_by_the_year_keeps_its_yearly_amount(catalogue: Catalogue) -> None:
    def ifse(share: int, per_year: bool) -> int:
        return lines_of(payslip(catalogue, corps="cpip", im=450, quotite=share, per_year=per_year).bulletin)["ifse"]

    assert [ifse(100, False), ifse(100, True)] == [513_67, 6164_00]  # and not 12 x 513.67 = 6 164.04
    assert [ifse(80, False), ifse(80, True)] == [440_29, 5283_43]  # 6 164 x 6/7, and not 5 283.48
    year, month = (payslip(catalogue, corps="cpip", im=450, per_year=per_year).bulletin for per_year in (True, False))
    exact = 6164_00 - 12 * 513_67 - (389_00 - 12 * 32_42)
    for name in ("net_a_payer_avant_impot", "net_social", "net_imposable", "net_paye"):
        assert getattr(year.totaux, name) == 12 * getattr(month.totaux, name) + exact
    assert year.totaux.brut == 12 * month.totaux.brut - 4
    assert {line.code: line.base for line in year.lignes}["rafp"] == 12 * 443_05


def test_a_small_bonus_set_by_the_year_bounds_the_transfert_of_the_year(catalogue: Catalogue) -> None:
    (prime,) = [prime for prime in catalogue.pay_books.primes if prime.code == "ifse"]
    value = Dated(date(2020, 1, 1), 100_00, prime.montants[0].valeurs[0].source, "haute")
    small = prime._replace(montants=(prime.montants[0]._replace(grade=None, valeurs=(value,)),))
    primes = [small if item.code == "ifse" else item for item in catalogue.pay_books.primes]
    books = catalogue.pay_books._replace(primes=primes)
    law = law_of(catalogue)
    request = request_of(catalogue, {"corps": "cpip", "im": 450})
    year = payslip_of(law, books, request, True)
    check_sums(year)
    lines = lines_of(year.bulletin)
    assert lines["ifse"] == lines["transfert_primes_points"] == 100_00  # 12 x 8.33 would be 99.96


def test_a_tax_step_may_take_back_more_than_the_rise_and_says_so(catalogue: Catalogue) -> None:
    steps = [compare_payslips(payslip(catalogue, im=im), payslip(catalogue, im=im + 1)) for im in range(400, 700)]
    cliffs = [gap for gap in steps if gap.marche_impot]
    assert 3 <= len(cliffs) <= 10
    for gap in steps:
        before, after = gap.avant.bulletin.totaux, gap.apres.bulletin.totaux
        assert after.net_a_payer_avant_impot > before.net_a_payer_avant_impot
        assert gap.marche_impot is (after.net_paye < before.net_paye)
        assert gap.marche_impot is False or after.taux_impot > before.taux_impot


def test_a_fall_of_gross_is_not_a_tax_step(catalogue: Catalogue) -> None:
    assert not compare_payslips(payslip(catalogue, im=500), payslip(catalogue, im=480)).marche_impot
    same = payslip(catalogue, im=500)
    gap = compare_payslips(same, same)
    assert not gap.marche_impot
    assert {line.ecart for line in gap.lignes} == {0}


def test_a_comparison_adds_up_in_the_pocket(catalogue: Catalogue) -> None:
    before = payslip(catalogue, corps="cpip", im=450)
    after = payslip(catalogue, corps="cpip", im=450, zone=1, enfants=2, sans_prime=["ifse"])
    gap = compare_payslips(before, after)
    old, new = before.bulletin.totaux, after.bulletin.totaux
    told = [line.ecart for line in gap.lignes if line.sens != "information"]
    assert sum(amount or 0 for amount in told) == new.net_paye - old.net_paye
    by_code = {line.code: line for line in gap.lignes}
    assert (by_code["ifse"].avant, by_code["ifse"].apres, by_code["ifse"].ecart) == (513_67, 0, -513_67)
    assert by_code["sft"].ecart == 77_71
    assert by_code["transfert_primes_points"].ecart == 32_42


def test_a_comparison_keeps_the_order_of_a_payslip(catalogue: Catalogue) -> None:
    before = payslip(catalogue, im=500)
    after = payslip(catalogue, corps="cpip", im=500, zone=1, enfants=1, nbi=10, ic_csg="auto")
    for left, right in ((before, after), (after, before)):
        codes = [line.code for line in compare_payslips(left, right).lignes]
        order = [code for code in catalogue.pay_rules.lignes if code in codes]
        assert codes == order


def test_a_year_at_constant_situation_line_by_line(catalogue: Catalogue) -> None:
    told: dict[str, Any] = {"corps": "cpip", "im": 450, "zone": 1, "enfants": 2, "psc_agent": 30, "psc_employeur": 35}
    month, year = payslip(catalogue, **told), payslip(catalogue, per_year=True, **told)
    check_sums(month)
    check_sums(year)
    assert (month.mois, year.mois) == (1, 12)
    assert (month.loi, month.situation, month.hypotheses) == (year.loi, year.situation, year.hypotheses)
    exact = {"ifse": 6164_00, "transfert_primes_points": 389_00}
    once = lines_of(month.bulletin)
    assert lines_of(year.bulletin) == {code: exact.get(code, 12 * amount) for code, amount in once.items()}
    for before, after in zip(month.bulletin.lignes, year.bulletin.lignes, strict=True):
        assert after.base == (None if before.base is None else 12 * before.base)
        assert after[:3] == before[:3]
        assert (after.taux, after.source) == (before.taux, before.source)
    assert year.bulletin.totaux.taux_impot == month.bulletin.totaux.taux_impot
    assert year.bulletin.totaux.impot == 12 * month.bulletin.totaux.impot


def test_a_gap_knows_its_lines_and_their_side(catalogue: Catalogue) -> None:
    before, after = payslip(catalogue, im=450, primes=100), payslip(catalogue, im=450, zone=1, psc_employeur=30)
    gap = compare_payslips(before, after)
    assert (gap.avant, gap.apres) == (before, after)
    lines = {line.code: line for line in gap.lignes}
    assert lines["indemnite_residence"][1:] == ("Indemnité de résidence", "gain", 0, 66_45, 66_45)
    assert lines["primes"][1:] == ("Autres primes et indemnités", "gain", 100_00, 0, -100_00)
    assert lines["pension_civile"].ecart == 0
    old, new = lines_of(before.bulletin), lines_of(after.bulletin)
    assert lines["rafp"].ecart == old["rafp"] - new["rafp"] != 0
    assert (lines["psc_employeur"].sens, lines["psc_employeur"].ecart) == ("information", 30_00)


def test_a_payslip_is_of_a_month_unless_a_year_is_asked(catalogue: Catalogue) -> None:
    assert payslip_of(law_of(catalogue), catalogue.pay_books, request_of(catalogue, {"im": 450})).mois == 1


def test_deductions_may_take_all_but_not_more(catalogue: Catalogue) -> None:
    net = payslip(catalogue, im=450).bulletin.totaux.net_a_payer_avant_impot
    last = payslip(catalogue, im=450, psc_agent=f"{net / 100:.2f}").bulletin.totaux
    assert (last.net_a_payer_avant_impot, last.impot) == (0, 0)
    with refused(ContradictoryPay, "vérifiez --psc-agent", "paie"):
        payslip(catalogue, im=450, psc_agent=f"{(net + 1) / 100:.2f}")


def test_a_comparison_of_two_statuses_starts_with_what_each_is_paid(catalogue: Catalogue) -> None:
    titulaire, contractuel = payslip(catalogue, im=450), payslip(catalogue, statut="contractuel", brut=2500)
    codes = [line.code for line in compare_payslips(titulaire, contractuel).lignes]
    assert codes[:3] == ["remuneration", "vieillesse_plafonnee", "vieillesse_deplafonnee"]
    assert [line.code for line in compare_payslips(contractuel, titulaire).lignes][:2] == [
        "traitement",
        "pension_civile",
    ]


def test_the_same_net_paid_is_no_step(catalogue: Catalogue) -> None:
    before = payslip(catalogue, im=450)
    totals = before.bulletin.totaux

    def step(more: int, paid: int) -> bool:
        other = totals._replace(
            net_a_payer_avant_impot=totals.net_a_payer_avant_impot + more, net_paye=totals.net_paye + paid
        )
        return compare_payslips(before, before._replace(bulletin=before.bulletin._replace(totaux=other))).marche_impot

    assert [step(1, 0), step(0, -1), step(1, -1)] == [False, False, True]


def test_what_is_not_set_by_the_year_is_twelve_times_its_month(catalogue: Catalogue) -> None:
    year = lines_of(payslip(catalogue, im=450, primes=10, prime=["nuit=4", "cti"], per_year=True).bulletin)
    assert (year["nuit"], year["primes"], year["cti"]) == (960_00, 120_00, 12 * 241_21)
