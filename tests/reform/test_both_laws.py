"""`--reforme` and `--contre-droit`: the title, the keys, both laws and the difference line by line."""

import json
import os
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from penitcareer import Penit
from penitcareer.cli.output import render
from penitcareer.cli.tree import COMMANDS
from penitcareer.domain.across.law_gap import LawLine, LineName
from penitcareer.domain.money import Span
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.render.views.reforme import CALL
from tests.support import FORMATS, ROOT, answered, options_of, penit, same_spaces, screen

FOLDER = ROOT / "docs" / "reformes"
POINT, GRID = str(FOLDER / "point.yaml"), str(FOLDER / "grille_cpip.yaml")
DAY = date(2027, 1, 1)
CALLS = (
    ("paie", "cpip", "--im", "450"),
    ("paie", "dpip", "--echelon", "1"),
    ("grille", "dsp"),
    ("grille",),
    ("carriere", "dsp", "cpip", "--annees", "6"),
    ("place", "2600", "dsp"),
    ("compare", "dsp", "cpip"),
)
TITLE = "sous réforme « Point d’indice +1,5 % », depuis le 1er janvier 2027"


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_each_answer_is_titled_with_its_reform_in_every_format(call: tuple[str, ...]) -> None:
    for both in ((), ("--contre-droit",)):
        asked = (*call, "--reforme", POINT, *both)
        answer = answered(*asked)
        shown = {name: render(answer, name) for name in FORMATS}
        for name in ("plain", "md", "html"):
            assert TITLE in same_spaces(shown[name])
        header, *lines = shown["csv"].splitlines()
        assert header.endswith(";reforme")
        assert all(same_spaces(line).endswith(";Point d’indice +1,5 %") for line in lines)
        found = json.loads(shown["json"])
        assert list(found)[:2] == ["schema", "reforme"]
        assert found["reforme"] == {"nom": "Point d’indice +1,5\u00a0%", "depuis": "2027-01-01"}


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_law_alone_says_that_no_reform_is(call: tuple[str, ...]) -> None:
    assert json.loads(penit(*call, "--json").out)["reforme"] is None
    assert "sous réforme" not in penit(*call).out


def test_without_a_date_the_day_is_the_reforms(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("paie", "cpip", "--im", "450", "--reforme", POINT)
    monkeypatch.setenv("PENIT_DATE", "2026-11-21")
    assert penit(*asked) == penit(*asked, "--date", "2027-01-01")
    monkeypatch.setenv("PENIT_DATE", "2028-03-01")
    assert "mars 2028" in same_spaces(penit(*asked).out)


def test_before_its_day_a_reform_changes_nothing_and_the_answer_says_so() -> None:
    for reform in (POINT, GRID):
        asked = ("grille", "cpip", "--date", "2026-12-31")
        early = penit(*asked, "--reforme", reform).out
        assert "la réforme n’a pas commencé et ne change rien. Essayez --date 2027-01" in same_spaces(early)
        assert Penit(le=date(2026, 12, 31), reforme=reform).grille("cpip").valeur == (
            Penit(le=date(2026, 12, 31)).grille("cpip").valeur
        )


def test_two_payslips_are_told_line_by_line() -> None:
    shown = same_spaces(penit("paie", "cpip", "--im", "450", "--reforme", POINT, "--contre-droit").out)
    assert shown.startswith("Cette réforme : +31,42 € net par mois avant impôt, +29,69 € après impôt")
    assert "Traitement brut                2 215,25  2 248,48            +33,23" in shown


def test_the_lines_of_a_grid_are_those_of_both_laws() -> None:
    reform = Penit(le=DAY, reforme=GRID)
    found = reform.grille("cpip", grade="classe_normale").contre_droit().to_dict()["ecarts"]
    by_name = {line["nom"]: line for line in found}
    law, own = (one.grille("cpip", grade="classe_normale").valeur.grades[0] for one in (reform.sans_reforme, reform))
    assert list(by_name) == [step.echelon.echelon for step in law.echelons]
    first = by_name["1"]
    assert first["droit"] == {"min": law.echelons[0].net / 100, "max": law.echelons[0].net / 100}  # type: ignore[operator]
    assert first["reforme"]["min"] == own.echelons[0].net / 100  # type: ignore[operator]
    assert first["ecart"]["min"] == round(first["reforme"]["min"] - first["droit"]["min"], 2)
    third = by_name["3"]  # bounded by the law: less, or more, from one end to the other
    assert third["ecart"]["min"] < 0 < third["ecart"]["max"]
    assert (by_name["14"]["reforme"], by_name["14"]["ecart"]) == (None, None)


def test_a_wide_gap_says_that_the_law_gives_bounds() -> None:
    for call, count in ((("grille", "cpip"), 9), (("carriere", "cpip"), 10), (("paie", "cpip", "--echelon", "3"), 2)):
        shown = same_spaces(penit(*call, "--reforme", GRID, "--contre-droit").out)
        assert f"Le droit ne donne que des bornes pour {count} lignes : le vrai écart est entre les deux." in shown
        assert "des bornes pour" not in penit(*call, "--reforme", POINT, "--contre-droit").out


@pytest.mark.parametrize(
    ("law", "reform", "gap"),
    [
        (Span(10, 20), Span(15, 15), Span(-5, 5)),
        (Span(10, 10), Span(15, None), Span(5, None)),
        (Span(10, 20), Span(15, None), Span(-5, None)),
        (Span(10, None), Span(12, None), Span(2, None)),
        (Span(10, None), Span(8, None), None),
        (Span(10, None), Span(15, 15), None),
        (None, Span(15, 15), None),
    ],
)
def test_a_gap_holds_all_that_it_may_be(law: Span | None, reform: Span, gap: Span | None) -> None:
    assert LawLine(LineName("", "net"), law, reform).ecart == gap


def test_a_career_tells_each_year_and_what_it_adds_up_to() -> None:
    found = Penit(le=DAY, reforme=POINT).carriere("dsp", annees=6).contre_droit()
    lines = found.to_dict()["ecarts"]
    assert [line["genre"] for line in lines] == [*["annee"] * 6, "cumul"]
    assert all(line["ecart"]["min"] > 0 for line in lines)
    shown = screen("carriere", "dsp", "--annees", "6", "--reforme", POINT, "--contre-droit", format_="plain")
    assert "année 4" in shown
    assert "année 5" not in shown  # as the fourth
    every = screen("carriere", "dsp", "--annees", "6", "--reforme", POINT, "--contre-droit", "--tout", format_="plain")
    assert "année 5" in every


def test_a_grid_that_becomes_exact_is_compared_by_its_totals() -> None:
    found = Penit(le=DAY, reforme=GRID).paie("cpip", echelon=3).contre_droit().to_dict()
    gross, net = found["ecarts"]
    assert (gross["genre"], net["genre"]) == ("brut", "net")
    assert net["reforme"] == {"min": 2568.4, "max": 2568.4}
    assert net["droit"]["min"] < 2568.4 < net["droit"]["max"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--contre-droit",), "--contre-droit compare une réforme au droit : ajoutez --reforme et son fichier"),
        (("--reforme", POINT, "--contre-droit", "--contre", "--im 460"), "retirez --contre et --lu"),
        (("--reforme", POINT, "--contre-droit", "--lu", "net=2500"), "retirez --contre et --lu"),
        (("--reforme", "absent.yaml"), "Chemin introuvable : « absent.yaml »"),
        (("--reforme", ""), "--reforme est vide : donnez FICHIER"),
        (("--contre", f"--reforme {POINT}"), "--contre ne prend que ce qui change la paie"),
    ],
)
def test_what_makes_no_sense_is_refused(options: tuple[str, ...], words: str) -> None:
    result = penit("paie", "cpip", "--im", "450", *options)
    assert result.code == 2
    assert words in same_spaces(result.err)


def test_only_what_stands_under_a_reform_has_a_difference() -> None:
    with pytest.raises(ContradictoryPay):
        Penit(le=DAY).grille("cpip").contre_droit()
    for answer in (Penit(le=DAY, reforme=POINT).brut(2700), Penit(le=DAY, reforme=POINT).metier("cpip")):
        with pytest.raises(ContradictoryPay):
            answer.contre_droit()


def test_an_answer_never_goes_over_its_reform(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text('reforme: {nom: "a", depuis: "2027-01-01"}\n', encoding="utf-8")
    result = penit("grille", "cpip", "--reforme", str(path), "--sortie", str(path))
    assert (result.code, "est lu par cette commande" in result.err) == (2, True)


def test_what_one_side_lacks_is_not_told_as_a_gain(tmp_path: Path) -> None:
    """The law knows that directors have an IFO and not how much: a reform that says it gains nobody knows what."""
    path = tmp_path / "r.yaml"
    path.write_text(
        'reforme: {nom: "IFO", depuis: "2027-01-01", primes: [{code: ifo, corps: dsp, montant: 6000}]}\n',
        encoding="utf-8",
    )
    reform = Penit(le=DAY, reforme=str(path))
    for answer in (reform.grille("dsp"), reform.carriere("dsp", annees=8), reform.place(2600, "dsp")):
        found = answer.contre_droit().to_dict()
        assert found["manque"] == {"droit": ["Indemnité de fonctions et d’objectifs"], "reforme": []}
        changed = [line for line in found["ecarts"] if line["droit"] != line["reforme"]]
        assert changed != []
        assert {line["ecart"] for line in changed if line["genre"] != "carriere"} == {None}
    shown = same_spaces(penit("grille", "dsp", "--reforme", str(path), "--contre-droit").out)
    assert "Droit : non compté : indemnité de fonctions et d’objectifs, de montant inconnu." in shown
    assert "inconnu\n" in shown


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_calls_worth_typing_next_are_under_the_same_reform(call: tuple[str, ...]) -> None:
    shown = [line for line in penit(*call, "--reforme", POINT).out.splitlines() if line.startswith(("Plus", "Essayez"))]
    calls = [one for line in shown for one in re.split(r" · |\s: ", line) if one.startswith("penit ")]
    assert all((f"--reforme {POINT}" in one) == ("show" not in one) for one in calls), shown
    plain = [line for line in penit(*call).out.splitlines() if line.startswith(("Plus", "Essayez"))]
    assert [line.replace(f" --reforme {POINT}", "") for line in shown] == plain or "paie" in call


def test_the_commands_that_take_a_reform_are_those_of_such_calls() -> None:
    takers = {name for name in COMMANDS if "--reforme" in options_of(name).values()}
    assert {name for name in COMMANDS if CALL.match(f"penit {name} x")} == takers


@pytest.mark.skipif(os.name == "nt", reason="the shells of Unix")
def test_the_path_of_a_reform_does_nothing_in_a_shell(tmp_path: Path) -> None:
    path = tmp_path / "a b$(touch x);'.yaml"
    path.write_text('reforme: {nom: "a", depuis: "2027-01-01"}\n', encoding="utf-8")
    shown = penit("place", "2600", "dsp", "--reforme", str(path)).out
    call = next(part for part in shown.split(" · ") if "penit carriere" in part).partition("penit ")[2]
    assert shlex.split(call)[-2:] == ["--reforme", str(path)]


def test_the_name_of_a_reform_injects_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text('reforme: {nom: "=1+1 <b>\\e[31m\\u202e|x", depuis: "2027-01-01"}\n', encoding="utf-8")
    asked = ("grille", "dsp", "--reforme", str(path))
    shown = {name: penit(*asked, "--format", name).out for name in FORMATS}
    assert all("\x1b[31m" not in text and "\u202e" not in text for text in shown.values())
    assert "<b>" not in shown["html"]
    header, *lines = shown["csv"].splitlines()
    assert header.endswith(";reforme")
    assert {line.rpartition(";")[2] for line in lines} == {"'=1+1 <b>�[31m�|x"}
