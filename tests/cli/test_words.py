"""Words that no screen says: what is unknown is « inconnu », or « — » in a table."""

import re

import pytest

from penitcareer.cli.tree import COMMANDS
from penitcareer.render.refusals import sentence
from tests.cli.test_refusals import ONE_OF_EACH
from tests.support import DATA, METIERS, READING, penit, without_colours

# « ? » alone is a cell; after a word it is a question.
GONE = re.compile(
    r"(?:non|pas) sourcé|[Nn]i \w+ ni \w+ sourcé|primes sourcé|non communiqué|n\. ?c\."
    r"|(?:^|[ (│|])\?(?=[ ),.│|]|$)",
    re.MULTILINE,
)
QUESTION = re.compile("\N{NARROW NO-BREAK SPACE}\\?|(?<=[»\\w]) \\?")  # « Vouliez-vous dire dsp ? »


COMMENT = re.compile("^ *#.*", re.MULTILINE)


def gone(text: str) -> list[str]:
    """The lines of a text that say one of these words."""
    return [line for line in text.splitlines() if GONE.search(QUESTION.sub("", line))]


@pytest.mark.parametrize(("more", "tty"), [((), True), (("--tout",), False)])
def test_no_answer_says_them(more: tuple[str, ...], tty: bool) -> None:
    asked = [(*call, *more) for call in READING]
    assert {call: found for call in asked if (found := gone(without_colours(penit(*call, tty=tty).out)))} == {}


@pytest.mark.parametrize("command", ["show", "acces", "carriere"])
def test_no_metier_says_them(command: str) -> None:
    asked = [(command, code, *more) for code in METIERS for more in ((), ("--tout",))]
    said = {call: penit(*call) for call in asked}
    assert {call: found for call, one in said.items() if (found := gone(one.out + one.err))} == {}


def test_no_help_and_no_refusal_says_them() -> None:
    assert {name: found for name in COMMANDS if (found := gone(penit(name, "--help").out))} == {}
    assert [found for problem in ONE_OF_EACH if (found := gone(sentence(problem, {})))] == []


def test_no_data_says_them() -> None:
    texts = {path.name: path.read_text("utf-8") for path in DATA.rglob("*.yaml")}
    assert {name: found for name, text in texts.items() if (found := gone(COMMENT.sub("", text)))} == {}


@pytest.mark.parametrize("line", ["indice non sourcé", "Salaire  ?", "│ ? │", "n. c.", "(?)", "Diplôme non communiqué"])
def test_they_are_seen_where_they_stand(line: str) -> None:
    assert gone(line) == [line]
    assert gone("Vouliez-vous dire dsp ? Métiers : penit list") == []
