"""When one career overtakes another, a month's pay and in all."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from penitcareer.domain.career.path import Path
from penitcareer.domain.career.payroll import GRID
from penitcareer.domain.money import MONTHS
from penitcareer.domain.records import NamedTuple


class Passing(NamedTuple):
    """The year (from 1) in which a career passes the other, and its code."""

    annee: int
    devant: str


class Lead(NamedTuple):
    """Who leads first (None: nothing can be compared, or always equal), and every change."""

    devant: str | None
    passages: tuple[Passing, ...]

    @property
    def annee(self) -> int | None:
        """The first year in which the one that was behind passes; None: never."""
        return self.passages[0].annee if self.passages else None


NO_VERDICT = Lead(None, ())


class Crossing(NamedTuple):
    """Two careers, by monthly net where both are known, and by cumulated net. A band counts for
    its middle; none leads unless both rest on grids, and no pay known by its floor only may be on
    either side of the other (`comparable`), nor in all while a month of either is unknown.
    `manque`: the bonuses that each lacks, for want of their amount; `planchers`: some pay of
    either is known by its floor only; `mois_inconnus`: the months whose pay is unknown."""

    codes: tuple[str, str]
    mensuel: Lead
    cumul: Lead
    comparable: bool
    manque: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    planchers: bool = False
    mois_inconnus: tuple[int, int] = (0, 0)


def crossings(paths: Sequence[Path]) -> tuple[Crossing, ...]:
    """Every pair of careers, in the order given."""
    return tuple(_crossing(left, right) for left, right in combinations(paths, 2))


def _crossing(left: Path, right: Path) -> Crossing:
    codes = (left.code, right.code)
    lacking = (left.manque, right.manque)
    floors = left.floor or right.floor
    unknown = (left.mois_inconnus, right.mois_inconnus)
    undecided = Crossing(codes, NO_VERDICT, NO_VERDICT, False, lacking, floors, unknown)
    if not left.base == right.base == GRID:
        return undecided
    monthly, total = [], []
    gap = 0
    for start, end, difference in _differences(left, right):
        if difference is None:
            return undecided
        monthly.append((start, difference))
        after = gap + difference * (end - start)
        total.append((_past_zero(start, gap, difference), after))
        gap = after
    led = _lead(codes, monthly)
    # A difference with a floor is a least one: who leads in all is known only while one always leads.
    untold = any(unknown) or (floors and led.passages)
    return undecided._replace(mensuel=led, cumul=NO_VERDICT if untold else _lead(codes, total), comparable=True)


def _lead(codes: tuple[str, str], gaps: Sequence[tuple[int, int]]) -> Lead:
    """Who leads by (month, gap) pairs: the left one when the gap is positive."""
    leaders = [(month, codes[gap < 0]) for month, gap in gaps if gap]
    passings = [
        Passing(month // MONTHS + 1, code) for (_, before), (month, code) in pairwise(leaders) if code != before
    ]
    first = next((code for _, code in leaders), None)
    return Lead(first, tuple(passings))


def _differences(left: Path, right: Path) -> Iterator[tuple[int, int, int | None]]:
    """(first month, month after, net difference a month) while both pays are known; no
    difference where a floor leaves it unknown."""
    end = min(left.plan.annees, right.plan.annees) * MONTHS
    cuts = sorted({segment.mois for path in (left, right) for segment in path.segments} | {end})
    for start, stop in pairwise(cuts):
        ours, theirs = left.at(start).paie, right.at(start).paie
        if ours is not None and theirs is not None:
            yield start, stop, ours.net.above(theirs.net)


def _past_zero(start: int, gap: int, slope: int) -> int:
    """The month during which a gap that grows by `slope` a month passes zero; the first one
    when it moves away from it."""
    if slope == 0 or gap == 0 or (gap > 0) == (slope > 0):
        return start
    return start + abs(gap) // abs(slope)
