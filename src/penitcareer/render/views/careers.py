"""`penit carriere`: one career year by year, or several side by side."""

from collections.abc import Iterator
from typing import Any

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.crossing import Crossing
from penitcareer.domain.career.path import Path, Segment
from penitcareer.domain.career.plan import first_month
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.charts.curves import Chart, Curve, Step
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.views.careers_data import payload, rows
from penitcareer.render.views.facts import joined
from penitcareer.render.views.payslip import hypothesis
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.hypotheses import said
from penitcareer.render.words.lacking import not_counted

__all__ = ["document", "full", "payload", "rows", "svg"]

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
    blocks = _single(result) if len(result.carrieres) == 1 else _several(result)
    return Document(*_titles(result), tuple(blocks))


full = document


def _titles(result: Careers) -> tuple[str, str]:
    careers = result.carrieres
    since = f"à droit constant {french.of(french.day(result.loi.jour.isoformat()[:7]))}"
    years = french.count(careers[0].parcours.plan.annees, "an")
    if len(careers) == 1:
        path = careers[0].parcours
        title = f"{path.sujet.titre}{french.THIN}: {years}, {words.conditions(path)}"
        return title, f"{words.BASES[path.base]}, {since}"
    names = ", ".join(career.parcours.code for career in careers)
    rises = dict.fromkeys(words.conditions(career.parcours) for career in careers)
    same = next(iter(rises)) if len(rises) == 1 else None
    return f"Parcours comparés{french.THIN}: {names}", joined(years, same, since)


def svg(result: Careers) -> str:
    """The chart alone, as an image that needs nothing else."""
    from penitcareer.render.charts.svg import to_svg

    notes = [f"{who}{french.THIN}: {said(item)}" for item, who in _shared(result)]
    return to_svg(_chart(result, eye=False), *_titles(result), notes)


def _chart(result: Careers, eye: bool) -> Chart:
    curves = tuple(_curve(career.parcours) for career in result.carrieres)
    return Chart(curves, result.carrieres[0].parcours.plan.annees, "Net avant impôt, en euros par mois", eye)


def _curve(path: Path) -> Curve:
    steps = []
    for segment in path.segments:
        low, high = segment.paie.net if segment.paie else (None, None)
        steps.append(Step(segment.mois, low, high))
    return Curve(f"{path.code} ({words.BASES[path.base]})", tuple(steps))


def _single(result: Careers) -> Iterator[Block]:
    career = result.carrieres[0]
    path = career.parcours
    yield from not_counted(path.manque)
    if path.annees[-1].cumul is not None:
        yield _chart(result, eye=True)
    yield _years(path)
    total = path.annees[-1].cumul
    if total is not None:
        yield Note(f"{_total_label(path)}{french.THIN}: {french.amount_range(total)}, avant impôt.")
    yield from _files(result)
    yield Heading("Ce que ce parcours suppose")
    yield Bullets(tuple(hypothesis(item) for item in career.hypotheses))


def _years(path: Path) -> Table:
    """The years and what changes within them; without amounts where none is known."""
    rows = tuple(_year_rows(path))
    if path.annees[-1].cumul is not None:
        return Table(YEAR_COLUMNS, rows)
    return Table(YEAR_COLUMNS[:3], tuple(row[:3] for row in rows))


def _total_label(path: Path) -> str:
    years = french.count(path.plan.annees, "an")
    return f"Net cumulé en {years}" + (f", moins {path.mois_inconnus} mois non sourcés" if path.mois_inconnus else "")


def _year_rows(path: Path) -> Iterator[tuple[str, ...]]:
    for year in path.annees:
        yield _row(str(year.annee), year.debut, words.first_day(path, year), words.total(year.cumul))
        for segment in year.changements:
            yield _row("", segment, segment.jour.isoformat()[:7], "")


def _row(year: str, segment: Segment, month: str, total: str) -> tuple[str, ...]:
    paid = segment.paie
    return (year, words.month(month), words.stage(segment), words.gross(paid), words.net(paid), total)


def _several(result: Careers) -> Iterator[Block]:
    names = tuple(Column(career.parcours.code, right=True) for career in result.carrieres)
    columns = (Column("Après"), *names)
    for career in result.carrieres:
        yield from not_counted(career.parcours.manque, career.parcours.code)
    if any(career.parcours.annees[-1].cumul for career in result.carrieres):
        yield _chart(result, eye=False)
    yield Heading("Net mensuel avant impôt, en euros")
    yield Table(columns, tuple(_milestone(result, year, _monthly) for year in result.reperes))
    yield Heading("Net cumulé, en euros")
    yield Table(columns, tuple(_milestone(result, year, _cumulated) for year in result.reperes if year))
    yield Heading("Qui passe devant")
    yield Bullets(tuple(_crossing(item) for item in result.croisements))
    yield Note("Une fourchette compte pour son milieu. Les cumuls comparent les mois où les deux paies sont connues.")
    yield Heading("Les parcours")
    yield Bullets(tuple(_career_item(career.parcours) for career in result.carrieres))
    yield from _files(result)
    yield Heading("Ce que ces parcours supposent")
    yield Bullets(tuple((who, hypothesis(item)[1]) for item, who in _shared(result)))


def _files(result: Careers) -> Iterator[Note]:
    """The corps that come from the user's own files."""
    legs = [career.parcours.plan.passages for career in result.carrieres]
    subjects = [career.parcours.sujet for career in result.carrieres] + [move.sujet for leg in legs for move in leg]
    for corps in dict.fromkeys(subject.corps for subject in subjects if subject.corps):
        if corps.fichier:
            yield Note(f"Le corps {corps.code} vient du fichier {corps.fichier}")


def _career_item(path: Path) -> tuple[str, str]:
    unknown = f"{path.mois_inconnus} mois non sourcés" if path.mois_inconnus else ""
    return (path.code, joined(path.sujet.titre, words.BASES[path.base], words.conditions(path), unknown))


def _shared(result: Careers) -> list[tuple[Hypothese, str]]:
    """Each assumption once, with the careers that make it: « tous », or their codes."""
    makers: dict[Hypothese, list[str]] = {}
    for career in result.carrieres:
        for item in career.hypotheses:
            makers.setdefault(item, []).append(career.parcours.code)
    everyone = len(result.carrieres)
    return [(item, "tous" if len(codes) == everyone > 1 else ", ".join(codes)) for item, codes in makers.items()]


def _milestone(result: Careers, year: int, cell: Any) -> tuple[str, ...]:
    label = "l’entrée" if year == 0 else french.count(year, "an")
    return (label, *(cell(career.parcours, year) for career in result.carrieres))


def _monthly(path: Path, year: int) -> str:
    return words.net(path.at(first_month(year + 1)).paie)


def _cumulated(path: Path, year: int) -> str:
    return words.total(path.annees[year - 1].cumul)


def _crossing(item: Crossing) -> tuple[str, str]:
    left, right = item.codes
    monthly, total = words.lead(item.mensuel), words.lead(item.cumul)
    return (f"{left} et {right}", f"en net mensuel, {monthly}{french.THIN}; en net cumulé, {total}")
