"""What stands on the first screens of a métier: sizes at 80x24, the answer first, whole missions."""

import re
from itertools import pairwise

import pytest

from penitcareer.domain.metiers.metier import Metier
from penitcareer.store.catalogue import Catalogue
from tests.support import METIERS, penit, penit_json, refusal, same_spaces, screen

STARTING = ("cpip", "dspip", "dsp", "drsp", "redacteur")
FIVE = ("cpip", "dspip", "dsp", "drsp", "surveillant")


def lines(*arguments: str, width: int = 80) -> list[str]:
    return same_spaces(screen(*arguments, width=width)).splitlines()


def words(text: str) -> str:
    return " ".join(same_spaces(text).split())


@pytest.mark.parametrize("code", STARTING)
def test_a_sheet_says_in_one_screen_what_it_is_what_it_pays_and_how_one_enters(code: str, catalogue: Catalogue) -> None:
    one: Metier = catalogue.metier(code)
    shown = lines("show", code)
    assert len(shown) <= 60
    first = "\n".join(shown[:24])
    assert words(one.accroche or "") in words(first)
    assert "Net par mois, avant impôt" in first
    assert re.search(r"^au début +.*\d € .*[●◐◑◔○]", first, re.MULTILINE)
    assert re.search(r"^en fin de carrière +.*\d € .*[●◐◑◔○]", first, re.MULTILINE)
    assert re.search("^Entrer ", first, re.MULTILINE)
    assert bool(re.search("^École ", first, re.MULTILINE)) is (code != "drsp")
    whole = words("\n".join(shown))
    for mission in one.missions:
        assert f"{words(mission.titre)} : {words(mission.texte)}" in whole
    assert whole.endswith(f"penit carriere {code}")


def test_every_sheet_stays_short() -> None:
    assert {code: found for code in METIERS if (found := len(lines("show", code))) > 60} == {}


def test_the_whole_sheet_is_asked_for_and_a_part_is_whole() -> None:
    assert "Sources\n" in penit("show", "cpip", "--tout").out
    assert "Sources\n" not in penit("show", "cpip").out
    part = penit("show", "cpip", "--section", "notes").out
    assert part.split("\n\n", 1)[1].strip() in penit("show", "cpip", "--tout").out


def test_several_parts_stand_in_the_order_of_the_sheet() -> None:
    both = penit("show", "dsp", "-s", "salaire", "--section", "missions").out
    assert re.findall("^(?:Missions|Salaire|Accès|Sources)$", both, re.MULTILINE) == ["Missions", "Salaire"]
    assert penit("show", "dsp", "-s", "missions", "-s", "salaire").out == both
    found = penit_json("show", "dsp", "-s", "missions", "-s", "acces")["metier"]
    assert set(found) == {"code", "titre", "missions", "niveau_diplome", "acces", "fichier"}
    refusal("show", "dsp", "-s", "missions", "-s", "salire", code=2, words="salaire")


def test_the_list_is_one_line_a_metier_and_those_of_the_past_come_last(catalogue: Catalogue) -> None:
    shown = lines("list")
    assert len(shown) <= 34
    rows = [line for line in shown if line.startswith("  ")]
    assert len(rows) == len(METIERS)
    assert rows[-1].split("  ")[1] == "CSP, chef de services"
    assert "Fermé, voir Capitaine" in shown
    assert not [line for line in shown if "non communiqué" in line or "…" in line]
    (legend,) = (line for line in shown if line.startswith("● "))
    assert re.fullmatch("● grille officielle ; ◐ grille encadrée ou supposée( ; . [^;]+)*", legend)
    for row in rows:
        name = row.strip().split("  ")[0]
        assert len(catalogue.codes_of(name.split(", ")[0])) == 1, name


def test_another_order_has_no_filiere() -> None:
    shown = lines("list", "--tri", "salaire")
    assert "Technique" not in shown
    assert [line for line in shown if line.startswith("  ")] == []
    assert [line.split("  ")[0] for line in shown if "(fermé)" in line] == ["CSP, chef de services (fermé)"]


def test_a_narrow_list_has_short_rows() -> None:
    shown = lines("list", width=44)
    starts = [index for index, line in enumerate(shown) if re.match(r"  \S", line)]
    assert len(starts) == len(METIERS)
    assert max(after - before for before, after in pairwise(starts)) <= 3  # with a title between
    at = shown.index("  CPIP, conseiller d’insertion · A · bac+3 ·")
    assert shown[at + 1] == "    2 340 € ◐ début · 3 605 € ◐ fin"


def test_two_metiers_stand_side_by_side_in_forty_lines() -> None:
    shown = lines("compare", "cpip", "dspip")
    assert len(shown) <= 40
    assert shown[0] == "CPIP et DPIP · net par mois, avant impôt"
    (row,) = (line for line in shown if re.match("DPIP .*◐", line))
    assert re.fullmatch(r"DPIP +— +≥ 1 985 € ◐ +≥ \d \d{3} € ◐", row)
    gap = shown[shown.index(row) + 1]
    assert re.fullmatch(r"Écart +≥ \+\d+ € ◐", gap)
    assert len(gap) == len(row)  # under the net that it compares
    assert words("\n".join(shown)).count("plus bas que le premier échelon du corps) ; confirmé") == 1
    assert [line for line in shown if line.startswith("Catégorie")] == []
    assert "Pareil pour tous : catégorie A ; diplôme bac+3" in words("\n".join(shown))


@pytest.mark.parametrize("width", [44, 60, 80, 100])
def test_five_metiers_hold_too(width: int) -> None:
    shown = lines("compare", *FIVE, width=width)
    assert max(map(len, shown)) <= width
    text = "\n".join(shown)
    for name in ("CPIP", "DPIP", "DSP", "DISP", "Surveillant"):
        assert text.count(name) >= 3
    assert ("█" in text) is (width >= 60)
    assert "Diplôme" in text
    assert words(text).count("CPIP, DPIP, DSP : bac+3") == 1
    gaps = shown[shown.index("Écart avec CPIP") + 1 :]
    assert [line.split()[0] for line in gaps if re.match(r"  \w", line)][:3] == ["DPIP", "DSP", "Surveillant"]


@pytest.mark.parametrize("first", METIERS)
def test_what_metiers_are_paid_is_a_table_whichever_they_are(first: str) -> None:
    others = [code for code in ("adjoint_administratif", "surveillant", "cpip", "dspip", "dsp") if code != first]
    shown = lines("compare", first, *others[:4])
    assert [line for line in shown if re.match(" +à l’école +au début +en fin$", line)]


@pytest.mark.parametrize("width", [59, 60, 80])
def test_no_bar_stands_without_its_axis_and_its_legend(width: int) -> None:
    shown = lines("compare", "cpip", "dspip", width=width)
    bars = [line for line in shown if "█" in line]
    assert len(bars) == (0 if width < 60 else 3)
    if bars:
        (axis,) = (line for line in shown if re.match(r" +0 € +\d", line))
        assert bars[-1].strip() == "█ du début à la fin de carrière ; → au moins"
        top = [int(amount.replace(" ", "")) for amount in re.findall(r"(\d[\d ]*) €", axis)][-1]
        assert top >= 4000  # the highest net
        assert all(line[axis.index("0")] == "│" for line in bars[:-1])


def test_the_net_of_a_metier_answers_first_and_warns_once() -> None:
    shown = lines("net", "cpip")
    assert shown[0].startswith("CPIP · ")
    assert len(shown) <= 16
    assert words("\n".join(shown)).count("À ne pas citer") == 1
    assert "--tout" in shown[-1]


def test_the_json_of_a_comparison_holds_the_gaps_that_the_screen_prints() -> None:
    first, other = penit_json("compare", "cpip", "dspip")["metiers"]
    assert first["ecarts"] == []
    (gap,) = other["ecarts"]
    ends = [next(one for one in metier["reperes"] if one["stade"] == "fin")["net"]["min"] for metier in (first, other)]
    assert gap == {
        "stade": "fin",
        "preuve": "grille_encadree",
        "net": {"min": round(ends[1] - ends[0], 2), "max": None},
    }
    assert f"≥ +{round(ends[1] - ends[0])} € ◐" in same_spaces(penit("compare", "cpip", "dspip").out)


@pytest.mark.parametrize("more", [(), ("--tout",)])
def test_a_list_of_nobody_has_no_head_and_says_what_to_type(more: tuple[str, ...]) -> None:
    shown = lines("list", "--categorie", "C", "--statut", "contractuel", *more)
    assert shown[-1] == "Aucun métier ne répond à cette demande. Tous les métiers : penit list"
    assert not [line for line in shown if "Diplôme" in line or "diplôme" in line]


@pytest.mark.parametrize("call", [("sigle",), ("sigle", "PSS"), ("check",), ("sources",), ("find", "juge")])
def test_a_short_answer_ends_with_what_to_type_next(call: tuple[str, ...]) -> None:
    assert re.match("Plus : penit ", lines(*call)[-1])


def test_the_whole_list_is_a_table_at_eighty_columns_and_short_rows_below() -> None:
    assert re.match("Métier +Cat. +Diplôme +Net au début +Code$", lines("list", "--tout")[3])
    narrow = lines("list", "--tout", width=44)
    rows = narrow[: next(index for index, line in enumerate(narrow) if line.startswith("● "))]
    assert not [line for line in rows if "—" in line]  # what is unknown takes no line
    assert "dans un SPIP" in words("\n".join(narrow))
