"""The sums of a payslip, each rounded once, as the law says.

Written once for one payslip and for columns of a million: no branch on a value, only
integer operations that `int` and NumPy int64 share. Cents a month, ten-thousandths.
"""

from penitcareer.domain.money import MONTHS, WHOLE, Cents, TenThousandths, divide
from penitcareer.domain.pay.law import FULL_TIME, Law, Share


def least(left: int, right: int) -> int:
    """The smaller of two numbers, or of two columns, pair by pair."""
    return left + (right - left) * (right < left)


def greatest(left: int, right: int) -> int:
    """The larger of two numbers, or of two columns, pair by pair."""
    return left + (right - left) * (right > left)


def percent_of(amount: Cents, rate: TenThousandths) -> Cents:
    """A rate of an amount, to the nearest cent, half up."""
    return divide(amount * rate, WHOLE)


def prorated(amount: Cents, share: Share) -> Cents:
    """A full-time amount for a share of full time, to the nearest cent, half up."""
    return amount if share == FULL_TIME else divide(amount * share.numerateur, share.denominateur)


def traitement(law: Law, indice_majore: int, share: Share = FULL_TIME) -> Cents:
    """Monthly traitement of an index: the year to the nearest cent, then its twelfth, for
    the share of full time, thousandths ignored (décret n° 85-1148, art. 3)."""
    return annual(law, indice_majore) * share.numerateur // (MONTHS * share.denominateur)


def annual(law: Law, indice_majore: int) -> Cents:
    """Yearly traitement of an index at full time."""
    return divide(indice_majore * law.valeurs.point_100, 100)


def overtime(law: Law, year: Cents, hours: int) -> Cents:
    """Overtime: the hours of a year's traitement and residence, raised (décret n° 68-518,
    art. 3)."""
    values = law.valeurs
    return divide(year * hours * (WHOLE + values.heures_sup_majoration), values.heures_sup_annee * WHOLE)


def residence(base: Cents, rate: TenThousandths) -> Cents:
    """Indemnité de résidence, thousandths ignored (décret n° 85-1148, art. 9)."""
    return base * rate // WHOLE


def family(law: Law, base: Cents, enfants: int, share: Share) -> Cents:
    """Supplément familial: a fixed part and a part of the traitement held between two
    indices; part-time prorates it but never below the full-time minimum for as many
    children (décret n° 85-1148, art. 10 et 10 bis). `base`: full-time traitement and NBI."""
    values = law.valeurs
    floor, ceiling = traitement(law, values.sft_plancher), traitement(law, values.sft_plafond)
    fixed, rate = _family_scale(law, enfants)
    held = least(greatest(base, floor), ceiling)
    whole = WHOLE * share.denominateur
    shared = (fixed * WHOLE + rate * held) * share.numerateur // whole
    return greatest(shared, (fixed * WHOLE + rate * floor) // WHOLE)


def _family_scale(law: Law, enfants: int) -> tuple[Cents, TenThousandths]:
    """Fixed part and rate for a number of children."""
    values = law.valeurs
    one, two, more = enfants == 1, enfants == 2, enfants >= 3
    extra = more * (enfants - 3)
    fixed = one * values.sft_fixe_1 + two * values.sft_fixe_2 + more * values.sft_fixe_3 + extra * values.sft_fixe_sup
    rate = two * values.sft_taux_2 + more * values.sft_taux_3 + extra * values.sft_taux_sup
    return fixed, rate


def sujetions(paid: Cents, rate: TenThousandths, floor: Cents) -> Cents:
    """Prime de sujétions spéciales: a rate of the traitement, not below its floor (arrêté
    du 19 septembre 2012)."""
    return greatest(percent_of(paid, rate), floor)


def residence_base(law: Law, base: Cents, share: Share) -> Cents:
    """What the indemnité de résidence is taken on: at least the least index (same article)."""
    return greatest(base, traitement(law, law.valeurs.minimum_traitement, share))


def differential(law: Law, full_traitement: Cents, share: Share) -> Cents:
    """What lifts the traitement to the SMIC, nothing above it (décret n° 91-769, art. 1)."""
    lacking = greatest(law.valeurs.smic - full_traitement, 0)
    return prorated(lacking, share)


def pension(law: Law, base: Cents) -> Cents:
    """Retenue pour pension on what is not PSS (code des pensions, art. L. 61)."""
    return percent_of(base, law.valeurs.pension)


def pension_on_pss(law: Law, pss: Cents, majoration_base: Cents) -> Cents:
    """Retenue on the PSS, and its 2.2 points on traitement and PSS, rounded together (loi
    n° 85-1403, art. 76)."""
    return divide(pss * law.valeurs.pension + majoration_base * law.valeurs.pension_pss_majoration, WHOLE)


def rafp_base(law: Law, eligible: Cents, capped_by: Cents) -> Cents:
    """What RAFP is taken on: bonuses, up to a share of the traitement (décret n° 2004-569)."""
    return least(eligible, percent_of(capped_by, law.valeurs.rafp_plafond))


def rafp(law: Law, eligible: Cents, capped_by: Cents) -> Cents:
    """The agent's RAFP, rounded once."""
    base = least(eligible * WHOLE, capped_by * law.valeurs.rafp_plafond)
    return divide(base * law.valeurs.rafp, WHOLE * WHOLE)


def csg_base(law: Law, reduced: Cents, whole: Cents) -> int:
    """Base of CSG and CRDS in cents times 10 000: `reduced` less its abatement up to some
    ceilings, the rest and `whole` in full (code de la sécurité sociale, art. L. 136-2)."""
    ceiling = law.valeurs.csg_abattement_plafonds * law.valeurs.plafond_ss
    below = least(reduced, ceiling)
    return below * (WHOLE - law.valeurs.csg_abattement) + (reduced - below + whole) * WHOLE


def of_csg_base(base: int, rate: TenThousandths) -> Cents:
    """A rate of a CSG base, to the nearest cent."""
    return divide(base * rate, WHOLE * WHOLE)


def transfert(annual_cap: Cents, eligible: Cents, share: Share) -> Cents:
    """Transfert primes/points: a twelfth of its yearly cap, never more than the bonuses it
    is taken on (loi n° 2015-1785, art. 148)."""
    monthly = divide(annual_cap * share.numerateur, MONTHS * share.denominateur)
    return least(eligible, monthly)


def below_ceiling(law: Law, base: Cents) -> Cents:
    """The part of a pay under the Social Security ceiling."""
    return least(base, law.valeurs.plafond_ss)


def ircantec(law: Law, base: Cents) -> Cents:
    """Ircantec: tranche A up to the ceiling, tranche B up to eight, rounded together
    (décret n° 70-1277, art. 7)."""
    first = below_ceiling(law, base)
    second = least(base, law.valeurs.ircantec_plafonds * law.valeurs.plafond_ss) - first
    return divide(first * law.valeurs.ircantec_a + second * law.valeurs.ircantec_b, WHOLE)


def tax_rate(law: Law, taxable: Cents) -> TenThousandths:
    """Default withholding rate of a net taxable pay (CGI, art. 204 H)."""
    rate = 0 * taxable
    previous = 0
    for bracket in law.impot.tranches:
        rate = rate + (taxable >= bracket.de) * (bracket.taux - previous)
        previous = bracket.taux
    return rate
