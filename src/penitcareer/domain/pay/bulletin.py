"""The payslip: lines with their base and rate, totals that add up to the cent."""

from collections.abc import Mapping

from penitcareer.domain.dated import TextSource
from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.contractuel import Contractuel, contractuel_ledger
from penitcareer.domain.pay.law import Law, LineText
from penitcareer.domain.pay.ledger import Amounts, Ledger
from penitcareer.domain.pay.titulaire import Titulaire, pss_floor, titulaire_ledger
from penitcareer.domain.records import NamedTuple

Agent = Titulaire | Contractuel


class PayslipLine(NamedTuple):
    """A line of the payslip. `montant` is positive, `sens` is `gain`, `retenue` or
    `information` (counted in no total); `base` in cents and `taux` when it has one of each."""

    code: str
    libelle: str
    sens: str
    base: Cents | None
    taux: TenThousandths | None
    montant: Cents
    source: TextSource
    explication: str


class Totals(NamedTuple):
    """Cents a month. `taux_impot` is a default rate unless one was given."""

    brut: Cents
    retenues: Cents
    net_a_payer_avant_impot: Cents
    net_social: Cents
    net_imposable: Cents
    impot: Cents
    net_paye: Cents
    taux_impot: TenThousandths


class Bulletin(NamedTuple):
    """A month's payslip, or a year's at constant situation."""

    lignes: tuple[PayslipLine, ...]
    totaux: Totals


def ledger_of(law: Law, agent: Agent) -> Ledger:
    """Every line but the tax, with its base."""
    return titulaire_ledger(law, agent) if isinstance(agent, Titulaire) else contractuel_ledger(law, agent)


def totals_of(
    law: Law, lines: Mapping[str, LineText], amounts: Amounts, agent: Agent, given_rate: int | None
) -> Totals:
    """The totals of a payslip. `given_rate`: the agent's own withholding rate, None for the
    default grid."""
    gross = held = 0
    for code, amount in amounts.items():
        if lines[code].sens == "gain":
            gross = gross + amount
        else:
            held = held + amount
    net = gross - held
    taxable = net + amounts["csg_non_deductible"] + amounts["crds"] + agent.psc_employeur
    rate = sums.tax_rate(law, taxable) if given_rate is None else given_rate
    tax = sums.percent_of(taxable, rate)
    return Totals(gross, held, net, net, taxable, tax, net - tax, rate)


def net_before_tax(law: Law, lines: Mapping[str, LineText], agent: Agent) -> Cents:
    """The net before tax of an agent, in cents a month."""
    return totals_of(law, lines, ledger_of(law, agent).montants, agent, 0).net_a_payer_avant_impot


def bulletin_of(law: Law, lines: Mapping[str, LineText], agent: Agent, given_rate: int | None = None) -> Bulletin:
    """The payslip of an agent on the day of the law, lines in payslip order, none at zero."""
    return bulletin_from(law, lines, agent, ledger_of(law, agent), given_rate)


def bulletin_from(
    law: Law, lines: Mapping[str, LineText], agent: Agent, ledger: Ledger, given_rate: int | None
) -> Bulletin:
    """The same from a ledger already computed, left as it is."""
    totals = totals_of(law, lines, ledger.montants, agent, given_rate)
    amounts = ledger.montants | {"impot": totals.impot}
    bases = ledger.assiettes | {"impot": (totals.net_imposable, totals.taux_impot)}
    if agent.psc_employeur:
        amounts["psc_employeur"] = agent.psc_employeur
    if isinstance(agent, Titulaire) and agent.pss and amounts["pss"] == pss_floor(law, agent):
        del bases["pss"]  # the floor is no rate of the traitement
    shown = []
    for code, text in lines.items():
        amount = amounts.get(code)
        if amount:
            base, rate = bases.get(code, _NO_BASE)
            shown.append(PayslipLine(code, text.libelle, text.sens, base, rate, amount, text.source, text.explication))
    return Bulletin(tuple(shown), totals)


_NO_BASE = (None, None)
