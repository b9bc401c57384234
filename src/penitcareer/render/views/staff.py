"""`penit lot --synthese`: a staff added up by corps, grade and zone."""

from typing import Any

from penitcareer.domain.money import Range, Span
from penitcareer.domain.staff import StaffGroup, Synthese
from penitcareer.domain.staff_effects import StaffEffect
from penitcareer.render.document import Block, Column, Document, Heading, Note, Paragraph, Table
from penitcareer.render.formats.csv_rows import Cell, Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views.known import between
from penitcareer.render.words import french

TITLES = {"corps": "Par corps", "grade": "Par grade", "zone": "Par zone de résidence"}
WITHOUT = "sans corps décrit"
COLUMNS = (
    Column("Agents", right=True, bref="agents : {}"),
    Column("Brut", right=True, bref="{} brut"),
    Column("Net avant impôt", right=True, bref="{} net"),
    Column("1er quart", right=True, bref="1er quart {}"),
    Column("médiane", right=True, bref="médiane {}"),
    Column("3e quart", right=True, bref="3e quart {}"),
)


def document(result: Synthese) -> Document:
    """The whole, then a table a dimension."""
    whole = [group for group in result.groupes if group.par == "ensemble"]
    month = french.day(result.jour.isoformat()[: len("2026-11")])
    blocks: list[Block] = [Paragraph(_answer(group)) for group in whole]
    for name, title in TITLES.items():
        lines = tuple(_row(group) for group in result.groupes if group.par == name)
        if lines:
            blocks += [
                Heading(title),
                Table((Column(title.removeprefix("Par ").capitalize(), bref="{}"), *COLUMNS), lines),
            ]
    title = f"{french.count(sum(group.effectif for group in whole), 'agent payé', 'agents payés')}, {month}"
    return Document(title, "", (*blocks, *_notes(result, whole)), framed=False)


full = document


def _answer(group: StaffGroup) -> str:
    gross, net = _span(group.brut), _span(group.net)
    return f"Par mois{french.THIN}: {gross} de brut, {net} de net à payer avant impôt."


def _notes(result: Synthese, whole: list[StaffGroup]) -> list[Note]:
    found = [Note("Quartiles du net : un quart, la moitié, trois quarts des agents ont ce net ou moins.")]
    bounded = sum(group.encadres for group in whole)
    if bounded:
        who = french.count(bounded, "agent a", "agents ont")
        found.append(Note(f"{who} un indice connu par des bornes : totaux encadrés, hors des quartiles."))
    if result.anomalies:
        lines = french.count(result.anomalies, "ligne sans bulletin, comptée", "lignes sans bulletin, comptées")
        found.append(Note(f"{lines} nulle part."))
    return found


def name_of(group: StaffGroup | StaffEffect) -> str:
    """What a group is called in the table of its dimension."""
    if group.par == "zone":
        return str(group.zone)
    named = group.corps or WITHOUT
    return named if group.par == "corps" or group.grade is None else f"{named}, {group.grade}"


def _row(group: StaffGroup) -> tuple[str, ...]:
    quartiles = [french.rounded_euros(one) for one in group.quartiles] if group.quartiles else [french.NOTHING] * 3
    return (name_of(group), french.number(group.effectif), _span(group.brut), _span(group.net), *quartiles)


def _span(span: Span) -> str:
    """« 1 964 € », « 1 964 à 2 403 € », « au moins 2 407 € », to the euro."""
    if span.max is None:
        return f"au moins {french.rounded_euros(span.min)}"
    return french.rounded_euros(span.min) if span.min == span.max else between(Range(span.min, span.max))


def payload(result: Synthese) -> dict[str, Any]:
    """The same in JSON."""
    return {
        "date": result.jour.isoformat(),
        "lignes": result.lignes,
        "anomalies": result.anomalies,
        "groupes": [_payload(group) for group in result.groupes],
    }


def _payload(group: StaffGroup) -> dict[str, Any]:
    quartiles = group.quartiles
    return {
        "par": group.par,
        "corps": group.corps,
        "grade": group.grade,
        "zone": group.zone,
        "effectif": group.effectif,
        "encadres": group.encadres,
        "brut": {"min": money(group.brut.min), "max": money_or_none(group.brut.max)},
        "net": {"min": money(group.net.min), "max": money_or_none(group.net.max)},
        "quartiles_net": None if quartiles is None else {name: money(one) for name, one in quartiles._asdict().items()},
    }


def rows(result: Synthese) -> Rows:
    """One line a group."""
    header = (
        "par", "corps", "grade", "zone", "effectif", "encadres", "brut_min", "brut_max", "net_min", "net_max",
        "net_premier_quartile", "net_mediane", "net_troisieme_quartile",
    )  # fmt: skip
    return header, [_cells(group) for group in result.groupes]


def _cells(group: StaffGroup) -> list[Cell]:
    quartiles = group.quartiles or (None, None, None)
    who: list[Cell] = [group.par, group.corps, group.grade, group.zone, group.effectif, group.encadres]
    return [*who, *map(amount, (*group.brut, *group.net, *quartiles))]
