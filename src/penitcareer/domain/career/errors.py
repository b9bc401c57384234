"""Expected errors of careers; apart, so that other commands do not define them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from penitcareer.domain.errors import Misuse, Refusal

if TYPE_CHECKING:
    from penitcareer.domain.pay.advancement import PromotionRoute

Event = Literal["promotion", "puis", "enfant", "quotite"]


class NoCareer(Refusal):
    """Neither a corps nor a pay is known: there is nothing to lay out in time."""

    code: str


class PromotionTooEarly(Refusal):
    """A promotion asked for before a source says it is possible. `routes`: those that exist
    then; `possible`: the first year that suits, None when no seniority ever does."""

    grade: str
    year: int
    routes: "Sequence[PromotionRoute]"
    possible: int | None


class NotNextGrade(Refusal):
    """A promotion to a grade that does not follow the current one. `before`: one of those that
    follow, and the first year that suits it, None when none does."""

    grade: str
    year: int
    current: str
    following: Sequence[str]
    before: tuple[str, int] | None = None


class AlreadyInGrade(Refusal):
    """A promotion to the grade that one already has."""

    grade: str
    year: int


class SameTwice(Misuse):
    """The same promotion, asked for in two years."""

    grade: str
    first: int
    second: int


class OwnCorps(Refusal):
    """A move to the corps that one is already in."""

    name: str
    year: int
    corps: str


class SchoolNotOver(Refusal):
    """A promotion, a move or part-time asked for during the school. `first`: the first year
    that suits, None when none of the career does."""

    event: Event
    name: str
    year: int
    first: int | None = None


class StartAhead(Misuse):
    """A starting échelon taken after the career starts."""

    taken: date
    start: date


class TwoStarts(Misuse):
    """A career that starts both from an échelon and from an index."""


class NoSuchIndex(Refusal):
    """An index that no échelon of a corps pays. `near`: the known ones just under and above;
    `echelon`: one that the corps has."""

    corps: str
    im: int
    near: Sequence[int]
    echelon: str


class OverlappingSpells(Misuse):
    """Two part-time spells that share a year."""

    first: str
    second: str


class YearOutside(Misuse):
    """An event in a year that the career does not have. `asked`: the event and its year."""

    event: Event
    asked: str
    years: int
    most: int


class SameYear(Misuse):
    """Two promotions, or two moves, in one year: their order would be left to chance."""

    event: Event
    name: str
    year: int


class TooManyBirths(Misuse):
    """More children than a payslip takes, with those to come."""

    year: int
    most: int


class UnknownShare(Misuse):
    """A part-time share that the law does not have."""

    asked: str
    shares: Sequence[int]


class UnknownCareerGrade(Misuse):
    """A grade that none of the careers has."""

    grade: str
    year: int
    grades: Sequence[str]
    nearest: Sequence[str] = ()
