"""Money is whole cents, rounded to the nearest, half up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.money import Range, divide
from tests.support import drawn


@pytest.mark.parametrize(
    ("numerator", "denominator", "quotient"),
    [(0, 3, 0), (1, 2, 1), (3, 2, 2), (1, 3, 0), (2, 3, 1), (5, 10, 1), (4, 10, 0), (-1, 2, 0), (-3, 2, -1), (7, 1, 7)],
)
def test_a_quotient_is_the_nearest_integer_and_half_goes_up(numerator: int, denominator: int, quotient: int) -> None:
    assert divide(numerator, denominator) == quotient


@drawn(1000)
@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_a_quotient_is_never_further_than_a_half(numerator: int, denominator: int) -> None:
    off = 2 * (divide(numerator, denominator) * denominator - numerator)
    assert -denominator < off <= denominator


def test_the_middle_of_a_range_rounds_half_a_cent_up() -> None:
    assert Range(100, 101).middle == 101
    assert Range(100, 100).middle == 100
    assert Range(182300, 234000).middle == 208150
