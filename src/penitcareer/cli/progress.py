"""How far a long work is, on one line of the terminal that errors go to."""

from collections.abc import Callable
from time import monotonic

from penitcareer.cli.streams import tell

PATIENCE, BETWEEN = 0.5, 0.1  # seconds: before the first line, and from a line to the next


class Progress:
    """« 120 fichiers lus sur 3 000 », once it takes time; erased at the end."""

    def __init__(self, sentence: Callable[[int, int, float], str] | None = None) -> None:
        """`sentence`: what is said of what is done, of how much, in how many seconds."""
        self._sentence = sentence or reading_files
        self._start = self._last = monotonic()
        self._shown = ""

    def __call__(self, done: int, total: int) -> None:
        """So much is done, of so much."""
        now = monotonic()
        if done == 0:
            self._start = now
        if done == total:
            self._show("")
        elif now - self._start >= PATIENCE and now - self._last >= BETWEEN:
            self._last = now
            self._show(self._sentence(done, total, now - self._start))

    def _show(self, text: str) -> None:
        """Write over the line before, and leave the cursor at its start: no text goes to a second line."""
        from shutil import get_terminal_size

        text = text[: get_terminal_size().columns - 1]
        if text or self._shown:
            tell(f"\r{text.ljust(len(self._shown))}\r")
        self._shown = text


def reading_files(done: int, total: int, _seconds: float) -> str:
    """« 120 fichiers lus sur 3000… »."""
    return f"{done} fichiers lus sur {total}…"


def rows_paid(done: int, total: int, seconds: float) -> str:
    """« 1 234 567 lignes sur 10 000 000, encore 2 min 05 s »."""
    from penitcareer.render.words.french import number

    left = round(seconds * (total - done) / max(done, 1))
    minutes, rest = divmod(left, 60)
    time = f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
    return f"{number(done)} lignes sur {number(total)}, encore {time}"
