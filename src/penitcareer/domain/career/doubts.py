"""The assumptions that a career meets, noted once each, in order."""

from typing import NamedTuple


class Doubt(NamedTuple):
    """An assumption: the code of its wording, and what it is about."""

    code: str
    detail: str


class Doubts:
    """A collection of doubts without repeats."""

    def __init__(self) -> None:
        self._noted: dict[Doubt, None] = {}

    def note(self, code: str, detail: str = "") -> None:
        """Note a doubt, unless it already is."""
        self._noted[Doubt(code, detail)] = None

    def noted(self) -> tuple[Doubt, ...]:
        """Every doubt, oldest first."""
        return tuple(self._noted)
