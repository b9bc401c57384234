"""The rule of the net, both ways: an order of magnitude, always a range, never a payslip."""

from collections.abc import Callable
from datetime import date

from penitcareer.domain.dated import TextSource
from penitcareer.domain.kinds import Annotated, Euros, Says, Taux, Texte
from penitcareer.domain.money import MONTHS, WHOLE, Cents, Range, divide
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.records import NamedTuple


class Rule(NamedTuple):
    """What is taken from the gross, at least and at most, in ten-thousandths. Above
    `parait_annuel`, an amount given for a month looks like a year's."""

    libelle: Annotated[Texte, Says("La règle en une phrase")]
    retenue_min: Annotated[Taux, Says("Part retirée du brut, au moins")]
    retenue_max: Annotated[Taux, Says("Part retirée du brut, au plus")]
    parait_annuel: Annotated[Euros, Says("Au-dessus, un montant donné par mois ressemble à celui d’une année")]
    reserve: Annotated[Texte, Says("Ce qu’elle ne dit pas")]
    source: TextSource
    verifie_le: date


class Period(NamedTuple):
    """The amount given and the range it leads to, in cents, for a month or for a year."""

    montant: Cents
    fourchette: Range


class Estimate(NamedTuple):
    """An amount and the range it leads to: a gross and its net (`donne` is `brut`,
    `cherche` is `net`), or the other way round.

    `sous_smic` says that the gross, or the start of its range, is below the SMIC of the
    day; None when that SMIC is unknown. `parait_annuel`: too large for a month."""

    donne: str
    cherche: str
    mensuel: Period
    annuel: Period
    regle: Rule
    smic: ValueAtDate | None
    sous_smic: bool | None
    parait_annuel: bool


def net_range(brut: Cents, rule: Rule, months: int = 1) -> Range:
    """Net for a gross pay of `months` months, in cents a month, to the nearest cent.

    >>> page = TextSource("fiche", None, None)
    >>> net_range(3500_00, Rule("", 2100, 2500, 20_000_00, "", page, date(2026, 11, 21)))
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


def estimate_net(amount: Cents, per_year: bool, rule: Rule, smic: ValueAtDate | None) -> Estimate:
    """Net range of a gross amount, a year's if `per_year`."""
    month, year = _periods(net_range, amount, per_year, rule)
    below = _below(month.montant, smic)
    return Estimate("brut", "net", month, year, rule, smic, below, _looks_annual(amount, per_year, rule))


def estimate_gross(amount: Cents, per_year: bool, rule: Rule, smic: ValueAtDate | None) -> Estimate:
    """Gross range that leads to a net amount, a year's if `per_year`."""
    month, year = _periods(gross_range, amount, per_year, rule)
    below = _below(month.fourchette.min, smic)
    return Estimate("net", "brut", month, year, rule, smic, below, _looks_annual(amount, per_year, rule))


def _periods(
    convert: Callable[[Cents, Rule, int], Range], amount: Cents, per_year: bool, rule: Rule
) -> tuple[Period, Period]:
    """The month and the year, both from the exact amount, never one from the other rounded."""
    year = amount if per_year else amount * MONTHS
    month = divide(amount, MONTHS) if per_year else amount
    monthly = convert(amount, rule, MONTHS if per_year else 1)
    return Period(month, monthly), Period(year, convert(year, rule, 1))


def _below(brut: Cents, smic: ValueAtDate | None) -> bool | None:
    return None if smic is None else brut < smic.valeur


def _looks_annual(amount: Cents, per_year: bool, rule: Rule) -> bool:
    return not per_year and amount > rule.parait_annuel
