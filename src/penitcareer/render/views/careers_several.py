"""Several careers: their pay at a few milestones first, then one lane each."""

from collections.abc import Iterator

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.path import Path
from penitcareer.domain.career.payroll import GRID
from penitcareer.domain.career.plan import first_month
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.document import Block, Bullets, Column, Document, Note, Table
from penitcareer.render.views.careers_full import chart, crossing_text, files, left_out, shared
from penitcareer.render.views.reserves import reserve_block
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted


def document(result: Careers) -> Document:
    """The milestones, the lanes, who earns most and when, then what they assume."""
    paths = [career.parcours for career in result.carrieres]
    years = french.count(paths[0].plan.annees, "an")
    rises = dict.fromkeys(words.course(path) for path in paths)
    title = f"{', '.join(words.who(path) for path in paths)}{french.THIN}: net par mois avant impôt sur {years}"
    subtitle = f"{f'{french.THIN}; '.join(rises)}, euros constants"
    return Document(title, subtitle, tuple(_blocks(result, paths)), framed=False)


def _blocks(result: Careers, paths: list[Path]) -> Iterator[Block]:
    for path in paths:
        yield from not_counted(path.manque, words.who(path))
        yield from left_out(path, words.who(path))
    yield _milestones(result, paths)
    if any(path.annees[-1].cumul for path in paths):
        yield chart(result, eye=True)
    yield from _leads(result, paths)
    yield from files(result)
    rises = any(path.plan.avancement != "sans" or path.plan.promotions for path in paths)
    tries = "--svg carrieres.svg · --tout"
    yield reserve_block(_largest(result), tries if rises else f"--avancement au_plus_tot · {tries}")


def _largest(result: Careers) -> list[Hypothese]:
    """Each assumption once, with the largest of its stakes."""
    found: dict[str, Hypothese] = {}
    for item, _ in shared(result):
        if item.code not in found or (item.enjeu or 0) > (found[item.code].enjeu or 0):
            found[item.code] = item
    return list(found.values())


def _milestones(result: Careers, paths: list[Path]) -> Table:
    """The pay after so many years, then what it adds up to."""
    names = [words.who(path) for path in paths]
    columns = (Column("Après", bref="{}"), *(Column(name, right=True, bref=_told(name)) for name in names))
    monthly = [
        (
            "l’entrée" if year == 0 else french.count(year, "an"),
            *(words.amount_or_nothing(path.at(first_month(year + 1)).paie) for path in paths),
        )
        for year in result.reperes
    ]
    total = ("en tout, net", *(_total(path) for path in paths))
    return Table(columns, (*monthly, total), totals=1)


def _told(name: str) -> str:
    escaped = name.replace("{", "{{").replace("}", "}}")
    return f"{escaped} {{}}"


def _total(path: Path) -> str:
    found = path.annees[-1].cumul
    return words.total(found) if found else french.NOTHING


def _leads(result: Careers, paths: list[Path]) -> Iterator[Block]:
    """Who earns most, and when: between careers that grids tell, the others are estimates."""
    names = {path.code: words.who(path) for path in paths}
    said = [item for item in result.croisements if item.comparable or item.planchers]
    if said:
        yield Bullets(tuple(crossing_text(item, names) for item in said))
    others = ", ".join(names[path.code] for path in paths if path.base != GRID)
    if others:
        yield Note(f"{others}{french.THIN}: paie indicative ou inconnue, à ne pas départager des grilles.")
