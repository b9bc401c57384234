"""`penit lot --reforme`: who gains, who loses, what it costs."""

import csv
import io
import json
from collections import Counter
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import penitcareer
from penitcareer import Penit
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.lots import bulletins, effets
from penitcareer.render.words.wrapping import columns
from penitcareer.store.catalogue import Catalogue
from tests.lots.support import random_rows, write_csv
from tests.support import FORMATS, ROOT, penit, same_spaces

FOLDER = ROOT / "docs" / "reformes"
POINT, GRID = str(FOLDER / "point.yaml"), str(FOLDER / "grille_cpip.yaml")
DAY = date(2027, 1, 1)
# The CEA gain 50 € gross a month, the CPIP lose their IFSE, the others keep what they have.
MIXED = """reforme:
  nom: "Mélange"
  depuis: "2027-01-01"
  primes: [{code: icp, corps: cea, montant: 4435}, {code: ifse, corps: cpip, montant: 0}]
"""


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    path = tmp_path / "mixed.yaml"
    path.write_text(MIXED, encoding="utf-8")
    return str(path)


@pytest.fixture
def agents(tmp_path: Path) -> Path:
    """Twenty CEA from the least to the most paid, two CPIP, two administrative, a floor, and nobody."""
    rows = [{"corps": "cea", "im": str(390 + 5 * rank), "zone": "3"} for rank in range(20)]
    rows += [{"corps": "cpip", "im": "450"}, {"corps": "cpip", "grade": "classe_normale", "echelon": "3"}]
    rows += [{"corps": "aae", "im": "500", "zone": "1"}] * 2 + [{"corps": "dpip", "echelon": "1"}, {"corps": "xx"}]
    return write_csv(tmp_path / "agents.csv", rows)


def found(path: Path, reform: str, *options: str) -> Any:
    result = penit("lot", str(path), "--reforme", reform, "--json", *options)
    assert result.code == 1  # a row has no payslip
    return json.loads(result.out)


def groups(answer: Any, by: str) -> list[Any]:
    return [group for group in answer["groupes"] if group["par"] == by]


def test_winners_losers_and_cost_by_corps(agents: Path, mixed: str) -> None:
    answer = found(agents, mixed)
    assert (answer["lignes"], answer["anomalies"], answer["une_loi"], answer["incomparables"]) == (26, 1, 0, 0)
    counts = ("effectif", "gagnants", "perdants", "inchanges", "incertains")
    by_corps = {group["corps"]: [group[name] for name in counts] for group in groups(answer, "corps")}
    assert by_corps == {
        "aae": [2, 0, 0, 2, 0],
        "cea": [20, 20, 0, 0, 0],
        "cpip": [2, 0, 2, 0, 0],
        "dpip": [1, 0, 0, 1, 0],
    }
    cea, cpip = (next(group for group in groups(answer, "corps") if group["corps"] == code) for code in ("cea", "cpip"))
    assert cea["ecart_brut"] == {"min": 1000.0, "max": 1000.0}  # 20 times 4435 / 12 - 3835 / 12
    assert cea["ecart_brut_an"] == {"min": 12000.0, "max": 12000.0}
    assert cpip["ecart_brut"]["max"] == -2 * 513.67
    (whole,) = groups(answer, "ensemble")
    assert [whole[name] for name in counts] == [25, 20, 2, 3, 0]
    assert whole["ecart_brut"]["max"] == round(1000 - 2 * 513.67, 2)
    assert whole["ecart_net_moyen"]["max"] == round(whole["ecart_net"]["max"] / 25, 2)


def test_effects_add_up_the_rows_whatever_the_blocks(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = random_rows(catalogue, 150, 23)
    answer = effets(pl.DataFrame(rows, infer_schema_length=None), Penit(le=DAY, reforme=GRID)).to_dict()
    paid = bulletins(pl.DataFrame(rows, infer_schema_length=None), Penit(le=DAY, reforme=GRID)).to_dicts()
    known = [row for row in paid if row["ecart_net_min"] is not None]
    (whole,) = groups(answer, "ensemble")
    assert whole["effectif"] == len(known) == answer["lignes"] - answer["anomalies"] - answer["incomparables"]
    assert whole["gagnants"] == sum(row["ecart_net_min"] > 0 for row in known)
    assert whole["ecart_net"]["min"] == float(sum(row["ecart_net_min"] for row in known))
    assert whole["ecart_brut"]["min"] == float(sum(row["ecart_brut_min"] for row in known))
    for by in ("corps", "grade", "zone"):
        assert sum(group["effectif"] for group in groups(answer, by)) == len(known)
        assert round(sum(group["ecart_net"]["min"] for group in groups(answer, by)), 2) == whole["ecart_net"]["min"]
    monkeypatch.setattr("penitcareer.lots.tables.BLOCK", 40)
    path = write_csv(tmp_path / "agents.csv", rows)
    assert found(path, GRID, "--date", "2027-01-01") == answer
    assert effets(path, Penit(le=DAY, reforme=GRID)).to_dict() == answer


def test_deciles_part_the_nets_under_the_law_alone(agents: Path, mixed: str) -> None:
    deciles = groups(found(agents, mixed), "decile")
    table = pl.read_csv(agents, separator=";", infer_schema=False)
    paid = bulletins(table, Penit(le=DAY, reforme=mixed)).to_dicts()
    exact = [row for row in paid if row["droit_net_min"] is not None and row["droit_net_min"] == row["droit_net_max"]]
    nets = sorted(ceil(row["droit_net_min"]) for row in exact)
    ranks = [10 * nets.index(net) // len(nets) + 1 for net in nets]
    assert {group["decile"]: group["effectif"] for group in deciles} == dict(Counter(ranks))
    assert [group["jusqu_a"] for group in deciles] == [
        float(max(net for net, rank in zip(nets, ranks, strict=True) if rank == group["decile"])) for group in deciles
    ]
    assert sum(group["effectif"] for group in deciles) == 23  # all but the bounded one, the floor and nobody


def test_lines_are_added_up_under_both_laws(agents: Path, mixed: str) -> None:
    lines = {line["code"]: line for line in found(agents, mixed)["bulletin"]}
    assert lines["icp"]["ecart"] == 1000.0
    assert (lines["ifse"]["droit"], lines["ifse"]["reforme"]) == (513.67, 0.0)
    assert lines["traitement"]["ecart"] == 0
    shown = same_spaces(penit("lot", str(agents), "--reforme", mixed, "--contre-droit").out)
    assert "Ligne par ligne" in shown
    assert "Indemnité pour charges pénitentiaires" in shown
    assert "Traitement brut" not in shown  # unchanged
    header, *rows = csv.reader(
        io.StringIO(penit("lot", str(agents), "--reforme", mixed, "--contre-droit", "--format", "csv").out),
        delimiter=";",
    )
    assert header == ["code", "libelle", "montant_droit", "montant_reforme", "ecart", "reforme"]
    assert ["icp", "1000,00"] in [[row[0], row[4]] for row in rows]


@pytest.mark.parametrize("both", [(), ("--contre-droit",)])
def test_it_is_titled_and_told_in_every_format(agents: Path, both: tuple[str, ...]) -> None:
    asked = ("lot", str(agents), "--reforme", POINT, *both)
    shown = {name: penit(*asked, "--format", name) for name in FORMATS}
    assert {one.code for one in shown.values()} == {1}
    for name in ("plain", "md", "html"):
        text = same_spaces(shown[name].out)
        assert "sous réforme « Point d’indice +1,5 % », depuis le 1er janvier 2027" in text
        assert "Par décile de net" in text
        assert "1 ligne sans bulletin, comptée nulle part." in text
    assert "<svg" in shown["html"].out
    assert json.loads(shown["json"].out)["reforme"]["nom"] == "Point d’indice +1,5\u00a0%"
    header, *lines = shown["csv"].out.splitlines()
    assert header.endswith(";reforme")
    assert all(same_spaces(line).endswith(";Point d’indice +1,5 %") for line in lines)


def test_its_screen_draws_what_deciles_gain(agents: Path, mixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("lot", str(agents), "--reforme", mixed, "--format", "table")
    for width in (40, 44, 80, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = penit(*asked).out
        assert [line for line in shown.splitlines() if columns(line) > width] == []
        assert ("écart moyen de net avant impôt, par mois" in shown) == (width >= 80)
        assert "Par grade" not in shown
        assert "2 lignes inchangées." in same_spaces(shown)  # two corps
    for more in ("--tout", "--synthese"):
        assert "Par grade" in penit(*asked, more).out


def test_rows_come_out_where_a_file_of_rows_is_asked(agents: Path, tmp_path: Path, mixed: str) -> None:
    path = tmp_path / "out.jsonl"
    result = penit("lot", str(agents), "--reforme", mixed, "--sortie", str(path))
    assert (result.code, result.out) == (1, "")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [rows[0][name] for name in ("corps", "ecart_brut_min", "ecart_brut_max")] == ["cea", 50.0, 50.0]
    assert rows[0]["net_min"] == round(rows[0]["droit_net_min"] + rows[0]["ecart_net_min"], 2)
    assert rows[-1]["anomalie"] == rows[-1]["anomalie_droit"] != ""
    totals = tmp_path / "effets.csv"
    assert penit("lot", str(agents), "--reforme", mixed, "--synthese", "--sortie", str(totals)).code == 1
    assert totals.read_text("utf-8-sig").startswith("par;corps;")
    refused = penit("lot", str(agents), "--reforme", mixed, "--synthese", "--sortie", str(tmp_path / "x.parquet"))
    assert (refused.code, "synthese.csv" in refused.err) == (2, True)


def test_who_can_be_paid_under_one_law_alone_is_counted_apart(tmp_path: Path) -> None:
    reform = tmp_path / "r.yaml"
    reform.write_text(
        'reforme: {nom: "a", depuis: "2027-01-01", corps: [{code: cpip, grades: [{code: classe_normale,'
        ' echelons: [{echelon: "14", duree_mois: 36}, {echelon: "15", im: 680}]}]}]}\n',
        encoding="utf-8",
    )
    rows = [{"corps": "cpip", "grade": "classe_normale", "echelon": "15"}, {"corps": "cpip", "echelon": "99"}]
    path = write_csv(tmp_path / "agents.csv", rows)
    answer = found(path, str(reform))
    assert (answer["anomalies"], answer["une_loi"], answer["groupes"]) == (2, 1, [])
    shown = same_spaces(penit("lot", str(path), "--reforme", str(reform)).out)
    assert shown.startswith("Aucun agent comparé · sous réforme")
    assert "2 lignes sans bulletin, comptées nulle part, dont 1 sous une seule des deux lois." in shown


def test_a_reform_is_needed_to_compare(agents: Path, tmp_path: Path) -> None:
    for sortie in ((), ("--sortie", str(tmp_path / "x.csv"))):
        result = penit("lot", str(agents), "--contre-droit", *sortie)
        assert (result.code, result.out) == (2, "")
        assert "ajoutez --reforme et son fichier" in result.err
    with pytest.raises(ContradictoryPay):
        penitcareer.effets(pl.DataFrame({"im": [450]}), Penit(le=DAY))
    answer = penitcareer.effets(pl.DataFrame({"im": [450]}), Penit(le=DAY, reforme=POINT))
    assert "&lt;svg" in answer._repr_html_()
    assert answer.contre_droit().valeur.par_ligne
