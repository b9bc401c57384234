"""The three reforms of docs/reformes.md, each against a value computed by hand, and its page."""

import doctest
import re
from datetime import date
from pathlib import Path

import pytest

from penitcareer import Penit, effets
from penitcareer.domain.money import Span
from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import ROOT, penit

PAGE = ROOT / "docs" / "reformes.md"
FOLDER = ROOT / "docs" / "reformes"
DAY = date(2027, 1, 1)


def under(name: str) -> Penit:
    return Penit(le=DAY, reforme=str(FOLDER / f"{name}.yaml"))


def lines(answer: Penit, **asked: object) -> dict[str, float]:
    found = answer.paie(**asked).to_dict()  # type: ignore[call-overload]
    totals: dict[str, float] = found["totaux"]
    return {line["code"]: line["montant"] for line in found["lignes"]} | totals


def test_the_point_raised_by_a_hundredth_and_a_half() -> None:
    """450 x 5995.95 / 100 = 26 981.775 a year, 26 981.78 to the cent, a twelfth cut to the cent.
    PSS: its floor, 28.5 % of the traitement of index 377, that is 1883.72."""
    found = lines(under("point"), corps="cpip", im=450)
    assert (found["traitement"], found["pss"], found["ifse"]) == (2248.48, 536.86, 513.67)
    assert found["brut"] == 3299.01
    assert found["net_a_payer_avant_impot"] == round(
        3299.01 - 32.42 - 249.58 - 120.87 - 22.48 - 218.24 - 77.03 - 16.05, 2
    )
    assert lines(under("point").sans_reforme, corps="cpip", im=450)["traitement"] == 2215.25


def test_a_bonus_of_four_thousand_five_hundred_a_year() -> None:
    """4500 / 12 = 375.00 instead of 3835 / 12 = 319.58: 55.42 more gross; 2.77 more RAFP (5 %),
    and on 98.25 % of it 3.70 or 3.71, 1.30 and 0.27 of CSG and CRDS, each line rounded."""
    asked = {"corps": "cea", "im": 420}
    law, reform = lines(under("icp").sans_reforme, **asked), lines(under("icp"), **asked)
    assert (law["icp"], reform["icp"]) == (319.58, 375.00)
    gained = {code: round(reform[code] - law[code], 2) for code in reform if reform[code] != law[code]}
    deducted = {"rafp": 2.77, "csg_deductible": 3.71, "csg_non_deductible": 1.30, "crds": 0.27}
    assert deducted.items() <= gained.items()
    assert gained["brut"] == 55.42
    assert gained["net_a_payer_avant_impot"] == 47.37 == round(55.42 - sum(deducted.values()), 2)


def test_a_grid_of_ones_own() -> None:
    """460 x 5907.34 / 100 = 27 173.76 a year, 2264.48 a month; PSS at its floor; RAFP on a fifth
    of the traitement; CSG on 98.25 % of what is left of 3307.08 once 32.42 is transferred."""
    found = lines(under("grille_cpip"), corps="cpip", echelon=3)
    assert (found["traitement"], found["pss"], found["ifse"], found["brut"]) == (2264.48, 528.93, 513.67, 3307.08)
    deducted = (32.42, 251.36, 120.17, 22.64, 218.78, 77.22, 16.09)
    assert found["net_a_payer_avant_impot"] == 2568.40 == round(3307.08 - sum(deducted), 2)
    (grade,) = under("grille_cpip").grille("cpip", grade="classe_normale").to_dict()["grades"]
    assert [step["cumul_mois"] for step in grade["echelons"]] == [0, 24, 48, 72, 96, 120, 150, 180, 216, 252]


def test_a_staff_of_four_cea_among_twelve_agents() -> None:
    """Each of them gains 375.00 - 319.58; 4 x 55.42 = 221.68 a month, 2660.16 a year."""
    whole = effets(str(FOLDER / "agents.csv"), under("icp")).valeur.ensemble
    assert whole is not None
    assert (whole.effectif, whole.gagnants, whole.perdants, whole.inchanges) == (12, 4, 0, 8)
    assert (whole.brut, whole.brut_an) == (Span(22168, 22168), Span(266016, 266016))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_file_is_right_and_is_the_one_of_the_page(path: Path, tmp_path: Path) -> None:
    assert penit("check", str(path)).out.startswith("Aucune erreur")
    blocks = re.findall(r"^```yaml\n(reforme:\n.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    shown = []
    for block in blocks:
        (tmp_path / "a.yaml").write_text(block, encoding="utf-8")
        shown.append(load_yaml(str(tmp_path / "a.yaml")))
    assert load_yaml(str(path)) in shown


def test_the_python_of_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried) == (0, 7)
