"""What holds of every payslip, tried on many."""

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from penitcareer.domain.pay.law import LegalValue
from penitcareer.domain.pay.payslip import Payslip, compare_payslips, payslip_of
from penitcareer.render.json_text import to_json
from penitcareer.render.views import payslip as view
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import MONTH, law_of, lines_of, payslip, request_of

MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025, 2026) for month in (1, 4, 5, 6, 7, 11, 12)]
SHARES = (50, 60, 70, 80, 90, 100)
euros = st.integers(0, 400_000).map(lambda cents: f"{cents / 100:.2f}")
titulaires = st.fixed_dictionaries(
    {"im": st.integers(300, 1515)},
    optional={
        "corps": st.sampled_from(["cpip", "cea", "dsp", "dpip", "csip", "aae", "cdc", "disp"]),
        "nbi": st.integers(0, 80),
        "zone": st.sampled_from([1, 2, 3]),
        "enfants": st.integers(0, 15),
        "quotite": st.sampled_from(SHARES),
        "primes": euros,
        "sans_primes": st.booleans(),
        "sans_transfert": st.booleans(),
        "categorie": st.sampled_from("ABC"),
        "affectation": st.sampled_from(["deconcentre", "centrale"]),
        "ic_csg": st.sampled_from(["auto", "0", "24.66"]),
        "psc_agent": st.sampled_from(["0", "38.20"]),
        "psc_employeur": st.sampled_from(["0", "38.20"]),
        "taux_impot": st.sampled_from(["0", "4.2", "43"]),
    },
)
contractuels = st.fixed_dictionaries(
    {"statut": st.just("contractuel"), "brut": st.integers(100_000, 4_000_000).map(lambda cents: f"{cents / 100:.2f}")},
    optional={
        "indice": st.just(True),
        "quotite": st.sampled_from(SHARES),
        "primes": euros,
        "alsace_moselle": st.booleans(),
        "ic_csg": st.sampled_from(["auto", "0", "24.66"]),
        "psc_employeur": st.sampled_from(["0", "38.20"]),
    },
)
agents = titulaires | contractuels
months = st.sampled_from(MONTHS)


def net(result: Payslip) -> int:
    return result.bulletin.totaux.net_a_payer_avant_impot


def check_sums(result: Payslip) -> None:
    totals = result.bulletin.totaux
    by_side: dict[str, int] = {"gain": 0, "retenue": 0, "information": 0}
    for line in result.bulletin.lignes:
        assert type(line.montant) is int
        assert line.montant > 0
        by_side[line.sens] += line.montant
    lines = lines_of(result.bulletin)
    tax = lines.get("impot", 0)
    assert totals.brut == by_side["gain"]
    assert totals.retenues == by_side["retenue"] - tax
    assert totals.net_a_payer_avant_impot == totals.net_social == totals.brut - totals.retenues
    assert totals.impot == tax
    assert totals.net_paye == totals.net_a_payer_avant_impot - tax
    added = sum(lines.get(code, 0) for code in ("csg_non_deductible", "crds", "psc_employeur"))
    assert abs(totals.net_imposable - totals.net_a_payer_avant_impot - added) == 0


@given(month=months, agent=agents)
@settings(max_examples=120)
def test_the_lines_add_up_to_the_totals(catalogue: Catalogue, month: str, agent: dict[str, Any]) -> None:
    check_sums(payslip(catalogue, month, **agent))


@given(month=months, agent=agents)
@settings(max_examples=60)
def test_a_year_is_twelve_months_but_for_what_is_set_by_the_year(
    catalogue: Catalogue, month: str, agent: dict[str, Any]
) -> None:
    once, year = payslip(catalogue, month, **agent), payslip(catalogue, month, per_year=True, **agent)
    check_sums(year)
    one, twelve = lines_of(once.bulletin), lines_of(year.bulletin)
    assert list(one) == list(twelve)
    for code, amount in one.items():
        if code in ("transfert_primes_points", "ifse", "icp"):
            assert abs(twelve[code] - 12 * amount) <= 12  # the month is rounded, then its share
        else:
            assert twelve[code] == 12 * amount


@given(month=months, agent=agents)
@settings(max_examples=60)
def test_the_same_question_has_the_same_answer_and_json_gives_it_back(
    catalogue: Catalogue, month: str, agent: dict[str, Any]
) -> None:
    result = payslip(catalogue, month, **agent)
    assert result == payslip(catalogue, month, **agent)
    written = to_json(view.payload(result))
    decoded = json.loads(written)
    assert {line["code"]: round(line["montant"] * 100) for line in decoded["lignes"]} == lines_of(result.bulletin)
    totals = {name: round(amount * 100) for name, amount in decoded["totaux"].items()}
    assert totals == {name: getattr(result.bulletin.totaux, name) for name in view.TOTALS}
    assert json.loads(to_json(decoded)) == decoded


@given(month=months, agent=titulaires, more=st.integers(1, 40))
@settings(max_examples=80)
def test_net_before_tax_grows_with_the_index(
    catalogue: Catalogue, month: str, agent: dict[str, Any], more: int
) -> None:
    low = {**agent, "im": min(max(agent["im"], 400), 1475)}  # IM 400 is above every SMIC of the law
    high = {**low, "im": low["im"] + more}
    assert net(payslip(catalogue, month, **high)) > net(payslip(catalogue, month, **low))


@given(month=months, agent=titulaires)
@settings(max_examples=60)
def test_net_before_tax_grows_with_children(catalogue: Catalogue, month: str, agent: dict[str, Any]) -> None:
    children = min(agent.get("enfants", 0), 14)
    fewer, more = {**agent, "enfants": children}, {**agent, "enfants": children + 1}
    assert net(payslip(catalogue, month, **more)) > net(payslip(catalogue, month, **fewer))


@given(month=months, agent=contractuels, more=st.integers(10, 100_000))
@settings(max_examples=80)
def test_net_before_tax_grows_with_a_contractuels_gross(
    catalogue: Catalogue, month: str, agent: dict[str, Any], more: int
) -> None:
    richer = {**agent, "brut": f"{round(float(agent['brut']) * 100 + more) / 100:.2f}"}
    assert net(payslip(catalogue, month, **richer)) > net(payslip(catalogue, month, **agent))


@given(agent=titulaires, children=st.integers(1, 15), share=st.sampled_from(SHARES))
@settings(max_examples=60)
def test_a_part_time_sft_keeps_its_full_time_minimum(
    catalogue: Catalogue, agent: dict[str, Any], children: int, share: int
) -> None:
    def sft(**options: Any) -> int:
        return lines_of(payslip(catalogue, MONTH, **options).bulletin)["sft"]

    part = sft(**{**agent, "enfants": children, "quotite": share})
    assert part >= sft(im=366, enfants=children)
    assert part <= sft(**{**agent, "enfants": children, "quotite": 100})


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
    (prime,) = [prime for prime in catalogue.primes if prime.code == "ifse"]
    value = LegalValue(date(2020, 1, 1), 100_00, prime.montants[0].valeurs[0].source, "haute")
    small = prime._replace(montants=(prime.montants[0]._replace(grade=None, valeurs=(value,)),))
    books = [small if item.code == "ifse" else item for item in catalogue.primes]
    law, rules = law_of(catalogue), catalogue.pay_rules
    request = request_of(catalogue, {"corps": "cpip", "im": 450})
    year = payslip_of(law, rules.lignes, catalogue.wordings, catalogue.scales, books, request, True)
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
    assert sum(line.ecart for line in gap.lignes if line.sens != "information") == new.net_paye - old.net_paye
    by_code = {line.code: line for line in gap.lignes}
    assert (by_code["ifse"].avant, by_code["ifse"].apres, by_code["ifse"].ecart) == (513_67, 0, -513_67)
    assert by_code["sft"].ecart == 77_71
    assert by_code["transfert_primes_points"].ecart == 32_42


def test_a_law_is_read_once_for_all(catalogue: Catalogue) -> None:
    assert law_of(catalogue) == law_of(catalogue)


def test_a_comparison_keeps_the_order_of_a_payslip(catalogue: Catalogue) -> None:
    before = payslip(catalogue, im=500)
    after = payslip(catalogue, corps="cpip", im=500, zone=1, enfants=1, nbi=10, ic_csg="auto")
    for left, right in ((before, after), (after, before)):
        codes = [line.code for line in compare_payslips(left, right).lignes]
        order = [code for code in catalogue.pay_rules.lignes if code in codes]
        assert codes == order
