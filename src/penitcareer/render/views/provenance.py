"""`penit sources`: each source, its dates, and what it supports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from penitcareer.domain.metiers.metier import Source
from penitcareer.domain.metiers.provenance import STALE_AFTER_MONTHS, MetierSources, Provenance, SourceUse
from penitcareer.render.document import Block, Bullets, Document, Heading, Note
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS, NATURES

if TYPE_CHECKING:
    from penitcareer.render.formats.csv_rows import Rows


def document(result: Provenance) -> Document:
    """A part a métier, an item a source."""
    blocks: list[Block] = []
    for metier in result.metiers:
        if len(result.metiers) > 1:
            blocks.append(Heading(f"{metier.titre} ({metier.code})"))
        if metier.fichier:
            blocks.append(Note(f"{metier.code} vient du fichier {metier.fichier}"))
        blocks.append(Bullets(tuple(_item(use) for use in metier.sources)))
    stale = sum(use.perimee for metier in result.metiers for use in metier.sources)
    if stale:
        read = "lue" if stale < 2 else "lues"
        old = f"{read} il y a plus de {STALE_AFTER_MONTHS} mois"
        blocks.append(Note(f"{french.count(stale, 'source')} à revoir{french.THIN}: {old}."))
    title = "Sources" if len(result.metiers) != 1 else f"Sources{french.THIN}: {result.metiers[0].titre}"
    return Document(title, f"au {french.day(result.jour.isoformat())}", tuple(blocks))


full = document


def payload(result: Provenance) -> dict[str, Any]:
    """The same in JSON."""
    return {"date": result.jour.isoformat(), "metiers": [_metier_payload(metier) for metier in result.metiers]}


def rows(result: Provenance) -> "Rows":
    """One line a source."""
    header = (
        "metier", "id", "titre", "url", "date", "date_precision", "consulte_le", "nature", "appuie", "perimee",
        "autres_metiers",
    )  # fmt: skip
    return (header, [_row(metier.code, use) for metier in result.metiers for use in metier.sources])


def source_items(uses: Sequence[SourceUse]) -> tuple[tuple[str, str], ...]:
    """Sources as list items, without what they support."""
    return tuple((f"[{use.source.id}] {use.source.titre}", _dates(use)) for use in uses)


def source_payload(use: SourceUse) -> dict[str, Any]:
    """A source in JSON, with the fields it supports."""
    source = use.source._asdict()
    return {
        **source,
        "consulte_le": use.source.consulte_le.isoformat(),
        "appuie": list(use.appuie),
        "perimee": use.perimee,
    }


def _item(use: SourceUse) -> tuple[str, str]:
    supported = ", ".join(FIELDS[field].lower() for field in use.appuie) or "aucun champ"
    others = f" Sert aussi à{french.THIN}: {', '.join(use.autres)}." if use.autres else ""
    return (f"[{use.source.id}] {use.source.titre}", f"{_dates(use)}. Appuie{french.THIN}: {supported}.{others}")


def _dates(use: SourceUse) -> str:
    source = use.source
    read = f"lue le {french.day(source.consulte_le.isoformat())}"
    flag = ", à revoir" if use.perimee else ""
    address = f", {source.url}" if source.url else ""
    return f"{NATURES[source.nature]}, {_published(source)}, {read}{flag}{address}"


def _published(source: Source) -> str:
    if source.date_precision:
        return source.date_precision
    return french.day(source.date) if source.date else "date inconnue"


def _use_payload(use: SourceUse) -> dict[str, Any]:
    others = {} if use.autres is None else {"autres_metiers": list(use.autres)}
    return source_payload(use) | others


def _metier_payload(metier: MetierSources) -> dict[str, Any]:
    return {
        "code": metier.code,
        "titre": metier.titre,
        "fichier": metier.fichier,
        "sources": [_use_payload(use) for use in metier.sources],
    }


def _row(code: str, use: SourceUse) -> tuple[Any, ...]:
    source = use.source
    read = source.consulte_le.isoformat()
    return (
        code, source.id, source.titre, source.url, source.date, source.date_precision, read, source.nature,
        " ".join(use.appuie), use.perimee, None if use.autres is None else " ".join(use.autres),
    )  # fmt: skip
