"""The rows of a table too wide for its screen: what each becomes."""

import pytest

from penitcareer.render.document import Column, Table
from penitcareer.render.records import Line, records

NAMED = (Column("Métier"), Column("Net"), Column("Diplôme"), Column("Statut"))


def lines(table: Table, width: int = 40) -> list[Line]:
    return [line._replace(text=line.text.replace("\u00a0", " ")) for line in records(table, width)]


def test_a_row_is_its_first_cell_then_a_line_a_column() -> None:
    table = Table(NAMED, (("CPIP", "2 340 €", "", "titulaire"), ("DSP", "", "", "")))
    assert lines(table) == [
        Line(0, "CPIP", ""),
        Line(2, "Net", "2 340 €"),
        Line(2, "Statut", "titulaire"),
        Line(0, "DSP", ""),  # alone, the title of what follows
    ]


def test_a_group_has_one_title_and_its_rows_are_set_in() -> None:
    rows = (("CPIP", "début", "bac+3", "oui"), ("CPIP", "fin", "", "non"), ("DSP", "début", "bac+3", ""))
    assert lines(Table(NAMED, rows, grouped=True)) == [
        Line(0, "CPIP", ""),
        Line(2, "début", "diplôme bac+3, statut oui"),
        Line(2, "fin", "statut non"),
        Line(0, "DSP", ""),
        Line(2, "début", "diplôme bac+3"),
    ]


def test_the_only_fact_of_a_row_needs_no_title() -> None:
    rows = (("CPIP", "début", "2 340 €"),)
    assert lines(Table(NAMED[:3], rows, grouped=True)) == [Line(0, "CPIP", ""), Line(2, "début", "2 340 €")]


BRIEF = (Column("Échelon", bref="éch. {}"), Column("Durée", bref="{}"), Column("IM"), Column("Net", bref="{} net"))


def test_a_row_is_one_line_where_columns_say_how() -> None:
    rows = (("3", "2 ans", "399", "2 577 €"), ("4", "—", "410", ""), ("Hors classe", "", "", ""))
    assert lines(Table(BRIEF, rows)) == [
        Line(0, "", "éch. 3 · 2 ans · 2 577 € net"),
        Line(0, "", "éch. 4"),
        Line(0, "Hors classe", ""),
    ]
    assert lines(Table(BRIEF, (rows[0],), grouped=True))[1:] == [Line(2, "", "éch. 3 · 2 ans · 2 577 € net")]


PAID = (Column("Ligne", bref="{}"), Column("Base"), Column("À payer", right=True, bref="+{}"),
        Column("À déduire", right=True, bref="−{}"))  # fmt: skip
ROWS = (("Traitement", "", "1 964,19", ""), ("Retenue", "1 964,19", "", "218,03"))
SUM = ("Total", "", "1 964,19", "218,03")


def test_rows_of_one_figure_have_their_figures_one_under_the_other_and_totals_too() -> None:
    found = lines(Table(PAID, (*ROWS, SUM), totals=1), 26)
    assert [line.text for line in found] == [
        "Traitement       +1 964,19",
        "Retenue            −218,03",
        "Total  +1 964,19 · −218,03",
    ]


@pytest.mark.parametrize("table", [
    Table(PAID, (*ROWS, SUM)),  # a row that adds nothing up says two
    Table(PAID, ROWS, grouped=True),
    Table((*PAID, Column("Preuve", bref="{}")), tuple((*row, "") for row in ROWS)),
])  # fmt: skip
def test_figures_are_aligned_where_each_row_says_one_and_nothing_else(table: Table) -> None:
    assert "Traitement · +1 964,19" in [line.text for line in lines(table)]


def test_figures_are_aligned_where_they_have_room() -> None:
    assert lines(Table(PAID, ROWS), 21)[0].text == "Traitement  +1 964,19"
    assert lines(Table(PAID, ROWS), 20)[0].text == "Traitement · +1 964,19"


@pytest.mark.parametrize(("width", "grouped", "held"), [(13, False, True), (12, False, False), (15, True, True),
                                                        (14, True, False)])  # fmt: skip
def test_a_fact_is_held_together_where_it_fits_with_the_sign_after_it(width: int, grouped: bool, held: bool) -> None:
    """« 12 577 € net », twelve columns, less what a group is set in."""
    *_, line = records(Table(BRIEF, (("", "", "", "12 577 €"),), grouped=grouped), width)
    assert line.text == ("12 577 € net".replace(" ", "\u00a0") if held else "12 577 € net")
