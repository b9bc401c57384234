"""The careers asked for: whose, and with which events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from penitcareer.api.face import within_if_said
from penitcareer.domain.career.plan import Departure, Move, Subject
from penitcareer.domain.choices import IM
from penitcareer.domain.errors import PenitError, SeveralStarts, WrongCount
from penitcareer.domain.names import fold
from penitcareer.domain.pay.advancement import NO_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from penitcareer.domain.pay.corps import Corps
    from penitcareer.store.catalogue import Catalogue

Depuis = tuple[str | None, str | int | None, date | None]  # grade, échelon, the day it was taken
MOST_CAREERS = 5


def subjects(catalogue: Catalogue, names: Sequence[str]) -> tuple[Subject, ...]:
    """The métiers or corps of some names, each once: one name of several words, or one a word.

    Raises UnknownMetier, SeveralMetiers, or WrongCount for none or more than five.
    """
    whole = " ".join(names)
    if len(names) > 1 and (catalogue.codes_of(whole) or _corps(catalogue, whole)):
        return (subject(catalogue, whole),)
    found = {item.code: item for item in (subject(catalogue, name) for name in names)}
    if not 1 <= len(found) <= MOST_CAREERS:
        raise WrongCount("carriere", len(found), 1, MOST_CAREERS)
    return tuple(found.values())


def subject(catalogue: Catalogue, name: str) -> Subject:
    """The métier or corps of a name, with its career rules and its indicative pay; the code
    of a corps names the corps, unless a métier has the same."""
    corps = _corps(catalogue, name)
    codes = catalogue.codes_of(name)
    own_name = corps is not None and fold(name) == corps.code and codes != (corps.code,)
    if corps is None or (len(codes) == 1 and not own_name):
        metier = catalogue.metier(name)
        rules = corps.carriere if corps else NO_RULES
        own = corps.sigle if corps and corps.code == metier.code else None
        return Subject(metier.code, metier.titre, corps, rules, metier.remuneration, metier.sigle or own)
    pay = catalogue.pay_of_corps(corps.sigle)
    return Subject(corps.code, corps.titre, corps, corps.carriere, pay, corps.sigle)


def moves(catalogue: Catalogue, starts: Sequence[Subject], passages: Iterable[tuple[str, int]]) -> tuple[Move, ...]:
    """The moves meant by (name, year), from one start only. Raises what `subject` raises."""
    found = tuple(Move(subject(catalogue, name), year) for name, year in passages)
    if found and len(starts) > 1:
        raise SeveralStarts
    return found


def departure(starts: Sequence[Subject], since: Depuis | None, im: int | None) -> Departure | None:
    """Where one starts from, for one career only; None for the start of the school."""
    if since is None and im is None:
        return None
    if len(starts) > 1:
        raise SeveralStarts("im" if since is None else "depuis")
    grade, echelon, day = since or (None, None, None)
    index = within_if_said("im", im, IM)
    return Departure(grade, None if echelon is None else str(echelon), day, index)


def _corps(catalogue: Catalogue, name: str) -> Corps | None:
    try:
        return catalogue.corps_of(name)
    except PenitError:
        return None
