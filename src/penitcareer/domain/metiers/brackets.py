"""Seniority brackets with their net."""

from penitcareer.domain.estimate import Rule, net_range
from penitcareer.domain.metiers.remuneration import Remuneration
from penitcareer.domain.money import Range
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.records import NamedTuple


class Bracket(NamedTuple):
    """A seniority bracket with its net: gross [a, b] becomes [0.75 a, 0.79 b] a month.

    `sous_smic`: the lower bound is below the SMIC of the day (None: SMIC unknown).
    `hors_corps`: why it is not the corps' pay; it is then shown and used for nothing."""

    niveau: str
    libelle: str
    anciennete_min: int
    anciennete_max: int | None
    brut: Range
    net: Range
    sous_smic: bool | None
    hors_corps: str | None = None


def net_of_bracket(brut: Range, rule: Rule) -> Range:
    """Net of a gross bracket: its lowest net to its highest."""
    return Range(net_range(brut.min, rule).min, net_range(brut.max, rule).max)


def brackets(
    remuneration: Remuneration | None, rule: Rule, smic: ValueAtDate | None, months: int = 1
) -> tuple[Bracket, ...]:
    """The brackets of a pay with their net, for `months` months; none when it is unknown."""
    if remuneration is None:
        return ()
    return tuple(
        Bracket(
            tranche.niveau,
            tranche.libelle,
            tranche.anciennete_min,
            tranche.anciennete_max,
            over(tranche.brut, months),
            net_of_bracket(over(tranche.brut, months), rule),
            None if smic is None else tranche.brut.min < smic.valeur,
            tranche.hors_corps,
        )
        for tranche in remuneration.tranches
    )


def over(monthly: Range, months: int) -> Range:
    """A monthly range over several months."""
    return Range(monthly.min * months, monthly.max * months)
