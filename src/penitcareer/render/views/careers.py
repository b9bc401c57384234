"""`penit carriere`: one career year by year, or several side by side."""

from collections.abc import Iterator
from typing import Any

from penitcareer.domain.career.careers import Career, Careers
from penitcareer.domain.career.crossing import Crossing, Lead
from penitcareer.domain.career.path import Path, Segment, Year
from penitcareer.domain.career.plan import first_month
from penitcareer.domain.money import Range
from penitcareer.render import french
from penitcareer.render.csv_rows import Cell, Rows, amount
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.json_text import money, money_or_none, money_range
from penitcareer.render.views import career_words as words
from penitcareer.render.views.payslip import hypothesis

YEAR_COLUMNS = (
    Column("An", right=True),
    Column("Depuis"),
    Column("Étape", flexible=True),
    Column("Brut (€)", right=True),
    Column("Net (€)", right=True),
    Column("Cumul net (€)", right=True),
)


def document(result: Careers) -> Document:
    """One career in full, or several at a few milestones."""
    careers = result.carrieres
    blocks = list(_single(careers[0])) if len(careers) == 1 else list(_several(result))
    day = french.day(result.loi.jour.isoformat()[:7])
    years = french.count(careers[0].parcours.plan.annees, "an")
    if len(careers) == 1:
        path = careers[0].parcours
        title = f"{path.sujet.titre}{french.THIN}: {years}, {words.conditions(path)}"
        return Document(title, f"{words.BASES[path.base]}, à droit constant de {day}", tuple(blocks))
    names = ", ".join(career.parcours.code for career in careers)
    return Document(f"Parcours comparés{french.THIN}: {names}", f"{years}, à droit constant de {day}", tuple(blocks))


def payload(result: Careers) -> dict[str, Any]:
    """The same in JSON; with an indicative band, amounts are {min, max}."""
    return {
        "date": result.loi.jour.isoformat(),
        "parcours": [_path_payload(career) for career in result.carrieres],
        "croisements": [
            {
                "codes": list(item.codes),
                "mensuel": item.mensuel.annee,
                "cumul": item.cumul.annee,
                "detail": {name: _lead(getattr(item, name)) for name in ("mensuel", "cumul")},
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


def _single(career: Career) -> Iterator[Block]:
    path = career.parcours
    yield Table(YEAR_COLUMNS, tuple(_year_rows(path)))
    total = path.annees[-1].cumul
    if total is not None:
        yield Note(f"{_total_label(path)}{french.THIN}: {french.amount_range(total)}, avant impôt.")
    yield from _assumptions(career, "Ce que ce parcours suppose")


def _total_label(path: Path) -> str:
    years = french.count(path.plan.annees, "an")
    return f"Net cumulé en {years}" + (f", moins {path.mois_inconnus} mois non sourcés" if path.mois_inconnus else "")


def _year_rows(path: Path) -> Iterator[tuple[str, ...]]:
    for year in path.annees:
        yield _row(str(year.annee), year.debut, _first_day(path, year), words.total(year.cumul))
        for segment in year.changements:
            yield _row("", segment, segment.jour.isoformat()[:7], "")


def _first_day(path: Path, year: Year) -> str:
    start = path.plan.debut
    return f"{start.year + year.annee - 1}-{start.month:02}"


def _row(year: str, segment: Segment, month: str, total: str) -> tuple[str, ...]:
    paid = segment.paie
    return (year, words.month(month), words.stage(segment), words.gross(paid), words.net(paid), total)


def _several(result: Careers) -> Iterator[Block]:
    names = tuple(Column(career.parcours.code, right=True) for career in result.carrieres)
    columns = (Column("Après"), *names)
    yield Heading("Net mensuel avant impôt, en euros")
    yield Table(columns, tuple(_milestone(result, year, _monthly) for year in result.reperes))
    yield Heading("Net cumulé, en euros")
    yield Table(columns, tuple(_milestone(result, year, _cumulated) for year in result.reperes if year))
    yield Heading("Qui passe devant")
    yield Bullets(tuple(_crossing(item) for item in result.croisements))
    yield Note("Une fourchette compte pour son milieu. Les cumuls comparent les mois où les deux paies sont connues.")
    for career in result.carrieres:
        yield from _assumptions(career, _career_title(career.parcours))


def _career_title(path: Path) -> str:
    return f"{path.code}{french.THIN}: {path.sujet.titre}, {words.BASES[path.base]}, {words.conditions(path)}"


def _milestone(result: Careers, year: int, cell: Any) -> tuple[str, ...]:
    label = "l’entrée" if year == 0 else french.count(year, "an")
    return (label, *(cell(career.parcours, year) for career in result.carrieres))


def _monthly(path: Path, year: int) -> str:
    month = min(first_month(year + 1), first_month(path.plan.annees + 1) - 1)
    return words.net(path.at(month).paie)


def _cumulated(path: Path, year: int) -> str:
    return words.total(path.annees[year - 1].cumul)


def _crossing(item: Crossing) -> tuple[str, str]:
    left, right = item.codes
    monthly, total = words.lead(item.mensuel), words.lead(item.cumul)
    return (f"{left} et {right}", f"en net mensuel, {monthly}{french.THIN}; en net cumulé, {total}")


def _assumptions(career: Career, title: str) -> Iterator[Block]:
    yield Heading(title)
    yield Bullets(tuple(hypothesis(item) for item in career.hypotheses))


def _lead(lead: Lead) -> dict[str, Any]:
    return {"devant": lead.devant, "passages": [passing._asdict() for passing in lead.passages]}


def _path_payload(career: Career) -> dict[str, Any]:
    path = career.parcours
    band = path.base == "fourchettes"
    return {
        "code": path.code,
        "titre": path.sujet.titre,
        "base": path.base,
        "promotion": path.plan.avancement,
        "mois_inconnus": path.mois_inconnus,
        "annees": [
            {
                "annee": year.annee,
                **_segment_payload(year.debut, band),
                "cumul_net": _money(year.cumul, band),
                "changements": [
                    {
                        "mois": segment.jour.isoformat()[:7],
                        "motif": segment.etape.motif,
                        **_segment_payload(segment, band),
                    }
                    for segment in year.changements
                ],
            }
            for year in path.annees
        ],
        "hypotheses": [{**item._asdict(), "enjeu": money_or_none(item.enjeu)} for item in career.hypotheses],
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
    }


def _money(amounts: Range | None, band: bool) -> Any:
    if amounts is None:
        return None
    return money_range(amounts) if band else money(amounts.min)


def _csv_rows(path: Path) -> Iterator[tuple[Cell, ...]]:
    for year in path.annees:
        yield _csv_row(path, year, year.debut, _first_day(path, year), year.cumul)
        for segment in year.changements:
            yield _csv_row(path, year, segment, segment.jour.isoformat()[:7], None)


def _csv_row(path: Path, year: Year, segment: Segment, month: str, cumulated: Range | None) -> tuple[Cell, ...]:
    held, paid = segment.etape, segment.paie
    pairs = (paid.brut if paid else None, paid.net if paid else None, cumulated)
    bounds = [amount(bound) for pair in pairs for bound in (pair or (None, None))]
    grade = held.grade.code if held.grade else None
    place = (held.phase, grade, words.echelon_of(held, paid), segment.foyer.enfants, segment.foyer.quotite)
    return (path.code, path.base, year.annee, month, *place, *bounds)
