"""How far a long work is, on one line of the terminal that errors go to."""

from time import monotonic

from penitcareer.cli.streams import tell

PATIENCE, BETWEEN = 0.5, 0.1  # seconds: before the first line, and from a line to the next


class Progress:
    """« 120 fichiers lus sur 3 000 », once it takes time; erased at the end."""

    def __init__(self) -> None:
        self._start = self._last = monotonic()
        self._shown = ""

    def __call__(self, done: int, total: int) -> None:
        """One more file is read."""
        now = monotonic()
        if done == 0:
            self._start = now
        if done == total:
            self._show("")
        elif now - self._start >= PATIENCE and now - self._last >= BETWEEN:
            self._last = now
            self._show(f"{done} fichiers lus sur {total}…")

    def _show(self, text: str) -> None:
        """Write over the line before, and leave the cursor at its start."""
        if text or self._shown:
            tell(f"\r{text.ljust(len(self._shown))}\r")
        self._shown = text
