"""Tabs on one line, as short as the screen asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from penitcareer.render.words.wrapping import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

GAPS = (" {} ", "{} ")  # what surrounds a name, the roomiest first
BEFORE, AFTER = "‹ ", "›"  # where tabs lack room


class Ribbon(Widget):
    """Names side by side, one of them active; only that one where the others lack room."""

    active = reactive(0)

    class Turned(Message):
        """Another tab was asked for, by a click or a key."""

        def __init__(self, ribbon: Ribbon, rank: int) -> None:
            super().__init__()
            self.ribbon, self.rank = ribbon, rank

        @property
        def control(self) -> Ribbon:
            """What sent it."""
            return self.ribbon

    def __init__(self, names: Sequence[str], *, id: str) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._names = names

    def step(self, by: int) -> None:
        """Ask for the tab beside, the first after the last."""
        self.post_message(self.Turned(self, (self.active + by) % len(self._names)))

    def render(self) -> Content:
        """The names, the active one reversed: seen without colour too."""
        pieces = [(text, "reverse" if rank == self.active else "") for rank, text in self._shown()]
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """The tab under the pointer."""
        end = 0
        for rank, text in self._shown():
            end += columns(text)
            if event.x < end:
                self.post_message(self.Turned(self, rank))
                return

    def _shown(self) -> list[tuple[int, str]]:
        """The texts on the line, each with the rank of its tab."""
        for gap in GAPS:
            texts = [(rank, gap.format(name)) for rank, name in enumerate(self._names)]
            if sum(columns(text) for _, text in texts) <= self.size.width:
                return texts
        return self._around()

    def _around(self) -> list[tuple[int, str]]:
        """The active tab, and as many of those after it, then before it, as there is room for."""
        last = len(self._names) - 1
        first = end = self.active
        room = self.size.width - len(BEFORE) - len(AFTER) - columns(self._names[self.active]) - 1
        while first > 0 or end < last:
            name = self._names[end + 1] if end < last else self._names[first - 1]
            room -= columns(name) + 1
            if room < 0:
                break
            first, end = (first, end + 1) if end < last else (first - 1, end)
        shown = [(rank, f"{self._names[rank]} ") for rank in range(first, end + 1)]
        before = [(first - 1, BEFORE)] if first else []
        return [*before, *shown, *([(end + 1, AFTER)] if end < last else [])]
