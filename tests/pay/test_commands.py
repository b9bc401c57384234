"""`penit paie`, `penit grille`, `penit net --statut` and the official range, as typed."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from penitcareer.cli.output import render
from penitcareer.render.words.wrapping import columns
from tests.support import (
    FORMATS,
    KEPT_AS,
    answered,
    kept_screens,
    penit,
    penit_json,
    process,
    same_spaces,
    screen,
    screen_of,
    squeezed,
    too_wide,
    without_colours,
)

CPIP = ("paie", "cpip", "--im", "450")
SCREENS: dict[str, tuple[str, ...]] = {
    "paie_cpip": CPIP,
    "paie_aae": ("paie", "aae", "--grade", "principal", "--echelon", "5", "--zone", "1", "--enfants", "2",
                 "--primes", "400"),
    "paie_contractuel": ("paie", "--statut", "contractuel", "--brut", "3 000"),
    "paie_minimum": ("paie", "--im", "340", "--date", "2027-01"),
    "paie_annuel": (*CPIP, "--annuel"),
    "paie_explique": (*CPIP, "--explique"),
    "paie_contre": ("paie", "aae", "--grade", "principal", "--echelon", "5", "--contre", "--echelon 6 --enfants 1"),
    "grille_aae": ("grille", "aae"),
    "grille_cpip": ("grille", "cpip"),
    "grille_dsp": ("grille", "dsp", "--grade", "hors_classe", "--zone", "1"),
    "net_titulaire": ("net", "3500", "--statut", "titulaire", "--primes", "400"),
    "net_contractuel": ("net", "3500", "--statut", "contractuel"),
}  # fmt: skip
KEPT = kept_screens(SCREENS, (*KEPT_AS, "44"))
CORPS = ("aa", "aae", "adjoint_technique", "assistant_service_social", "cdc", "cea", "cpip", "csip", "ctss", "dfsp",
         "dfspip", "disp", "dpip", "dsp", "educateur_pjj", "ingenieur", "psychologue", "sa", "technicien")  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), KEPT)
def test_a_screen_is_the_one_kept(name: str, kind: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.{kind}", screen_of(kind, *SCREENS[name]))


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_its_terminal(name: str, width: int) -> None:
    assert too_wide(*SCREENS[name], width=width) == []


def test_a_narrow_payslip_says_every_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    screen = squeezed(penit(*CPIP, tty=True).out)
    for amount in ("2215,25", "528,93", "513,67", "32,42", "245,89", "119,08", "2530,92€", "2391,91€"):
        assert amount in screen


def test_the_csv_and_json_hold_the_same_lines() -> None:
    decoded = penit_json(*CPIP)
    rows = list(csv.DictReader(io.StringIO(penit(*CPIP, "--format", "csv").out.lstrip("\ufeff")), delimiter=";"))
    lines = {row["code"]: float(row["montant"].replace(",", ".")) for row in rows if row["sens"] != "total"}
    totals = {row["code"]: float(row["montant"].replace(",", ".")) for row in rows if row["sens"] == "total"}
    assert lines == {line["code"]: line["montant"] for line in decoded["lignes"]}
    assert totals == decoded["totaux"]


def test_the_json_of_a_payslip_keeps_its_contract() -> None:
    decoded = penit_json(*CPIP)
    assert list(decoded) == [
        "schema",
        "reforme",
        "entree",
        "lignes",
        "totaux",
        "taux_impot",
        "hypotheses",
        "indice",
        "manque",
    ]
    assert decoded["schema"] == 1
    assert set(decoded["totaux"]) == {
        "brut", "retenues", "net_a_payer_avant_impot", "net_social", "net_imposable", "impot", "net_paye",
    }  # fmt: skip
    for line in decoded["lignes"]:
        assert {"code", "libelle", "sens", "base", "taux", "montant", "source"} <= set(line)
        assert line["sens"] in ("gain", "retenue", "information")
    for item in decoded["hypotheses"]:
        assert set(item) == {"code", "texte", "enjeu", "source"}
    assert decoded["entree"]["date"] == "2026-11-21"
    stake = next(item["enjeu"] for item in decoded["hypotheses"] if item["code"] == "base_majoration_pss")
    assert stake == 11.63


def test_a_payslip_has_the_order_that_people_know() -> None:
    codes = [line["code"] for line in penit_json(*CPIP, "--zone", "1", "--enfants", "2")["lignes"]]
    assert codes == [
        "traitement", "indemnite_residence", "sft", "pss", "ifse", "transfert_primes_points", "pension_civile",
        "pension_pss", "rafp", "csg_deductible", "csg_non_deductible", "crds", "impot",
    ]  # fmt: skip


def test_every_option_reaches_the_payslip() -> None:
    def line(code: str, *options: str) -> float:
        found = [line["montant"] for line in penit_json("paie", *options)["lignes"] if line["code"] == code]
        return float(found[0]) if found else 0.0

    titulaire = ("--statut", "titulaire", "--im", "500")
    assert line("nbi", *titulaire, "--nbi", "20") == 98.45
    assert line("traitement", "--ib", "593") == 2486.0  # IM 505
    assert line("traitement", "--lettre", "hea", "--chevron", "2") == 4578.18
    assert line("traitement", *titulaire, "--quotite", "80") == 2109.76
    assert line("nuit", *titulaire, "--prime", "nuit=4", "--prime", "dimanche") == 80.0
    assert line("dimanche", *titulaire, "--prime", "nuit=4", "--prime", "dimanche") == 36.0
    assert line("cti", *titulaire, "--prime", "CTI") == 241.21
    assert line("transfert_primes_points", *titulaire, "--primes", "300", "--categorie", "b") == 23.17
    assert line("transfert_primes_points", *titulaire, "--primes", "300", "--categorie", "B", "--sans-transfert") == 0
    assert line("ic_csg", *titulaire, "--ic-csg", "24,66") == 24.66
    assert line("ic_csg", *titulaire, "--ic-csg", "auto") == 18.71
    assert line("psc_agent", *titulaire, "--psc-agent", "35") == 35.0
    assert line("psc_employeur", *titulaire, "--psc-employeur", "35") == 35.0
    assert line("impot", *titulaire, "--taux-impot", "10") == pytest.approx(
        penit_json("paie", *titulaire)["totaux"]["net_imposable"] / 10, abs=0.006
    )
    assert line("pss", "cpip", "--im", "450", "--sans-prime", "PSS") == 0
    assert line("ifse", "cpip", "--im", "450", "--sans-primes") == 0
    assert line("pss", "cpip", "--im", "450", "--affectation", "centrale") == 0
    contract = ("--statut", "contractuel", "--brut", "2500")
    assert line("maladie_alsace_moselle", *contract, "--alsace-moselle") == 32.5
    assert line("indemnite_residence", *contract, "--indice", "--zone", "2") == 25.0
    assert line("sft", *contract, "--indice", "--enfants", "1") == 2.29


def test_a_year_has_389_euros_of_transfert() -> None:
    decoded = penit_json(*CPIP, "--annuel")
    lines = {line["code"]: line["montant"] for line in decoded["lignes"]}
    assert lines["transfert_primes_points"] == 389.0
    assert decoded["entree"]["periode"] == "an"
    totals = decoded["totaux"]
    gains = sum(round(line["montant"] * 100) for line in decoded["lignes"] if line["sens"] == "gain")
    held = sum(round(line["montant"] * 100) for line in decoded["lignes"] if line["sens"] == "retenue")
    assert round(totals["brut"] * 100) == gains
    assert round(totals["net_paye"] * 100) == gains - held


def test_an_index_below_the_minimum_is_said() -> None:
    out = same_spaces(penit("paie", "--im", "340").out)
    assert "L’indice majoré 340 est sous le minimum de traitement : il est payé à l’indice 366." in out
    assert "sous le minimum" not in penit("paie", "--im", "366").out


def test_explique_gives_each_line_its_text_and_source() -> None:
    out = penit(*CPIP, "--explique").out
    assert "Ligne par ligne" in out
    for line in penit_json(*CPIP)["lignes"]:
        assert line["explication"] in out
        assert line["source"] in out
    assert penit_json(*CPIP, "--explique") == penit_json(*CPIP)


def test_contre_compares_line_by_line() -> None:
    decoded = penit_json("paie", "cpip", "--im", "450", "--contre", "--im 470 --zone 1")
    gaps = {gap["code"]: gap["ecart"] for gap in decoded["ecarts"]["lignes"]}
    assert gaps["traitement"] == 98.45
    assert gaps["indemnite_residence"] == 69.41
    assert gaps["pss"] == 0
    assert decoded["avant"]["totaux"] == penit_json("paie", "cpip", "--im", "450")["totaux"]
    assert decoded["apres"]["totaux"] == penit_json("paie", "cpip", "--im", "470", "--zone", "1")["totaux"]
    removed = penit_json("paie", "cpip", "--im", "450", "--contre", "--sans-prime ifse")["ecarts"]["lignes"]
    assert {gap["code"]: gap["ecart"] for gap in removed}["ifse"] == -513.67


def test_a_tax_step_is_said_on_the_screen() -> None:
    for im in range(450, 600):
        decoded = penit_json("paie", "--im", str(im), "--contre", f"--im {im + 1}")
        if decoded["ecarts"]["marche_impot"]:
            assert decoded["ecarts"]["totaux"]["net_paye"] < 0 < decoded["ecarts"]["totaux"]["net_a_payer_avant_impot"]
            out = same_spaces(penit("paie", "--im", str(im), "--contre", f"--im {im + 1}").out)
            assert "le net payé baisse" in out
            return
    raise AssertionError("no tax step found")


BAD: list[tuple[int, str]] = [
    (1, "paie xyz"),
    (1, "paie cdc"),
    (1, "paie cpip --grade foo --im 450"),
    (1, "paie aae --echelon 40"),
    (1, "paie aae --echelon 0"),
    (2, "paie aae --echelon 1 --chevron 2"),
    (2, "paie --im 450 --chevron 2"),
    (2, "paie --lettre HEZ"),
    (2, "paie --lettre 450"),
    (2, "paie --lettre HEA --chevron 4"),
    (2, "paie --lettre HEA --chevron 0"),
    (2, "paie cpip --im 1516"),
    (2, "paie cpip --im 99"),
    (2, "paie cpip --im 0"),
    (2, "paie cpip --im -5"),
    (2, "paie cpip --im 4.5"),
    (2, "paie cpip --im ４５０"),
    (2, "paie cpip --im 99999999999999999999"),
    (2, "paie --ib 366"),
    (2, "paie cpip --im 450 --ib 500"),
    (2, "paie aae --im 450 --echelon 5"),
    (2, "paie cpip --im 450 --primes -5"),
    (2, "paie cpip --im 450 --primes 2000000"),
    (2, "paie cpip --im 450 --primes nan"),
    (2, "paie cpip --im 450 --psc-agent 9000"),
    (2, "paie cpip --im 450 --ic-csg beaucoup"),
    (1, "paie cpip --im 450 --date 2022-12"),
    (2, "paie cpip --im 450 --date hier"),
    (1, "paie aae --echelon 5 --date 2023-02"),
    (2, "paie cpip --im 450 --enfants 99"),
    (2, "paie cpip --im 450 --enfants -1"),
    (2, "paie cpip --im 450 --zone 4"),
    (2, "paie cpip --im 450 --quotite 55"),
    (2, "paie cpip --im 450 --quotite 0"),
    (2, "paie cpip --im 450 --nbi 5000"),
    (2, "paie cpip --im 450 --alsace-moselle"),
    (2, "paie cpip --im 450 --indice"),
    (2, "paie cpip --im 450 --brut 3000"),
    (2, "paie cpip --im 450 --taux-impot 120"),
    (2, "paie cpip --im 450 --taux-impot 4.256"),
    (2, "paie cpip --im 450 --statut stagiaire"),
    (2, "paie cpip --im 450 --categorie D"),
    (2, "paie cpip --im 450 --affectation lune"),
    (1, "paie cpip --im 450 --prime xyz"),
    (1, "paie cpip --im 450 --prime nuit=0"),
    (1, "paie cpip --im 450 --prime icp"),
    (1, "paie cpip --im 450 --prime cti"),
    (2, "paie cpip --im 450 --prime ifse --prime ifse"),
    (2, "paie --statut contractuel --brut 2500 --prime heures_sup=2"),
    (2, "paie --statut contractuel --brut 2500 --ic-csg auto"),
    (2, "paie cea --im 400 --nbi 20 --prime icp"),
    (2, "paie cpip --im 450 --taux-impot 100"),
    (2, "paie cpip --im 450 --prime-unique 4000 --annuel"),
    (1, "paie cea --im 400 --affectation centrale --prime nuit=2"),
    (2, "paie --ib 369"),
    (1, "paie cpip --im 450 --sans-prime xyz"),
    (2, "paie"),
    (2, "paie --statut titulaire"),
    (2, "paie --im 450 --grade principal"),
    (2, "paie --statut contractuel"),
    (2, "paie --statut contractuel --brut 0"),
    (2, "paie --statut contractuel --brut 3000 --im 450"),
    (2, "paie cpip --statut contractuel --brut 3000"),
    (2, "paie --statut contractuel --brut 3000 --grade principal"),
    (2, "paie --statut contractuel --brut 3000 --affectation centrale"),
    (2, "paie --statut contractuel --brut 3000 --sans-transfert"),
    (2, "paie --statut contractuel --brut 3000 --zone 1"),
    (2, "paie --statut contractuel --brut 3000 --enfants 2"),
    (2, "paie cpip --im 450 --contre '--date 2025-01'"),
    (2, "paie cpip --im 450 --contre --annuel"),
    (2, "paie cpip --im 450 --contre --json"),
    (2, "paie cpip --im 450 --contre --explique"),
    (2, "paie cpip --im 450 --contre '--contre x'"),
    (2, "paie cpip --im 450 --contre --xyz"),
    (2, "paie cpip --im 450 --contre '--im 5\"'"),
    (2, "paie aae --echelon 5 --contre '--im 500'"),
    (2, "paie cpip --im 450 --xyz"),
    (1, "grille xyz"),
    (1, "grille aae --grade foo"),
    (2, "grille aae --zone 4"),
    (1, "grille aae --date 2022-12"),
    (2, "net 3500 --statut foo"),
    (2, "net 3500 --statut titulaire --primes 3500"),
    (1, "net 3500 --statut titulaire --date 2022-12"),
    (2, "net cpip --statut titulaire"),
    (2, "net cpip --corps cpip"),
    (2, "net 2000 --corps cpip"),
    (2, "net 3500 --corps cpip --statut contractuel"),
    (1, "net 3500 --corps xyz"),
    (2, "net cpip --primes 400"),
]


@pytest.mark.parametrize(("code", "typed"), BAD, ids=[typed for _, typed in BAD])
def test_bad_input_is_one_french_sentence(code: int, typed: str) -> None:
    import shlex

    result = penit(*shlex.split(typed))
    assert (result.code, result.out) == (code, "")
    assert result.err.count("\n") == 1
    assert result.err.endswith("\n")
    assert "Traceback" not in result.err
    assert len(result.err) > 20


@pytest.mark.parametrize("corps", [*CORPS, ""])
def test_a_grid_comes_in_each_format_and_fits_its_terminal(corps: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = answered("grille", *([corps] if corps else []))
    assert all(render(grid, format_).strip() for format_ in FORMATS)
    for width in (40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = without_colours(render(grid, "table")).split("\n")
        assert [line for line in lines if columns(line) > width] == [], width


def test_a_grid_pays_what_the_payslip_pays() -> None:
    grid = penit_json("grille", "csip", "--zone", "2")
    for step in grid["grades"][0]["echelons"]:
        slip = penit_json("paie", "csip", "--echelon", step["echelon"], "--zone", "2")
        assert step["net"] == slip["totaux"]["net_a_payer_avant_impot"]
        assert step["traitement"] == slip["lignes"][0]["montant"]
    assert [step["cumul_mois"] for step in grid["grades"][0]["echelons"]][:3] == [0, 24, 48]
    assert grid["grades"][0]["echelons"][-1]["duree_mois"] is None


def test_a_grid_says_its_status() -> None:
    assert penit_json("grille", "csip")["statut"] == "sourcee"
    assert penit_json("grille", "dsp")["statut"] == "sourcee"
    assert penit_json("grille", "aae")["statut"] == "sourcee"
    assert penit_json("grille", "cea")["statut"] == "partielle"
    assert penit_json("grille", "cpip")["statut"] == penit_json("grille", "dpip")["statut"] == "partielle"
    unsourced = penit_json("grille", "cdc")
    assert unsourced["statut"] == "non_sourcee"
    steps = [step for grade in unsourced["grades"] for step in grade["echelons"]]
    assert all(step["indice_majore"] is step["traitement"] is step["net"] is None for step in steps)
    out = penit("grille", "cdc").out
    assert "Indices inconnus" in out
    assert "penit check" in out
    assert penit_json("grille", "aae", "--date", "2023-02")["grades"][2]["echelons"][0]["indice_majore"] is None
    assert penit_json("grille", "sa", "--date", "2023-08")["grades"][0]["echelons"][0]["indice_majore"] == 368
    assert penit_json("grille", "sa", "--date", "2023-02")["grades"][0]["echelons"][0]["indice_majore"] is None


def test_one_grade_by_its_alias() -> None:
    grid = penit_json("grille", "aae", "--grade", "attaché principal")
    assert [grade["code"] for grade in grid["grades"]] == ["principal"]


def test_the_exact_net_stands_beside_the_estimate() -> None:
    plain = penit_json("net", "3500")
    exact = penit_json("net", "3500", "--statut", "titulaire", "--primes", "400")
    assert {name: exact[name] for name in plain} == plain
    slip = penit_json("paie", "--statut", "contractuel", "--brut", "3500")
    assert penit_json("net", "3500", "--statut", "contractuel")["exact"]["totaux"] == slip["totaux"]
    lines = {line["code"]: line["montant"] for line in exact["exact"]["lignes"]}
    # 11.10 % of 3 100; RAFP on 400 (under 620); CSG on 98.25 % of 3 500.
    assert (lines["traitement"], lines["primes"], lines["pension_civile"], lines["rafp"]) == (3100, 400, 344.1, 20)
    assert (lines["csg_deductible"], lines["csg_non_deductible"], lines["crds"]) == (233.84, 82.53, 17.19)
    assert exact["exact"]["totaux"]["net_a_payer_avant_impot"] == 2802.34
    assert penit_json("net", "3500", "--primes", "400")["exact"]["statut"] == "titulaire"


def test_the_word_exact_is_kept_for_what_is() -> None:
    bare = same_spaces(penit("net", "3257,85", "--statut", "titulaire", "--primes", "1042,60").out)
    assert "Net calculé pour un titulaire, sans les régimes particuliers : 2 679,33 € avant impôt" in bare
    assert "--corps cpip" in bare
    assert "exact" not in bare.lower()
    own = same_spaces(penit("net", "3257,85", "--corps", "cpip").out)
    assert "Net calculé pour un CPIP à l’indice majoré 450 : 2 530,92 € avant impôt" in own
    found = penit_json("net", "3257,85", "--corps", "cpip")["exact"]
    assert (found["nature"], found["corps"], found["indice_majore"]) == ("calcule", "cpip", 450)
    assert "exact" not in own.lower()
    past = ("net", "2500", "--statut", "contractuel", "--date", "2025-09")
    assert "Net exact pour un contractuel" in same_spaces(penit(*past).out)
    assert penit_json(*past)["exact"]["nature"] == "exact"
    assert penit_json("net", "3257,85", "--statut", "titulaire")["exact"]["nature"] == "calcule"


def test_a_year_of_gross_has_a_year_of_bonuses() -> None:
    year = penit_json("net", "42k", "--annuel", "--primes", "1200")["exact"]
    assert year["primes"] == 100
    assert year["totaux"] == penit_json("net", "3500", "--primes", "100")["exact"]["totaux"]


@pytest.mark.parametrize("gross", ["1000", "1500", "1867", "2500", "9000"])
def test_the_exact_net_is_that_of_the_gross_asked(gross: str) -> None:
    for statut in ("titulaire", "contractuel"):
        totals = penit_json("net", gross, "--statut", statut)["exact"]["totaux"]
        assert totals["brut"] == float(gross)
        assert totals["net_a_payer_avant_impot"] < float(gross)


def test_show_and_compare_give_the_official_range() -> None:
    aae = same_spaces(penit("show", "aae", "--section", "salaire").out)
    grid = [step for grade in penit_json("grille", "aae")["grades"][1:] for step in grade["echelons"]]
    low, high = grid[0], grid[-1]["chevrons"][-1]
    for amount in (low["traitement"], low["net"], high["traitement"], high["net"]):
        assert f"{amount:,.2f} €".replace(",", " ").replace(".", ",") in aae
    assert "1er janvier 2024" in aae
    dsp = same_spaces(penit("show", "dsp", "--section", "salaire").out)
    first = penit_json("paie", "dsp", "--echelon", "1")["totaux"]
    assert f"{first['brut']:,.2f} €".replace(",", " ").replace(".", ",") in dsp
    assert "indices connus en partie" in penit("show", "cpip", "--section", "salaire").out
    both = penit("compare", "dsp", "cpip", "--tout").out
    assert "indices connus en partie" in both
    assert "7 711,44" in same_spaces(both)


def test_a_payslip_in_a_process_of_its_own_is_the_same(tmp_path: Path) -> None:
    target = tmp_path / "bulletin.json"
    result = process(*CPIP, "--sortie", str(target))
    assert (result.returncode, result.stdout) == (0, b"")
    assert json.loads(target.read_text(encoding="utf-8")) == penit_json(*CPIP)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("--date 2026-04", "avril 2026"),
        ("--date 2026-05 --annuel", "douze mois aux conditions de mai 2026"),
        ("--date 2026-10 --annuel", "douze mois aux conditions d’octobre 2026"),
    ],
)
def test_the_month_of_a_title_is_elided(typed: str, title: str) -> None:
    first = same_spaces(penit("paie", "cpip", "--im", "450", *typed.split()).out).splitlines()[0]
    assert first == f"CPIP, indice majoré 450 · {title}"


def test_a_payslip_is_one_screen_its_net_on_the_second_line() -> None:
    lines = screen(*CPIP).splitlines()
    assert len(lines) < 24  # the prompt takes the last row
    assert same_spaces(lines[1]) == "Net à payer avant impôt 2 530,92 € · après impôt (5,30 %) 2 391,91 €"
    reserves = [line for line in lines if line.startswith(("Réserves", "    "))]
    assert [re.findall(r"\d+ €", same_spaces(line)) for line in reserves[-4:]] == [["413 €"], ["359 €"], [], ["60 €"]]
    assert same_spaces(reserves[-1]).strip() == "7 autres, 60 € au plus chacune : --tout"
    every = same_spaces(penit(*CPIP, "--tout").out)
    assert all(same_spaces(item["texte"]) in every for item in penit_json(*CPIP)["hypotheses"])


@pytest.mark.parametrize("typed", ["cpip --echelon 3", "dsp --echelon 3", "aa --echelon 1", "--im 450"])
def test_the_net_stands_in_the_first_two_lines(typed: str) -> None:
    lines = same_spaces(screen("paie", *typed.split())).splitlines()
    assert re.search(r"\d €", " ".join(lines[:2]))
    assert len(lines) <= 27
    assert not any(word.endswith("-") for word in lines)


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ("--zone 1", "Passer en zone 1 : +60,12 € net par mois avant impôt, +56,83 € après impôt"),
        ("--quotite 80", "Passer à 80 % : −361,57 € net par mois avant impôt, −314,73 € après impôt"),
        ("--im 480 --enfants 1", "Passer à l’indice majoré 480, avec 1 enfant : +"),
        ("--affectation centrale", "Passer en administration centrale : −359,44 €"),
        ("--sans-prime ifse", "Ce changement : −413,24 €"),
        ("--zone 3", "Ce changement : 0 € net par mois avant impôt, 0 € après impôt"),
        ("dpip", "Passer à DPIP : effet sur le net inconnu, faute du montant d’une prime"),
    ],
)
def test_a_comparison_says_its_result_first(change: str, first: str) -> None:
    lines = same_spaces(screen(*CPIP, "--contre", change)).splitlines()
    assert lines[0].startswith(first)


def test_a_comparison_has_one_sign_and_folds_what_does_not_change() -> None:
    lines = same_spaces(screen(*CPIP, "--contre", "--zone 1")).splitlines()
    assert len(lines) < 24
    effects = {line[:20].strip(): line.split()[-1] for line in lines if re.search(r"[=\d]$", line)}
    assert effects["7 lignes inchangées"] == "="
    assert "Traitement brut" not in effects
    shown = ("CSG déductible", "Total des retenues", "Net à payer avant im", "Impôt prélevé à la s", "Net payé")
    assert [effects[name] for name in shown] == ["−4,44", "−6,33", "+60,12", "−3,29", "+56,83"]
    assert "7 lignes" not in penit(*CPIP, "--contre", "--zone 1", "--tout").out


def test_a_change_of_tax_rate_and_a_part_time_share_are_explained() -> None:
    out = " ".join(same_spaces(screen(*CPIP, "--contre", "--quotite 80")).split())
    assert "L’impôt par défaut change de tranche, de 5,30 % à 4,10 %" in out
    assert "Un temps partiel à 80 % est payé 6/7 du temps plein" in out
    assert "change de tranche" not in screen(*CPIP, "--contre", "--zone 1")
    assert "change de tranche" not in screen(*CPIP, "--taux-impot", "4", "--contre", "--quotite 80")
    assert "est payé" not in screen(*CPIP, "--contre", "--quotite 50")


def test_a_grid_says_its_ends_first_and_puts_alike_echelons_together() -> None:
    lines = same_spaces(screen("grille", "cpip")).splitlines()
    assert lines[1] == "Net par mois avant impôt : 2 340 € au premier échelon, 3 605 € au dernier"
    assert len(lines) <= 30
    assert any(
        re.match(r"2 à 5 +399 à 488 +2 ans chacun +2 ans +1 964 à 2 402 € +2 340 à 2 673 €$", line) for line in lines
    )
    assert "≈ 401 (supposé)" in same_spaces(screen("grille", "cea"))
    assert "HEA 2 : 930" in same_spaces(screen("grille", "dsp"))
    whole = same_spaces(penit("grille", "cpip", "--tout").out)
    assert "deux syndicats ont publiés" in whole
    assert "Sources" in whole
    assert "?" not in whole.replace("?p=", "")


def test_at_44_columns_a_grid_is_short_records() -> None:
    narrow = same_spaces(screen("grille", "dsp", "--grade", "classe_normale", width=44))
    assert "éch. 3 · indice 556 · 2 ans · 2 577 € net" in narrow.splitlines()


@pytest.mark.parametrize(
    ("quotite", "said"), [("80", "temps partiel à 80 %, payé 6/7"), ("90", "temps partiel à 90 %, payé 32/35")]
)
def test_a_share_that_pays_more_than_itself_says_so(quotite: str, said: str) -> None:
    assert said in same_spaces(penit("paie", "cpip", "--im", "450", "--quotite", quotite).out)
    half = same_spaces(penit("paie", "cpip", "--im", "450", "--quotite", "50").out)
    assert "temps partiel à 50 %" in half
    assert "50 %, payé" not in half
