"""Where facts come from: each source, what it supports, and how long ago it was read."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from penitcareer.domain.dated import TextSource
from penitcareer.domain.metiers.metier import Metier, Source
from penitcareer.domain.money import MONTHS
from penitcareer.domain.records import NamedTuple

STALE_AFTER_MONTHS = 18
Usage = Literal["metier", "corps", "droit", "prime", "sigle"]


class SourceUse(NamedTuple):
    """A source and the fields of its record that rest on it, in the record's order. `autres`:
    the other métiers that it serves, None when they were not looked at."""

    source: Source
    appuie: tuple[str, ...]
    perimee: bool
    autres: tuple[str, ...] | None = None


class MetierSources(NamedTuple):
    """The sources of one métier."""

    code: str
    titre: str
    sigle: str | None
    titre_court: str | None
    fichier: str | None
    sources: tuple[SourceUse, ...]


class User(NamedTuple):
    """What rests on a source. `libelle`: None for a rule that only its code names."""

    genre: Usage
    code: str
    libelle: str | None


class Cited(NamedTuple):
    """A source, and all that rests on it. `nature`: None when nothing says it."""

    titre: str
    url: str | None
    date: str | None
    nature: str | None
    utilisateurs: tuple[User, ...]


class Provenance(NamedTuple):
    """The sources of one or several métiers on a day. `toutes`: every source of the catalogue,
    with all that rests on it, None when one métier is asked for."""

    metiers: tuple[MetierSources, ...]
    jour: date
    toutes: tuple[Cited, ...] | None = None


def is_stale(read_on: date, day: date) -> bool:
    """Whether more than 18 months separate the reading from the day.

    >>> is_stale(date(2025, 5, 21), date(2026, 11, 21)), is_stale(date(2025, 5, 20), date(2026, 11, 21))
    (False, True)
    """
    months = (day.year - read_on.year) * MONTHS + day.month - read_on.month
    return (months, day.day) > (STALE_AFTER_MONTHS, read_on.day)


def sources_of(metier: Metier, day: date) -> MetierSources:
    """Each source of a métier with what it supports."""
    supported: dict[str, list[str]] = {source.id: [] for source in metier.sources}
    origins = dict(metier.origines)
    for field in metier._fields:
        used = [origins[field]] if field in origins else []
        used += _cited(getattr(metier, field))
        for source_id in dict.fromkeys(used):
            supported[source_id].append(field)
    return MetierSources(
        metier.code,
        metier.titre,
        metier.sigle,
        metier.titre_court,
        metier.fichier,
        tuple(
            SourceUse(source, tuple(supported[source.id]), is_stale(source.consulte_le, day))
            for source in metier.sources
        ),
    )


def text_key(text: Source | TextSource | Cited) -> tuple[str, str | None]:
    """What makes two sources the same: one address may hold texts of several dates."""
    return (text.url or text.titre, text.date)


def build_provenance(metiers: Iterable[Metier], day: date, toutes: tuple[Cited, ...] | None = None) -> Provenance:
    """The sources of several métiers, each with the others that it serves among them."""
    found = tuple(sources_of(metier, day) for metier in metiers)
    return Provenance(_with_others(found) if len(found) > 1 else found, day, toutes)


def _with_others(metiers: tuple[MetierSources, ...]) -> tuple[MetierSources, ...]:
    users: dict[Any, list[str]] = {}
    for metier in metiers:
        for use in metier.sources:
            users.setdefault(text_key(use.source), []).append(metier.code)

    def beside(code: str, use: SourceUse) -> SourceUse:
        return use._replace(autres=tuple(dict.fromkeys(user for user in users[text_key(use.source)] if user != code)))

    return tuple(one._replace(sources=tuple(beside(one.code, use) for use in one.sources)) for one in metiers)


def _cited(value: Any) -> list[str]:
    """Source ids inside a value, in order: records nest to any depth."""
    if isinstance(value, Source) or not isinstance(value, tuple):
        return []
    own = getattr(value, "source", None)
    found = [own] if own else []
    for item in value:
        found += _cited(item)
    return found
