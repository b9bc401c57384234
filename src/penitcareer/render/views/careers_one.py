"""One career: what it adds up to, then a row a change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.path import Path, Segment
from penitcareer.domain.career.payroll import GRID
from penitcareer.domain.money import MONTHS, Cents
from penitcareer.render.document import Block, Column, Document, Table
from penitcareer.render.views.careers_full import files, left_out
from penitcareer.render.views.reserves import reserve_block
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

BAR = 16
LONG_GRADE = 25  # signs: a title has one line
COLUMNS = (
    Column("Quand", bref="{}"),
    Column("Étape", flexible=True, bref="{}"),
    Column("Net", right=True, bref="{} net"),
    Column("", eye=True),
    Column("Écart", right=True, bref="{}"),
)


class Stay(NamedTuple):
    """Segments that follow one another and pay the same."""

    premier: Segment
    dernier: Segment


def document(result: Careers) -> Document:
    """The answer, what it lacks, the changes, then what it assumes."""
    (career,) = result.carrieres
    path = career.parcours
    known = path.annees[-1].cumul is not None
    blocks: list[Block] = [
        *not_counted(path.manque),
        *left_out(path),
        _table(path) if known else _stages(path),
        *files(result),
        reserve_block(career.hypotheses, _tries(path)),
    ]
    return Document(_title(path), _total(path), tuple(blocks), framed=False)


def _title(path: Path) -> str:
    """« DSP, depuis l’école · net par mois avant impôt »."""
    return f"{words.who(path)}, {_start(path)} · net par mois avant impôt"


def _start(path: Path) -> str:
    first = path.segments[0]
    if first.etape.service is None:
        return "depuis l’école"
    grade, stage = words.short_grade(first.etape), words.stage(first)
    echelon = words.echelon_of(first.etape, first.paie)
    if echelon in (None, words.ONLY):
        return f"depuis {stage}"
    return f"depuis l’échelon {echelon}" + (f" ({grade})" if len(grade) <= LONG_GRADE else "")


def _total(path: Path) -> str:
    """« 10 ans : 282 337 € nets, euros constants · sans promotion »."""
    years = french.count(path.plan.annees, "an")
    total = path.annees[-1].cumul
    conditions = words.conditions(path)
    if total is None:
        return f"{years}, {conditions}{french.THIN}: paie inconnue, les étapes seulement"
    base = f", {words.BASES[path.base]}" if path.base != GRID else ""
    return f"{years}{french.THIN}: {french.amount_range(total)} nets, euros constants · {conditions}{base}"


def _stays(path: Path, fold: bool = True) -> list[Stay]:
    """The stages; folded, those of one grade that pay the same together."""
    found: list[Stay] = []
    for segment in path.segments:
        if segment.mois >= path.plan.annees * MONTHS:
            continue
        if fold and found and _same(found[-1].dernier, segment):
            found[-1] = found[-1]._replace(dernier=segment)
        else:
            found.append(Stay(segment, segment))
    return found


def _same(held: Segment, after: Segment) -> bool:
    """Whether a change leaves the pay as it is, within a grade."""
    return (held.paie, held.foyer, held.etape.grade, held.etape.phase) == (
        after.paie,
        after.foyer,
        after.etape.grade,
        after.etape.phase,
    )


def _table(path: Path) -> Table:
    stays = _stays(path)
    ceiling = max(stay.premier.paie.net.max for stay in stays if stay.premier.paie)
    rows = tuple(_rows(stays, ceiling))
    if any(row[-1] for row in rows):
        return Table(COLUMNS, rows)
    return Table(COLUMNS[:-1], tuple(row[:-1] for row in rows))


def _rows(stays: Sequence[Stay], ceiling: Cents) -> Iterator[tuple[str, ...]]:
    """A row a change: when, which stage, what it pays, and what that adds."""
    before: Segment | None = None
    for stay in stays:
        held = stay.premier
        bar = french.bar_to(held.paie.net, ceiling, BAR) if held.paie else ""
        amount = f"{words.amount(held.paie)}" if held.paie else french.NOTHING
        yield (_when(held), _named(stay, before), amount, bar, _gap(before, held))
        before = held


def _stages(path: Path) -> Table:
    """The stages alone, where no pay is known."""
    stays = _stays(path, fold=False)
    known = zip(stays, [None, *(stay.premier for stay in stays)], strict=False)
    return Table(COLUMNS[:2], tuple((_when(stay.premier), _named(stay, before)) for stay, before in known))


def _when(segment: Segment) -> str:
    return f"dans {french.months(segment.mois)}" if segment.mois else "aujourd’hui"


def _named(stay: Stay, before: Segment | None) -> str:
    """« classe normale, échelon 5 », then « échelon 6 » while the grade is the same."""
    name = words.stage(stay.premier)
    last = words.echelon_of(stay.dernier.etape, stay.dernier.paie)
    if stay.dernier is not stay.premier and last:
        name = f"{name.replace('échelon ', 'échelons ')} à {french.echelon(last)}"
    grade = words.short_grade(stay.premier.etape)
    if before is not None and grade and grade == words.short_grade(before.etape):
        return name.removeprefix(f"{grade}, ")
    return name


def _gap(before: Segment | None, held: Segment) -> str:
    """What a change adds, told between exact pays only."""
    if before is None or before.paie is None or held.paie is None:
        return ""
    exact = all(paid.niveau is None and paid.net.min == paid.net.max for paid in (before.paie, held.paie))
    gap = held.paie.net.min - before.paie.net.min
    return french.signed_euros(gap).removesuffix(f"{french.FIXED}€") if exact and gap else ""


def _tries(path: Path) -> str:
    """A few changes worth typing next."""
    plan = path.plan
    others = [
        "--avancement au_plus_tot" if plan.avancement == "sans" and not plan.promotions else "",
        "--zone 1" if plan.zone is None else "",
        "--svg carriere.svg",
    ]
    return " · ".join(option for option in others if option)
