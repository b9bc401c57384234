"""What a career is asked for: from when, how long, with which events."""

from datetime import date
from itertools import combinations, pairwise

from penitcareer.domain.career.errors import Event, OverlappingSpells, SameTwice, SameYear, TooManyBirths, YearOutside
from penitcareer.domain.choices import LONGEST_CAREER, MOST_CHILDREN
from penitcareer.domain.metiers.remuneration import Remuneration
from penitcareer.domain.money import MONTHS
from penitcareer.domain.names import name_key
from penitcareer.domain.pay.advancement import CareerRules
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.records import NamedTuple

FULL_TIME = 100


class Subject(NamedTuple):
    """Whose career: a métier or a corps, with its rules and its indicative pay."""

    code: str
    titre: str
    corps: Corps | None
    regles: CareerRules
    remuneration: Remuneration | None
    sigle: str | None = None


class Wish(NamedTuple):
    """A promotion, from the first month of a year (from 1) of the career."""

    grade: str
    annee: int


class Move(NamedTuple):
    """Another corps or métier, from the first month of a year of the career."""

    sujet: Subject
    annee: int


class Spell(NamedTuple):
    """A part-time share, from a year to another, both included."""

    quotite: int
    de: int
    a: int

    def __str__(self) -> str:
        return f"{self.quotite}@{self.de}-{self.a}"


class Departure(NamedTuple):
    """Where one starts from, in place of the school: an échelon, or an index, maybe of a grade,
    held since a day (None: the first of the career)."""

    grade: str | None = None
    echelon: str | None = None
    le: date | None = None
    im: int | None = None


class Plan(NamedTuple):
    """A career to lay out. `debut`: first day of its first month; `zone`: of
    residence, None when not said; `enfants`: at the start;
    `naissances`: the year of each birth, at its first month."""

    debut: date
    annees: int
    zone: int | None = None
    enfants: int = 0
    naissances: tuple[int, ...] = ()
    temps_partiels: tuple[Spell, ...] = ()
    promotions: tuple[Wish, ...] = ()
    passages: tuple[Move, ...] = ()
    avancement: str = "sans"
    depart: Departure | None = None

    def children(self, month: int) -> int:
        """How many children in a month."""
        return self.enfants + sum(first_month(year) <= month for year in self.naissances)

    def share(self, month: int) -> int:
        """The part-time share in a month, FULL_TIME when none is."""
        spell = self.spell(month)
        return FULL_TIME if spell is None else spell.quotite

    def spell(self, month: int) -> Spell | None:
        """The part-time spell of a month, None when it is whole."""
        year = month // MONTHS + 1
        return next((spell for spell in self.temps_partiels if spell.de <= year <= spell.a), None)

    def done(self, start: int, months: int) -> int:
        """The month at which so many months of full time are done, from a month on."""
        month, left = start, months * FULL_TIME
        while left > 0:
            month, left = month + 1, left - self.share(month)
        return month

    def changes(self) -> set[int]:
        """The months at which children or part-time change."""
        spells = {first_month(year) for spell in self.temps_partiels for year in (spell.de, spell.a + 1)}
        return spells | {first_month(year) for year in self.naissances}


def first_month(year: int) -> int:
    """The first month (from 0) of a year (from 1)."""
    return (year - 1) * MONTHS


def day_of(debut: date, month: int) -> date:
    """The first day of a month of the career."""
    months = debut.month - 1 + month
    return date(debut.year + months // MONTHS, months % MONTHS + 1, 1)


def month_of(debut: date, day: date) -> int:
    """The first month of the career that starts on a day or after it; negative before."""
    months = (day.year - debut.year) * MONTHS + day.month - debut.month
    return months if day.day == 1 else months + 1


def checked(plan: Plan) -> Plan:
    """The same plan, when it makes sense.

    Raises YearOutside, TooManyBirths, OverlappingSpells, SameTwice and SameYear.
    """
    _refuse_twice(plan)
    dated: list[tuple[Event, str, int]] = [
        ("promotion", f"{wish.grade}@{wish.annee}", wish.annee) for wish in plan.promotions
    ]
    dated += [("puis", f"{move.sujet.code}@{move.annee}", move.annee) for move in plan.passages]
    dated += [("enfant", f"@{year}", year) for year in plan.naissances]
    dated += [("quotite", str(spell), year) for spell in plan.temps_partiels for year in (spell.de, spell.a)]
    for event, asked, year in dated:
        if not 1 <= year <= plan.annees:
            raise YearOutside(event, asked, plan.annees, LONGEST_CAREER)
    if plan.enfants + len(plan.naissances) > MOST_CHILDREN:
        raise TooManyBirths(plan.naissances[-1], MOST_CHILDREN)
    ordered = sorted(plan.temps_partiels, key=lambda spell: spell.de)
    for spell, following in pairwise(ordered):
        if following.de <= spell.a:
            raise OverlappingSpells(str(spell), str(following))
    _refuse_same_year(plan)
    return plan


def _refuse_twice(plan: Plan) -> None:
    """A grade is taken once in a corps."""
    ordered = sorted(plan.promotions, key=lambda wish: wish.annee)
    for first, second in combinations(ordered, 2):
        moved = any(first.annee < move.annee <= second.annee for move in plan.passages)
        if name_key(first.grade) == name_key(second.grade) and not moved:
            raise SameTwice(second.grade, first.annee, second.annee)


def _refuse_same_year(plan: Plan) -> None:
    """Two events of one kind in a year would leave their order to chance."""
    kinds: tuple[tuple[Event, list[tuple[str, int]]], ...] = (
        ("promotion", [(wish.grade, wish.annee) for wish in plan.promotions]),
        ("puis", [(move.sujet.code, move.annee) for move in plan.passages]),
    )
    for event, asked in kinds:
        years = [year for _, year in asked]
        for name, year in asked:
            if years.count(year) > 1:
                raise SameYear(event, name, year)
