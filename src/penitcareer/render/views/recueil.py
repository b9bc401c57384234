"""The catalogue as one page: its lines, what sets each métier beside the others, every sheet.

Everything is said by the views of the commands; here it is only put in the order of a page.
"""

from collections.abc import Iterable
from typing import NamedTuple

from penitcareer.domain.across.recueil import Recueil
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.metiers.comparison import MOST
from penitcareer.domain.metiers.listing import ListLine
from penitcareer.domain.metiers.reperes import STADES, Repere, at
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.charts.curves import Chart
from penitcareer.render.document import Block, Bullets, Caption, Document, Facts, Note, Ranges, Table
from penitcareer.render.views import careers, careers_full, glossary, listing, reperes, sheet
from penitcareer.render.views.comparison import FACTS, LISTED, SHORT, ranges
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import called, in_a_sentence
from penitcareer.render.words.untyped import without_commands

TITLE = "Métiers pénitentiaires et de probation"
HEADS = ("Métier", "Filière", "Cat.", "Diplôme", "Net au début", "En fin")


class Case(NamedTuple):
    """A cell of the list: its text, and what it is sorted by, an unknown last."""

    texte: str
    cle: str
    droite: bool = False


class Ligne(NamedTuple):
    """A line of the list; `mots` find it, and `diplomes` are those that one enters with."""

    code: str
    nom: str
    filiere: str
    diplomes: tuple[str, ...]
    mots: str
    cases: tuple[Case, ...]


class Fiche(NamedTuple):
    """A métier: the answer, everything known, then its career, each where there is one."""

    code: str
    breve: Document
    complete: Document
    graphique: tuple[Block, ...]
    carriere: tuple[Document, ...]


class Volume(NamedTuple):
    """All that a page shows. `comparaison`: rows of a label and a cell a métier; `barres`: a
    range a métier, none where it is unknown; `parcours`: by filière; `au_plus`: how many one compares."""

    titre: str
    sous_titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[Ligne, ...]
    notes: tuple[str, ...]
    filieres: tuple[str, ...]
    diplomes: tuple[str, ...]
    noms: tuple[tuple[str, str], ...]
    comparaison: tuple[tuple[str, tuple[str, ...]], ...]
    barres: tuple[tuple[str, Ranges], ...]
    au_plus: int
    fiches: tuple[Fiche, ...]
    parcours: tuple[tuple[str, Document], ...]
    sigles: Facts


def volume(result: Recueil) -> Volume:
    """The page of a catalogue."""
    lines = result.liste.lignes
    names = tuple((line.entree.code, called(line.entree)) for line in lines)
    listed = listing.document(result.liste)
    filieres = dict.fromkeys(line.entree.filiere for line in lines if line.entree.filiere)
    found = french.count(len(lines), "métier")
    return Volume(
        titre=TITLE,
        sous_titre=f"{found} · net par mois, avant impôt · chiffres au {french.day(result.jour.isoformat())}",
        colonnes=HEADS,
        lignes=tuple(_lines(result)),
        notes=tuple(str(block) for block in listed.blocks if isinstance(block, Caption | Note)),
        filieres=tuple(filieres),
        diplomes=tuple(level_word(level) for level, _ in result.ouverts),
        noms=names,
        comparaison=tuple(_comparison(result.fiches)),
        barres=tuple(_bars(result.fiches, names)),
        au_plus=MOST,
        fiches=tuple(map(_fiche, result.fiches, result.carrieres)),
        parcours=tuple((filiere, without_commands(careers.document(found))) for filiere, found in result.parcours),
        sigles=_definitions(result),
    )


def _lines(result: Recueil) -> Iterable[Ligne]:
    flat = listing.document(result.liste._replace(par_filiere=False))
    rows = next((block.rows for block in flat.blocks if isinstance(block, Table)), ())
    for line, row, one in zip(result.liste.lignes, rows, result.fiches, strict=True):
        metier = one.metier
        words = (metier.titre, metier.titre_feminin, metier.sigle, *metier.alias, *metier.mots_cles)
        yield Ligne(
            code=metier.code,
            nom=called(metier),
            filiere=line.entree.filiere or "",
            diplomes=tuple(level_word(level) for level, codes in result.ouverts if metier.code in codes),
            mots=" ".join(word for word in words if word),
            cases=_cells(line, row),
        )


def _cells(line: ListLine, row: tuple[str, ...]) -> tuple[Case, ...]:
    name, category, diploma, start, end = row
    entry = line.entree
    filiere = entry.filiere or french.NOTHING
    level = "" if entry.niveau_diplome is None else str(entry.niveau_diplome)
    return (
        Case(name, name),
        Case(filiere, entry.filiere or ""),
        Case(category, entry.categorie or ""),
        Case(diploma, level),
        Case(start, _least(at(line.reperes, "debut")), droite=True),
        Case(end, _least(at(line.reperes, "fin")), droite=True),
    )


def _least(item: Repere | None) -> str:
    return str(item.net.min) if item and item.net else ""


def _comparison(sheets: tuple[Sheet, ...]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The net of each stage, what it does not count, the brackets, then the facts."""
    for stade in STADES:
        yield SHORT[stade], tuple(reperes.marked(at(one.reperes, stade)) for one in sheets)
    yield "non compté", tuple(_lacking(one) for one in sheets)
    for niveau, label in french.LEVELS.items():
        yield f"{label.lower()}, fiche d’orientation", tuple(_bracket(one, niveau) for one in sheets)
    for label, read in FACTS.items():
        yield in_a_sentence(label), tuple(read(one.metier) or french.NOTHING for one in sheets)


def _lacking(one: Sheet) -> str:
    names = dict.fromkeys(bonus for item in one.reperes for bonus in item.manque)
    return LISTED.join(in_a_sentence(name) for name in names) or french.NOTHING


def _bracket(one: Sheet, niveau: str) -> str:
    found = next((bracket for bracket in one.tranches if bracket.niveau == niveau), None)
    if found is None:
        return french.NOTHING
    kept = "" if found.hors_corps is None else f"{LISTED}à ne pas citer"
    return f"{french.amount_range(found.brut)} brut, {french.amount_range(found.net)} net estimé{kept}"


def _bars(sheets: tuple[Sheet, ...], names: tuple[tuple[str, str], ...]) -> Iterable[tuple[str, Ranges]]:
    for one, (code, name) in zip(sheets, names, strict=True):
        for found in ranges([one.reperes], [name]):
            if isinstance(found, Ranges):
                yield code, found


def _fiche(one: Sheet, career: Careers | None) -> Fiche:
    told = None if career is None else careers.full(career)
    return Fiche(
        code=one.metier.code,
        breve=without_commands(sheet.document(one)),
        complete=without_commands(sheet.full(one)),
        graphique=() if career is None or told is None else _curve(career, told),
        carriere=() if told is None else (without_commands(_without_chart(told)),),
    )


def _curve(career: Careers, told: Document) -> tuple[Block, ...]:
    """The chart, where the page of a career has one."""
    drawn = any(isinstance(block, Chart) for block in told.blocks)
    return (careers_full.chart(career, eye=False),) if drawn else ()


def _without_chart(document: Document) -> Document:
    return document._replace(blocks=tuple(block for block in document.blocks if not isinstance(block, Chart)))


def _definitions(result: Recueil) -> Facts:
    """The acronyms as `penit sigle --tout` explains them."""
    listed = glossary.full(result.sigles).blocks
    return Facts(pair for block in listed if isinstance(block, Bullets) for pair in block)
