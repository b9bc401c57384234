"""Who may take which route: yes, no, or unknown, and never yes on a missing fact.

Three values: one false condition makes the answer « non », whatever is unknown; else one
unknown makes it « inconnu »; else it is « oui ». So a fact more may settle an unknown, and
never unsettles a yes (docs/acces.md).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.metiers.choices import AUCUN
from penitcareer.domain.metiers.metier import Acces, Exigences, Metier, Voie
from penitcareer.domain.names import fold

OUI, INCONNU, NON = "oui", "inconnu", "non"
ANSWERS = (OUI, INCONNU, NON)
FRENCH = "francaise"
CONTRACT = "contrat"  # the nature of the routes that any nationality may take
WITHIN = {"service_social": "social"}  # a diploma of the first field is one of the second


class Reason(NamedTuple):
    """Why an answer is not « oui »: a condition that fails (`echec`), or that cannot be told.

    `code` names the condition, `demande` its figure, `limite` a second one, `donne` the
    figure of the profile, `noms` its words; `manque` is the fact of the profile that would
    tell, None when none would.
    """

    code: str
    echec: bool
    demande: int | None = None
    limite: int | None = None
    donne: int | None = None
    noms: tuple[str, ...] = ()
    manque: str | None = None


class Answer(NamedTuple):
    """One route of a métier (`voie` None: the record names none). `raisons`: every failing
    condition of a « non », everything unknown of an « inconnu », nothing for a « oui »."""

    metier: str
    titre: str
    voie: str | None
    nature: str | None
    reponse: str
    raisons: tuple[Reason, ...]


class Wait(NamedTuple):
    """How many unknown answers wait for a fact, and how many for that one alone."""

    fait: str
    reponses: int
    seules: int


class Eligibility(NamedTuple):
    """Every answer, yes first, then unknown, then no; the facts they wait for, the most
    useful first; the métiers with a yes that a demand of nationality, if they have one, may
    change: nobody says whether they have."""

    profil: Profile
    reponses: tuple[Answer, ...]
    attentes: tuple[Wait, ...]
    nationalite_non_dite: tuple[str, ...]


def eligibility(metiers: Iterable[Metier], profile: Profile) -> Eligibility:
    """What each route of each métier answers to a profile."""
    known = tuple(metiers)
    answers = [answer for metier in known for answer in answers_of(metier, profile)]
    answers.sort(key=lambda answer: ANSWERS.index(answer.reponse))
    return Eligibility(profile, tuple(answers), _waits(answers), _silent(known, answers, profile))


def answers_of(metier: Metier, profile: Profile) -> tuple[Answer, ...]:
    """One answer a route; one for the whole métier when its record names no route."""
    access = metier.acces
    closed = metier.recrutement is False
    heir = (metier.remplace_par,) if metier.remplace_par else ()
    if access is None or not access.voies:
        return (_answer(metier, None, Reason("ferme", True, noms=heir) if closed else Reason("voies", False)),)
    if closed:
        return tuple(_answer(metier, route, Reason("ferme", True, noms=heir)) for route in access.voies)
    return tuple(_answer(metier, route, *_reasons(access, route, profile)) for route in access.voies)


def _answer(metier: Metier, route: Voie | None, *reasons: Reason) -> Answer:
    failing = tuple(reason for reason in reasons if reason.echec)
    reponse = NON if failing else INCONNU if reasons else OUI
    name, nature = (route.voie, route.nature) if route else (None, None)
    return Answer(metier.code, metier.titre, name, nature, reponse, failing or reasons)


def _reasons(access: Acces, route: Voie, profile: Profile) -> Iterator[Reason]:
    """Every condition of a route that does not hold, or is not known to hold."""
    if route.exige is None:
        yield Reason("exige", False)
    else:
        yield from _demands(route.exige, profile)
    if access.nationalite and route.nature != CONTRACT:
        yield from _nationality(access.nationalite, profile.nationalite)


def _demands(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    yield from _diploma(demands, profile)
    yield from _age(demands, profile.age)
    yield from _at_least("services", demands.services, profile.services)
    yield from _at_least("activite", demands.activite, profile.activite)
    yield from _corps(demands, profile)
    for text in demands.a_verifier:
        yield Reason("a_verifier", False, noms=(text,))


def _nationality(demanded: str, given: str | None) -> Iterator[Reason]:
    """A demand that is not just « française » can only be met here by being French."""
    words = fold(demanded).split()
    if FRENCH in words and given == FRENCH:
        return
    if FRENCH in words and given is None:
        yield Reason("nationalite", False, noms=(demanded,), manque="nationalite")
    else:
        yield Reason("nationalite", words == [FRENCH], noms=(demanded,))


def _diploma(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    if demands.niveau:
        yield from _at_least("niveau", demands.niveau, profile.niveau)
    if not demands.domaines:
        return
    if profile.niveau == 0:
        yield Reason("domaine", True, noms=demands.domaines)
    elif profile.domaines is None:
        yield Reason("domaine", False, noms=demands.domaines, manque="domaine")
    else:
        fields = {*profile.domaines, *(WITHIN[field] for field in profile.domaines if field in WITHIN)}
        if not fields & set(demands.domaines):
            yield Reason("domaine", True, noms=demands.domaines)


def _age(demands: Exigences, age: int | None) -> Iterator[Reason]:
    low, high, extended = demands.age_min, demands.age_max, demands.age_report
    if age is None:
        if low is not None:
            yield Reason("age_min", False, low, manque="age")
        if high is not None:
            yield Reason("age_max", False, high, extended, manque="age")
        return
    if low is not None and age < low:
        yield Reason("age_min", True, low, donne=age)
    if high is not None and age > high:
        within = extended is not None and age <= extended
        yield Reason("age_report" if within else "age_max", not within, high, extended, age)


def _corps(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    """Membership, then years in the corps; years count for nothing outside of it."""
    if not demands.corps:
        return
    if profile.corps is not None and (profile.corps == AUCUN or profile.corps not in demands.corps):
        yield Reason("corps", True, noms=demands.corps)
        return
    if profile.corps is None:
        yield Reason("corps", False, noms=demands.corps, manque="corps")
    yield from _at_least("anciennete", demands.anciennete, profile.anciennete if profile.corps else None)


def _at_least(code: str, demanded: int | None, given: int | None) -> Iterator[Reason]:
    """A figure to reach; nothing when none is demanded."""
    if not demanded:
        return
    if given is None:
        yield Reason(code, False, demanded, manque=code)
    elif given < demanded:
        yield Reason(code, True, demanded, donne=given)


def _silent(metiers: Iterable[Metier], answers: Iterable[Answer], profile: Profile) -> tuple[str, ...]:
    opened = {answer.metier for answer in answers if answer.reponse == OUI and answer.nature != CONTRACT}
    if profile.nationalite == FRENCH:
        return ()
    return tuple(m.code for m in metiers if m.code in opened and m.acces and not m.acces.nationalite)


def _waits(answers: Iterable[Answer]) -> tuple[Wait, ...]:
    total: dict[str, int] = {}
    alone: dict[str, int] = {}
    for answer in answers:
        facts = dict.fromkeys(reason.manque for reason in answer.raisons)
        for fact in facts:
            if fact is not None:
                total[fact] = total.get(fact, 0) + 1
                alone[fact] = alone.get(fact, 0) + (len(facts) == 1)
    waits = [Wait(fact, count, alone[fact]) for fact, count in total.items()]
    return tuple(sorted(waits, key=lambda wait: (-wait.seules, -wait.reponses)))
