"""A small corps of ours, whose every length and condition is known, and its careers."""

from datetime import date
from typing import Any

from penitcareer.domain.career.careers import CareerBooks, Careers, careers_of
from penitcareer.domain.career.plan import Plan, Subject
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.law import law_at
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.convert import record_from
from penitcareer.store.reading.door import model_of
from tests.support import metier

START = date(2026, 11, 1)
SOURCE = {"titre": "Décret d’essai", "url": None, "date": None}


def grade(code: str, *steps: tuple[int | None, int | None], **fields: Any) -> dict[str, Any]:
    """A grade from (indice majoré, months) pairs."""
    echelons = [{"echelon": str(n), "im": im, "duree_mois": months} for n, (im, months) in enumerate(steps, 1)]
    known = {"statut": "en_vigueur", "statut_durees": "en_vigueur", "echelons": echelons}
    return {"code": code, "titre": f"Grade {code}", **known, **fields}


def school(code: str, im: int | None, months: int | None) -> dict[str, Any]:
    """A school grade of one step."""
    only = [{"echelon": "unique", "im": im, "duree_mois": months}]
    return {"code": code, "titre": code, "statut": "en_vigueur", "statut_durees": "en_vigueur", "echelons": only}


BASE = grade("base", (400, 12), (420, 24), (450, 36), (480, None))
UP = grade("haut", (430, 24), (470, 24), (500, None))
TOP = grade("sommet", (520, 24), (560, None))


def route(**fields: Any) -> dict[str, Any]:
    """A way up."""
    return {"voie": "choix", "source": SOURCE, **fields}


def promotion(depuis: str = "base", vers: str = "haut", *routes: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A promotion and its routes."""
    return {"depuis": depuis, "vers": vers, "voies": list(routes), **fields}


def subject(*grades: dict[str, Any], code: str = "essai", pay: dict[str, Any] | None = None, **fields: Any) -> Subject:
    """A corps and its career rules (`carriere`), as read from a user's file."""
    record = {
        "code": code,
        "titre": "Corps d’essai",
        "sigle": code.upper(),
        "categorie": "A",
        "nature": "corps",
        "grades": list(grades) or [BASE, UP, TOP],
        "verifie_le": "2026-11-01",
        "sources": [SOURCE],
        **fields,
    }
    known = metier(remuneration=pay).remuneration if pay else None
    plain = model_of(Corps).model_validate(record).model_dump()
    corps = record_from(Corps, {**plain, "fichier": None})
    return Subject(code, corps.titre, corps, corps.carriere, known)


def careers(catalogue: Catalogue, *subjects: Subject, start: date = START, **plan: Any) -> Careers:
    """The careers of some subjects under one plan."""
    law = law_at(catalogue.pay_rules, start)
    books = catalogue.pay_books
    known = CareerBooks(books, catalogue.rule, catalogue.career_wordings)
    return careers_of(law, known, subjects, Plan(**{"debut": start, "annees": 10, **plan}))


def stages(result: Careers) -> list[tuple[int, str | None, str | None]]:
    """(month, grade, échelon) of each change of the first career."""
    return [
        (item.mois, item.etape.grade and item.etape.grade.code, item.etape.echelon and item.etape.echelon.echelon)
        for item in result.carrieres[0].parcours.segments
    ]


def codes(result: Careers) -> list[str]:
    """The codes of what the first career assumes."""
    return [item.code for item in result.carrieres[0].hypotheses]


def details(result: Careers, code: str) -> Any:
    """What an assumption of the first career is about."""
    return next(item.details for item in result.carrieres[0].hypotheses if item.code == code)
