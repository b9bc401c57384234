"""`penit list`: one line a métier, by filière, with what it pays at the start and at the end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from penitcareer.domain.metiers.listing import Listing, ListLine
from penitcareer.domain.metiers.reperes import Repere, at
from penitcareer.render.document import Caption, Column, Document, Next, Note, Table
from penitcareer.render.views import reperes
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import called, from_file, listed
from penitcareer.render.words.preuves import legend

if TYPE_CHECKING:
    from penitcareer.render.formats.csv_rows import Rows

COLUMNS = (
    Column("Métier", bref="{}"),
    Column("cat.", bref="{}"),
    Column("diplôme", bref="{}"),
    Column("net au début", right=True, bref="{} début"),
    Column("en fin", right=True, bref="{} fin"),
)
INDENT = french.FIXED * 2
EXPLAINED = (
    f"Zone 3, primes connues comprises{french.THIN}; diplôme{french.THIN}: le plus bas exigé{french.THIN};"
    f" —{french.THIN}: inconnu"
)
NONE = f"Aucun métier ne répond à cette demande. Tous les métiers{french.THIN}: penit list"
NEXT = "penit show cpip · penit list --tri salaire · penit list --tout"


def document(result: Listing) -> Document:
    """The lines, their legend, then what is left out."""
    blocks: list[Any] = []
    if result.lignes:
        shown = [item for line in result.lignes for item in _ends(line) if item is not None]
        blocks = [Table(COLUMNS, tuple(_rows(result)), ruled=False), legend(item.preuve for item in shown)]
        blocks.append(Caption(EXPLAINED))
    origins = [Note(said) for line in result.lignes if (said := from_file(line.entree))]
    more = _none_found(result) or [Next(f"Plus{french.THIN}: {NEXT}")]
    blocks += [*_left_out(result), *origins, *more]
    return Document(f"{_title(result)} · net par mois, avant impôt", _filters(result), tuple(blocks), framed=False)


def full(result: Listing) -> Document:
    """The same with codes, titles in full and what sources say of each."""
    from penitcareer.render.views import listing_full

    blocks = [*listing_full.table(result), *_left_out(result), *listing_full.notes_on(result), *_none_found(result)]
    return Document(_title(result), _filters(result), tuple(blocks))


def payload(result: Listing) -> dict[str, Any]:
    """The lines in JSON; an unknown pay is null."""
    from penitcareer.render.views import listing_data

    return listing_data.payload(result)


def rows(result: Listing) -> "Rows":
    """One line a métier; unknown cells are empty."""
    from penitcareer.render.views import listing_data

    return listing_data.rows(result)


def _title(result: Listing) -> str:
    """« 19 métiers », « 4 métiers sur 19 »."""
    found = french.count(len(result.lignes), "métier")
    return found if len(result.lignes) == result.total else f"{found} sur {french.number(result.total)}"


def _rows(result: Listing) -> Iterator[tuple[str, ...]]:
    """The lines under the title of their filière, those of the past at the end; in another
    order, the lines alone."""
    if not result.par_filiere:
        yield from (_row(line, "", line.entree.recrutement is False) for line in result.lignes)
        return
    groups: dict[str, list[ListLine]] = {}
    closed = [line for line in result.lignes if line.entree.recrutement is False]
    for line in result.lignes:
        if line not in closed:
            groups.setdefault(line.entree.filiere or "autres", []).append(line)
    if closed:
        groups[f"fermé{_heirs(result, closed)}"] = closed
    for name, lines in groups.items():
        yield (french.capital(name), *("" for _ in COLUMNS[1:]))
        yield from (_row(line, INDENT) for line in lines)


def _heirs(result: Listing, closed: list[ListLine]) -> str:
    """Where to look instead."""
    named = {line.entree.code: called(line.entree) for line in result.lignes}
    codes = dict.fromkeys(line.entree.remplace_par for line in closed if line.entree.remplace_par)
    return f", voir {', '.join(named.get(code, code) for code in codes)}" if codes else ""


def _row(line: ListLine, indent: str, closed: bool = False) -> tuple[str, ...]:
    entry = line.entree
    return (
        f"{indent}{listed(entry)}{' (fermé)' if closed else ''}",
        entry.categorie or french.NOTHING,
        level_word(entry.niveau_diplome) if entry.niveau_diplome is not None else french.NOTHING,
        *(reperes.marked(item) for item in _ends(line)),
    )


def _ends(line: ListLine) -> tuple[Repere | None, Repere | None]:
    return at(line.reperes, "debut"), at(line.reperes, "fin")


def _none_found(result: Listing) -> list[Next]:
    """What to type where nothing answers."""
    return [] if result.lignes else [Next(NONE)]


def _left_out(result: Listing) -> list[Note]:
    """The métiers left out without knowing, and those that are closed."""
    names = {entry.code: called(entry) for entry in result.laisses}
    notes = []
    for codes, why in (
        (result.niveau_inconnu, "dont le niveau de diplôme n’est pas connu"),
        (result.fermes, "où l’on ne recrute plus"),
        (result.net_inconnu, "dont le net n’est pas connu"),
    ):
        if codes:
            many = "s" if len(codes) > 1 else ""
            verb = "sont laissés" if many else "est laissé"
            count = french.count(len(codes), "métier")
            notes.append(Note(f"{count} {why} {verb} de côté{french.THIN}: {', '.join(names[code] for code in codes)}"))
    return notes


def _filters(result: Listing) -> str:
    """What was asked, in words."""
    asked = result.filtres
    parts = []
    if asked.categorie:
        parts.append(f"catégorie {asked.categorie}{' et A+' if asked.categorie == 'A' else ''}")
    if asked.filiere:
        parts.append(f"filière {asked.filiere}")
    if asked.niveau is not None:
        parts.append("sans diplôme" if asked.niveau == 0 else f"avec un diplôme de niveau {level_word(asked.niveau)}")
    if asked.statut:
        parts.append(f"statut {asked.statut}")
    if asked.min_net is not None:
        parts.append(f"net atteignant {french.euros(asked.min_net)} par mois")
    return ", ".join(parts)
