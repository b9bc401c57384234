"""The 21–25 % rule, both ways: an order of magnitude, always a range, never a payslip."""

from typing import NamedTuple

from penitcareer.domain.metier import Remuneration
from penitcareer.domain.money import MONTHS, WHOLE, Cents, Range, TenThousandths, divide
from penitcareer.domain.parameters import TextSource, ValueAtDate

LOOKS_ANNUAL: Cents = 20_000_00


class Rule(NamedTuple):
    """What is taken from the gross, at least and at most, in ten-thousandths."""

    libelle: str
    retenue_min: TenThousandths
    retenue_max: TenThousandths
    reserve: str
    source: TextSource


class Periods(NamedTuple):
    """One amount by month and by year, in cents."""

    mensuel: Cents
    annuel: Cents


class PeriodRanges(NamedTuple):
    """One range by month and by year, in cents."""

    mensuel: Range
    annuel: Range


class NetEstimate(NamedTuple):
    """The net range of a gross pay. `sous_smic` is None when the SMIC of the day is unknown."""

    brut: Periods
    net: PeriodRanges
    regle: Rule
    smic: ValueAtDate | None
    sous_smic: bool | None
    looks_annual: bool


class GrossEstimate(NamedTuple):
    """The gross range that leads to a wanted net."""

    net: Periods
    brut: PeriodRanges
    regle: Rule
    smic: ValueAtDate | None
    sous_smic: bool | None
    looks_annual: bool


class Bracket(NamedTuple):
    """A seniority bracket with its net: gross [a, b] becomes [0.75 a, 0.79 b] a month.

    `sous_smic`: the lower bound is below the SMIC of the day (None: SMIC unknown)."""

    niveau: str
    libelle: str
    anciennete_min: int
    anciennete_max: int | None
    brut: Range
    net: Range
    sous_smic: bool | None


def net_range(brut: Cents, rule: Rule, months: int = 1) -> Range:
    """Net for a gross pay of `months` months, in cents a month, to the nearest cent.

    >>> page = TextSource("fiche", None, None)
    >>> net_range(3500_00, Rule("", 2100, 2500, "", page))
    Range(min=262500, max=276500)
    """
    return Range(
        divide(brut * (WHOLE - rule.retenue_max), WHOLE * months),
        divide(brut * (WHOLE - rule.retenue_min), WHOLE * months),
    )


def gross_range(net: Cents, rule: Rule, months: int = 1) -> Range:
    """Gross that leads to a net pay of `months` months, in cents a month."""
    return Range(
        divide(net * WHOLE, (WHOLE - rule.retenue_min) * months),
        divide(net * WHOLE, (WHOLE - rule.retenue_max) * months),
    )


def net_of_bracket(brut: Range, rule: Rule) -> Range:
    """Net of a gross bracket: its lowest net to its highest."""
    return Range(net_range(brut.min, rule).min, net_range(brut.max, rule).max)


def periods(amount: Cents, per_year: bool) -> Periods:
    """A month and a year of an amount given for one of them."""
    return Periods(divide(amount, MONTHS), amount) if per_year else Periods(amount, amount * MONTHS)


def estimate_net(amount: Cents, per_year: bool, rule: Rule, smic: ValueAtDate | None) -> NetEstimate:
    """Net range of a gross amount, a year's if `per_year`. Each period is computed from
    the exact amount, not from the other period rounded."""
    brut = periods(amount, per_year)
    net = PeriodRanges(net_range(amount, rule, MONTHS if per_year else 1), net_range(brut.annuel, rule))
    sous_smic = None if smic is None else brut.mensuel < smic.valeur
    return NetEstimate(brut, net, rule, smic, sous_smic, _looks_annual(amount, per_year))


def estimate_gross(amount: Cents, per_year: bool, rule: Rule, smic: ValueAtDate | None) -> GrossEstimate:
    """Gross range that leads to a net amount, a year's if `per_year`. `sous_smic` says
    that the range starts below the SMIC of the day."""
    net = periods(amount, per_year)
    brut = PeriodRanges(gross_range(amount, rule, MONTHS if per_year else 1), gross_range(net.annuel, rule))
    sous_smic = None if smic is None else brut.mensuel.min < smic.valeur
    return GrossEstimate(net, brut, rule, smic, sous_smic, _looks_annual(amount, per_year))


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
        )
        for tranche in remuneration.tranches
    )


def over(monthly: Range, months: int) -> Range:
    """A monthly range over several months."""
    return Range(monthly.min * months, monthly.max * months)


def _looks_annual(amount: Cents, per_year: bool) -> bool:
    return not per_year and amount > LOOKS_ANNUAL
