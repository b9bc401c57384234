"""The payslip of a titulaire as amounts by line code."""

from typing import NamedTuple

from penitcareer.domain.money import Cents, TenThousandths, divide
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.law import FULL_TIME, Law, Share

Amounts = dict[str, Cents]
AUTO = -1


class Titulaire(NamedTuple):
    """What is paid to a titulaire, and how. Amounts are full-time cents a month.

    `traitement`: a traitement given as such, 0 to follow the index.
    `pss`: rate of the prime de sujétions spéciales, 0 for none; `pss_plancher`: rate that
    its floor uses, 0 for no floor. `primes`: (line code, amount). `transfert`: yearly cap
    of the transfert primes/points, 0 for none. `ic_csg`: amount, or AUTO.
    `majoration_sur_pss`: whether the 2.2 points are also taken on the PSS.
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
    primes: tuple[tuple[str, Cents], ...] = ()
    transfert: Cents = 0
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    majoration_sur_pss: bool = True


def titulaire_amounts(law: Law, agent: Titulaire) -> Amounts:
    """Every line of the payslip but the tax, in cents a month; absent lines are not due."""
    share = agent.quotite
    gains = _indexed_pay(law, agent)
    add_bonuses(gains, agent.primes, share)
    gross = add_compensation(law, gains, agent.ic_csg, share)
    held: Amounts = {}
    if agent.transfert:
        held["transfert_primes_points"] = sums.transfert(agent.transfert, base_of(law, "transfert", gains), share)
    pss = gains.get("pss", 0)
    held["pension_civile"] = sums.pension(law, base_of(law, "pension", gains) - pss)
    if agent.pss:
        majoration_base = base_of(law, "majoration_pss", gains)
        held["pension_pss"] = sums.pension_on_pss(
            law, pss, majoration_base if agent.majoration_sur_pss else majoration_base - pss
        )
    eligible = base_of(law, "rafp", gains) + agent.psc_employeur
    held["rafp"] = sums.rafp(law, eligible, base_of(law, "plafond_rafp", gains))
    held |= social_levies(law, gross - held.get("transfert_primes_points", 0), agent.psc_employeur)
    if agent.psc_agent:
        held["psc_agent"] = agent.psc_agent
    return gains | held


def due(value: int) -> bool:
    """Whether a line may be due at all: no for a plain zero, yes for a column of values."""
    return not isinstance(value, int) or value != 0


def base_of(law: Law, base: str, amounts: Amounts) -> Cents:
    """The sum of the lines that enter a base, by the table kept as data."""
    members = law.assiettes[base]
    total = 0
    for code, amount in amounts.items():
        if code in members:
            total = total + amount
    return total


def social_levies(law: Law, reduced: Cents, whole: Cents) -> Amounts:
    """CSG, deductible or not, and CRDS."""
    base = sums.csg_base(law, reduced, whole)
    return {
        code: sums.of_csg_base(base, law.valeurs[code]) for code in ("csg_deductible", "csg_non_deductible", "crds")
    }


def _indexed_pay(law: Law, agent: Titulaire) -> Amounts:
    """What follows the index: traitement, NBI, CTI, differential, residence, family, PSS."""
    share = agent.quotite
    full = agent.traitement or sums.traitement(law, agent.indice_majore)
    paid = full if agent.traitement else sums.traitement(law, agent.indice_majore, share)
    gains = {"traitement": paid}
    if agent.nbi:
        gains["nbi"] = sums.traitement(law, agent.nbi, share)
    if agent.cti:
        gains["cti"] = sums.traitement(law, agent.cti, share)
    gains["indemnite_differentielle"] = sums.differential(law, full, share)
    if due(agent.taux_residence):
        gains["indemnite_residence"] = sums.residence(base_of(law, "ir", gains), agent.taux_residence)
    if due(agent.enfants):
        nbi = sums.traitement(law, agent.nbi) if agent.nbi else 0
        gains["sft"] = sums.family(law, full + nbi, agent.enfants, share)
    if agent.pss:
        gains["pss"] = sums.sujetions(paid, agent.pss, pss_floor(law, agent))
    return gains


def pss_floor(law: Law, agent: Titulaire) -> Cents:
    """The PSS of a surveillant at échelon 2, for the same share of full time; 0 where no
    floor applies or its index is unknown on the day."""
    if not agent.pss_plancher or "pss_plancher" not in law.valeurs:
        return 0
    return sums.percent_of(sums.traitement(law, law.valeurs["pss_plancher"], agent.quotite), agent.pss_plancher)


def add_bonuses(gains: Amounts, primes: tuple[tuple[str, Cents], ...], share: Share) -> None:
    """Bonuses for the share of full time, each on its line."""
    for code, amount in primes:
        gains[code] = gains.get(code, 0) + divide(amount * share.numerateur, share.denominateur)


def add_compensation(law: Law, gains: Amounts, ic_csg: Cents, share: Share) -> Cents:
    """The gross, once the indemnité compensatrice de CSG is added: 0.76 % of the gross when
    AUTO (décret n° 2017-1889), else the amount given."""
    gross = base_of(law, "csg", gains)
    if not ic_csg:
        return gross
    given = divide(ic_csg * share.numerateur, share.denominateur)
    gains["ic_csg"] = sums.percent_of(gross, law.valeurs["ic_csg"]) if ic_csg == AUTO else given
    return gross + gains["ic_csg"]
