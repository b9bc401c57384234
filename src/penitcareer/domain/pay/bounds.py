"""What bounds of indices say of their neighbours: an index never falls from one échelon to
the next, so that each narrows those around it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from penitcareer.domain.pay.corps import Echelon
from penitcareer.domain.records import NamedTuple


class Interval(NamedTuple):
    """Where an indice majoré stands, both ends included; None: no bound on that side."""

    low: int | None
    high: int | None

    @property
    def crossed(self) -> bool:
        """Whether no index fits."""
        return self.low is not None and self.high is not None and self.low > self.high

    def holds(self, index: int) -> bool:
        """Whether an index fits."""
        return (self.low is None or self.low <= index) and (self.high is None or index <= self.high)


NOWHERE = Interval(None, None)


def tightened(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    """The same, each no lower than those before it and no higher than those after it. An
    interval whose ends then cross contradicts its neighbours."""
    lows = accumulate((interval.low for interval in intervals), _highest)
    highs = accumulate((interval.high for interval in reversed(intervals)), _lowest)
    return tuple(map(Interval, lows, reversed(tuple(highs))))


def majore_interval(couples: Mapping[int, int], ib: int) -> Interval:
    """The indice majoré of a gross index: that of its row of barème A, or what the rows
    around leave of one that the barème lacks."""
    if ib in couples:
        return Interval(couples[ib], couples[ib])
    below = [im for row, im in couples.items() if row < ib]
    above = [im for row, im in couples.items() if row > ib]
    return Interval(max(below), min(above)) if below and above else NOWHERE


def intervals_of(echelons: Sequence[Echelon], majore: Callable[[int], Interval]) -> tuple[Interval, ...]:
    """What is proven of each échelon of a grade, its neighbours considered. `majore`: where
    the indice majoré of a gross index stands. A supposition proves nothing, and a letter is
    above every number."""
    return tightened([_own(echelon, majore) for echelon in echelons])


def _own(echelon: Echelon, majore: Callable[[int], Interval]) -> Interval:
    if echelon.lettre is not None:
        return NOWHERE
    if echelon.im is not None:
        return Interval(echelon.im, echelon.im)
    return Interval(echelon.im_min, echelon.im_max) if echelon.ib is None else majore(echelon.ib)


def _highest(before: int | None, here: int | None) -> int | None:
    return max((end for end in (before, here) if end is not None), default=None)


def _lowest(after: int | None, here: int | None) -> int | None:
    return min((end for end in (after, here) if end is not None), default=None)
