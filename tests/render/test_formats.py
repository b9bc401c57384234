"""Each command in each format; the JSON of the contract; screens kept as files."""

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from penitcareer.render.words.wrapping import columns
from tests.support import (
    METIERS,
    READING,
    as_yaml,
    kept_screens,
    pay,
    penit,
    penit_json,
    record,
    same_spaces,
    screen_of,
    without_colours,
    write_metiers,
)

WIDTHS = (20, 40, 60, 80, 200)
SCREENS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "list_filtered": ("list", "--categorie", "A", "--tri", "salaire", "--min-net", "2 500"),
    "list_diplome": ("list", "--diplome", "bac", "--filiere", "surveillance"),
    "show_cpip": ("show", "cpip"),
    "show_chef_services": ("show", "chef_services"),
    "show_dsp": ("show", "dsp"),
    "show_drsp_salaire_annuel": ("show", "drsp", "--section", "salaire", "--annuel"),
    "compare_cpip_dspip": ("compare", "cpip", "dspip"),
    "compare_dsp_cpip_drsp": ("compare", "dsp", "cpip", "drsp"),
    "compare_dsp_redacteur": ("compare", "dsp", "redacteur"),
    "net_3500": ("net", "3500"),
    "net_1500": ("net", "1500"),
    "net_42k_annuel": ("net", "42k", "--annuel"),
    "net_cpip": ("net", "cpip"),
    "brut_2700": ("brut", "2700"),
    "find_juge": ("find", "juge"),
    "find_gardien_prison": ("find", "gardien", "prison"),
    "sigle_ppsmj": ("sigle", "ppsmj"),
    "sources_dspip": ("sources", "dspip"),
    "sources_tout": ("sources", "dspip", "--tout"),
}
KEPT = kept_screens(SCREENS, ("plain", "80", "40"))


def ids(command: tuple[str, ...]) -> str:
    return " ".join(command)


@pytest.mark.parametrize(("name", "kind"), KEPT)
def test_a_screen_is_the_one_kept(name: str, kind: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.{kind}", screen_of(kind, *SCREENS[name]))


@cache
def on_terminal(command: tuple[str, ...], width: int) -> str:
    """What a call writes on a terminal of a width, without its colours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        result = penit(*command, tty=True)
    assert result.code == 0
    return without_colours(result.out)


@cache
def piped(command: tuple[str, ...]) -> str:
    """What a call writes in a pipe, whatever width a test then sets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        result = penit(*command)
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize("command", READING, ids=ids)
def test_no_line_is_wider_than_the_terminal(command: tuple[str, ...]) -> None:
    for width in WIDTHS:
        assert [line for line in on_terminal(command, width).split("\n") if columns(line) > width] == [], width


def test_prose_stays_readable_on_a_very_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    widest = max(columns(line) for line in without_colours(penit("show", "cpip", tty=True).out).split("\n"))
    assert 90 < widest <= 110


@pytest.mark.parametrize("width", WIDTHS)
def test_wide_signs_and_long_words_fit_too(
    tmp_path: Path, fresh_cache: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    path = str(
        write_metiers(
            tmp_path / "f.yaml",
            record(
                "long", titre="x" * 190, accroche="中文" * 100, alias=["🙂" * 50], remuneration=pay(("junior", 1, 2))
            ),
            record("long2", titre="Mot " * 40, teletravail="y" * 150, evolution="z" * 100),
        )
    )
    for command in (("show", "long"), ("list",), ("compare", "long", "long2"), ("sources", "long"), ("find", "mot")):
        lines = without_colours(penit(*command, "--data", path, tty=True).out).split("\n")
        assert [line for line in lines if columns(line) > width] == []


@pytest.mark.parametrize("command", [command for command in READING if command != ("check",)], ids=ids)
def test_a_narrow_screen_says_as_much_as_a_wide_one(command: tuple[str, ...]) -> None:
    def words(width: int) -> str:
        text = on_terminal(command, width).casefold()
        return "".join(sorted(set(re.findall(r"\d", text)))) + str("…" in text)

    assert words(40) == words(200)


@pytest.mark.parametrize("command", READING, ids=ids)
def test_a_pipe_gets_no_escape_code_no_box_and_no_cut_cell(command: tuple[str, ...]) -> None:
    text = piped(command)
    assert "\x1b" not in text
    assert not re.search("[─│╭╰┃━█░]", text)
    assert not [line for line in text.split("\n") if line != line.rstrip()]
    assert text.endswith("\n")


@pytest.mark.parametrize("command", READING, ids=ids)
def test_plain_text_does_not_depend_on_the_width(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert penit(*command).out == piped(command)


@pytest.mark.parametrize("command", READING, ids=ids)
def test_plain_text_on_a_terminal_is_wrapped_and_says_the_same(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    shown = penit(*command, "--format", "plain", tty=True).out
    assert [line for line in shown.split("\n") if columns(line) > 44 and " " in line.strip()] == []
    assert set(re.findall(r"\d", shown)) == set(re.findall(r"\d", piped(command)))
    assert not re.search("[─│╭╰┃━█░\x1b]", shown)


RATES = ("regle", "taux", "taux_impot", "part", "rapport_au_smic")  # the other numbers are amounts


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for key, item in value.items() if key not in RATES for number in numbers(item)]
    if isinstance(value, list):
        return [number for item in value for number in numbers(item)]
    return [value] if isinstance(value, float) else []


@pytest.mark.parametrize("command", READING, ids=ids)
def test_json_has_a_schema_first_french_keys_and_two_decimals_at_most(command: tuple[str, ...]) -> None:
    text = penit(*command, "--json").out
    found = json.loads(text)
    assert next(iter(found.items())) == ("schema", 1)
    for number in numbers(found):
        assert number == round(number, 2)
    for key in re.findall(r'^\s*"([^"]+)":', text, re.MULTILINE):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", key), key
    assert penit(*command, "--format", "json").out == text


@pytest.mark.parametrize("command", READING, ids=ids)
def test_csv_reads_back_with_as_many_cells_as_its_header(command: tuple[str, ...]) -> None:
    text = penit(*command, "--format", "csv").out
    assert text.endswith("\r\n")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert len(set(header)) == len(header)
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in header)
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("command", READING, ids=ids)
def test_markdown_has_one_title_and_whole_tables(command: tuple[str, ...]) -> None:
    text = penit(*command, "--format", "md").out
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        header, rule, *rows = table.splitlines()
        assert re.fullmatch(r"\|( (---|--:) \|)+", rule)
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in (header, rule, *rows)} == {rule.count("|")}


# -- the JSON of the contract, fragment by fragment


def subset(part: Any, whole: Any, path: str = "") -> None:
    """Every key and value of a fragment is in the answer."""
    if isinstance(part, dict):
        for key, value in part.items():
            assert key in whole, f"{path}.{key}"
            subset(value, whole[key], f"{path}.{key}")
    elif isinstance(part, list):
        assert len(part) == len(whole), path
        for index, value in enumerate(part):
            subset(value, whole[index], f"{path}[{index}]")
    else:
        assert (type(part), part) == (type(whole), whole), path


def test_json_of_net() -> None:
    subset(
        {
            "schema": 1,
            "brut": {"mensuel": 3500.0, "annuel": 42000.0},
            "net": {"mensuel": {"min": 2625.0, "max": 2765.0}, "annuel": {"min": 31500.0, "max": 33180.0}},
            "regle": {"retenue_min": 0.21, "retenue_max": 0.25},
            "smic": {"mensuel": 1867.02, "depuis": "2026-06-01", "a_droit_constant_depuis": None},
            "sous_smic": False,
        },
        penit_json("net", "3500"),
    )


def test_json_of_brut() -> None:
    subset(
        {
            "schema": 1,
            "net": {"mensuel": 2700.0, "annuel": 32400.0},
            "brut": {"mensuel": {"min": 3417.72, "max": 3600.0}, "annuel": {"min": 41012.66, "max": 43200.0}},
        },
        penit_json("brut", "2700"),
    )


def test_json_of_list() -> None:
    found = penit_json("list")
    assert [one["code"] for one in found["metiers"]] == METIERS
    keys = {"code", "titre", "categorie", "remuneration", "teletravail", "evolution"}
    assert all(keys <= set(one) for one in found["metiers"])
    by_code = {one["code"]: one for one in found["metiers"]}
    for code in ("dsp", "redacteur"):
        subset({"remuneration": None, "teletravail": None, "evolution": None}, by_code[code])
    subset({"affichee": {"min": 3400.0, "max": 4600.0}}, by_code["dspip"]["remuneration"])
    subset({"affichee_nette": {"min": 2550.0, "max": 3634.0}}, by_code["dspip"]["remuneration"])


def test_json_of_show() -> None:
    found = penit_json("show", "cpip")
    subset(
        {
            "code": "cpip",
            "remuneration": {
                "base": "brut mensuel",
                "tranches": [
                    {
                        "niveau": "junior",
                        "brut": {"min": 1823.0, "max": 1823.0},
                        "net": {"min": 1367.25, "max": 1440.17},
                        "sous_smic": True,
                    },
                    {
                        "niveau": "confirme",
                        "brut": {"min": 1823.0, "max": 2340.0},
                        "net": {"min": 1367.25, "max": 1848.6},
                        "sous_smic": True,
                    },
                    {
                        "niveau": "senior",
                        "brut": {"min": 2340.0, "max": 3280.0},
                        "net": {"min": 1755.0, "max": 2591.2},
                        "sous_smic": False,
                    },
                ],
                "affichee": {"min": 1823.0, "max": 2340.0},
            },
        },
        found["metier"],
    )
    published = found["metier"]["remunerations_publiees"]
    assert all({"situation", "montant", "base", "date", "source"} <= set(one) for one in published)
    assert [one["montant"] for one in published if one["situation"] == "Débutant"] == [2270.0, 2318.0, 2550.0]
    assert {one["base"] for one in published} == {"brut", "net", "non_precise"}
    assert set(found["metier"]["missions"][0]) == {"titre", "texte", "cadre"}
    assert {"id", "titre", "url", "date", "consulte_le", "appuie"} <= set(found["metier"]["sources"][0])


def test_json_of_show_holds_every_field_of_the_data_file() -> None:
    from penitcareer.domain.metiers.metier import Metier

    assert set(Metier._fields) - {"mots_cles"} <= set(penit_json("show", "redacteur")["metier"])
    assert penit_json("show", "redacteur")["metier"]["remuneration"] is None


def test_json_of_one_part_holds_that_part() -> None:
    found = penit_json("show", "cpip", "--section", "acces")["metier"]
    assert set(found) == {"code", "titre", "niveau_diplome", "acces", "fichier"}


def test_json_of_a_year_says_so() -> None:
    found = penit_json("show", "dspip", "--annuel")["metier"]["remuneration"]
    assert found["base"] == "brut annuel"
    assert found["tranches"][0]["brut"] == {"min": 32400.0, "max": 40800.0}


def test_json_of_compare() -> None:
    found = penit_json("compare", "cpip", "dspip")
    assert found["reference"] == "cpip"
    assert [one["code"] for one in found["metiers"]] == ["cpip", "dspip"]
    (confirmed,) = [level for level in found["tranches"] if level["niveau"] == "confirme"]
    subset(
        [
            {"code": "cpip", "brut": {"min": 1823.0, "max": 2340.0}, "milieu_brut": 2081.5},
            {"code": "dspip", "milieu_brut": 4000.0, "ecart": {"euros": 1918.5, "pourcent": 92.2}},
        ],
        confirmed["valeurs"],
    )
    assert "ecart" not in confirmed["valeurs"][0]


def test_json_of_compare_says_null_for_what_is_unknown() -> None:
    found = penit_json("compare", "cpip", "dsp")
    for level in found["tranches"]:
        subset({"code": "dsp", "brut": None, "net": None, "milieu_brut": None, "ecart": None}, level["valeurs"][1])
    without_reference = penit_json("compare", "dsp", "cpip")
    for level in without_reference["tranches"]:
        assert level["valeurs"][1]["ecart"] is None
    assert penit_json("compare", "dsp", "redacteur")["tranches"] == []


def test_json_of_find() -> None:
    found = penit_json("find", "juge")
    assert found["resultats"]
    assert all({"code", "score", "extrait"} <= set(one) for one in found["resultats"])
    nothing = penit("find", "licorne", "--json")
    assert nothing.code == 1
    subset({"schema": 1, "resultats": []}, json.loads(nothing.out))


def test_each_source_of_the_catalogue_says_which_other_metiers_it_serves() -> None:
    assert "Sert aussi à : cpip, assistant_social." in same_spaces(penit("sources", "--tout").out)
    told = {
        (one["code"], use["id"]): use["autres_metiers"]
        for one in penit_json("sources")["metiers"]
        for use in one["sources"]
    }
    assert told["psychologue", "s5"] == ["cpip", "assistant_social"]
    written = {(row["metier"], row["id"]): row["autres_metiers"] for row in rows_of("sources")}
    assert written["psychologue", "s5"] == "cpip assistant_social"
    assert "autres_metiers" not in penit_json("sources", "cpip")["metiers"][0]["sources"][0]


def test_sources_say_who_rests_on_each() -> None:
    """Métiers, corps, rules of pay, bonuses and acronyms, in every format."""
    table = "https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000041466982/"  # of the CRDS
    (crds,) = [one for one in penit_json("sources")["toutes"] if one["url"] == table]
    assert crds["titre"] == "Ordonnance n° 96-50 du 24 janvier 1996, art. 19"
    assert (crds["nature"], [(user["genre"], user["code"]) for user in crds["utilisateurs"]]) == (
        None,
        [("droit", "crds"), ("sigle", "CRDS")],
    )
    (row,) = [row for row in rows_of("sources") if row["url"] == table]
    assert (row["metier"], row["consulte_le"], row["autres_usages"]) == ("", "", "droit:crds sigle:CRDS")
    full = same_spaces(penit("sources", "--tout").out)
    assert f"{table}. Sert à : règle de paie « CRDS » ; sigle CRDS." in full
    assert "Sert aussi à : corps dfspip ; sigle DSPIP." in full  # beside a métier
    short = same_spaces(penit("sources").out)
    assert "Par métier : CPIP 33, DPIP 21, " in short
    corps = len(penit_json("grille")["corps"])
    assert re.search(rf"\nCorps +{corps} +[1-9]\d+\n", short)
    every = penit_json("sources")["toutes"]
    most = max(every, key=lambda one: len(one["utilisateurs"]))
    assert f"- {same_spaces(most['titre'])} : " in short
    of_metiers = sum(any(user["genre"] == "metier" for user in one["utilisateurs"]) for one in every)
    assert short.splitlines()[0].startswith(f"{len(every)} sources : {of_metiers} pour les métiers, dont ")
    assert len(short.splitlines()) < 24
    assert short.count("\n- ") == 2
    assert "toutes" not in penit_json("sources", "cpip")
    assert {row["autres_usages"] for row in rows_of("sources", "cpip")} == {""}


def test_json_of_sources_flags_what_is_old() -> None:
    fresh = penit_json("sources", "dsp", "--date", "2028-05-21")["metiers"][0]["sources"]
    stale = penit_json("sources", "dsp", "--date", "2028-05-26")["metiers"][0]["sources"]
    assert not any(one["perimee"] for one in fresh)
    assert all(one["perimee"] for one in stale)
    assert all(one["appuie"] for one in stale)


def test_the_smic_follows_the_date_and_is_null_before_the_first() -> None:
    def at(day: str) -> Any:
        found = penit_json("net", "1823", "--date", day)
        return (found["smic"] and found["smic"]["mensuel"], found["sous_smic"])

    assert at("2022-12") == (None, None)
    assert at("2025-12-31") == (1801.8, False)
    assert at("2026-01-01") == (1823.03, True)
    assert at("2026-05") == (1823.03, True)
    assert at("2026-06") == (1867.02, True)


def test_a_later_month_is_a_droit_constant_and_says_so() -> None:
    assert penit_json("net", "1000", "--date", "2026-12")["smic"]["a_droit_constant_depuis"] == "2026-11-21"
    assert "à droit constant depuis le 21 novembre 2026" in same_spaces(penit("net", "1000", "--date", "2026-12").out)
    assert "droit constant" not in penit("net", "1000", "--date", "2026-11").out


# -- CSV


def rows_of(*command: str) -> list[dict[str, str]]:
    text = penit(*command, "--format", "csv").out
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_csv_amounts_have_a_decimal_comma_and_unknown_cells_are_empty() -> None:
    by_code = {row["code"]: row for row in rows_of("list")}
    assert (by_code["cpip"]["brut_min"], by_code["cpip"]["net_max"]) == ("3006,79", "2339,67")
    assert (by_code["capitaine"]["brut_min"], by_code["dsp"]["teletravail"]) == ("", "")


def test_csv_of_each_command_holds_its_figures() -> None:
    assert rows_of("net", "3500")[0] == {
        "periode": "mois",
        "brut": "3500,00",
        "net_min": "2625,00",
        "net_max": "2765,00",
    }
    assert rows_of("brut", "2700")[1]["brut_max"] == "43200,00"
    assert rows_of("net", "cpip")[0]["sous_smic"] == "oui"
    gaps = [row for row in rows_of("compare", "cpip", "dspip") if row["code"] == "dspip"]
    assert [(row["ecart_euros"], row["ecart_pourcent"]) for row in gaps] == [
        ("1227,00", "67,3"),
        ("1918,50", "92,2"),
        ("2990,00", "106,4"),
    ]
    assert {row["sigle"] for row in rows_of("sigle")} >= {"PPSMJ", "RIFSEEP"}
    assert rows_of("sources", "cpip")[0]["consulte_le"] == "2026-11-21"
    assert {row["champ"]: row["valeur"] for row in rows_of("show", "cpip")}[
        "remuneration.tranches[0].net.max"
    ] == "1440,17"


# -- what a reader must be told


@pytest.mark.parametrize("format_", ["plain", "table", "md"])
def test_unknown_is_said_and_never_zero(format_: str) -> None:
    for command in (("list",), ("show", "dsp"), ("compare", "cpip", "dsp")):
        shown = same_spaces(penit(*command, "--format", format_).out)
        assert "inconnu" in shown
        assert not re.search(r"(?<![\d,  ])0 €", shown)


@pytest.mark.parametrize("format_", ["plain", "table", "md"])
def test_a_bracket_below_the_smic_is_flagged_where_it_stands(format_: str) -> None:
    shown = " ".join(same_spaces(penit("show", "cpip", "--section", "salaire", "--format", format_).out).split())
    assert re.search(r"1 823 € \\?\*", shown)
    assert "commence sous le SMIC" in shown
    assert "1 867,02 €" in shown


def test_an_estimate_says_so_with_its_rule_and_reserve() -> None:
    for estimate in (("net", "3500"), ("brut", "2700")):
        brief = same_spaces(penit(*estimate).out)
        assert "Estimation : brut moins 21 % à 25 % ; ce n’est pas la paie d’un fonctionnaire." in brief
    for command in (("net", "cpip"), ("show", "cpip"), ("compare", "cpip", "dspip")):
        assert "brut moins 21 à 25 %" in same_spaces(penit(*command).out)
    for command in (("net", "3500"), ("brut", "2700"), ("net", "cpip"), ("show", "cpip"), ("compare", "cpip", "dspip")):
        shown = same_spaces(penit(*command, "--tout").out)
        assert "Estimation : net = brut moins 21 % à 25 %" in shown
        assert "jamais le bulletin de paie d’un fonctionnaire" in shown


def test_every_published_figure_of_a_sheet_has_its_source_base_and_date() -> None:
    shown = same_spaces(penit("show", "cpip", "--section", "salaire").out)
    for line in re.findall(r"^- .*€ par (?:mois|an).*$", shown, re.MULTILINE):
        assert re.search(r"€ par (mois|an), (brut|net|brut ou net non précisé)(, .+)? \[[a-z0-9-]+\]", line), line
        assert re.search(r"\b\d{4}\b|date", re.sub(r".*par (mois|an)", "", line)), line


def test_two_equal_bounds_are_one_amount() -> None:
    for whole, mark in (((), ""), (("--tout",), " *")):
        shown = same_spaces(penit("show", "cpip", *whole).out)
        assert "1 823–1 823" not in shown
        assert f"1 823 €{mark}  1 367–1 440 €" in shown


def test_an_unknown_part_says_so(tmp_path: Path, fresh_cache: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(as_yaml({"metiers": [record("vide")]}))
    for section, label in (("missions", "Missions"), ("acces", "Accès"), ("notes", "À savoir")):
        shown = same_spaces(penit("show", "vide", "--section", section, "--data", str(path)).out)
        assert f"{label} : inconnu." in shown
    assert "Rémunération : inconnu" in same_spaces(penit("show", "vide", "--tout", "--data", str(path)).out)
    assert "Salaire : inconnu." in same_spaces(penit("show", "vide", "--data", str(path)).out)


def test_published_ranges_and_commitments_are_written_out(tmp_path: Path, fresh_cache: Path) -> None:
    acces = {
        "formation": {"remuneree": False, "duree_mois": 1},
        "engagement": {"existe": False},
        "postes": [{"annee": None, "nombre": 1, "source": "s"}],
    }
    fields: dict[str, Any] = {
        "acces": acces,
        "competences": [{"nom": "écoute", "niveau": 4, "sur": 5, "source": "s"}],
        "remunerations_publiees": [
            {"situation": "Tous", "min": 2000, "max": 2500.5, "base": "net", "periode": "an", "source": "s"}
        ],
    }
    path = str(write_metiers(tmp_path / "f.yaml", record("un", **fields)))
    shown = same_spaces(penit("show", "un", "--tout", "--data", path).out)
    assert "Formation : 1 mois, non rémunérée" in shown
    assert "Engagement : aucun" in shown
    assert "- Année non précisée : 1 poste [s]" in shown
    assert "- écoute (4 sur 5) [s]" in shown
    assert "- Tous : 2 000–2 501 € par an, net, date inconnue [s]" in shown


# -- what a métier pays, by its best proof


def test_a_bracket_out_of_the_corps_comes_with_its_reason_and_is_not_used() -> None:
    reason = "’est le SMIC, plus bas que le premier échelon du corps"
    for command in (("show", "cpip"), ("net", "cpip"), ("compare", "cpip", "dspip")):
        short, whole = (same_spaces(penit(*command, *more).out) for more in ((), ("--tout",)))
        assert "1 823 €" in short
        assert short.count(reason) == 1
        assert "1 823 € *" in whole
        assert reason in whole
    assert "1 823" not in same_spaces(penit("list").out)
    assert "1 823" not in same_spaces(penit("place", "2600", "cpip").out)
    assert "1 823" not in same_spaces(penit("carriere", "cpip", "--annees", "20").out)
    assert (
        penit_json("net", "cpip")["tranches"][0]["hors_corps"]
        == "C’est le SMIC, plus bas que le premier échelon du corps."
    )


def test_reperes_are_the_same_in_list_show_and_compare() -> None:
    shown = penit_json("show", "cpip")["metier"]["reperes"]
    (listed,) = [one["reperes"] for one in penit_json("list")["metiers"] if one["code"] == "cpip"]
    compared = penit_json("compare", "cpip", "dspip")["metiers"][0]["reperes"]
    assert shown == listed == compared
    assert [(one["stade"], one["promotion"], one["preuve"]) for one in shown] == [
        ("ecole", False, "publie"), ("debut", False, "grille_encadree"),
        ("fin", True, "grille_encadree"), ("fin", False, "grille_encadree"),
    ]  # fmt: skip
    assert shown[1]["net"] == {"min": 2339.67, "max": 2339.67}
    (floor,) = [one["reperes"][0]["net"] for one in penit_json("list")["metiers"] if one["code"] == "dspip"]
    assert floor == {"min": 1984.72, "max": None}


def test_min_net_says_how_many_are_unknown() -> None:
    out = penit("list", "--min-net", "3000").out
    assert "7 métiers dont le net n’est pas connu sont laissés de côté" in out
    assert penit_json("list", "--min-net", "3000")["net_inconnu"] != []
