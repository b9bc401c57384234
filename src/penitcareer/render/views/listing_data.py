"""The list in JSON and CSV; apart, so that a list to read does not pay for them."""

from typing import Any

from penitcareer.domain.metiers.listing import Listing, ListLine
from penitcareer.domain.metiers.reperes import at
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import reperes
from penitcareer.render.views.pay import remuneration_payload
from penitcareer.render.views.rules import rule_payload, smic_payload

HEADER = (
    "code", "titre", "categorie", "brut_min", "brut_max", "net_min", "net_max", "teletravail", "evolution", "fichier",
    "filiere", "statuts", "niveau_diplome", "recrutement", "remplace_par", "preuve",
)  # fmt: skip


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


def _line_payload(line: ListLine) -> dict[str, Any]:
    entry, pay, _ = line
    shown = None
    if pay is not None:
        shown = remuneration_payload(pay.remuneration, pay.tranches, pay.affichee, pay.affichee_nette)
    return {
        "code": entry.code,
        "titre": entry.titre,
        "titre_feminin": entry.titre_feminin,
        "titre_court": entry.titre_court,
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
    entry, start = line.entree, at(line.reperes, "debut")
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
