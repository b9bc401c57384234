"""An answer under the law and under a reform: the lines that change, and what each gains."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from penitcareer.domain.across.law_gap import LawGap, LawLine, LineName
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.money import Range, Span
from penitcareer.render.document import Block, Column, Document, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.words import careers as words
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

COLUMNS = (
    Column("", flexible=True, bref="{}"),
    Column("Droit", right=True, bref="droit {}"),
    Column("Réforme", right=True, bref="réforme {}"),
    Column("Écart", right=True, bref="{}"),
)
KINDS: dict[str, Callable[[str], str]] = {
    "brut": lambda _: "Brut",
    "net": lambda _: "Net avant impôt",
    "echelon": lambda name: f"échelon {name.replace('/', ', chevron ')}",
    "corps": lambda _: "du plus bas au plus haut",
    "annee": lambda name: f"année {name}",
    "cumul": lambda _: "total",
    "carriere": lambda _: "du début à la fin",
    "ecole": lambda _: "à l’école",
    "debut": lambda _: "au début",
    "fin": lambda name: "en fin de carrière" + (", promu" if name else ""),
}
UNCHANGED = "="


def document(result: LawGap) -> Document:
    """The lines that change, each subject under its name; years that repeat the one above are
    left out, and the unchanged lines counted."""
    changed = [line for line in result.lignes if line.changes]
    same = len(result.lignes) - len(changed)
    told = [Note(f"{french.count(same, 'ligne inchangée', 'lignes inchangées')}.")] if same and changed else []
    return _document(result, _without_repeats(changed), told)


def full(result: LawGap) -> Document:
    """Every line."""
    return _document(result, result.lignes, [])


def _document(result: LawGap, lines: Iterable[LawLine], after: list[Note]) -> Document:
    paths = [career.parcours for career in result.reforme.carrieres] if isinstance(result.reforme, Careers) else []
    alike = result.manque_droit == result.manque_reforme
    lacking = [
        *not_counted(result.manque_droit, "" if alike else "Droit"),
        *([] if alike else not_counted(result.manque_reforme, "Réforme")),
    ]
    shown = tuple(lines)
    rows = tuple(_rows(shown, {path.code: words.who(path) for path in paths}))
    body: tuple[Block, ...] = (Table(COLUMNS, rows, ruled=False),) if rows else (Note("La réforme n’y change rien."),)
    blocks = (*lacking, *_between(shown), *body, *after)
    return Document(f"{_answer(result)}, par mois", "", blocks, framed=False)


def _between(lines: Iterable[LawLine]) -> list[Note]:
    """Why some gaps are wide."""
    wide = sum(line.between for line in lines)
    if not wide:
        return []
    whose = french.count(wide, "ligne")
    return [Note(f"Le droit ne donne que des bornes pour {whose}{french.THIN}: le vrai écart est entre les deux.")]


def payload(result: LawGap) -> dict[str, Any]:
    """Every line in JSON."""
    return {
        "base": "brut" if result.brut else "net",
        "manque": {"droit": list(result.manque_droit), "reforme": list(result.manque_reforme)},
        "ecarts": [
            {
                **line.ligne._asdict(),
                "droit": _span(line.droit),
                "reforme": _span(line.reforme),
                "ecart": _span(line.ecart),
            }
            for line in result.lignes
        ],
    }


def rows(result: LawGap) -> Rows:
    """One line a line."""
    ends = [f"{side}_{end}" for side in ("droit", "reforme", "ecart") for end in ("min", "max")]
    return (("sujet", "genre", "nom", *ends), [_cells(line) for line in result.lignes])


def _answer(result: LawGap) -> str:
    """« De +35 € à +70 € brut », the smallest and the largest of what changes in a month."""
    months = [line for line in result.lignes if line.ligne.genre != "cumul"]
    gaps = [gap for line in months if line.changes and (gap := line.ecart) is not None]
    kind = "brut" if result.brut else "net avant impôt"
    if not gaps:
        return f"Droit et réforme · {kind}"
    ends = [end for gap in gaps for end in gap if end is not None]
    low, high = french.signed_euros(min(ends)), french.signed_euros(max(ends))
    return f"{low} {kind}" if low == high else f"De {low} à {high} {kind}"


def _without_repeats(lines: Iterable[LawLine]) -> Iterable[LawLine]:
    last: LawLine | None = None
    for line in lines:
        again = last is not None and line == last._replace(ligne=last.ligne._replace(nom=line.ligne.nom))
        if line.ligne.genre != "annee" or not again:
            yield line
        last = line


def _rows(lines: Iterable[LawLine], names: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    """A row a line, under the name of its subject when it is another; `names`: those of codes."""
    subject = ""
    for line in lines:
        if line.ligne.sujet != subject:
            subject = line.ligne.sujet
            yield (names.get(subject, subject), "", "", "")
        yield (_name(line.ligne), _amounts(line.droit), _amounts(line.reforme), _gap(line))


def _name(line: LineName) -> str:
    return KINDS[line.genre](line.nom)


def _amounts(amounts: Span | None) -> str:
    if amounts is None:
        return french.NOTHING
    if amounts.max is None:
        return f"≥{french.FIXED}{french.rounded_euros(amounts.min)}"
    return french.amount_range(Range(amounts.min, amounts.max))


def _gap(line: LawLine) -> str:
    gap = line.ecart
    if gap is None:
        return french.UNKNOWN if line.droit and line.reforme else french.NOTHING
    if not line.changes:
        return UNCHANGED
    return french.signed_range(gap)


def _span(amounts: Span | None) -> dict[str, float | None] | None:
    return amounts and {"min": money(amounts.min), "max": money_or_none(amounts.max)}


def _cells(line: LawLine) -> tuple[Any, ...]:
    spans = (line.droit, line.reforme, line.ecart)
    return (*line.ligne, *(amount(end) for span in spans for end in (span or (None, None))))
