"""Lines of a payslip as they are computed: amounts, and the base and rate of each."""

from penitcareer.domain.money import WHOLE, Cents, TenThousandths, divide
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.law import Law, Share
from penitcareer.domain.records import NamedTuple

AUTO = -1
# Lines that the engine computes and others look for.
PSS = "pss"
TRANSFER = "transfert_primes_points"
SMIC_TOP_UP = "indemnite_differentielle"

Amounts = dict[str, Cents]
BonusLines = tuple[tuple[str, Cents], ...]  # the code of each line, and its amount
Bases = dict[str, tuple[Cents, TenThousandths | None]]


class Ledger(NamedTuple):
    """Amounts by line code, in cents a month; for the lines that have one, the base in
    cents, and the rate when there is only one. Lines that are not due are absent."""

    montants: Amounts
    assiettes: Bases


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


def add_bonuses(gains: Amounts, primes: BonusLines, share: Share) -> None:
    """Bonuses for a share of full time, each on its line."""
    for code, amount in primes:
        gains[code] = gains.get(code, 0) + sums.prorated(amount, share)


def add_compensation(law: Law, gains: Amounts, ic_csg: Cents, share: Share) -> Cents:
    """The gross, once the indemnité compensatrice de CSG is added: a share of the gross when
    AUTO (décret n° 2017-1889), else the amount given; a column holds amounts only."""
    gross = base_of(law, "csg", gains)
    if not due(ic_csg):
        return gross
    auto = isinstance(ic_csg, int) and ic_csg == AUTO
    gains["ic_csg"] = sums.percent_of(gross, law.valeurs.ic_csg) if auto else sums.prorated(ic_csg, share)
    return gross + gains["ic_csg"]


def add_social_levies(law: Law, held: Amounts, bases: Bases, reduced: Cents, whole: Cents) -> None:
    """CSG, deductible or not, and CRDS, on `reduced` less its abatement and on `whole` in full."""
    base = sums.csg_base(law, reduced, whole)
    shown = divide(base, WHOLE)
    for code in ("csg_deductible", "csg_non_deductible", "crds"):
        rate = law.valeurs.named(code)
        held[code] = sums.of_csg_base(base, rate)
        bases[code] = (shown, rate)
