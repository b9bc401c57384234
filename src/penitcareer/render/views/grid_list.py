"""`penit grille` alone: the corps, and whether their grid is sourced."""

from typing import Any

from penitcareer.domain.pay.grid import Grid, GridList
from penitcareer.render.document import Column, Document, Note, Table
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.grid import STATUSES
from penitcareer.render.words import french

COLUMNS = (
    Column("Code"),
    Column("Corps", flexible=True),
    Column("Cat."),
    Column("Grades", flexible=True),
    Column("Indices"),
)


def document(result: GridList) -> Document:
    """One line a corps."""
    lines = tuple(_row(grid) for grid in result.grilles)
    return Document(
        french.count(len(lines), "corps", "corps"), "", (Table(COLUMNS, lines), Note("Une grille : penit grille CORPS"))
    )


full = document


def payload(result: GridList) -> dict[str, Any]:
    """The same in JSON."""
    return {"corps": [_payload(grid) for grid in result.grilles]}


def rows(result: GridList) -> Rows:
    """One line a corps."""
    header = ("code", "sigle", "titre", "categorie", "grades", "statut", "fichier")
    return (
        header,
        [
            (*list(_payload(grid).values())[:4], " ".join(_grades(grid)), grid.statut, grid.corps.fichier)
            for grid in result.grilles
        ],
    )


def _row(grid: Grid) -> tuple[str, ...]:
    corps = grid.corps
    return (corps.code, corps.titre, corps.categorie_on(grid.loi.jour), ", ".join(_grades(grid)), STATUSES[grid.statut])


def _grades(grid: Grid) -> list[str]:
    return [grade.grade.code for grade in grid.grades]


def _payload(grid: Grid) -> dict[str, Any]:
    corps = grid.corps
    return {
        "code": corps.code,
        "sigle": corps.sigle,
        "titre": corps.titre,
        "categorie": corps.categorie_on(grid.loi.jour),
        "grades": _grades(grid),
        "statut": grid.statut,
        "fichier": corps.fichier,
    }
