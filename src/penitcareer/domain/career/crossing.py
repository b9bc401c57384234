"""When one career overtakes another, a month's pay and in all."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from penitcareer.domain.career.path import Path
from penitcareer.domain.money import MONTHS


class Crossing(NamedTuple):
    """Two careers: the year (from 1) in which the one that was behind first passes the
    other, by monthly net (`mensuel`) and by cumulated net (`cumul`); None: never. `devant`:
    the code of the one that passes. A band counts for its middle, and the totals compare
    the months where both pays are known."""

    codes: tuple[str, str]
    mensuel: int | None
    mensuel_devant: str | None
    cumul: int | None
    cumul_devant: str | None


def crossings(paths: Sequence[Path]) -> tuple[Crossing, ...]:
    """Every pair of careers, in the order given."""
    return tuple(_crossing(left, right) for left, right in combinations(paths, 2))


def _crossing(left: Path, right: Path) -> Crossing:
    monthly, total = _Lead(), _Lead()
    gap = 0
    for start, end, difference in _differences(left, right):
        monthly.see(start, difference)
        if difference:
            total.see(_first_past(start, gap, difference), gap + difference * (end - start))
        gap += difference * (end - start)
    codes = (left.code, right.code)
    return Crossing(codes, monthly.year, monthly.ahead(codes), total.year, total.ahead(codes))


class _Lead:
    """Who leads, and the first month at which that changes."""

    def __init__(self) -> None:
        self.first = 0
        self.month: int | None = None

    def see(self, month: int, gap: int) -> None:
        """A gap from a month on: positive when the left one leads."""
        if not gap:
            return
        if not self.first:
            self.first = 1 if gap > 0 else -1
        elif self.month is None and (gap > 0) != (self.first > 0):
            self.month = month

    @property
    def year(self) -> int | None:
        """The year of the change, from 1."""
        return None if self.month is None else self.month // MONTHS + 1

    def ahead(self, codes: tuple[str, str]) -> str | None:
        """Who passes, None when nobody does."""
        return None if self.month is None else codes[self.first > 0]


def _differences(left: Path, right: Path) -> list[tuple[int, int, int]]:
    """(first month, month after, net difference a month) while both pays are known."""
    end = min(left.plan.annees, right.plan.annees) * MONTHS
    cuts = sorted({segment.mois for path in (left, right) for segment in path.segments} | {end})
    found = []
    for start, stop in pairwise(cuts):
        ours, theirs = left.at(start).paie, right.at(start).paie
        if ours is not None and theirs is not None:
            found.append((start, stop, ours.net.middle - theirs.net.middle))
    return found


def _first_past(start: int, gap: int, slope: int) -> int:
    """The month during which a gap that grows by `slope` a month changes sign, the first
    one when it does not."""
    if gap == 0 or (gap > 0) == (slope > 0):
        return start
    return start + abs(gap) // abs(slope)
