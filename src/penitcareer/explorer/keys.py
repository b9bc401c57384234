"""The keys that work here, on one line: as many as there is room for, whole, and clickable.

One widget where Textual’s footer makes one for each key anew whenever the focus moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from penitcareer.explorer.help import key_name
from penitcareer.render.words.wrapping import columns

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen

GAP = " "


class Keys(Widget):
    """Each key with what it does."""

    def on_mount(self) -> None:
        """Follow what works."""
        self.screen.bindings_updated_signal.subscribe(self, self._updated)
        self._updated(self.screen)

    def render(self) -> Content:
        """Keys in bold, then their words."""
        pieces: list[str | tuple[str, str]] = []
        for _, name, words in self._fitting():
            pieces += [(name, "bold"), f" {words}{GAP}"]
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """The same as the key under the pointer."""
        end = 0
        for key, name, words in self._fitting():
            end += _width(name, words)
            if event.x < end:
                self.app.simulate_key(key)
                return

    def _updated(self, screen: Screen[object]) -> None:
        found: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            found.setdefault(active.binding.action, active.binding)
        self._every = [(one.key, key_name(one), one.description) for one in found.values() if one.show]
        self.refresh()

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Those that the line holds: a key, its name, its words."""
        room = self.size.width + columns(GAP)
        kept = []
        for key, name, words in self._every:
            room -= _width(name, words)
            if room >= 0:
                kept.append((key, name, words))
        return kept


def _width(name: str, words: str) -> int:
    return columns(f"{name} {words}{GAP}")
