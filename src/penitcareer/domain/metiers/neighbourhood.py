"""Which métiers are next to each other: a step before or after, the same filière, the same
partners.

Computed from the records alone, once for the snapshot (store/collect.py), since it reads
them all. A set of métiers is an integer, one bit a métier by its place: twenty thousand of
them are compared with one in a few operations, never one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbours import Link, Neighbour
from penitcareer.domain.names import fold
from penitcareer.domain.records import NamedTuple

MOST = 6
SETS_KEPT = 4_096
Trait = tuple[str, str]  # a kind of thing that métiers have in common, and the thing
SetOf = Callable[[Trait], int]


class Seen(NamedTuple):
    """A métier as compared: its filière as written and folded, its partners by folded name,
    the codes it leads to, whether nobody enters any more."""

    code: str
    titre: str
    filiere: str
    repli: str
    partenaires: dict[str, str]
    mene_a: frozenset[str]
    ferme: bool

    def found_by(self) -> list[Trait]:
        """Everything by which another métier may find this one."""
        leads = [("mene_a", code) for code in self.mene_a]
        partners = [("partenaire", partner) for partner in self.partenaires]
        return [("code", self.code), ("filiere", self.repli), ("ferme", str(self.ferme)), *leads, *partners]


def neighbourhood(known: Sequence[Seen]) -> Iterator[tuple[Neighbour, ...]]:
    """At most MOST neighbours of each métier, in their order. Those where one is still recruited
    come first, then a next or former step, then the same filière, then the most shared
    partners, then the catalogue's order."""
    places: dict[Trait, list[int]] = {}
    for place, one in enumerate(known):
        for key in one.found_by():
            places.setdefault(key, []).append(place)

    @lru_cache(SETS_KEPT)  # those in use: most keys name one or two métiers, and no set is small
    def set_of(key: Trait) -> int:
        return _set(places.get(key, ()))

    return (_closest(one, known, set_of) for one in known)


def seen(metier: Metier) -> Seen:
    """A métier as compared."""
    partners: dict[str, str] = {}
    for partner in metier.partenaires:
        partners.setdefault(fold(partner), partner)
    filiere = metier.filiere or ""
    steps = frozenset(step.metier for step in metier.suites if step.metier)
    return Seen(metier.code, metier.titre, filiere, fold(filiere), partners, steps, metier.recrutement is False)


def _closest(one: Seen, known: Sequence[Seen], set_of: SetOf) -> tuple[Neighbour, ...]:
    steps = set_of(("mene_a", one.code))
    for code in one.mene_a:
        steps |= set_of(("code", code))
    same = set_of(("filiere", one.repli)) if one.repli else 0
    shared = _counts(set_of(("partenaire", partner)) for partner in one.partenaires)
    near = steps | same
    for digit in shared:
        near |= digit
    near &= ~set_of(("code", one.code))
    ranked = _ranked(near, (set_of(("ferme", "False")), steps, same, *shared))
    closest = (known[place] for place in islice(ranked, MOST))
    return tuple(Neighbour(other.code, other.titre, _links(one, other)) for other in closest)


def _set(places: Sequence[int]) -> int:
    """The set of these places, in growing order."""
    bits = bytearray(places[-1] // 8 + 1 if places else 0)
    for place in places:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def _counts(sets: Iterable[int]) -> list[int]:
    """How many of these sets hold each place, in binary: the places whose count has the
    highest digit, then those that have the next one, down to the units."""
    digits: list[int] = []
    for places in sets:
        carry = places
        for rank, digit in enumerate(digits):
            digits[rank], carry = digit ^ carry, digit & carry
        if carry:
            digits.append(carry)
    return digits[::-1]


def _ranked(places: int, tests: tuple[int, ...]) -> Iterator[int]:
    """The places of a set: first those that the first test holds, then the others, each part
    ranked by the tests that follow, and at last in growing order."""
    if not places:
        return
    if tests:
        yield from _ranked(places & tests[0], tests[1:])
        yield from _ranked(places & ~tests[0], tests[1:])
        return
    while places:
        first = places & -places
        yield first.bit_length() - 1
        places ^= first


def _links(one: Seen, other: Seen) -> tuple[Link, ...]:
    links = []
    if other.code in one.mene_a:
        links.append(Link("mene_a", (other.code,)))
    if one.code in other.mene_a:
        links.append(Link("vient_de", (other.code,)))
    if one.repli and one.repli == other.repli:
        links.append(Link("filiere", (one.filiere,)))
    partners = tuple(partner for folded, partner in one.partenaires.items() if folded in other.partenaires)
    if partners:
        links.append(Link("partenaires", partners))
    return tuple(links)
