"""`penit grille CORPS`: grades, échelons, durations and what each pays."""

from typing import Any

from penitcareer.domain.pay.grid import GradeGrid, Grid, Step
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money_or_none
from penitcareer.render.views.facts import joined
from penitcareer.render.views.rules import text_payload
from penitcareer.render.words import french

STATUSES = {
    "sourcee": "grille sourcée",
    "partielle": "grille sourcée en partie",
    "non_sourcee": "indices non sourcés",
}
GRADE_STATUSES = {
    "en_vigueur": None,
    "version_anterieure": "indices d’une version antérieure, non confirmés",
    "inconnu": "indice non sourcé",
}
COLUMNS = (
    Column("Échelon"),
    Column("IB", right=True),
    Column("IM", right=True),
    Column("Durée", right=True),
    Column("Depuis le début", right=True),
    Column("Traitement", right=True),
    Column("Net avant impôt", right=True),
)
HOW_TO = (
    "Indices non sourcés : le calcul part de l’indice d’un bulletin (penit paie {code} --im 450),"
    " ou d’un fichier de corps que vous ajoutez et que penit check vérifie."
)


def document(result: Grid) -> Document:
    """A table a grade, then notes and sources."""
    corps = result.corps
    blocks: list[Block] = []
    for grade in result.grades:
        blocks += [Heading(_grade_title(grade)), Table(COLUMNS, tuple(_row(step) for step in grade.echelons))]
        if grade.grade.raison:
            blocks.append(Note(grade.grade.raison))
    blocks.append(
        Note(f"Net avant impôt en zone {result.zone}, sans enfant, avec les primes sourcées du corps, à temps plein.")
    )
    if result.statut != "sourcee":
        blocks.append(Note(HOW_TO.format(code=corps.code)))
    if result.loi.constant_since is not None:
        blocks.append(Note(f"À droit constant depuis le {french.day(result.loi.constant_since.isoformat())}."))
    blocks += [Note(note) for note in corps.notes]
    if corps.fichier:
        blocks.append(Note(f"Le corps {corps.code} vient du fichier {corps.fichier}"))
    blocks += [
        Heading("Sources"),
        Bullets(tuple(("", joined(s.titre, s.date and french.day(s.date), s.url)) for s in corps.sources)),
    ]
    count = french.count(len(corps.sources), "source")
    day = french.day(result.loi.jour.isoformat())
    return Document(f"{corps.titre} ({corps.sigle})", f"{STATUSES[result.statut]}, {count}, au {day}", tuple(blocks))


def payload(result: Grid) -> dict[str, Any]:
    """The same in JSON."""
    corps = result.corps
    return {
        "corps": corps.code,
        "titre": corps.titre,
        "statut": result.statut,
        "date": result.loi.jour.isoformat(),
        "zone": result.zone,
        "fichier": corps.fichier,
        "grades": [_grade_payload(grade) for grade in result.grades],
        "anciens_indices": [
            {**item._asdict(), "indices_bruts": list(item.indices_bruts), "source": text_payload(item.source)}
            for item in corps.anciens_indices
        ],
        "notes": list(corps.notes),
        "sources": [text_payload(source) for source in corps.sources],
    }


def rows(result: Grid) -> Rows:
    """One line an échelon."""
    header = (
        "corps",
        "grade",
        "echelon",
        "indice_brut",
        "indice_majore",
        "duree_mois",
        "cumul_mois",
        "traitement",
        "net",
    )
    return (
        header,
        [
            (
                result.corps.code,
                grade.grade.code,
                step.echelon.echelon,
                step.echelon.lettre or step.echelon.ib,
                step.indice_majore,
                step.echelon.duree_mois,
                step.cumul_mois,
                amount(step.traitement),
                amount(step.net),
            )
            for grade in result.grades
            for step in grade.echelons
        ],
    )


def _grade_title(grade: GradeGrid) -> str:
    kept = grade.grade
    since = f"depuis le {french.day(kept.depuis.isoformat())}" if kept.depuis else None
    until = f"jusqu’au {french.day(kept.jusqu_au.isoformat())}" if kept.jusqu_au else None
    return joined(f"{kept.titre} ({kept.code})", GRADE_STATUSES[kept.statut], since, until)


def _row(step: Step) -> tuple[str, ...]:
    echelon = step.echelon
    return (
        french.echelon(echelon.echelon),
        echelon.lettre or (str(echelon.ib) if echelon.ib is not None else "?"),
        str(step.indice_majore) if step.indice_majore is not None else "?",
        french.months(echelon.duree_mois) if echelon.duree_mois is not None else "?",
        french.months(step.cumul_mois) if step.cumul_mois is not None else "?",
        french.euros(step.traitement, True) if step.traitement is not None else "non sourcé",
        french.euros(step.net, True) if step.net is not None else "non sourcé",
    )


def _grade_payload(grade: GradeGrid) -> dict[str, Any]:
    kept = grade.grade
    return {
        "code": kept.code,
        "titre": kept.titre,
        "statut": kept.statut,
        "statut_durees": kept.statut_durees,
        "depuis": kept.depuis.isoformat() if kept.depuis else None,
        "jusqu_au": kept.jusqu_au.isoformat() if kept.jusqu_au else None,
        "raison": kept.raison,
        "echelons": [
            {
                "echelon": step.echelon.echelon,
                "indice_brut": step.echelon.ib,
                "lettre": step.echelon.lettre,
                "indice_majore": step.indice_majore,
                "duree_mois": step.echelon.duree_mois,
                "cumul_mois": step.cumul_mois,
                "traitement": money_or_none(step.traitement),
                "net": money_or_none(step.net),
            }
            for step in grade.echelons
        ],
    }
