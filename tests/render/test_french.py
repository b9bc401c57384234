"""Figures and words as a French reader expects them."""

import pytest

from penitcareer.domain.money import Range
from penitcareer.render.words import french
from tests.support import same_spaces


@pytest.mark.parametrize(
    ("cents", "shown"),
    [
        (3500_00, "3 500 €"),
        (3500_50, "3 500,50 €"),
        (1, "0,01 €"),
        (1_000_000_00, "1 000 000 €"),
        (-120_05, "−120,05 €"),
        (0, "0 €"),
    ],
)
def test_euros_show_cents_only_when_there_are_some(cents: int, shown: str) -> None:
    assert same_spaces(french.euros(cents)) == shown


def test_spaces_of_an_amount_never_break() -> None:
    assert french.euros(3500_50) == "3\u202f500,50\u00a0€"


def test_an_order_of_magnitude_is_to_the_nearest_euro() -> None:
    assert same_spaces(french.rounded_euros(1367_25)) == "1 367 €"
    assert same_spaces(french.rounded_euros(1848_60)) == "1 849 €"
    assert same_spaces(french.rounded_euros(1848_50)) == "1 849 €"


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [((1823_00, 1823_00), "1 823 €"), ((1823_00, 2340_00), "1 823–2 340 €"), ((99_50, 1000_49), "100–1 000 €")],
)
def test_a_range_of_two_equal_bounds_is_one_amount_i1(amounts: tuple[int, int], shown: str) -> None:
    assert same_spaces(french.amount_range(Range(*amounts))) == shown


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ((2625_00, 2765_00), "de 2 625 € à 2 765 €"),
        ((1367_25, 1440_00), "de 1 367,25 € à 1 440,00 €"),
        ((1, 1), "0,01 €"),
    ],
)
def test_an_exact_range_shows_cents_on_both_sides_or_on_none(amounts: tuple[int, int], shown: str) -> None:
    assert same_spaces(french.exact_range(Range(*amounts))) == shown


def test_gaps_have_their_sign() -> None:
    assert same_spaces(french.signed_euros(1918_50)) == "+1 919 €"
    assert same_spaces(french.signed_euros(-120_00)) == "−120 €"
    assert same_spaces(french.signed_euros(0)) == "+0 €"
    assert same_spaces(french.signed_percent(922)) == "+92,2 %"
    assert same_spaces(french.signed_percent(-480)) == "−48,0 %"
    assert same_spaces(french.signed_percent(12_345)) == "+1 234,5 %"


def test_rates_show_decimals_only_when_there_are_some() -> None:
    assert same_spaces(french.percent(2100)) == "21 %"
    assert same_spaces(french.percent(1110)) == "11,10 %"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026", "2026"),
        ("2026-06", "juin 2026"),
        ("2026-06-01", "1er juin 2026"),
        ("2026-12-31", "31 décembre 2026"),
        ("2026-08-09", "9 août 2026"),
    ],
)
def test_a_full_or_partial_date_is_written_in_words(iso: str, shown: str) -> None:
    assert same_spaces(french.day(iso)) == shown


def test_a_count_agrees_with_its_noun() -> None:
    assert [french.count(n, "métier") for n in (0, 1, 2)] == ["0 métier", "1 métier", "2 métiers"]
    assert french.count(24, "mois", "mois") == "24 mois"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        *((month, f"de {month}") for month in french.MONTHS if month not in ("avril", "août", "octobre")),
        ("avril 2026", "d’avril 2026"),
        ("août", "d’août"),
        ("octobre", "d’octobre"),
        ("éducateur", "d’éducateur"),
        ("Adjoint", "d’Adjoint"),
    ],
)
def test_de_is_cut_before_a_vowel(word: str, shown: str) -> None:
    assert french.of(word) == shown
