"""A document of `render` as a widget: the text of the commands, at the width of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from penitcareer.render.document import Document, Paragraph, Table, mapped
from penitcareer.render.formats.terminal import to_text
from penitcareer.render.words.safe import clean
from penitcareer.render.words.untyped import without_commands

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOVED = "▸ "  # before the label of a row that is not what it was


class Page(VerticalScroll, inherit_bindings=False):
    """What was answered last, laid out anew when its room changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Monter", show=False),
        Binding("down", "scroll_down", "Descendre", show=False),
        Binding("pageup", "page_up", "Page d’avant", show=False),
        Binding("pagedown,space", "page_down", "Page suivante", show=False),
        Binding("home", "scroll_home", "Début", show=False),
        Binding("end", "scroll_end", "Fin", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.document: Document | None = None
        self._drawn: tuple[Document, int] | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, document: Document, top: bool = True) -> None:
        """Show a document, from its first line unless it replaces one like it."""
        self.document = document
        if top:
            self.scroll_home(animate=False)
        self._draw()

    def say(self, sentence: str) -> None:
        """Show a sentence in place of an answer."""
        self.show(Document("", "", (Paragraph(sentence),), framed=False))

    def on_resize(self) -> None:
        """Lay out again."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if self.document is None or width <= 0 or self._drawn == (self.document, width):
            return
        self._drawn = (self.document, width)
        self.query_one(Static).update(drawn(self.document, width))


def drawn(document: Document, width: int) -> Text:
    """A document as text, rows that moved standing out."""
    text = to_text(mapped(without_commands(document), clean), width)
    text.no_wrap = True
    text.highlight_regex(rf"(?m)^\s*{MOVED.strip()}\s.*$", "bold reverse not dim")
    return text


def moved(before: Document | None, after: Document) -> Document:
    """The same document, the rows of its tables that are not those of the one before marked:
    of tables alike, for the others have changed as a whole."""
    old = [block for block in before.blocks if isinstance(block, Table)] if before else []
    rows = {(table.columns, row) for table in old for row in table.rows}
    alike = {table.columns for table in old}

    def marked(table: Table) -> Table:
        if table.columns not in alike:
            return table
        changed = (row if (table.columns, row) in rows else (MOVED + row[0], *row[1:]) for row in table.rows)
        return table._replace(rows=tuple(changed))

    return after._replace(blocks=tuple(marked(one) if isinstance(one, Table) else one for one in after.blocks))
