"""The exact net of a gross, beside its estimate."""

from penitcareer.domain.estimate import Estimate
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Agent, Bulletin, bulletin_of
from penitcareer.domain.pay.contractuel import Contractuel
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.records import NamedTuple


class ExactNet(NamedTuple):
    """An estimate, and the payslip of the same monthly gross under a status. `primes`: the
    part of the gross that is bonuses, in cents a month."""

    estimation: Estimate
    bulletin: Bulletin
    statut: str
    primes: Cents
    loi: Law

    @property
    def looks_annual(self) -> bool:
        """Whether the gross is too large for a month."""
        return self.estimation.looks_annual


def exact_net(law: Law, books: PayBooks, estimate: Estimate, statut: str, primes: Cents) -> ExactNet:
    """The payslip of a gross: zone 3, no child, no PSS; a titulaire's gross is all
    traitement but the part given as bonuses.

    Raises ContradictoryPay when the bonuses leave no traitement.
    """
    gross = estimate.mensuel.montant
    if primes >= gross:
        raise ContradictoryPay("primes_trop_fortes")
    bonus = (("primes", primes),) if primes else ()
    agent: Agent
    if statut == "titulaire":
        agent = Titulaire(indice_majore=law.valeurs.minimum_traitement, traitement=gross - primes, primes=bonus)
    else:
        agent = Contractuel(brut=gross - primes, primes=bonus)
    return ExactNet(estimate, bulletin_of(law, books.lignes, agent), statut, primes, law)
