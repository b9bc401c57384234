"""JSON as text: what would act on a terminal is escaped, and no sign more."""

import json

import pytest

from penitcareer.render.formats.json_text import in_ascii, money_or_none, to_json

# Of each run of signs that act (DEL and C1, lines and directions, isolates): the sign before, both ends, the one after.
RUNS = [(0x7E, 0x7F, 0x9F, 0xA0), (0x2027, 0x2028, 0x202E, 0x202F), (0x2065, 0x2066, 0x2069, 0x206A)]


@pytest.mark.parametrize(("before", "first", "last", "after"), RUNS)
def test_what_acts_is_escaped_and_its_neighbours_are_not(before: int, first: int, last: int, after: int) -> None:
    """Those include the two spaces that no line breaks, of every amount in French."""
    text = "".join(map(chr, (before, first, last, after)))
    assert to_json({"a": text}) == f'{{\n  "a": "{chr(before)}\\u{first:04x}\\u{last:04x}{chr(after)}"\n}}\n'


@pytest.mark.parametrize("mark", [0x200E, 0x200F, 0x61C])
def test_marks_of_direction_are_escaped(mark: int) -> None:
    assert f"\\u{mark:04x}" in to_json({"a": chr(mark)})
    assert all(chr(one) in to_json({"a": chr(one)}) for one in (mark - 3, mark + 3))


def test_the_same_in_ascii_is_read_as_the_same_values() -> None:
    values = {"é": "à payer : 12 € 🙂", "sans": "accent"}
    told = to_json(values, "ascii")
    assert told == '{\n  "\\u00e9": "\\u00e0 payer : 12 \\u20ac \\ud83d\\ude42",\n  "sans": "accent"\n}\n'
    assert json.loads(told) == values
    assert in_ascii("né") == "n\\u00e9"


def test_an_amount_is_in_euros_or_unknown() -> None:
    assert (money_or_none(250_099), money_or_none(None)) == (2500.99, None)
