"""`penit grille CORPS` in one screen: what it pays, then the échelons, those alike together."""

from collections.abc import Sequence
from typing import NamedTuple

from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.grid import GradeGrid, Grid, GridEchelon
from penitcareer.render.document import Block, Column, Document, Facts, Heading, Next, Note, Paragraph, Table
from penitcareer.render.views import known
from penitcareer.render.words import french
from penitcareer.render.words.corps import with_corps
from penitcareer.render.words.grades import short_grade
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence

COLUMNS = (
    Column("Échelon", bref="éch. {}"),
    Column("Indice", right=True, bref="indice {}"),
    Column("Durée", right=True, bref="{}"),
    Column("Atteint en", right=True),
    Column("Traitement", right=True),
    Column("Net par mois", right=True, bref="{} net"),
)
BOUNDED = {"bornes": "indices encadrés", "supposition": "indices en partie supposés"}
OLDER = "indices d’une version antérieure"
OWN_INDEX = (
    "Un indice lu sur un bulletin suffit à calculer (penit paie {code} --im 450), ou votre fichier (penit check)."
)


class Alike(NamedTuple):
    """Échelons that follow one another and differ by their number alone."""

    premier: GridEchelon
    dernier: GridEchelon


def document(result: Grid) -> Document:
    """The ends of the grid in the first lines, then its grades."""
    corps = result.corps
    paid = [grade for grade in result.grades if any(step.indice for step in grade.echelons)]
    month = french.month(result.loi.jour)
    blocks: list[Block] = [
        Paragraph(f"{month}, zone {result.zone}, temps plein, sans enfant, primes connues comprises"),
        *not_counted(result.manque),
        *_unknown(result, [grade for grade in result.grades if grade not in paid]),
    ]
    for grade in paid:
        blocks += [Heading(_title(grade, result)), _table(grade)]
    if corps.fichier:
        blocks.append(Note(f"Le corps {corps.code} vient du fichier {corps.fichier}"))
    if result.statut != "sourcee":
        blocks.append(Note(OWN_INDEX.format(code=corps.code)))
    one = [f"penit grille {corps.code} --grade {grade.grade.code}" for grade in paid[1:][-1:]]
    tries = " · ".join([f"penit carriere {corps.code}", *one, f"penit grille {corps.code} --tout"])
    blocks.append(Facts((("Essayez", Next(tries)),)))
    return Document(_corps_title(corps), _answer(paid), tuple(blocks), framed=False)


def _corps_title(corps: Corps) -> str:
    """« CPIP · Conseiller pénitentiaire d’insertion et de probation », « Surveillant (corps CEA) »."""
    return with_corps(corps) if corps.nom or not corps.sigle.isupper() else f"{corps.sigle} · {corps.titre}"


def _answer(paid: Sequence[GradeGrid]) -> str:
    """« Net par mois avant impôt : 2 340 € au premier échelon, 3 605 € au dernier »."""
    career = [grade for grade in paid if not grade.grade.in_training]
    steps = [step for grade in career for step in grade.echelons if step.indice]
    if not steps:
        return f"Indices {french.UNKNOWN}s{french.THIN}: aucun net à calculer"
    first, last = (_net(step) for step in (steps[0], steps[-1]))
    return f"Net par mois avant impôt{french.THIN}: {first} au premier échelon, {last} au dernier"


def _unknown(result: Grid, grades: Sequence[GradeGrid]) -> list[Note]:
    """The grades whose indices are all unknown, in a line."""
    if not grades:
        return []
    names = (_lasting(grade, short_grade(grade.grade, result.corps)) for grade in grades)
    return [Note(f"Indice {french.UNKNOWN}{french.THIN}: {', '.join(names)}.")]


def _lasting(grade: GradeGrid, name: str) -> str:
    months = [step.echelon.duree_mois for step in grade.echelons]
    alone = len(months) == 1 and months[0]
    return in_a_sentence(name) + (f" ({french.months(months[0] or 0)})" if alone else "")


def _title(grade: GradeGrid, result: Grid) -> str:
    """« Premier grade, indices encadrés »."""
    kept = grade.grade
    name = short_grade(kept, result.corps)
    state = (
        BOUNDED[kept.encadrement.nature] if kept.encadrement else OLDER if kept.statut == "version_anterieure" else ""
    )
    return french.capital(name) + (f", {state}" if state else "")


def _table(grade: GradeGrid) -> Table:
    """Its échelons, without the columns that say nothing."""
    rows = [_row(alike) for alike in _folded(grade.echelons)]
    kept = [rank for rank in range(len(COLUMNS)) if any(row[rank] != french.NOTHING for row in rows)]
    return Table(tuple(COLUMNS[rank] for rank in kept), tuple(tuple(row[rank] for rank in kept) for row in rows))


def _folded(steps: Sequence[GridEchelon]) -> list[Alike]:
    found: list[Alike] = []
    for step in steps:
        if found and _same(found[-1].dernier, step):
            found[-1] = found[-1]._replace(dernier=step)
        else:
            found.append(Alike(step, step))
    return found


def _same(held: GridEchelon, after: GridEchelon) -> bool:
    one = (held.indice, held.echelon.duree_mois, held.chevron, held.echelon.lettre)
    return one == (after.indice, after.echelon.duree_mois, after.chevron, after.echelon.lettre)


def _row(alike: Alike) -> tuple[str, ...]:
    step, last = alike
    echelon = step.echelon
    name, end = (french.echelon(item.echelon.echelon) for item in alike)
    each = "" if last is step else " chacun"
    letter = f"{echelon.lettre} {step.chevron or 1}{french.THIN}: " if echelon.lettre else ""
    timed = step.opens
    return (
        name if last is step else f"{name} à {end}",
        letter + known.index(step.indice),
        french.months(echelon.duree_mois) + each if timed and echelon.duree_mois is not None else french.NOTHING,
        _reached(step) if timed else french.NOTHING,
        known.rounded(step.indice, *known.ends(step, "traitement")),
        _net(step),
    )


def _reached(step: GridEchelon) -> str:
    if step.cumul_mois is None:
        return french.NOTHING
    return french.months(step.cumul_mois) if step.cumul_mois else french.NOTHING


def _net(step: GridEchelon) -> str:
    return known.rounded(step.indice, *known.ends(step, "net"))
