"""A document on a terminal, with Rich: readable at 80 columns, right at 20 and at 200."""

from collections.abc import Sequence
from typing import IO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as RichTable
from rich.text import Text

from penitcareer.render.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Table,
    follows,
    mapped,
    without_eye,
)

TITLE, LABEL, CAVEAT, LEAD = "bold cyan", "bold", "dim", "italic"
WIDEST = 110
NARROWEST_FLEXIBLE = 14
SEPARATOR = 2  # what Rich draws and pads between two columns
# Rich breaks lines at no-break spaces: they travel as private signs of the same width.
_HIDDEN = str.maketrans({"\u00a0": "\ue000", "\u202f": "\ue001"})
_SHOWN = str.maketrans({"\ue000": "\u00a0", "\ue001": "\u202f"})


def to_terminal(document: Document, stream: IO[str], width: int | None = None) -> str:
    """A document as text with the colours and boxes that the stream's terminal takes."""
    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
    hidden: Document = mapped(document, lambda text: text.translate(_HIDDEN))
    with console.capture() as captured:
        _print(console, hidden)
    lines = captured.get().translate(_SHOWN).split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _print(console: Console, document: Document) -> None:
    heading = Text(document.titre, style=TITLE)
    if document.sous_titre:
        heading.append(f"\n{document.sous_titre}", style=LEAD)
    prose = min(console.width, WIDEST)
    console.print(Panel(heading, border_style="cyan", box=box.ROUNDED), width=prose)
    previous: Block | None = None
    for block in document.blocks:
        if previous is not None and not follows(previous, block):
            console.print()
        width = console.width if isinstance(block, Table) else prose
        for part in _renderables(block, width):
            console.print(part, width=width)
        previous = block


def _renderables(block: Block, width: int) -> Sequence[RenderableType]:
    match block:
        case Heading(texte):
            return [Text(texte, style=TITLE)]
        case Paragraph(texte, leading):
            return [Text(texte, style=LEAD if leading else "")]
        case Note(texte):
            return [Text(texte, style=CAVEAT)]
        case Bullets(items):
            return [_hanging("• ", _titled(title, text)) for title, text in items]
        case Facts(pairs):
            return _facts(pairs, width)
        case Table():
            return _table(block, width)


def _titled(title: str, text: str) -> Text:
    if not (title and text):
        return Text(title or text)
    return Text.assemble((f"{title}\ue001: ", LABEL), text)


def _hanging(lead: str, text: Text) -> RenderableType:
    grid = RichTable.grid()
    grid.add_column(width=len(lead), no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(lead, text)
    return grid


def _facts(pairs: Sequence[tuple[str, str]], width: int) -> Sequence[RenderableType]:
    longest = max((cell_len(label) for label, _ in pairs), default=0)
    if longest * 2 > width:
        return [_titled(label, value) for label, value in pairs]
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=LABEL, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for label, value in pairs:
        grid.add_row(label, value)
    return [grid]


def _table(table: Table, width: int) -> Sequence[RenderableType]:
    """The table as asked, else without what is for the eye, else wrapped, else as records."""
    for candidate in (table, without_eye(table)):
        if _needed(candidate, flexible=False) <= width:
            return [_grid(candidate)]
    if any(column.flexible for column in candidate.columns) and _needed(candidate, flexible=True) <= width:
        return [_grid(candidate)]
    return _records(candidate)


def _needed(table: Table, flexible: bool) -> int:
    """Columns needed to show a table whole, flexible ones at their narrowest if asked."""
    total = -SEPARATOR
    for index, column in enumerate(table.columns):
        cells = (column.titre, *(row[index] for row in table.rows))
        widest = max(cell_len(cell) for cell in cells)
        if flexible and column.flexible:
            widest = min(widest, NARROWEST_FLEXIBLE)
        total += widest + SEPARATOR
    return total


def _grid(table: Table) -> RichTable:
    grid = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
        header_style=LABEL,
        border_style="dim",
    )
    for column in table.columns:
        grid.add_column(
            Text(column.titre),
            justify="right" if column.right else "left",
            no_wrap=not column.flexible,
            overflow="fold",
            ratio=None,
        )
    last = None
    for row in table.rows:
        same = table.grouped and row[0] == last
        if table.grouped and last is not None and not same:
            grid.add_section()
        grid.add_row(*(Text("" if same and index == 0 else cell) for index, cell in enumerate(row)))
        last = row[0]
    return grid


def _records(table: Table) -> list[RenderableType]:
    """Each row as a small block: its first cell, then a line a column; in a grouped table,
    a line a row, since a group already is a block."""
    shown: list[RenderableType] = []
    last = None
    for row in table.rows:
        if not (table.grouped and row[0] == last):
            shown.append(Text(row[0], style=LABEL))
        last = row[0]
        cells = [_titled(column.titre, cell) for column, cell in zip(table.columns[1:], row[1:], strict=True) if cell]
        if table.grouped:
            cells = [Text.assemble((f"{row[1]}\ue001: ", LABEL), Text(", ").join(cells[1:]))]
        shown += [Padding(cell, (0, 0, 0, 2), expand=False) for cell in cells]
    return shown
