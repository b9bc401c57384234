"""Who may take which route: yes, no, or unknown, and never yes on a missing fact.

Three values: one false condition makes the answer « non », whatever is unknown; else one
unknown makes it « inconnu »; else it is « oui ». So a fact more may settle an unknown, and
never unsettles a yes (docs/acces.md).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from penitcareer.domain.choices import AUCUN
from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.entry.reason import Reason
from penitcareer.domain.entry.waivers import Waivers, over_age, under_level
from penitcareer.domain.metiers.metier import Exigences, Metier, Voie
from penitcareer.domain.names import fold
from penitcareer.domain.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from penitcareer.domain.pay.corps_names import CorpsNames

OUI, INCONNU, NON = "oui", "inconnu", "non"
ANSWERS = (OUI, INCONNU, NON)
FRENCH = "francaise"
CONTRACT = "contrat"  # the nature of the routes that any nationality may take
WITHIN = {"service_social": "social"}  # a diploma of the first field is one of the second
AGEING = ("age", "services", "activite", "anciennete")  # the facts that time alone raises
RAISED_BY_TIME = frozenset(("age_min", "services", "activite", "anciennete"))
NOT_KNOWN = Reason("exige", False)  # a route whose conditions no record says
SOON = 3  # years: further, « dans 9 ans » is no news


class Answer(NamedTuple):
    """One route of a métier (`voie` None: the record names none). `raisons`: every failing
    condition of a « non », everything unknown of an « inconnu », nothing for a « oui ».
    `dans_ans`: the years after which a « non » would no longer be one, None when time alone
    does not open it soon."""

    metier: str
    titre: str
    voie: str | None
    nature: str | None
    reponse: str
    raisons: tuple[Reason, ...]
    sigle: str | None = None
    dans_ans: int | None = None


class Wait(NamedTuple):
    """How many unknown answers wait for a fact, and how many for that one alone."""

    fait: str
    reponses: int
    seules: int


class Eligibility(NamedTuple):
    """Every answer, yes first, then unknown, then no; the facts they wait for, the most
    useful first; the métiers whose answer waits for a nationality that their record does not
    say; what the law lifts for some; what the corps of the profile is called."""

    profil: Profile
    reponses: tuple[Answer, ...]
    attentes: tuple[Wait, ...]
    nationalite_non_dite: tuple[str, ...]
    dispenses: Waivers
    corps: CorpsNames | None = None


def eligibility(
    metiers: Iterable[Metier], profile: Profile, waivers: Waivers, corps: Sequence[CorpsNames] = ()
) -> Eligibility:
    """What each route of each métier answers to a profile. `corps`: what those of the data are
    called, the conditions name them by their codes."""
    known = tuple(metiers)
    sigles = {one.code: one.sigle for one in corps}
    answers = [_called(answer, sigles) for metier in known for answer in answers_of(metier, profile, waivers)]
    answers.sort(key=lambda answer: ANSWERS.index(answer.reponse))
    own = next((one for one in corps if one.code == profile.corps), None)
    return Eligibility(profile, tuple(answers), _waits(answers), _silent(known, answers), waivers, own)


def _called(answer: Answer, sigles: Mapping[str, str]) -> Answer:
    """The same answer, whose reasons name each corps by its acronym."""
    if not any(one.code == "corps" for one in answer.raisons):
        return answer
    reasons = (
        one._replace(noms=tuple(sigles.get(code, code) for code in one.noms)) if one.code == "corps" else one
        for one in answer.raisons
    )
    return answer._replace(raisons=tuple(reasons))


def answers_of(metier: Metier, profile: Profile, waivers: Waivers) -> tuple[Answer, ...]:
    """One answer a route; one for the whole métier when its record names no route."""
    routes = metier.acces.voies if metier.acces else ()
    if metier.recrutement is False:
        closed = Reason("ferme", True, noms=(metier.remplace_par,) if metier.remplace_par else ())
        return tuple(_answer(metier, route, closed) for route in routes or (None,))
    if not routes:
        return (_answer(metier, None, Reason("voies", False)),)
    return tuple(_timed(metier, route, profile, waivers) for route in routes)


def _timed(metier: Metier, route: Voie, profile: Profile, waivers: Waivers) -> Answer:
    """The answer of a route, with the years that time alone needs to open it: those already
    begun go on, the others do not start by themselves."""
    answer = _answer(metier, route, *_reasons(metier, route, profile, waivers))
    if answer.reponse != NON or not all(reason.code in RAISED_BY_TIME for reason in answer.raisons):
        return answer
    years = max((reason.demande or 0) - (reason.donne or 0) for reason in answer.raisons)
    older = {fact: had + years for fact in AGEING if (had := getattr(profile, fact))}
    later = _answer(metier, route, *_reasons(metier, route, profile._replace(**older), waivers))
    waits = {fact for reason in later.raisons for fact in reason.manque or ("",)}
    return answer._replace(dans_ans=years) if years <= SOON and waits <= {"nationalite"} else answer


def _answer(metier: Metier, route: Voie | None, *reasons: Reason) -> Answer:
    failing = tuple(reason for reason in reasons if reason.echec)
    reponse = NON if failing else INCONNU if reasons else OUI
    name, nature = (route.voie, route.nature) if route else (None, None)
    return Answer(metier.code, metier.titre, name, nature, reponse, failing or reasons, metier.sigle, None)


def _reasons(metier: Metier, route: Voie, profile: Profile, waivers: Waivers) -> Iterator[Reason]:
    """Every condition of a route that does not hold, or is not known to hold."""
    if route.exige is None:
        yield NOT_KNOWN
    else:
        yield from _demands(route, route.exige, profile, waivers)
    if _makes_titulaire(metier, route):
        yield from _nationality(metier.acces.nationalite if metier.acces else None, profile.nationalite)


def _makes_titulaire(metier: Metier, route: Voie) -> bool:
    """Whether a route leads to a post of titulaire, which asks for a nationality."""
    return route.nature != CONTRACT and metier.statuts != ("contractuel",)


def _demands(route: Voie, demands: Exigences, profile: Profile, waivers: Waivers) -> Iterator[Reason]:
    yield from under_level(route, demands, profile, waivers)
    yield from _field(demands, profile)
    if demands.age_min is not None:
        yield from _at_least("age_min", demands.age_min, profile.age, "age")
    yield from over_age(demands, profile, waivers)
    yield from _services(demands.services, profile)
    yield from _at_least("activite", demands.activite, profile.activite)
    yield from _corps(demands, profile)
    for text in demands.a_verifier:
        yield Reason("a_verifier", False, noms=(text,))


@cache
def _nationality(demanded: str | None, given: str | None) -> tuple[Reason, ...]:
    """One rule for every post of titulaire: being French suffices unless the record says
    otherwise, not being so suffices nowhere, and is a « no » where only « française » is written.
    Answered once for the few texts that thousands of records share."""
    words = [FRENCH] if demanded is None else fold(demanded).split()
    names = () if demanded is None else (demanded,)
    if FRENCH in words and given == FRENCH:
        return ()
    if FRENCH in words and given is None:
        return (Reason("nationalite", False, noms=names, manque=("nationalite",)),)
    return (Reason("nationalite", demanded is not None and words == [FRENCH], noms=names),)


def _field(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    if not demands.domaines:
        return
    if profile.niveau == 0:
        yield Reason("domaine", True, noms=demands.domaines)
    elif profile.domaines is None:
        yield Reason("domaine", False, noms=demands.domaines, manque=("domaine",))
    else:
        fields = {*profile.domaines, *(WITHIN[field] for field in profile.domaines if field in WITHIN)}
        if not fields & set(demands.domaines):
            yield Reason("domaine", True, noms=demands.domaines)


def _services(demanded: int | None, profile: Profile) -> Iterator[Reason]:
    """Years in a corps are years of services, when these are not said."""
    if profile.services is None and demanded and (profile.anciennete or 0) >= demanded:
        return
    yield from _at_least("services", demanded, profile.services)


def _corps(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    """Membership, then years in the corps; years count for nothing outside of it."""
    if not demands.corps:
        return
    if profile.corps is not None and (profile.corps == AUCUN or profile.corps not in demands.corps):
        yield Reason("corps", True, noms=demands.corps)
        return
    if profile.corps is None:
        yield Reason("corps", False, noms=demands.corps, manque=("corps",))
    yield from _at_least("anciennete", demands.anciennete, profile.anciennete if profile.corps else None)


def _at_least(code: str, demanded: int | None, given: int | None, fact: str | None = None) -> Iterator[Reason]:
    """A figure to reach; nothing when none is demanded. `fact`: what tells it, `code` by default."""
    if not demanded:
        return
    if given is None:
        yield Reason(code, False, demanded, manque=(fact or code,))
    elif given < demanded:
        yield Reason(code, True, demanded, donne=given)


def _silent(metiers: Iterable[Metier], answers: Iterable[Answer]) -> tuple[str, ...]:
    """In the catalogue's order."""
    waiting = {
        answer.metier
        for answer in answers
        if answer.reponse == INCONNU
        and any(reason.code == "nationalite" and not reason.noms for reason in answer.raisons)
    }
    return tuple(metier.code for metier in metiers if metier.code in waiting)


def _waits(answers: Iterable[Answer]) -> tuple[Wait, ...]:
    total: dict[str, int] = {}
    alone: dict[str, int] = {}
    for answer in answers:
        facts = dict.fromkeys(fact for reason in answer.raisons for fact in reason.manque)
        settled = all(reason.manque for reason in answer.raisons)
        for fact in facts:
            total[fact] = total.get(fact, 0) + 1
            alone[fact] = alone.get(fact, 0) + (len(facts) == 1 and settled)
    waits = [Wait(fact, count, alone[fact]) for fact, count in total.items()]
    return tuple(sorted(waits, key=lambda wait: (-wait.seules, -wait.reponses)))
