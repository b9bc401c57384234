"""Posts as columns of numbers, from which those of the rows are taken: an agent is its form, which
rows must share to be summed together, and numbers that each may have its own."""

from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.bulletin import Agent
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.lots.codes import Mask, Numbers

Ranks = NDArray[np.unsignedinteger]  # as narrow as may be: they are sorted
NOBODY = -1


class Parted(NamedTuple):
    """An agent parted in two: its `forme`, and its numbers. `montants`: those of `primes`, then of
    `unites`, of the form."""

    forme: Agent
    indice: int
    residence: int
    montants: tuple[int, ...]


class StaffPost(NamedTuple):
    """What a payslip needs but its linear facts. `marche`: the agent at the low end of an index, and
    those among which the least net is; `haut`: at the high end, None for a floor."""

    haut: Parted | None
    marche: tuple[Parted, ...]
    exact: bool
    preuve: str | None
    inconnues: tuple[str, ...]
    corps: str | None
    grade: str | None
    zone: int

    @property
    def manque(self) -> str:
        """The bonuses that are due and not counted."""
        return ", ".join(self.inconnues)

    def in_zone(self, zone: int, rate: int) -> "StaffPost":
        """The same post in a zone, with its rate of residence."""
        walk = tuple(agent._replace(residence=rate) for agent in self.marche)
        return self._replace(haut=self.haut and self.haut._replace(residence=rate), marche=walk, zone=zone)


class Parts(NamedTuple):
    """Parted agents as columns. `forme`: the place in `formes`; `montants`: a column an amount."""

    formes: Sequence[Agent]
    forme: Ranks
    indice: Numbers
    residence: Numbers
    montants: Sequence[Numbers]


class PostColumns(NamedTuple):
    """Posts as columns: whether one is exact, or has a high end, and where its agents are in `agents`:
    that of the low end, of the high one, and of each step between which the least net is."""

    agents: Parts
    exacts: Mask
    plafonnes: Mask
    bas: Numbers
    haut: Numbers
    marche: Sequence[Numbers]

    def at(self, ranks: Sequence[int]) -> "PostColumns":
        """Those of some posts."""
        where = np.array(ranks, np.int64)
        low, high, steps = self.bas[where], self.haut[where], [step[where] for step in self.marche]
        return PostColumns(self.agents, self.exacts[where], self.plafonnes[where], low, high, steps)


class PostTable:
    """Posts that become columns, as they are met."""

    def __init__(self) -> None:
        self.posts: list[StaffPost | PenitError] = []
        self._agents: dict[Parted, int] = {}
        self._formes: dict[Agent, int] = {}
        self._rows: list[tuple[bool, int, int, tuple[int, ...]]] = []
        self._columns: PostColumns | None = None

    def add(self, post: StaffPost | PenitError) -> int:
        """The place of one more post."""
        self.posts.append(post)
        if isinstance(post, StaffPost):
            low, *walk = map(self._place, post.marche)
            high = NOBODY if post.haut is None else self._place(post.haut)
            self._rows.append((post.exact, low, high, tuple(walk)))
        else:
            self._rows.append((False, NOBODY, NOBODY, ()))
        self._columns = None
        return len(self._rows) - 1

    def columns(self) -> PostColumns:
        """All of them."""
        if self._columns is None:
            exact, low, high, walks = zip(*self._rows, strict=True)
            lowest, highest, steps = np.array(low), np.array(high), _columns(walks, NOBODY)
            self._columns = PostColumns(self._parts(), np.array(exact), highest != NOBODY, lowest, highest, steps)
        return self._columns

    def _place(self, agent: Parted) -> int:
        self._formes.setdefault(agent.forme, len(self._formes))
        return self._agents.setdefault(agent, len(self._agents))

    def _parts(self) -> Parts:
        forms, index, residence, amounts = zip(*self._agents, strict=True) if self._agents else ((), (), (), ())
        ranks = np.array([self._formes[one] for one in forms], np.min_scalar_type(len(self._formes)))
        numbers = (np.array(index, np.int64), np.array(residence, np.int64))
        return Parts(tuple(self._formes), ranks, *numbers, _columns(amounts, 0))


def _columns(rows: Sequence[tuple[int, ...]], lacking: int) -> list[Numbers]:
    """The columns of some rows, which need not be as long as one another."""
    return [np.array(column, np.int64) for column in zip_longest(*rows, fillvalue=lacking)]


def parted(agent: Agent) -> Parted:
    """An agent parted in its form and its numbers."""
    bare: dict[str, Any] = {"primes": _codes(agent.primes), "unites": _codes(agent.unites)}
    bare |= {"taux_residence": 0, "enfants": 0}
    amounts = tuple(amount for _, amount in chain(agent.primes, agent.unites))
    if isinstance(agent, Titulaire):
        form: Agent = agent._replace(indice_majore=0, nbi=0, **bare)
        return Parted(form, agent.indice_majore, agent.taux_residence, amounts)
    return Parted(agent._replace(brut=0, **bare), 0, agent.taux_residence, amounts)


def _codes(lines: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((code, 0) for code, _ in lines)
