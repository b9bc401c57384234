"""The user's own métiers: added, replaced, shown with their file, never in the way of ours."""

import json
import os
from pathlib import Path

import pytest

from penitcareer.store.opening import open_catalogue
from tests.support import METIERS, pay, penit, penit_json, record, same_spaces, squeezed, write_metiers

BUILT_IN = set(METIERS)


def listed(*arguments: str) -> dict[str, object]:
    return {one["code"]: one["fichier"] for one in penit_json("list", *arguments)["metiers"]}


def test_a_file_of_the_users_folder_adds_its_metiers(own_folder: Path) -> None:
    path = write_metiers(own_folder / "miens.yaml", record("moniteur", remuneration=pay(("junior", 2000, 2100))))
    found = listed()
    assert set(found) == BUILT_IN | {"moniteur"}
    assert found["moniteur"] == str(path)
    assert found["cpip"] is None


def test_a_record_with_the_same_code_replaces_ours_whole(own_folder: Path) -> None:
    path = write_metiers(own_folder / "miens.yaml", record("cpip", titre="Le mien"))
    shown = penit_json("show", "cpip")["metier"]
    assert (shown["titre"], shown["missions"], shown["fichier"]) == ("Le mien", [], str(path))
    assert set(listed()) == BUILT_IN


@pytest.mark.parametrize(
    ("written", "routes", "level"),
    [
        ({}, [6, 4, None], 4),
        ({}, [None], None),
        ({"niveau_diplome": 0}, [6], 0),
        ({"niveau_diplome": 7}, [], 7),
    ],
)
def test_the_lowest_diploma_is_the_one_written_or_that_of_a_route(
    own_folder: Path, written: dict[str, int], routes: list[int | None], level: int | None
) -> None:
    voies = [{"voie": "Concours", "exige": {"niveau": one}} for one in routes] + [{"voie": "Contrat"}]
    write_metiers(own_folder / "miens.yaml", record("mien", acces={"voies": voies}, **written))
    assert open_catalogue().metier("mien").niveau_diplome == level


@pytest.mark.parametrize("command", [("show", "mien"), ("compare", "mien", "cpip"), ("list",)])
def test_the_file_a_record_comes_from_is_shown(own_folder: Path, command: tuple[str, ...]) -> None:
    path = write_metiers(own_folder / "miens.yaml", record("mien"))
    assert str(path) in penit(*command).out
    assert squeezed(str(path)) in squeezed(penit(*command, "--format", "table", tty=True).out)


def test_both_endings_count_and_hidden_or_other_files_do_not(own_folder: Path) -> None:
    write_metiers(own_folder / "a.yaml", record("un"))
    write_metiers(own_folder / "b.yml", record("deux"))
    write_metiers(own_folder / ".c.yaml", record("trois"))
    write_metiers(own_folder / "d.yaml~", record("quatre"))
    write_metiers(own_folder / "sous" / "e.yaml", record("cinq"))
    assert set(listed()) == BUILT_IN | {"un", "deux"}


def test_of_two_own_files_the_last_by_name_wins(own_folder: Path) -> None:
    write_metiers(own_folder / "b.yaml", record("un", titre="B"))
    write_metiers(own_folder / "a.yaml", record("un", titre="A"))
    assert open_catalogue().metier("un").titre == "B"


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("metiers: [", "une erreur"),
        ("metiers: [{code: A}]", "3 erreurs"),
        ("a: 1\na: 2", "une erreur"),
        ("é", "une erreur"),
    ],
)
def test_a_broken_own_file_is_one_warning_and_ours_still_work(own_folder: Path, content: str, count: str) -> None:
    broken = own_folder / "casse.yaml"
    broken.write_text(content, encoding="utf-8")
    write_metiers(own_folder / "juste.yaml", record("juste"))
    for _ in ("cold cache", "warm cache"):
        result = penit("list", "--json")
        assert result.code == 0
        assert {one["code"] for one in json.loads(result.out)["metiers"]} == BUILT_IN | {"juste"}
        assert result.err == f"Attention : Fichier ignoré ({count}) : {broken}. Détail : penit check\n"


def test_a_bomb_in_the_users_folder_stops_nothing(own_folder: Path) -> None:
    (own_folder / "bombe.yaml").write_text("a: &a [" + "x," * 5000 + "]\nb: [" + "*a," * 5000 + "]")
    result = penit("show", "cpip")
    assert result.code == 0
    assert result.err.count("\n") == 1


def test_a_corrected_file_is_seen_at_once(own_folder: Path) -> None:
    path = own_folder / "miens.yaml"
    path.write_text("metiers: [")
    assert set(listed()) == BUILT_IN
    write_metiers(path, record("mien"))
    assert "mien" in listed()
    path.unlink()
    assert set(listed()) == BUILT_IN


def test_a_folder_of_configuration_that_is_a_file_is_no_folder(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder.rmdir()
    own_folder.write_text("")
    assert set(listed()) == BUILT_IN


def test_data_takes_a_file_for_one_call(tmp_path: Path, fresh_cache: Path) -> None:
    path = write_metiers(tmp_path / "mes métiers.yaml", record("mien"))
    assert listed("--data", str(path))["mien"] == str(path)
    assert "mien" not in listed()


def test_data_takes_a_folder(tmp_path: Path, fresh_cache: Path) -> None:
    write_metiers(tmp_path / "d" / "a.yaml", record("un"))
    write_metiers(tmp_path / "d" / "b.yaml", record("deux"), record("cpip", titre="Autre"))
    found = listed("--data", str(tmp_path / "d"))
    assert set(found) == BUILT_IN | {"un", "deux"}
    assert found["cpip"] == str(tmp_path / "d" / "b.yaml")


def test_data_wins_over_the_users_folder(tmp_path: Path, own_folder: Path) -> None:
    write_metiers(own_folder / "a.yaml", record("un", titre="Du dossier"))
    path = write_metiers(tmp_path / "b.yaml", record("un", titre="De l’appel"))
    assert penit_json("show", "un", "--data", str(path))["metier"]["titre"] == "De l’appel"
    assert penit_json("show", "un")["metier"]["titre"] == "Du dossier"


def test_data_can_be_set_by_a_variable_and_the_option_wins(
    tmp_path: Path, fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (write_metiers(tmp_path / f"{name}.yaml", record(name)) for name in ("un", "deux"))
    monkeypatch.setenv("PENIT_DATA", str(one))
    assert "un" in listed()
    assert "deux" in listed("--data", str(two))
    assert "un" not in listed("--data", str(two))


def test_a_relative_path_is_taken_from_the_current_folder(
    tmp_path: Path, fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_metiers(tmp_path / "f.yaml", record("mien"))
    monkeypatch.chdir(tmp_path)
    assert listed("--data", "f.yaml")["mien"] == str(path)


def test_data_that_is_missing_is_a_usage_error(tmp_path: Path) -> None:
    result = penit("list", "--data", str(tmp_path / "rien"))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Chemin introuvable")


def test_data_in_an_empty_folder_is_refused(tmp_path: Path) -> None:
    result = penit("list", "--data", str(tmp_path))
    assert (result.code, result.out) == (1, "")
    assert "ne contient aucun fichier .yaml" in result.err


def test_data_that_is_broken_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "casse.yaml"
    path.write_text("metiers: [{code: A}]")
    result = penit("list", "--data", str(path))
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert f"{path}:1 : metiers[0].code" in result.err
    assert f"(et 2 autres). Détail : penit check {path}" in result.err


def test_faults_of_every_file_of_data_are_counted(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("metiers: [1]")
    assert "(et 1 autre)" in penit("list", "--data", str(tmp_path)).err


def test_a_closed_folder_of_data_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> list[str]:
        raise PermissionError(13, "closed", path)

    monkeypatch.setattr("os.listdir", closed)  # root may read any folder
    result = penit("list", "--data", str(tmp_path))
    assert (result.code, result.out) == (1, "")
    assert "le dossier ne peut pas être lu" in result.err


def test_a_closed_folder_of_the_users_stops_nothing(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_metiers(own_folder / "a.yaml", record("un"))
    of_others = os.listdir

    def closed(path: str) -> list[str]:
        if str(path) == str(own_folder):
            raise PermissionError(13, "closed", path)
        return of_others(path)

    monkeypatch.setattr("os.listdir", closed)  # root may read any folder
    assert set(listed()) == BUILT_IN


def test_a_name_shared_by_two_metiers_lists_both(own_folder: Path) -> None:
    write_metiers(own_folder / "a.yaml", record("un", alias=["chef"]), record("deux", sigle="CHEF"))
    result = penit("show", "chef")
    assert result.code == 1
    assert "désigne plusieurs métiers : un (Métier un), deux (Métier deux)." in result.err


def test_an_own_alias_never_hides_a_code(own_folder: Path) -> None:
    write_metiers(own_folder / "a.yaml", record("autre", alias=["cpip"]))
    assert penit_json("show", "cpip")["metier"]["code"] == "cpip"


def test_the_day_of_the_data_is_the_last_reading(own_folder: Path) -> None:
    source = {"id": "s", "titre": "t", "consulte_le": "2031-02-03", "nature": "document"}
    write_metiers(own_folder / "a.yaml", record("un", sources=[source]))
    assert "données du 3 février 2031" in same_spaces(penit("--version").out)


def test_a_shown_path_commands_nothing(tmp_path: Path, own_folder: Path) -> None:
    path = own_folder / "\x1b[31m=1+1 | x.yaml"
    write_metiers(path, record("mien"))
    for command in (("show", "mien"), ("list",), ("list", "--format", "csv"), ("list", "--json")):
        assert "\x1b" not in penit(*command).out
    (own_folder / "b\x1b[2J.yaml").write_text("[")
    assert "\x1b" not in penit("list").err


@pytest.mark.parametrize("title", ["Тюремный инспектор", "中文", "مفتش السجن", "Φύλακας"])
def test_a_title_of_any_script_has_letters_and_is_found(own_folder: Path, title: str) -> None:
    write_metiers(own_folder / "miens.yaml", record("mien", titre=title))
    assert penit("check").code == 0
    assert penit_json("show", title.upper())["metier"]["code"] == "mien"
    assert [one["code"] for one in penit_json("find", title.split()[0])["resultats"]] == ["mien"]
