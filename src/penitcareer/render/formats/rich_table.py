"""A table on a terminal, with Rich: as asked, wrapped, or not at all where it does not fit."""

from rich import box
from rich.table import Table as RichTable
from rich.text import Text

from penitcareer.render.document import Table, without_eye
from penitcareer.render.words.wrapping import columns

LABEL = "bold"
NARROWEST_FLEXIBLE = 14
NARROW = 60  # below, a row that can be told as a short line is not wrapped in columns
SEPARATOR = 2  # columns that Rich leaves between two columns of a table


def fitting_grid(table: Table, width: int) -> RichTable | None:
    """The table as asked, else without what is for the eye, else wrapped, else nothing."""
    bare = without_eye(table)
    for candidate in (table, bare):
        if _needed(candidate, flexible=False) <= width:
            return _grid(candidate)
    told = any(column.bref for column in bare.columns)
    wraps = any(column.flexible for column in bare.columns) and not (told and width < NARROW)
    return _grid(bare) if wraps and _needed(bare, flexible=True) <= width else None


def _needed(table: Table, flexible: bool) -> int:
    """Columns needed to show a table whole, flexible ones at their narrowest if asked."""
    total = -SEPARATOR
    for index, column in enumerate(table.columns):
        widest = max(columns(cell) for cell in (column.titre, *(row[index] for row in table.rows)))
        if flexible and column.flexible:
            widest = min(widest, _narrowest(table, index))
        total += widest + SEPARATOR
    return total


def _narrowest(table: Table, index: int) -> int:
    """How narrow a flexible column may be without cutting a word."""
    words = (word for row in table.rows for word in row[index].split(" "))
    return max((NARROWEST_FLEXIBLE, *map(columns, words)))


def _grid(table: Table) -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    if not table.ruled:
        grid.box, grid.padding = None, (0, SEPARATOR, 0, 0)
    grid.show_header = any(column.titre for column in table.columns)
    grid.header_style, grid.border_style = LABEL, "dim"
    for index, column in enumerate(table.columns):
        grid.add_column(
            Text(column.titre),
            justify="right" if column.right else "left",
            no_wrap=not column.flexible,
            overflow="fold",
            min_width=_narrowest(table, index) if column.flexible else None,
        )
    last = None
    summed = len(table.rows) - table.totals
    for rank, row in enumerate(table.rows):
        same = table.grouped and row[0] == last
        if table.grouped and last is not None and not same:
            grid.add_section()
        cells = (Text("" if same and index == 0 else cell) for index, cell in enumerate(row))
        grid.add_row(*cells, style=LABEL if rank >= summed or not any(row[1:]) else None)
        last = row[0]
    return grid
