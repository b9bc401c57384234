"""What a métier pays, in short: three stages by their best proof, then the brackets of its
orientation sheet. `penit show` and `penit net METIER`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from penitcareer.domain.metiers.reperes import Repere, at
from penitcareer.render.document import Block, Caption, Column, Heading, Paragraph, Subheading, Table
from penitcareer.render.views import reperes
from penitcareer.render.words import french
from penitcareer.render.words.lacking import without
from penitcareer.render.words.names import in_a_sentence
from penitcareer.render.words.preuves import MARKS

if TYPE_CHECKING:
    from penitcareer.domain.metiers.brackets import Bracket
    from penitcareer.domain.metiers.comparison import MetierCell
    from penitcareer.domain.metiers.metier import Metier
    from penitcareer.domain.metiers.sheet import Sheet

ONE_LINE = 45  # columns left for what proves an amount, on a screen of 80
ROWS = (Column("", bref="{}"), Column("", right=True, bref="{}"), Column("", flexible=True, bref="{}"))
BRACKETS = (
    Column("", bref="{}"), Column("", right=True, bref="{} brut"), Column("", right=True, bref="{} net"),
    Column("", bref="{}"),
)  # fmt: skip
WORDS = {
    "grille": "grille officielle",
    "grille_encadree": "grille encadrée",
    "grille_supposee": "grille supposée",
    "indicatif": "fiche d’orientation",
}
# Who published an amount, in a word.
PUBLISHERS = {
    "officiel": "annonce officielle",
    "presse": "presse",
    "syndical": "syndicat",
    "personnel": "témoignage",
    "ancien": "donnée ancienne",
}


def pay(result: "Sheet") -> list[Block]:
    """Net by stage, then the brackets; one sentence when neither is known."""
    stages, brackets = _stages(result), _brackets(result)
    return [*stages, *brackets] or [Paragraph(f"Salaire{french.THIN}: {french.UNKNOWN}.")]


def _stages(result: "Sheet") -> list[Block]:
    known = result.reperes
    if not known:
        return []
    rows = tuple((_label(item, known), reperes.net_words(item), _proof(item, result)) for item in known)
    lacks = dict.fromkeys(name for item in known for name in item.manque)
    under = dict.fromkeys(item.precision for item in known if item.precision and not _held(item, result.metier))
    notes = [Caption(precision) for precision in under]
    notes += [Caption(f"{french.capital(without(tuple(lacks)))}.")] if lacks else []
    return [Heading("Net par mois, avant impôt"), Table(ROWS, rows, ruled=False), *notes]


def _label(item: Repere, known: Sequence[Repere]) -> str:
    """« en fin de carrière », then « sans promotion » under what it takes one to reach."""
    above = at(known, item.stade)
    return in_a_sentence(reperes.STADES[item.stade]) if item is above else f"{french.FIXED * 2}sans promotion"


def _proof(item: Repere, result: "Sheet") -> str:
    """« ◐ grille encadrée, classe exceptionnelle », « ◔ site, vers 2023 »."""
    mark = MARKS[item.preuve]
    if item.preuve not in WORDS:
        return f"{mark} {_published(item, result.metier)}"
    start = at(result.reperes, "debut")
    grade = _beyond(start.grade, item.grade) if start and start.grade and item.promotion and item.grade else ""
    return f"{mark} {WORDS[item.preuve]}{f', {grade}' if grade else ''}"


def _published(item: Repere, metier: "Metier") -> str:
    """Who published it, when, and what it counts where the line holds it."""
    return _held(item, metier) or _publisher(item, metier)


def _held(item: Repere, metier: "Metier") -> str:
    """All of it in one line, nothing when it is too long for one."""
    details = item.precision and in_a_sentence(item.precision.partition(". ")[0]).rstrip(".")
    text = ", ".join(part for part in (_publisher(item, metier), details) if part)
    return text if len(text) <= ONE_LINE else ""


def _publisher(item: Repere, metier: "Metier") -> str:
    """« presse, janvier 2026 »."""
    publisher = next(PUBLISHERS.get(source.nature, "site") for source in metier.sources if source.id == item.source)
    date = french.day(item.date) if item.date else None
    return ", ".join(part for part in (publisher, date) if part)


def _beyond(start: str, grade: str) -> str:
    """What a grade's title adds to that of the first grade: « classe exceptionnelle ».

    >>> _beyond("Directeur de classe normale", "Directeur de classe exceptionnelle")
    'classe exceptionnelle'
    """
    first, words = start.replace(",", "").split(" "), grade.split(" ")
    shared = next((i for i, word in enumerate(words) if i >= len(first) or word != first[i]), len(words))
    while shared and words[shared - 1] == "classe":
        shared -= 1
    return in_a_sentence(" ".join(words[shared:]).removeprefix("de ")) or in_a_sentence(grade)


def _brackets(result: "Sheet") -> list[Block]:
    if not result.tranches:
        return []
    period = "an" if result.mois > 1 else "mois"
    title = f"Fiche d’orientation {MARKS['indicatif']}, par {period}{french.THIN}: brut, puis net estimé"
    rows = tuple(_bracket(bracket) for bracket in result.tranches)
    return [
        Subheading(f"{title} ({french.rule_in_brief(result.regle)})"),
        Table(BRACKETS, rows, ruled=False),
        *outside(result.tranches),
    ]


def _bracket(bracket: "Bracket") -> tuple[str, ...]:
    return (
        f"{french.LEVELS[bracket.niveau].lower()}, {bracket.libelle}",
        french.amount_range(bracket.brut),
        french.amount_range(bracket.net),
        "sous le SMIC" if bracket.sous_smic else "",
    )


def bracket_gap(cell: "MetierCell") -> str:
    """« +1 227 € (+67,3 %) », nothing when it is unknown."""
    if cell.ecart is None:
        return ""
    return f"{french.signed_euros(cell.ecart.euros)} ({french.signed_percent(cell.ecart.pour_mille)})"


def outside(brackets: Sequence["Bracket"], name: str = "") -> list[Caption]:
    """Why some brackets are not the corps' pay, once a reason."""
    by_reason: dict[str, list[str]] = {}
    for bracket in brackets:
        if bracket.hors_corps:
            by_reason.setdefault(bracket.hors_corps, []).append(french.LEVELS[bracket.niveau].lower())
    said = [f"{' et '.join(levels)} ({in_a_sentence(reason).rstrip('.')})" for reason, levels in by_reason.items()]
    what = f"À ne pas citer{f' pour {name}' if name else ''}"
    return [Caption(f"{what}{french.THIN}: {f'{french.THIN}; '.join(said)}.")] if said else []
