"""From what a person says of a pay (corps, échelon, zone…) to an agent of the engine, with
every assumption named."""

from collections.abc import Sequence

from penitcareer.domain.choices import Periode
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Agent, ledger_of, totals_of
from penitcareer.domain.pay.contractuel import Contractuel
from penitcareer.domain.pay.corps import Echelon, Grade, echelon_named, grade_named
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.grants import (
    asked_of,
    bonus_lines,
    granted_of,
    holder_of,
    pss_rate_due,
    unit_lines,
    unknown_pss,
)
from penitcareer.domain.pay.indices import (
    Scales,
    checked_majore,
    majore_of_echelon,
    majore_of_gross,
    majore_of_letter,
)
from penitcareer.domain.pay.known_index import EndPay
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import SMIC_TOP_UP
from penitcareer.domain.pay.primes import Granted, Holder, Prime, pss_floor_rate
from penitcareer.domain.pay.request import PayRequest, refuse_contradictions, refuse_unknown_primes
from penitcareer.domain.pay.residence import default_zone, residence_rate
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.records import NamedTuple

WHOLE_TIME = 100  # percent


class Situation(NamedTuple):
    """A request made exact: the agent, where the index comes from, the bonuses granted and
    those whose amount is unknown. `indice_demande`: before the minimum of traitement.
    `periode`: of a school grade, None once out of school."""

    demande: PayRequest
    agent: Agent
    grade: Grade | None
    echelon: Echelon | None
    indice_demande: int | None
    zone: int
    affectation: str
    primes: tuple[Granted, ...]
    primes_inconnues: tuple[Granted, ...]
    periode: Periode | None = None

    @property
    def manque(self) -> tuple[str, ...]:
        """The names of the bonuses that are due and not counted, for want of their amount."""
        return tuple(item.prime.libelle for item in self.primes_inconnues)


def situation_of(law: Law, books: PayBooks, request: PayRequest) -> Situation:
    """Make a request exact on the day of the law.

    Raises what `refuse_contradictions` raises, UnknownGrade, UnknownEchelon, UnsourcedIndex,
    InvalidIndex, UnknownPrime.
    """
    primes = books.primes
    refuse_contradictions(law, request)
    refuse_unknown_primes(primes, request)
    if request.statut == "contractuel":
        return _contractuel(law, primes, request)
    grade, echelon = post_of(law, request)
    period = period_of(request, grade)
    index = _index(law, books.baremes, request, grade, echelon)
    affectation = request.affectation or (request.corps.affectation if request.corps else "deconcentre")
    granted = granted_of(law, primes, request, holder_of(law, request, grade, affectation, index), of_school(grade))
    paid = tuple(item for item in granted if item.montant is not None)
    corps = request.corps.code if request.corps else None
    rate = pss_rate_due(law, primes, request, grade, affectation, period)
    floor = pss_floor_rate(primes, corps, affectation, law.jour)
    agent = Titulaire(
        indice_majore=max(index, law.valeurs.minimum_traitement),
        nbi=request.nbi,
        taux_residence=residence_rate(law, request.zone),
        enfants=request.enfants,
        quotite=law.quotites[request.quotite],
        pss=rate,
        pss_plancher=floor if rate else 0,
        majoration=period is None,
        cti=sum(item.points for item in paid),
        primes=bonus_lines(paid, request.primes),
        unites=unit_lines(paid, request.prime_unique),
        transfert=_transfer_cap(law, request),
        ic_csg=request.ic_csg,
        psc_agent=request.psc_agent,
        psc_employeur=request.psc_employeur,
    )
    missing = [] if rate else unknown_pss(primes, request, grade, affectation, period)
    unknown = (*missing, *(item for item in granted if item.montant is None))
    zone = request.zone or default_zone(law)
    return Situation(request, agent, grade, echelon, index, zone, affectation, paid, unknown, period)


class PostPay(NamedTuple):
    """What a post pays a month, in cents, without the bonuses that `manque` names."""

    brut: Cents
    fin: EndPay
    manque: tuple[str, ...]


def pay_of_post(law: Law, books: PayBooks, request: PayRequest) -> PostPay:
    """What a request pays, without the lines of its payslip. Raises as `situation_of`."""
    situation = situation_of(law, books, request)
    amounts = ledger_of(law, situation.agent).montants
    totals = totals_of(law, books.lignes, amounts, situation.agent, 0)
    end = EndPay(totals.net_a_payer_avant_impot, bool(amounts.get(SMIC_TOP_UP)))
    return PostPay(totals.brut, end, situation.manque)


def period_of(request: PayRequest, grade: Grade | None) -> Periode | None:
    """The period of a school grade: the one asked for, else the one that its year starts with,
    theory when that is unknown. None out of school. The PSS is paid on placements, not during
    theory, and never the 2.2 points.

    Raises ContradictoryPay for a period out of school, and for part-time during theory.
    """
    if grade is None or not grade.in_training:
        if request.periode is not None:
            raise ContradictoryPay("periode_hors_ecole")
        return None
    phase = request.corps.carriere.phase_of(grade.code) if request.corps else None
    starts_in_placement = phase is not None and phase.placement == 0
    period = request.periode or ("stage" if starts_in_placement else "ecole")
    if period == "ecole" and request.quotite != WHOLE_TIME:
        raise ContradictoryPay("temps_partiel_a_ecole")
    return period


def _contractuel(law: Law, primes: Sequence[Prime], request: PayRequest) -> Situation:
    granted = tuple(asked_of(law, primes, request, Holder(None, None, "deconcentre", None)))
    agent = Contractuel(
        brut=request.brut or 0,
        sur_indice=request.sur_indice,
        taux_residence=residence_rate(law, request.zone),
        enfants=request.enfants,
        quotite=law.quotites[request.quotite],
        primes=bonus_lines(granted, request.primes),
        unites=unit_lines(granted, request.prime_unique),
        ic_csg=request.ic_csg,
        psc_agent=request.psc_agent,
        psc_employeur=request.psc_employeur,
        alsace_moselle=request.alsace_moselle,
        cti=sum(item.points for item in granted),
    )
    zone = request.zone or default_zone(law)
    return Situation(request, agent, None, None, None, zone, "deconcentre", granted, ())


def post_of(law: Law, request: PayRequest) -> tuple[Grade | None, Echelon | None]:
    """The grade and échelon meant: an index given by hand leaves the échelon unknown."""
    if request.corps is None:
        return None, None
    if request.poste is not None:
        return request.poste
    grade = grade_named(request.corps, request.grade, law.jour)
    if any(item is not None for item in (request.im, request.ib, request.lettre)):
        return grade, None
    echelon = echelon_named(request.corps, grade, request.echelon)
    if request.chevron is not None and echelon.lettre is None:
        raise ContradictoryPay("echelon_sans_lettre", echelon.echelon)
    return grade, echelon


def _index(law: Law, scales: Scales, request: PayRequest, grade: Grade | None, echelon: Echelon | None) -> int:
    chevron = request.chevron or 1
    if request.im is not None:
        return checked_majore(scales, request.im)
    if request.ib is not None:
        return majore_of_gross(scales, request.ib, law.jour)
    if request.lettre is not None:
        return majore_of_letter(scales, request.lettre, chevron, law.jour)
    if request.corps is None or grade is None or echelon is None:
        raise ContradictoryPay("ni_corps_ni_indice")
    return majore_of_echelon(scales, request.corps, grade, echelon, chevron, law.jour)


def of_school(grade: Grade | None) -> bool:
    """Whether a grade is one of the school."""
    return grade is not None and grade.in_training


def _transfer_cap(law: Law, request: PayRequest) -> Cents:
    """Yearly cap of the transfert primes/points by category, 0 when none is known."""
    category = request.categorie or (request.corps.categorie_on(law.jour) if request.corps else None)
    return 0 if request.sans_transfert or category is None else law.valeurs.named(law.transferts[category])
