"""What `penit carriere` reads from its options: events with their year."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from penitcareer.cli.types import PERCENT, read_day
from penitcareer.domain.amounts import whole_number, without_unit
from penitcareer.domain.errors import UsageProblem
from penitcareer.domain.kinds import EARLIEST, LATEST

if TYPE_CHECKING:
    from penitcareer.domain.career.plan import Spell, Wish

LATEST_YEAR = 999  # the plan says which years its career has


class Passage(NamedTuple):
    """A move as typed: the name of a métier or corps, and the year."""

    nom: str
    annee: int


class Origine(NamedTuple):
    """Where one is, as typed: a grade, an échelon, and the day it was taken."""

    grade: str | None
    echelon: str | None
    le: date | None


def read_departure(text: str) -> Origine:
    """Where one starts from: `echelon=5@2024-03`, `grade=hors_classe echelon=3`. Raises UsageProblem."""
    from penitcareer.domain.names import fold

    example = "dsp --depuis echelon=5@2024-03"
    where, at, month = text.partition("@")
    given: dict[str, str] = {}
    for item in where.replace(",", " ").split():
        name, equals, value = item.partition("=")
        if fold(name) not in ("grade", "echelon") or not equals or not value:
            raise _unread("--depuis", text, "écrivez echelon=N, au besoin grade=GRADE, puis @ et le mois", example)
        given[fold(name)] = value
    if (at and not month) or not given:
        raise _unread("--depuis", text, "écrivez echelon=N, puis @ et le mois", example)
    try:
        day = read_day(month.strip()) if at else None
    except UsageProblem:
        raise _unread("--depuis", text, f"le mois s’écrit AAAA-MM, de {EARLIEST} à {LATEST}", example) from None
    return Origine(given.get("grade"), given.get("echelon"), day)


def wish(text: str) -> "Wish":
    """A promotion: `hors_classe@8`. Raises UsageProblem."""
    from penitcareer.domain.career.plan import Wish

    return Wish(*_named("--promotion", text, "dsp --promotion hors_classe@12"))


def passage(text: str) -> Passage:
    """A move: `dpip@9`. Raises UsageProblem."""
    return Passage(*_named("--puis", text, "cpip --puis dpip@9"))


def birth(text: str) -> int:
    """The year of a birth: `@4` or `4`. Raises UsageProblem."""
    return _year("--enfant", text, text.strip().removeprefix("@"), "dsp --enfant @4")


def spell(text: str) -> "Spell":
    """A part-time spell: `80@5-8`, or `80@5` for a year. Raises UsageProblem."""
    from penitcareer.domain.career.plan import FULL_TIME, Spell

    example = "dsp --quotite 80@5-8"
    share, _, years = text.partition("@")
    first, _, last = years.partition("-")
    quotite = whole_number(without_unit(share, PERCENT), 1, FULL_TIME)
    if quotite is None:
        raise _unread("--quotite", text, "écrivez la quotité, @ et les années", example)
    start = _year("--quotite", text, first, example)
    end = _year("--quotite", text, last, example) if last else start
    if end < start:
        raise _unread("--quotite", text, "la période finit avant de commencer", example)
    return Spell(quotite, start, end)


def _unread(option: str, text: str, expected: str, example: str) -> UsageProblem:
    from penitcareer.render.refusals.career import event

    return UsageProblem(event(option, text, expected, example))


def _named(option: str, text: str, example: str) -> tuple[str, int]:
    name, at, year = text.rpartition("@")
    if not at or not name.strip():
        raise _unread(option, text, "écrivez le nom, @ et l’année", example)
    return name.strip(), _year(option, text, year, example)


def _year(option: str, text: str, year: str, example: str) -> int:
    found = whole_number(year.strip(), 0, LATEST_YEAR)
    if found is None:
        raise _unread(option, text, "l’année se compte depuis l’entrée : 1, 2, 3…", example)
    return found
