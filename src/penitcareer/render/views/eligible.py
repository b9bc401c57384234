"""`penit eligible`: what is open, what one fact would open, what is closed, in one screen."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from penitcareer.domain.entry.eligibility import INCONNU, OUI, Answer, Eligibility
from penitcareer.domain.entry.reason import Reason
from penitcareer.domain.records import NamedTuple
from penitcareer.render.document import Block, Bullets, Document, Facts, Heading, Next, Note
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.demands import NATURES, either
from penitcareer.render.views.eligible_table import ALL_ROUTES, NOT_COUNTED, full
from penitcareer.render.views.profiles import said, typed
from penitcareer.render.views.reasons import OPTIONS, condition, to_type
from penitcareer.render.words import french
from penitcareer.render.words.metiers import short_name
from penitcareer.render.words.names import in_a_sentence

__all__ = ["document", "full", "payload", "rows"]
NAMED = 20  # métiers in a line, after which they are counted
FEW_METIERS = 5  # whose every route is told; of more, each métier stands once, where it is most open
NEXT = {
    "niveau": "--diplome bac+3",
    "domaine": "--domaine social",
    "age": "--age 25",
    "services": "--services {}",
    "activite": "--activite 0",
    "corps": "--corps aucun",
    "anciennete": "--anciennete 4",
    "nationalite": "--nationalite francaise",
    "enfants": "--enfants 0",
    "dispense_age": "--dispense-age",
    "dispense_diplome": "--dispense-diplome",
}


UNTOLD = "On ne sait pas (conditions inconnues ou à vérifier)"
UNSAID = "On ne sait pas (nationalité demandée inconnue)"


class Telling(NamedTuple):
    """How métiers are named, and the most cases of a group, beyond which they are counted."""

    names: Callable[[Sequence[Answer]], str]
    cases: int


class Groups(NamedTuple):
    """The answers by what they say to a person, the most open first. `francais`: open to who is
    French, when the nationality was not said; `si`: open once some facts are given; `sauf`: a
    waiver may lift the limit that is passed; `inconnu`: what no fact would tell."""

    ouvert: list[Answer]
    francais: list[Answer]
    bientot: list[Answer]
    si: list[Answer]
    sauf: list[Answer]
    inconnu: list[Answer]
    ferme: list[Answer]


def document(result: Eligibility) -> Document:
    """How many métiers are open, then the groups, the surest first."""
    detailed = len(_metiers(result)) <= FEW_METIERS
    groups = _grouped(result.reponses)
    shown = groups if detailed else _once(groups)
    detail = Telling(_routes, 8) if detailed else Telling(_names, 3)
    blocks = [
        *_by_route("Ouvert", shown.ouvert),
        *_by_route("Ouvert si vous êtes français (--nationalite francaise)", shown.francais),
        *_by_label("Bientôt", shown.bientot, _delay, detail),
        *_by_label("Ouvert si", shown.si, _needs, detail),
        *(_by_label(_unless(shown.sauf), shown.sauf, _waivable, detail) if shown.sauf else ()),
        *_by_label("Fermé", shown.ferme, _closed, detail),
    ]
    title, about = _title(groups), f"Vous{french.THIN}: {said(result.profil, result.corps)}"
    return Document(title, about, (*blocks, *_untold(shown.inconnu, detail), *_notes(result)), framed=False)


def payload(result: Eligibility) -> dict[str, Any]:
    """The answers, the profile and what is awaited, in JSON."""
    from penitcareer.render.views import eligible_data

    return eligible_data.payload(result)


def rows(result: Eligibility) -> Rows:
    """One line a route."""
    from penitcareer.render.views import eligible_data

    return eligible_data.rows(result)


def _grouped(answers: Iterable[Answer]) -> Groups:
    groups = Groups([], [], [], [], [], [], [])
    for answer in answers:
        _group_of(answer, groups).append(answer)
    return groups


def _once(groups: Groups) -> Groups:
    """Each métier in the first group that has it, by the routes that ask the fewest facts."""
    placed: set[str] = set()
    kept = []
    for group in groups:
        fewest: dict[str, int] = {}
        for answer in group:
            fewest[answer.metier] = min(_facts(answer), fewest.get(answer.metier, _facts(answer)))
        kept.append([one for one in group if one.metier not in placed and _facts(one) == fewest[one.metier]])
        placed |= {answer.metier for answer in group}
    return Groups(*kept)


def _facts(answer: Answer) -> int:
    return len({reason.manque for reason in answer.raisons})


def _metiers(result: Eligibility) -> list[str]:
    return list(dict.fromkeys(answer.metier for answer in result.reponses))


def _group_of(answer: Answer, groups: Groups) -> list[Answer]:
    rest = _beside_nationality(answer)
    if answer.reponse != INCONNU:
        closed = groups.bientot if answer.dans_ans else groups.ferme
        return groups.ouvert if answer.reponse == OUI else closed
    if not rest:
        return groups.francais
    if not all(reason.manque for reason in rest):
        return groups.inconnu
    return groups.sauf if any(reason.donne is not None for reason in rest) else groups.si


def _beside_nationality(answer: Answer) -> list[Reason]:
    """What a nationality, asked once, would leave to tell."""
    return [reason for reason in answer.raisons if reason.manque != ("nationalite",)]


def _by_route(title: str, answers: Sequence[Answer]) -> list[Block]:
    """The métiers by kind of route; kinds that open the same ones stand together."""
    by_names: dict[str, list[str]] = {}
    for kind, of in _labelled(answers, lambda one: NATURES.get(one.nature or "", one.voie or "")).items():
        by_names.setdefault(_names(of), []).append(in_a_sentence(kind))
    facts = tuple((french.capital(", ".join(same)), names) for names, same in by_names.items())
    return [Heading(title), Facts(facts)] if facts else []


def _by_label(title: str, answers: Sequence[Answer], label: Callable[[Answer], str], detail: Telling) -> list[Block]:
    """The métiers by what their route waits for, or fails on, the most first."""
    ranked = sorted(_labelled(answers, label).items(), key=lambda item: -len(item[1]))
    items = [(name, detail.names(of)) for name, of in ranked[: detail.cases]]
    if len(ranked) > detail.cases:
        others = french.count(len(ranked) - detail.cases, "autre cas", "autres cas")
        items.append(("", f"{others}{french.THIN}: --tout"))
    return [Heading(title), Bullets(tuple(items))] if items else []


def _untold(answers: Sequence[Answer], detail: Telling) -> list[Note]:
    """What no fact would tell: the conditions themselves are long, and in `--tout`."""
    return [Note(f"{label}{french.THIN}: {detail.names(of)}.") for label, of in _labelled(answers, _unknown).items()]


def _labelled(answers: Sequence[Answer], label: Callable[[Answer], str]) -> dict[str, list[Answer]]:
    """The answers that each label is said of, in order."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(label(answer), []).append(answer)
    return found


def _names(answers: Sequence[Answer]) -> str:
    """The métiers by name; those of a catalogue of thousands are counted after some lines."""
    metiers = list(dict.fromkeys((one.titre, one.sigle) for one in answers))
    names = ", ".join(dict.fromkeys(in_a_sentence(short_name(*one)) for one in metiers[:NAMED]))
    others = len(metiers) - NAMED
    return names if others <= 0 else f"{names} et {french.count(others, 'autre')}"


def _routes(answers: Sequence[Answer]) -> str:
    """« CPIP (concours interne, troisième concours), DSP (concours interne) »."""
    by_name = _labelled(answers, lambda one: in_a_sentence(short_name(one.titre, one.sigle)))
    routes = {name: [in_a_sentence(one.voie or ALL_ROUTES) for one in of] for name, of in by_name.items()}
    return ", ".join(f"{name} ({', '.join(of)})" for name, of in routes.items())


def _delay(answer: Answer) -> str:
    return f"dans {french.count(answer.dans_ans or 0, 'an')}"


def _needs(answer: Answer) -> str:
    """« 4 ans de services publics (--services 4) »."""
    rest = _beside_nationality(answer)
    conditions = ", ".join(dict.fromkeys(condition(reason) for reason in rest))
    return f"{conditions} ({' '.join(dict.fromkeys(to_type(reason) for reason in rest))})"


def _unless(answers: Sequence[Answer]) -> str:
    """« On ne sait pas si une dispense s’applique (--enfants ou --dispense-age) »: past a limit
    that the law lifts for some, the answer is no « no »."""
    facts = [fact for one in answers for reason in one.raisons if reason.donne is not None for fact in reason.manque]
    return f"On ne sait pas si une dispense s’applique ({either(OPTIONS[fact] for fact in dict.fromkeys(facts))})"


def _waivable(answer: Answer) -> str:
    """What only a waiver would lift."""
    return ", ".join(condition(reason) for reason in answer.raisons if reason.donne is not None)


def _closed(answer: Answer) -> str:
    first = answer.raisons[0]
    if first.code == "ferme":
        return f"plus de recrutement (voir {first.noms[0]})" if first.noms else "plus de recrutement"
    return ", ".join(dict.fromkeys(condition(reason) for reason in answer.raisons))


def _unknown(answer: Answer) -> str:
    codes = {reason.code for reason in answer.raisons}
    return UNTOLD if codes & {"a_verifier", "exige", "voies"} else UNSAID


def _title(groups: Groups) -> str:
    """The answer: how many métiers are open."""
    opened = {answer.metier for answer in groups.ouvert}
    french_too = opened | {answer.metier for answer in groups.francais}
    if not french_too:
        return "Aucun métier ne vous est ouvert sans une condition de plus"
    if not opened or opened == french_too:
        condition_said = "" if opened else " si vous êtes français"
        return _open(len(french_too)) + condition_said
    return f"{_open(len(opened))}, {french.number(len(french_too))} si vous êtes français"


def _open(count: int) -> str:
    return french.count(count, "métier vous est ouvert", "métiers vous sont ouverts")


def _notes(result: Eligibility) -> list[Block]:
    first = f"penit acces {result.reponses[0].metier}"
    more = " · ".join(["--tout (chaque voie, chaque raison)", first, *_next_call(result)])
    return [Note(NOT_COUNTED), Next(f"Plus{french.THIN}: {more}")]


def _next_call(result: Eligibility) -> list[str]:
    """The same call with the fact that most answers wait for."""
    if not result.attentes:
        return []
    metiers = _metiers(result)
    named = metiers if len(metiers) <= FEW_METIERS else []
    fact = NEXT[result.attentes[0].fait].format(result.profil.anciennete or 0)
    return [" ".join(filter(None, ["penit eligible", *named, typed(result.profil), fact]))]
