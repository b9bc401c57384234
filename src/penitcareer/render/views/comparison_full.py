"""`penit compare --tout`: pay level by level, then every other field, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from penitcareer.domain.metiers.comparison import BracketLevel, Comparison, MetierCell
from penitcareer.domain.metiers.metier import Formation, Metier
from penitcareer.domain.metiers.reperes import at
from penitcareer.render.document import Column, Document, Facts, Heading, Note, Table
from penitcareer.render.views import official, reperes
from penitcareer.render.views.facts import SIDE_BY_SIDE, by_value, category, commitment, training
from penitcareer.render.views.pay import caveats, gross, unused
from penitcareer.render.views.sheet_pay import bracket_gap
from penitcareer.render.words import french
from penitcareer.render.words.names import called, from_file


def document(result: Comparison) -> Document:
    """The pay table with gaps and bars, then the rest, then every source's reserve."""
    names = {metier.code: called(metier) for metier in result.metiers}
    blocks: list[Any] = []
    if any(result.reperes):
        blocks += [
            Heading("Net par mois, avant impôt"),
            _reperes_table(result),
            *reperes.lacking(result.reperes, list(names.values())),
        ]
    blocks.append(Heading("Salaire indicatif, par mois"))
    if result.niveaux:
        blocks += [_pay_table(result, names), *_pay_notes(result, names)]
    else:
        blocks.append(Note(f"Rémunération de ces métiers{french.THIN}: {french.UNKNOWN}e."))
    blocks += [Note(official.sentence(pay)) for pays in result.officiel for pay in pays]
    blocks += [Heading("Le reste"), _fields(result, list(names.values()))]
    blocks += [Note(_reserve(metier)) for metier in result.metiers]
    blocks += [Note(said) for metier in result.metiers if (said := from_file(metier))]
    return Document(
        " · ".join(names.values()),
        f"Écarts calculés au milieu des tranches, par rapport à {names[result.reference]}",
        tuple(blocks),
    )


def _reperes_table(result: Comparison) -> Table:
    """One line a stage and a métier, with its proof; no gap, for a gap between figures of
    different kinds means nothing."""
    columns = (
        Column("Moment"),
        Column("Métier", bref="{}"),
        Column("Net", right=True, bref="{}"),
        Column("Preuve", bref="{}"),
    )
    lines = [
        (label, called(metier), reperes.net_words(item), reperes.PREUVES[item.preuve])
        for stade, label in reperes.STADES.items()
        for metier, known in zip(result.metiers, result.reperes, strict=True)
        if (item := at(known, stade)) is not None
    ]
    return Table(columns, tuple(lines), grouped=True)


def _pay_table(result: Comparison, names: Mapping[str, str]) -> Table:
    columns = (
        Column("Niveau"),
        Column("Métier", bref="{}"),
        Column("Brut", right=True, bref="{} brut"),
        Column("Net estimé", right=True, bref="{} net"),
        Column("Écart", right=True, bref="écart {}"),
    )
    return Table(
        columns,
        tuple(
            _pay_row(result, level, cell, names[cell.code])
            for level in result.niveaux
            for cell in level.cellules
            if result.brackets_of(cell.code)
        ),
        grouped=True,
    )


def _pay_row(result: Comparison, level: BracketLevel, cell: MetierCell, name: str) -> tuple[str, ...]:
    label = french.LEVELS[level.niveau]
    if cell.tranche is None:
        return (label, name, french.NOTHING, french.NOTHING, "")
    gap = bracket_gap(cell) if cell.code != result.reference else ""
    return (label, name, gross(cell.tranche), french.amount_range(cell.tranche.net), gap)


def _pay_notes(result: Comparison, names: Mapping[str, str]) -> list[Note]:
    known = [cell.tranche for level in result.niveaux for cell in level.cellules if cell.tranche]
    labels = dict.fromkeys(f"{french.LEVELS[bracket.niveau]}{french.THIN}: {bracket.libelle}" for bracket in known)
    return [
        Note(f"Ancienneté selon les sources. {f'{french.THIN}; '.join(labels)}."),
        *(note for code, name in names.items() for note in unused(result.brackets_of(code), name)),
        *caveats(known, result.regle, result.smic),
    ]


def _fields(result: Comparison, names: Sequence[str]) -> Table | Facts:
    metiers = result.metiers
    fields = (
        ("Titre", [metier.titre for metier in metiers]),
        ("Catégorie", [category(metier) for metier in metiers]),
        ("Diplôme", [metier.acces.diplome if metier.acces else None for metier in metiers]),
        ("Formation", [training(_formation(metier)) for metier in metiers]),
        ("Engagement", [commitment(metier.acces.engagement if metier.acces else None) for metier in metiers]),
        (
            "Missions",
            [f"{french.THIN}; ".join(mission.titre for mission in metier.missions) or None for metier in metiers],
        ),
        ("Télétravail", [metier.teletravail for metier in metiers]),
        ("Évolution", [metier.evolution for metier in metiers]),
    )
    if len(names) > SIDE_BY_SIDE:
        return Facts(tuple(fact for label, values in fields for fact in by_value(label, values, names)))
    columns = (Column("Champ"), *(Column(name, flexible=True) for name in names))
    return Table(
        columns, tuple((label, *(value or french.NOTHING for value in values)) for label, values in fields), prose=True
    )


def _formation(metier: Metier) -> Formation | None:
    return metier.acces.formation if metier.acces else None


def _reserve(metier: Metier) -> str:
    pay = metier.remuneration
    if pay is None:
        return f"{called(metier)}{french.THIN}: pas de fourchette publiée."
    return f"{called(metier)}{french.THIN}: {pay.reserve or 'la source ne fait pas de réserve.'}"
