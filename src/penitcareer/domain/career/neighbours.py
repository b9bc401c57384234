"""The métiers next to one: a step before or after, the same filière, the same partners.

Computed from the records alone, once for the snapshot (store/collect.py), since it reads
them all.
"""

from collections.abc import Sequence
from typing import NamedTuple

from penitcareer.domain.metier import Metier
from penitcareer.domain.names import fold

MOST = 6


class Link(NamedTuple):
    """What joins two métiers. `code`: `mene_a` or `vient_de` (`noms`: the other's code),
    `filiere` (its name), `partenaires` (those they share, as the first one writes them)."""

    code: str
    noms: tuple[str, ...]


class Neighbour(NamedTuple):
    """A métier next to another, and everything that joins them."""

    code: str
    titre: str
    liens: tuple[Link, ...]


def neighbours_of(metier: Metier, known: Sequence[Metier]) -> tuple[Neighbour, ...]:
    """At most MOST neighbours among the known métiers. Those where one is still recruited
    come first, then a next or former step, then the same filière, then the most shared
    partners, then the catalogue's order."""
    found = []
    for other in known:
        links = _links(metier, other) if other.code != metier.code else ()
        if links:
            found.append((_rank(other, links), Neighbour(other.code, other.titre, links)))
    found.sort(key=lambda pair: pair[0])
    return tuple(neighbour for _, neighbour in found[:MOST])


def _links(metier: Metier, other: Metier) -> tuple[Link, ...]:
    links = []
    if other.code in {step.metier for step in metier.suites}:
        links.append(Link("mene_a", (other.code,)))
    if metier.code in {step.metier for step in other.suites}:
        links.append(Link("vient_de", (other.code,)))
    if metier.filiere and other.filiere and fold(metier.filiere) == fold(other.filiere):
        links.append(Link("filiere", (metier.filiere,)))
    theirs = {fold(partner) for partner in other.partenaires}
    shared: dict[str, str] = {}
    for partner in metier.partenaires:
        if fold(partner) in theirs:
            shared.setdefault(fold(partner), partner)
    if shared:
        links.append(Link("partenaires", tuple(shared.values())))
    return tuple(links)


def _rank(other: Metier, links: Sequence[Link]) -> tuple[bool, bool, bool, int]:
    names = {link.code: link.noms for link in links}
    step = "mene_a" in names or "vient_de" in names
    return (other.recrutement is False, not step, "filiere" not in names, -len(names.get("partenaires", ())))
