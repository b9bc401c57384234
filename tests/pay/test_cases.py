"""Every case of `cases/`, to the cent, and the 20 control payslips."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from penitcareer.domain.pay.arithmetic import tax_rate
from penitcareer.domain.pay.law import law_at
from penitcareer.store.catalogue import Catalogue
from tests.pay import derive
from tests.pay.support import CASES, bulletin, cents, law_of, lines_of
from tests.support import plain_yaml

KNOWN = [case for path in sorted(CASES.glob("*.yaml")) for case in plain_yaml(path)]
CONTROL = json.loads((CASES / "controle.json").read_text(encoding="utf-8"), parse_float=Decimal)["cas"]
LINE, TOTAL = Decimal("0.02"), Decimal("0.05")
OF_TOTALS = {"brut_total": "brut", "retenues_totales": "retenues", "net_imposable": "net_imposable",
             "net_a_payer_avant_impot": "net_a_payer_avant_impot"}  # fmt: skip
OF_LINES = {"salaire_de_base": "remuneration", "maladie": "maladie_alsace_moselle"}


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case["nom"])
def test_a_case_to_the_cent(case: dict[str, Any], catalogue: Catalogue) -> None:
    found = bulletin(catalogue, case["date"], case["agent"])
    lines, totals = lines_of(found), found.totaux._asdict()
    expected = {code: cents(amount) for code, amount in case["lignes"].items()}
    assert {code: lines.get(code) for code in expected} == expected
    for name, amount in case["totaux"].items():
        assert (name, totals[name]) == (name, cents(amount))
    assert not set(case.get("absent", ())) & set(lines)
    if case.get("complet"):
        assert set(lines) == set(expected)


def test_the_cases_are_many_and_each_says_its_source() -> None:
    assert len(KNOWN) >= 60
    assert len({case["nom"] for case in KNOWN}) == len(KNOWN)
    assert all(case["source"].strip() for case in KNOWN)


def test_the_derived_cases_are_what_their_script_computes() -> None:
    kept = derive.CASES.read_text(encoding="utf-8").split(derive.MARK)
    assert len(kept) == 2
    assert derive.MARK + kept[1] == derive.derived()


@pytest.mark.parametrize("case", CONTROL, ids=lambda case: case["id"])
def test_a_control_payslip(case: dict[str, Any], catalogue: Catalogue) -> None:
    entry = case["entree"]
    agent = {
        "im": entry.get("im"),
        "brut": entry.get("brut"),
        "primes": entry["primes"],
        "zone": entry["zone_ir"],
        "enfants": entry["enfants"],
        "nbi": entry.get("nbi"),
    }
    if entry["statut"] == "contractuel":
        agent |= {"statut": "contractuel", "indice": entry["zone_ir"] != 3}
    found = bulletin(catalogue, entry["mois"], {name: value for name, value in agent.items() if value is not None})
    lines, totals = lines_of(found), found.totaux._asdict()
    lines["csg_total"] = lines["csg_deductible"] + lines["csg_non_deductible"]
    for name, expected in case["sortie"].items():
        total = name in OF_TOTALS
        value = totals[OF_TOTALS[name]] if total else lines.get(OF_LINES.get(name, name), 0)
        gap = abs(Decimal(value) / 100 - expected)
        assert gap <= (TOTAL if total else LINE), (name, value, expected)
    # The control engine leaves NBI out of the residence allowance; its NBI case has none.


def test_every_control_payslip_is_there() -> None:
    assert len(CONTROL) == 20


@pytest.mark.parametrize(("since", "steps"), derive.TAX_STEPS, ids=[since for since, _ in derive.TAX_STEPS])
def test_the_tax_rate_on_both_sides_of_each_step(since: str, steps: str, catalogue: Catalogue) -> None:
    law = law_of(catalogue, since)
    rates = [int(Decimal(rate) * 100) for rate in derive.TAX_RATES.split()]
    floors = [int(floor) * 100 for floor in steps.split()]
    assert [tax_rate(law, floor) for floor in floors] == rates
    assert [tax_rate(law, floor - 1) for floor in floors[1:]] == rates[:-1]


@pytest.mark.parametrize(
    ("before", "after"),
    [((2023, 12, 31), (2024, 1, 1)), ((2025, 4, 30), (2025, 5, 1)), ((2026, 4, 30), (2026, 5, 1))],
)
def test_a_tax_grid_starts_on_its_day(before: Any, after: Any, catalogue: Catalogue) -> None:
    grids = [law_at(catalogue.pay_rules, date(*day)).impot.depuis for day in (before, after)]
    assert grids[0] < grids[1] == date(*after)
