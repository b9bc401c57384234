"""The same answer under two laws, the real one and a reform's, and what each line of it gains."""

from collections.abc import Iterator
from typing import Any, Literal

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.path import Path
from penitcareer.domain.career.place import Place
from penitcareer.domain.metiers.comparison import Comparison
from penitcareer.domain.money import Cents, Span
from penitcareer.domain.pay.grid import Grid, GridList
from penitcareer.domain.pay.payslip import Payslip, merged
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.domain.records import NamedTuple

Genre = Literal["brut", "net", "echelon", "corps", "annee", "cumul", "carriere", "ecole", "debut", "fin"]


# The answers whose lines are compared.
COMPARED = (Payslip, PayslipRange, Grid, GridList, Careers, Place, Comparison)


class LineName(NamedTuple):
    """Which line of an answer: whose it is (a grade, a corps, a métier), its kind, and its
    name among those of its kind, perhaps none."""

    sujet: str
    genre: Genre
    nom: str = ""


class LawLine(NamedTuple):
    """A line under both laws, in cents; None where it is unknown or absent. `ecart`: what the
    reform adds, at the low end and at the high one; no `max` when an end has none."""

    ligne: LineName
    droit: Span | None
    reforme: Span | None

    @property
    def ecart(self) -> Span | None:
        """What the reform adds, None unless both are known."""
        if self.droit is None or self.reforme is None:
            return None
        low = self.reforme.min - self.droit.min
        if self.droit.max is None or self.reforme.max is None:
            return Span(low, None)
        high = self.reforme.max - self.droit.max
        return Span(min(low, high), max(low, high))

    @property
    def changes(self) -> bool:
        """Whether the reform changes the line."""
        return self.droit != self.reforme


class LawGap(NamedTuple):
    """An answer under the law and under a reform, and their lines. `brut`: amounts are gross,
    else net before tax."""

    droit: Any
    reforme: Any
    lignes: tuple[LawLine, ...]
    brut: bool = False


def law_gap(law: Any, reform: Any) -> LawGap:
    """The difference between two answers of the same kind, line by line."""
    before, after = dict(_lines(law)), dict(_lines(reform))
    names = merged(list(before), list(after))
    lines = tuple(LawLine(name, before.get(name), after.get(name)) for name in names)
    return LawGap(law, reform, lines, brut=isinstance(law, Place) and not law.net)


def _lines(answer: Any) -> Iterator[tuple[LineName, Span | None]]:
    match answer:
        case Payslip() | PayslipRange():
            yield from _of_payslips(answer)
        case Grid():
            yield from _of_grid(answer)
        case GridList():
            yield from ((LineName(grid.corps.titre, "corps"), _whole(grid)) for grid in answer.grilles)
        case Careers():
            yield from (line for career in answer.carrieres for line in _of_path(career.parcours))
        case Place():
            yield from _of_place(answer)
        case Comparison():
            yield from _of_comparison(answer)


def _of_place(answer: Place) -> Iterator[tuple[LineName, Span | None]]:
    known = answer.carriere
    yield LineName(answer.metier.titre, "carriere"), None if known is None else Span(*known.fourchette)
    if answer.corps is not None:
        yield from _of_grid(answer.corps.grille, "net" if answer.net else "brut")


def _of_comparison(answer: Comparison) -> Iterator[tuple[LineName, Span | None]]:
    for metier, known in zip(answer.metiers, answer.reperes, strict=True):
        for item in known:
            yield LineName(metier.titre, item.stade, "promotion" if item.promotion else ""), item.net


def _of_payslips(answer: Payslip | PayslipRange) -> Iterator[tuple[LineName, Span]]:
    if isinstance(answer, Payslip):
        totals = answer.bulletin.totaux
        yield LineName("", "brut"), Span(totals.brut, totals.brut)
        yield LineName("", "net"), Span(totals.net_a_payer_avant_impot, totals.net_a_payer_avant_impot)
        return
    low, high = answer.bas.bulletin.totaux, answer.haut and answer.haut.bulletin.totaux
    yield LineName("", "brut"), Span(low.brut, high and high.brut)
    yield LineName("", "net"), Span(answer.net_min, high and high.net_a_payer_avant_impot)


def _of_grid(grid: Grid, part: Literal["brut", "net"] = "net") -> Iterator[tuple[LineName, Span | None]]:
    for grade in grid.grades:
        for step in grade.echelons:
            name = LineName(grade.grade.titre, "echelon", _step(step.echelon.echelon, step.chevron))
            low, high = (end and getattr(end, part) for end in (step.bas, step.haut))
            yield name, None if low is None else Span(low, high)


def _step(echelon: str, chevron: int | None) -> str:
    return echelon if chevron is None else f"{echelon}/{chevron}"


def _whole(grid: Grid) -> Span | None:
    """From the least to the most that a corps is known to pay."""
    known = [step for grade in grid.grades for step in grade.echelons if step.bas is not None]
    ends: list[Cents] = [end.net for step in known for end in (step.bas, step.haut) if end is not None]
    return Span(min(ends), max(ends)) if ends else None


def _of_path(path: Path) -> Iterator[tuple[LineName, Span | None]]:
    """What each year starts with, then the total."""
    for year in path.annees:
        yield LineName(path.code, "annee", str(year.annee)), year.debut.paie and year.debut.paie.net
    yield LineName(path.code, "cumul"), path.annees[-1].cumul
