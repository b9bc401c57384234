"""A list of one-line choices, drawn line by line: two thousand cost no more than twenty."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from penitcareer.render.words.safe import clean
from penitcareer.render.words.wrapping import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

CUT = "…"
LEAST = 10  # columns that the text keeps
POINTER = "▸"
CLOSING = " ›"  # what ends a value, cut or not


class Row(NamedTuple):
    """A choice, or a heading when it has no key. Where room lacks `text` is cut, then `right`."""

    key: str | None
    text: str
    right: str = ""


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """The lines, one of them under the cursor."""

    POINTED = True  # the cursor shows when keys go elsewhere
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor", "lines--heading"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Monter", show=False),
        Binding("down", "step(1)", "Descendre", show=False),
        Binding("pageup", "page(-1)", "Page d’avant", show=False),
        Binding("pagedown", "page(1)", "Page suivante", show=False),
        Binding("home", "end(1)", "Début", show=False),
        Binding("end", "end(-1)", "Fin", show=False),
        Binding("enter", "choose", "Ouvrir"),
    ]
    cursor = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor is on another line."""

        def __init__(self, lines: Lines, key: str) -> None:
            super().__init__()
            self.lines, self.key = lines, key

        @property
        def control(self) -> Lines:
            """What sent it."""
            return self.lines

    class Chosen(Moved):
        """A line was opened, by Enter or by a click."""

    def __init__(self, *, id: str | None = None, click_opens: bool = True) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.lines: Sequence[Row] = ()
        self._click_opens = click_opens

    @property
    def key(self) -> str | None:
        """The key under the cursor, None in an empty list."""
        return self.lines[self.cursor].key if self.cursor < len(self.lines) else None

    def fill(self, lines: Sequence[Row], key: str | None = None) -> None:
        """Show other lines, the cursor on `key` if it is there, else on the first choice."""
        self.lines = lines
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        at = next((rank for rank, line in enumerate(lines) if key is not None and line.key == key), None)
        self.set_reactive(Lines.cursor, self._choice(0, 1) if at is None else at)
        self._follow()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as lines, for a list of automatic height."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        rank = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        plain = self.rich_style
        if rank >= len(self.lines):
            return Strip.blank(width, plain)
        line = self.lines[rank]
        here = line.key is not None and rank == self.cursor and (self.has_focus or self.POINTED)
        name = "lines--heading" if line.key is None else "lines--cursor" if here and self.has_focus else None
        style = plain if name is None else self.get_component_rich_style(name)
        pointer = "" if line.key is None else f"{POINTER} " if here else "  "
        if here and not self.has_focus:
            style += Style(bold=True)
        return Strip([Segment(_fitted(pointer, line, width), style)]).adjust_cell_length(width, style)

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw two rows, and say where the cursor is."""
        for rank in (before, after):
            self.refresh(Region(0, rank - self.scroll_offset.y, self.size.width, 1))
        self._follow()
        if self.key is not None:
            self.post_message(self.Moved(self, self.key))

    def action_step(self, by: int) -> None:
        """To the next choice, headings passed over."""
        self.cursor = self._choice(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """To a screen further."""
        target = min(max(self.cursor + by * max(self.size.height - 1, 1), 0), max(len(self.lines) - 1, 0))
        self.cursor = self._choice(target, by)

    def action_end(self, by: int) -> None:
        """To the first choice (1) or the last (-1)."""
        self.cursor = self._choice(0 if by > 0 else len(self.lines) - 1, by)

    def action_choose(self) -> None:
        """Open the line under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; it opens too, or the second one does."""
        rank = self.scroll_offset.y + event.y
        if rank < len(self.lines) and self.lines[rank].key is not None:
            self.cursor = rank
            if self._click_opens or event.chain > 1:
                self.action_choose()

    def on_focus(self) -> None:
        """The cursor shows where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """And that they go elsewhere."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))
        self._follow()

    def _choice(self, rank: int, by: int) -> int:
        """The first choice from a rank on, in a direction; where the cursor is when none is left."""
        while 0 <= rank < len(self.lines):
            if self.lines[rank].key is not None:
                return rank
            rank += by
        return min(self.cursor, max(len(self.lines) - 1, 0))

    def _follow(self) -> None:
        """Scroll to the cursor, and to the heading right above it."""
        if not self.is_mounted or not self.lines:
            return
        above = self.cursor > 0 and self.lines[self.cursor - 1].key is None
        top = self.cursor - above
        self.scroll_to_region(
            Region(0, top, 1, self.cursor - top + 1), animate=False, force=True, x_axis=False, immediate=True
        )


def _fitted(pointer: str, line: Row, width: int) -> str:
    """A line of so many columns: a text, cut where it must be, and what stands at its right."""
    room = max(width - columns(pointer), 0)
    end = CLOSING if line.right.endswith(CLOSING) else ""
    right = cut(clean(line.right.removesuffix(end)), (room if room < LEAST else room - LEAST) - columns(end)) + end
    room = max(room - columns(right) - bool(right), 0)
    text = cut(clean(line.text), room)
    return f"{pointer}{text}{' ' * (room - columns(text))}{' ' if right else ''}{right}"


def cut(text: str, width: int) -> str:
    """A text in so many columns."""
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[: min(len(text) - 1, width)]
    return f"{text}{CUT}" if width > 0 else ""
