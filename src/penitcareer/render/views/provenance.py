"""`penit sources`: each source, its dates, what it supports, and who rests on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from penitcareer.domain.metiers.metier import Source
from penitcareer.domain.metiers.provenance import (
    STALE_AFTER_MONTHS,
    Cited,
    MetierSources,
    Provenance,
    SourceUse,
    Usage,
    User,
    text_key,
)
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Next, Note, Paragraph, Table
from penitcareer.render.words import french, users
from penitcareer.render.words.labels import FIELDS, NATURES
from penitcareer.render.words.names import called

MOST_SOURCES = 9  # of one métier, in one screen
MOST_CITED = 2  # of all, so that they stand in one screen
MORE = f"Plus{french.THIN}: "
COLUMNS = (Column("Ce qui est sourcé"), Column("Nombre", right=True), Column("Sources", right=True))

if TYPE_CHECKING:
    from penitcareer.render.formats.csv_rows import Cell, Rows

ByText = Mapping[tuple[str, str | None], Sequence[User]]


def document(result: Provenance) -> Document:
    """How many sources, how many are official; of one métier, those that support the most."""
    uses = [use for metier in result.metiers for use in metier.sources]
    distinct = list({(use.source.titre, use.source.url): use for use in uses}.values())
    title = f"{french.count(len(distinct), 'source')}, {_official(distinct)}"
    if result.toutes is not None:
        return _of_all(result, result.toutes, uses)
    metier = result.metiers[0]
    kept = sorted(metier.sources, key=lambda use: -len(use.appuie))[:MOST_SOURCES]
    items = tuple((use.source.titre, f"{NATURES[use.source.nature]}, {_published(use.source)}") for use in kept)
    left = len(uses) - len(kept)
    others = f"{french.count(left, 'autre')}, " if left else ""
    more = f"{MORE}penit sources {metier.code} --tout ({others}adresses, ce que chacune prouve)"
    return Document(title, metier.titre, (Bullets(items), *_stale(uses), Next(more)), framed=False)


def _of_all(result: Provenance, every: Sequence[Cited], uses: Sequence[SourceUse]) -> Document:
    """How many sources each kind rests on, and each métier; those that most rests on."""
    of_metiers = len(every) - len(_beside(every))
    title = f"{french.count(len(every), 'source')}{french.THIN}: {of_metiers} pour les métiers, {_official(every)}"
    each = ", ".join(f"{called(one)}{french.FIXED}{french.number(len(one.sources))}" for one in result.metiers)
    most = sorted(every, key=lambda one: -len(one.utilisateurs))[:MOST_CITED]
    blocks: list[Block] = [
        Table(COLUMNS, tuple(_line(usage, every) for usage in users.USAGES)),
        Paragraph(f"Par métier{french.THIN}: {each}."),
        Heading("Les plus utilisées"),
        Bullets(tuple((one.titre, users.counted(one.utilisateurs)) for one in most)),
        *_stale(uses),
        Next(f"{MORE}penit sources cpip · penit sources --tout (qui s’appuie sur chacune)"),
    ]
    return Document(title, "", tuple(blocks), framed=False)


def _line(usage: Usage, every: Sequence[Cited]) -> tuple[str, str, str]:
    """How many of a kind rest on how many sources."""
    of_each = [[user for user in one.utilisateurs if user.genre == usage] for one in every]
    several = {user.code for those in of_each for user in those}
    name = users.USAGES[usage][1]
    return (french.capital(name), french.number(len(several)), french.number(sum(map(bool, of_each))))


def _beside(every: Sequence[Cited]) -> list[Cited]:
    """The sources of no métier."""
    return [one for one in every if all(user.genre != "metier" for user in one.utilisateurs)]


def full(result: Provenance) -> Document:
    """A part a métier, an item a source; then the sources of no métier."""
    blocks: list[Block] = []
    every = {text_key(one): one.utilisateurs for one in result.toutes or ()}
    for metier in result.metiers:
        if result.toutes is not None:
            blocks.append(Heading(f"{metier.titre} ({metier.code})"))
        if metier.fichier:
            blocks.append(Note(f"{metier.code} vient du fichier {metier.fichier}"))
        blocks.append(Bullets(tuple(_item(use, metier.code, every) for use in metier.sources)))
    if result.toutes is not None:
        blocks += [Heading("Corps, paie et sigles seulement"), Bullets(tuple(map(_cited, _beside(result.toutes))))]
    blocks += _stale([use for metier in result.metiers for use in metier.sources])
    title = f"Sources{french.THIN}: {result.metiers[0].titre}" if result.toutes is None else "Sources"
    return Document(title, f"au {french.day(result.jour.isoformat())}", tuple(blocks))


def _stale(uses: Sequence[SourceUse]) -> list[Note]:
    """How many were read too long ago."""
    stale = sum(use.perimee for use in uses)
    if not stale:
        return []
    old = f"{'consultée' if stale < 2 else 'consultées'} il y a plus de {STALE_AFTER_MONTHS} mois"
    return [Note(f"{french.count(stale, 'source')} à revoir{french.THIN}: {old}.")]


def _count(uses: Sequence[SourceUse | Cited]) -> int:
    return sum((use if isinstance(use, Cited) else use.source).nature == "officiel" for use in uses)


def _official(uses: Sequence[SourceUse | Cited]) -> str:
    return f"dont {french.count(_count(uses), 'officielle')}"


def payload(result: Provenance) -> dict[str, Any]:
    """The same in JSON."""
    every = {} if result.toutes is None else {"toutes": [_cited_payload(one) for one in result.toutes]}
    return {
        "date": result.jour.isoformat(),
        "metiers": [_metier_payload(metier) for metier in result.metiers],
        **every,
    }


def rows(result: Provenance) -> "Rows":
    """One line a source."""
    header = (
        "metier", "id", "titre", "url", "date", "date_precision", "consulte_le", "nature", "appuie", "perimee",
        "autres_metiers", "autres_usages",
    )  # fmt: skip
    every = {text_key(one): one.utilisateurs for one in result.toutes or ()}
    lines = [_row(metier.code, use, every) for metier in result.metiers for use in metier.sources]
    return (header, lines + [_beside_row(one) for one in _beside(result.toutes or ())])


def _beside_row(one: Cited) -> "Sequence[Cell]":
    return (None, None, one.titre, one.url, one.date, *[None] * 6, _uses(one.utilisateurs))


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


def _item(use: SourceUse, code: str, every: ByText) -> tuple[str, str]:
    supported = ", ".join(FIELDS[field].lower() for field in use.appuie) or "aucun champ"
    beside = [user for user in every.get(text_key(use.source), ()) if (user.genre, user.code) != ("metier", code)]
    others = f" Sert aussi à{french.THIN}: {users.named(beside)}." if beside else ""
    return (f"[{use.source.id}] {use.source.titre}", f"{_dates(use)}. Appuie{french.THIN}: {supported}.{others}")


def _cited(one: Cited) -> tuple[str, str]:
    """A source that has no day of reading: its own date and address."""
    address = f", {one.url}" if one.url else ""
    date = french.day(one.date) if one.date else "date inconnue"
    return (one.titre, f"{date}{address}. Sert à{french.THIN}: {users.named(one.utilisateurs)}.")


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


def _cited_payload(one: Cited) -> dict[str, Any]:
    named = [{"genre": user.genre, "code": user.code, "libelle": users.label(user)} for user in one.utilisateurs]
    return {**one._asdict(), "utilisateurs": named}


def _uses(found: Iterable[User]) -> str:
    """What is no métier, as « corps:cpip droit:crds »."""
    return " ".join(dict.fromkeys(f"{user.genre}:{user.code}" for user in found if user.genre != "metier"))


def _row(code: str, use: SourceUse, every: ByText) -> tuple[Any, ...]:
    source = use.source
    read = source.consulte_le.isoformat()
    return (
        code, source.id, source.titre, source.url, source.date, source.date_precision, read, source.nature,
        " ".join(use.appuie), use.perimee, None if use.autres is None else " ".join(use.autres),
        _uses(every[text_key(source)]) if every else None,
    )  # fmt: skip
