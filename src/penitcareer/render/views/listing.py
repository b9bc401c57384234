"""`penit list`: one line a métier."""

from collections.abc import Iterable
from typing import Any

from penitcareer.domain.metiers.choices import DIPLOMES
from penitcareer.domain.metiers.listing import Entry, Listing, ListLine
from penitcareer.domain.metiers.reperes import at
from penitcareer.render.document import Column, Document, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import reperes
from penitcareer.render.views.pay import remuneration_payload
from penitcareer.render.views.rules import rule_payload, smic_payload
from penitcareer.render.words import french

COLUMNS = (
    Column("Code"),
    Column("Métier", flexible=True),
    Column("Cat."),
    Column("Diplôme"),
    Column("Net au début", right=True),
    Column("Preuve"),
)
HEADER = (
    "code", "titre", "categorie", "brut_min", "brut_max", "net_min", "net_max", "teletravail", "evolution", "fichier",
    "filiere", "statuts", "niveau_diplome", "recrutement", "remplace_par", "preuve",
)  # fmt: skip
# The first word of each level is the plainest.
LEVELS = {level: word for word, level in reversed(DIPLOMES.items())}

DISPLAYED = (
    "Net au début : par mois, avant impôt, en zone 3, primes sourcées comprises, par la meilleure preuve connue."
    " L’école, la fin de carrière, les sources et ce qui manque : penit show CODE"
)
COLUMNS_EXPLAINED = (
    f"Diplôme{french.THIN}: le plus bas qui ouvre une voie{french.THIN}; d’autres voies s’ouvrent à qui travaille déjà."
)


def document(result: Listing) -> Document:
    """The table, then what it does not hold."""
    found = french.count(len(result.lignes), "métier")
    title = found if len(result.lignes) == result.total else f"{found} sur {french.number(result.total)}"
    table = Table(COLUMNS, tuple(_row(line) for line in result.lignes))
    return Document(title, _filters(result), (table, *_notes(result)))


full = document


def _notes(result: Listing) -> list[Note]:
    entries = [line.entry for line in result.lignes]
    notes = [*_left_out(result)]
    if entries:
        notes.append(Note(COLUMNS_EXPLAINED))
    notes += [Note(_closed(entry)) for entry in entries if entry.recrutement is False]
    if any(line.reperes for line in result.lignes):
        notes.append(Note(DISPLAYED))
    notes += [
        Note(_said("Télétravail", [(entry.teletravail, entry.code) for entry in entries])),
        Note(_said("Évolution", [(entry.evolution, entry.code) for entry in entries])),
    ]
    notes += [Note(f"{entry.code} vient du fichier {entry.fichier}") for entry in entries if entry.fichier]
    return [note for note in notes if note]


def _left_out(result: Listing) -> list[Note]:
    """The métiers left out without knowing, and those that are closed."""
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
            notes.append(Note(f"{count} {why} {verb} de côté{french.THIN}: {', '.join(codes)}"))
    return notes


def _closed(entry: Entry) -> str:
    heir = f"{french.THIN}; voir {entry.remplace_par}" if entry.remplace_par else ""
    return f"{entry.code}{french.THIN}: on n’y recrute plus{heir}"


def _said(label: str, said: Iterable[tuple[str | None, str]]) -> str:
    """« Télétravail : très rare (cpip, drsp) ; inconnu pour les autres », nothing when
    there is no métier."""
    codes: dict[str, list[str]] = {}
    silent = False
    for text, code in said:
        if text is None:
            silent = True
        else:
            codes.setdefault(text, []).append(code)
    parts = [f"{text.lower()} ({', '.join(of)})" for text, of in codes.items()]
    if silent:
        parts.append(f"{french.UNKNOWN} pour les autres" if parts else french.UNKNOWN)
    return f"{label}{french.THIN}: {f'{french.THIN}; '.join(parts)}" if parts else ""


def payload(result: Listing) -> dict[str, Any]:
    """The lines in JSON; an unknown pay is null."""
    return {
        "metiers": [_line_payload(line) for line in result.lignes],
        "total": result.total,
        "niveau_inconnu": list(result.niveau_inconnu),
        "fermes": list(result.fermes),
        "net_inconnu": list(result.net_inconnu),
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
    }


def rows(result: Listing) -> Rows:
    """One line a métier; unknown cells are empty."""
    return (HEADER, [_csv_row(line) for line in result.lignes])


def _row(line: ListLine) -> tuple[str, ...]:
    entry = line.entry
    return (
        entry.code,
        f"{entry.titre} (fermé)" if entry.recrutement is False else entry.titre,
        entry.categorie or french.NOTHING,
        level_word(entry.niveau_diplome) if entry.niveau_diplome is not None else french.NOTHING,
        *reperes.start(line.reperes),
    )


def level_word(level: int) -> str:
    """A level of diploma as people name it: « bac+3 »."""
    return LEVELS.get(level, f"niveau {level}")


def _filters(result: Listing) -> str:
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


def _line_payload(line: ListLine) -> dict[str, Any]:
    entry, pay, _ = line
    shown = None
    if pay is not None:
        shown = remuneration_payload(pay.remuneration, pay.tranches, pay.affichee, pay.affichee_nette)
    return {
        "code": entry.code,
        "titre": entry.titre,
        "titre_feminin": entry.titre_feminin,
        "sigle": entry.sigle,
        "categorie": entry.categorie,
        "filiere": entry.filiere,
        "statuts": list(entry.statuts),
        "niveau_diplome": entry.niveau_diplome,
        "recrutement": entry.recrutement,
        "remplace_par": entry.remplace_par,
        "remuneration": shown,
        "reperes": reperes.payload(line.reperes),
        "teletravail": entry.teletravail,
        "evolution": entry.evolution,
        "fichier": entry.fichier,
    }


def _csv_row(line: ListLine) -> tuple[Any, ...]:
    entry, start = line.entry, at(line.reperes, "debut")
    spans = (start.brut, start.net) if start else (None, None)
    amounts = [amount(end) for span in spans for end in (span or (None, None))]
    return (
        entry.code,
        entry.titre,
        entry.categorie,
        *amounts,
        entry.teletravail,
        entry.evolution,
        entry.fichier,
        entry.filiere,
        ", ".join(entry.statuts) or None,
        entry.niveau_diplome,
        entry.recrutement,
        entry.remplace_par,
        start.preuve if start else None,
    )
