"""`penit carriere` and `penit place`, as typed: screens, formats, mistakes."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pay.test_own_corps import SOURCE, corps, grade, steps, write
from tests.support import KEPT_AS, kept_screens, penit, penit_json, refusal, same_spaces, screen, screen_of, too_wide

SCREENS: dict[str, tuple[str, ...]] = {
    "carriere_dsp": ("carriere", "dsp", "--annees", "12", "--promotion", "hors_classe@12", "--enfant", "@4"),
    "carriere_cpip": ("carriere", "cpip", "--annees", "10", "--puis", "dspip@9"),
    "carriere_cdc": ("carriere", "cdc", "--annees", "6"),
    "carriere_plusieurs": ("carriere", "cpip", "dspip", "dsp"),
    "place_cpip": ("place", "2600", "cpip"),
    "place_dsp_net": ("place", "2600", "dsp", "--net", "--zone", "1"),
    "place_sans_salaire": ("place", "2600", "educateur"),
}  # fmt: skip
KEPT = kept_screens(SCREENS, (*KEPT_AS, "44"))


@pytest.mark.parametrize(("name", "kind"), KEPT)
def test_a_screen_is_the_one_kept(name: str, kind: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.{kind}", screen_of(kind, *SCREENS[name]))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_its_terminal(name: str, width: int) -> None:
    assert too_wide(*SCREENS[name], width=width) == []


def test_the_json_keeps_its_contract() -> None:
    found = penit_json("carriere", "cpip", "dsp", "--annees", "6")
    assert found["schema"] == 1
    assert [path["base"] for path in found["parcours"]] == ["grille", "grille"]
    for path in found["parcours"]:
        assert {"code", "base", "annees", "hypotheses"} <= set(path)
        assert [year["annee"] for year in path["annees"]] == [1, 2, 3, 4, 5, 6]
        assert all({"code", "texte", "enjeu", "source"} == set(item) for item in path["hypotheses"])
    band, exact = (path["annees"][5] for path in found["parcours"])
    for name in ("brut", "net", "cumul_net"):
        assert set(band[name]) == {"min", "max"}
        assert isinstance(exact[name], float)
    assert {"etape", "grade", "echelon"} <= set(exact)
    (crossing,) = found["croisements"]
    assert crossing["codes"] == ["cpip", "dsp"]
    assert {"mensuel", "cumul"} <= set(crossing)


def test_unknown_amounts_are_null_not_zero() -> None:
    year = penit_json("carriere", "cdc", "--annees", "3")["parcours"][0]["annees"][2]
    assert (year["brut"], year["net"], year["cumul_net"]) == (None, None, None)


def test_the_five_starting_metiers_have_a_path() -> None:
    for code, base in (("cpip", "grille"), ("dspip", "grille"), ("drsp", "fourchettes"),
                       ("dsp", "grille"), ("redacteur", "grille")):  # fmt: skip
        (path,) = penit_json("carriere", code, "--annees", "10")["parcours"]
        assert (path["code"], path["base"]) == (code, base)
        assert path["annees"][9]["net"] is not None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("dpip", "dpip"),
        ("aae", "aae"),
        ("CPIP", "cpip"),
        ("directeur de prison", "dsp"),
        ("gardien de prison", "surveillant"),
    ],
)
def test_a_metier_or_a_corps_is_named_in_many_ways(asked: str, code: str) -> None:
    for words in ([asked], asked.split()):
        assert penit_json("carriere", *words, "--annees", "3")["parcours"][0]["code"] == code


def test_the_csv_has_a_line_a_year_and_a_change() -> None:
    table = penit("carriere", "aae", "--annees", "4", "--format", "csv").out.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert [(row["annee"], row["depuis"]) for row in rows] == [
        ("1", "2026-11"), ("1", "2027-07"), ("2", "2027-11"), ("2", "2028-01"), ("3", "2028-11"), ("3", "2029-07"),
        ("4", "2029-11"),
    ]  # fmt: skip
    assert rows[0]["net_min"] == rows[0]["net_max"] == "1485,84"
    assert rows[1]["net_min"] == rows[1]["net_max"] == "1543,34"


def test_a_grid_known_by_floors_goes_before_the_brackets() -> None:
    """A DPIP out of school is paid at least the index of 2021, plus 5: 1 984.72 euros net."""
    (path,) = penit_json("carriere", "dpip", "--annees", "4")["parcours"]
    assert path["base"] == "grille"
    third, fourth = path["annees"][2:]
    assert third["net"] == {"min": 1984.72, "max": None}
    assert third["brut"] == {"min": 2571.88, "max": None}
    assert fourth["cumul_net"] == {"min": round(24 * 1984.72, 2), "max": None}
    assert (third["echelon"], third["niveau"]) == (None, None)  # its length is unknown
    table = penit("carriere", "dpip", "--annees", "3", "--format", "csv").out.lstrip("\ufeff")
    row = list(csv.DictReader(io.StringIO(table), delimiter=";"))[-1]
    ends = ("net_min", "net_max", "cumul_net_min", "cumul_net_max")
    assert [row[name] for name in ends] == ["1984,72", "", "23816,64", ""]


@pytest.mark.parametrize("more", [(), ("--tout",)])
def test_no_total_is_called_the_larger_while_months_are_unknown(more: tuple[str, ...]) -> None:
    """Twenty months of the CEA are unknown: who earns most in all is not known."""
    said = " ".join(same_spaces(screen("carriere", "cea", "dsp", *more)).split())
    assert "en cumulé, pas de verdict, car 20 mois (Surveillant) sont inconnus" in said
    assert "par mois, là où les deux sont connues et hors prime inconnue (DSP), Surveillant d’abord" in said
    assert "non comptés : 20 mois dont la paie est inconnue." in said
    (crossing,) = penit_json("carriere", "cea", "dsp")["croisements"]
    assert (crossing["cumul"], crossing["detail"]["cumul"]["devant"]) == (None, None)
    assert crossing["mois_inconnus"] == {"cea": 20, "dsp": 0}


@pytest.mark.parametrize("width", [44, 80])
def test_a_floor_says_at_least_wherever_it_stands(width: int) -> None:
    one = " ".join(same_spaces(screen("carriere", "dpip", width=width)).split())
    assert "30 ans : au moins 666 866 € nets" in one
    assert "≥ 1 985 €" in one
    assert "Durées d’échelon inconnues" in one
    several = " ".join(same_spaces(screen("carriere", "dpip", "cpip", "sa", width=width)).split())
    assert "≥ 666 866" in several
    assert "↑ au moins" in several
    assert "DPIP et Secrétaire administratif : pas de verdict, car une des deux paies n’est connue que par" in several
    assert "CPIP et Secrétaire administratif : par mois, là où les deux sont connues et hors prime inconnue" in several
    year = " ".join(same_spaces(screen("carriere", "dpip", "--tout", width=width)).split())
    assert "Net cumulé en 30 ans, moins 24 mois de paie inconnue : au moins 666 866 €" in year


def test_a_floor_is_drawn_as_one(tmp_path: Path) -> None:
    target = tmp_path / "plancher.svg"
    penit("carriere", "dpip", "cpip", "--svg", str(target))
    image = same_spaces(target.read_text(encoding="utf-8"))
    assert "↑ : au moins." in image
    assert "DPIP, grille indiciaire : au moins 1 985 € d’abord, au moins 1 985 € à la fin" in image
    assert image.count("h8l-4 -8z") > 5
    assert "h8l-4 -8z" not in penit("carriere", "cpip", "--svg", str(target)).out + target.read_text(encoding="utf-8")


def test_the_svg_stands_alone_and_the_screen_is_still_there(tmp_path: Path) -> None:
    target = tmp_path / "parcours.svg"
    result = penit("carriere", "cpip", "dsp", "--svg", str(target))
    assert result.code == 0
    assert result.out.startswith("CPIP, DSP")
    text = target.read_text(encoding="utf-8")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    assert "script" not in text
    assert text.count("http") == 1


@pytest.mark.parametrize("name", ["dsp", "cpip", "sa", "aae", "surveillant"])
def test_one_career_is_one_screen_its_total_on_the_second_line(name: str) -> None:
    lines = same_spaces(screen("carriere", name, "--annees", "30")).splitlines()
    assert len(lines) <= 24
    assert lines[0].endswith("· net par mois avant impôt")
    assert re.match(r"30 ans : [\d –]+ € nets, euros constants · sans promotion", lines[1])


def test_one_career_has_a_row_a_change_and_says_what_it_lacks_first() -> None:
    lines = same_spaces(screen("carriere", "dsp", "--annees", "10")).splitlines()
    assert lines[2].startswith("Non compté : indemnité de fonctions et d’objectifs")
    rows = [line for line in lines if line.startswith(("aujourd’hui", "dans "))]
    years = penit_json("carriere", "dsp", "--annees", "10")["parcours"][0]["annees"]
    nets = [f"{int(net + 0.5):,} €".replace(",", " ") for net in dict.fromkeys(year["net"] for year in years)]
    assert [re.search(r"\d \d{3} €", row)[0] for row in rows] == nets  # type: ignore[index]
    assert "█" in rows[0]


def test_a_long_career_groups_the_echelons_that_pay_nearly_the_same() -> None:
    shown = same_spaces(screen("carriere", "surveillant", width=100))
    years = penit_json("carriere", "surveillant")["parcours"][0]["annees"]
    changes = [change for year in years for change in (year, *year["changements"])]
    by_echelon = {change["echelon"]: change["net"] for change in changes if change["etape"] == "titulaire"}
    first, last = (round(by_echelon[name]) for name in ("1", "4"))
    assert f"{first:,} à {last:,} €".replace(",", " ") in shown
    assert "échelons 1 à 4" in shown
    assert "Échelons voisins regroupés ; un par ligne avec --tout." in shown
    assert len(re.findall("^(?:aujourd’hui|dans )", shown, re.MULTILINE)) <= 11
    assert "regroupés" not in screen("carriere", "dsp", "--annees", "10")
    rises = same_spaces(screen("carriere", "dsp", "--avancement", "au_plus_tot"))
    assert re.search("échelon 6, chevrons 1 à 2 .*\n.*échelons 6 et 7 ", rises)


def test_a_narrow_career_has_a_short_line_a_change() -> None:
    lines = same_spaces(screen("carriere", "surveillant", "--annees", "10", width=44)).splitlines()
    at = lines.index("dans 7 ans 2 mois · échelon 5 ·")
    assert lines[at + 1] == "  2 210 € net · +68"


def test_several_careers_have_a_lane_each_under_their_milestones() -> None:
    lines = same_spaces(screen("carriere", "cpip", "dspip", "dsp")).splitlines()
    first = next(rank for rank, line in enumerate(lines) if line.startswith("Net avant impôt"))
    assert any(line.startswith("30 ans") for line in lines[:first])
    drawn = lines[first : first + 15]
    assert [line.strip() for line in drawn if "," in line and "█" not in line][1:] == [
        "CPIP, grille indiciaire", "DPIP, grille indiciaire", "DSP, grille indiciaire",
    ]  # fmt: skip
    assert drawn[-2].split() == ["ans", "0", "5", "10", "15", "20", "25", "30"]
    assert "inconnu" in drawn[-1]
    assert "█" not in penit("carriere", "cpip", "dsp").out
    ascii_ = penit("carriere", "cpip", "dsp", tty=True, encoding="ascii").out
    assert "####" in ascii_


def test_a_verdict_is_between_grids_only() -> None:
    shown = same_spaces(penit("carriere", "cpip", "drsp", "dsp").out)
    assert "CPIP et DSP : par mois, là où les deux sont connues et hors prime inconnue (DSP), CPIP d’abord" in shown
    assert "DISP et DSP" not in shown
    assert "à ne pas départager" in shown


def test_a_bracket_that_is_no_pay_of_the_corps_is_said_with_its_reason(corps_folder: Path) -> None:
    mine = corps("cpip", grade("classe_normale", [{"echelon": "1"}]), titre="Conseiller", sigle="CPIP")
    write(corps_folder, mine)
    shown = same_spaces(penit("carriere", "cpip", "--annees", "20").out)
    assert "Junior, non compté : c’est le SMIC" in shown


def test_an_svg_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    result = penit("carriere", "dsp", "--svg", str(tmp_path / "absent" / "x.svg"))
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("typed", ["--enfant @2", "--enfant 2", "--enfant@2", "--enfant=@2"])
def test_a_birth_is_written_in_many_ways(typed: str) -> None:
    years = penit_json("carriere", "dsp", "--annees", "3", *typed.split())["parcours"][0]["annees"]
    assert [year["enfants"] for year in years] == [0, 1, 1]


def test_a_move_without_a_known_route_is_allowed_with_a_warning() -> None:
    result = penit("carriere", "cpip", "--puis", "aae@9", "--annees", "12")
    assert result.code == 0
    assert same_spaces(result.err).startswith("Attention : Aucune voie connue")
    assert penit("carriere", "cpip", "--puis", "dpip@9", "--annees", "12").err == ""


def test_a_user_s_grid_makes_the_path_exact(corps_folder: Path) -> None:
    """A corps of the user's overrides ours: its indices turn the band into payslips."""
    mine = corps("cpip", grade("classe_normale", steps(410, 430, 460)), titre="Conseiller", sigle="CPIP")
    mine["carriere"] = {"passerelles": [{"vers": "dpip", "voie": "concours", "source": SOURCE}]}
    file = write(corps_folder, mine)
    (path,) = penit_json("carriere", "cpip", "--annees", "5")["parcours"]
    assert (path["base"], path["fichier"]) == ("grille", str(file))
    for careers in (("cpip",), ("cpip", "dsp")):
        assert f"Le corps cpip vient du fichier {file}" in penit("carriere", *careers).out
    assert [(year["echelon"], isinstance(year["net"], float)) for year in path["annees"]] == [
        ("1", True), ("1", True), ("2", True), ("2", True), ("3", True),
    ]  # fmt: skip


WAY = {"voie": "choix", "echelon_min": "9", "source": SOURCE}


@pytest.mark.parametrize(
    ("career", "said"),
    [
        ({"promotions": [{"depuis": "premier", "vers": "absent"}]}, "grade inconnu dans carriere ou fusions"),
        ({"promotions": [{"depuis": "premier", "vers": "premier", "voies": [WAY]}]}, "échelon inconnu dans carriere"),
        ({"echelon_entree": "9"}, "échelon inconnu dans carriere"),
    ],
)
def test_a_faulty_career_in_a_user_s_corps_is_told(corps_folder: Path, career: dict[str, Any], said: str) -> None:
    write(corps_folder, corps("essai", grade("premier"), carriere=career))
    result = penit("check")
    assert result.code == 1
    assert said in same_spaces(result.out + result.err)


MISTAKES: dict[str, tuple[int, str]] = {
    "carriere xyz": (1, "Métier inconnu"),
    "carriere": (2, "Il manque METIER"),
    "carriere dsp --annees 51": (2, "de 1 à 50"),
    "carriere dsp --annees 0": (2, "de 1 à 50"),
    "carriere dsp --promotion hors_classe@11": (1, "--promotion hors_classe@12"),
    "carriere dsp --promotion hors_clase@15": (2, "Vouliez-vous dire hors_classe"),
    "carriere dsp --promotion hors_classe": (2, "le nom, @ et l’année"),
    "carriere dsp --promotion @8": (2, "le nom, @ et l’année"),
    "carriere dsp --promotion hors_classe@x": (2, "1, 2, 3"),
    "carriere dsp --promotion hors_classe@31": (2, "de 1 à 30"),
    "carriere dsp --promotion classe_exceptionnelle@20": (1, "on passe à hors_classe"),
    "carriere dsp --promotion hors_classe@2": (1, "pas finie. Au plus tôt : --promotion hors_classe@12"),
    "carriere dsp --promotion hors_classe@14 --promotion hors_classe@20": (
        2,
        "est demandée deux fois, l’année 14",
    ),
    "carriere dsp --promotion classe_normale@5": (1, "c’est déjà le grade de l’agent"),
    "carriere dsp --puis dsp@5": (1, "dsp est déjà le corps de l’agent"),
    "carriere cpip --quotite 80@1-3": (1, "pas de temps partiel pendant l’école. Au plus tôt : --quotite 80@2"),
    "carriere dsp --im 600": (1, "les plus proches : 595 ou 624"),
    "carriere dsp --im 595 --depuis echelon=4": (2, "pas les deux"),
    "carriere dsp cpip --im 450": (2, "--im va avec un seul métier"),
    "carriere dsp cpip --depuis echelon=4": (2, "--depuis va avec un seul métier"),
    "carriere dsp --depuis echelon=40": (1, "Échelon inconnu"),
    "carriere dsp --depuis echelon=5@2028-01": (2, "après le départ de la carrière"),
    "carriere dsp --depuis 5": (2, "écrivez echelon=N"),
    "carriere dsp --depuis echelon=5@hier": (2, "AAAA-MM"),
    "carriere cpip --puis xyz@9": (1, "Métier inconnu"),
    "carriere cpip --puis dpip@2": (1, "pas finie. Au plus tôt : --puis dpip@3"),
    "carriere cpip dsp --puis dpip@9": (2, "un seul métier de départ"),
    "carriere dsp --quotite 80@5-8 --quotite 50@8-9": (2, "se recouvrent"),
    "carriere dsp --quotite 85@5": (2, "50, 60, 70, 80, 90"),
    "carriere dsp --quotite 100@5": (2, "50, 60, 70, 80, 90"),
    "carriere dsp --quotite 80": (2, "1, 2, 3"),
    "carriere dsp --quotite 80@8-5": (2, "avant de commencer"),
    "carriere dsp --enfant quatre": (2, "1, 2, 3"),
    "carriere dsp --enfant @0": (2, "de 1 à 30"),
    "carriere dsp --enfants 15 --enfant @2": (2, "15 enfants au plus"),
    "carriere dsp --enfants 16": (2, "de 0 à 15"),
    "carriere dsp --zone 4": (2, "de 1 à 3"),
    "carriere dsp --avancement vite": (2, "au_plus_tot"),
    "carriere dsp --date 2022-12": (1, "2023-01-01"),
    "carriere educateur": (1, "Pas de parcours"),
    "carriere cpip dspip dsp redacteur drsp cdc": (2, "5 métiers au plus"),
    "place cpip": (2, "un montant et un métier"),
    "place 2600": (2, "un montant et un métier"),
    "place 0 cpip": (2, "Montant refusé"),
    "place 2600 xyz": (1, "Métier inconnu"),
    "place 2600 cpip --zone 9": (2, "de 1 à 3"),
}


@pytest.mark.parametrize("typed", MISTAKES)
def test_a_mistake_gets_one_sentence_and_its_code(typed: str) -> None:
    code, said = MISTAKES[typed]
    refusal(*typed.split(), code=code, words=said)


def test_an_amount_and_a_name_of_several_words_need_no_quotes() -> None:
    found = penit_json("place", "2", "600", "directeur", "de", "prison")
    assert (found["montant"], found["metier"], found["base"]) == (2600.0, "dsp", "brut")


@pytest.mark.parametrize("typed", ["2600 dsp", "dsp 2600", "2 600 directeur de prison", "directeur de prison 2 600"])
def test_an_amount_and_a_metier_come_in_either_order(typed: str) -> None:
    found = penit_json("place", *typed.split())
    assert (found["montant"], found["metier"]) == (2600.0, "dsp")


@pytest.mark.parametrize("typed", ["2500 cpip", "2600 dsp --net", "2600 surveillant", "4000 drsp", "2600 educateur"])
def test_a_place_is_one_screen(typed: str) -> None:
    assert len(screen("place", *typed.split()).splitlines()) <= 20


def test_a_pay_is_placed_in_the_career_of_the_metier_not_in_what_is_no_pay_of_it() -> None:
    shown = same_spaces(screen("place", "2500", "cpip"))
    assert shown.startswith("CPIP : 2 500 € brut par mois, sous le début de carrière (3 007–4 644 €) ◐")
    assert "À ne pas citer : junior (c’est le SMIC" in shown
    assert "1 823" not in shown
    net = same_spaces(screen("place", "2600", "dsp", "--net"))
    assert "dans le bas de la fourchette" in net
    assert "%" not in net.replace("21 à 25 %", "")
    career = penit_json("place", "2600", "dsp", "--net")["carriere"]
    assert career["preuve"] == "grille"
    assert career["fourchette"]["min"] == 2178.45
    assert 0 < career["position"]["part"] < 1 / 3


def test_a_year_s_pay_is_noticed() -> None:
    assert "par mois" in penit("place", "31200", "cpip").err
