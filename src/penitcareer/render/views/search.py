"""`penit find`: the métiers that match, what they pay, and why they match."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.metiers.reperes import Repere, at
from penitcareer.domain.metiers.search import Hit, SearchResult, excerpt
from penitcareer.render.document import Block, Bullets, Document, Next, Note
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views import reperes
from penitcareer.render.views.facts import joined, sentences
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS
from penitcareer.render.words.lacking import without
from penitcareer.render.words.preuves import MARKS, legend

MOST_HITS, SHORT_EXCERPT = 7, 90  # in one screen
PARTIAL = f"Aucun métier ne contient tous ces mots{french.THIN}; ceux-ci en contiennent une partie."


def document(result: SearchResult) -> Document:
    """The best métiers, best first, in one screen."""
    shown = result.resultats[:MOST_HITS]
    found = _found(result, [_item(hit, excerpt(hit.extrait, hit.mots, SHORT_EXCERPT)) for hit in shown], shown)
    if not shown:
        return found
    left = len(result.resultats) - len(shown)
    others = f"{french.count(left, 'autre')}{french.THIN}: --tout · " if left else ""
    return found._replace(blocks=(*found.blocks, Next(f"Plus{french.THIN}: {others}penit show {shown[0].code}")))


def full(result: SearchResult) -> Document:
    """Every métier, with the longer excerpt."""
    return _found(result, [_item(hit, hit.extrait) for hit in result.resultats], result.resultats)


def payload(result: SearchResult) -> dict[str, Any]:
    """The same in JSON; an empty list when nothing matches."""
    return {"mots": list(result.mots), "complet": result.complet, "resultats": [_hit(hit) for hit in result.resultats]}


def rows(result: SearchResult) -> Rows:
    """One line a métier."""
    return (
        ("code", "titre", "score", "champ", "extrait"),
        [(hit.code, hit.titre, hit.score, hit.champ, hit.extrait) for hit in result.resultats],
    )


def _found(result: SearchResult, items: Sequence[tuple[str, str]], shown: Sequence[Hit]) -> Document:
    count = len(result.resultats)
    title = french.count(count, "métier trouvé", "métiers trouvés") if count else "Aucun métier trouvé"
    blocks: list[Block] = [Note(PARTIAL)] if items and not result.complet else []
    blocks += [Bullets(tuple(items))] if items else []
    preuves = [start.preuve for hit in shown if (start := at(hit.reperes, "debut"))]
    return Document(title, "", (*blocks, *([legend(preuves)] if preuves else [])), framed=False)


def _item(hit: Hit, extract: str) -> tuple[str, str]:
    """« CPIP, Conseiller… : 2 340 € net au début ◐. Missions : « … » »; a name needs no excerpt,
    and a word that nobody is shown has none."""
    name = f"{hit.sigle}, {hit.titre}" if hit.sigle else hit.titre
    field = FIELDS["accroche" if hit.champ == "mots_cles" else hit.champ]
    why = f"{field}{french.THIN}: {french.in_quotes(extract)}" if hit.champ != "nom" else None
    return name, sentences(_pays(at(hit.reperes, "debut")), why)


def _pays(start: Repere | None) -> str:
    """« 2 178 € net au début ●, sans indemnité de fonctions et d’objectifs, de montant inconnu »."""
    if start is None:
        return "paie inconnue"
    net = " net" if start.net is not None else ""
    return joined(f"{reperes.net_words(start)}{net} au début {MARKS[start.preuve]}", without(start.manque))


def _hit(hit: Hit) -> dict[str, Any]:
    return {**hit._asdict(), "mots": list(hit.mots), "reperes": reperes.payload(hit.reperes)}
