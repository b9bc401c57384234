"""What a person asks of a payslip, and what is refused before any sum."""

from collections.abc import Sequence

from penitcareer.domain.choices import MOST_CHILDREN, ZONES, Periode
from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.pay.corps import Corps, Echelon, Grade
from penitcareer.domain.pay.errors import ContradictoryPay, NotInLaw, TooManyChildren, UnknownPrime
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.pay.residence import residence_rate
from penitcareer.domain.records import NamedTuple


class PayRequest(NamedTuple):
    """What was asked. None: not said. Amounts in full-time cents a month, but `prime_unique`,
    paid once and as it is. `periode`: of a school grade, None for the one that its year starts
    with. `poste`: the grade and échelon themselves, for who already knows them."""

    statut: str = "titulaire"
    corps: Corps | None = None
    grade: str | None = None
    echelon: str | None = None
    im: int | None = None
    ib: int | None = None
    lettre: str | None = None
    chevron: int | None = None
    brut: Cents | None = None
    nbi: int = 0
    zone: int | None = None
    enfants: int = 0
    quotite: int = 100
    primes: Cents = 0
    prime_unique: Cents = 0
    primes_nommees: tuple[str, ...] = ()
    sans_primes_nommees: tuple[str, ...] = ()
    sans_primes: bool = False
    affectation: str | None = None
    categorie: str | None = None
    sans_transfert: bool = False
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    alsace_moselle: bool = False
    sur_indice: bool = False
    poste: tuple[Grade, Echelon | None] | None = None
    periode: Periode | None = None
    taux_impot: TenThousandths | None = None


def refuse_contradictions(law: Law, request: PayRequest) -> None:
    """Raise ContradictoryPay, NotInLaw or TooManyChildren for a request that makes no sense."""
    indices = [request.im, request.ib, request.lettre, request.echelon]
    if sum(index is not None for index in indices) > 1:
        raise ContradictoryPay("plusieurs_indices")
    if request.quotite not in law.quotites:
        raise NotInLaw("quotite", request.quotite, sorted(law.quotites))
    if not 0 <= request.enfants <= MOST_CHILDREN:
        raise TooManyChildren(MOST_CHILDREN)
    if request.zone not in (None, *ZONES):
        raise NotInLaw("zone", request.zone, ZONES)
    of_letter = request.lettre or request.echelon or request.poste
    if request.chevron is not None and of_letter is None:
        raise ContradictoryPay("chevron_sans_lettre")
    _refuse_for_status(law, request)


def _refuse_for_status(law: Law, request: PayRequest) -> None:
    if request.statut == "contractuel":
        _refuse_for_contractuel(law, request)
        return
    if request.brut is not None:
        raise ContradictoryPay("brut_de_titulaire")
    if request.alsace_moselle:
        raise ContradictoryPay("alsace_moselle_de_titulaire")
    if request.sur_indice:
        raise ContradictoryPay("indice_de_titulaire")
    if request.corps is None and all(item is None for item in (request.im, request.ib, request.lettre)):
        raise ContradictoryPay("ni_corps_ni_indice")
    if request.corps is None and (request.grade or request.echelon):
        raise ContradictoryPay("grade_sans_corps")


def _refuse_for_contractuel(law: Law, request: PayRequest) -> None:
    if not request.brut:
        raise ContradictoryPay("contractuel_sans_brut")
    indexed = (request.corps, request.im, request.ib, request.lettre, request.echelon, request.categorie)
    of_corps = (request.grade, request.affectation, request.periode, *request.sans_primes_nommees)
    if any(item is not None for item in (*indexed, *of_corps)) or request.nbi:
        raise ContradictoryPay("corps_de_contractuel")
    if request.ic_csg == AUTO:
        raise ContradictoryPay("compensatrice_de_contractuel")
    if request.sans_primes or request.sans_transfert:
        raise ContradictoryPay("retrait_de_contractuel")
    if (residence_rate(law, request.zone) or request.enfants) and not request.sur_indice:
        raise ContradictoryPay("allocation_sans_indice")


def refuse_unknown_primes(known: Sequence[Prime], request: PayRequest) -> None:
    """A bonus to leave out must exist: a slip of the keyboard would leave it in."""
    codes = [prime.code for prime in known]
    for name in request.sans_primes_nommees:
        if name not in codes:
            raise UnknownPrime(name, "inconnue", codes)
