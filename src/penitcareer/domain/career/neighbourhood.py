"""Which métiers are next to each other: a step before or after, the same filière, the same
partners.

Computed from the records alone, once for the snapshot (store/collect.py), since it reads
them all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from penitcareer.domain.career.neighbours import Link, Neighbour
from penitcareer.domain.metier import Metier
from penitcareer.domain.names import fold

MOST = 6
Key = tuple[str, str]  # a kind of thing in common, and the thing


class _Seen(NamedTuple):
    """A métier as compared: its place, its filière folded, its partners by folded name."""

    place: int
    metier: Metier
    filiere: str
    partenaires: dict[str, str]
    mene_a: frozenset[str | None]
    ferme: bool


def neighbourhood(metiers: Sequence[Metier]) -> dict[str, tuple[Neighbour, ...]]:
    """At most MOST neighbours of each métier, by its code. Those where one is still recruited
    come first, then a next or former step, then the same filière, then the most shared
    partners, then the catalogue's order."""
    known = [_seen(place, metier) for place, metier in enumerate(metiers)]
    by_key: dict[Key, list[int]] = {}
    for one in known:
        leads = [("mene_a", code) for code in one.mene_a if code]
        for key in (("code", one.metier.code), *leads, *_filiere(one), *_partners(one)):
            by_key.setdefault(key, []).append(one.place)
    return {one.metier.code: _closest(one, known, by_key) for one in known}


def _seen(place: int, metier: Metier) -> _Seen:
    partners: dict[str, str] = {}
    for partner in metier.partenaires:
        partners.setdefault(fold(partner), partner)
    steps = frozenset(step.metier for step in metier.suites)
    return _Seen(place, metier, fold(metier.filiere or ""), partners, steps, metier.recrutement is False)


def _filiere(one: _Seen) -> list[Key]:
    return [("filiere", one.filiere)] if one.filiere else []


def _partners(one: _Seen) -> list[Key]:
    return [("partenaire", partner) for partner in one.partenaires]


def _closest(one: _Seen, known: Sequence[_Seen], by_key: Mapping[Key, list[int]]) -> tuple[Neighbour, ...]:
    """Only métiers with a key in common are ranked: a catalogue may hold thousands."""
    leads = [("code", code) for code in one.mene_a if code]
    steps = {place for key in (*leads, ("mene_a", one.metier.code)) for place in by_key.get(key, ())}
    same = {place for key in _filiere(one) for place in by_key[key]}
    shared = Counter(chain.from_iterable(by_key[key] for key in _partners(one)))
    near = (steps | same | shared.keys()) - {one.place}
    ranks = [(known[p].ferme, p not in steps, p not in same, -shared.get(p, 0), p) for p in near]
    closest = (known[place] for *_, place in nsmallest(MOST, ranks))
    return tuple(Neighbour(other.metier.code, other.metier.titre, _links(one, other)) for other in closest)


def _links(one: _Seen, other: _Seen) -> tuple[Link, ...]:
    links = []
    if other.metier.code in one.mene_a:
        links.append(Link("mene_a", (other.metier.code,)))
    if one.metier.code in other.mene_a:
        links.append(Link("vient_de", (other.metier.code,)))
    if one.filiere and one.filiere == other.filiere:
        links.append(Link("filiere", (one.metier.filiere or "",)))
    partners = tuple(partner for folded, partner in one.partenaires.items() if folded in other.partenaires)
    if partners:
        links.append(Link("partenaires", partners))
    return tuple(links)
