"""One or several careers on the same law, with what they assume and when they cross."""

from collections.abc import Mapping, Sequence
from functools import partial

from penitcareer.domain.career.assumptions import assumptions_of
from penitcareer.domain.career.attempts import with_a_year
from penitcareer.domain.career.crossing import Crossing, crossings
from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import (
    NotNextGrade,
    PromotionTooEarly,
    SchoolNotOver,
    UnknownCareerGrade,
    UnknownShare,
)
from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.path import Path, path_of
from penitcareer.domain.career.payroll import Payroll
from penitcareer.domain.career.plan import FULL_TIME, Plan, Subject, Wish, checked
from penitcareer.domain.career.walk import walked
from penitcareer.domain.errors import PenitError
from penitcareer.domain.estimate import Rule
from penitcareer.domain.names import name_key, nearest
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.residence import default_zone
from penitcareer.domain.records import NamedTuple
from penitcareer.domain.wording import Wording

MILESTONES = (0, 2, 5, 10, 15, 20, 30)


class Career(NamedTuple):
    """A career, and what it assumes."""

    parcours: Path
    hypotheses: tuple[Hypothese, ...]


class Careers(NamedTuple):
    """Careers side by side. `reperes`: the years after which they are compared."""

    carrieres: tuple[Career, ...]
    croisements: tuple[Crossing, ...]
    reperes: tuple[int, ...]
    loi: Law


class CareerBooks(NamedTuple):
    """What a career reads beside its subject: the rules of pay, and the sentences."""

    paie: PayBooks
    regle: Rule
    phrases: Mapping[str, Wording]


def careers_of(law: Law, books: CareerBooks, subjects: Sequence[Subject], plan: Plan) -> Careers:
    """Lay out the careers of some métiers under the same plan.

    Raises UnknownShare, UnknownCareerGrade, NoCareer, and what `checked` and a walk raise: with
    the first year that would be accepted, where it is a matter of years.
    """
    checked(plan)
    _refuse_unknown_shares(law, plan)
    _refuse_unknown_grades(subjects, plan)
    indices = Indices(law, books.paie.baremes)
    payroll = Payroll(law, books.paie, books.regle, indices, plan.zone or default_zone(law))
    found = []
    for subject in subjects:
        try:
            path = path_of(subject, _own(plan, subject), payroll, indices)
        except (PromotionTooEarly, NotNextGrade, SchoolNotOver) as refused:
            raise with_a_year(refused, plan, partial(_accepted, subjects, indices)) from None
        found.append(Career(path, assumptions_of(path, payroll, law, books.phrases)))
    marks = tuple(year for year in MILESTONES if year < plan.annees)
    paths = [career.parcours for career in found]
    return Careers(tuple(found), crossings(paths), (*marks, plan.annees), law)


def _accepted(subjects: Sequence[Subject], indices: Indices, plan: Plan) -> bool:
    """Whether every career can be walked under a plan."""
    try:
        checked(plan)
        for subject in subjects:
            walked(subject, _own(plan, subject), indices, Doubts())
    except PenitError:
        return False
    return True


def _own(plan: Plan, subject: Subject) -> Plan:
    """The plan with the promotions that concern a career: the other grades are for others."""
    kept = tuple(wish for wish in plan.promotions if _concerns(wish, subject, plan))
    return plan._replace(promotions=kept)


def _concerns(wish: Wish, subject: Subject, plan: Plan) -> bool:
    wanted = name_key(wish.grade)
    legs = (subject, *(move.sujet for move in plan.passages))
    return any(wanted in grade.names for leg in legs if leg.corps for grade in leg.corps.grades)


def _refuse_unknown_shares(law: Law, plan: Plan) -> None:
    """A part-time spell is paid by a share that the law has."""
    shares = sorted(share for share in law.quotites if share < FULL_TIME)
    for spell in plan.temps_partiels:
        if spell.quotite not in shares:
            raise UnknownShare(str(spell), shares)


def _refuse_unknown_grades(subjects: Sequence[Subject], plan: Plan) -> None:
    """A grade that nobody has is a slip of the keyboard."""
    everyone = (*subjects, *(move.sujet for move in plan.passages))
    codes = [grade.code for subject in everyone if subject.corps for grade in subject.corps.grades]
    for wish in plan.promotions:
        if not any(_concerns(wish, subject, plan) for subject in subjects):
            raise UnknownCareerGrade(wish.grade, wish.annee, tuple(dict.fromkeys(codes)), nearest(wish.grade, codes))
