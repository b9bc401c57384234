"""`penit grille` alone: the corps, and whether their grid is sourced."""

from typing import Any

from penitcareer.domain.pay.grid import Grid, GridList
from penitcareer.render.document import Column, Document, Next, Table
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.words import french
from penitcareer.render.words.corps import with_corps
from penitcareer.render.words.metiers import short_name

INDICES = {"sourcee": "connus", "partielle": "en partie", "non_sourcee": french.UNKNOWN + "s"}
COLUMNS = (
    Column("Code", bref="{}"),
    Column("Corps", flexible=True, bref="{}"),
    Column("Cat.", bref="cat. {}"),
    Column("Indices", bref="indices {}"),
)


def document(result: GridList) -> Document:
    """One line a corps."""
    lines = tuple(_row(grid) for grid in result.grilles)
    return Document(
        french.count(len(lines), "corps", "corps"),
        "",
        (Table(COLUMNS, lines), Next(f"Plus{french.THIN}: {' · '.join(_next_calls(result))}")),
        framed=False,
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
            tuple(" ".join(value) if name == "grades" else value for name, value in _payload(grid).items())
            for grid in result.grilles
        ],
    )


def _row(grid: Grid) -> tuple[str, ...]:
    corps = grid.corps
    name = with_corps(corps) if corps.nom else short_name(corps.titre, None)
    return (corps.code, name, corps.categorie_on(grid.loi.jour), INDICES[grid.statut])


def _next_calls(result: GridList) -> list[str]:
    """The grid of a corps, and its careers: of the first whose indices are known."""
    best = sorted(result.grilles, key=lambda grid: list(INDICES).index(grid.statut))[:1]
    return [f"penit {command} {grid.corps.code}" for grid in best for command in ("grille", "carriere")]


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
