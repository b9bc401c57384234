"""What a careful user tries: options, errors, suggestions, exit codes, files."""

import csv
import io
import json
import os
import re
import shlex
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer import Penit, __version__
from penitcareer.cli.tree import COMMANDS
from penitcareer.domain.choices import SECTIONS
from penitcareer.render.words import french
from tests.support import (
    METIERS,
    READING,
    ROOT,
    drawn,
    pay,
    penit,
    penit_json,
    record,
    refusal,
    same_spaces,
    write_metiers,
)

ENGLISH = re.compile(
    r"\b(Usage:|Error|Options:|Try|Missing|Invalid|Commands:|Arguments:|Show this message|No such|Got unexpected|"
    r"requires an|does not|default|required|is not|unexpected|value for|see|exit\.)"
)


def examples(name: str) -> list[str]:
    """The examples that end the help of a command."""
    text = penit(name, "--help").out
    return re.findall(r"^  (penit .*)$", text.split("Exemples :\n")[1], re.MULTILINE)


# -- help, version, welcome (checklist 1 to 4, 6, 26)


def test_version_is_one_line_with_the_day_of_the_data() -> None:
    result = penit("--version")
    assert result == (0, f"penit {__version__}, données du {french.day(Penit().lues_le.isoformat())}\n", "")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_short_and_long_help_are_the_same(command: tuple[str, ...]) -> None:
    long, short = penit(*command, "--help"), penit(*command, "-h")
    assert long == short
    assert (long.code, long.err) == (0, "")


@pytest.mark.parametrize("width", [40, 80])
def test_alone_penit_answers_six_questions_with_calls_that_run(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = penit()
    assert (result.code, result.err) == (0, "")
    calls = re.findall(r"^  ?.*?(penit .+)$", result.out, re.MULTILINE)
    assert len(calls) == 6
    for call in calls:
        assert penit(*call.split()[1:]).code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert len(result.out.splitlines()) <= 24


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_in_examples_that_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # one writes its page there, one reads its agents
    (tmp_path / "agents.csv").write_text("corps;im\ncpip;450\n", encoding="utf-8")
    (tmp_path / "reforme.yaml").write_text((ROOT / "docs/reformes/point.yaml").read_text("utf-8"), encoding="utf-8")
    found = examples(name)
    assert len(found) in (2, 3)
    assert penit(name, "--help").out.rstrip().endswith(found[-1])
    for call in found if name != "explorer" else ():  # which takes the whole terminal
        result = penit(*shlex.split(call)[1:])
        assert result.code == 0, call
        assert name == "lot" or not result.err, call  # which says what it read of each column


def test_the_many_options_of_a_payslip_stand_in_groups_each_once() -> None:
    shown = penit("paie", "--help").out
    titles = (
        "Le poste",
        "La personne",
        "Les primes",
        "Les retenues",
        "Le calcul",
        "Une réforme",
        "La réponse",
        "Exemples",
    )
    assert [line.removesuffix(" :") for line in shown.splitlines() if line.removesuffix(" :") in titles] == list(titles)
    options = re.findall(r"^ +(?:-h, )?(--[a-z-]+)", shown, re.MULTILINE)
    assert len(options) == len(set(options)) > 30
    assert shown.index("La personne") < shown.index("--zone") < shown.index("Les primes") < shown.index("--prime ")
    assert "Options :" in penit("show", "--help").out


def test_help_names_commands_and_penit_aide_sorties_codes_and_variables() -> None:
    text = penit("--help").out
    assert len(text.splitlines()) <= 30
    last = "\n".join(text.splitlines()[-23:])
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", last, re.MULTILINE)
    text = penit("aide", "sorties").out
    for code in ("0 ", "1 ", "2 ", "130 "):
        assert re.search(rf"^  {code}", text, re.MULTILINE)
    for variable in ("PENIT_FORMAT", "PENIT_DATA", "PENIT_DATE", "NO_COLOR", "PAGER"):
        assert variable in text


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_has_no_english_word(command: tuple[str, ...]) -> None:
    assert not ENGLISH.search(penit(*command, "--help").out)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
@pytest.mark.parametrize("width", [40, 52, 80])
def test_help_fits_its_terminal(command: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = penit(*command, "--help").out.splitlines()
    options = [line for line in lines if len(line) > width and not line.lstrip().startswith(("penit", "-", "NO_"))]
    assert options == []
    assert not [line for line in lines if width < 52 and len(line) > width]


def test_a_refusal_on_a_narrow_terminal_cuts_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    on_a_pipe, on_a_terminal = (penit("paie", "cpip", "--im", "4500", tty=tty).err for tty in (False, True))
    assert len(on_a_pipe.splitlines()) == 1
    assert max(map(len, on_a_terminal.splitlines())) <= 40
    assert on_a_terminal.split() == on_a_pipe.split()


# -- names that people give: twins, accents, a métier alone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("cpip",), ("show", "cpip")),
        (("CPIP", "--section", "salaire"), ("show", "cpip", "--section", "salaire")),
        (("directeur", "des", "services", "pénitentiaires"), ("show", "dsp")),
        (("fiche", "cpip"), ("show", "cpip")),
        (("Comparer", "cpip", "dsp"), ("compare", "cpip", "dsp")),
        (("LIST",), ("list",)),
        (("liste", "--filière", "technique"), ("list", "--filiere", "technique")),
        (("accès", "cpip"), ("acces", "cpip")),
        (("vérifier",), ("check",)),
        (("eligible", "--âge=30", "--diplôme", "bac"), ("eligible", "--age", "30", "--diplome", "bac")),
        (("help",), ("--help",)),
        (("aide",), ("--help",)),
        (("aide", "paie"), ("paie", "--help")),
        (("help", "carrière"), ("carriere", "--help")),
    ],
    ids=str,
)
def test_a_name_that_people_give_is_understood(typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert penit(*typed) == penit(*meant)


def test_a_metier_of_a_file_may_be_named_alone(tmp_path: Path) -> None:
    path = str(write_metiers(tmp_path / "f.yaml", record("moniteur")))
    assert penit("moniteur", "--data", path) == penit("show", "moniteur", "--data", path)
    assert penit("moniteur").code == 2


def test_a_guess_is_only_made_when_it_is_near() -> None:
    assert "penit paie" not in penit("aidde").err
    assert "Vouliez-vous" not in penit("xyz").err


# -- errors: one French sentence, an exit code, and what to type next (5 to 8)

WRONG = [
    (("show", "nope"), 1, "penit list"),
    (("show", "cpi"), 1, "Vouliez-vous dire cpip"),
    (("net", "cpi"), 1, "Vouliez-vous dire cpip"),
    (("sources", "dspi"), 1, "Vouliez-vous dire dspip"),
    (("compare", "cpip", "dspi"), 1, "Vouliez-vous dire dspip"),
    (("sigle", "ppsm"), 1, "Vouliez-vous dire PPSMJ ?"),
    (("sho", "cpip"), 2, "Vouliez-vous dire penit show ?"),
    (("comparre",), 2, "Vouliez-vous dire penit compare"),
    (("pai",), 2, "Vouliez-vous dire penit paie"),
    (("aide", "sortie"), 2, "Vouliez-vous dire sorties"),
    (("zzzzz",), 2, "Liste des commandes : penit --help"),
    (("",), 2, "penit --help"),
    (("show", "cpip", "--jsn"), 2, "Vouliez-vous dire --json"),
    (("show", "cpip", "--sectoin", "acces"), 2, "Vouliez-vous dire --section"),
    (("--versoin",), 2, "Vouliez-vous dire --version"),
    (("--install-completions", "bash"), 2, "Option inconnue"),
    (("--show-completionx=bash",), 2, "Option inconnue"),
    (("--no-pager",), 2, "Une option suit sa commande : penit show cpip --json."),
    (("--json", "show", "cpip"), 2, "Une option suit sa commande"),
    (("list", "-z"), 2, "penit list --help"),
    (("show",), 2, "Il manque METIER"),
    (("net",), 2, "Il manque MONTANT"),
    (("find",), 2, "Il manque MOTS"),
    (("compare",), 2, "Il manque METIER"),
    (("list", "trop"), 2, "Argument en trop : « trop »"),
    (("list", "--format"), 2, "L’option --format attend une valeur. Mode d’emploi : penit list --help"),
    (("list", "--json=oui"), 2, "penit list --help"),
    (("list", "--format", "jsn"), 2, "Vouliez-vous dire json ?"),
    (("list", "--format", "xml"), 2, "table, plain, json, csv, md, html"),
    (("list", "--json", "--format", "csv"), 2, "se contredisent"),
    (("list", "--tri", "salair"), 2, "Vouliez-vous dire salaire ?"),
    (("list", "--categorie", "Z"), 2, "A+, A, B, C"),
    (("list", "--min-net", "abc"), 2, "Montant refusé"),
    (("list", "--filiere", "tecnique"), 2, "Vouliez-vous dire technique ?"),
    (("list", "--filiere", "zz"), 2, "insertion et probation, surveillance, technique"),
    (("list", "--filiere", ""), 2, "administrative, commandement"),
    (("list", "--filiere", "a b"), 2, "valeur inconnue « a b »"),
    (("list", "--diplome", "bacc"), 2, "Vouliez-vous dire bac"),
    (("list", "--statut", "stagiaire"), 2, "titulaire, contractuel"),
    (("show", "cpip", "--section", "salaires"), 2, "Vouliez-vous dire salaire ?"),
    (("compare", "cpip"), 2, "de 2 à 5 métiers différents et en a reçu 1"),
    (("compare", "cpip", "CPIP", "cip"), 2, "en a reçu 1"),
    (("compare", "cpip", "dsp", "dspip", "drsp", "redacteur", "nope"), 1, "nope"),
    (("find", "!?"), 2, "au moins un mot"),
    (("net", "-1"), 2, "Un montant est positif"),
    (("net", "--", "-1"), 2, "un montant est positif"),
    (("net", "nan"), 2, "chiffres"),
    (("net", "inf"), 2, "chiffres"),
    (("net", "Infinity"), 2, "chiffres"),
    (("net", "1e9"), 2, "chiffres"),
    (("net", ""), 2, "vide"),
    (("net", "9" * 400), 2, "40 caractères"),
    (("net", "３５００"), 2, "chiffres"),
    (("net", "3,500"), 2, "3500 (milliers) ou 3,5 (virgule décimale)"),
    (("net", "3.500"), 2, "3500 (milliers) ou 3,5 (virgule décimale)"),
    (("net", "0"), 2, "dépasser 0"),
    (("net", "1000001"), 2, "1 000 000"),
    (("brut", "cpip"), 2, "Montant refusé"),
    (("net", "3500", "--date", "2026-13"), 2, "Date refusée"),
    (("net", "3500", "--date", "2026-02-30"), 2, "Date refusée"),
    (("net", "3500", "--date", "21/11/2026"), 2, "AAAA-MM"),
    (("net", "3500", "--date", "20261121"), 2, "Date refusée"),
    (("net", "3500", "--date", "2026-W47-6"), 2, "Date refusée"),
    (("net", "3500", "--date", "2026W47"), 2, "Date refusée"),
    (("net", "3500", "--date", "２０２６-11"), 2, "Date refusée"),
    (("net", "3500", "--date", "1989-12"), 2, "Date refusée"),
    (("net", "3500", "--date", "2101-01"), 2, "Date refusée"),
    (("--show-completion", "tcsh"), 2, "bash, zsh, fish"),
    (("--install-completion", "tcsh"), 2, "--install-completion"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_a_mistake_gets_one_french_sentence_and_its_exit_code(
    arguments: tuple[str, ...], code: int, words: str
) -> None:
    said = refusal(*arguments, code=code, words=words)
    assert len(said) < 400
    assert not ENGLISH.search(said)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_without_a_mistake_stderr_is_empty(command: tuple[str, ...]) -> None:
    result = penit(*command)
    assert (result.code, result.err) == (0, "")
    assert result.out


@drawn(200)
@given(
    st.lists(
        st.text(max_size=12)
        | st.sampled_from(
            ["net", "show", "list", "cpip", "3500", "--json", "--date", "--format", "--", "-x", "--annuel"]
        ),
        max_size=4,
    )
)
def test_no_command_line_shows_a_traceback(arguments: list[str]) -> None:
    if any("--sortie".startswith(word) or word.startswith("--sortie") for word in arguments if len(word) > 2):
        return  # would write a file
    result = penit(*arguments)
    assert result.code in (0, 1, 2)
    assert "Traceback" not in result.err
    assert not ENGLISH.search(result.err)


# -- options


def test_an_option_beats_a_variable_which_beats_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENIT_FORMAT", "json")
    assert penit("list").out.startswith("{")
    assert penit("list", "--format", "csv").out.startswith("code;")
    monkeypatch.setenv("PENIT_FORMAT", "")
    assert penit("list").out.startswith("19 métiers")
    monkeypatch.setenv("PENIT_DATE", "2025-12")
    assert penit_json("net", "1810")["sous_smic"] is False
    assert penit_json("net", "1810", "--date", "2026-01")["sous_smic"] is True


def test_a_wrong_variable_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENIT_FORMAT", "cvs")
    result = penit("list")
    assert result.code == 2
    assert "PENIT_FORMAT" in result.err
    assert "Vouliez-vous dire csv" in result.err


def test_without_a_date_the_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.delenv("PENIT_DATE")
    before = date.today().isoformat()
    shown = penit_json("sources", "cpip")["date"]
    assert before <= shown <= date.today().isoformat()


@pytest.mark.parametrize(("text", "day"), [("2026-02", "2026-02-01"), ("2024-02-29", "2024-02-29")])
def test_a_date_is_a_month_or_a_day(text: str, day: str) -> None:
    assert penit_json("sources", "--date", text)["date"] == day


@pytest.mark.parametrize("command", ["show cpip", "compare cpip dspip", "list", "sources"])
def test_date_is_on_every_reading_command(command: str) -> None:
    assert penit(*command.split(), "--date", "2026-01").code == 0


@pytest.mark.parametrize("asked", ["PLAIN", "Json", "MD"])
def test_the_case_of_a_choice_does_not_count(asked: str) -> None:
    assert penit("list", "--format", asked).out == penit("list", "--format", asked.lower()).out


@pytest.mark.parametrize("format_", ["table", "plain", "md"])
def test_every_part_of_a_sheet_can_be_asked_alone(format_: str) -> None:
    for section in SECTIONS:
        result = penit("show", "cpip", "--section", section, "--format", format_)
        assert (result.code, result.err) == (0, "")


def test_the_whole_sheet_holds_each_of_its_parts() -> None:
    whole = penit("show", "surveillant", "--tout").out
    for section in SECTIONS:
        part = penit("show", "surveillant", "--section", section).out.split("\n\n", 1)[1]
        assert part.strip() in whole


# -- amounts and names in words (19, 20)


@pytest.mark.parametrize(
    "words", [("3500",), ("3", "500"), ("3 500,00 €",), ("3500.00",), ("3,5k",), ("3\u202f500",), ("3500", "€")]
)
def test_every_way_of_typing_3500_gives_the_same_answer(words: tuple[str, ...]) -> None:
    assert penit("net", *words) == penit("net", "3500")


def test_an_annual_amount_is_a_twelfth_a_month() -> None:
    assert penit("net", "42k", "--annuel") == penit("net", "3500")


@pytest.mark.parametrize("command", ["net", "brut"])
def test_a_month_that_looks_like_a_year_gets_a_hint_on_stderr(command: str) -> None:
    result = penit(command, "20001")
    assert result.code == 0
    assert result.out
    assert result.err == "Ce montant ressemble à une année : ajoutez --annuel si c’en est une.\n"
    assert penit(command, "20000").err == ""
    assert penit(command, "20001", "--annuel").err == ""


def test_below_the_smic_of_the_day_a_line_says_so() -> None:
    below, above = penit("net", "1867.01").out, penit("net", "1867.02").out
    assert "Ce brut est inférieur au SMIC" in below
    assert "1 867,02 € depuis le 1er juin 2026" in same_spaces(below)
    assert "SMIC" not in above
    assert "Le bas de cette fourchette est inférieur au SMIC" in penit("brut", "1000").out


@pytest.mark.parametrize("name", ["CPIP", "cip", "Conseiller pénitentiaire d’insertion et de probation", "spip"])
def test_a_metier_is_found_by_any_of_its_names(name: str) -> None:
    assert penit("show", name) == penit("show", "cpip")
    assert penit("net", name) == penit("net", "cpip")


def test_a_title_needs_no_quotes() -> None:
    assert penit("show", "directeur", "de", "prison") == penit("show", "dsp")


def test_net_of_a_metier_gives_its_brackets_or_none() -> None:
    assert [one["niveau"] for one in penit_json("net", "dspip")["tranches"]] == ["junior", "confirme", "senior"]
    assert penit_json("net", "dsp")["tranches"] == []
    assert penit_json("net", "dspip", "--annuel")["tranches"][0]["net"] == {"min": 24300.0, "max": 32232.0}


def test_find_says_on_stderr_what_it_did_not_find_and_the_nearest() -> None:
    result = penit("find", "redactuer")
    assert result.code == 1
    assert "Vouliez-vous dire redacteur" in result.err
    assert result.out == "Aucun métier trouvé\n"


def test_find_says_what_each_metier_pays_as_list_does() -> None:
    listed = {one["code"]: one["reperes"] for one in penit_json("list")["metiers"]}
    found = penit_json("find", "prison")["resultats"]
    assert len(found) > 1
    assert [one["reperes"] for one in found] == [listed[one["code"]] for one in found]


@pytest.mark.parametrize("call", [("find", "fonctionnaire"), ("find", "reinsertion"), ("sigle",), ("sources",),
                                  ("sources", "cpip"), ("sigle", "pss"), ("find", "prison")], ids=" ".join)  # fmt: skip
def test_the_small_answers_are_one_screen(call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert len(penit(*call, tty=True).out.splitlines()) <= 30


def test_what_a_short_answer_leaves_out_is_in_the_whole_one() -> None:
    short, whole = (penit("find", "fonctionnaire", *tout).out for tout in ((), ("--tout",)))
    assert "10 autres" in same_spaces(short)
    assert whole.count("\n- ") == 17
    assert "Indemnité" not in penit("sigle").out
    assert penit("sigle", "--tout").out.count("\n- ") == len(penit_json("sigle")["sigles"])
    assert "https://" not in penit("sources", "cpip").out
    assert penit("sources", "cpip", "--tout").out.count("\n- ") == len(
        penit_json("sources", "cpip")["metiers"][0]["sources"]
    )


def test_the_first_line_of_a_sigle_is_its_meaning() -> None:
    assert same_spaces(penit("sigle", "pss").out.splitlines()[0]) == "PSS : prime de sujétions spéciales"


def test_show_offers_those_who_speak_of_a_name_that_nobody_bears() -> None:
    found = penit("show", "logement")
    assert found.code == 1
    assert found.err.startswith("Aucun métier ne s’appelle « logement »")
    assert found.out == penit("find", "logement").out
    refusal("show", "logement", "--json", code=1, words="Métier inconnu : « logement »")
    refusal("show", "licorne", code=1, words="Métier inconnu : « licorne »")
    refusal("show", "directeur", code=1, words="dsp (Directeur des services pénitentiaires)")


def test_find_says_when_only_some_words_are_there() -> None:
    assert "une partie" in penit("find", "juge", "licorne").out
    assert "une partie" not in penit("find", "juge").out


def test_list_says_how_many_a_filter_kept() -> None:
    result = penit("list", "--categorie", "a", "--min-net", "2 500")
    assert result.out.startswith("7 métiers sur 19 · ")
    assert "catégorie A et A+, net atteignant 2 500 € par mois" in same_spaces(result.out)


# The highest net of CPIP is that of the last échelon of its classe exceptionnelle: 3 604.58.
@pytest.mark.parametrize(("floor", "kept"), [("3604,58", True), ("3604,59", False)])
def test_min_net_has_two_sides_and_says_whom_it_leaves_out_unknown(floor: str, kept: bool) -> None:
    found = penit_json("list", "--min-net", floor)
    codes = [one["code"] for one in found["metiers"]]
    assert ("cpip" in codes) is kept
    assert {"dspip", "dsp", "drsp"} <= set(codes)
    assert "capitaine" in found["net_inconnu"]


def test_sorting_by_pay_leaves_unknown_last() -> None:
    found = penit_json("list", "--tri", "salaire")["metiers"]
    starts = [[one["net"]["min"] for one in metier["reperes"] if one["stade"] == "debut"] for metier in found]
    known = [nets[0] for nets in starts if nets]
    assert known == sorted(known)
    assert starts == [[net] for net in known] + [[]] * (len(METIERS) - len(known))
    assert len(known) == 12


def test_a_filter_that_keeps_nothing_is_an_empty_answer() -> None:
    assert penit_json("list", "--categorie", "C", "--min-net", "2500")["metiers"] == []
    assert penit("list", "--categorie", "C", "--min-net", "2500").out.startswith("0 métier sur 19")


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--diplome", "aucun"), ["adjoint_administratif"]),
        (("--diplome", "cap"), ["adjoint_administratif", "adjoint_technique"]),
        (
            ("--diplome", "BAC"),
            ["surveillant", "adjoint_administratif", "secretaire_administratif", "adjoint_technique", "technicien"],
        ),
        (("--diplome", "bac +2", "--categorie", "B"), ["surveillant", "secretaire_administratif", "technicien"]),
        (("--diplome", "master", "--filiere", "insertion"), ["cpip", "dspip", "assistant_social", "psychologue"]),
        (("--filiere", "Technique"), ["adjoint_technique", "technicien", "directeur_technique"]),
        (("--filiere", "direction"), ["dsp", "drsp"]),
        (("--statut", "contractuel", "--filiere", "surveillance"), ["surveillant_adjoint"]),
        (("--statut", "titulaire", "--filiere", "surveillance"), ["surveillant"]),
    ],
)
def test_the_list_is_filtered_by_diploma_filiere_and_statut(options: tuple[str, ...], codes: list[str]) -> None:
    assert [one["code"] for one in penit_json("list", *options)["metiers"]] == codes


def test_the_list_says_what_a_diploma_leaves_out() -> None:
    text = same_spaces(penit("list", "--diplome", "bac").out)
    assert re.match("5 métiers sur 19 · .*\navec un diplôme de niveau bac\n", text)
    assert "4 métiers dont le niveau de diplôme n’est pas connu sont laissés de côté : Éducateur, " in text
    assert "1 métier où l’on ne recrute plus est laissé de côté : CSP" in text
    found = penit_json("list", "--diplome", "bac", "--filiere", "encadrement")
    assert (found["metiers"], found["niveau_inconnu"], found["fermes"]) == ([], [], ["chef_services"])


def test_the_list_says_a_closed_metier_and_an_unknown_category() -> None:
    assert re.search(r"Fermé, voir Capitaine\n +CSP, chef de services", same_spaces(penit("list").out))
    text = same_spaces(penit("list", "--tout").out)
    assert "Chef des services pénitentiaires (fermé)" in text
    assert "CSP : on n’y recrute plus ; voir Capitaine" in text
    assert re.search(r"^Éducateur .* — +— +— +educateur$", text, re.MULTILINE)


def test_a_search_word_finds_and_is_never_shown() -> None:
    found = penit("find", "maton")
    assert found.code == 0
    assert "Surveillant pénitentiaire : ≈ 2 103 € net au début ◐. En une phrase : « Garder" in same_spaces(found.out)
    assert "maton" not in found.out
    for asked in ("plain", "table", "json", "csv", "md"):
        assert "maton" not in penit("show", "surveillant", "--format", asked).out.lower()
        assert "mots_cles" not in penit("show", "surveillant", "--format", asked).out


def test_a_closed_metier_says_so_and_names_its_heir() -> None:
    assert "Recrutement : fermé, voir penit show capitaine" in same_spaces(penit("show", "chef_services", "--tout").out)
    assert "Recrutement" not in penit("show", "capitaine", "--tout").out
    short = same_spaces(penit("show", "chef_services").out)
    assert "Fermé · fonctionnaire" in short
    assert "Entrer : on n’y recrute plus ; voir penit show capitaine" in short


def test_a_title_of_both_genders_is_written_once() -> None:
    assert penit("show", "capitaine", "--tout").out.startswith("Capitaine pénitentiaire\n\n")


# -- --sortie


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("f.json", b"{"),
        ("f.csv", b"\xef\xbb\xbfcode;"),
        ("f.md", b"# "),
        ("f.html", b"<!DOCTYPE html>"),
        ("f.txt", b"19 m"),
        ("f", b"19 m"),
    ],
)
def test_a_file_gets_the_format_of_its_ending(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    assert penit("list", "--sortie", str(path)) == (0, "", "")
    assert path.read_bytes().startswith(start)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_format_asked_for_beats_the_ending(tmp_path: Path) -> None:
    penit("list", "--sortie", str(tmp_path / "f.txt"), "--format", "csv")
    assert (tmp_path / "f.txt").read_bytes().startswith(b"\xef\xbb\xbfcode;")
    penit("list", "--sortie", str(tmp_path / "f.csv"), "--json")
    assert (tmp_path / "f.csv").read_bytes().startswith(b"{")


def test_only_a_csv_file_has_a_byte_order_mark(tmp_path: Path) -> None:
    assert not penit("list", "--format", "csv").out.startswith("\ufeff")
    penit("list", "--sortie", str(tmp_path / "f.csv"))
    text = (tmp_path / "f.csv").read_bytes().decode("utf-8-sig")
    assert text == penit("list", "--format", "csv").out


def test_a_file_is_utf_8_whatever_the_output_is(tmp_path: Path) -> None:
    penit("list", "--sortie", str(tmp_path / "f.txt"), encoding="ascii")
    assert "métiers" in (tmp_path / "f.txt").read_text("utf-8")


def test_on_a_terminal_a_file_still_gets_plain_text(tmp_path: Path) -> None:
    penit("list", "--sortie", str(tmp_path / "f.txt"), tty=True)
    assert (tmp_path / "f.txt").read_text("utf-8") == penit("list").out


def test_a_dash_is_the_standard_output() -> None:
    assert penit("list", "--sortie", "-") == penit("list")


def test_a_replaced_file_keeps_its_mode_and_a_new_one_follows_the_mask(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("avant")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        penit("list", "--sortie", str(old))
        penit("list", "--sortie", str(new))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640
    assert old.read_text("utf-8") == new.read_text("utf-8")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "vrai.txt", tmp_path / "lien.txt"
    real.write_text("avant")
    link.symlink_to(real)
    penit("list", "--sortie", str(link))
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("19 métiers")


def test_a_path_with_spaces_and_accents_is_written(tmp_path: Path) -> None:
    path = tmp_path / "été à la mer.csv"
    assert penit("list", "--sortie", str(path)).code == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("name", "reason"), [("rien/f.txt", "son dossier n’existe pas"), ("", "c’est un dossier"), ("a\0b", "pas valable")]
)
def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path, name: str, reason: str) -> None:
    result = penit("list", "--sortie", f"{tmp_path}/{name}")
    assert (result.code, result.out) == (1, "")
    assert reason in result.err
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "reason"), [(PermissionError(13, "x"), "l’accès est refusé"), (OSError(28, "x"), "l’a refusée")]
)
@pytest.mark.parametrize("failing", ["os.open", "os.replace"])
def test_a_failure_leaves_the_old_file_whole_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: OSError, reason: str
) -> None:
    path = tmp_path / "f.txt"
    path.write_text("avant")

    def refuse(*_: object, **__: object) -> None:
        raise error

    penit("list")  # the cache is written before writing is refused
    monkeypatch.setattr(failing, refuse)
    result = penit("list", "--sortie", str(path))
    assert result.code == 1
    assert reason in result.err
    assert path.read_text() == "avant"
    assert list(tmp_path.iterdir()) == [path]


# -- a terminal


def test_a_terminal_gets_colours_and_boxes_a_pipe_does_not() -> None:
    for command in (("show", "cpip"), ("compare", "cpip", "dspip"), ("list",), ("net", "3500")):
        screen = penit(*command, tty=True).out
        assert "\x1b[" in screen
        assert ("╭" in screen) is (command[0] in ("show", "net"))
        assert "\x1b" not in penit(*command).out


def test_no_color_gives_no_colour_code_and_beats_force_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3\d", penit("show", "cpip", tty=True).out)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3\d", penit("show", "cpip", tty=True).out)
    assert "\x1b" not in penit("show", "cpip").out


def test_force_color_colours_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in penit("show", "cpip").out
    assert "\x1b" not in penit("show", "cpip", "--format", "plain").out
    assert "\x1b" not in penit("show", "cpip", "--json").out


def test_a_dumb_terminal_never_gets_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    for number, command in enumerate(READING):
        monkeypatch.setenv("FORCE_COLOR", "1" if number % 2 else "")
        assert "\x1b" not in penit(*command, tty=True).out


def test_data_that_are_all_old_get_one_line_on_a_terminal_only() -> None:
    told = "Sources consultées il y a plus de 18 mois, toutes : vérifiez avant de citer.\n"
    read_on = Penit().lues_le  # 18 months later: the same day of May or of November
    last = read_on.replace(year=read_on.year + 1 + (read_on.month > 6), month=(read_on.month + 5) % 12 + 1)
    assert penit("net", "3500", "--date", str(last + timedelta(days=1)), tty=True).err == told
    assert penit("net", "3500", "--date", str(last), tty=True).err == ""
    assert penit("net", "3500", "--date", str(last + timedelta(days=1))).err == ""


def test_old_sources_are_flagged_on_the_page_of_sources() -> None:
    old = same_spaces(penit("sources", "cpip", "--date", "2028-06").out)
    assert "à revoir" in old
    assert "consultées il y a plus de 18 mois" in old
    assert "à revoir" not in penit("sources", "cpip").out


# -- encodings (17)


@pytest.mark.parametrize(
    ("encoding", "tty"), [("ascii", True), ("ascii", False), ("latin-1", False), ("cp1252", True), ("cp437", False)]
)
def test_a_poor_encoding_gets_substitutes_and_no_traceback(encoding: str, tty: bool) -> None:
    for command in READING:
        result = penit(*command, tty=tty, encoding=encoding)
        assert (result.code, result.err) == (0, "")
        assert "\\u" not in result.out
    shown = penit("net", "3500", tty=tty, encoding="ascii").out
    assert "3 500 EUR" in shown
    assert "Metier inconnu" in penit("show", "nope", tty=tty, encoding="ascii").err


def test_every_sign_that_screens_use_has_its_twin_in_ascii() -> None:
    for call in (("list",), ("compare", "dspip", "surveillant"), ("grille", "cpip"), ("carriere", "dsp")):
        assert "?" not in penit(*call, encoding="ascii").out


def test_columns_stay_aligned_in_a_poor_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for width in (40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        for command in READING:
            lines = penit(*command, "--format", "table", encoding="ascii").out.split("\n")
            assert [line for line in lines if len(line) > width] == []


def test_json_is_the_same_for_a_program_whatever_the_encoding() -> None:
    """Each command in one; tests/cli/test_streams.py has a sheet in eleven."""
    for number, command in enumerate(READING):
        encoding = ("ascii", "latin-1", "cp1252")[number % 3]
        assert json.loads(penit(*command, "--json", encoding=encoding).out) == penit_json(*command)


def test_a_substitute_breaks_no_cell_of_a_csv_or_markdown_table(tmp_path: Path, fresh_cache: Path) -> None:
    odd = "a ; « b » “c” │ d → e"
    path = str(
        write_metiers(tmp_path / "f.yaml", record("un", titre=odd, teletravail=odd), record("deux", teletravail=odd))
    )
    text = penit("list", "--data", path, "--format", "csv", encoding="ascii").out
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert rows[-1][7] == 'a ; " b " "c" | d -> e'
    table = penit("list", "--data", path, "--format", "md", encoding="ascii").out
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines() if line.startswith("|")} == {6}


# -- bugs keep their traceback


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("bogue")

    monkeypatch.setattr("penitcareer.domain.estimate.estimate_net", crash)
    result = penit("net", "3500")
    assert result.code == 1
    assert "Traceback" in result.err
    assert "ZeroDivisionError: bogue" in result.err


def test_an_interruption_is_130_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("penitcareer.domain.estimate.estimate_net", interrupt)
    assert penit("net", "3500") == (130, "", "")


def test_hundreds_of_metiers_are_listed_searched_and_shown(tmp_path: Path, fresh_cache: Path) -> None:
    records = [record(f"m{i}", accroche="mot " * 50, remuneration=pay(("junior", 1500, 1600 + i))) for i in range(300)]
    path = str(write_metiers(tmp_path / "f.yaml", *records))
    assert len(penit_json("list", "--data", path)["metiers"]) == 300 + len(METIERS)
    assert len(penit_json("find", "mot", "--data", path)["resultats"]) == 300
    assert penit_json("show", "m299", "--data", path)["metier"]["code"] == "m299"
