"""A table as Rich lays it out: where it fits, and what stands out in it."""

import pytest
from rich.text import Text

from penitcareer.render.document import Column, Table
from penitcareer.render.formats.rich_table import fitting_grid

NAMED = (Column("Métier", flexible=True), Column("Net", right=True))
ROWS = (("conseiller pénitentiaire d’insertion", "2 340 €"), ("directeur", "1 985 €"))


@pytest.mark.parametrize(("width", "there"), [(45, True), (44, True), (23, True), (22, False)])
def test_a_table_is_laid_out_where_it_fits_wrapped_where_its_words_do(width: int, there: bool) -> None:
    """Its longest cell takes 36 columns, its narrowest 14, two apart from the seven of an amount."""
    assert (fitting_grid(Table(NAMED, ROWS), width) is not None) is there


def test_totals_and_titles_of_rows_stand_out() -> None:
    rows = (("Traitement", "1 964"), ("dont", ""), ("IFSE", "514"), ("Total", "2 478"), ("Net", "2 340"))
    grid = fitting_grid(Table(NAMED, rows, totals=2), 80)
    assert grid is not None
    assert [row.style for row in grid.rows] == [None, "bold", None, "bold", "bold"]


def test_a_group_is_named_once_and_parted_from_the_next() -> None:
    rows = (("CPIP", "1"), ("CPIP", "2"), ("DSP", "3"))
    grid = fitting_grid(Table(NAMED, rows, grouped=True), 80)
    assert grid is not None
    assert [row.end_section for row in grid.rows] == [False, True, False]
    names = [str(cell) if isinstance(cell, Text) else "" for cell in grid.columns[0].cells]
    assert names == ["CPIP", "", "DSP"]
