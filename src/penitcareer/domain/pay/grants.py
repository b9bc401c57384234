"""The bonuses of a request: those of its corps, those asked for by name, its PSS."""

from collections.abc import Sequence

from penitcareer.domain.choices import Periode
from penitcareer.domain.money import MONTHS, Cents, TenThousandths
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.corps import Grade
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import PSS, BonusLines
from penitcareer.domain.pay.primes import (
    RATE,
    Granted,
    Holder,
    Prime,
    asked_prime,
    default_primes,
    has_pss,
    pss_of,
    pss_rate,
    refuse_too_many,
)
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.residence import residence_rate


def pss_rate_due(
    law: Law,
    primes: Sequence[Prime],
    request: PayRequest,
    grade: Grade | None,
    affectation: str,
    period: Periode | None,
) -> TenThousandths:
    """The rate of PSS of a post, 0 when none is due or it is unknown."""
    if request.corps is None or _without_pss(request, period):
        return 0
    return pss_rate(primes, request.corps.code, grade.code if grade else None, affectation, law.jour)


def _without_pss(request: PayRequest, period: Periode | None) -> bool:
    return request.sans_primes or PSS in request.sans_primes_nommees or period == "ecole"


def unknown_pss(
    primes: Sequence[Prime], request: PayRequest, grade: Grade | None, affectation: str, period: Periode | None
) -> list[Granted]:
    """The PSS of a corps that has one, when its rate is unknown on the day, or for the
    placements of a school grade."""
    if request.corps is None or _without_pss(request, period):
        return []
    own = pss_of(primes, request.corps.code, grade.code if grade else None, affectation)
    if own is None and not (period and has_pss(primes, request.corps.code, affectation)):
        return []
    return [Granted(prime, None, None) for prime in primes if prime.mode == RATE]


def holder_of(law: Law, request: PayRequest, grade: Grade | None, affectation: str, index: int) -> Holder:
    """Who asks for bonuses, with the year that overtime is paid on."""
    paid = max(index, law.valeurs.minimum_traitement)
    month = sums.traitement(law, paid) + sums.traitement(law, request.nbi)
    year = sums.annual(law, paid) + MONTHS * sums.residence(month, residence_rate(law, request.zone))
    corps = request.corps.code if request.corps else None
    return Holder(corps, grade.code if grade else None, affectation, year)


def granted_of(
    law: Law, primes: Sequence[Prime], request: PayRequest, holder: Holder, at_school: bool
) -> tuple[Granted, ...]:
    """The corps' own monthly bonuses, less those left out, and those asked for."""
    own: tuple[Granted, ...] = ()
    if holder.corps and not request.sans_primes and not at_school:
        own = default_primes(primes, holder.corps, holder.grade, law.jour)
    own = tuple(item for item in own if item.prime.code not in request.sans_primes_nommees)
    asked = asked_of(law, primes, request, holder)
    if request.nbi:
        own = tuple(item for item in own if not item.prime.sans_nbi)
        for item in asked:
            if item.prime.sans_nbi:
                raise ContradictoryPay("nbi_et_prime", item.prime.code)
    named = {item.prime.code for item in asked}
    return (*(item for item in own if item.prime.code not in named), *asked)


def asked_of(law: Law, primes: Sequence[Prime], request: PayRequest, holder: Holder) -> list[Granted]:
    """The bonuses asked for by name: one that is not counted is paid once."""
    asked = [asked_prime(primes, name, holder, law) for name in request.primes_nommees]
    refuse_too_many(asked, law.jour)
    once = [item.prime.code for item in asked if not item.prime.by_unit]
    for code in once:
        if once.count(code) > 1:
            raise ContradictoryPay("prime_deux_fois", code)
    return asked


def bonus_lines(granted: Sequence[Granted], other: Cents) -> BonusLines:
    """Bonuses that follow the share of full time; points are paid on a line of their own."""
    kept = [item for item in granted if not item.prime.by_unit and not item.points]
    lines = [(item.prime.code, item.montant or 0) for item in kept]
    return (*lines, ("primes", other)) if other else tuple(lines)


def without_code(lines: BonusLines, code: str) -> BonusLines:
    """The bonuses but one."""
    return tuple((other, amount) for other, amount in lines if other != code)


def unit_lines(granted: Sequence[Granted], once: Cents) -> BonusLines:
    """Bonuses paid as worked, and the one paid once."""
    lines = tuple((item.prime.code, item.montant or 0) for item in granted if item.prime.by_unit)
    return (*lines, ("prime_unique", once)) if once else lines
