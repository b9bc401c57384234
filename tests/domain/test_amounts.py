"""An amount is read one way or refused."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from penitcareer.domain.amounts import LIMIT, MOST_DIGITS, is_digits, parse_amount, whole_number
from penitcareer.domain.errors import InvalidAmount, UsageProblem
from penitcareer.render.refusals import sentence
from tests.support import drawn

SPACES = [chr(code) for code in range(0x10000) if chr(code).isspace()]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("3500", 3500_00),
        ("3 500", 3500_00),
        ("3\u202f500", 3500_00),
        ("3\u00a0500", 3500_00),
        ("3 500,00 €", 3500_00),
        ("3 500,00€", 3500_00),
        ("3500.50", 3500_50),
        ("3500,5", 3500_50),
        ("3,5k", 3500_00),
        ("3.5k", 3500_00),
        ("3,5K", 3500_00),
        ("3.55k", 3550_00),
        ("42k", 42_000_00),
        ("42 k€", 42_000_00),
        ("2 700 euros", 2700_00),
        ("1 euro", 1_00),
        ("3500 EUR", 3500_00),
        ("  3500  ", 3500_00),
        ("0,01", 1),
        ("0.5", 50),
        ("007", 7_00),
        ("1000000", 1_000_000_00),
        ("1 000 000,00", 1_000_000_00),
        ("1000k", 1_000_000_00),
    ],
)
def test_an_amount_is_read_as_a_french_reader_would(text: str, cents: int) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize("space", SPACES, ids=[f"U+{ord(space):04X}" for space in SPACES])
def test_any_space_of_unicode_separates_thousands(space: str) -> None:
    assert parse_amount(f"3{space}500") == 3500_00
    assert parse_amount(f"3{space}500,00{space}€") == 3500_00


@pytest.mark.parametrize("text", ["3,500", "3.500", "3,500 €"])
def test_three_decimals_are_refused_with_both_readings(text: str) -> None:
    with pytest.raises(InvalidAmount) as caught:
        parse_amount(text)
    message = sentence(caught.value, {})
    assert "écrivez 3500 (milliers) ou 3,5 (virgule décimale)" in message


@pytest.mark.parametrize(
    ("text", "readings"), [("12,340", ("12340", "12,34")), ("1.000", ("1000", "1")), ("0,125", ("0125", "0,12"))]
)
def test_both_readings_are_ones_that_can_be_typed(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(InvalidAmount) as caught:
        parse_amount(text)
    assert (caught.value.why, caught.value.readings) == ("ambigu", readings)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "vide"),
        ("   ", "vide"),
        ("€", "vide"),
        ("-1", "positif"),
        ("−3500", "positif"),
        ("0", "dépasser 0"),
        ("0,00", "dépasser 0"),
        ("1000000,01", "1 000 000"),
        ("1000001", "1 000 000"),
        ("1001k", "1 000 000"),
        ("nan", "chiffres"),
        ("inf", "chiffres"),
        ("1e9", "chiffres"),
        ("1_000", "chiffres"),
        ("0x10", "chiffres"),
        ("+3500", "chiffres"),
        ("3500$", "chiffres"),
        ("3'500", "chiffres"),
        ("35 00", "chiffres"),
        ("3500 500", "chiffres"),
        ("3  500", "chiffres"),
        ("3 500 ,00", "chiffres"),
        ("3,5 0", "chiffres"),
        ("3.500,50", "chiffres"),
        ("1.000.000", "chiffres"),
        (",5", "chiffres"),
        ("5,", "chiffres"),
        ("k", "chiffres"),
        ("3k5", "chiffres"),
        ("3,5kk", "chiffres"),
        ("３５００", "chiffres"),
        ("٣٥٠٠", "chiffres"),
        ("3⁵00", "chiffres"),
        ("3500,123456", "deux décimales"),
        ("3,1234", "deux décimales"),
        ("3,555k", "deux décimales"),
        ("9" * 400, "40 caractères"),
        ("1" * 41, "40 caractères"),
        ("3500\0", "chiffres"),
        ("3\u200b500", "chiffres"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidAmount) as caught:
        parse_amount(text)
    assert isinstance(caught.value, UsageProblem)
    assert caught.value.asked == text
    said = sentence(caught.value, {})
    assert reason in said
    assert "penit net 3500" in said  # what to type instead
    assert len(said) < 250


def test_forty_characters_are_still_read() -> None:
    assert parse_amount("3500".rjust(40, "0")) == 3500_00


@drawn(1500)
@given(st.text(max_size=60))
@example("9" * 400)
@example("３５００")
def test_any_text_is_an_amount_within_bounds_or_refused(text: str) -> None:
    try:
        cents = parse_amount(text)
    except InvalidAmount as error:
        assert error.asked == text  # noqa: PT017
        return
    assert 0 < cents <= LIMIT
    assert any(sign.isdigit() for sign in text)
    assert not any(unicodedata.category(sign) == "Nd" and not sign.isascii() for sign in text)


@drawn(1500)
@given(st.text(alphabet="0123456789 ,.k€-+e\u00a0\u202f", max_size=14))
def test_what_looks_like_an_amount_is_read_exactly_or_refused(text: str) -> None:
    try:
        cents = parse_amount(text)
    except InvalidAmount:
        return
    digits = "".join(sign for sign in text if sign.isdigit())
    scale = 1000 if "k" in text else 1
    point = max(text.rfind(","), text.rfind("."))
    decimals = sum(sign.isdigit() for sign in text[point:]) if point >= 0 else 0
    assert decimals <= 2
    assert cents == int(digits) * 10 ** (2 - decimals) * scale


@drawn(1000)
@given(st.integers(1, LIMIT), st.sampled_from([",", "."]), st.sampled_from(["", " €", "€", " euros"]), st.booleans())
def test_every_way_of_writing_an_amount_gives_the_same_cents(
    cents: int, point: str, currency: str, grouped: bool
) -> None:
    whole, rest = divmod(cents, 100)
    shown = f"{whole:,}".replace(",", "\u202f") if grouped else str(whole)
    assert parse_amount(f"{shown}{point}{rest:02}{currency}") == cents


# -- whole numbers


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("31", 31), ("007", 7)])
def test_a_whole_number_within_its_bounds_is_read(text: str, number: int) -> None:
    assert whole_number(text, 1, 31) == number


@pytest.mark.parametrize("text", ["", "0", "32", "-1", "+1", "1.0", "1_0", " 1", "²", "３", "١", "un", "9" * 4301])
def test_anything_else_is_no_whole_number(text: str) -> None:
    """`²` is a digit that `int` refuses, 4 301 nines are more digits than it takes."""
    assert whole_number(text, 1, 31) is None


def test_a_whole_number_has_nine_digits_at_most() -> None:
    assert whole_number("9" * MOST_DIGITS, 0, 10**12) == 999_999_999
    assert whole_number("9" * (MOST_DIGITS + 1), 0, 10**12) is None


@given(st.text(max_size=12))
def test_digits_are_those_that_int_reads_in_ascii(text: str) -> None:
    assert is_digits(text) == (bool(text) and set(text) <= set("0123456789"))
