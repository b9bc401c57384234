"""`penit find`: the métiers that match, and why."""

from typing import Any

from penitcareer.domain.metiers.search import Hit, SearchResult
from penitcareer.render.document import Bullets, Document, Note
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views import reperes
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS


def document(result: SearchResult) -> Document:
    """One item a métier, best first."""
    count = len(result.resultats)
    found = french.count(count, "métier trouvé", "métiers trouvés") if count else "Aucun métier trouvé"
    notes = (
        ()
        if result.complet or not result.resultats
        else (Note(f"Aucune fiche ne contient tous ces mots{french.THIN}; celles-ci en contiennent une partie."),)
    )
    items = tuple(
        (f"{hit.code}, {hit.titre}", f"{FIELDS[hit.champ].lower()}, «{french.FIXED}{hit.extrait}{french.FIXED}»")
        for hit in result.resultats
    )
    return Document(found, "", (*notes, Bullets(items)) if items else ())


full = document


def payload(result: SearchResult) -> dict[str, Any]:
    """The same in JSON; an empty list when nothing matches."""
    return {"mots": list(result.mots), "complet": result.complet, "resultats": [_hit(hit) for hit in result.resultats]}


def rows(result: SearchResult) -> Rows:
    """One line a métier."""
    return (
        ("code", "titre", "score", "champ", "extrait"),
        [(hit.code, hit.titre, hit.score, hit.champ, hit.extrait) for hit in result.resultats],
    )


def _hit(hit: Hit) -> dict[str, Any]:
    return {**hit._asdict(), "mots": list(hit.mots), "reperes": reperes.payload(hit.reperes)}
