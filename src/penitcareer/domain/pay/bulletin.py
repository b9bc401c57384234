"""The payslip: lines with their base and rate, totals that add up to the cent."""

from typing import NamedTuple

from penitcareer.domain.money import WHOLE, Cents, TenThousandths
from penitcareer.domain.parameters import TextSource
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.contractuel import Contractuel, contractuel_amounts
from penitcareer.domain.pay.law import Law, LineText
from penitcareer.domain.pay.titulaire import Amounts, Titulaire, base_of, pss_floor, titulaire_amounts

Agent = Titulaire | Contractuel

# What the net taxable pay does not deduct.
NOT_DEDUCTIBLE = ("csg_non_deductible", "crds")


class Line(NamedTuple):
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

    lignes: tuple[Line, ...]
    totaux: Totals


def amounts_of(law: Law, agent: Agent) -> Amounts:
    """Every line but the tax, in cents a month."""
    return titulaire_amounts(law, agent) if isinstance(agent, Titulaire) else contractuel_amounts(law, agent)


def totals_of(law: Law, lines: dict[str, LineText], amounts: Amounts, agent: Agent, given_rate: int | None) -> Totals:
    """The totals of a payslip. `given_rate`: the agent's own withholding rate, None for the
    default grid."""
    gross = sum(amount for code, amount in amounts.items() if lines[code].sens == "gain")
    held = sum(amount for code, amount in amounts.items() if lines[code].sens == "retenue")
    net = gross - held
    taxable = net + sum(amounts[code] for code in NOT_DEDUCTIBLE) + agent.psc_employeur
    rate = sums.tax_rate(law, taxable) if given_rate is None else given_rate
    tax = sums.percent_of(taxable, rate)
    return Totals(gross, held, net, net, taxable, tax, net - tax, rate)


def net_before_tax(law: Law, lines: dict[str, LineText], agent: Agent) -> Cents:
    """The net before tax of an agent, in cents a month."""
    return totals_of(law, lines, amounts_of(law, agent), agent, None).net_a_payer_avant_impot


def bulletin_of(law: Law, lines: dict[str, LineText], agent: Agent, given_rate: int | None = None) -> Bulletin:
    """The payslip of an agent on the day of the law, lines in payslip order, none at zero."""
    amounts = amounts_of(law, agent)
    totals = totals_of(law, lines, amounts, agent, given_rate)
    shown = {**amounts, "impot": totals.impot}
    if agent.psc_employeur:
        shown["psc_employeur"] = agent.psc_employeur
    own = (
        _titulaire_bases(law, agent, amounts)
        if isinstance(agent, Titulaire)
        else _contractuel_bases(law, agent, amounts)
    )
    bases = own | _levy_bases(law, agent, amounts)
    bases["impot"] = (totals.net_imposable, totals.taux_impot)
    return Bulletin(
        tuple(_line(text, shown[code], bases.get(code)) for code, text in lines.items() if shown.get(code)),
        totals,
    )


def _line(text: LineText, amount: Cents, basis: tuple[Cents | None, TenThousandths | None] | None) -> Line:
    base, rate = basis or (None, None)
    return Line(text.code, text.libelle, text.sens, base, rate, amount, text.source, text.explication)


Bases = dict[str, tuple[Cents | None, TenThousandths | None]]


def _titulaire_bases(law: Law, agent: Titulaire, amounts: Amounts) -> Bases:
    pss = amounts.get("pss", 0)
    bases: Bases = {
        "indemnite_residence": (base_of(law, "ir", amounts), agent.taux_residence),
        "pension_civile": (base_of(law, "pension", amounts) - pss, law.valeurs["pension"]),
        "rafp": (
            sums.rafp_base(
                law, base_of(law, "rafp", amounts) + agent.psc_employeur, base_of(law, "plafond_rafp", amounts)
            ),
            law.valeurs["rafp"],
        ),
    }
    if pss:
        bases["pension_pss"] = (base_of(law, "majoration_pss", amounts), None)
        if pss > pss_floor(law, agent):
            bases["pss"] = (amounts["traitement"], agent.pss)
    return bases


def _contractuel_bases(law: Law, agent: Contractuel, amounts: Amounts) -> Bases:
    gross = base_of(law, "csg", amounts)
    bases: Bases = {
        "vieillesse_plafonnee": (sums.below_ceiling(law, gross), law.valeurs["vieillesse_plafonnee"]),
        "vieillesse_deplafonnee": (gross, law.valeurs["vieillesse_deplafonnee"]),
        "ircantec": (gross - amounts.get("sft", 0), None),
    }
    if agent.sur_indice:
        bases["indemnite_residence"] = (amounts["remuneration"], agent.taux_residence)
    if agent.alsace_moselle:
        bases["maladie_alsace_moselle"] = (gross, law.valeurs["alsace_moselle"])
    return bases


def _levy_bases(law: Law, agent: Agent, amounts: Amounts) -> Bases:
    reduced = base_of(law, "csg", amounts) - amounts.get("transfert_primes_points", 0)
    base = sums.of_csg_base(sums.csg_base(law, reduced, agent.psc_employeur), WHOLE)
    return {code: (base, law.valeurs[code]) for code in ("csg_deductible", "csg_non_deductible", "crds")}
