"""Text from a file is data: it commands nothing, and every output can write it."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.render.document import (
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Leading,
    Note,
    Paragraph,
    Table,
)
from penitcareer.render.formats.csv_rows import Figure, amount, decimal, to_csv
from penitcareer.render.formats.json_text import to_json
from penitcareer.render.formats.markdown import escape, to_markdown
from penitcareer.render.words.safe import HANDLER, clean, fit
from penitcareer.render.words.wrapping import columns, wrap
from tests.support import drawn, same_spaces

BIDI = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)]
C1 = [chr(code) for code in range(0x7F, 0xA0)]


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x07", "\x08", *C1, *BIDI], ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_control_or_direction_sign_is_replaced(sign: str) -> None:
    expected = " " if sign == "\x85" else "\ufffd"
    assert clean(f"a{sign}b") == f"a{expected}b"


@pytest.mark.parametrize("sign", list("\t\n\v\f\r\x85\u2028\u2029"), ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_line_break_becomes_a_space(sign: str) -> None:
    assert clean(f"a{sign}b") == "a b"


def test_ordinary_text_is_kept() -> None:
    for text in ("abc", "É’œ « 3\u202f500\u00a0€ » — 中文 🙂 e\u0301"):
        assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("3\u202f500\u00a0€", "ascii", "3 500 EUR"),
        ("3\u202f500\u00a0€", "latin-1", "3 500\u00a0EUR"),
        ("3\u202f500\u00a0€", "cp1252", "3 500\u00a0€"),
        ("l’élève « œuvre » …", "ascii", 'l\'eleve " oeuvre " ...'),
        ("a–b — c −1 • ≥ →", "ascii", "a-b - c -1 - >= ->"),
        ("░█", "latin-1", ".#"),
        ("中🙂", "ascii", "??"),
        ("Ａ", "ascii", "A"),
        ("déjà", "utf-8", "déjà"),
    ],
)
def test_a_sign_that_an_encoding_lacks_gets_a_readable_substitute(text: str, encoding: str, written: str) -> None:
    assert fit(text, encoding) == written
    assert text.encode(encoding, HANDLER).decode(encoding) == written


def test_the_substitutes_are_for_writing_only() -> None:
    with pytest.raises(UnicodeDecodeError):
        codecs.decode(b"\xff", "utf-8", HANDLER)


@drawn(1000)
@given(st.text(max_size=40), st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8", "cp437"]))
def test_any_text_can_be_written_in_any_encoding(text: str, encoding: str) -> None:
    shown = fit(clean(text), encoding).encode(encoding, "replace").decode(encoding)
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cc"]


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%x", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", "\n=1", "  =1"]
)
def test_a_text_that_a_spreadsheet_would_run_is_quoted(start: str) -> None:
    line = to_csv((("c",), [(start,)])).split("\r\n")[1]
    assert line.startswith("'")


def test_figures_of_a_csv_are_french_and_never_quoted() -> None:
    row = (amount(262500), amount(-5), amount(None), decimal(922, 1), decimal(-480, 1), decimal(-5, 1), True, False, 12)
    assert to_csv((("c",), [row])).split("\r\n")[1] == "2625,00;-0,05;;92,2;-48,0;-0,5;oui;non;12"
    assert isinstance(amount(1), Figure)


def test_a_csv_keeps_semicolons_quotes_and_line_breaks_inside_their_cell() -> None:
    assert to_csv((("a", "b"), [('x;"y"', "u\nv")])) == 'a;b\r\n"x;""y""";u v\r\n'


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[x](y)", r"\[x\](y)"),
        ("&amp;", r"\&amp;"),
        ("~~a~~", r"\~\~a\~\~"),
        ("\\", r"\\"),
        ("# t", r"\# t"),
        ("- t", r"\- t"),
        ("+ t", r"\+ t"),
        ("=== t", r"\=== t"),
        ("> t", r"\> t"),
        ("1. t", r"1\. t"),
        ("12) t", r"12\) t"),
        ("12 t", "12 t"),
        ("2,5 t", "2,5 t"),
        ("a # b - c", "a # b - c"),
        ("    code", "code"),
        ("\u00a0\u2003 gras ", "gras"),
        ("     - t", r"\- t"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_no_text_becomes_a_block_of_code_or_loses_its_bold() -> None:
    from markdown_it import MarkdownIt  # comes with Rich

    text = "      huit espaces      "
    table = Table((Column(text), Column(text)), ((text, text),))
    kinds = (Heading(text), Paragraph(text), Leading(text), Note(text), Bullets(((text, text), ("", text))))
    shown = to_markdown(Document(text, text, (*kinds, Facts(((text, text),)), table)))
    tokens = MarkdownIt().enable("table").parse(shown)
    assert not {token.type for token in tokens} & {"code_block", "fence", "html_block"}
    texts = [part.content for token in tokens for part in token.children or () if part.type == "text" and part.content]
    assert [part for part in texts if part not in ("huit espaces", " : huit espaces")] == []


@pytest.mark.parametrize("sign", [*C1, *BIDI, "\x1b", "\u2028", "\u2029"], ids=lambda sign: f"U+{ord(sign):04X}")
def test_json_writes_no_sign_that_acts_on_a_terminal(sign: str) -> None:
    text = to_json({"a": f"x{sign}y"})
    assert sign not in text
    assert f"\\u{ord(sign):04x}" in text


def test_json_keeps_the_order_of_keys_and_refuses_what_is_not_json() -> None:
    assert to_json({"b": 1, "a": 2}) == '{\n  "b": 1,\n  "a": 2\n}\n'
    with pytest.raises(ValueError, match="JSON"):
        to_json({"a": float("nan")})


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a b c", 3, ["a b", "c"]),
        ("abcdef", 2, ["ab", "cd", "ef"]),
        ("a abcdef b", 3, ["a", "abc", "def", "b"]),
        ("3\u00a0500 x", 5, ["3\u00a0500", "x"]),
        ("une\u00a0classe\u00a0à\u00a0part", 8, ["une", "classe\u00a0à", "part"]),
        ("a · b", 3, ["a ·", "b"]),
        ("中文字", 4, ["中文", "字"]),
        ("", 5, [""]),
        ("ab", 2, ["ab"]),
    ],
)
def test_lines_break_at_plain_spaces_and_words_too_long_are_cut(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@drawn(1000)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u0378"), max_size=80).map(clean),
    st.integers(2, 30),
)
def test_no_wrapped_line_is_wider_than_asked_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert same_spaces("".join(lines)).replace(" ", "") == same_spaces(text).replace(" ", "")


def test_only_what_commands_is_neutralised_up_to_its_ends() -> None:
    kept = (0x7E, 0xA0, 0x61B, 0x61D, 0x200D, 0x2010, 0x202F, 0x2065, 0x206A)
    assert [clean(chr(code)) for code in kept] == [chr(code) for code in kept]
    gone = (0, 0x1F, 0x7F, 0x84, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069)
    assert {clean(f"é{chr(code)}") for code in gone} == {"é\ufffd"}
