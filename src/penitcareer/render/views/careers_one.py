"""One career: what it adds up to, then a row a change."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.career.path import Path, Segment
from penitcareer.domain.career.payroll import GRID
from penitcareer.domain.money import MONTHS, Cents
from penitcareer.render.document import Block, Caption, Column, Document, Table
from penitcareer.render.views.careers_full import files, left_out
from penitcareer.render.views.reserves import reserve_block
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

BAR = 16
MOST_ROWS = 11
START_SUPPOSED = "depart_echelon_suppose"
LINE, LONG_GRADE = 80, 25  # signs: a title has one line
COLUMNS = (
    Column("Quand", bref="{}"),
    Column("Étape", flexible=True, bref="{}"),
    Column("Net", right=True, bref="{} net"),
    Column("", eye=True),
    Column("Écart", right=True, bref="{}"),
)


class Stay(NamedTuple):
    """Segments that follow one another in a grade, and pay the same or nearly so."""

    premier: Segment
    dernier: Segment

    @property
    def nets(self) -> tuple[Cents, Cents] | None:
        """Its first and last pays, None unless both are exact."""
        ends = [held.paie for held in self]
        exact = [paid.net.min for paid in ends if paid and paid.niveau is None and paid.net.min == paid.net.max]
        return (exact[0], exact[1]) if len(exact) == len(ends) else None


def document(result: Careers) -> Document:
    """The answer, what it lacks, the changes, then what it assumes."""
    (career,) = result.carrieres
    path = career.parcours
    known = path.annees[-1].cumul is not None
    blocks: list[Block] = [
        *not_counted(path.manque),
        *left_out(path),
        _table(path) if known else _stages(path),
        *_grouping(path),
        *files(result),
        reserve_block(career.hypotheses, _tries(path)),
    ]
    return Document(_title(path), _total(path), tuple(blocks), framed=False)


def _title(path: Path) -> str:
    """« DSP, depuis l’école · net par mois avant impôt », on one line where less says it."""
    start, whose = _start(path), words.who_in_full(path)
    said = [(whose, start), (whose, start.partition(" (")[0]), (words.who(path), start.partition(" (")[0])]
    titles = [f"{who}, {since} · net par mois avant impôt" for who, since in said]
    return next((title for title in titles if len(title) <= LINE), titles[0])


def _start(path: Path) -> str:
    first = path.segments[0]
    if first.etape.service is None:
        return "depuis l’école"
    grade, stage = words.grade_held(first.etape), words.stage(first)
    echelon = words.echelon_of(first.etape, first.paie)
    if echelon in (None, words.ONLY):
        return "depuis la prise de poste" if grade == words.who(path) else f"depuis {stage}"
    supposed = " supposé" if any(doubt.code == START_SUPPOSED for doubt in path.doutes) else ""
    return f"depuis l’échelon {echelon}{supposed}" + (f" ({grade})" if len(grade) <= LONG_GRADE else "")


def _total(path: Path) -> str:
    """« 10 ans : 282 337 € nets, euros constants · sans promotion »."""
    years = french.count(path.plan.annees, "an")
    total = path.annees[-1].cumul
    conditions = words.course(path)
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


def _grouping(path: Path) -> list[Block]:
    """What tells that rows are grouped."""
    stays = _stays(path)
    return (
        [Caption(f"Échelons voisins regroupés{french.THIN}; un par ligne avec --tout.")]
        if _grouped(stays) != stays
        else []
    )


def _grouped(stays: list[Stay]) -> list[Stay]:
    """No more stays than a screen has room for: those whose pays are nearest are one, as long
    as they are of one grade."""
    if len(stays) <= MOST_ROWS:
        return stays
    while len(stays) >= MOST_ROWS:
        gaps = [(gap, rank) for rank, pair in enumerate(pairwise(stays)) if (gap := _apart(*pair)) is not None]
        if not gaps:
            break
        _, rank = min(gaps)
        stays = [*stays[:rank], Stay(stays[rank].premier, stays[rank + 1].dernier), *stays[rank + 2 :]]
    return stays


def _apart(stay: Stay, after: Stay) -> Cents | None:
    """From the lowest pay of two stays to the highest, None for those that stay apart."""
    held, taken = stay.dernier, after.premier
    same = (held.foyer, held.etape.grade, held.etape.phase) == (taken.foyer, taken.etape.grade, taken.etape.phase)
    pays = [*(stay.nets or ()), *(after.nets or ())]
    return max(pays) - min(pays) if same and stay.nets and after.nets else None


def _table(path: Path) -> Table:
    stays = _grouped(_stays(path))
    ceiling = max(max(bound or 0 for bound in stay.premier.paie.net) for stay in stays if stay.premier.paie)
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
        yield (_when(held), _named(stay, before), _amount(stay), bar, _gap(before, held))
        before = stay.dernier


def _amount(stay: Stay) -> str:
    """« 2 103 € », « 2 103 à 2 112 € » for several échelons, « — »."""
    paid, last = stay.premier.paie, stay.dernier.paie
    if paid is None or last is None:
        return french.NOTHING
    first = words.amount(paid)
    return first if last.net == paid.net else f"{first.removesuffix(words.EURO)} à {words.amount(last)}"


def _stages(path: Path) -> Table:
    """The stages alone, where no pay is known."""
    stays = _stays(path, fold=False)
    known = zip(stays, [None, *(stay.premier for stay in stays)], strict=False)
    return Table(COLUMNS[:2], tuple((_when(stay.premier), _named(stay, before)) for stay, before in known))


def _when(segment: Segment) -> str:
    return f"dans {french.months(segment.mois)}" if segment.mois else "aujourd’hui"


def _named(stay: Stay, before: Segment | None) -> str:
    """« classe normale, échelon 5 », then « échelon 6 » while the grade is the same."""
    name = _from_one_to_another(stay)
    grade = words.grade_held(stay.premier.etape)
    if before is not None and grade and grade == words.grade_held(before.etape):
        return name.removeprefix(f"{grade}, ")
    return name


def _from_one_to_another(stay: Stay) -> str:
    """« échelon 5 », « échelons 5 et 6 », « échelons 5 à 7 », « échelon 6, chevrons 1 à 3 »."""
    held, last = stay
    name = words.stage(held)
    first, until = (words.echelon_of(end.etape, end.paie) for end in stay)
    if first is None or until is None or held is last:
        return name
    if first == until:
        bare = name.removesuffix(f", chevron {held.etape.chevron}")
        return f"{bare}, chevrons {held.etape.chevron} à {last.etape.chevron}"
    bare = name.replace("échelon ", "échelons ").partition(", chevron ")[0]
    joint = "et" if is_digits(first) and is_digits(until) and int(until) == int(first) + 1 else "à"
    return f"{bare} {joint} {french.echelon(until)}"


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
