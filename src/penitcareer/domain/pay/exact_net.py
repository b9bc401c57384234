"""The net of a gross by the lines of a payslip, beside its estimate."""

from bisect import bisect_right

from penitcareer.domain.estimate import Estimate
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Bulletin, bulletin_from, ledger_of, totals_of
from penitcareer.domain.pay.corps import Corps, Grade
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.hypotheses import Hypothese, hypotheses_of
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import Situation, situation_of
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.records import NamedTuple

INEXACT = ("prime_par_defaut", "prime_inconnue", "psc_absente", "brut_sous_smic")


class ExactNet(NamedTuple):
    """An estimate, and the payslip of the same monthly gross under a status. `primes`: the
    part of the gross that is bonuses, in cents a month; with a corps, beside its own.
    `indice`: the index of the corps that pays this gross, None when none does."""

    estimation: Estimate
    bulletin: Bulletin
    statut: str
    primes: Cents
    loi: Law
    corps: Corps | None
    grade: Grade | None
    indice: int | None
    hypotheses: tuple[Hypothese, ...]
    manque: tuple[str, ...] = ()

    @property
    def parait_annuel(self) -> bool:
        """Whether the gross is too large for a month."""
        return self.estimation.parait_annuel

    @property
    def exact(self) -> bool:
        """Whether somebody is paid this payslip: no titulaire is without a corps, nor between two
        indices, and no amount of it is supposed or left out."""
        paid = self.statut == "contractuel" or self.indice is not None
        return paid and not any(item.code in INEXACT for item in self.hypotheses)


def exact_net(
    law: Law, books: PayBooks, estimate: Estimate, statut: str, primes: Cents, corps: Corps | None = None
) -> ExactNet:
    """The payslip of a gross: zone 3, no child. Without a corps, a titulaire's gross is all
    traitement but the part given as bonuses, and no PSS is counted.

    Raises ContradictoryPay when the bonuses leave no traitement, or the corps pays more.
    """
    gross = estimate.mensuel.montant
    if primes >= gross:
        raise ContradictoryPay("primes_trop_fortes")
    if statut == "contractuel":
        request = PayRequest(statut=statut, corps=corps, brut=gross - primes, primes=primes)
        return _of(law, books, estimate, situation_of(law, books, request), None)
    if corps is not None:
        return _in_corps(law, books, estimate, PayRequest(corps=corps, primes=primes))
    bare = situation_of(law, books, PayRequest(im=law.valeurs.minimum_traitement, primes=primes))
    paid = _paying(bare, gross - primes)
    return _of(law, books, estimate, paid, None)


def _paying(situation: Situation, traitement: Cents) -> Situation:
    """The same situation, where a titulaire is paid this traitement."""
    agent = situation.agent
    given = agent._replace(traitement=traitement) if isinstance(agent, Titulaire) else agent
    return situation._replace(agent=given)


def _of(law: Law, books: PayBooks, estimate: Estimate, situation: Situation, index: int | None) -> ExactNet:
    agent, asked = situation.agent, situation.demande
    ledger = ledger_of(law, agent)
    bulletin = bulletin_from(law, books.lignes, agent, ledger, None)
    doubts = hypotheses_of(law, books, situation, ledger.montants)
    of = (asked.corps, situation.grade, index)
    return ExactNet(estimate, bulletin, asked.statut, asked.primes, law, *of, doubts, situation.manque)


def _in_corps(law: Law, books: PayBooks, estimate: Estimate, request: PayRequest) -> ExactNet:
    """The index of the corps that pays the gross, else the traitement that makes it up."""
    gross = estimate.mensuel.montant

    def at(index: int) -> Situation:
        return situation_of(law, books, request._replace(im=index))

    def paid(situation: Situation) -> Cents:
        agent = situation.agent
        return totals_of(law, books.lignes, ledger_of(law, agent).montants, agent, 0).brut

    indices = range(law.valeurs.minimum_traitement, books.baremes.majores.max + 1)
    rank = bisect_right(indices, gross, key=lambda index: paid(at(index))) - 1
    if rank < 0:
        raise ContradictoryPay("brut_sous_corps", request.corps.code if request.corps else "")
    situation = at(indices[rank])
    if paid(situation) < gross and rank == len(indices) - 1:
        raise ContradictoryPay("brut_sur_corps", request.corps.code if request.corps else "")
    if paid(situation) == gross:
        return _of(law, books, estimate, situation, indices[rank])
    most = bisect_right(range(1, gross + 1), gross, key=lambda amount: paid(_paying(situation, amount)))
    return _of(law, books, estimate, _paying(situation, most), None)
