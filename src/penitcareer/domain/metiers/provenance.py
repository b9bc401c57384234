"""Where facts come from: each source, what it supports, and how long ago it was read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from penitcareer.domain.metiers.metier import Metier, Source
from penitcareer.domain.money import MONTHS
from penitcareer.domain.records import NamedTuple

STALE_AFTER_MONTHS = 18


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
    fichier: str | None
    sources: tuple[SourceUse, ...]


class Provenance(NamedTuple):
    """The sources of one or several métiers on a day."""

    metiers: tuple[MetierSources, ...]
    jour: date


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
        metier.fichier,
        tuple(
            SourceUse(source, tuple(supported[source.id]), is_stale(source.consulte_le, day))
            for source in metier.sources
        ),
    )


def build_provenance(metiers: Iterable[Metier], day: date) -> Provenance:
    """The sources of several métiers, each with the others that it serves among them."""
    found = tuple(sources_of(metier, day) for metier in metiers)
    return Provenance(_with_others(found) if len(found) > 1 else found, day)


def _with_others(metiers: tuple[MetierSources, ...]) -> tuple[MetierSources, ...]:
    users: dict[Any, list[str]] = {}
    for metier in metiers:
        for use in metier.sources:
            users.setdefault(_text(use.source), []).append(metier.code)

    def beside(code: str, use: SourceUse) -> SourceUse:
        return use._replace(autres=tuple(dict.fromkeys(user for user in users[_text(use.source)] if user != code)))

    return tuple(one._replace(sources=tuple(beside(one.code, use) for use in one.sources)) for one in metiers)


def _text(source: Source) -> tuple[str, str | None]:
    """What makes two sources the same: one address may hold texts of several dates."""
    return (source.url or source.titre, source.date)


def _cited(value: Any) -> list[str]:
    """Source ids inside a value, in order: records nest to any depth."""
    if isinstance(value, Source) or not isinstance(value, tuple):
        return []
    own = getattr(value, "source", None)
    found = [own] if own else []
    for item in value:
        found += _cited(item)
    return found
