"""Bounds of indices: what neighbours say of each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.pay.bounds import NOWHERE, Interval, intervals_of, majore_interval, tightened
from penitcareer.domain.pay.corps import Echelon
from penitcareer.store.catalogue import Catalogue


def at(index: int) -> Interval:
    return Interval(index, index)


INDICES = st.lists(st.integers(100, 1515), min_size=1, max_size=14).map(sorted)
ENDS = st.none() | st.integers(100, 1515)
INTERVALS = st.lists(st.builds(Interval, ENDS, ENDS), min_size=1, max_size=14)


@st.composite
def hidden(draw: st.DrawFn) -> tuple[list[int], list[Interval]]:
    """A true grid, and true bounds of it."""
    grid = draw(INDICES)
    slack = st.none() | st.integers(0, 300)
    around = []
    for index in grid:
        low, high = draw(slack), draw(slack)
        around.append(Interval(None if low is None else index - low, None if high is None else index + high))
    return grid, around


@given(hidden())
def test_a_true_grid_is_never_left_out(pair: tuple[list[int], list[Interval]]) -> None:
    grid, around = pair
    for index, interval in zip(grid, tightened(around), strict=True):
        assert interval.holds(index)
        assert not interval.crossed


@given(INTERVALS)
def test_tightening_never_widens_grows_with_the_echelon_and_is_done_once(intervals: list[Interval]) -> None:
    kept = tightened(intervals)
    for before, after in zip(intervals, kept, strict=True):
        assert before.low is None or (after.low is not None and after.low >= before.low)
        assert before.high is None or (after.high is not None and after.high <= before.high)
    for first, second in pairwise(kept):
        assert first.low is None or (second.low is not None and first.low <= second.low)
        assert second.high is None or (first.high is not None and first.high <= second.high)
    assert tightened(kept) == kept


def test_cpip_first_grade_by_hand() -> None:
    given_ = [at(399), *[NOWHERE] * 3, Interval(None, 488), Interval(489, None), *[NOWHERE] * 7, at(643)]
    assert tightened(given_) == (
        at(399), *[Interval(399, 488)] * 4, *[Interval(489, 643)] * 8, at(643),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [(Interval(None, 400), Interval(401, None), True), (Interval(401, None), Interval(None, 400), False),
     (at(400), at(400), True), (at(401), at(400), False), (NOWHERE, at(400), True)],
)  # fmt: skip
def test_a_grid_that_contradicts_itself_crosses(first: Interval, second: Interval, fits: bool) -> None:
    assert any(interval.crossed for interval in tightened((first, second))) is not fits


def test_what_an_echelon_proves() -> None:
    echelons = (
        Echelon("1", 444, None, None, 12),
        Echelon("2", 449, None, None, 12),
        Echelon("3", None, None, None, 12, im_suppose=900),
        Echelon("4", None, None, None, 12, im_max=500),
        Echelon("5", None, "HEA", None, None),
    )
    couples = {444: 395, 452: 401}
    assert intervals_of(echelons, lambda ib: majore_interval(couples, ib)) == (
        at(395), Interval(395, 401), *[Interval(395, 500)] * 2, Interval(395, None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ib", "expected"),
    [(397, at(375)), (399, Interval(375, 376)), (1018, Interval(826, 830)), (1025, Interval(831, 835)),
     (100, NOWHERE), (1100, NOWHERE)],
)  # fmt: skip
def test_a_row_that_the_bareme_lacks_is_between_its_neighbours(
    catalogue: Catalogue, ib: int, expected: Interval
) -> None:
    assert majore_interval(catalogue.pay_books.baremes.bareme_a[-1].couples, ib) == expected
