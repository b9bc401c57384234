"""`penit lot --synthese`: a staff added up."""

import json
import statistics
from pathlib import Path
from typing import Any

import pytest

from penitcareer import Penit
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.lots import nets, tables
from penitcareer.lots import run as lots_run
from penitcareer.store.catalogue import Catalogue
from tests.lots.support import expected, random_rows, write_csv
from tests.support import DAY, penit, penit_json, same_spaces


def groups(found: Any, by: str) -> list[Any]:
    return [group for group in found["groupes"] if group["par"] == by]


@pytest.fixture
def agents(tmp_path: Path) -> Path:
    """Three agents of one corps, and one of another whose index is bounded."""
    path = tmp_path / "agents.csv"
    text = "corps;im;echelon;zone\naae;450;;1\naae;500;;1\naae;600;;\ncpip;;3;3\nxx;450;;1\n"
    path.write_text(text, encoding="utf-8")
    return path


def test_totals_are_those_of_the_payslips(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nets, "PAGE", 512)
    monkeypatch.setattr("penitcareer.lots.tables.BLOCK", 40)
    rows = random_rows(catalogue, 120, 11)
    result = penit("lot", str(write_csv(tmp_path / "agents.csv", rows)), "--synthese", "--json")
    found = json.loads(result.out)
    slips = [slip for row in rows if not isinstance(slip := expected(Penit(le=DAY), row), Exception)]
    ends = [(s.bas, s.haut) if isinstance(s, PayslipRange) else (s, s) for s in slips]
    whole = groups(found, "ensemble")[0]
    assert (found["lignes"], found["anomalies"], whole["effectif"]) == (120, 120 - len(slips), len(slips))
    assert whole["encadres"] == sum(isinstance(slip, PayslipRange) for slip in slips)
    assert round(whole["brut"]["min"] * 100) == sum(low.bulletin.totaux.brut for low, _ in ends)
    for by in ("corps", "grade", "zone"):
        assert sum(group["effectif"] for group in groups(found, by)) == len(slips)
        assert round(sum(group["net"]["min"] for group in groups(found, by)), 2) == whole["net"]["min"]


def test_quartiles_are_those_of_the_exact_nets(agents: Path) -> None:
    aae, cpip = groups(penit_json_of(agents), "corps")
    nets = sorted(penit_json("paie", "aae", "--im", im, *zone)["totaux"]["net_a_payer_avant_impot"]
                  for im, *zone in (("450", "--zone", "1"), ("500", "--zone", "1"), ("600",)))  # fmt: skip
    assert (aae["corps"], aae["effectif"], aae["encadres"]) == ("aae", 3, 0)
    assert list(aae["quartiles_net"].values()) == nets
    assert aae["quartiles_net"]["mediane"] == statistics.median(nets)
    assert aae["net"]["min"] == aae["net"]["max"] == round(sum(nets), 2)
    assert (cpip["quartiles_net"], cpip["encadres"]) == (None, 1)
    assert cpip["net"]["min"] < cpip["net"]["max"]


def penit_json_of(path: Path) -> Any:
    result = penit("lot", str(path), "--synthese", "--json")
    assert result.code == 1  # a row has no payslip
    return json.loads(result.out)


@pytest.mark.parametrize("format_", ["table", "plain", "md", "html", "csv"])
def test_it_is_written_in_every_format(agents: Path, format_: str) -> None:
    result = penit("lot", str(agents), "--synthese", "--format", format_)
    text = same_spaces(result.out)
    assert result.code == 1
    assert "aae" in text
    assert "xx" not in text
    assert ("Quartiles" in text) == (format_ != "csv")


def test_a_run_counts_what_it_does(agents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "BLOCK", 2)
    heard: list[tuple[int, int]] = []
    staff = lots_run.StaffRun(Penit(le=DAY), str(agents), str, lambda done, total: heard.append((done, total)))
    assert sum(map(len, staff.tables())) == 5
    assert (staff.lignes, staff.anomalies, staff.premieres) == (5, 1, [5])
    assert heard == [(2, 5), (4, 5), (5, 5)]
