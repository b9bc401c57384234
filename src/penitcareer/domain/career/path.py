"""A career in time: stages with what they pay, year by year, and what it adds up to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from penitcareer.domain.career.doubts import Doubt, Doubts
from penitcareer.domain.career.errors import NoCareer
from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.payroll import BRACKETS, GRID, STAGES, Household, MonthPay, Payroll
from penitcareer.domain.career.plan import Plan, Subject, day_of, first_month
from penitcareer.domain.career.walk import Stage, walked
from penitcareer.domain.money import MONTHS, Cents, Span
from penitcareer.domain.records import NamedTuple


class Segment(NamedTuple):
    """Months in which nothing changes, from `mois` on (0 is the first), `jour` its first
    day. `paie` is a month's, None when it is unknown."""

    mois: int
    jour: date
    etape: Stage
    foyer: Household
    paie: MonthPay | None

    def goes_on(self, before: "Segment") -> bool:
        """Whether nothing but the day differs from the segment before."""
        return self._replace(mois=before.mois, jour=before.jour) == before


class Year(NamedTuple):
    """A year of a career: where it starts, the changes within it, and the net cumulated
    from the first known pay to its end (None while none is known; a floor once a pay is one)."""

    annee: int
    debut: Segment
    changements: tuple[Segment, ...]
    cumul: Span | None


class Path(NamedTuple):
    """One career. The last of its `segments` may start the day it ends, and say where one
    then stands. `base`: `grille` when every amount is a payslip's, `fourchettes` when
    some are an indicative band, `etapes` when none is known. `mois_inconnus`: months whose
    pay is unknown, left out of the totals."""

    sujet: Subject
    plan: Plan
    base: str
    segments: tuple[Segment, ...]
    annees: tuple[Year, ...]
    mois_inconnus: int
    doutes: tuple[Doubt, ...]

    @property
    def code(self) -> str:
        """The code of the métier or corps, and of those moved to: `cpip+dpip`."""
        return "+".join([self.sujet.code, *(move.sujet.code for move in self.plan.passages)])

    def at(self, month: int) -> Segment:
        """The segment that a month belongs to."""
        return self.segments[bisect_right(self.segments, month, key=_start) - 1]

    @property
    def band(self) -> bool:
        """Whether some pay lies between two bounds, or above one."""
        return any(paid.net.min != paid.net.max for segment in self.segments if (paid := segment.paie) is not None)

    @property
    def floor(self) -> bool:
        """Whether some pay is known by its least only."""
        return any(segment.paie is not None and segment.paie.net.max is None for segment in self.segments)

    @property
    def manque(self) -> tuple[str, ...]:
        """The bonuses that some of its pays lack, by name."""
        return tuple(dict.fromkeys(name for segment in self.segments if segment.paie for name in segment.paie.manque))

    def lengths(self) -> list[tuple[Segment, int]]:
        """Each segment with the months it lasts."""
        starts = [*(segment.mois for segment in self.segments), self.plan.annees * MONTHS]
        return [(segment, end - start) for segment, (start, end) in zip(self.segments, pairwise(starts), strict=True)]


def path_of(sujet: Subject, plan: Plan, payroll: Payroll, indices: Indices) -> Path:
    """Lay out the career of a subject.

    Raises NoCareer without corps nor pay, and what `walked` raises.
    """
    if sujet.corps is None and sujet.remuneration is None:
        raise NoCareer(sujet.code)
    doubts = Doubts()
    segments = _segments(walked(sujet, plan, indices, doubts), plan, payroll)
    bases = {payroll.base(leg) for leg in (sujet, *(move.sujet for move in plan.passages))}
    bare = Path(sujet, plan, _base(bases), segments, (), 0, doubts.noted())
    return bare._replace(annees=tuple(_years(bare)), mois_inconnus=_unknown_months(bare))


def _base(bases: set[str]) -> str:
    """The least certain of the bases, but stages alone do not hide known amounts."""
    if BRACKETS in bases:
        return BRACKETS
    return GRID if GRID in bases else STAGES


def _segments(stages: Sequence[Stage], plan: Plan, payroll: Payroll) -> tuple[Segment, ...]:
    """The stages, cut where children, part-time or a bracket change."""
    cuts = plan.changes() | {stage.mois for stage in stages}
    for stage in stages:
        cuts |= payroll.turns(stage)
    found: list[Segment] = []
    starts = [stage.mois for stage in stages]
    for month in sorted(cut for cut in cuts if cut <= plan.annees * MONTHS):
        stage = stages[bisect_right(starts, month) - 1]
        home = Household(plan.children(month), plan.share(month))
        segment = Segment(month, day_of(plan.debut, month), stage, home, payroll.pay(stage, month, home))
        if not found or not segment.goes_on(found[-1]):
            found.append(segment)
    return tuple(found)


def _years(path: Path) -> Iterator[Year]:
    """Each year, its changes, and the net since the first known pay."""
    starts = [segment.mois for segment in path.segments]
    low = 0
    high: Cents | None = 0
    known = False
    for year in range(1, path.plan.annees + 1):
        first, after = first_month(year), first_month(year + 1)
        current = bisect_right(starts, first) - 1
        lived = path.segments[current : bisect_left(starts, after)]
        bounds = [first, *(segment.mois for segment in lived[1:]), after]
        for segment, (start, end) in zip(lived, pairwise(bounds), strict=True):
            if segment.paie is not None:
                known = True
                least, most = segment.paie.net
                low += least * (end - start)
                high = None if high is None or most is None else high + most * (end - start)
        yield Year(year, lived[0], lived[1:], Span(low, high) if known else None)


def _unknown_months(path: Path) -> int:
    return sum(months for segment, months in path.lengths() if segment.paie is None)


def _start(segment: Segment) -> int:
    return segment.mois
