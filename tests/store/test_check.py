"""`penit check`: 0 when all is right, 1 with every fault, 2 when a path is missing."""

import json
import os
from pathlib import Path

import pytest

from tests.support import DATA, METIERS, penit, record, write_metiers


def test_right_files_are_counted(tmp_path: Path) -> None:
    one = write_metiers(tmp_path / "a.yaml", record("un"), record("deux"))
    result = penit("check", str(one))
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("2 fiches justes\n1 fichier\n")
    two = write_metiers(tmp_path / "b.yaml", record("trois"))
    assert penit("check", str(two)).out.startswith("1 fiche juste\n")
    assert penit("check", str(tmp_path)).out.startswith("3 fiches justes\n2 fichiers\n")


def test_our_own_data_are_right() -> None:
    result = penit("check", str(DATA / "metiers"))
    assert result.code == 0
    assert result.out.startswith(f"{len(METIERS)} fiches justes")


def test_every_fault_is_printed_on_stdout_with_file_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("metiers:\n  - code: A\n    titre: t\n    titr: t\n    sources: []\n")
    result = penit("check", str(path))
    assert (result.code, result.err) == (1, "")
    assert result.out.startswith("3 erreurs\n")
    assert f"- {path}:2 : metiers[0].code : écriture refusée" in result.out
    assert f"- {path}:4 : metiers[0].titr : champ inconnu ; vouliez-vous dire titre ?" in result.out
    assert f"- {path}:5 : metiers[0].sources : liste vide" in result.out


def test_faults_and_right_records_are_told_together(tmp_path: Path) -> None:
    write_metiers(tmp_path / "a.yaml", record("un"))
    (tmp_path / "b.yaml").write_text("[")
    result = penit("check", str(tmp_path), "--json")
    assert result.code == 1
    found = json.loads(result.out)
    assert found["schema"] == 1
    assert found["fiches"] == 1
    assert [Path(name).name for name in found["fichiers"]] == ["a.yaml", "b.yaml"]
    (fault,) = found["fautes"]
    assert set(fault) == {"fichier", "ligne", "champ", "message"}


def test_a_file_given_twice_is_checked_once(tmp_path: Path) -> None:
    path = write_metiers(tmp_path / "a.yaml", record("un"))
    result = penit("check", str(path), str(tmp_path), str(path))
    assert result.code == 0
    assert result.out.startswith("1 fiche juste\n1 fichier\n")


def test_faults_are_listed_as_csv_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("metiers: 1")
    lines = penit("check", str(tmp_path), "--format", "csv").out.splitlines()
    assert lines[0] == "fichier;ligne;champ;message"
    assert lines[1] == f"{tmp_path / 'a.yaml'};1;metiers;liste attendue"


@pytest.mark.parametrize("also_right", [True, False])
def test_a_missing_path_is_a_usage_error(tmp_path: Path, also_right: bool) -> None:
    right = [str(write_metiers(tmp_path / "a.yaml", record()))] if also_right else []
    result = penit("check", *right, str(tmp_path / "rien.yaml"))
    assert (result.code, result.out) == (2, "")
    assert "Chemin introuvable" in result.err


def test_an_empty_folder_holds_nothing_to_check(tmp_path: Path) -> None:
    result = penit("check", str(tmp_path))
    assert result.code == 1
    assert "aucun fichier .yaml" in result.err


def test_without_a_path_the_users_folder_is_checked(own_folder: Path) -> None:
    empty = penit("check")
    assert empty.code == 0
    assert "Aucun fichier à vérifier" in empty.out
    assert str(own_folder) in empty.out
    write_metiers(own_folder / "a.yaml", record())
    assert penit("check").out.startswith("1 fiche juste")
    (own_folder / "b.yaml").write_text("[")
    broken = penit("check")
    assert (broken.code, broken.err) == (1, "")
    assert broken.out.startswith("1 erreur\n")


def test_a_schema_for_editors_is_printed() -> None:
    result = penit("check", "--schema")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["properties"]["metiers"]["type"] == "array"


def test_a_bomb_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: &a [" + "x," * 5000 + "]\nb: [" + "*a," * 5000 + "]")
    result = penit("check", str(tmp_path))
    assert result.code == 1
    assert "alias" in result.out


def test_dates_that_are_not_days_are_told_rather_than_crash(tmp_path: Path) -> None:
    source = {"id": "s", "titre": "t", "consulte_le": "2026-02-30", "nature": "document"}
    path = write_metiers(tmp_path / "a.yaml", record(sources=[source]))
    result = penit("check", str(path))
    assert result.code == 1
    assert "sources[0].consulte_le" in result.out
    assert penit("list", "--data", str(path)).err.count("\n") == 1


def test_the_schema_goes_to_the_file_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    done = penit("check", "--schema", "--sortie", str(target))
    assert (done.code, done.out) == (0, "")
    assert "metiers" in json.loads(target.read_text(encoding="utf-8"))["properties"]


def test_a_range_that_the_source_does_not_put_forward_is_not_said_to_be(tmp_path: Path) -> None:
    pay = {
        "base": "brut mensuel",
        "tranches": [
            {"niveau": "junior", "libelle": "0-2 ans", "anciennete_min": 0, "brut": {"min": 2000, "max": 2500}},
            {"niveau": "senior", "libelle": "5 ans", "anciennete_min": 5, "brut": {"min": 3000, "max": 4000}},
        ],
        "source": "s",
    }
    path = write_metiers(tmp_path / "sien.yaml", record("sien", remuneration=pay))
    sheet = penit("show", "sien", "--tout", "--data", str(path)).out
    assert "affichée par la source" not in sheet
    assert "De la plus basse à la plus haute tranche" in sheet
    shown = json.loads(penit("show", "sien", "--data", str(path), "--json").out)
    assert shown["metier"]["remuneration"]["affichee"] is None


@pytest.mark.parametrize(("end", "code"), [(0, 1), (1, 0)])
def test_a_bracket_ends_after_it_starts(tmp_path: Path, end: int, code: int) -> None:
    bracket = {
        "niveau": "junior",
        "libelle": "x",
        "anciennete_min": 0,
        "anciennete_max": end,
        "brut": {"min": 1, "max": 2},
    }
    pay = {"base": "brut mensuel", "tranches": [bracket], "source": "s"}
    done = penit("check", str(write_metiers(tmp_path / "sien.yaml", record("sien", remuneration=pay))))
    assert done.code == code
    assert ("anciennete_max dépasse" in done.out) is bool(code)


def closed(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Make folders refuse to be listed, as they would to anybody but root."""
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if Path(path) in folders:
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr("os.listdir", refuse)


def test_a_closed_folder_of_the_users_is_said(
    own_folder: Path, corps_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_metiers(own_folder / "a.yaml", record())
    closed(monkeypatch, corps_folder)
    result = penit("check")
    assert (result.code, result.err) == (1, "")
    assert "Aucun fichier" not in result.out
    assert f"{corps_folder} : le dossier ne peut pas être lu" in result.out
    assert result.out.startswith("1 erreur\n1 fichier, 1 fiche lisible\n")
    closed(monkeypatch, corps_folder, own_folder)
    assert penit("check").out.startswith("2 erreurs\n0 fichier")
    assert penit("list").code == 0


def test_a_folder_in_a_closed_one_is_said(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = os.stat

    def refuse(path: str, *arguments: object, **options: object) -> os.stat_result:
        if str(path) == str(own_folder):
            raise PermissionError(13, "Permission denied", path)
        return stat(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("os.stat", refuse)
    result = penit("check")
    assert result.code == 1
    assert f"{own_folder} : le dossier ne peut pas être lu" in result.out


def test_a_closed_folder_given_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed(monkeypatch, tmp_path)
    result = penit("check", str(tmp_path))
    assert (result.code, result.out) == (1, "")
    assert "le dossier ne peut pas être lu" in result.err
