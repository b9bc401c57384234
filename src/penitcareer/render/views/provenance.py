"""`penit sources`: each source, its dates, and what it supports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from penitcareer.domain.metiers.metier import Source
from penitcareer.domain.metiers.provenance import STALE_AFTER_MONTHS, MetierSources, Provenance, SourceUse
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Next, Note, Table
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS, NATURES

MOST_SOURCES = 9  # of one métier, in one screen
MORE = f"Plus{french.THIN}: "
COLUMNS = (
    Column("Métier", flexible=True),
    Column("Sources", right=True),
    Column("Officielles", right=True),
)

if TYPE_CHECKING:
    from penitcareer.render.formats.csv_rows import Rows


def document(result: Provenance) -> Document:
    """How many sources, how many are official; of one métier, those that support the most."""
    uses = [use for metier in result.metiers for use in metier.sources]
    distinct = list({(use.source.titre, use.source.url): use for use in uses}.values())
    title = f"{french.count(len(distinct), 'source')}, {_official(distinct)}"
    if len(result.metiers) != 1:
        lines = tuple(
            (one.titre, french.number(len(one.sources)), french.number(_count(one.sources))) for one in result.metiers
        )
        return Document(title, "", (Table(COLUMNS, lines), *_stale(uses), Next(f"{MORE}penit sources cpip")), False)
    metier = result.metiers[0]
    kept = sorted(metier.sources, key=lambda use: -len(use.appuie))[:MOST_SOURCES]
    items = tuple((use.source.titre, f"{NATURES[use.source.nature]}, {_published(use.source)}") for use in kept)
    left = len(uses) - len(kept)
    others = f"{french.count(left, 'autre')}, " if left else ""
    more = f"{MORE}penit sources {metier.code} --tout ({others}adresses, ce que chacune appuie)"
    return Document(title, metier.titre, (Bullets(items), *_stale(uses), Next(more)), framed=False)


def full(result: Provenance) -> Document:
    """A part a métier, an item a source."""
    blocks: list[Block] = []
    for metier in result.metiers:
        if len(result.metiers) > 1:
            blocks.append(Heading(f"{metier.titre} ({metier.code})"))
        if metier.fichier:
            blocks.append(Note(f"{metier.code} vient du fichier {metier.fichier}"))
        blocks.append(Bullets(tuple(_item(use) for use in metier.sources)))
    blocks += _stale([use for metier in result.metiers for use in metier.sources])
    title = "Sources" if len(result.metiers) != 1 else f"Sources{french.THIN}: {result.metiers[0].titre}"
    return Document(title, f"au {french.day(result.jour.isoformat())}", tuple(blocks))


def _stale(uses: Sequence[SourceUse]) -> list[Note]:
    """How many were read too long ago."""
    stale = sum(use.perimee for use in uses)
    if not stale:
        return []
    old = f"{'consultée' if stale < 2 else 'consultées'} il y a plus de {STALE_AFTER_MONTHS} mois"
    return [Note(f"{french.count(stale, 'source')} à revoir{french.THIN}: {old}.")]


def _count(uses: Sequence[SourceUse]) -> int:
    return sum(use.source.nature == "officiel" for use in uses)


def _official(uses: Sequence[SourceUse]) -> str:
    return f"dont {french.count(_count(uses), 'officielle')}"


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
    read = f"consultée le {french.day(source.consulte_le.isoformat())}"
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
