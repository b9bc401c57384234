"""Where a métier leads: the perspectives of its sheet, and the métiers next to it."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.metiers.neighbours import Link, Neighbour
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.document import Block, Bullets, Facts, Leading
from penitcareer.render.views.facts import cited, joined, listed
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS

LINKS = {
    "mene_a": "mène à {}",
    "vient_de": "vient {}",
    "filiere": "même filière ({})",
    "partenaires": "partenaires communs ({})",
}
# The same on a screen that names the other métier beside it.
SAID = {"mene_a": "accessible ensuite", "vient_de": "d’où l’on peut venir"}


def blocks(result: Sheet) -> list[Block]:
    """The part of the sheet."""
    metier = result.metier
    hints = ((FIELDS[field], getattr(metier, field)) for field in ("teletravail", "evolution"))
    pairs = tuple((label, text) for label, text in hints if text)
    found: list[Block] = [Facts(pairs)] if pairs else []
    next_steps = [
        cited(joined(step.titre, step.metier and f"voir {step.metier}"), step.source) for step in metier.suites
    ]
    bridges = [cited(fact.texte, fact.source) for fact in metier.passerelles]
    if next_steps or bridges:
        found += [Leading(FIELDS["suites"]), Bullets(tuple(("", text) for text in (*next_steps, *bridges)))]
    trends = tuple((trend.titre, cited(trend.texte, trend.source)) for trend in metier.tendances)
    found += [Leading(FIELDS["tendances"]), Bullets(trends)] if trends else []
    if result.voisins:
        found += [Leading("Métiers voisins"), Bullets(tuple(_item(item) for item in result.voisins))]
    return found


def neighbours_payload(neighbours: Sequence[Neighbour]) -> list[dict[str, Any]]:
    """The neighbours in JSON, what joins them in words."""
    return [{"code": item.code, "titre": item.titre, "liens": _words(item)} for item in neighbours]


def _item(neighbour: Neighbour) -> tuple[str, str]:
    said = (SAID.get(link.code) or _link(link) for link in neighbour.liens)
    return (f"{neighbour.titre} ({neighbour.code})", f"{french.THIN}; ".join(said))


def _words(neighbour: Neighbour) -> list[str]:
    return [_link(link) for link in neighbour.liens]


def _link(link: Link) -> str:
    names = listed(link.noms)
    return LINKS[link.code].format(french.of(names) if link.code == "vient_de" else names)
