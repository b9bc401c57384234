"""The rows of a table too wide for a screen: a line a row, or a small block each."""

from collections.abc import Iterator

from penitcareer.domain.records import NamedTuple
from penitcareer.render.document import Table
from penitcareer.render.words.french import FIXED, NOTHING
from penitcareer.render.words.wrapping import STEP, columns

INDENT = GAP = 2


class Line(NamedTuple):
    """A line to lay out: how far it is set in, a title that stands out and a text."""

    indent: int
    title: str
    text: str


def records(table: Table, width: int) -> Iterator[Line]:
    """Each row as a line where the columns say how; else as its first cell, then a line a
    column. In a grouped table a group has one title; a cell alone needs none; a row with its
    first cell alone is a title."""
    short = any(column.bref for column in table.columns)
    if short and (ledger := _ledger(table, width)):
        yield from ledger
        return
    last = None
    for row in table.rows:
        first, *others = row
        if table.grouped and first != last:
            yield Line(0, first, "")
        last = first
        indent = INDENT if table.grouped else 0
        if not any(others):
            yield Line(0, first, "")
        elif short:
            yield Line(indent, "", _brief(table, row, width - indent))
        elif table.grouped:
            yield Line(indent, others[0], _listed(table, others[1:]))
        else:
            yield Line(0, first, "")
            for column, cell in zip(table.columns[1:], others, strict=True):
                if cell:
                    yield Line(INDENT, column.titre, cell)


def _ledger(table: Table, width: int) -> list[Line]:
    """« Traitement brut   +1 964,19 »: rows of one figure each, the figures one under the other, and totals of
    several; none where a row says more, or has no room."""
    said = [_said(table, row) for row in table.rows]
    right = {column.right for column in table.columns[1:] if column.bref}
    if table.grouped or right != {True} or any(len(facts) != 2 for facts in said[: len(said) - table.totals]):
        return []
    pairs = [(name, STEP.join(figures)) for name, *figures in said]
    edge = max(columns(name) + GAP + columns(figure) for name, figure in pairs)
    if edge > width:
        return []
    return [
        Line(0, "", _held(name) + FIXED * (edge - columns(name + figure)) + _held(figure)) for name, figure in pairs
    ]


def _held(fact: str) -> str:
    """A fact that no line breaks."""
    return fact.replace(" ", FIXED)


def _brief(table: Table, row: tuple[str, ...], width: int) -> str:
    """« éch. 3 · 2 ans · 2 577 € net »: what is unknown is left out, and a line breaks
    between two facts only."""
    return STEP.join(_held(fact) if columns(fact) < width else fact for fact in _said(table, row))


def _said(table: Table, row: tuple[str, ...]) -> list[str]:
    return [
        column.bref.format(cell)
        for column, cell in zip(table.columns, row, strict=True)
        if column.bref and cell not in ("", NOTHING)
    ]


def _listed(table: Table, cells: list[str]) -> str:
    titles = [column.titre.lower() for column in table.columns[2:]]
    if len(titles) == 1:
        return cells[0]
    return ", ".join(f"{title} {cell}" for title, cell in zip(titles, cells, strict=True) if cell)
