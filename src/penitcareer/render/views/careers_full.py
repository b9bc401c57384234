"""Careers with everything known: year by year, and every assumption."""

from collections.abc import Iterator, Mapping
from typing import Any

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.crossing import Crossing
from penitcareer.domain.career.path import Path, Segment
from penitcareer.domain.career.plan import first_month
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.charts.curves import Chart, Curve, Step
from penitcareer.render.document import Block, Bullets, Column, Heading, Note, Table
from penitcareer.render.views.facts import joined
from penitcareer.render.views.reserves import hypothesis
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence

YEAR_COLUMNS = (
    Column("An", right=True, bref="an {}"),
    Column("Depuis", bref="{}"),
    Column("Étape", flexible=True, bref="{}"),
    Column("Brut (€)", right=True, bref="{} brut"),
    Column("Net (€)", right=True, bref="{} net"),
    Column("Cumul net (€)", right=True, bref="cumul {}"),
)


def titles(result: Careers) -> tuple[str, str]:
    """What is laid out, and under which law."""
    careers = result.carrieres
    since = f"à droit constant {french.of(french.month(result.loi.jour))}"
    years = french.count(careers[0].parcours.plan.annees, "an")
    if len(careers) == 1:
        path = careers[0].parcours
        title = f"{words.who_in_full(path)}{french.THIN}: {years}, {words.course(path)}"
        return title, f"{words.BASES[path.base]}, {since}"
    names = ", ".join(words.who(career.parcours) for career in careers)
    rises = dict.fromkeys(words.course(career.parcours) for career in careers)
    same = next(iter(rises)) if len(rises) == 1 else None
    return f"Parcours comparés{french.THIN}: {names}", joined(years, same, since)


def chart(result: Careers, eye: bool) -> Chart:
    """The careers as curves."""
    curves = tuple(_curve(career.parcours) for career in result.carrieres)
    return Chart(curves, result.carrieres[0].parcours.plan.annees, "Net avant impôt, en euros par mois", eye)


def _curve(path: Path) -> Curve:
    steps = []
    for segment in path.segments:
        low, high = segment.paie.net if segment.paie else (None, None)
        floor = low is not None and high is None
        steps.append(Step(segment.mois, low, low if floor else high, floor))
    return Curve(f"{words.who(path)}, {words.BASES[path.base]}", tuple(steps))


def single(result: Careers) -> Iterator[Block]:
    """One career year by year."""
    career = result.carrieres[0]
    path = career.parcours
    yield from not_counted(path.manque)
    yield from left_out(path)
    if path.annees[-1].cumul is not None:
        yield chart(result, eye=True)
    yield _years(path)
    total = path.annees[-1].cumul
    if total is not None:
        yield Note(f"{_total_label(path)}{french.THIN}: {french.amount_range(total)}, avant impôt.")
    yield from files(result)
    yield Heading("Ce que ce parcours suppose")
    yield Bullets(tuple(("", hypothesis(item)) for item in career.hypotheses))


def _years(path: Path) -> Table:
    """The years and what changes within them; without amounts where none is known."""
    rows = tuple(_year_rows(path))
    if path.annees[-1].cumul is not None:
        return Table(YEAR_COLUMNS, rows)
    return Table(YEAR_COLUMNS[:3], tuple(row[:3] for row in rows))


def _total_label(path: Path) -> str:
    years = french.count(path.plan.annees, "an")
    return f"Net cumulé en {years}" + (
        f", moins {path.mois_inconnus} mois de paie inconnue" if path.mois_inconnus else ""
    )


def _year_rows(path: Path) -> Iterator[tuple[str, ...]]:
    for year in path.annees:
        yield _row(str(year.annee), year.debut, words.first_day(path, year), words.total(year.cumul))
        for segment in year.changements:
            yield _row("", segment, f"{segment.jour:%Y-%m}", "")


def _row(year: str, segment: Segment, month: str, total: str) -> tuple[str, ...]:
    paid = segment.paie
    return (year, words.month(month), words.stage(segment), words.gross(paid), words.net(paid), total)


def several(result: Careers) -> Iterator[Block]:
    """Several careers at their milestones, with who leads."""
    names = {career.parcours.code: words.who(career.parcours) for career in result.carrieres}
    columns = (Column("Après"), *(Column(name, right=True) for name in names.values()))
    for career in result.carrieres:
        yield from not_counted(career.parcours.manque, words.who(career.parcours))
        yield from left_out(career.parcours, words.who(career.parcours))
    if any(career.parcours.annees[-1].cumul for career in result.carrieres):
        yield chart(result, eye=True)
    yield Heading("Net mensuel avant impôt, en euros")
    yield Table(columns, tuple(_milestone(result, year, _monthly) for year in result.reperes))
    yield Heading("Net cumulé, en euros")
    yield Table(columns, tuple(_milestone(result, year, _cumulated) for year in result.reperes if year))
    yield Heading("Qui gagne le plus, et quand")
    yield Bullets(tuple(crossing_text(item, names) for item in result.croisements))
    yield Note("Une fourchette compte pour son milieu. Les mois dont une paie est inconnue ne sont pas comparés.")
    yield Heading("Les parcours")
    yield Bullets(tuple(_career_item(career.parcours) for career in result.carrieres))
    yield from files(result)
    yield Heading("Ce que ces parcours supposent")
    yield Bullets(tuple((who, hypothesis(item)) for item, who in shared(result)))


def files(result: Careers) -> Iterator[Note]:
    """The corps that come from the user's own files."""
    legs = [career.parcours.plan.passages for career in result.carrieres]
    subjects = [career.parcours.sujet for career in result.carrieres] + [move.sujet for leg in legs for move in leg]
    for corps in dict.fromkeys(subject.corps for subject in subjects if subject.corps):
        if corps.fichier:
            yield Note(f"Le corps {corps.code} vient du fichier {corps.fichier}")


def left_out(path: Path, whose: str = "") -> Iterator[Note]:
    """The months of unknown pay; why a bracket of the sheet counts for nothing, where brackets
    are what pays."""
    if path.mois_inconnus and path.annees[-1].cumul is not None:
        lead = f"{whose}{french.THIN}: non comptés" if whose else "Non comptés"
        yield Note(f"{lead}{french.THIN}: {path.mois_inconnus} mois dont la paie est inconnue.")
    estimated = {held.etape.sujet for held in path.segments if held.paie and held.paie.niveau}
    for tranche in (item for sujet in estimated if sujet.remuneration for item in sujet.remuneration.tranches):
        if tranche.hors_corps:
            reason = in_a_sentence(tranche.hors_corps)
            yield Note(f"{french.LEVELS[tranche.niveau]}, non compté{french.THIN}: {reason}")


def _career_item(path: Path) -> tuple[str, str]:
    unknown = f"{path.mois_inconnus} mois de paie inconnue" if path.mois_inconnus else ""
    return (words.who(path), joined(path.sujet.titre, words.BASES[path.base], words.course(path), unknown))


def shared(result: Careers) -> list[tuple[Hypothese, str]]:
    """Each assumption once, with the careers that make it: « tous », or their codes."""
    makers: dict[Hypothese, list[str]] = {}
    for career in result.carrieres:
        for item in career.hypotheses:
            makers.setdefault(item, []).append(words.who(career.parcours))
    everyone = len(result.carrieres)
    return [(item, "tous" if len(codes) == everyone > 1 else ", ".join(codes)) for item, codes in makers.items()]


def _milestone(result: Careers, year: int, cell: Any) -> tuple[str, ...]:
    label = "l’entrée" if year == 0 else french.count(year, "an")
    return (label, *(cell(career.parcours, year) for career in result.carrieres))


def _monthly(path: Path, year: int) -> str:
    return words.net(path.at(first_month(year + 1)).paie)


def _cumulated(path: Path, year: int) -> str:
    return words.total(path.annees[year - 1].cumul)


def crossing_text(item: Crossing, names: Mapping[str, str]) -> tuple[str, str]:
    """Who leads of two careers, by the month and in all."""
    left, right = (names[code] for code in item.codes)
    if not item.comparable:
        known = "n’est connue que par un plancher" if item.planchers else "n’est pas connue par une grille"
        return (f"{left} et {right}", f"pas de verdict, car une des deux paies {known}")
    monthly, added = words.lead(item.mensuel, names), _in_all(item, names)
    without = " et ".join(names[code] for code, lacks in zip(item.codes, item.manque, strict=True) if lacks)
    clauses = (
        "là où les deux sont connues" if any(item.mois_inconnus) else None,
        f"hors prime inconnue ({without})" if without else None,
    )
    where = joined("par mois", " et ".join(filter(None, clauses)))
    return (f"{left} et {right}", f"{where}, {monthly}{french.THIN}; en cumulé, {added}")


def _in_all(item: Crossing, names: Mapping[str, str]) -> str:
    """Who leads in all; « pas de verdict, car 20 mois (CPIP) sont inconnus » where months lack."""
    unknown = [
        f"{months} mois ({names[code]})" for code, months in zip(item.codes, item.mois_inconnus, strict=True) if months
    ]
    if unknown:
        return f"pas de verdict, car {' et '.join(unknown)} sont inconnus"
    if item.planchers and item.cumul.devant is None:
        return "pas de verdict, car une paie n’est connue que par un plancher"
    return words.lead(item.cumul, names)
