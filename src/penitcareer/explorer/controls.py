"""Live controls: one fact a line, changed by ← and →, or chosen in a list by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from penitcareer.domain.choices import MOST_CHILDREN, ZONES
from penitcareer.explorer.chooser import Chooser
from penitcareer.explorer.lines import CLOSING, Lines, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 3  # values that Enter goes through, rather than list


class Control(NamedTuple):
    """A fact by its name, how it is called, its values with their words, and which is chosen.
    One whose value is not among them has the first."""

    name: str
    label: str
    values: tuple[tuple[Any, str], ...]
    value: Any

    @property
    def rank(self) -> int:
        """Where its value stands."""
        return next((rank for rank, (value, _) in enumerate(self.values) if value == self.value), 0)

    @property
    def words(self) -> str:
        """Its value in words."""
        return self.values[self.rank][1]


def household(zone: int | None, children: int) -> tuple[Control, Control]:
    """Where one lives and with how many children, as each pay depends on them."""
    zones = ((None, "non indiquée"), *((one, str(one)) for one in ZONES))
    counts = tuple((count, str(count)) for count in range(MOST_CHILDREN + 1))
    return Control("zone", "Zone", zones, zone), Control("enfants", "Enfants", counts, children)


class Controls(Lines):
    """The facts of a screen."""

    POINTED = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "turn(-1)", "Valeur d’avant", key_display="←", show=False),
        Binding("right,plus,space", "turn(1)", "Changer", key_display="← →"),
        Binding("enter", "choose", "Choisir"),
    ]

    class Changed(Message):
        """A fact has another value."""

        def __init__(self, controls: Controls, name: str, value: Any) -> None:
            super().__init__()
            self.controls, self.name, self.value = controls, name, value

        @property
        def control(self) -> Controls:
            """What sent it."""
            return self.controls

    def set(self, controls: Sequence[Control]) -> None:
        """Show these facts, the cursor where it was."""
        self._controls = {control.name: control for control in controls if control.values}
        lines = [Row(one.name, one.label, f"‹ {one.words}{CLOSING}") for one in self._controls.values()]
        resized = len(lines) != len(self.lines)
        self.fill(lines, self.key)
        if resized:
            self.refresh(layout=True)

    def action_turn(self, by: int) -> None:
        """The value beside, the first after the last."""
        if self.key is not None:
            control = self._controls[self.key]
            value, _ = control.values[(control.rank + by) % len(control.values)]
            self._change(control.name, value)

    def action_choose(self) -> None:
        """One of few values after the other; one of many in a list."""
        if self.key is None:
            return
        control = self._controls[self.key]
        if len(control.values) <= FEW:
            self.action_turn(1)
            return
        lines = [Row(str(rank), words) for rank, (_, words) in enumerate(control.values)]

        def chosen(rank: str | None) -> None:
            if rank is not None:
                self._change(control.name, control.values[int(rank)][0])

        self.app.push_screen(Chooser(control.label, lines, str(control.rank)), chosen)

    def _change(self, name: str, value: Any) -> None:
        self.post_message(self.Changed(self, name, value))
