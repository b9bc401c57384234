"""What a screen of pay says to type next runs, says something else, and names nobody by a code."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import Result, penit, same_spaces

CORPS = ("cea", "cdc", "cpip", "dpip", "disp", "technicien")
METIERS = ("surveillant", "surveillant_adjoint", "redacteur")
CALLS: tuple[tuple[str, ...], ...] = (
    *((command, corps) for corps in CORPS for command in ("paie", "grille", "carriere")),
    *(("carriere", corps, "--im", "450") for corps in CORPS),
    *(("paie", corps, "--im", "450", "--lu", "net=2610") for corps in CORPS),
    *(("paie", corps, "--im", "450", "--contre", "--zone 1") for corps in CORPS),
    *(("acces", metier) for metier in METIERS),
    *(("place", "2600", metier) for metier in METIERS),
    *(("eligible", metier, "--age", "46") for metier in METIERS),
    ("eligible", "--corps", "surveillant"),
    ("carriere", "cea", "dsp"),
    ("paie", "cpip", "--im", "450", "--contre", "dpip"),
    ("paie", "--statut", "contractuel", "--brut", "2000"),
    ("net", "3500", "--corps", "cea"),
    ("net", "3500", "--statut", "titulaire"),
    ("net", "3500", "--statut", "contractuel"),
    ("brut", "2700"),
    ("grille",),
)  # fmt: skip
CODE = re.compile(r"\b(?:[a-z]+_[a-z_0-9]+|cea|cdc|dsp|dpip|disp|drsp|aae)\b")


def answered(call: tuple[str, ...]) -> tuple[Result, str]:
    result = penit(*call)
    return result, same_spaces(result.out or result.err)


def steps(text: str) -> Iterator[str]:
    """« Essayez : --zone 1 · … », « Plus : penit … · … », « (penit …) », « … par exemple : penit … »."""
    for line in re.findall(r"^ *(?:Essayez|Plus) ?:? +(.*)$", text, re.MULTILINE):
        yield from line.split(" · ")
    yield from re.findall(r"\((penit [^)]*)\)", text)
    yield from re.findall(r"(?:par exemple|échelon|Exemple) : (penit [^;\n]*)$", text, re.MULTILINE)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_what_to_type_next_runs_and_says_more(
    call: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, text = answered(call)
    found = list(steps(text))
    assert found
    for step in found:
        typed = shlex.split(re.sub(r" \([^)]*\)$", "", step))
        words = tuple(typed[1:]) if typed[0] == "penit" else (*call, *typed)
        result, more = answered(words)
        assert result.code == 0, (step, result.err)
        assert more != text or "--svg" in words, step


@pytest.mark.parametrize("call", [call for call in CALLS if call != ("grille",)], ids=" ".join)
def test_a_screen_says_no_code_but_in_what_to_type(call: tuple[str, ...]) -> None:
    for more in ((), ("--tout",)):
        result = penit(*call, *more)
        if result.code:  # a refusal names what was typed
            continue
        shown = re.sub(r"https?:\S+|penit [^·;)\n]*|--[a-z-]+ [^·;)\n]*", "", same_spaces(result.out))
        assert CODE.findall(shown) == [], shown


def test_a_member_of_a_corps_is_named_as_people_do() -> None:
    for call, name in (
        (("paie", "surveillant", "--im", "450"), "Surveillant (corps CEA), indice majoré 450"),
        (("paie", "cea", "--grade", "stagiaire", "--im", "370"), "Surveillant (corps CEA), stagiaire, indice"),
        (("paie", "surveillant"), "Surveillant (corps CEA), échelon 1, indice majoré 375 (supposé) · "),
        (("paie", "capitaine", "--im", "450"), "Officier (corps CDC), indice majoré 450"),
        (("paie", "sa"), "Secrétaire administratif (corps SA), classe normale, échelon 1"),
        (("paie", "cpip", "--im", "450"), "CPIP, indice majoré 450"),
        (("paie", "technicien"), "Technicien, 2e classe, échelon 1"),
        (("grille", "surveillant"), "Surveillant (corps CEA)\n"),
        (("grille", "cpip"), "CPIP · Conseiller pénitentiaire d’insertion et de probation\n"),
        (("carriere", "surveillant"), "Surveillant (corps CEA), depuis l’école"),
        (("carriere", "capitaine"), "Capitaine (corps CDC), depuis l’école"),
        (("carriere", "drsp"), "Directeur interrégional, depuis la prise de poste"),
        (("carriere", "redacteur"), "Rédacteur (corps AAE), depuis l’école"),
        (("carriere", "cea", "dsp"), "Surveillant, DSP : net par mois"),
        (("paie", "cpip", "--im", "450", "--contre", "cea"), "Passer à surveillant (corps CEA) : −"),
    ):
        assert answered(call)[1].startswith(name), call
    assert "Vous : surveillant (corps CEA)" in answered(("eligible", "--corps", "cea"))[1]
    assert "un surveillant entre deux indices" in answered(("net", "3500", "--corps", "cea"))[1]
    assert "Indice inconnu pour capitaine pénitentiaire de classe normale" in answered(("paie", "capitaine"))[1]
