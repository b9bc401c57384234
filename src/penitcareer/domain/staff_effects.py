"""What a reform does to a staff: who gains, who loses, and what it costs."""

from datetime import date
from typing import Literal

from penitcareer.domain.money import MONTHS, Cents, Span, divide
from penitcareer.domain.records import NamedTuple
from penitcareer.domain.staff import Dimension

DECILES = 10
EffectDimension = Dimension | Literal["decile"]


class StaffEffect(NamedTuple):
    """What a reform adds to the agents of a group, in a month: gross, and net before tax. `incertains`:
    those whose index is bounded so that they may gain or lose. `decile`: of the net under the law
    alone, which is at most `jusqu_a` in it."""

    par: EffectDimension
    corps: str | None
    grade: str | None
    zone: int | None
    decile: int | None
    jusqu_a: Cents | None
    effectif: int
    gagnants: int
    perdants: int
    inchanges: int
    incertains: int
    brut: Span
    net: Span

    @property
    def brut_an(self) -> Span:
        """What it adds to the gross of twelve such months."""
        low, high = self.brut
        return Span(low * MONTHS, None if high is None else high * MONTHS)

    @property
    def net_moyen(self) -> Span:
        """What it adds to the net of an agent, on average."""
        low, high = self.net
        return Span(divide(low, self.effectif), None if high is None else divide(high, self.effectif))


class LineTotal(NamedTuple):
    """A line of the payslips added up, under the law alone and under the reform."""

    code: str
    libelle: str
    droit: Cents
    reforme: Cents

    @property
    def ecart(self) -> Cents:
        """What the reform adds to the line."""
        return self.reforme - self.droit


class StaffEffects(NamedTuple):
    """A staff under a reform, beside the law alone, on a day. Of its `lignes`, `anomalies` have no
    payslip under one law at least (`une_loi`: under one alone), and what changes for
    `incomparables` is unknown: they are in no group. `bulletin`: the lines of the `exacts`, whose
    index both laws give. `par_ligne`: whether these lines are asked for."""

    jour: date
    lignes: int
    anomalies: int
    une_loi: int
    incomparables: int
    exacts: int
    groupes: tuple[StaffEffect, ...]
    bulletin: tuple[LineTotal, ...]
    par_ligne: bool = False

    @property
    def ensemble(self) -> StaffEffect | None:
        """All the agents compared, None without any."""
        return next((group for group in self.groupes if group.par == "ensemble"), None)

    @property
    def ranges(self) -> int:
        """How many agents are in a decile: those whose net under the law alone is exact."""
        return sum(group.effectif for group in self.groupes if group.par == "decile")
