"""A strict YAML reader: exact values, and a bound for everything that could grow."""

import os
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.errors import InvalidData
from penitcareer.store.reading.yaml_loader import MAX_ALIASED, MAX_BYTES, MAX_DEPTH, load_yaml
from tests.support import drawn, python


def load(folder: Path, content: str | bytes) -> Any:
    path = folder / "f.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_yaml(str(path))


def refusal(folder: Path, content: str | bytes) -> tuple[int | None, str]:
    """The line and the message of the fault of a file that must be refused."""
    with pytest.raises(InvalidData) as caught:
        load(folder, content)
    (fault,) = caught.value.faults
    assert fault.fichier == str(folder / "f.yaml")
    return fault.ligne, fault.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1823", 1823),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("12.02", Decimal("12.02")),
        ("0.1", Decimal("0.1")),
        ("-0.5", Decimal("-0.5")),
        ("2270.50", Decimal("2270.50")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("~", None),
        ("", None),
        # What plain PyYAML turns into something else stays the text that was written.
        ("010", "010"),
        ("0o10", "0o10"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-21 10:00:00", "2026-11-21 10:00:00"),
        ("1e9", "1e9"),
        (".5", ".5"),
        ("5.", "5."),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("9" * 20, "9" * 20),
        ("=", "="),
        ("<<", "<<"),
        ('"1823"', "1823"),
        ("'no'", "no"),
        ('""', ""),
        ("!!str 12", "12"),
        ('"é\\u202f€"', "é\u202f€"),
    ],
)
def test_a_scalar_is_what_it_looks_like_to_a_person(tmp_path: Path, text: str, value: Any) -> None:
    found = load(tmp_path, f"k: {text}\n")["k"]
    assert found == value
    assert type(found) is type(value)


def test_blocks_lists_and_anchors_are_read(tmp_path: Path) -> None:
    text = "a: &x [1, {b: deux}]\nc: *x\nd:\n  - >-\n    plié\n    ici\n  - |\n    tel\n    quel\n"
    assert load(tmp_path, text) == {
        "a": [1, {"b": "deux"}],
        "c": [1, {"b": "deux"}],
        "d": ["plié ici", "tel\nquel\n"],
    }


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "") is None
    assert load(tmp_path, "# rien\n") is None


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbfk: 1\n") == {"k": 1}


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    assert load(tmp_path, "a: 1\r\nb: 2\r\n") == {"a": 1, "b": 2}


def test_lines_are_noted_by_path(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a:\n  - 1\n  - b: 2\n    c: x\nd: {e: 3}\n")
    lines: dict[Any, int] = {}
    load_yaml(str(path), lines)
    assert lines[("a", 0)] == 2
    assert lines[("a", 1)] == 3
    assert lines[("a", 1, "c")] == 4
    assert lines[("d", "e")] == 5


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\nb: 2\na: 3\n", 3), ("x:\n  k: 1\n\n  k: 1\n", 4), ('{"a": 1, a: 2}', 1)]
)
def test_a_duplicate_key_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    found, message = refusal(tmp_path, text)
    assert found == line
    assert "en double" in message


def test_the_same_key_in_two_blocks_is_no_duplicate(tmp_path: Path) -> None:
    assert load(tmp_path, "- {a: 1}\n- {a: 2}\n") == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    "text", ["1: x", "null: x", "true: x", "1.5: x", "? [a]\n: x", "? {a: b}\n: x", "? &k [a]\n: x"]
)
def test_a_key_is_a_text(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text) == (1, "une clé est un texte")


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: !!python/object/apply:os.system [ls]",
        "a: 1\nb: !!binary aGk=",
        "a: 1\nb: !!int 5",
        "a: 1\nb: !perso x",
        "a: 1\nb: !!map {x: 1}",
        "a: 1\nb: !!set {x}",
        "a: 1\nb: !!timestamp 2026-01-01",
    ],
)
def test_a_tag_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    line, message = refusal(tmp_path, text)
    assert line == 2
    assert "étiquette" in message


def test_a_merge_key_merges_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "a: &x {b: 1}\nc:\n  <<: *x\n") == {"a": {"b": 1}, "c": {"<<": {"b": 1}}}


def test_fifty_levels_are_read_and_fifty_one_refused(tmp_path: Path) -> None:
    assert MAX_DEPTH == 50
    assert load(tmp_path, "[" * 50 + "]" * 50)
    line, message = refusal(tmp_path, "\n" + "[" * 51 + "]" * 51)
    assert line == 2
    assert "50 niveaux" in message


def test_a_hundred_thousand_levels_are_refused_without_recursion(tmp_path: Path) -> None:
    # From 6.0.4 on, PyYAML has a bound of its own on brackets, met before ours.
    for text in ("[" * 100_000, "{a: " * 100_000):
        assert re.search("50 niveaux|le YAML ne se lit pas ici", refusal(tmp_path, text)[1])


def test_two_documents_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a: 1\n---\nb: 2\n") == (2, "un seul document par fichier")


def test_an_alias_without_anchor_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a: 1\nb: *rien\n") == (2, "l’alias « rien » n’a pas d’ancre")


def test_a_value_that_holds_itself_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a: &a [*a]\n")[0] == 1


def test_aliases_are_counted_by_what_they_repeat(tmp_path: Path) -> None:
    block = "a: &x [" + "1," * 98 + "1]\n"  # a hundred values, the list included
    fits = block + "b: [" + "*x," * (MAX_ALIASED // 100) + "]\n"
    assert len(load(tmp_path, fits)["b"]) == 100
    assert "alias" in refusal(tmp_path, fits + "c: *x\n")[1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a: \xff\n", "UTF-8 (octet 3)"),
        ("é".encode("latin-1"), "UTF-8"),
        ("a: 1".encode("utf-16"), "UTF-8"),
        (b"a: \x00\n", "caractère interdit"),
        (b"a: \x1b[31m\n", "caractère interdit"),
        ("a: \u0085\x07\n".encode(), "caractère interdit"),
        (b"a: [1\n", "ne se lit pas"),
        (b"a: 'x\n", "ne se lit pas"),
        (b"\tb: 1\n", "ne se lit pas"),
        (b"a: b: c\n", "ne se lit pas"),
        (b"%YAML 3.0\n---\na: 1\n", "ne se lit pas"),
        (b"@a", "ne se lit pas"),
    ],
)
def test_what_cannot_be_read_is_one_french_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in refusal(tmp_path, content)[1]


def test_a_mistake_of_writing_has_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a: 1\nb: [1\nc: 2\n")[0] in (2, 3)


def test_ten_megabytes_are_read_and_one_byte_more_refused(tmp_path: Path) -> None:
    assert MAX_BYTES == 10 * 1024 * 1024
    text = "k: 1\n" + "#" * (MAX_BYTES - 5)
    assert load(tmp_path, text) == {"k": 1}
    assert "10 Mo" in refusal(tmp_path, text + "#")[1]


@pytest.mark.parametrize("kind", ["folder", "fifo", "missing", "null"])
def test_what_is_not_a_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "f.yaml"
    if kind == "folder":
        path.mkdir()
    if kind == "fifo":
        os.mkfifo(path)
    with pytest.raises(InvalidData) as caught:
        load_yaml(f"{path}\0" if kind == "null" else str(path))
    expected = "ordinaire" if kind in ("folder", "fifo") else "ouvert"
    assert expected in caught.value.faults[0].message


BOMB = (
    "a: &a ["
    + ",".join(["lol"] * 10)
    + "]\n"
    + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 10)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
WIDE_BOMB = "a: &a [" + ",".join(["x"] * 5000) + "]\nb: [" + ",".join(["*a"] * 100_000) + "]\n"
MEASURED = """
import sys, time
from penitcareer.domain.errors import InvalidData
from penitcareer.store.reading.yaml_loader import load_yaml
start = time.perf_counter()
try:
    load_yaml(sys.argv[1] if len(sys.argv) > 1 else PATH)
except InvalidData as error:
    print(len(error.faults), "alias" in str(error))
took = time.perf_counter() - start
# The peak of this process alone: ru_maxrss would start from the peak of the one that forked it.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(took < 1, int(peak.split()[1]) < 200 * 1024)
"""


@pytest.mark.parametrize("bomb", [BOMB, WIDE_BOMB], ids=["billion laughs", "wide"])
def test_a_bomb_is_refused_in_under_a_second_and_200_megabytes(tmp_path: Path, bomb: str) -> None:
    path = tmp_path / "bombe.yaml"
    path.write_text(bomb)
    done = python(MEASURED.replace("PATH", repr(str(path))))
    assert done.stdout.split() == ["1", "True", "True", "True"], done.stderr


@drawn(1000)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#?, \n\t~019.é\u00a0%@`\\", max_size=80))
def test_any_text_loads_or_is_refused(tmp_path: Path, text: str) -> None:
    try:
        value = load(tmp_path, text)
    except InvalidData as error:
        assert len(error.faults) == 1  # noqa: PT017
        return
    assert_plain(value)


@drawn(300)
@given(st.binary(max_size=60))
def test_any_bytes_load_or_are_refused(tmp_path: Path, content: bytes) -> None:
    try:
        assert_plain(load(tmp_path, content))
    except InvalidData as error:
        assert len(error.faults) == 1  # noqa: PT017


def assert_plain(value: Any) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            assert isinstance(key, str)
            assert_plain(item)
    elif isinstance(value, list):
        for item in value:
            assert_plain(item)
    else:
        assert value is None or isinstance(value, str | int | Decimal)
