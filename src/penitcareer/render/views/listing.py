"""`penit list`: one line a métier."""

from typing import Any

from penitcareer.domain.listing import Line, Listing
from penitcareer.render import french
from penitcareer.render.csv_rows import Rows, amount
from penitcareer.render.document import Column, Document, Note, Table
from penitcareer.render.views.pay import caveats, remuneration_payload
from penitcareer.render.views.rules import rule_payload, smic_payload

COLUMNS = (
    Column("Code"),
    Column("Métier", flexible=True),
    Column("Cat."),
    Column("Brut par mois", right=True),
    Column("Télétravail", flexible=True),
    Column("Évolution"),
)

DISPLAYED = (
    "Fourchette que la source met en avant, sinon l’étendue de ses tranches : un ordre de grandeur, pas une moyenne."
    " Détail, net et réserves : penit show CODE"
)


def document(result: Listing) -> Document:
    """The table, then what the ranges are."""
    found = french.count(len(result.lignes), "métier")
    title = found if len(result.lignes) == result.total else f"{found} sur {french.number(result.total)}"
    below = [bracket for line in result.lignes if line.paie for bracket in line.paie.tranches]
    notes = [Note(DISPLAYED), *caveats(below, result.regle, result.smic)[1:]] if below else []
    own = [line.entry for line in result.lignes if line.entry.fichier]
    notes += [Note(f"{entry.code} vient de {entry.fichier}") for entry in own]
    return Document(title, _filters(result), (Table(COLUMNS, tuple(_row(line) for line in result.lignes)), *notes))


def payload(result: Listing) -> dict[str, Any]:
    """The lines in JSON; an unknown pay is null."""
    return {
        "metiers": [_line_payload(line) for line in result.lignes],
        "total": result.total,
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
    }


def rows(result: Listing) -> Rows:
    """One line a métier; unknown cells are empty."""
    header = (
        "code",
        "titre",
        "categorie",
        "brut_min",
        "brut_max",
        "net_min",
        "net_max",
        "teletravail",
        "evolution",
        "fichier",
    )
    return (header, [_csv_row(line) for line in result.lignes])


def _row(line: Line) -> tuple[str, ...]:
    entry, pay = line
    mark = " *" if pay and any(bracket.sous_smic for bracket in pay.tranches) else ""
    return (
        entry.code,
        entry.titre,
        entry.categorie or french.UNKNOWN,
        french.amount_range(pay.affichee) + mark if pay else french.UNKNOWN,
        entry.teletravail or french.UNKNOWN,
        entry.evolution or french.UNKNOWN,
    )


def _filters(result: Listing) -> str:
    parts = []
    if result.categorie:
        parts.append(f"catégorie {result.categorie}{' et A+' if result.categorie == 'A' else ''}")
    if result.min_net is not None:
        parts.append(f"net senior atteignant {french.euros(result.min_net)} par mois")
    return ", ".join(parts)


def _line_payload(line: Line) -> dict[str, Any]:
    entry, pay = line
    shown = None
    if pay is not None:
        shown = remuneration_payload(pay.remuneration, pay.tranches, pay.affichee, pay.affichee_nette)
    return {
        "code": entry.code,
        "titre": entry.titre,
        "titre_feminin": entry.titre_feminin,
        "sigle": entry.sigle,
        "categorie": entry.categorie,
        "remuneration": shown,
        "teletravail": entry.teletravail,
        "evolution": entry.evolution,
        "fichier": entry.fichier,
    }


def _csv_row(line: Line) -> tuple[Any, ...]:
    entry, pay = line
    amounts: list[Any] = [None] * 4
    if pay is not None:
        amounts = [amount(bound) for shown in (pay.affichee, pay.affichee_nette) for bound in shown]
    return (
        entry.code,
        entry.titre,
        entry.categorie,
        *amounts,
        entry.teletravail,
        entry.evolution,
        entry.fichier,
    )
