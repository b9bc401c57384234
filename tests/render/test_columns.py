"""Each figure stands in its own column: sums tell for payslips, the JSON tells for the CSV."""

import csv
import io
import re
from typing import Any

import pytest

from penitcareer import Penit
from penitcareer.domain.pay.bulletin import PayslipLine
from penitcareer.render.document import Column, Document, Table
from penitcareer.render.formats.plain import to_plain
from penitcareer.render.formats.terminal import to_terminal, to_text
from penitcareer.render.records import records
from penitcareer.render.views.payslip import paid_and_held
from penitcareer.render.words.wrapping import wrap_steps
from tests.support import DAY, PAGE, penit, penit_json

PAYSLIPS = (
    "paie cpip --im 450 --psc-employeur 35",
    "paie aae --grade principal --echelon 5 --zone 1 --enfants 2 --primes 400",
    "paie --statut contractuel --brut 3000 --psc-agent 20 --psc-employeur 20",
)
EXACT = ("net 3500 --statut titulaire --primes 400", "net 3500 --statut contractuel")


def cents(amount: str) -> int:
    return int(re.sub(r"\D", "", amount) or "0")


def columns_of(call: str) -> dict[str, dict[str, int]]:
    """What a payslip says to pay and to deduct, line by line, in cents."""
    text = penit(*call.split(), "--format", "md").out
    (table,) = (found for found in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE) if "À payer" in found)
    header, _, *lines = ([cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines())
    at = {name: header.index(name) for name in ("À payer", "À déduire")}
    return {name: {line[0]: cents(line[index]) for line in lines} for name, index in at.items()}


@pytest.mark.parametrize("call", [*PAYSLIPS, *EXACT])
def test_the_last_row_adds_the_others_up(call: str) -> None:
    for column in columns_of(call).values():
        total = column.pop("Total")
        assert total == sum(column.values()) > 0


@pytest.mark.parametrize("call", [*PAYSLIPS, *EXACT])
def test_the_columns_of_a_payslip_add_up_to_its_totals(call: str) -> None:
    decoded = penit_json(*call.split())
    totals = decoded.get("exact", decoded)["totaux"]
    columns = columns_of(call)
    assert columns["À payer"]["Total"] == round(totals["brut"] * 100)
    held = totals["brut"] - totals["net_a_payer_avant_impot"]
    assert columns["À déduire"]["Total"] == round(held * 100)


@pytest.mark.parametrize("call", PAYSLIPS)
def test_what_only_informs_is_in_no_column(call: str) -> None:
    informing = [line["libelle"] for line in penit_json(*call.split())["lignes"] if line["sens"] == "information"]
    assert bool(informing) == ("--psc-employeur" in call)
    for column in columns_of(call).values():
        assert [name for name in informing if column[name]] == []


def test_a_line_stands_on_its_side_in_every_view_of_a_payslip() -> None:
    line = PayslipLine("code", "Libellé", "gain", None, None, 1234, PAGE, "explication")
    sides = {sens: paid_and_held(line._replace(sens=sens)) for sens in ("gain", "retenue", "information")}
    amount = "12,34"
    assert sides == {"gain": (amount, ""), "retenue": ("", amount), "information": ("", "")}


def steps_of(grid: dict[str, Any]) -> list[dict[str, Any]]:
    """The échelons of a grid, each with what names it in a table."""
    named = [{"corps": grid["corps"], "grade": grade["code"], **step} for grade in grid["grades"]
             for step in grade["echelons"]]  # fmt: skip
    steps = [each for step in named for each in chevrons_of(step)]
    return [{**step, "indice_brut": step["lettre"] or step["indice_brut"], **ends_of(step)} for step in steps]


def chevrons_of(step: dict[str, Any]) -> list[dict[str, Any]]:
    """An échelon, or each chevron of one that has a letter: only the first is reached by time."""
    if not step["chevrons"]:
        return [{**step, "chevron": None}]
    return [
        {**step, **each, "indice": {**step["indice"], "min": index, "max": index},
         "net_encadre": {"min": each["net"], "max": each["net"]},
         "cumul_mois": step["cumul_mois"] if each["chevron"] == 1 else None}
        for each in step["chevrons"]
        if (index := each["indice_majore"])
    ]  # fmt: skip


def ends_of(step: dict[str, Any]) -> dict[str, Any]:
    """The ends of the index of an échelon and of its net, by column."""
    index, net = step["indice"] or {}, step["net_encadre"] or {}
    ends = {f"indice_{end}": index.get(end) for end in ("min", "max")}
    return {**ends, **{f"net_{end}": net.get(end) for end in ("min", "max")}, "preuve": index.get("preuve")}


def as_cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.2f}".replace(".", ",") if isinstance(value, float) else str(value)


@pytest.mark.parametrize("corps", ["dsp", "aae", "cpip", "csip"])
def test_each_cell_of_a_grid_stands_under_its_name(corps: str) -> None:
    rows = list(csv.DictReader(io.StringIO(penit("grille", corps, "--format", "csv").out, newline=""), delimiter=";"))
    steps = steps_of(penit_json("grille", corps))
    assert rows == [{name: as_cell(step[name]) for name in rows[0]} for step in steps]


def test_no_word_of_a_flexible_column_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(
        (Column(""), *(Column(name, flexible=True) for name in ("A", "B"))),
        (("École", "Institut régional d’administrations", "huit mois payés, à peu près"),),
    )
    for width in range(30, 80, 3):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = to_terminal(Document("Titre", "", (table,)), io.StringIO(), "utf-8")
        assert "d’administrations" in shown, width


def test_a_command_to_type_is_not_broken_where_it_fits() -> None:
    steps = "Plus : penit show cpip --tout · penit acces cpip"
    assert wrap_steps(steps, 80) == [steps]
    assert wrap_steps(steps, 40) == ["Plus : penit show cpip --tout ·", "penit acces cpip"]
    assert wrap_steps(steps, 26) == ["Plus :", "penit show cpip --tout ·", "penit acces cpip"]
    assert wrap_steps(steps, 12) == ["Plus : penit", "show cpip", "--tout ·", "penit acces", "cpip"]
    long = "penit a · penit grille cpip --grade classe_exceptionnelle · penit b"
    assert wrap_steps(long, 30) == ["penit a ·", "penit grille cpip --grade", "classe_exceptionnelle ·", "penit b"]


def test_the_rows_of_a_table_too_wide_are_lines_broken_between_facts() -> None:
    columns = (Column("Échelon", bref="éch. {}"), Column("Durée", bref="{}"), Column("Net", right=True, bref="{} net"))
    table = Table(columns, (("3", "2 ans", "2 577 €"), ("4", "—", "2 758 €")))
    said = [[line.text.replace("\u00a0", " ") for line in records(table, width)] for width in (44, 20)]
    assert said == [["éch. 3 · 2 ans · 2 577 € net", "éch. 4 · 2 758 € net"]] * 2
    shown = to_plain(Document("Titre", "", (table,)), 20).splitlines()[2:]
    assert [line.replace("\u00a0", " ") for line in shown] == [
        "éch. 3 · 2 ans ·",
        "  2 577 € net",
        "éch. 4 · 2 758 € net",
    ]


def test_no_word_of_a_sheet_is_cut_on_a_screen_of_any_width() -> None:
    answer = Penit(le=DAY).metier("cpip")
    document = answer.vue.document(answer.valeur)
    known = set(re.findall(r"\w+", to_plain(document)))
    for width in range(34, 80):
        assert set(re.findall(r"\w+", to_text(document, width).plain)) <= known, width


@pytest.mark.parametrize(
    ("width", "needed", "wrapped"),
    [
        (80, 80, True),  # it fits as asked
        (60, 90, True),
        (70, 90, True),
        (59, 90, False),  # a row that can be told as a line is not wrapped below sixty columns
    ],
)
def test_a_row_that_can_be_told_is_wrapped_on_a_wide_screen_only(
    monkeypatch: pytest.MonkeyPatch, width: int, needed: int, wrapped: bool
) -> None:
    cells = ("3", " ".join(["mot"] * ((needed - len("Échelon") - 1) // 4)))
    table = Table((Column("Échelon", bref="éch. {}"), Column("Détail", flexible=True, bref="{}")), (cells,))
    monkeypatch.setenv("COLUMNS", str(width))
    shown = to_terminal(Document("Titre", "", (table,)), io.StringIO(), "utf-8")
    assert ("Détail" in shown) == wrapped
    assert ("éch." in shown) != wrapped
