"""What a payslip assumes: each doubt named, with the euros a month it may change."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from penitcareer.domain.money import WHOLE, Cents
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Agent, net_before_tax, totals_of
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import AUTO, SMIC_TOP_UP, TRANSFER, Amounts, base_of
from penitcareer.domain.pay.residence import dearest_zone, residence_rate
from penitcareer.domain.pay.situation import Situation, situation_of
from penitcareer.domain.pay.titulaire import Titulaire, pss_floor

Detail = tuple[str | int | None, ...]


class Hypothese(NamedTuple):
    """An assumption of a result: its sentence, and what it is about here, one or several
    times. `enjeu`: cents a month of net before tax at stake, None when it cannot be told."""

    code: str
    texte: str
    details: tuple[Detail, ...]
    enjeu: Cents | None
    source: str | None


def hypotheses_of(law: Law, books: PayBooks, situation: Situation, amounts: Amounts) -> tuple[Hypothese, ...]:
    """Every assumption that the payslip of a situation makes, in order of the lines; one
    that is no doubt on the day of the law is not said."""
    agent = situation.agent
    net = totals_of(law, books.lignes, amounts, agent, 0).net_a_payer_avant_impot

    def stake(other: Agent) -> Cents:
        return abs(net_before_tax(law, books.lignes, other) - net)

    found = list(_common(law, situation, agent, stake))
    if isinstance(agent, Titulaire):
        found += _of_school(law, books, situation, agent, stake)
        found += _of_titulaire(law, situation, agent, amounts, stake)
    return tuple(
        Hypothese(code, wording.texte, (detail,) if detail else (), enjeu, wording.source)
        for code, detail, enjeu in found
        if (wording := books.phrases[code]).in_force(law.jour)
    )


_Found = tuple[str, Detail, Cents | None]
Stake = Callable[[Agent], Cents]


def _common(law: Law, situation: Situation, agent: Agent, stake: Stake) -> Iterator[_Found]:
    request = situation.demande
    if law.constant_since is not None:
        yield "droit_constant", (law.constant_since.isoformat(),), None
    if request.zone is None and (request.statut == "titulaire" or request.sur_indice):
        yield "zone_3_par_defaut", (), stake(agent._replace(taux_residence=residence_rate(law, dearest_zone(law))))
    if not request.psc_agent and not request.psc_employeur:
        yield "psc_absente", (), None
    if request.ic_csg == 0 and request.statut == "titulaire":
        yield "compensatrice_absente", (), stake(agent._replace(ic_csg=AUTO))
    if request.taux_impot is None:
        yield "impot_taux_defaut", (), None


def _of_school(law: Law, books: PayBooks, situation: Situation, agent: Titulaire, stake: Stake) -> Iterator[_Found]:
    """Which period of the school it is, and what the other would pay."""
    if situation.periode == "ecole" and situation.affectation != "centrale":
        placed = situation_of(law, books, situation.demande._replace(periode="stage")).agent
        yield "ecole_sans_pss", (), stake(placed)
    if situation.periode == "stage" and agent.pss:
        yield "stage_pratique", (), stake(agent._replace(pss=0))


def _of_titulaire(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts, stake: Stake) -> Iterator[_Found]:
    yield from _of_index(law, situation, agent, amounts)
    yield from _of_pss(law, situation, agent, amounts, stake)
    yield from _of_bonuses(situation, agent, amounts, stake)
    yield from _of_rafp(law, agent, amounts)


def _of_index(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts) -> Iterator[_Found]:
    request = situation.demande
    if situation.echelon and situation.grade and situation.grade.encadrement:
        supposed = situation.echelon.im_suppose is not None
        yield "indice_suppose" if supposed else "indice_encadre", (situation.grade.encadrement.raison,), None
    lettered = request.lettre or (situation.echelon and situation.echelon.lettre)
    if lettered and request.chevron is None:
        yield "premier_chevron", (), None
    if agent.indice_majore == law.valeurs.minimum_traitement:
        yield "minimum_traitement_2026", (), None
    if amounts.get(SMIC_TOP_UP):
        yield "smic_differentielle", (), None


def _of_pss(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts, stake: Stake) -> Iterator[_Found]:
    if situation.demande.corps is not None and situation.demande.affectation is None:
        yield "affectation_supposee", (), stake(agent._replace(pss=0)) if agent.pss else None
    if not agent.pss:
        return
    yield "base_majoration_pss", (), stake(agent._replace(majoration_sur_pss=False))
    if agent.pss_plancher and not law.valeurs.knows("pss_plancher"):
        yield "plancher_pss_inconnu", (), None
    elif amounts["pss"] == pss_floor(law, agent):
        yield "plancher_pss_apres_2024", (), stake(agent._replace(pss_plancher=0))
    if agent.nbi:
        yield "nbi_hors_majoration", (), None


def _of_bonuses(situation: Situation, agent: Titulaire, amounts: Amounts, stake: Stake) -> Iterator[_Found]:
    if agent.cti:
        yield "cti_hors_majoration", (), None
    for item in situation.primes:
        if item.valeur is not None and item.valeur.confiance == "basse":
            detail = (item.prime.libelle, item.valeur.source.titre)
            without = tuple(line for line in agent.primes if line[0] != item.prime.code)
            yield "prime_par_defaut", detail, stake(agent._replace(primes=without))
    for item in situation.primes_inconnues:
        yield "prime_inconnue", (item.prime.libelle,), None
    corps, told = situation.demande.corps, situation.demande.categorie
    if amounts.get(TRANSFER) and corps is not None and corps.categorie_reserve and told is None:
        yield "transfert_categorie", (corps.categorie_reserve,), stake(agent._replace(transfert=0))


def _of_rafp(law: Law, agent: Titulaire, amounts: Amounts) -> Iterator[_Found]:
    """What may not enter the base of RAFP, where that changes its amount; its yearly cap."""
    eligible = base_of(law, "rafp", amounts) + agent.psc_employeur
    capped_by = base_of(law, "plafond_rafp", amounts)
    for code, doubtful in (
        ("psc_dans_rafp", agent.psc_employeur),
        ("transfert_hors_rafp", amounts.get(TRANSFER, 0)),
    ):
        at_stake = amounts["rafp"] - sums.rafp(law, eligible - doubtful, capped_by)
        if at_stake:
            yield code, (), at_stake
    if eligible * WHOLE > capped_by * law.valeurs.rafp_plafond:
        yield "rafp_mensuel", (), None
