"""What `penit lot` reads, writes, refuses, and never says."""

import csv
import io
import json
import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from penitcareer.lots import csv_pieces, tables
from penitcareer.lots.run import StaffRun
from tests.support import penit, penit_json, python, refusal, same_spaces

AGENTS = "Matricule;Corps;Échelon;Zone;Primes\n00a1;aae;5;1;120,50\n00b2;AAE;6;;\n"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """A small staff."""
    path = tmp_path / "agents.csv"
    path.write_text(AGENTS, encoding="utf-8")
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def paid(path: Path, code: int = 0) -> list[dict[str, str]]:
    result = penit("lot", str(path))
    assert result.code == code, result.err
    return rows_of(result.out)


def test_each_row_comes_out_as_it_was_with_its_payslip(staff: Path) -> None:
    first, second = paid(staff)
    totals = penit_json("paie", "aae", "--echelon", "5", "--zone", "1", "--primes", "120,50")["totaux"]
    assert list(first)[:5] == ["Matricule", "Corps", "Échelon", "Zone", "Primes"]
    assert (first["Matricule"], first["Primes"], second["Zone"]) == ("00a1", "120,50", "")
    assert Decimal(first["total_brut"].replace(",", ".")) == Decimal(str(totals["brut"]))
    assert Decimal(first["total_net_paye"].replace(",", ".")) == Decimal(str(totals["net_paye"]))
    assert first["net_min"] == first["net_max"] == first["total_net_a_payer_avant_impot"]
    assert (first["anomalie"], first["manque"], first["ligne_ifse"]) == ("", "ifse", "")


def test_what_was_read_of_each_column_is_said_and_no_cell_is(staff: Path) -> None:
    said = penit("lot", str(staff)).err
    assert said == (
        "Colonnes lues : Corps → corps, Échelon → echelon, Zone → zone, Primes → primes."
        " Gardées telles quelles : Matricule.\n"
    )


@pytest.mark.parametrize(("rates", "told"), [(("0,1", "0,053"), True), (("0,1", "1"), False), (("0", ""), False)])
def test_rates_that_a_spreadsheet_wrote_as_fractions_are_told(staff: Path, rates: tuple[str, str], told: bool) -> None:
    """10 % shown in a cell is 0,1 in its file, and a rate of 0,1 % may be somebody's."""
    staff.write_text("im;taux_impot\n" + "".join(f"450;{rate}\n" for rate in rates), "utf-8")
    assert ("pas 0,1 comme dans un tableur" in same_spaces(penit("lot", str(staff)).err)) is told


def test_a_column_whose_name_is_nearly_one_of_ours_is_told(staff: Path) -> None:
    staff.write_text("corps;enfant;Échelons;indice;prénom;commune\ncpip;;;;;\n", "utf-8")
    said = same_spaces(penit("lot", str(staff)).err)
    assert "Gardées telles quelles : enfant, Échelons, indice, prénom, commune." in said
    assert said.endswith(" À renommer peut-être : enfant → enfants ?, Échelons → echelon ?, indice → im ?\n")


@pytest.mark.parametrize(
    ("separator", "encoding", "start", "end"),
    [
        (";", "utf-8", "", "\n"),
        (",", "utf-8", "", "\n"),
        (";", "cp1252", "", "\r\n"),
        ("\t", "utf-8", "\ufeff", "\r\n"),
    ],
)
def test_a_csv_is_read_however_it_was_written(
    tmp_path: Path, staff: Path, separator: str, encoding: str, start: str, end: str
) -> None:
    text = AGENTS.replace(",50", ".50").replace(";", separator).replace("\n", end)
    other = tmp_path / "other.csv"
    other.write_bytes((start + text).encode(encoding))
    assert paid(other) == [row | ({"Primes": "120.50"} if row["Primes"] else {}) for row in paid(staff)]


def test_a_row_in_fault_is_kept_with_its_reason_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("corps;im;enfants\ncpip;450;0\nnulle part;450;0\ncpip;450;trois\ncpip;450;0;9\n\n;;\n", "utf-8")
    result = penit("lot", str(path))
    rows = rows_of(result.out)
    assert (result.code, len(rows)) == (1, 4)
    assert [same_spaces(row["anomalie"]).split(".")[0] for row in rows] == [
        "",
        "Corps inconnu : « nulle part »",
        "enfants va de 0 à 15, pas « trois »",
        "La ligne a plus de cellules que l’en-tête",
    ]
    assert [row["total_brut"] == "" for row in rows] == [False, True, True, True]
    assert "3 lignes sans bulletin sur 4 : 2, 3, 4" in result.err
    assert "nulle part" not in result.err
    assert "trois" not in result.err


@pytest.mark.parametrize(
    ("fact", "text"), [("enfants", "２"), ("primes", "１２"), ("enfants", "16"), ("primes", "9999999")]
)
def test_a_number_that_is_none_of_ours_is_an_anomaly(tmp_path: Path, fact: str, text: str) -> None:
    path = tmp_path / "agents.csv"
    path.write_text(f"im;{fact}\n450;{text}\n450;1\n", "utf-8")
    assert [row["anomalie"] != "" for row in paid(path, 1)] == [True, False]


def test_deductions_past_the_pay_and_points_of_the_law_are_anomalies_too(tmp_path: Path) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("im;psc_agent;quotité\n450;9000;100\n450;;75\n9999;;\n;;\n", "utf-8")
    assert ["dépassent" in row["anomalie"] for row in paid(path, 1)] == [True, False, False]
    assert all(row["anomalie"] for row in paid(path, 1))


@pytest.mark.parametrize(
    "rows", ['"a\nb";450', 'a"b;450\n', '"a;450\n', '"a;450\nb;460\n"c;470\n', '"a\nb";450\n', '"a"b;450\nc;460\n']
)
def test_no_row_is_lost_in_a_cell_that_a_quote_opens(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("nom;im\n" + rows, "utf-8")
    expected = rows.count(";")
    found = rows_of(penit("lot", str(path)).out)
    assert [row["total_brut"] != "" for row in found] == [True] * expected


def test_pieces_end_where_a_row_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(csv_pieces, "PIECE", 64)
    monkeypatch.setattr(tables, "BLOCK", 3)
    path = tmp_path / "agents.csv"
    names = [f'"{"x" * (rank % 40)}\n;{rank}"' for rank in range(50)]
    path.write_text("nom;im\n" + "".join(f"{name};{400 + rank}\n" for rank, name in enumerate(names)), "utf-8")
    found = paid(path)
    assert [row["nom"].strip('"') for row in found] == [name.strip('"') for name in names]
    assert [row["im"] for row in found] == [str(400 + rank) for rank in range(50)]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ('"Nom\ncomplet";corps;im', ["Nom\ncomplet", "corps", "im"]),
        ('corps;"Note, en, clair, ici";im', ["corps", "Note, en, clair, ici", "im"]),
        ('corps;im;"', ["corps", "im", '"']),
        ("corps;im;Note;Note;;", ["corps", "im", "Note", "Note_2", "colonne_5", "colonne_6"]),
    ],
)
def test_every_column_under_a_header_is_kept(tmp_path: Path, header: str, columns: list[str]) -> None:
    path = tmp_path / "agents.csv"
    cells = ["cpip" if name == "corps" else "450" if name == "im" else f"x{rank}" for rank, name in enumerate(columns)]
    path.write_text(header + "\n" + ";".join(cells) + "\n", "utf-8")
    (row,) = paid(path)
    assert list(row.items())[: len(columns)] == list(zip(columns, cells, strict=True))
    assert row["total_brut"]


def test_a_cell_as_long_as_a_book_is_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("corps;im;note\ncpip;450;" + '"' + "x" * 200_000 + '"y\n', "utf-8")
    assert [len(row["note"]) for row in paid(path)] == [200_001]


HEADERS = {
    "nom;prenom\na;b\n": "Aucune colonne ne dit qui est payé",
    "corps;Corps\ncpip;cpip\n": "Deux colonnes disent la même chose : « corps », « Corps »",
    "im;total_brut\n450;1\n": "Colonnes déjà nommées comme des résultats : « total_brut »",
    "": "aucun en-tête",
    "im\0;corps\n": "son contenu n’est pas",
    "corps;im\rcpip;450\rcea;400\r": "son contenu n’est pas",
    "corps;im\rcpip;450\ncea;400\n": "son contenu n’est pas",
    "corps;im;corps\ncpip;450;cea\n": "Deux colonnes disent la même chose : « corps », « corps »",
}


@pytest.mark.parametrize("text", HEADERS)
def test_a_bad_header_stops_before_anything_is_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "agents.csv"
    path.write_text(text, "utf-8")
    result = penit("lot", str(path), "--sortie", str(tmp_path / "out.csv"))
    assert (result.code in (1, 2), result.out) == (True, "")
    assert HEADERS[text] in same_spaces(result.err)
    assert os.listdir(tmp_path) == ["agents.csv"]


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("absent.csv", (), "fichier introuvable"),
        ("agents.docx", (), "format inconnu"),
        (".", (), "c’est un dossier"),
        ("agents.csv", ("--sortie", "x.json"), ".csv, .parquet, .jsonl"),
        ("agents.csv", ("--format", "md"), "--synthese"),
        ("agents.csv", ("--synthese", "--sortie", "x.parquet"), "synthese.csv"),
        ("agents.csv", ("--sortie", "agents.csv"), "est lu par cette commande"),
        ("agents.parquet", (), "son contenu n’est pas"),
        ("agents.xlsx", (), "son contenu n’est pas"),
    ],
)
def test_what_cannot_be_read_or_written_is_refused(
    staff: Path, monkeypatch: pytest.MonkeyPatch, name: str, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(staff.parent)
    if name.endswith(("docx", "parquet", "xlsx")):
        Path(name).write_bytes(b"x")
    before = staff.read_bytes()
    result = penit("lot", name, *options)
    assert (result.code in (1, 2), result.out) == (True, "")
    assert words in same_spaces(result.err)
    assert staff.read_bytes() == before


def test_rows_are_written_by_the_ending_of_the_file(staff: Path) -> None:
    found = {}
    for ending in ("csv", "parquet", "jsonl"):
        path = staff.with_suffix(f".out.{ending}")
        assert penit("lot", str(staff), "--sortie", str(path)).code == 0
        found[ending] = path
    assert found["csv"].read_bytes().startswith(b"\xef\xbb\xbfMatricule;")
    assert rows_of(found["csv"].read_text("utf-8")) == paid(staff)
    table = pl.read_parquet(found["parquet"])
    lines = [json.loads(line) for line in found["jsonl"].read_text("utf-8").splitlines()]
    assert table.schema["total_brut"] == tables.EUROS
    assert [float(row["total_brut"]) for row in table.to_dicts()] == [line["total_brut"] for line in lines]
    assert table.columns == list(lines[0]) == list(paid(staff)[0])
    assert len(os.listdir(staff.parent)) == 4  # nothing unfinished is left
    from_parquet = penit("lot", str(found["parquet"]))
    assert "Colonnes déjà nommées" in from_parquet.err


def test_a_parquet_file_gives_what_its_csv_gives(staff: Path) -> None:
    path = staff.with_suffix(".parquet")
    typed = {"Matricule": ["00a1", "00b2"], "Corps": ["aae", "AAE"], "Échelon": [5, 6], "Zone": [1.0, None]}
    pl.DataFrame({**typed, "Primes": [120.5, None]}).write_parquet(path)
    wanted = [{**row, "Zone": row["Zone"] and "1,0", "Primes": row["Primes"] and "120,5"} for row in paid(staff)]
    assert paid(path) == wanted


@pytest.mark.parametrize(
    ("cell", "refused"),
    [([1, 2], ["csv"]), (timedelta(1), ["csv"]), (b"a", ["csv", "jsonl"]), ({"a": [b"a"]}, ["csv", "jsonl"])],
)
def test_what_a_format_cannot_hold_is_refused(tmp_path: Path, cell: object, refused: list[str]) -> None:
    path = tmp_path / "agents.parquet"
    pl.DataFrame({"im": [450], "notes": [cell]}).write_parquet(path)
    for ending in ("csv", "jsonl", "parquet"):
        result = penit("lot", str(path), "--sortie", str(tmp_path / f"o.{ending}"))
        assert result.code == (2 if ending in refused else 0)
        assert ("ne sait pas écrire : « notes »" in same_spaces(result.err)) == (ending in refused)


def test_without_the_extra_one_sentence_says_what_to_install(staff: Path) -> None:
    code = "import sys\nsys.modules['polars'] = None\nfrom penitcareer.cli.main import run\nsys.exit(run(sys.argv[1:]))"
    done = python(code, ["lot", str(staff)])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'penitcareer[lots]'" in done.stderr


def test_an_empty_staff_is_a_header(tmp_path: Path) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("corps;im\n", "utf-8")
    result = penit("lot", str(path))
    assert (result.code, result.out.count("\n")) == (0, 1)
    assert penit("lot", str(path), "--synthese").code == 0


def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    import signal
    import subprocess
    import sys
    import time

    path = tmp_path / "agents.csv"
    path.write_text("corps;im;primes\n" + "".join(f"cpip;450;{n % 500}\n" for n in range(300_000)), "utf-8")
    command = [sys.executable, "-m", "penitcareer", "lot", str(path), "--sortie", str(tmp_path / "out.parquet")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(600):
        if len(os.listdir(tmp_path)) > 1:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert os.listdir(tmp_path) == ["agents.csv"]


def test_a_parquet_file_is_made_without_python_on_the_threads_of_polars(
    staff: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_on = []
    tables_of = StaffRun.tables

    def spied(run: StaffRun) -> Iterator[pl.DataFrame]:
        for table in tables_of(run):
            asked_on.append(threading.current_thread())
            yield table

    monkeypatch.setattr(StaffRun, "tables", spied)
    assert penit("lot", str(staff), "--sortie", str(staff.with_suffix(".parquet"))).code == 0
    assert asked_on == [threading.main_thread()]


def test_an_empty_staff_makes_an_empty_parquet_file(staff: Path) -> None:
    staff.write_text("corps;im\n", "utf-8")
    assert penit("lot", str(staff), "--sortie", str(staff.with_suffix(".parquet"))).code == 0
    table = pl.read_parquet(staff.with_suffix(".parquet"))
    assert (table.is_empty(), table.columns[:3]) == (True, ["corps", "im", "total_brut"])


FULL = {"DataFrame.write_ipc": OSError(), "LazyFrame.sink_parquet": pl.exceptions.ComputeError()}  # what each raises


@pytest.mark.parametrize("where", FULL)
def test_a_full_disk_is_a_sentence_and_leaves_nothing(staff: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def fails(*_: object, **__: object) -> None:
        raise FULL[where]

    monkeypatch.setattr(f"polars.{where}", fails)
    result = penit("lot", str(staff), "--sortie", str(staff.with_suffix(".parquet")))
    assert result.code == 1
    assert "le disque ou le système l’a refusée" in result.err
    assert os.listdir(staff.parent) == ["agents.csv"]


def test_a_refusal_is_one_sentence(tmp_path: Path) -> None:
    assert "Argument en trop" in refusal("lot", "a.csv", "b.csv", code=2, words="b.csv")
