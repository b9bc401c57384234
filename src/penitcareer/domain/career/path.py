"""A career in time: stages with what they pay, year by year, and what it adds up to."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from penitcareer.domain.career.doubts import Doubt, Doubts
from penitcareer.domain.career.errors import NoCareer
from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.payroll import BRACKETS, GRID, STAGES, Household, Pay, Payroll
from penitcareer.domain.career.plan import Plan, Subject, day_of, first_month
from penitcareer.domain.career.walk import Stage, stages_of
from penitcareer.domain.money import MONTHS, Range


class Segment(NamedTuple):
    """Months in which nothing changes, from `mois` on (0 is the first), `jour` its first
    day. `paie` is a month's, None when it is unknown."""

    mois: int
    jour: date
    etape: Stage
    foyer: Household
    paie: Pay | None


class Year(NamedTuple):
    """A year of a career: where it starts, the changes within it, and the net cumulated
    from the first known pay to its end (None while none is known)."""

    annee: int
    debut: Segment
    changements: tuple[Segment, ...]
    cumul: Range | None


class Path(NamedTuple):
    """One career. `base`: `grille` when every amount is a payslip's, `fourchettes` when
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

    def cumulated(self, month: int) -> Range | None:
        """The net cumulated over the first `month` months; None while no pay is known."""
        low = high = 0
        known = False
        for segment, end in zip(self.segments, self._ends(), strict=True):
            months = min(end, month) - segment.mois
            if months <= 0:
                break
            if segment.paie is not None:
                known = True
                low, high = low + segment.paie.net.min * months, high + segment.paie.net.max * months
        return Range(low, high) if known else None

    def _ends(self) -> list[int]:
        return [*(segment.mois for segment in self.segments[1:]), self.plan.annees * MONTHS]


def path_of(sujet: Subject, plan: Plan, payroll: Payroll, indices: Indices) -> Path:
    """Lay out the career of a subject.

    Raises NoCareer without corps nor pay, and what `Walk` raises.
    """
    if sujet.corps is None and sujet.remuneration is None:
        raise NoCareer(sujet.code)
    doubts = Doubts()
    segments = _segments(stages_of(sujet, plan, indices, doubts), plan, payroll)
    bases = {payroll.base(leg) for leg in (sujet, *(move.sujet for move in plan.passages))}
    bare = Path(sujet, plan, _base(bases), segments, (), 0, doubts.noted())
    years = tuple(_year(bare, year) for year in range(1, plan.annees + 1))
    return bare._replace(annees=years, mois_inconnus=_unknown_months(bare))


def _base(bases: set[str]) -> str:
    """The least certain of the bases, but stages alone do not hide known amounts."""
    if BRACKETS in bases:
        return BRACKETS
    return GRID if GRID in bases else STAGES


def _segments(stages: Sequence[Stage], plan: Plan, payroll: Payroll) -> tuple[Segment, ...]:
    """The stages, cut where children, part-time or a bracket change."""
    cuts = {0} | plan.changes() | {stage.mois for stage in stages}
    for stage in stages:
        cuts |= payroll.turns(stage)
    found: list[Segment] = []
    starts = [stage.mois for stage in stages]
    for month in sorted(cut for cut in cuts if cut < plan.annees * MONTHS):
        stage = stages[bisect_right(starts, month) - 1]
        home = Household(plan.children(month), plan.share(month))
        segment = Segment(month, day_of(plan.debut, month), stage, home, payroll.pay(stage, month, home))
        if not found or found[-1][2:] != segment[2:]:
            found.append(segment)
    return tuple(found)


def _year(path: Path, year: int) -> Year:
    first, after = first_month(year), first_month(year + 1)
    within = tuple(segment for segment in path.segments if first < segment.mois < after)
    return Year(year, path.at(first), within, path.cumulated(after))


def _unknown_months(path: Path) -> int:
    return sum(
        end - segment.mois for segment, end in zip(path.segments, path._ends(), strict=True) if segment.paie is None
    )


def _start(segment: Segment) -> int:
    return segment.mois
