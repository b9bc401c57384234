"""Figures and words as a French reader expects them."""

from datetime import date

import pytest

from penitcareer.domain.money import Range, Span
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.render.words import french
from penitcareer.store.catalogue import Catalogue
from tests.support import PAGE, same_spaces


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
    assert same_spaces(french.signed_euros(-1)) == "−0 €"  # less all the same
    assert same_spaces(french.signed_percent(-1)) == "−0,1 %"
    assert same_spaces(french.signed_percent(0)) == "+0,0 %"
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


def test_an_amount_without_upper_bound_is_a_floor() -> None:
    assert same_spaces(french.amount_range(Span(1984_72, None))) == "au moins 1 985 €"
    assert same_spaces(french.amount_range(Span(1984_72, None), "≥ ")) == "≥ 1 985 €"


@pytest.mark.parametrize(
    ("gap", "shown"),
    [
        ((100_00, 100_40), "+100 €"),
        ((-12_00, 40_00), "−12 € à +40 €"),
        ((35_00, None), "≥ +35 €"),
        ((0, 0), "+0 €"),
    ],
)
def test_a_gap_between_bounds_has_both_signs(gap: tuple[int, int | None], shown: str) -> None:
    assert same_spaces(french.signed_range(Span(*gap))) == shown


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ((500, 500), "█████"),
        ((300, 700), "███░░░░"),
        ((0, 1000), "░░░░░░░░░░"),
        ((500, None), "████→"),
        ((600, None), "█████→"),
    ],
)
def test_a_bar_goes_to_an_amount(amounts: tuple[int, int | None], shown: str) -> None:
    assert french.bar_to(Span(*amounts), 1000, 10) == shown


def test_the_rule_and_the_smic_in_a_sentence(catalogue: Catalogue) -> None:
    assert same_spaces(french.rule_in_brief(catalogue.rule)) == "brut moins 21 à 25 %"
    said = same_spaces(french.rule_sentence(catalogue.rule))
    assert said == f"Estimation : net = brut moins 21 % à 25 %. {same_spaces(catalogue.rule.reserve)}"
    smic = ValueAtDate("SMIC", 1800_00, date(2026, 6, 1), PAGE, None)
    assert same_spaces(french.smic_sentence(smic)) == f"SMIC : 1 800,00 € depuis le 1er juin 2026 ({PAGE.titre})."
    constant = same_spaces(french.smic_sentence(smic._replace(droit_constant_depuis=date(2026, 11, 21))))
    assert constant.endswith("), à droit constant depuis le 21 novembre 2026.")


def test_an_echelon_and_months_as_people_write_them() -> None:
    assert [french.echelon(*one) for one in (("special",), ("6",), ("6", 2))] == ["spécial", "6", "6, chevron 2"]
    assert [french.months(count) for count in (0, 11, 12, 13, 24)] == [
        "0 mois",
        "11 mois",
        "1 an",
        "1 an 1 mois",
        "2 ans",
    ]


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
