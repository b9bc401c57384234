"""`penit lot --reforme`: who gains and who loses under a reform, and what it costs."""

from collections.abc import Callable, Sequence
from typing import Any

from penitcareer.domain.money import Cents, Span
from penitcareer.domain.staff_effects import EffectDimension, LineTotal, StaffEffect, StaffEffects
from penitcareer.render.document import Block, Caption, Column, Document, Gains, Heading, Note, Paragraph, Ranges, Table
from penitcareer.render.formats.csv_rows import Cell, Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views.staff import TITLES, name_of
from penitcareer.render.words import french

DECILE = "Par décile de net"
COLUMNS = tuple(
    Column(title, right=True, bref=f"{title.lower()}{french.THIN}: {{}}")
    for title in ("Agents", "Gagnent", "Perdent", "Inchangés", "Incertains", "Net moyen", "Brut par mois")
)
ONLY_IF_ANY = ("Perdent", "Inchangés", "Incertains")  # columns that a table does without where they are all 0
LINES = (
    Column("En euros par mois", flexible=True, bref="{}"),
    Column("Droit", right=True, bref="droit {}"),
    Column("Réforme", right=True, bref="réforme {}"),
    Column("Écart", right=True, bref="{}"),
)


def document(result: StaffEffects) -> Document:
    """What it costs, who gains, by corps and by decile."""
    return _document(result, ("corps",))


def full(result: StaffEffects) -> Document:
    """The same, by grade and by zone too, and line by line."""
    return _document(result._replace(par_ligne=True), ("corps", "grade", "zone"))


def _document(result: StaffEffects, dimensions: Sequence[EffectDimension]) -> Document:
    whole = result.ensemble
    if whole is None:
        return Document("Aucun agent comparé", "", tuple(_left_out(result)), framed=False)
    blocks: list[Block | Ranges] = [Paragraph(_who(whole)), Paragraph(_net(result, whole))]
    for name in dimensions:
        title = TITLES[name]
        blocks += _groups(result, name, title, title.removeprefix("Par ").capitalize(), name_of)
    blocks += _groups(result, "decile", DECILE, "Décile, jusqu’à", _decile)
    if result.par_ligne and result.bulletin:
        blocks += [Heading("Ligne par ligne"), *_by_line(result)]
    title = f"Coût en brut{french.THIN}: {_a_month(whole.brut)}, {french.signed_range(whole.brut_an)} par an"
    return Document(title, "", (*blocks, *_notes(result, whole)), framed=False)


def _a_month(amounts: Span) -> str:
    return f"{french.signed_range(amounts)} par mois"


def _who(whole: StaffEffect) -> str:
    """« 8 gagnent, 2 perdent, 3 ne changent pas, sur 13 agents. »"""
    parts = [
        f"{french.number(whole.gagnants)} {'gagne' if whole.gagnants < 2 else 'gagnent'}",
        f"{french.number(whole.perdants)} {'perd' if whole.perdants < 2 else 'perdent'}",
        f"{french.number(whole.inchanges)} sans changement",
    ]
    if whole.incertains:
        parts.append(french.count(whole.incertains, "incertain"))
    return f"Sur {french.count(whole.effectif, 'agent')}{french.THIN}: {', '.join(parts)}."


def _net(result: StaffEffects, whole: StaffEffect) -> str:
    month = french.day(result.jour.isoformat()[: len("2026-11")])
    return (
        f"Net à payer avant impôt{french.THIN}: {_mean(whole)} par mois en moyenne, "
        f"{_a_month(whole.net)} en tout, en {month}."
    )


def _mean(group: StaffEffect) -> str:
    """« +31,42 € »: to the cent where it is exact."""
    low, high = group.net_moyen
    return _signed(low) if low == high else french.signed_range(group.net_moyen)


def _signed(cents: Cents) -> str:
    return ("+" if cents >= 0 else "−") + french.euros(abs(cents), True)


def _groups(
    result: StaffEffects, by: EffectDimension, title: str, first: str, name: Callable[[StaffEffect], str]
) -> list[Block | Ranges]:
    """A table of the groups for which something changes, deciles drawn before; the others are counted."""
    groups = [group for group in result.groupes if group.par == by]
    changed = [group for group in groups if group.inchanges < group.effectif]
    alike = french.count(len(groups) - len(changed), "ligne inchangée", "lignes inchangées")
    if not changed:
        return [Heading(title), Note("Rien ne change.")] if groups else []
    rows = [(name(group), *_cells(group)) for group in changed]
    columns = (Column(first, bref="{}"), *COLUMNS)
    kept = [
        rank
        for rank, column in enumerate(columns)
        if column.titre not in ONLY_IF_ANY or any(row[rank] != "0" for row in rows)
    ]
    table = Table(
        tuple(columns[rank] for rank in kept),
        tuple(tuple(row[rank] for rank in kept) for row in rows),
    )
    bars = _bars(groups) if by == "decile" else []
    folded = [Caption(f"{alike}.")] if len(changed) < len(groups) else []
    return [Heading(title), *bars, table, *folded]


def _cells(group: StaffEffect) -> tuple[str, ...]:
    counts = (group.effectif, group.gagnants, group.perdants, group.inchanges, group.incertains)
    return (*map(french.number, counts), _mean(group), french.signed_range(group.brut))


def _decile(group: StaffEffect) -> str:
    return f"{_rank(group)}, {french.rounded_euros(group.jusqu_a or 0)}"


def _rank(group: StaffEffect) -> str:
    return "1er" if group.decile == 1 else f"{group.decile}e"


def _bars(deciles: Sequence[StaffEffect]) -> list[Gains]:
    """What each decile gains on average, from zero."""
    found = []
    for group in deciles:
        low, high = group.net_moyen
        found.append((_rank(group), min(low, 0), max(low if high is None else high, 0), high is None))
    return [Gains(found)]


def _by_line(result: StaffEffects) -> list[Block]:
    """The lines that change, added up."""
    changed = [line for line in result.bulletin if line.ecart]
    agents = french.count(result.exacts, "agent")
    among = Caption(f"Sur {agents} dont les deux lois donnent l’indice exact.")
    if not changed:
        return [Note("Aucune ligne ne change."), among]
    rows = tuple((line.libelle, *_amounts(line)) for line in changed)
    return [Table(LINES, rows), among]


def _amounts(line: LineTotal) -> tuple[str, ...]:
    return (french.euros(line.droit, True), french.euros(line.reforme, True), _signed(line.ecart))


def _notes(result: StaffEffects, whole: StaffEffect) -> list[Note]:
    found = [Note("Coût en brut, sans les cotisations de l’employeur. Un an compte douze mois comme celui-ci.")]
    if result.ranges:
        found.append(
            Note("Décile : un dixième des agents, du net le plus bas au plus haut sous le droit, compté à l’euro.")
        )
    bounded = whole.effectif - result.ranges
    if bounded:
        who = french.count(bounded, "agent dont le droit", "agents dont le droit")
        found.append(Note(f"{who} ne donne l’indice que par des bornes{french.THIN}: dans aucun décile."))
    if whole.incertains:
        found.append(Note("Incertains : selon leur indice, connu par des bornes, ils gagnent ou perdent."))
    return [*found, *_left_out(result)]


def _left_out(result: StaffEffects) -> list[Note]:
    """The rows that are in no figure, and why."""
    found = []
    if result.incomparables:
        who = french.count(result.incomparables, "agent comparé", "agents comparés")
        found.append(
            Note(
                f"{who} nulle part{french.THIN}: une loi seule donne le montant d’une prime,"
                " ou le droit ne donne qu’un plancher."
            )
        )
    if result.anomalies:
        lines = french.count(result.anomalies, "ligne sans bulletin, comptée", "lignes sans bulletin, comptées")
        one = f", dont {french.number(result.une_loi)} sous une seule des deux lois" if result.une_loi else ""
        found.append(Note(f"{lines} nulle part{one}."))
    return found


def payload(result: StaffEffects) -> dict[str, Any]:
    """Every group in JSON, and the lines."""
    return {
        "jour": result.jour.isoformat(),
        "lignes": result.lignes,
        "anomalies": result.anomalies,
        "une_loi": result.une_loi,
        "incomparables": result.incomparables,
        "exacts": result.exacts,
        "cout": "brut",
        "groupes": [_payload(group) for group in result.groupes],
        "bulletin": [
            {**line._asdict(), "droit": money(line.droit), "reforme": money(line.reforme), "ecart": money(line.ecart)}
            for line in result.bulletin
        ],
    }


def _payload(group: StaffEffect) -> dict[str, Any]:
    who = {name: getattr(group, name) for name in ("par", "corps", "grade", "zone", "decile")}
    counts = {name: getattr(group, name) for name in ("effectif", "gagnants", "perdants", "inchanges", "incertains")}
    spans = {f"ecart_{name}": _span(getattr(group, name)) for name in ("brut", "brut_an", "net", "net_moyen")}
    return {**who, "jusqu_a": money_or_none(group.jusqu_a), **counts, **spans}


def _span(amounts: Span) -> dict[str, float | None]:
    return {"min": money(amounts.min), "max": money_or_none(amounts.max)}


def rows(result: StaffEffects) -> Rows:
    """One line a group; a line of the payslips where these are asked for."""
    if result.par_ligne:
        header = ("code", "libelle", "montant_droit", "montant_reforme", "ecart")
        return header, [_line(line) for line in result.bulletin]
    ends = [f"ecart_{name}_{end}" for name in ("brut", "brut_an", "net", "net_moyen") for end in ("min", "max")]
    who = ("par", "corps", "grade", "zone", "decile", "jusqu_a")
    counts = ("effectif", "gagnants", "perdants", "inchanges", "incertains")
    return (*who, *counts, *ends), [_row(group) for group in result.groupes]


def _line(line: LineTotal) -> list[Cell]:
    return [line.code, line.libelle, amount(line.droit), amount(line.reforme), amount(line.ecart)]


def _row(group: StaffEffect) -> list[Cell]:
    spans = (group.brut, group.brut_an, group.net, group.net_moyen)
    who: list[Cell] = [group.par, group.corps, group.grade, group.zone, group.decile, amount(group.jusqu_a)]
    counts: list[Cell] = [group.effectif, group.gagnants, group.perdants, group.inchanges, group.incertains]
    return [*who, *counts, *(amount(end) for span in spans for end in span)]
