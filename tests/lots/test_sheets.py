"""What `penit lot` reads of a spreadsheet."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from penitcareer.lots import sheets
from tests.lots.test_files import paid
from tests.support import refusal, same_spaces

FAILED = "#N/A"  # what a cell shows whose formula failed


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "agents.xlsx"
    write_sheet(path, [["Corps", "im", "primes"], ["cpip", 450, 12.5], ["aae", 500, None]])
    first, second = paid(path)
    assert (first["ligne_primes"], second["ligne_primes"]) == ("12,50", "0,00")
    assert first["total_brut"] > second["total_brut"] > ""


def test_every_cell_under_a_header_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "agents.xlsx"
    write_sheet(path, [["corps", "im", "Note", "Note", None], ["cpip", 450, "a", "2026-01-31 00:00:00", "b"]])
    (row,) = paid(path)
    assert list(row.items())[2:5] == [("Note", "a"), ("Note_2", "2026-01-31"), ("colonne_5", "b")]


def test_a_header_that_says_a_fact_twice_or_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "agents.xlsx"
    write_sheet(path, [["corps", "im", "corps"], ["cpip", 450, "cea"]])
    refusal("lot", str(path), code=2, words="Deux colonnes disent la même chose : « corps », « corps »")
    write_sheet(path, [])
    refusal("lot", str(path), code=1, words="aucun en-tête")


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("piece", [16, sheets.PIECE])
def test_a_formula_that_failed_is_an_anomaly_and_no_empty_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, piece: int
) -> None:
    monkeypatch.setattr(sheets, "PIECE", piece)
    path = tmp_path / f"agents.{ending}"
    write = write_sheet if ending == "xlsx" else write_ods
    write(path, [["corps", "im", "primes"], ["cpip", "450", FAILED], ["cpip", "450", "12"]])
    failed, other = paid(path, 1)
    assert (failed["primes"], failed["total_brut"], other["ligne_primes"]) == (FAILED, "", "12,00")
    assert same_spaces(failed["anomalie"]).startswith("Montant refusé pour primes : « #N/A »")


def write_sheet(path: Path, rows: list[list[object]]) -> None:
    """The least that is a spreadsheet of Excel."""

    def cell(value: object) -> str:
        if value is None:
            return "<c/>"
        if value == FAILED:
            return f'<c t="e"><v>{value}</v></c>'
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if isinstance(value, str) else f"<c><v>{value}</v></c>"

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/s.xml" '
        f'ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type='
        f'"{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="a"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type='
        f'"{office}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>'
        + "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
        + "</sheetData></worksheet>",
    }
    write_archive(path, parts)


def write_ods(path: Path, rows: list[list[object]]) -> None:
    """The least that is a spreadsheet of LibreOffice."""

    def cell(value: object) -> str:
        failed = ' office:string-value="" calcext:value-type="error"' if value == FAILED else ""
        return f'<table:table-cell office:value-type="string"{failed}><text:p>{value}</text:p></table:table-cell>'

    spaces = (f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text"))
    table = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = f'<table:table table:name="a">{table}</table:table>'
    for name in ("spreadsheet", "body", "document-content"):
        content = f"<office:{name}>{content}</office:{name}>"
    signed = content.replace("content>", f'content {" ".join(spaces)} xmlns:calcext="urn:calcext">', 1)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    write_archive(path, {"mimetype": kind, "content.xml": signed, "META-INF/manifest.xml": "<manifest/>"})


def write_archive(path: Path, parts: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
