"""The payslip of a contractuel de droit public as amounts by line code."""

from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.law import FULL_TIME, Law, Share
from penitcareer.domain.pay.ledger import (
    SMIC_TOP_UP,
    Amounts,
    Bases,
    BonusLines,
    Ledger,
    add_bonuses,
    add_compensation,
    add_social_levies,
    due,
)
from penitcareer.domain.records import NamedTuple


class Contractuel(NamedTuple):
    """What is paid to a contractuel. Amounts are full-time cents a month. Residence and
    family allowances are only due when the contract is on an index (`sur_indice`). `unites`:
    bonuses paid as worked, whatever the share; `cti`: points paid as to a titulaire."""

    brut: Cents
    sur_indice: bool = False
    taux_residence: TenThousandths = 0
    enfants: int = 0
    quotite: Share = FULL_TIME
    primes: BonusLines = ()
    unites: BonusLines = ()
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    alsace_moselle: bool = False
    cti: int = 0


def contractuel_ledger(law: Law, agent: Contractuel) -> Ledger:
    """Every line of the payslip but the tax."""
    share, values, bases = agent.quotite, law.valeurs, Bases()
    gains = Amounts(remuneration=sums.prorated(agent.brut, share))
    if agent.sur_indice:
        base = sums.residence_base(law, gains["remuneration"], share)
        gains[SMIC_TOP_UP] = sums.differential(law, agent.brut, share)
        gains["indemnite_residence"] = sums.residence(base, agent.taux_residence)
        gains["sft"] = sums.family(law, agent.brut, agent.enfants, share)
        bases["indemnite_residence"] = (base, agent.taux_residence)
    if agent.cti:
        gains["cti"] = sums.traitement(law, agent.cti, share)
    add_bonuses(gains, agent.primes, share)
    add_bonuses(gains, agent.unites, FULL_TIME)
    gross = add_compensation(law, gains, agent.ic_csg, share)
    without_family = gross - gains.get("sft", 0)
    capped = sums.below_ceiling(law, gross)
    held = {
        "vieillesse_plafonnee": sums.percent_of(capped, values.vieillesse_plafonnee),
        "vieillesse_deplafonnee": sums.percent_of(gross, values.vieillesse_deplafonnee),
        "ircantec": sums.ircantec(law, without_family),
    }
    bases["vieillesse_plafonnee"] = (capped, values.vieillesse_plafonnee)
    bases["vieillesse_deplafonnee"] = (gross, values.vieillesse_deplafonnee)
    bases["ircantec"] = (without_family, None)
    if agent.alsace_moselle:
        held["maladie_alsace_moselle"] = sums.percent_of(gross, values.alsace_moselle)
        bases["maladie_alsace_moselle"] = (gross, values.alsace_moselle)
    add_social_levies(law, held, bases, gross, agent.psc_employeur)
    if due(agent.psc_agent):
        held["psc_agent"] = agent.psc_agent
    return Ledger(gains | held, bases)
