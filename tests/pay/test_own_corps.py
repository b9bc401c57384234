"""A corps of the user's: added or overriding ours, checked, used and named."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support import as_yaml, penit, penit_json, same_spaces

SOURCE = {"titre": "Ma grille", "url": None, "date": None}


def steps(*indices: int | None, **fields: Any) -> list[dict[str, Any]]:
    return [{"echelon": str(place), "im": im, "duree_mois": 24, **fields} for place, im in enumerate(indices, 1)]


def grade(code: str = "premier", echelons: list[dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "titre": f"Grade {code}",
        "statut": "en_vigueur",
        "statut_durees": "en_vigueur",
        "echelons": steps(400, 450, 500) if echelons is None else echelons,
        **fields,
    }


def corps(code: str = "essai", *grades: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "titre": f"Corps {code}",
        "sigle": code.upper(),
        "categorie": "A",
        "nature": "corps",
        "grades": list(grades) or [grade()],
        "verifie_le": "2026-11-01",
        "sources": [SOURCE],
        **fields,
    }


def write(folder: Path, record: dict[str, Any], name: str = "mien.yaml") -> Path:
    path = folder / name
    path.write_text(as_yaml({"corps": record}), encoding="utf-8")
    return path


CPIP = corps("cpip", grade("classe_normale", steps(410, 430, 460)), titre="Conseiller", sigle="CPIP")


def test_a_made_up_corps_is_checked_then_paid_and_named(corps_folder: Path) -> None:
    path = write(corps_folder, corps())
    assert penit("check").code == 0
    slip = penit_json("paie", "essai", "--echelon", "2")
    assert slip["entree"]["fichier"] == str(path)
    assert slip["lignes"][0]["montant"] == 2215.25
    assert not {"pss", "ifse"} & {line["code"] for line in slip["lignes"]}
    assert f"Le corps essai vient du fichier {path}" in penit("paie", "essai").out
    grid = penit_json("grille", "essai")
    assert (grid["statut"], grid["fichier"]) == ("sourcee", str(path))
    assert [step["indice_majore"] for step in grid["grades"][0]["echelons"]] == [400, 450, 500]
    assert f"Le corps essai vient du fichier {path}" in penit("grille", "essai").out
    assert "essai" in penit("grille").out


def test_an_override_of_cpip_is_used_by_paie_grille_and_show(corps_folder: Path) -> None:
    assert "indices connus en partie" in same_spaces(penit("show", "cpip", "--section", "salaire").out)
    path = write(corps_folder, CPIP)
    assert penit("check").code == 0
    slip = penit_json("paie", "cpip", "--echelon", "3")
    assert (slip["entree"]["indice_majore"], slip["entree"]["fichier"]) == (460, str(path))
    assert {"pss", "ifse"} <= {line["code"] for line in slip["lignes"]}  # bonuses follow the code of the corps
    assert penit_json("grille", "cpip")["statut"] == "sourcee"
    shown = same_spaces(penit("show", "cpip", "--section", "salaire").out)
    assert "indices connus en partie" not in shown
    first = penit_json("paie", "cpip", "--echelon", "1")["totaux"]["brut"]
    assert f"{first:,.2f} €".replace(",", " ").replace(".", ",") in shown
    assert penit_json("paie", "aae", "--echelon", "1")["entree"]["fichier"] is None


def test_the_same_file_through_data(tmp_path: Path, fresh_cache: Path) -> None:
    path = write(tmp_path, CPIP)
    assert penit("check", str(path)).code == 0
    slip = penit_json("paie", "cpip", "--echelon", "3", "--data", str(path))
    assert (slip["entree"]["indice_majore"], slip["entree"]["fichier"]) == (460, str(path))
    assert penit_json("grille", "cpip", "--data", str(path))["statut"] == "sourcee"
    assert penit_json("paie", "cpip", "--echelon", "3")["indice"] == {
        "min": 399,
        "max": 488,
        "preuve": "grille_encadree",
    }


def test_gross_indices_and_letters_follow_the_scales(corps_folder: Path) -> None:
    echelons: list[dict[str, Any]] = [
        {"echelon": "1", "ib": 444, "duree_mois": 12},
        {"echelon": "2", "lettre": "HEA", "duree_mois": None},
    ]
    write(corps_folder, corps("essai", grade(echelons=echelons)))
    assert penit_json("paie", "essai")["entree"]["indice_majore"] == 395
    assert penit_json("paie", "essai", "--echelon", "2", "--chevron", "3")["entree"]["indice_majore"] == 977
    assert penit_json("paie", "essai", "--date", "2023-12")["entree"]["indice_majore"] == 390


def test_two_indices_that_agree_or_that_nobody_can_compare_are_kept(corps_folder: Path) -> None:
    echelons: list[dict[str, Any]] = [{"echelon": "1", "ib": 369, "im": 390}, {"echelon": "2", "ib": 444, "im": 395}]
    write(corps_folder, corps("essai", grade(echelons=echelons)))
    assert penit("check").code == 0
    assert [penit_json("paie", "essai", "--echelon", n)["entree"]["indice_majore"] for n in "12"] == [390, 395]


def test_a_corps_with_a_school_grade_only_is_paid(corps_folder: Path) -> None:
    write(corps_folder, corps("essai", grade("eleve", steps(380))))
    assert penit_json("paie", "essai")["entree"]["indice_majore"] == 380
    assert penit("grille", "essai").code == 0
    assert penit("show", "cpip").code == 0


def known(nature: str = "bornes") -> dict[str, Any]:
    return {"nature": nature, "raison": "Publié par un syndicat.", "sources": [SOURCE]}


def indexed(*indices: dict[str, int], **fields: Any) -> dict[str, Any]:
    """A corps of one grade, its échelons holding these indices."""
    echelons = [{"echelon": str(place), "duree_mois": 24, **index} for place, index in enumerate(indices, 1)]
    return corps("essai", grade(echelons=echelons, statut="inconnu", **fields))


def merger(day: str, gone: list[str], heir: str) -> dict[str, Any]:
    return {"le": day, "depuis": gone, "vers": heir, "source": SOURCE}


def merged(*mergers: dict[str, Any], grades: str = "a b c") -> dict[str, Any]:
    return corps("essai", *(grade(code) for code in grades.split()), fusions=list(mergers))


FAULTY: dict[str, tuple[dict[str, Any], str]] = {
    "a hole": (corps("essai", grade(echelons=[*steps(400), {"echelon": "3", "im": 500}])), "manque un échelon"),
    "an échelon twice": (corps("essai", grade(echelons=[*steps(400), *steps(500)])), "en double"),
    "decreasing indices": (corps("essai", grade(echelons=steps(500, 400))), "ne croissent pas"),
    "decreasing gross indices": (
        corps("essai", grade(echelons=[{"echelon": "1", "ib": 611}, {"echelon": "2", "ib": 444}])),
        "ne croissent pas",
    ),
    "two indices that disagree": (
        corps("essai", grade(echelons=[{"echelon": "1", "ib": 444, "im": 400}])),
        "le barème A donne l’indice majoré 395, pas 400",
    ),
    "an exact index with bounds": (indexed({"im": 400, "im_min": 390}, encadrement=known()), ": un seul"),
    "bounds of a letter": (
        corps("essai", grade(echelons=[{"echelon": "1", "lettre": "HEA", "im_min": 890}], encadrement=known())),
        ": un seul",
    ),
    "a supposition with bounds": (
        indexed({"im_suppose": 400, "im_max": 410}, encadrement=known("supposition")),
        ": un seul",
    ),
    "bounds that cross": (indexed({"im_min": 410, "im_max": 400}, encadrement=known()), "im_min dépasse im_max"),
    "bounds without a reason": (indexed({"im_min": 400}), "dites pourquoi dans encadrement"),
    "a supposition without a reason": (indexed({"im_suppose": 400}), "dites pourquoi dans encadrement"),
    "a supposition called a bound": (indexed({"im_suppose": 400}, encadrement=known()), "nature vaut supposition"),
    "a bound called a supposition": (
        indexed({"im_min": 400}, encadrement=known("supposition")),
        "nature vaut supposition",
    ),
    "bounds against their neighbours": (
        indexed({"im_min": 450}, {}, {"im_max": 449}, encadrement=known()),
        "à l’échelon 1 du grade premier, l’indice serait d’au moins 450 et d’au plus 449",
    ),
    "a bound against an exact neighbour": (
        indexed({"im": 450}, {"im_max": 449}, encadrement=known()),
        "à l’échelon 1 du grade premier",
    ),
    "a supposition against its neighbours": (
        indexed({"im": 450}, {"im_suppose": 449}, {"im": 460}, encadrement=known("supposition")),
        "à l’échelon 2 du grade premier, im_suppose contredit",
    ),
    "decreasing suppositions": (
        indexed({"im_suppose": 450}, {"im_suppose": 449}, encadrement=known("supposition")),
        "supposés du grade premier ne croissent pas",
    ),
    "a reason without a source": (
        indexed({"im_min": 400}, encadrement=known() | {"sources": []}),
        "liste vide",
    ),
    "an unknown status": (corps("essai", grade(statut="peut_etre")), "valeur inconnue"),
    "an index too high": (corps("essai", grade(echelons=steps(1516))), "au plus 1515"),
    "an unknown letter": (corps("essai", grade(echelons=[{"echelon": "1", "lettre": "HEZ"}])), "valeur inconnue"),
    "no grade": (corps("essai", grades=[]), "liste vide"),
    "no source": (corps("essai", sources=[]), "liste vide"),
    "an unknown field": (corps("essai", gradse=[]), "champ inconnu"),
    "a category": (corps("essai", categorie="D"), "valeur inconnue"),
    "a digit for Python alone, twice": (
        corps("essai", grade(echelons=[{"echelon": "²", "im": 400}, {"echelon": "²", "im": 400}])),
        "en double",
    ),
    "a grade twice": (corps("essai", grade(), grade()), "le grade premier est en double"),
    "an heir that was there": (merged(merger("2027-01-01", ["a", "b"], "a")), "le jour où une fusion le crée"),
    "an heir gone the same day": (
        merged(merger("2027-01-01", ["a"], "b"), merger("2027-01-01", ["b"], "c")),
        "le grade b disparaît",
    ),
    "grades that become each other": (
        merged(merger("2020-01-01", ["b"], "a"), merger("2030-01-01", ["a"], "b")),
        "le grade b disparaît",
    ),
    "a merger from school": (
        merged(merger("2027-01-01", ["a"], "b"), grades="eleve a b")
        | {"fusions": [merger("2027-01-01", ["eleve"], "b")]},
        "le grade d’école eleve",
    ),
    "a merger to school": (merged(merger("2027-01-01", ["a"], "stagiaire"), grades="a stagiaire"), "stagiaire"),
    "a grade gone twice": (
        merged(merger("2020-01-01", ["a"], "b"), merger("2027-01-01", ["a"], "c")),
        "le grade a disparaît deux fois",
    ),
    "an heir born twice": (
        merged(merger("2020-01-01", ["a"], "c"), merger("2027-01-01", ["b"], "c")),
        "ne peut naître que d’une fusion",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_said_with_its_line(corps_folder: Path, name: str) -> None:
    record, words = FAULTY[name]
    path = write(corps_folder, record)
    result = penit("check")
    assert result.code == 1
    said = same_spaces(result.out + result.err)
    assert words in said
    assert f"{path}:" in said
    place = said.split(f"{path}:")[1].split(":")[0].strip()
    assert place.isdigit()
    assert int(place) > 1


@pytest.mark.parametrize("name", ["a hole", "an heir born twice"])  # one reader finds them all
def test_a_faulty_file_of_data_stops_the_call(tmp_path: Path, fresh_cache: Path, name: str) -> None:
    path = write(tmp_path, FAULTY[name][0])
    result = penit("paie", "aae", "--echelon", "1", "--data", str(path))
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert "penit check" in result.err


def test_a_broken_file_of_the_users_leaves_ours_working(corps_folder: Path) -> None:
    expected = penit_json("paie", "aae", "--echelon", "1")
    write(corps_folder, FAULTY["a hole"][0])
    result = penit("paie", "aae", "--echelon", "1", "--json")
    assert result.code == 0
    assert result.err.count("\n") == 1
    assert "Fichier ignoré" in result.err
    assert '"indice_majore": 395' in result.out
    assert expected["totaux"]["brut"] == 1944.49
    assert penit("paie", "essai").code == 1


def test_broken_yaml_is_left_out_with_one_warning(corps_folder: Path) -> None:
    (corps_folder / "casse.yaml").write_text("corps: [", encoding="utf-8")
    result = penit("grille", "aae")
    assert result.code == 0
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(("day", "known"), [("2026-12", "a"), ("2027-01", "b"), ("2030-01", "c")])
def test_mergers_may_follow_each_other(corps_folder: Path, day: str, known: str) -> None:
    write(corps_folder, merged(merger("2027-01-01", ["a"], "b"), merger("2030-01-01", ["b"], "c")))
    assert penit("check").code == 0
    grid = penit_json("grille", "essai", "--date", day)
    assert [item["code"] for item in grid["grades"]] == [known]
    walked = penit_json("carriere", "essai", "--date", "2026-11", "--annees", "6")
    assert walked["parcours"][0]["annees"][-1]["grade"] == "c"


@pytest.mark.parametrize("months", [None, 0, 12])
def test_a_corps_with_a_school_grade_only_has_a_career(corps_folder: Path, months: int | None) -> None:
    write(corps_folder, corps("essai", grade("eleve", [{"echelon": "unique", "im": 380, "duree_mois": months}])))
    for pace in ("sans", "au_plus_tot", "median"):
        assert penit("carriere", "essai", "--avancement", pace).code == 0


def test_two_files_with_the_same_corps_are_a_fault(corps_folder: Path) -> None:
    write(corps_folder, corps(), "a.yaml")
    write(corps_folder, corps(), "b.yaml")
    result = penit("check")
    assert result.code == 1
    assert "est déjà dans" in result.out + result.err


@pytest.mark.parametrize("name", ["²", "１", "9" * 150])
def test_an_echelon_named_by_odd_digits_is_checked_and_used(corps_folder: Path, name: str) -> None:
    """Digits that `int` refuses are a name; a number that does not follow is a hole."""
    odd = [*steps(400), {"echelon": name, "im": 450}]
    write(corps_folder, corps("essai", grade(echelons=odd)))
    checked = penit("check")
    assert "invalid literal" not in checked.out + checked.err
    if checked.code == 0:
        assert name in penit("grille", "essai").out
        assert penit("carriere", "essai").code == 0
    else:
        assert re.search("il manque un échelon|un échelon est en double", same_spaces(checked.out))


SIGNS = [{"echelon": name, "im": index} for name, index in (("1", 400), ("01", 410), ("—", 420), ("²", 430))]


def test_an_echelon_matches_itself_and_nothing_else(corps_folder: Path) -> None:
    write(corps_folder, corps("essai", grade(echelons=SIGNS[1:]), grade("second", SIGNS[:1])))
    assert penit("check").code == 0
    for name, index in (("01", 410), ("—", 420), ("²", 430)):
        assert penit_json("paie", "essai", "--echelon", name)["entree"]["indice_majore"] == index
    for other in ("1", "0", "00", "…", "--echelon=-"):
        assert "Échelon inconnu" in penit("paie", "essai", "--echelon", other).err
    for name in ("1", "01", "001"):
        slip = penit_json("paie", "essai", "--grade", "second", "--echelon", name)
        assert slip["entree"]["indice_majore"] == 400


def test_names_of_signs_match_themselves_and_nothing_else(corps_folder: Path) -> None:
    write(corps_folder, corps("essai", grade(), grade("second", titre="—"), sigle="…", alias=["→"]))
    assert penit("check").code == 0
    assert penit_json("paie", "→", "--grade", "—")["entree"]["grade"] == "second"
    assert penit("paie", "—").code == 1
    assert penit("paie", "essai", "--grade", "…").code == 1


@pytest.mark.parametrize("names", [("a", "A"), ("é", "e"), ("—", "—"), ("2", "²")])
def test_echelons_that_nobody_could_tell_apart_are_refused(corps_folder: Path, names: tuple[str, str]) -> None:
    write(corps_folder, corps("essai", grade(echelons=[{"echelon": name, "im": 400} for name in names])))
    assert "est en double" in penit("check").out
