"""Random agents for `make oracle`: our payslip of each, and what OpenFisca is told of it."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any, NamedTuple

from penitcareer.domain.pay.bulletin import Bulletin, bulletin_of
from penitcareer.domain.pay.contractuel import Contractuel
from penitcareer.domain.pay.law import Law, law_at
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import Situation, situation_of
from penitcareer.store.catalogue import Catalogue

FIRST, LAST = (2023, 1), (2026, 11)
CORPS = ("cpip", "cea", "aae", "dsp")
SHARES = (50, 60, 70, 80, 90)
# What OpenFisca knows by name: every other gain is told as a bonus.
OWN_GAINS = frozenset({"traitement", "remuneration", "nbi", "indemnite_residence", "sft", "ic_csg"})
UNKNOWN_GAINS = frozenset({"indemnite_differentielle"})


class Case(NamedTuple):
    """An agent on a day, and our payslip; amounts of `lignes` in cents, by line code."""

    jour: date
    request: PayRequest
    law: Law
    situation: Situation
    bulletin: Bulletin
    lignes: dict[str, int]

    @property
    def contractuel(self) -> bool:
        """Whether the agent is a contractuel."""
        return isinstance(self.situation.agent, Contractuel)

    @property
    def part(self) -> float:
        """The share of full time that is paid."""
        share = self.situation.agent.quotite
        return share.numerateur / share.denominateur


def random_requests(catalogue: Catalogue, count: int, seed: int) -> list[tuple[date, PayRequest]]:
    """As many titulaires as contractuels, always the same for a seed."""
    chance = Random(seed)
    makers = (_titulaire, _contractuel)
    return [(_day(chance), makers[rank % 2](chance, catalogue)) for rank in range(count)]


def cases_of(catalogue: Catalogue, requests: Sequence[tuple[date, PayRequest]]) -> list[Case]:
    """The payslips of these requests."""
    return [_case(catalogue, day, request) for day, request in requests]


def _case(catalogue: Catalogue, day: date, request: PayRequest) -> Case:
    law = law_at(catalogue.pay_rules, day)
    situation = situation_of(law, catalogue.pay_books, request)
    bulletin = bulletin_of(law, catalogue.pay_rules.lignes, situation.agent)
    return Case(day, request, law, situation, bulletin, {line.code: line.montant for line in bulletin.lignes})


def _day(chance: Random) -> date:
    months = (LAST[0] - FIRST[0]) * 12 + LAST[1] - FIRST[1]
    month = chance.randint(0, months) + FIRST[1] - 1
    return date(FIRST[0] + month // 12, month % 12 + 1, 1)


def _titulaire(chance: Random, catalogue: Catalogue) -> PayRequest:
    """Half with a corps, hence its PSS and bonuses; half with an index alone."""
    corps = chance.choice((None, *CORPS)) if chance.random() < 0.6 else None
    category = chance.choice((None, None, "A", "B", "C")) if corps is None else None
    return PayRequest(
        corps=None if corps is None else catalogue.corps_of(corps),
        im=chance.randint(340, 400) if chance.random() < 0.25 else chance.randint(353, 1100),
        nbi=chance.choice((0, 0, 0, 10, 20, 50)),
        zone=chance.randint(1, 3),
        enfants=chance.choice((0, 0, 1, 2, 3, 4, 6)),
        quotite=chance.choice(SHARES) if chance.random() < 0.2 else 100,
        primes=chance.choice((0, chance.randint(1_000, 150_000))),
        categorie=category,
        ic_csg=AUTO if chance.random() < 0.15 else 0,
    )


def _contractuel(chance: Random, _catalogue: Catalogue) -> PayRequest:
    """OpenFisca has no contract off the index: those have no child and live in zone 3."""
    indexed = chance.random() < 0.6
    return PayRequest(
        statut="contractuel",
        brut=chance.randint(190_000, 900_000) if chance.random() < 0.9 else chance.randint(1_500_000, 3_500_000),
        sur_indice=indexed,
        zone=chance.randint(1, 3) if indexed else 3,
        enfants=chance.choice((0, 1, 2, 3, 5)) if indexed else 0,
        quotite=chance.choice(SHARES) if chance.random() < 0.2 else 100,
        primes=chance.choice((0, chance.randint(1_000, 100_000))),
        alsace_moselle=chance.random() < 0.2,
    )


def to_openfisca(case: Case) -> dict[str, Any]:
    """What the other side is told; index, share and NBI, never our amounts of them."""
    agent, request = case.situation.agent, case.request
    indexed = not isinstance(agent, Contractuel)
    return {
        "mois": f"{case.jour:%Y-%m}",
        "categorie": "public_titulaire_etat" if indexed else "public_non_titulaire",
        "indice": agent.indice_majore if not isinstance(agent, Contractuel) else 0,
        "part": case.part,
        "nbi": request.nbi,
        "brut": case.lignes.get("remuneration", 0) / 100,
        "primes": bonuses(case, OWN_GAINS | UNKNOWN_GAINS) / 100,
        "zone": f"zone_{request.zone}",
        "enfants": request.enfants,
        "alsace_moselle": request.alsace_moselle,
        "compensatrice": bool(request.ic_csg),
        "imposees": imposed(case),
    }


def bonuses(case: Case, but: frozenset[str]) -> int:
    """Every gain but these, in cents."""
    return sum(line.montant for line in case.bulletin.lignes if line.sens == "gain" and line.code not in but)


def imposed(case: Case) -> dict[str, float]:
    """Our amounts for the lines that OpenFisca is known to compute otherwise, so that all
    that follows from them can be compared."""
    lines = case.lignes
    given = {"plafond_securite_sociale": case.law.valeurs.plafond_ss}
    if case.contractuel:
        given["supplement_familial_traitement"] = lines.get("sft", 0)
        given["vieillesse_plafonnee_salarie"] = -lines["vieillesse_plafonnee"]
        given["vieillesse_deplafonnee_salarie"] = -lines["vieillesse_deplafonnee"]
        if case.request.alsace_moselle:
            given["mmid_salarie"] = -lines["maladie_alsace_moselle"]
        return {name: amount / 100 for name, amount in given.items()}
    pss, transfer = lines.get("pss", 0), lines.get("transfert_primes_points", 0)
    given["indemnite_residence"] = lines.get("indemnite_residence", 0)
    given["supplement_familial_traitement"] = lines.get("sft", 0)
    # Told as a bonus that is neither pensionable nor under RAFP, which fits both.
    given["primes_salaires_non_exonerees"] = pss - transfer
    given["primes_fonction_publique"] = bonuses(case, OWN_GAINS | {"pss"}) + lines.get("ic_csg", 0)
    given["indemnite_compensatrice_csg"] = 0
    if pss:
        given["pension_salarie"] = -lines["pension_civile"] - lines["pension_pss"]
    return {name: amount / 100 for name, amount in given.items()}
