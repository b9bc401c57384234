"""The grid of a corps: every grade and échelon, what it pays, and what is not sourced."""

from functools import partial

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.arithmetic import traitement
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps, Echelon, Grade, grade_named, grades_on
from penitcareer.domain.pay.indices import chevrons_of
from penitcareer.domain.pay.known_index import KnownIndex, index_of, least_net
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.official import OfficialPay, OfficialStep
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.residence import default_zone
from penitcareer.domain.pay.situation import PostPay, pay_of_post
from penitcareer.domain.records import NamedTuple


class Paid(NamedTuple):
    """What an index pays, in cents a month; `brut` and `net` (before tax) with the corps'
    sourced bonuses, without those that `manque` names."""

    traitement: Cents
    brut: Cents
    net: Cents
    manque: tuple[str, ...]


class GridEchelon(NamedTuple):
    """An échelon of the grid, or a chevron of one that has a letter. `cumul_mois`: months from
    the start of the grade to the start of this échelon, None once a duration is unknown. `bas`
    and `haut`: what the ends of its index pay, the same when it is exact or supposed; no `haut`
    for a floor. `chevron`: from 1, None without a letter; only the first has a `cumul_mois`."""

    echelon: Echelon
    cumul_mois: int | None
    indice: KnownIndex | None
    bas: Paid | None
    haut: Paid | None
    chevron: int | None = None

    @property
    def opens(self) -> bool:
        """Whether the échelon starts here: false at its further chevrons."""
        return self.chevron in (None, 1)

    @property
    def indice_majore(self) -> int | None:
        """The index, when it is exact."""
        return self.indice.exact if self.indice is not None else None

    @property
    def exact(self) -> Paid | None:
        """What an exact index pays."""
        return self.bas if self.indice_majore is not None else None

    @property
    def traitement(self) -> Cents | None:
        """The traitement of an exact index."""
        return self.exact.traitement if self.exact is not None else None

    @property
    def brut(self) -> Cents | None:
        """The gross of an exact index."""
        return self.exact.brut if self.exact is not None else None

    @property
    def net(self) -> Cents | None:
        """The net before tax of an exact index."""
        return self.exact.net if self.exact is not None else None


class GradeGrid(NamedTuple):
    """A grade and its échelons, each chevron apart."""

    grade: Grade
    echelons: tuple[GridEchelon, ...]

    @property
    def manque(self) -> tuple[str, ...]:
        """The bonuses that its amounts lack, by name."""
        return tuple(dict.fromkeys(name for step in self.echelons if step.bas for name in step.bas.manque))


class Grid(NamedTuple):
    """The grades of a corps on a day, in a zone."""

    corps: Corps
    grades: tuple[GradeGrid, ...]
    loi: Law
    zone: int

    @property
    def manque(self) -> tuple[str, ...]:
        """The bonuses that some of its amounts lack, by name."""
        return tuple(dict.fromkeys(name for grade in self.grades for name in grade.manque))

    @property
    def statut(self) -> str:
        """`sourcee`, `partielle` or `non_sourcee`: whether the échelons have an exact
        index, whether one is known at all."""
        steps = [step for grade in self.grades for step in grade.echelons]
        if all(step.indice_majore is not None for step in steps):
            return "sourcee"
        return "partielle" if any(step.indice is not None for step in steps) else "non_sourcee"


class GridList(NamedTuple):
    """Every corps, for who names none: its grid on a day."""

    grilles: tuple[Grid, ...]


def grid_of(law: Law, books: PayBooks, corps: Corps, zone: int | None = None, grade: str | None = None) -> Grid:
    """The grid of a corps on a day, or of one grade, in the default zone if none is given;
    raises UnknownGrade."""
    zone = zone or default_zone(law)
    kept = grades_on(corps, law.jour) if grade is None else (grade_named(corps, grade, law.jour),)
    return Grid(corps, tuple(_grade_grid(law, books, corps, item, zone) for item in kept), law, zone)


def official_range(grid: Grid) -> OfficialPay:
    """The lowest and highest pay of a career in a corps on the day of its grid; none of it
    when an index lacks, for what is left would not be the range."""
    career = [grade for grade in grid.grades if not grade.grade.in_training]
    paid = [
        OfficialStep(grade.grade.titre, step.echelon.echelon, step.brut, step.net, step.chevron)
        for grade in career
        for step in grade.echelons
        if step.brut is not None and step.net is not None
    ]
    partly = any(step.indice is not None for grade in career for step in grade.echelons)
    complete = bool(paid) and len(paid) == sum(len(grade.echelons) for grade in career)
    first, last = (min(paid, key=_gross), max(paid, key=_gross)) if complete else (None, None)
    lacking = dict.fromkeys(name for grade in career for name in grade.manque)
    return OfficialPay(grid.corps.code, grid.corps.sigle, grid.loi.jour, first, last, partly, tuple(lacking))


def _gross(step: OfficialStep) -> Cents:
    return step.brut


def _grade_grid(law: Law, books: PayBooks, corps: Corps, grade: Grade, zone: int) -> GradeGrid:
    steps = []
    elapsed: int | None = 0
    for echelon in grade.echelons:
        for chevron in chevrons_of(books.baremes, echelon, law.jour):
            step = _step(law, books, corps, grade, echelon, chevron, zone)
            steps.append(step._replace(cumul_mois=elapsed if step.opens else None))
        elapsed = elapsed + echelon.duree_mois if elapsed is not None and echelon.duree_mois is not None else None
    return GradeGrid(grade, tuple(steps))


def _step(
    law: Law, books: PayBooks, corps: Corps, grade: Grade, echelon: Echelon, chevron: int | None, zone: int
) -> GridEchelon:
    known = index_of(law, books.baremes, corps, grade, echelon, chevron or 1)
    if known is None:
        return GridEchelon(echelon, None, None, None, None, chevron)
    return GridEchelon(echelon, None, known, *ends_of(law, books, corps, grade, known, zone), chevron)


def ends_of(
    law: Law, books: PayBooks, corps: Corps, grade: Grade, known: KnownIndex, zone: int
) -> tuple[Paid, Paid | None]:
    """What the ends of an index pay in a grade, without child, full time."""
    pay_at = partial(_pay_at, law, books, corps, grade, zone)
    low = pay_at(known.min)
    first = _paid(law, known.min, low)
    if known.max == known.min:
        return first, first
    least = least_net(known, low.fin, lambda index: pay_at(index).fin)
    return first._replace(net=least), None if known.max is None else _paid(law, known.max, pay_at(known.max))


def _pay_at(law: Law, books: PayBooks, corps: Corps, grade: Grade, zone: int, index: int) -> PostPay:
    return pay_of_post(law, books, PayRequest(corps=corps, poste=(grade, None), im=index, zone=zone))


def _paid(law: Law, index: int, pay: PostPay) -> Paid:
    return Paid(traitement(law, max(index, law.valeurs.minimum_traitement)), pay.brut, pay.fin.net, pay.manque)
