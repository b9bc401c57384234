"""What holds of every payslip, tried on many."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.pay.payslip import Payslip
from penitcareer.render.formats.json_text import to_json
from penitcareer.render.views import payslip_data as view
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import MONTH, check_sums, law_of, lines_of, payslip
from tests.support import drawn

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
        "ic_csg": st.sampled_from(["0", "24.66"]),
        "psc_employeur": st.sampled_from(["0", "38.20"]),
    },
)
agents = titulaires | contractuels
months = st.sampled_from(MONTHS)


def net(result: Payslip) -> int:
    return result.bulletin.totaux.net_a_payer_avant_impot


@given(month=months, agent=agents)
@drawn(600)
def test_the_lines_add_up_to_the_totals(catalogue: Catalogue, month: str, agent: dict[str, Any]) -> None:
    check_sums(payslip(catalogue, month, **agent))


@given(month=months, agent=agents)
@drawn(300)
def test_a_year_is_twelve_months_but_for_what_is_set_by_the_year(
    catalogue: Catalogue, month: str, agent: dict[str, Any]
) -> None:
    once, year = payslip(catalogue, month, **agent), payslip(catalogue, month, per_year=True, **agent)
    check_sums(year)
    one, twelve = lines_of(once.bulletin), lines_of(year.bulletin)
    assert list(one) == list(twelve)
    for code, amount in one.items():
        if code in ("transfert_primes_points", "ifse", "icp", "ifo"):
            assert abs(twelve[code] - 12 * amount) <= 12  # the month is rounded, then its share
        else:
            assert twelve[code] == 12 * amount


@given(month=months, agent=agents)
@drawn(300)
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
@drawn(400)
def test_net_before_tax_grows_with_the_index(
    catalogue: Catalogue, month: str, agent: dict[str, Any], more: int
) -> None:
    low = {**agent, "im": min(max(agent["im"], 400), 1475)}  # IM 400 is above every SMIC of the law
    high = {**low, "im": low["im"] + more}
    assert net(payslip(catalogue, month, **high)) > net(payslip(catalogue, month, **low))


@given(month=months, agent=titulaires)
@drawn(300)
def test_net_before_tax_grows_with_children(catalogue: Catalogue, month: str, agent: dict[str, Any]) -> None:
    children = min(agent.get("enfants", 0), 14)
    fewer, more = {**agent, "enfants": children}, {**agent, "enfants": children + 1}
    assert net(payslip(catalogue, month, **more)) > net(payslip(catalogue, month, **fewer))


@given(month=months, agent=contractuels, more=st.integers(10, 100_000))
@drawn(400)
def test_net_before_tax_grows_with_a_contractuels_gross(
    catalogue: Catalogue, month: str, agent: dict[str, Any], more: int
) -> None:
    agent = {**agent, "brut": max(agent["brut"], "1900.00", key=float)}  # above the SMIC that tops an index up
    richer = {**agent, "brut": f"{round(float(agent['brut']) * 100 + more) / 100:.2f}"}
    assert net(payslip(catalogue, month, **richer)) > net(payslip(catalogue, month, **agent))


@given(agent=titulaires, children=st.integers(1, 15), share=st.sampled_from(SHARES))
@drawn(300)
def test_a_part_time_sft_keeps_its_full_time_minimum(
    catalogue: Catalogue, agent: dict[str, Any], children: int, share: int
) -> None:
    def sft(**options: Any) -> int:
        return lines_of(payslip(catalogue, MONTH, **options).bulletin)["sft"]

    part = sft(**{**agent, "enfants": children, "quotite": share})
    assert part >= sft(im=366, enfants=children)
    assert part <= sft(**{**agent, "enfants": children, "quotite": 100})


def test_a_law_is_read_once_for_all(catalogue: Catalogue) -> None:
    assert law_of(catalogue) == law_of(catalogue)
