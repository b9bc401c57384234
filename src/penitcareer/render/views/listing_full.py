"""`penit list --tout`: the same lines with titles in full and codes, and what sources say."""

from collections.abc import Iterable

from penitcareer.domain.metiers.listing import Entry, Listing, ListLine
from penitcareer.domain.metiers.reperes import at
from penitcareer.render.document import Block, Column, Note, Table
from penitcareer.render.views import reperes
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import called, from_file, in_a_sentence
from penitcareer.render.words.preuves import legend

COLUMNS = (
    Column("Métier", flexible=True, bref="{}"),
    Column("Cat.", bref="{}"),
    Column("Diplôme", bref="{}"),
    Column("Net au début", right=True, bref="{} début"),
    Column("Code", bref="{}"),
)
DISPLAYED = (
    "Net au début : par mois, avant impôt, en zone 3, primes connues comprises, par la meilleure preuve connue."
    " L’école, la fin de carrière, les sources et ce qui manque : penit show CODE"
)
COLUMNS_EXPLAINED = (
    f"Diplôme{french.THIN}: le plus bas qui ouvre une voie{french.THIN}; d’autres voies s’ouvrent à qui travaille déjà."
)


def table(result: Listing) -> list[Block]:
    """The table, nothing where nothing answers."""
    if not result.lignes:
        return []
    shown = [item for line in result.lignes if (item := at(line.reperes, "debut")) is not None]
    return [Table(COLUMNS, tuple(_row(line) for line in result.lignes)), legend(item.preuve for item in shown)]


def notes_on(result: Listing) -> list[Note]:
    """What the table does not hold."""
    entries = [line.entree for line in result.lignes]
    notes = []
    if entries:
        notes.append(Note(COLUMNS_EXPLAINED))
    notes += [Note(_closed(entry, entries)) for entry in entries if entry.recrutement is False]
    if any(line.reperes for line in result.lignes):
        notes.append(Note(DISPLAYED))
    notes += [
        Note(_said("Télétravail", [(entry.teletravail, called(entry)) for entry in entries])),
        Note(_said("Évolution", [(entry.evolution, called(entry)) for entry in entries])),
    ]
    notes += [Note(said) for entry in entries if (said := from_file(entry))]
    return [note for note in notes if note]


def _closed(entry: Entry, entries: Iterable[Entry]) -> str:
    names = {one.code: called(one) for one in entries}
    heir = f"{french.THIN}; voir {names.get(entry.remplace_par, entry.remplace_par)}" if entry.remplace_par else ""
    return f"{called(entry)}{french.THIN}: on n’y recrute plus{heir}"


def _said(label: str, said: Iterable[tuple[str | None, str]]) -> str:
    """« Télétravail : très rare (CPIP, DISP) ; inconnu pour les autres », nothing when
    there is no métier."""
    names: dict[str, list[str]] = {}
    silent = False
    for text, name in said:
        if text is None:
            silent = True
        else:
            names.setdefault(text, []).append(name)
    parts = [f"{in_a_sentence(text)} ({', '.join(of)})" for text, of in names.items()]
    if silent:
        lacking = french.unknown(label)
        parts.append(f"{lacking} pour les autres" if parts else lacking)
    return f"{label}{french.THIN}: {f'{french.THIN}; '.join(parts)}" if parts else ""


def _row(line: ListLine) -> tuple[str, ...]:
    entry = line.entree
    return (
        f"{entry.titre} (fermé)" if entry.recrutement is False else entry.titre,
        entry.categorie or french.NOTHING,
        level_word(entry.niveau_diplome) if entry.niveau_diplome is not None else french.NOTHING,
        reperes.marked(at(line.reperes, "debut")),
        entry.code,
    )
