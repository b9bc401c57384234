"""`penit check`: the faults of data files."""

from typing import Any

from penitcareer.domain.checks import CheckReport
from penitcareer.render.document import Bullets, Document, Facts, Next
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.words import french

MODEL = "penit check --schema (ce qu’un fichier peut contenir) · penit aide check"
MORE = f"Plus{french.THIN}: "


def document(result: CheckReport) -> Document:
    """Every fault that was kept, or how many records are right."""
    records = french.count(result.fiches, "fiche")
    files = french.count(len(result.fichiers), "fichier")
    if result.fautes:
        items = tuple(("", str(fault)) for fault in result.fautes)
        readable = "lisible" if result.fiches < 2 else "lisibles"
        kept = f", les {french.number(len(items))} premières erreurs" if result.omises else ""
        total = french.count(len(items) + result.omises, "erreur")
        more = Next(f"{MORE}penit aide check")
        return Document(total, f"{files}, {records} {readable}{kept}", (Bullets(items), more))
    if not result.fichiers:
        where = result.dossier or "aucun dossier personnel sur ce système"
        folder = f"Vos métiers se rangent ici{french.THIN}: {where}"
        return Document("Aucun fichier à vérifier", folder, (Next(MORE + MODEL),))
    right = f"{records} {'juste' if result.fiches < 2 else 'justes'}" if result.fiches else "Aucune erreur"
    fine = Facts(tuple((path, "aucune erreur") for path in result.fichiers))
    return Document(right, files, (fine, Next(f"{MORE}penit list")))


full = document


def payload(result: CheckReport) -> dict[str, Any]:
    """The same in JSON."""
    return {
        "fichiers": list(result.fichiers),
        "fiches": result.fiches,
        "fautes": [fault._asdict() for fault in result.fautes],
        "fautes_omises": result.omises,
    }


def rows(result: CheckReport) -> Rows:
    """One line a fault."""
    return (("fichier", "ligne", "champ", "message"), [tuple(fault) for fault in result.fautes])
