"""`penit grille CORPS`: grades, échelons, durations and what each pays."""

from typing import Any

from penitcareer.domain.dated import TextSource
from penitcareer.domain.pay.grid import GradeGrid, Grid, GridEchelon
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money_or_none
from penitcareer.render.views import known
from penitcareer.render.views.facts import joined
from penitcareer.render.views.grid_short import document
from penitcareer.render.views.rules import text_payload
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

__all__ = ["document", "full", "payload", "rows"]

STATUSES = {
    "sourcee": "grille connue",
    "partielle": "grille connue en partie",
    "non_sourcee": "indices inconnus",
}
GRADE_STATUSES = {
    "en_vigueur": None,
    "version_anterieure": "indices d’une version antérieure, non confirmés",
    "inconnu": "indice inconnu",
}
BOUNDED = {"bornes": "indices encadrés", "supposition": "indices en partie supposés"}
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
    "Indices inconnus : le calcul part de l’indice d’un bulletin (penit paie {code} --im 450),"
    " ou d’un fichier de corps que vous ajoutez et que penit check vérifie."
)


def full(result: Grid) -> Document:
    """A table a grade, then notes and sources."""
    corps = result.corps
    blocks: list[Block] = [*not_counted(result.manque)]
    for grade in result.grades:
        blocks += [Heading(_grade_title(grade)), Table(COLUMNS, tuple(_row(step) for step in grade.echelons))]
        if grade.grade.raison:
            blocks.append(Note(grade.grade.raison))
        if grade.grade.encadrement:
            blocks.append(Note(grade.grade.encadrement.raison))
    blocks.append(
        Note(f"Net avant impôt en zone {result.zone}, sans enfant, avec les primes connues du corps, à temps plein.")
    )
    if result.statut != "sourcee":
        blocks.append(Note(HOW_TO.format(code=corps.code)))
    if result.loi.droit_constant_depuis is not None:
        blocks.append(Note(f"À droit constant depuis le {french.day(result.loi.droit_constant_depuis.isoformat())}."))
    blocks += [Note(note) for note in corps.notes]
    if corps.fichier:
        blocks.append(Note(f"Le corps {corps.code} vient du fichier {corps.fichier}"))
    blocks += [
        Heading("Sources"),
        Bullets(tuple(("", joined(s.titre, s.date and french.day(s.date), s.url)) for s in _sources(result))),
    ]
    count = french.count(len(_sources(result)), "source")
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
        "manque": list(result.manque),
    }


def rows(result: Grid) -> Rows:
    """One line an échelon, or a chevron."""
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
        "indice_min",
        "indice_max",
        "net_min",
        "net_max",
        "preuve",
        "chevron",
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
                *((step.indice.min, step.indice.max) if step.indice else (None, None)),
                amount(step.bas and step.bas.net),
                amount(step.haut and step.haut.net),
                step.indice and step.indice.preuve,
                step.chevron,
            )
            for grade in result.grades
            for step in grade.echelons
        ],
    )


def _grade_title(grade: GradeGrid) -> str:
    kept = grade.grade
    since = f"depuis le {french.day(kept.depuis.isoformat())}" if kept.depuis else None
    until = f"jusqu’au {french.day(kept.jusqu_au.isoformat())}" if kept.jusqu_au else None
    state = BOUNDED[kept.encadrement.nature] if kept.encadrement else GRADE_STATUSES[kept.statut]
    return joined(kept.titre, state, since, until)


def _row(step: GridEchelon) -> tuple[str, ...]:
    echelon = step.echelon
    paid = tuple(known.amount(step.indice, *known.ends(step, part), french.NOTHING) for part in ("traitement", "net"))
    name = french.echelon(echelon.echelon)
    if step.chevron is not None and not step.opens:
        return (name, f"{echelon.lettre} {step.chevron}", known.index(step.indice), "", "", *paid)
    return (
        name,
        echelon.lettre or (str(echelon.ib) if echelon.ib is not None else french.NOTHING),
        known.index(step.indice),
        french.months(echelon.duree_mois) if echelon.duree_mois is not None else french.NOTHING,
        french.months(step.cumul_mois) if step.cumul_mois is not None else french.NOTHING,
        *paid,
    )


def _sources(result: Grid) -> tuple[TextSource, ...]:
    """The sources of the corps, then those of the bounds of its grades, each once."""
    explained = [grade.grade.encadrement for grade in result.grades if grade.grade.encadrement]
    found = [*result.corps.sources, *(source for item in explained for source in item.sources)]
    return tuple({source.url or source.titre: source for source in found}.values())


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
        "encadrement": {
            "nature": kept.encadrement.nature,
            "raison": kept.encadrement.raison,
            "sources": [text_payload(source) for source in kept.encadrement.sources],
        }
        if kept.encadrement
        else None,
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
                "indice": known.index_payload(step.indice),
                "traitement_encadre": known.amount_payload(step.indice, *known.ends(step, "traitement")),
                "net_encadre": known.amount_payload(step.indice, *known.ends(step, "net")),
                "chevrons": _chevrons_payload(grade, step),
            }
            for step in grade.echelons
            if step.opens
        ],
        "manque": list(grade.manque),
    }


def _chevrons_payload(grade: GradeGrid, held: GridEchelon) -> list[dict[str, Any]]:
    """What each chevron of a lettered échelon pays; empty for the others."""
    return [
        {
            "chevron": step.chevron,
            "indice_majore": step.indice_majore,
            "traitement": money_or_none(step.traitement),
            "net": money_or_none(step.net),
        }
        for step in grade.echelons
        if step.chevron is not None and step.echelon is held.echelon
    ]
