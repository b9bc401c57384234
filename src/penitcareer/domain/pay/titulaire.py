"""The payslip of a titulaire as amounts by line code."""

from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.law import FULL_TIME, Law, Share
from penitcareer.domain.pay.ledger import (
    SMIC_TOP_UP,
    TRANSFER,
    Amounts,
    Bases,
    BonusLines,
    Ledger,
    add_bonuses,
    add_compensation,
    add_social_levies,
    base_of,
    due,
)
from penitcareer.domain.records import NamedTuple


class Titulaire(NamedTuple):
    """What is paid to a titulaire, and how. Amounts are full-time cents a month.

    `traitement`: a traitement given as such, paid without more, 0 to follow the index.
    `pss`: rate of the prime de sujétions spéciales, 0 for none; `pss_plancher`: rate that
    its floor uses, 0 for no floor. `primes`: (line code, amount); `unites`: the
    same for what is paid as worked (a night, a Sunday), whatever the share. `transfert`:
    yearly cap of the transfert primes/points, 0 for none. `ic_csg`: amount, or AUTO.
    `majoration`: whether the 2.2 points are taken, which the school does not;
    `majoration_sur_pss`: whether they are also taken on the PSS.
    """

    indice_majore: int
    traitement: Cents = 0
    nbi: int = 0
    cti: int = 0
    taux_residence: TenThousandths = 0
    enfants: int = 0
    quotite: Share = FULL_TIME
    pss: TenThousandths = 0
    pss_plancher: TenThousandths = 0
    primes: BonusLines = ()
    unites: BonusLines = ()
    transfert: Cents = 0
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    majoration_sur_pss: bool = True
    majoration: bool = True


def titulaire_ledger(law: Law, agent: Titulaire) -> Ledger:
    """Every line of the payslip but the tax."""
    share, bases = agent.quotite, Bases()
    gains = _indexed_pay(law, agent, bases)
    add_bonuses(gains, agent.primes, share)
    add_bonuses(gains, agent.unites, FULL_TIME)
    gross = add_compensation(law, gains, agent.ic_csg, share)
    held = Amounts()
    transferred = 0
    if agent.transfert:
        transferred = sums.transfert(agent.transfert, base_of(law, "transfert", gains), share)
        held[TRANSFER] = transferred
    _add_pensions(law, agent, gains, held, bases)
    _add_rafp(law, agent, gains, held, bases)
    add_social_levies(law, held, bases, gross - transferred, agent.psc_employeur)
    if due(agent.psc_agent):
        held["psc_agent"] = agent.psc_agent
    return Ledger(gains | held, bases)


def _indexed_pay(law: Law, agent: Titulaire, bases: Bases) -> Amounts:
    """What follows the index: traitement, NBI, CTI, differential, residence, family, PSS."""
    share = agent.quotite
    full = agent.traitement or sums.traitement(law, agent.indice_majore)
    paid = full if agent.traitement else sums.traitement(law, agent.indice_majore, share)
    gains = {"traitement": paid}
    if due(agent.nbi):
        gains["nbi"] = sums.traitement(law, agent.nbi, share)
    if agent.cti:
        gains["cti"] = sums.traitement(law, agent.cti, share)
    if not agent.traitement:
        gains[SMIC_TOP_UP] = sums.differential(law, full, share)
    if due(agent.taux_residence):
        base = base_of(law, "ir", gains)
        gains["indemnite_residence"] = sums.residence(base, agent.taux_residence)
        bases["indemnite_residence"] = (base, agent.taux_residence)
    if due(agent.enfants):
        nbi = sums.traitement(law, agent.nbi) if due(agent.nbi) else 0
        gains["sft"] = sums.family(law, full + nbi, agent.enfants, share)
    if agent.pss:
        gains["pss"] = sums.sujetions(paid, agent.pss, pss_floor(law, agent))
        bases["pss"] = (paid, agent.pss)
    return gains


def _add_pensions(law: Law, agent: Titulaire, gains: Amounts, held: Amounts, bases: Bases) -> None:
    pss = gains.get("pss", 0)
    base = base_of(law, "pension", gains) - pss
    held["pension_civile"] = sums.pension(law, base)
    bases["pension_civile"] = (base, law.valeurs.pension)
    if agent.pss:
        majored = _majored(law, agent, gains, pss)
        held["pension_pss"] = sums.pension_on_pss(law, pss, majored)
        bases["pension_pss"] = (base_of(law, "majoration_pss", gains) if agent.majoration else pss, None)


def _majored(law: Law, agent: Titulaire, gains: Amounts, pss: Cents) -> Cents:
    """What the 2.2 points are taken on: traitement and PSS, nothing at school."""
    if not agent.majoration:
        return 0
    base = base_of(law, "majoration_pss", gains)
    return base if agent.majoration_sur_pss else base - pss


def _add_rafp(law: Law, agent: Titulaire, gains: Amounts, held: Amounts, bases: Bases) -> None:
    eligible = base_of(law, "rafp", gains) + agent.psc_employeur
    capped_by = base_of(law, "plafond_rafp", gains)
    held["rafp"] = sums.rafp(law, eligible, capped_by)
    bases["rafp"] = (sums.rafp_base(law, eligible, capped_by), law.valeurs.rafp)


def pss_floor(law: Law, agent: Titulaire) -> Cents:
    """The PSS of a surveillant at échelon 2, for the same share of full time; 0 where no
    floor applies. While the index of that échelon is unknown, at least the minimum of
    traitement, under which nobody is paid."""
    if not agent.pss_plancher:
        return 0
    values = law.valeurs
    index = values.pss_plancher if values.knows("pss_plancher") else values.minimum_traitement
    return sums.percent_of(sums.traitement(law, index, agent.quotite), agent.pss_plancher)
