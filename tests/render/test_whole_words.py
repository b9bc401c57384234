"""No word of any screen is cut, on any terminal of forty columns or more."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from penitcareer.cli.output import render
from penitcareer.cli.tree import COMMANDS
from tests.support import METIERS, READING, penit

WIDTHS = (40, 44, 60, 80)
TOUT = (*(("show", code) for code in METIERS), ("acces", "cpip"), ("compare", "cpip", "dspip"), ("list",), ("sigle",),
        ("sources", "cpip"), ("paie", "cpip", "--im", "450"), ("grille", "dsp"))  # fmt: skip
CALLS = (*READING, *((*call, *more) for call in TOUT for more in ((), ("--tout",))))
HELP = ((), ("aide",), ("aide", "sorties"), ("aide", "completion"), *((name, "--help") for name in COMMANDS))


def cut(screen: str, words: set[str]) -> Iterator[str]:
    """The words that a screen cuts in two, the second half somewhere in the next line. An address may be cut."""
    lines = [line.split() for line in screen.split("\n")]
    for line, following in pairwise(lines):
        for start in line:
            if start not in words and "/" not in start:
                yield from (f"{start}|{end}" for end in following if start + end in words)


def test_a_cut_word_is_found_and_an_end_of_line_is_none() -> None:
    assert list(cut("classe exceptionnell\ne, deux", {"exceptionnelle,"})) == ["exceptionnell|e,"]
    assert list(cut("│ année- │\n│ là     │", {"année-là"})) == ["année-|là"]
    assert list(cut("par\nmois", {"par", "mois", "parmois"})) == []


def test_no_screen_cuts_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for call in dict.fromkeys(CALLS):
        for screens in laid_out(call, monkeypatch):
            words = set(screens.pop("plain").split())
            found += [(width, call, *cut(shown, words)) for width, shown in screens.items() if [*cut(shown, words)]]
    assert found == []


def laid_out(call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """What a call answers, worked out once: as plain text, then on a terminal of each width."""

    def write(reponse: Any, _format: str, _path: str, _pager: bool, tout: bool, *_: Any) -> None:
        screens = {"plain": render(reponse, "plain", tout=tout)}
        for width in WIDTHS:
            monkeypatch.setenv("COLUMNS", str(width))
            screens[str(width)] = render(reponse, "table", tout=tout)
        written.append(screens)

    written: list[dict[str, str]] = []
    monkeypatch.setattr("penitcareer.cli.output.write", write)
    assert penit(*call).code == 0, call
    return iter(written)


@pytest.mark.parametrize("call", HELP)
def test_no_help_cuts_a_word_nor_passes_the_terminal(call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    words = set(penit(*call).out.split())
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(width))
        shown = penit(*call).out
        assert list(cut(shown, words)) == [], width
        assert [line for line in shown.split("\n") if len(line) > width] == [], width
