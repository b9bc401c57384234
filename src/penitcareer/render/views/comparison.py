"""`penit compare`: what each métier pays and the gap to the first, then what tells them apart."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from penitcareer.domain.choices import Stade
from penitcareer.domain.metiers.comparison import BracketLevel, Comparison, MetierCell
from penitcareer.domain.metiers.gaps import StageGap
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.reperes import STADES, Repere, at
from penitcareer.render.document import Block, Caption, Column, Document, Facts, Heading, Next, Note, Ranges, Table
from penitcareer.render.views import reperes
from penitcareer.render.views.facts import SIDE_BY_SIDE, by_value, category, commitment, training
from penitcareer.render.views.sheet_pay import bracket_gap, outside
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import called, from_file, in_a_sentence
from penitcareer.render.words.preuves import MARKS, legend

if TYPE_CHECKING:
    from penitcareer.domain.metiers.reperes import PreuveRepere
    from penitcareer.render.formats.csv_rows import Rows

SHORT = {"ecole": "à l’école", "debut": "au début", "fin": "en fin"}
INDENT = french.FIXED * 2
LISTED = f"{french.THIN}; "


def document(result: Comparison) -> Document:
    """Net by stage and the gaps, a bar each, the brackets of the sheets, then the facts."""
    names = [called(metier) for metier in result.metiers]
    blocks: list[Block | Ranges] = [*_stages(result, names), *_brackets(result, names)]
    if not blocks:
        blocks = [Note(f"Salaire de ces métiers{french.THIN}: {french.UNKNOWN}.")]
    codes = [metier.code for metier in result.metiers]
    calls = f"penit compare {' '.join(codes)} --tout · penit carriere {' '.join(codes)}"
    origins = [Note(said) for metier in result.metiers if (said := from_file(metier))]
    blocks += [*_facts(result.metiers, names), *origins, Next(f"Plus{french.THIN}: {calls}")]
    return Document(_title(names), "", tuple(blocks), framed=False)


def full(result: Comparison) -> Document:
    """Every field, and every source's reserve."""
    from penitcareer.render.views import comparison_full

    return comparison_full.document(result)


def payload(result: Comparison) -> dict[str, Any]:
    """The same in JSON; `ecart` is absent for the reference, null when unknown."""
    from penitcareer.render.views import comparison_data

    return comparison_data.payload(result)


def rows(result: Comparison) -> "Rows":
    """One line a level and a métier."""
    from penitcareer.render.views import comparison_data

    return comparison_data.rows(result)


def _title(names: Sequence[str]) -> str:
    """« CPIP et DPIP · net par mois, avant impôt »."""
    *firsts, last = names
    return f"{', '.join(firsts)} et {last} · net par mois, avant impôt"


def _stages(result: Comparison, names: Sequence[str]) -> list[Block | Ranges]:
    """One row a métier, one column a stage that one of them knows; then the gaps to the first."""
    known = [stade for stade in STADES if any(at(one, stade) for one in result.reperes)]
    if not known:
        return []
    columns = (Column("", bref="{}"), *(Column(SHORT[one], right=True, bref=f"{{}} {SHORT[one]}") for one in known))
    nets = [
        (name, *(reperes.marked(at(one, stade)) for stade in known))
        for name, one in zip(names, result.reperes, strict=True)
    ]
    table = Table(columns, (*nets, *_gaps(result.ecarts, names, known)), ruled=False)
    best = [item for one in result.reperes for stade in known if (item := at(one, stade)) is not None]
    marks = legend(item.preuve for item in best)
    return [table, marks, *reperes.lacking(result.reperes, names), *ranges(result.reperes, names)]


def _gaps(
    found: Sequence[Sequence[StageGap]], names: Sequence[str], known: Sequence[Stade]
) -> Iterator[tuple[str, ...]]:
    """The gaps to the first métier, a row a métier that has one: under a title, unless they are two."""
    rows = [
        (name, *(next((_gap(gap) for gap in gaps if gap.stade == stade), "") for stade in known))
        for name, gaps in zip(names, found, strict=True)
        if gaps
    ]
    if rows and len(names) > 2:
        yield (f"Écart avec {names[0]}", *("" for _ in known))
    yield from ((f"{INDENT}{name}" if len(names) > 2 else "Écart", *cells) for name, *cells in rows)


def _gap(gap: StageGap) -> str:
    """« +543 € ◐ », « ≥ +543 € ◐ », « +100 à +200 € ◐ »."""
    return f"{french.signed_range(gap.ecart)} {_mark(gap.preuve)}"


def _mark(preuve: "PreuveRepere") -> str:
    return MARKS[preuve]


def ranges(known_of: Sequence[Sequence[Repere]], names: Sequence[str]) -> list[Block | Ranges]:
    """From the start to the end of a career, where both are known."""
    bars = []
    for name, known in zip(names, known_of, strict=True):
        start, end = at(known, "debut"), at(known, "fin")
        if start and end and start.net and end.net:
            bars.append((name, start.net.min, end.net.max or end.net.min, end.net.max is None))
    return [Ranges(bars)] if bars else []


def _brackets(result: Comparison, names: Sequence[str]) -> list[Block | Ranges]:
    """The brackets of the métiers that have some, level by level."""
    if not result.niveaux:
        return []
    named = {metier.code: name for metier, name in zip(result.metiers, names, strict=True)}
    having = {cell.code for level in result.niveaux for cell in level.cellules if cell.tranche}
    columns = (
        Column("niveau"), Column("métier", bref="{}"), Column("brut", right=True, bref="{} brut"),
        Column("net estimé", right=True, bref="{} net"), Column("écart brut", right=True, bref="écart {}"),
    )  # fmt: skip
    rows = tuple(
        _bracket(level, cell, named[cell.code], cell.code == result.reference)
        for level in result.niveaux
        for cell in level.cellules
        if cell.code in having
    )
    title = f"Fiches d’orientation {MARKS['indicatif']} · net estimé{french.THIN}: {french.rule_in_brief(result.regle)}"
    warnings = [note for code, name in named.items() for note in outside(result.brackets_of(code), name)]
    return [Heading(title), Table(columns, rows, grouped=True, ruled=False), *warnings]


def _bracket(level: BracketLevel, cell: MetierCell, name: str, first: bool) -> tuple[str, ...]:
    amounts = (
        (french.amount_range(cell.tranche.brut), french.amount_range(cell.tranche.net))
        if cell.tranche
        else (french.NOTHING, french.NOTHING)
    )
    return (french.LEVELS[level.niveau].lower(), name, *amounts, "" if first else bracket_gap(cell))


def _facts(metiers: Sequence[Metier], names: Sequence[str]) -> list[Block | Ranges]:
    """What differs, a row a fact; what is the same for all, or unknown to all, said once."""
    facts = {label: [read(metier) for metier in metiers] for label, read in FACTS.items()}
    alike = [(label.lower(), values[0]) for label, values in facts.items() if len({*values}) == 1]
    same = [f"{label} {in_a_sentence(said)}" for label, said in alike if said]
    differing = {label: values for label, values in facts.items() if len({*values}) > 1}
    blocks: list[Block | Ranges] = []
    if differing and len(names) > SIDE_BY_SIDE:
        blocks.append(Facts(tuple(fact for each in differing.items() for fact in by_value(*each, names))))
    elif differing:
        columns = (Column(""), *(Column(name, flexible=True) for name in names))
        rows = tuple((label, *(value or french.NOTHING for value in values)) for label, values in differing.items())
        blocks.append(Table(columns, rows, prose=True, ruled=False, legende="Ce qui les distingue"))
    unknown = [label for label, said in alike if not said]
    said = [f"Pareil pour tous{french.THIN}: {LISTED.join(same)}."] if same else []
    said += [f"{french.UNKNOWN.capitalize()} pour tous{french.THIN}: {', '.join(unknown)}."] if unknown else []
    return [*blocks, *([Caption(" ".join(said))] if said else [])]


def _diploma(metier: Metier) -> str | None:
    if metier.niveau_diplome is not None:
        return level_word(metier.niveau_diplome)
    return metier.acces.diplome if metier.acces else None


FACTS: dict[str, Callable[[Metier], str | None]] = {
    "Catégorie": category,
    "Diplôme": _diploma,
    "École": lambda metier: training(metier.acces.formation) if metier.acces else None,
    "Engagement": lambda metier: commitment(metier.acces.engagement) if metier.acces else None,
    "Missions": lambda metier: LISTED.join(mission.titre for mission in metier.missions) or None,
    "Télétravail": lambda metier: metier.teletravail and in_a_sentence(metier.teletravail),
    "Évolution": lambda metier: metier.evolution and in_a_sentence(metier.evolution),
}
