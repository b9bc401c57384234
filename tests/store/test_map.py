"""The catalogue's map: the order of our records, and what it lacks or names in vain."""

from pathlib import Path
from typing import Any

import pytest

from penitcareer.domain.errors import InvalidData
from penitcareer.store.collect import read_file
from penitcareer.store.mapped import our_metiers, read_map
from tests.support import as_yaml, penit_json, record, write_metiers

RULE = {
    "libelle": "Net", "retenue_min": 0.21, "retenue_max": 0.25, "parait_annuel": 20000, "reserve": "Ordre de grandeur.",
    "source": {"titre": "Fiche", "url": None, "date": None}, "verifie_le": "2026-01-01",
}  # fmt: skip
WAIVERS = {
    "enfants": 3, "recul_par_enfant": 1, "texte": "Trois enfants.", "sources": [RULE["source"]],
    "verifie_le": "2026-01-01",
}  # fmt: skip


def order(data: Path, *filieres: tuple[str, list[str]]) -> list[str]:
    """The codes of the records of a folder, by a map that has these filières."""
    named = [{"nom": nom, "metiers": codes} for nom, codes in filieres]
    carte = {"filieres": named, "regle_estimation": RULE, "dispenses": WAIVERS}
    (data / "metiers.yaml").write_text(as_yaml(carte), encoding="utf-8")
    files = [(str(path), read_file(str(path), {})) for path in sorted((data / "metiers").iterdir())]
    return [metier["code"] for metier in our_metiers(str(data), read_map(str(data)), files)]


def records(data: Path, *codes: str, **fields: Any) -> None:
    for code in codes:
        write_metiers(data / "metiers" / f"{code}.yaml", record(code, **fields))


def refused(data: Path, *filieres: tuple[str, list[str]]) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(InvalidData) as caught:
        order(data, *filieres)
    return [(Path(fault.fichier).name, fault.ligne, fault.champ, fault.message) for fault in caught.value.faults]


def test_records_come_in_the_order_of_the_map(tmp_path: Path) -> None:
    records(tmp_path, "a", "b", "c")
    assert order(tmp_path, ("deux", ["c", "a"]), ("une", ["b"])) == ["c", "a", "b"]


def test_what_one_has_and_the_other_lacks_is_said_with_file_and_line(tmp_path: Path) -> None:
    records(tmp_path, "a", "oublie")
    assert refused(tmp_path, ("une", ["a", "vain", "a"])) == [
        ("oublie.yaml", 4, "metiers[0].code", "le code oublie manque à metiers.yaml"),
        ("metiers.yaml", 7, "filieres[0].metiers[1]", "aucune fiche : metiers/vain.yaml n’existe pas"),
        ("metiers.yaml", 8, "filieres[0].metiers[2]", "le code a est en double"),
    ]


def test_a_record_of_ours_is_in_the_file_of_its_name_and_leaves_its_filiere_to_the_map(tmp_path: Path) -> None:
    write_metiers(tmp_path / "metiers" / "b.yaml", record("a", filiere="une"))
    assert [(name, field, why) for name, _, field, why in refused(tmp_path, ("une", ["a"]))] == [
        ("b.yaml", "metiers[0].code", "une fiche du catalogue porte le nom de son code : a.yaml"),
        ("b.yaml", "metiers[0].filiere", "la filière d’une fiche du catalogue s’écrit dans metiers.yaml"),
    ]


def test_a_metier_of_the_user_s_comes_after_ours_and_one_that_replaces_ours_keeps_its_place(own_folder: Path) -> None:
    before = penit_json("list")["metiers"]
    write_metiers(own_folder / "a.yaml", record("aaa", filiere="direction"), record("cpip"))
    after = penit_json("list")["metiers"]
    assert [one["code"] for one in after] == [*(one["code"] for one in before), "aaa"]
    assert [one["filiere"] for one in after] == [*(one["filiere"] for one in before), "direction"]
    assert after[0]["fichier"] is not None
