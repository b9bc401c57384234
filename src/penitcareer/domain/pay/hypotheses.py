"""What a payslip assumes: each doubt named, with the euros a month it may change."""

from collections.abc import Iterator

from penitcareer.domain.money import WHOLE, Cents
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Agent, ledger_of, net_before_tax, totals_of
from penitcareer.domain.pay.contractuel import Contractuel
from penitcareer.domain.pay.grants import without_code
from penitcareer.domain.pay.law import FULL_TIME, Law
from penitcareer.domain.pay.ledger import AUTO, SMIC_TOP_UP, TRANSFER, Amounts, base_of
from penitcareer.domain.pay.primes import HOURS, default_primes
from penitcareer.domain.pay.residence import residence_rate
from penitcareer.domain.pay.situation import Situation, of_school, situation_of
from penitcareer.domain.pay.titulaire import Titulaire, pss_floor
from penitcareer.domain.records import NamedTuple

Detail = tuple[str | int | None, ...]


class Hypothese(NamedTuple):
    """An assumption of a result: its sentence, and what it is about here, one or several
    times. `enjeu`: cents a month of net before tax at stake (of tax, where the doubt is on
    it), None when it cannot be told."""

    code: str
    texte: str
    details: tuple[Detail, ...]
    enjeu: Cents | None
    source: str | None


class PayDoubt(NamedTuple):
    """What a payslip is in doubt about: the code of its sentence, what it is about, and the
    agent as it may be instead, each with the value that makes it so (a zone) if there is one.
    `enjeu`: cents of net at stake where no other agent tells them."""

    code: str
    detail: Detail = ()
    autres: tuple[tuple[int | None, Agent], ...] = ()
    enjeu: Cents | None = None


def hypotheses_of(law: Law, books: PayBooks, situation: Situation, amounts: Amounts) -> tuple[Hypothese, ...]:
    """Every assumption that the payslip of a situation makes, in order of the lines."""
    net = totals_of(law, books.lignes, amounts, situation.agent, 0).net_a_payer_avant_impot

    def stake(doubt: PayDoubt) -> Cents | None:
        effects = (abs(net_before_tax(law, books.lignes, other) - net) for _, other in doubt.autres)
        return max(effects, default=doubt.enjeu)

    return tuple(said(doubt, books, stake(doubt)) for doubt in doubts_of(law, books, situation, amounts))


def doubts_of(law: Law, books: PayBooks, situation: Situation, amounts: Amounts) -> list[PayDoubt]:
    """The doubts of a payslip; one that is no doubt on the day of the law is left out."""
    agent = situation.agent
    found = list(_without_corps(law, situation, amounts))
    found += _common(law, situation, agent)
    if isinstance(agent, Titulaire):
        found += _of_school(law, books, situation, agent)
        found += _of_titulaire(law, situation, agent, amounts)
    else:
        found += _of_contractuel(law, agent, amounts)
    found += [*_of_overtime(law, books, situation, agent), *_of_nbi(law, books, situation)]
    return [doubt for doubt in found if books.phrases[doubt.code].in_force(law.jour)]


def said(doubt: PayDoubt, books: PayBooks, stake: Cents | None) -> Hypothese:
    """A doubt in its sentence."""
    wording = books.phrases[doubt.code]
    return Hypothese(doubt.code, wording.texte, (doubt.detail,) if doubt.detail else (), stake, wording.source)


def _instead(other: Agent) -> tuple[tuple[None, Agent], ...]:
    return ((None, other),)


def _common(law: Law, situation: Situation, agent: Agent) -> Iterator[PayDoubt]:
    request = situation.demande
    if law.droit_constant_depuis is not None:
        yield PayDoubt("droit_constant", (law.droit_constant_depuis.isoformat(),))
    if request.zone is None and (request.statut == "titulaire" or request.sur_indice):
        rates = ((item.zone, residence_rate(law, item.zone)) for item in law.zones if item.zone != situation.zone)
        yield PayDoubt("zone_3_par_defaut", (), tuple((z, agent._replace(taux_residence=rate)) for z, rate in rates))
    if not request.psc_agent and not request.psc_employeur:
        yield PayDoubt("psc_absente")
    if request.ic_csg == 0 and request.statut == "titulaire":
        yield PayDoubt("compensatrice_absente", (), _instead(agent._replace(ic_csg=AUTO)))
    if request.ic_csg == AUTO:
        yield PayDoubt("compensatrice_auto", (), _instead(agent._replace(ic_csg=0)))
    if request.taux_impot is None:
        yield PayDoubt("impot_taux_defaut")


def _of_contractuel(law: Law, agent: Contractuel, amounts: Amounts) -> Iterator[PayDoubt]:
    if agent.quotite != FULL_TIME:
        yield PayDoubt("brut_temps_plein")
    if amounts.get(SMIC_TOP_UP):
        yield PayDoubt("smic_differentielle")
    elif agent.brut < law.valeurs.smic:
        yield PayDoubt("brut_sous_smic")
    if agent.cti:
        yield PayDoubt("cti_de_contractuel")


def _of_school(law: Law, books: PayBooks, situation: Situation, agent: Titulaire) -> Iterator[PayDoubt]:
    """Which period of the school it is, and what the other would pay."""
    if situation.periode == "ecole" and situation.affectation != "centrale":
        placed = situation_of(law, books, situation.demande._replace(periode="stage")).agent
        yield PayDoubt("ecole_sans_pss", (), _instead(placed))
    if situation.periode == "stage" and agent.pss:
        yield PayDoubt("stage_pratique", (), _instead(agent._replace(pss=0)))


def _of_titulaire(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts) -> Iterator[PayDoubt]:
    yield from _of_index(law, situation, agent, amounts)
    yield from _of_pss(law, situation, agent, amounts)
    yield from _of_bonuses(situation, agent, amounts)
    yield from _of_rafp(law, agent, amounts)


def _without_corps(law: Law, situation: Situation, amounts: Amounts) -> Iterator[PayDoubt]:
    """What no titulaire is without: the regime of a corps, and the transfert on bonuses."""
    request, agent = situation.demande, situation.agent
    if request.corps is not None or not isinstance(agent, Titulaire):
        return
    yield PayDoubt("regime_du_corps_absent")
    if request.categorie is None and not request.sans_transfert and base_of(law, "transfert", amounts):
        cap = max(law.valeurs.named(code) for code in law.transferts.values())
        yield PayDoubt("transfert_absent", (), _instead(agent._replace(transfert=cap)))


def _of_index(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts) -> Iterator[PayDoubt]:
    request = situation.demande
    if situation.echelon and situation.grade and situation.grade.encadrement:
        supposed = situation.echelon.im_suppose is not None
        yield PayDoubt("indice_suppose" if supposed else "indice_encadre", (situation.grade.encadrement.raison,))
    lettered = request.lettre or (situation.echelon and situation.echelon.lettre)
    if lettered and request.chevron is None:
        yield PayDoubt("premier_chevron")
    if agent.indice_majore == law.valeurs.minimum_traitement and not agent.traitement:
        yield PayDoubt("minimum_traitement_2026")
    if amounts.get(SMIC_TOP_UP):
        yield PayDoubt("smic_differentielle")


def _of_pss(law: Law, situation: Situation, agent: Titulaire, amounts: Amounts) -> Iterator[PayDoubt]:
    if situation.demande.corps is not None and situation.demande.affectation is None:
        yield PayDoubt("affectation_supposee", (), _instead(agent._replace(pss=0)) if agent.pss else ())
    if not agent.pss:
        return
    if agent.majoration:
        yield PayDoubt("base_majoration_pss", (), _instead(agent._replace(majoration_sur_pss=False)))
    if agent.pss_plancher and not law.valeurs.knows("pss_plancher"):
        yield PayDoubt("plancher_pss_inconnu")
    elif amounts["pss"] == pss_floor(law, agent):
        yield PayDoubt("plancher_pss_apres_2024", (), _instead(agent._replace(pss_plancher=0)))
    if agent.nbi:
        yield PayDoubt("nbi_hors_majoration")


def _of_bonuses(situation: Situation, agent: Titulaire, amounts: Amounts) -> Iterator[PayDoubt]:
    if agent.cti:
        yield PayDoubt("cti_hors_majoration")
    for item in situation.primes:
        if item.valeur is not None and item.valeur.confiance == "basse":
            detail = (item.prime.libelle, item.valeur.source.titre)
            without = without_code(agent.primes, item.prime.code)
            yield PayDoubt("prime_par_defaut", detail, _instead(agent._replace(primes=without)))
    for item in situation.primes_inconnues:
        yield PayDoubt("prime_inconnue", (item.prime.libelle,))
    corps, told = situation.demande.corps, situation.demande.categorie
    if amounts.get(TRANSFER) and corps is not None and corps.categorie_reserve and told is None:
        yield PayDoubt("transfert_categorie", (corps.categorie_reserve,), _instead(agent._replace(transfert=0)))


def _of_overtime(law: Law, books: PayBooks, situation: Situation, agent: Agent) -> Iterator[PayDoubt]:
    """Overtime is taxed here as the rest; at stake, the tax that it adds."""
    for item in situation.primes:
        if item.prime.mode == HOURS:
            others = without_code(agent.unites, item.prime.code)
            rate = situation.demande.taux_impot
            taxed, untaxed = (
                totals_of(law, books.lignes, ledger_of(law, one).montants, one, rate).impot
                for one in (agent, agent._replace(unites=others))
            )
            yield PayDoubt("heures_sup_imposees", enjeu=taxed - untaxed)


def _of_nbi(law: Law, books: PayBooks, situation: Situation) -> Iterator[PayDoubt]:
    """The bonuses of the corps that the NBI excludes."""
    request, grade = situation.demande, situation.grade
    if not request.nbi or request.corps is None or request.sans_primes or of_school(grade):
        return
    for item in default_primes(books.primes, request.corps.code, grade.code if grade else None, law.jour):
        if item.prime.sans_nbi and item.prime.code not in request.sans_primes_nommees:
            yield PayDoubt("nbi_sans_prime", (item.prime.libelle,))


def _of_rafp(law: Law, agent: Titulaire, amounts: Amounts) -> Iterator[PayDoubt]:
    """What may not enter the base of RAFP, where that changes its amount; its yearly cap."""
    eligible = base_of(law, "rafp", amounts) + agent.psc_employeur
    capped_by = base_of(law, "plafond_rafp", amounts)
    for code, doubtful in (
        ("psc_dans_rafp", agent.psc_employeur),
        ("transfert_hors_rafp", amounts.get(TRANSFER, 0)),
    ):
        at_stake = amounts["rafp"] - sums.rafp(law, eligible - doubtful, capped_by)
        if at_stake:
            yield PayDoubt(code, enjeu=at_stake)
    if eligible * WHOLE > capped_by * law.valeurs.rafp_plafond:
        yield PayDoubt("rafp_mensuel")
