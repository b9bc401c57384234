"""A list over the screen, that words filter: a control's values, the commands, the métiers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from penitcareer.domain.names import words_of
from penitcareer.explorer.lines import Lines, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


HINT = "↑ ↓ Entrée choisir · Échap fermer"


class Chooser(ModalScreen[str | None]):
    """Gives the key of the line chosen, None when one leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Fermer"),
        Binding("up", "step(-1)", "Monter", show=False),
        Binding("down", "step(1)", "Descendre", show=False),
        Binding("pageup", "page(-1)", "Page d’avant", show=False),
        Binding("pagedown", "page(1)", "Page suivante", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[Row], key: str | None = None) -> None:
        super().__init__()
        self._title, self._every, self._key = title, lines, key

    def compose(self) -> ComposeResult:
        """What is looked for, then what is found."""
        with Vertical() as box:
            box.border_subtitle = HINT
            yield Input(placeholder=f"{self._title} : quelques lettres", id="words", compact=True)
            yield Lines(id="found")

    @cached_property
    def _folded(self) -> list[str]:
        """The words of each line, each after a space; read at the first letter typed."""
        return [" " + " ".join(words_of(f"{line.text} {line.right}")) for line in self._every]

    def on_mount(self) -> None:
        """Everything, the cursor on what is chosen now."""
        self._lines.fill(self._every, self._key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The lines that hold each word, or its start."""
        asked = [f" {word}" for word in words_of(event.value)]
        found = [line for line, text in zip(self._every, self._folded, strict=True) if all(w in text for w in asked)]
        exact = next((line.key for line in found if words_of(event.value) in _names(line)), None)
        self._lines.fill(found, exact if asked else self._key)

    def on_input_submitted(self) -> None:
        """The line under the cursor."""
        self.dismiss(self._lines.key)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """The line clicked."""
        self.dismiss(event.key)

    def action_step(self, by: int) -> None:
        """Move in the list while typing."""
        self._lines.action_step(by)

    def action_page(self, by: int) -> None:
        """The same by screens."""
        self._lines.action_page(by)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)


def _names(line: Row) -> tuple[list[str], ...]:
    """What a line is called: its acronym, its whole text, its code."""
    return tuple(words_of(name) for name in (line.text.partition(",")[0], line.text, line.right))
