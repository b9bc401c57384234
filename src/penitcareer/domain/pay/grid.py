"""The grid of a corps: every grade and échelon, what it pays, and what is not sourced."""

from typing import NamedTuple

from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.arithmetic import traitement
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import ledger_of, totals_of
from penitcareer.domain.pay.corps import TRAINING, Corps, Echelon, Grade, grade_named, grades_on
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.indices import majore_of_echelon
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.official import OfficialPay, OfficialStep
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.residence import default_zone
from penitcareer.domain.pay.situation import situation_of


class Step(NamedTuple):
    """An échelon of the grid. `cumul_mois`: months from the start of the grade to the start
    of this échelon, None once a duration is unknown. `traitement` and `net` (before tax,
    with the corps' sourced bonuses) in cents a month, None when the index is unsourced."""

    echelon: Echelon
    indice_majore: int | None
    cumul_mois: int | None
    traitement: Cents | None
    brut: Cents | None
    net: Cents | None


class GradeGrid(NamedTuple):
    """A grade and its échelons."""

    grade: Grade
    echelons: tuple[Step, ...]


class Grid(NamedTuple):
    """The grades of a corps on a day, in a zone."""

    corps: Corps
    grades: tuple[GradeGrid, ...]
    loi: Law
    zone: int

    @property
    def statut(self) -> str:
        """`sourcee`, `partielle` or `non_sourcee`: whether the échelons have an index."""
        known = [step.indice_majore is not None for grade in self.grades for step in grade.echelons]
        if all(known):
            return "sourcee"
        return "partielle" if any(known) else "non_sourcee"


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
    career = [grade for grade in grid.grades if grade.grade.code not in TRAINING]
    paid = [
        OfficialStep(grade.grade.titre, step.echelon.echelon, step.brut, step.net)
        for grade in career
        for step in grade.echelons
        if step.brut is not None and step.net is not None
    ]
    complete = bool(paid) and len(paid) == sum(len(grade.echelons) for grade in career)
    first, last = (min(paid, key=_gross), max(paid, key=_gross)) if complete else (None, None)
    return OfficialPay(grid.corps.code, grid.corps.sigle, grid.loi.jour, first, last, bool(paid))


def _gross(step: OfficialStep) -> Cents:
    return step.brut


def _grade_grid(law: Law, books: PayBooks, corps: Corps, grade: Grade, zone: int) -> GradeGrid:
    steps = []
    elapsed: int | None = 0
    for echelon in grade.echelons:
        steps.append(_step(law, books, corps, grade, echelon, elapsed, zone))
        elapsed = elapsed + echelon.duree_mois if elapsed is not None and echelon.duree_mois is not None else None
    return GradeGrid(grade, tuple(steps))


def _step(
    law: Law, books: PayBooks, corps: Corps, grade: Grade, echelon: Echelon, elapsed: int | None, zone: int
) -> Step:
    try:
        index = majore_of_echelon(books.baremes, corps, grade, echelon, 1, law.jour)
    except (UnsourcedIndex, NoValueAtDate, InvalidIndex):
        return Step(echelon, None, elapsed, None, None, None)
    paid = max(index, law.valeurs.minimum_traitement)
    request = PayRequest(corps=corps, grade=grade.code, im=index, zone=zone)
    agent = situation_of(law, books, request).agent
    totals = totals_of(law, books.lignes, ledger_of(law, agent).montants, agent, None)
    return Step(echelon, index, elapsed, traitement(law, paid), totals.brut, totals.net_a_payer_avant_impot)
