"""Careers in JSON and CSV."""

from collections.abc import Iterator
from typing import Any

from penitcareer.domain.career.careers import Career, Careers
from penitcareer.domain.career.crossing import Lead
from penitcareer.domain.career.path import Path, Segment, Year
from penitcareer.domain.career.plan import Departure
from penitcareer.domain.money import Span
from penitcareer.render.formats.csv_rows import Cell, Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views.payslip_data import hypothesis_payload
from penitcareer.render.words import careers as words


def payload(result: Careers) -> dict[str, Any]:
    """The same in JSON; where some pay is a band, amounts are {min, max}, `max` null for a floor."""
    return {
        "date": result.loi.jour.isoformat(),
        "parcours": [_path_payload(career) for career in result.carrieres],
        "croisements": [
            {
                "codes": list(item.codes),
                "comparable": item.comparable,
                "mensuel": item.mensuel.annee,
                "cumul": item.cumul.annee,
                "detail": {name: _lead(getattr(item, name)) for name in ("mensuel", "cumul")},
                "manque": dict(zip(item.codes, map(list, item.manque), strict=True)),
                "mois_inconnus": dict(zip(item.codes, item.mois_inconnus, strict=True)),
            }
            for item in result.croisements
        ],
    }


def rows(result: Careers) -> Rows:
    """One line a year, and one a change within a year."""
    header = (
        *("code", "base", "annee", "depuis", "etape", "grade", "echelon", "enfants", "quotite"),
        *("brut_min", "brut_max", "net_min", "net_max", "cumul_net_min", "cumul_net_max"),
    )
    return (header, [row for career in result.carrieres for row in _csv_rows(career.parcours)])


def _lead(lead: Lead) -> dict[str, Any]:
    return {"devant": lead.devant, "passages": [passing._asdict() for passing in lead.passages]}


def _path_payload(career: Career) -> dict[str, Any]:
    path = career.parcours
    band = path.base == "fourchettes" or path.band
    return {
        "code": path.code,
        "titre": path.sujet.titre,
        "base": path.base,
        "fichier": path.sujet.corps.fichier if path.sujet.corps else None,
        "avancement": path.plan.avancement,
        "depart": _departure_payload(path.plan.depart),
        "mois_inconnus": path.mois_inconnus,
        "annees": [
            {
                "annee": year.annee,
                **_segment_payload(year.debut, band),
                "cumul_net": _money(year.cumul, band),
                "changements": [
                    {
                        "mois": f"{segment.jour:%Y-%m}",
                        "motif": segment.etape.motif,
                        **_segment_payload(segment, band),
                    }
                    for segment in year.changements
                ],
            }
            for year in path.annees
        ],
        "hypotheses": [hypothesis_payload(item) for item in career.hypotheses],
        "manque": list(path.manque),
    }


def _departure_payload(start: Departure | None) -> dict[str, Any] | None:
    if start is None:
        return None
    return {
        "grade": start.grade,
        "echelon": start.echelon,
        "depuis": f"{start.le:%Y-%m}" if start.le else None,
        "indice_majore": start.im,
    }


def _segment_payload(segment: Segment, band: bool) -> dict[str, Any]:
    held, paid = segment.etape, segment.paie
    return {
        "etape": held.phase,
        "grade": held.grade.code if held.grade else None,
        "echelon": words.echelon_of(held, paid),
        "niveau": paid.niveau if paid else None,
        "enfants": segment.foyer.enfants,
        "quotite": segment.foyer.quotite,
        "brut": _money(paid.brut if paid else None, band),
        "net": _money(paid.net if paid else None, band),
        "manque": list(paid.manque) if paid else [],
    }


def _money(amounts: Span | None, band: bool) -> Any:
    if amounts is None:
        return None
    return {"min": money(amounts.min), "max": money_or_none(amounts.max)} if band else money(amounts.min)


def _csv_rows(path: Path) -> Iterator[tuple[Cell, ...]]:
    for year in path.annees:
        yield _csv_row(path, year, year.debut, words.first_day(path, year), year.cumul)
        for segment in year.changements:
            yield _csv_row(path, year, segment, f"{segment.jour:%Y-%m}", None)


def _csv_row(path: Path, year: Year, segment: Segment, month: str, cumulated: Span | None) -> tuple[Cell, ...]:
    held, paid = segment.etape, segment.paie
    pairs = (paid.brut if paid else None, paid.net if paid else None, cumulated)
    bounds = [amount(bound) for pair in pairs for bound in (pair or (None, None))]
    grade = held.grade.code if held.grade else None
    place = (held.phase, grade, words.echelon_of(held, paid), segment.foyer.enfants, segment.foyer.quotite)
    return (path.code, path.base, year.annee, month, *place, *bounds)
