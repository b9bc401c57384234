"""What may be asked of a payslip, as the library takes it, and the request that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from penitcareer.api.face import cents, one_of, ten_thousandths, within
from penitcareer.domain import choices
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.payslip_range import PayslipRange, payslips_of
from penitcareer.domain.pay.request import PayRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from penitcareer.api.face import Montant
    from penitcareer.domain.pay.errors import Contradiction
    from penitcareer.domain.pay.law import Law
    from penitcareer.domain.pay.read_payslip import ReadPayslip
    from penitcareer.store.catalogue import Catalogue

AMOUNTS = ("brut", "primes", "prime_unique", "ic_csg", "psc_agent", "psc_employeur")
LISTS = {
    "statut": choices.STATUTS,
    "affectation": choices.AFFECTATIONS,
    "periode": choices.PERIODES,
    "categorie": choices.CATEGORIES_PAID,
}
BOUNDS = {
    "im": choices.IM,
    "ib": choices.IB,
    "chevron": choices.CHEVRONS,
    "nbi": choices.NBI,
}


class Options(TypedDict, total=False):
    """Every fact of a payslip but its corps; one left out is not said. Amounts in euros a
    month at full time, `taux_impot` in percent. The fields of PayRequest."""

    statut: str
    grade: str
    echelon: str | int
    im: int
    ib: int
    lettre: str
    chevron: int
    brut: Montant
    sur_indice: bool
    nbi: int
    zone: int
    enfants: int
    quotite: int
    primes: Montant
    prime_unique: Montant
    primes_nommees: Sequence[str]
    sans_primes_nommees: Sequence[str]
    sans_primes: bool
    affectation: str
    periode: str
    categorie: str
    sans_transfert: bool
    ic_csg: Montant
    psc_agent: Montant
    psc_employeur: Montant
    alsace_moselle: bool
    taux_impot: Montant


class Demande(Options, total=False):
    """The same, and the corps or the métier."""

    corps: str


def request_of(catalogue: Catalogue, asked: Demande) -> PayRequest:
    """The request of what is asked, in the values of the domain."""
    given: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    return PayRequest(**{name: _read(catalogue, name, value) for name, value in given.items()})


def _read(catalogue: Catalogue, name: str, value: Any) -> Any:
    """One of the facts asked, as the domain takes it."""
    if name in LISTS:
        return one_of(name, value, LISTS[name])
    if name in BOUNDS:
        return within(name, value, BOUNDS[name])
    if name in AMOUNTS:
        return AUTO if (name, value) == ("ic_csg", "auto") else cents(value, zero=True, field=name)
    match name:
        case "corps":
            return catalogue.corps_of(value)
        case "taux_impot":
            return ten_thousandths(value)
        case "echelon":
            return str(value)
        case "primes_nommees" | "sans_primes_nommees":
            return tuple(value)
    return value


def payslips_asked(catalogue: Catalogue, law: Law, asked: Demande, per_year: bool) -> Payslip | PayslipRange:
    """The payslip of what is asked, under a law, or those at the ends of a bounded index;
    raises as `payslips_of`."""
    return payslips_of(law, catalogue.pay_books, request_of(catalogue, asked), per_year)


def exact(result: Payslip | PayslipRange, why: Contradiction) -> Payslip:
    """A payslip that is not two. Raises ContradictoryPay, for this reason."""
    if isinstance(result, PayslipRange):
        raise ContradictoryPay(why)
    return result


def read_beside(
    catalogue: Catalogue, result: Payslip | PayslipRange, lu: Mapping[str, Montant], alone: bool
) -> ReadPayslip:
    """A month's payslip beside the amounts read on one's own. Raises ContradictoryPay, UnknownLine."""
    from penitcareer.domain.pay.read_payslip import read_of

    if not alone:
        raise ContradictoryPay("lu_seul")
    read = {code: cents(amount, zero=True) for code, amount in lu.items()}
    return read_of(catalogue.pay_books, exact(result, "lu_encadre"), read)
