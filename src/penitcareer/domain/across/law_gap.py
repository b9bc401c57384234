"""The same answer under two laws, the real one and a reform's, and what each line of it gains."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

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
Compared = Payslip | PayslipRange | Grid | GridList | Careers | Place | Comparison
COMPARED: tuple[type[Compared], ...] = get_args(Compared)


class LineName(NamedTuple):
    """Which line of an answer: whose it is (a grade, a corps, a métier), its kind, and its
    name among those of its kind, perhaps none."""

    sujet: str
    genre: Genre
    nom: str = ""


class Known(NamedTuple):
    """What a line pays, None when it is unknown, without the bonuses that `manque` names, nor
    `mois_inconnus` months."""

    montant: Span | None
    manque: tuple[str, ...] = ()
    mois_inconnus: int = 0


class LawLine(NamedTuple):
    """A line under both laws, in cents; None where it is unknown or absent. `comparable`: both
    lack the same bonuses and as many months."""

    ligne: LineName
    droit: Span | None
    reforme: Span | None
    comparable: bool = True

    @property
    def ecart(self) -> Span | None:
        """What the reform adds, at the low end and at the high one, no `max` when it has none; None
        unless both are known and comparable, and where nothing tells how much less it might be: the
        law alone has no high end, or neither has one and the low end loses, as a higher one may more."""
        law, reform = self.droit, self.reforme
        if law is None or reform is None or not self.comparable:
            return None
        if reform.max is None:
            least = reform.min - (law.min if law.max is None else law.max)
            return None if law.max is None and least < 0 else Span(least, None)
        if law.max is None:
            return None
        low, high = reform.min - law.min, reform.max - law.max
        return Span(min(low, high), max(low, high))

    @property
    def between(self) -> bool:
        """Whether the law alone gives bounds and the reform one amount: the gap is wide, and one of
        its amounts is the true one."""
        law, reform = self.droit, self.reforme
        return law is not None and reform is not None and law.min != law.max and reform.min == reform.max

    @property
    def changes(self) -> bool:
        """Whether the reform changes the line."""
        return self.droit != self.reforme


ABSENT = Known(None)


class LawGap(NamedTuple):
    """An answer under the law and under a reform, and their lines. `manque_droit` and
    `manque_reforme`: the bonuses that some of their amounts lack. `brut`: amounts are gross, else
    net before tax."""

    droit: Compared
    reforme: Compared
    lignes: tuple[LawLine, ...]
    manque_droit: tuple[str, ...]
    manque_reforme: tuple[str, ...]
    brut: bool = False


def law_gap(law: Compared, reform: Compared) -> LawGap:
    """The difference between two answers of the same kind, line by line."""
    before, after = dict(_lines(law)), dict(_lines(reform))
    both = [(name, before.get(name, ABSENT), after.get(name, ABSENT)) for name in merged(list(before), list(after))]
    lines = tuple(LawLine(name, old.montant, new.montant, _alike(old, new)) for name, old, new in both)
    gross = isinstance(law, Place) and not law.net
    return LawGap(law, reform, lines, _lacking(before.values()), _lacking(after.values()), gross)


def _alike(old: Known, new: Known) -> bool:
    """Whether both lack the same."""
    return old._replace(montant=new.montant) == new


def _lacking(lines: Iterable[Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bonus for line in lines for bonus in line.manque))


def _lines(answer: Compared) -> Iterator[tuple[LineName, Known]]:
    match answer:
        case Payslip() | PayslipRange():
            yield from _of_payslips(answer)
        case Grid():
            yield from _of_grid(answer)
        case GridList():
            yield from (
                (LineName(grid.corps.titre, "corps"), Known(_whole(grid), grid.manque)) for grid in answer.grilles
            )
        case Careers():
            yield from (line for career in answer.carrieres for line in _of_path(career.parcours))
        case Place():
            yield from _of_place(answer)
        case Comparison():
            yield from _of_comparison(answer)


def _of_place(answer: Place) -> Iterator[tuple[LineName, Known]]:
    span = answer.carriere and Span(*answer.carriere.fourchette)
    yield LineName(answer.metier.titre, "carriere"), Known(span, answer.corps.manque if answer.corps else ())
    if answer.corps is not None:
        yield from _of_grid(answer.corps.grille, "net" if answer.net else "brut")


def _of_comparison(answer: Comparison) -> Iterator[tuple[LineName, Known]]:
    for metier, known in zip(answer.metiers, answer.reperes, strict=True):
        for item in known:
            yield (
                LineName(metier.titre, item.stade, "promotion" if item.promotion else ""),
                Known(item.net, item.manque),
            )


def _of_payslips(answer: Payslip | PayslipRange) -> Iterator[tuple[LineName, Known]]:
    first, last = (answer, answer) if isinstance(answer, Payslip) else (answer.bas, answer.haut)
    low, high = first.bulletin.totaux, last and last.bulletin.totaux
    least = low.net_a_payer_avant_impot if isinstance(answer, Payslip) else answer.net_min
    yield LineName("", "brut"), Known(Span(low.brut, high and high.brut), first.situation.manque)
    yield LineName("", "net"), Known(Span(least, high and high.net_a_payer_avant_impot), first.situation.manque)


def _of_grid(grid: Grid, part: Literal["brut", "net"] = "net") -> Iterator[tuple[LineName, Known]]:
    for grade in grid.grades:
        for step in grade.echelons:
            name = LineName(grade.grade.titre, "echelon", _step(step.echelon.echelon, step.chevron))
            low, high = (end and getattr(end, part) for end in (step.bas, step.haut))
            yield name, Known(None if low is None else Span(low, high), step.bas.manque if step.bas else ())


def _step(echelon: str, chevron: int | None) -> str:
    return echelon if chevron is None else f"{echelon}/{chevron}"


def _whole(grid: Grid) -> Span | None:
    """From the least to the most that a corps is known to pay."""
    known = [step for grade in grid.grades for step in grade.echelons if step.bas is not None]
    ends: list[Cents] = [end.net for step in known for end in (step.bas, step.haut) if end is not None]
    return Span(min(ends), max(ends)) if ends else None


def _of_path(path: Path) -> Iterator[tuple[LineName, Known]]:
    """What each year starts with, then the total."""
    for year in path.annees:
        paid = year.debut.paie
        yield LineName(path.code, "annee", str(year.annee)), Known(paid.net, paid.manque) if paid else ABSENT
    yield LineName(path.code, "cumul"), Known(path.annees[-1].cumul, path.manque, path.mois_inconnus)
