"""Search in plain words, ranked, with the reason of each match.

A métier is searched through its texts, folded once (accents, case, apostrophes, hyphens)
and cut into stems (plural marks dropped). A word of the query matches a stem equal to it
or, from four letters on, a stem that starts with it; one that begins with « ré » also matches,
in the names of a métier, the word that it repeats: « réinsertion » and « insertion ».
"""

from collections.abc import Iterable, Sequence
from functools import cache

from penitcareer.domain.choices import SECTIONS
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.listing import Entry
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.reperes import Repere, Stages, reperes_of
from penitcareer.domain.metiers.texts import texts_of
from penitcareer.domain.names import nearest, words_of
from penitcareer.domain.records import NamedTuple

# What each field weighs when it holds a word: a name says more than a mission.
WEIGHTS = {"nom": 8, "alias": 6, "mots_cles": 6, "missions": 3, "competences": 3}
OTHER_WEIGHT = 1
PREFIX_FROM = 4
REPEATED = "re"
STATUTS = {"titulaire": "titulaire, fonctionnaire", "contractuel": "contractuel, sous contrat"}
SHORT_WORDS = frozenset((
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "un",
    "une",
))  # fmt: skip
EXCERPT_LENGTH = 160


class SearchedText(NamedTuple):
    """One searchable text of a métier: its field, the text, and its stems, space-separated
    with a space at both ends."""

    champ: str
    texte: str
    racines: str


class Searchable(NamedTuple):
    """A métier as searched."""

    code: str
    titre: str
    passages: tuple[SearchedText, ...]


class Hit(NamedTuple):
    """A métier found: its score, the best passage and the words of the query it holds; its
    acronym and what it pays, once `paid` has looked."""

    code: str
    titre: str
    score: int
    champ: str
    extrait: str
    mots: tuple[str, ...]
    sigle: str | None = None
    reperes: tuple[Repere, ...] = ()


class SearchResult(NamedTuple):
    """What was asked, the hits best first, whether each holds every word, and, when there
    is no hit at all, the nearest names."""

    mots: tuple[str, ...]
    resultats: tuple[Hit, ...]
    complet: bool
    proches: tuple[str, ...]


def stem(word: str) -> str:
    """A folded word without its plural mark.

    >>> stem("peines"), stem("travaux"), stem("sas")
    ('peine', 'travau', 'sas')
    """
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def stems(text: str) -> tuple[str, ...]:
    """Stems of the words of a text that mean something alone."""
    return tuple([stem(word) for word in words_of(text) if word not in SHORT_WORDS])


def searched_text(champ: str, texte: str) -> SearchedText:
    """A searchable text."""
    return SearchedText(champ, texte, f" {' '.join(stems(texte))} ")


def _unseen(mot: str, shown: str) -> SearchedText:
    """A word that finds a métier; the text shown in its place says what the métier is."""
    return searched_text("mots_cles", mot)._replace(texte=shown)


def searchable(metier: Metier) -> Searchable:
    """The texts of a métier, its names then all that its sheet shows, most telling first."""
    texts = [("nom", name) for name in (metier.sigle, metier.titre, metier.titre_feminin)]
    texts += [("alias", name) for name in (*metier.alias, metier.code, *metier.corps)]
    texts += [("filiere", metier.filiere), *(("statuts", STATUTS[statut]) for statut in metier.statuts)]
    texts += [("categorie", metier.categorie and f"catégorie {metier.categorie}")]
    for field in _fields():
        texts += [(field, text) for text in texts_of(getattr(metier, field))]
    hidden = [_unseen(word, metier.accroche or metier.titre) for word in metier.mots_cles]
    shown = [searched_text(field, text) for field, text in texts if text]
    return Searchable(metier.code, metier.titre, (*shown, *hidden))


def search(words: str, metiers: Iterable[Searchable], names: Iterable[str] = ()) -> SearchResult:
    """Métiers that hold every word of the query, best first; when none does, those that
    hold some of them; when none holds any, the nearest names. Equal scores are ordered by code."""
    asked = tuple(dict.fromkeys(stems(words) or tuple(stem(word) for word in words_of(words))))
    hits = [hit for metier in metiers if (hit := _hit(asked, metier))]
    complete = [hit for hit in hits if len(hit.mots) == len(asked)]
    kept = complete or hits
    kept.sort(key=lambda hit: (-len(hit.mots), -hit.score, hit.code))
    near = () if kept else nearest(words, tuple(dict.fromkeys(names)))
    return SearchResult(asked, tuple(kept), bool(complete), tuple(near))


def paid(result: SearchResult, entries: Iterable[Entry], stages: Stages, rule: Rule) -> SearchResult:
    """The same, each hit with its acronym and what it pays."""
    known = {entry.code: entry for entry in entries}

    def told(hit: Hit) -> Hit:
        entry = known[hit.code]
        reperes = reperes_of(entry.corps, entry.remuneration, entry.publies, stages, rule)
        return hit._replace(sigle=entry.sigle, reperes=reperes)

    return result._replace(resultats=tuple(told(hit) for hit in result.resultats))


def _hit(asked: Sequence[str], metier: Searchable) -> Hit | None:
    """Score a métier: for each word, the weight of the best field that holds it, doubled
    when the whole stem is there. The passage shown is the one that scores most."""
    best_by_word: dict[str, int] = {}
    shown, shown_score = None, 0
    for candidate in metier.passages:
        total = 0
        for word in asked:
            score = _score(word, candidate)
            if score:
                total += score
                best_by_word[word] = max(score, best_by_word.get(word, 0))
        if total > shown_score:
            shown, shown_score = candidate, total
    for word in asked:
        if named := _repeated_name(word, metier):
            shown = shown or named
            best_by_word[word] = max(_weight("nom"), best_by_word.get(word, 0))
    if shown is None:
        return None
    found = tuple(word for word in asked if word in best_by_word)
    return Hit(metier.code, metier.titre, sum(best_by_word.values()), shown.champ, excerpt(shown.texte, found), found)


@cache
def _fields() -> tuple[str, ...]:
    """The fields that a sheet shows, most telling first."""
    shown = [field for fields in SECTIONS.values() for field in fields if field != "sources"]
    return tuple(sorted(shown, key=_weight, reverse=True))


def _weight(field: str) -> int:
    return WEIGHTS.get(field, OTHER_WEIGHT)


def _score(word: str, candidate: SearchedText) -> int:
    weight = _weight(candidate.champ)
    if f" {word} " in candidate.racines:
        return 2 * weight
    if len(word) >= PREFIX_FROM and f" {word}" in candidate.racines:
        return weight
    return 0


def _repeated_name(word: str, metier: Searchable) -> SearchedText | None:
    """The name of a métier that holds what a word repeats, if any."""
    if not word.startswith(REPEATED) or len(word) < PREFIX_FROM + len(REPEATED):
        return None
    names = (candidate for candidate in metier.passages if candidate.champ == "nom")
    return next((name for name in names if f" {word.removeprefix(REPEATED)} " in name.racines), None)


def excerpt(text: str, words: Sequence[str], length: int = EXCERPT_LENGTH) -> str:
    """The part of a text around the first word found, cut between words."""
    if len(text) <= length:
        return text
    tokens = text.split(" ")
    at = next((i for i, token in enumerate(tokens) if _holds(token, words)), 0)
    start = end = at
    size = len(tokens[at])
    while size < length:  # a longer text always has a word left to take
        if end < len(tokens) - 1:
            end += 1
            size += len(tokens[end]) + 1
        if start > 0 and size < length:
            start -= 1
            size += len(tokens[start]) + 1
    before = "… " if start > 0 else ""
    after = " …" if end < len(tokens) - 1 else ""
    return f"{before}{' '.join(tokens[start : end + 1])}{after}"


def _holds(token: str, words: Sequence[str]) -> bool:
    return any(part.startswith(word) for part in stems(token) for word in words)
