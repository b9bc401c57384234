"""The payslip of a contractuel de droit public as amounts by line code."""

from typing import NamedTuple

from penitcareer.domain.money import Cents, TenThousandths, divide
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.law import FULL_TIME, Law, Share
from penitcareer.domain.pay.titulaire import Amounts, add_bonuses, add_compensation, social_levies


class Contractuel(NamedTuple):
    """What is paid to a contractuel. Amounts are full-time cents a month. Residence and
    family allowances are only due when the contract is on an index (`sur_indice`)."""

    brut: Cents
    sur_indice: bool = False
    taux_residence: TenThousandths = 0
    enfants: int = 0
    quotite: Share = FULL_TIME
    primes: tuple[tuple[str, Cents], ...] = ()
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    alsace_moselle: bool = False


def contractuel_amounts(law: Law, agent: Contractuel) -> Amounts:
    """Every line of the payslip but the tax, in cents a month; absent lines are not due."""
    share = agent.quotite
    gains: Amounts = {"remuneration": divide(agent.brut * share.numerateur, share.denominateur)}
    if agent.sur_indice:
        gains["indemnite_residence"] = sums.residence(gains["remuneration"], agent.taux_residence)
        gains["sft"] = sums.family(law, agent.brut, agent.enfants, share)
    add_bonuses(gains, agent.primes, share)
    gross = add_compensation(law, gains, agent.ic_csg, share)
    held = {
        "vieillesse_plafonnee": sums.percent_of(sums.below_ceiling(law, gross), law.valeurs["vieillesse_plafonnee"]),
        "vieillesse_deplafonnee": sums.percent_of(gross, law.valeurs["vieillesse_deplafonnee"]),
        "ircantec": sums.ircantec(law, gross - gains.get("sft", 0)),
    }
    if agent.alsace_moselle:
        held["maladie_alsace_moselle"] = sums.percent_of(gross, law.valeurs["alsace_moselle"])
    held |= social_levies(law, gross, agent.psc_employeur)
    if agent.psc_agent:
        held["psc_agent"] = agent.psc_agent
    return gains | held
