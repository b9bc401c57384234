"""The payslips at the ends of an échelon whose index is bounded, and what lies between."""

from collections.abc import Callable

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Echelon, Grade
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.known_index import EndPay, KnownIndex, at_index, index_of, least_net
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import SMIC_TOP_UP
from penitcareer.domain.pay.payslip import Payslip, payslip_of
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import post_of
from penitcareer.domain.records import NamedTuple


class PayslipRange(NamedTuple):
    """The payslips at both ends of an index that is not exact; no `haut` for a floor.
    `net_min`: the least net before tax of the range, perhaps between its ends."""

    indice: KnownIndex
    bas: Payslip
    haut: Payslip | None
    net_min: Cents

    @property
    def loi(self) -> Law:
        """The law of both payslips."""
        return self.bas.loi


def payslips_of(law: Law, books: PayBooks, request: PayRequest, per_year: bool = False) -> Payslip | PayslipRange:
    """The payslip of a request, or those at the ends of an échelon whose index is bounded.
    Raises as `situation_of`."""

    def paid(asked: PayRequest) -> Payslip:
        return payslip_of(law, books, asked, per_year)

    try:
        slip = paid(request)
    except (UnsourcedIndex, InvalidIndex):
        found = bounded(law, books, request)
        if found is None:
            raise
        return _at_ends(paid, found)
    situation = slip.situation
    return slip._replace(indice=known_of(law, books, request, situation.grade, situation.echelon))


def known_of(
    law: Law, books: PayBooks, request: PayRequest, grade: Grade | None, echelon: Echelon | None
) -> KnownIndex | None:
    """What is known of the index of the échelon of a request, None for an index given by hand."""
    if request.corps is None or grade is None or echelon is None:
        return None
    return index_of(law, books.baremes, request.corps, grade, echelon, request.chevron or 1)


class Bounded(NamedTuple):
    """What is known of an index that is not exact, and the same request at one of its indices."""

    indice: KnownIndex
    at: Callable[[int], PayRequest]


def bounded(law: Law, books: PayBooks, request: PayRequest) -> Bounded | None:
    """A request whose échelon has no exact index, None when nothing is known of that index."""
    grade, echelon = post_of(law, request)
    known = known_of(law, books, request, grade, echelon)
    if grade is None or echelon is None or known is None:
        return None
    placed = request._replace(grade=None, echelon=None)

    def at(index: int, grade: Grade = grade, echelon: Echelon = echelon) -> PayRequest:
        return placed._replace(poste=(grade, at_index(echelon, index)))

    return Bounded(known, at)


def _at_ends(paid: Callable[[PayRequest], Payslip], found: Bounded) -> Payslip | PayslipRange:
    known = found.indice

    def paid_at(index: int) -> Payslip:
        return paid(found.at(index))._replace(indice=known)

    low = paid_at(known.min)
    if known.max == known.min:
        return low
    least = least_net(known, _end(low), lambda index: _end(paid_at(index)))
    return PayslipRange(known, low, None if known.max is None else paid_at(known.max), least)


def _end(slip: Payslip) -> EndPay:
    topped_up = any(line.code == SMIC_TOP_UP for line in slip.bulletin.lignes)
    return EndPay(slip.bulletin.totaux.net_a_payer_avant_impot, topped_up)
