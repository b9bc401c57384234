"""What `penit carriere` reads from its arguments: events with their year, and whose career."""

from typing import TYPE_CHECKING, Any, NamedTuple

from penitcareer.cli.types import PERCENT
from penitcareer.cli.words import joined
from penitcareer.domain.amounts import whole_number, without_unit
from penitcareer.domain.errors import PenitError, UsageProblem
from penitcareer.domain.names import fold

if TYPE_CHECKING:
    from penitcareer.domain.career.plan import Move, Spell, Subject, Wish
    from penitcareer.store.catalogue import Catalogue

MOST_CAREERS = 5
LATEST_YEAR = 999  # the plan says which years its career has


def subjects(catalogue: "Catalogue", words: list[str]) -> "tuple[Subject, ...]":
    """The métiers or corps of the arguments: one name of several words, or one a word.

    Raises UnknownMetier, SeveralMetiers, or UsageProblem for more than five.
    """
    if len(words) > 1 and (catalogue.codes_of(joined(words)) or _corps(catalogue, joined(words))):
        return (subject(catalogue, joined(words)),)
    found = {item.code: item for item in (subject(catalogue, word) for word in words)}
    if len(found) > MOST_CAREERS:
        raise UsageProblem(
            f"carriere compare {MOST_CAREERS} métiers au plus et en a reçu {len(found)}."
            " Exemple : penit carriere cpip dspip dsp"
        )
    return tuple(found.values())


def subject(catalogue: "Catalogue", name: str) -> "Subject":
    """The métier or corps of a name, with its career rules and its indicative pay; the code
    of a corps names the corps, unless a métier has the same."""
    from penitcareer.domain.career.plan import Subject
    from penitcareer.domain.pay.advancement import NO_RULES

    corps = _corps(catalogue, name)
    codes = catalogue.codes_of(name)
    own_name = corps is not None and fold(name) == corps.code and codes != (corps.code,)
    if corps is None or (len(codes) == 1 and not own_name):
        metier = catalogue.metier(name)
        rules = corps.carriere if corps else NO_RULES
        return Subject(metier.code, metier.titre, corps, rules, metier.remuneration)
    pay = catalogue.pay_of_corps(corps.sigle)
    return Subject(corps.code, corps.titre, corps, corps.carriere, pay)


def _corps(catalogue: "Catalogue", name: str) -> Any:
    try:
        return catalogue.corps_of(name)
    except PenitError:
        return None


class Passage(NamedTuple):
    """A move as typed: the name of a métier or corps, and the year."""

    nom: str
    annee: int


def move(catalogue: "Catalogue", passage: Passage) -> "Move":
    """The move meant. Raises what `subject` raises."""
    from penitcareer.domain.career.plan import Move

    return Move(subject(catalogue, passage.nom), passage.annee)


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
    from penitcareer.cli.refusals.career import event

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
