"""`penit paie` of an échelon whose index is bounded: the payslips at its ends."""

from typing import Any

from penitcareer.domain.pay.payslip import LineGap, compare_payslips
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import known, payslip
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

NET = "net_a_payer_avant_impot"


def document(result: PayslipRange) -> Document:
    """The range of net in the first line, then both payslips side by side."""
    low, high = result.bas, result.haut
    title = f"{payslip.kind(low)}{french.THIN}: {payslip.place(low.situation)}, {_net(result)} net avant impôt"
    if high is None:
        shown = payslip.document(low)
        return Document(title, f"{payslip.subtitle(low)}, bulletin à l’indice majoré {result.indice.min}", shown.blocks)
    columns = (
        Column("Ligne", flexible=True),
        *(Column(f"Indice {slip.situation.indice_demande}", right=True) for slip in (low, high)),
    )
    blocks: list[Block] = [
        *not_counted(low.situation.manque),
        Table(columns, tuple(_row(gap) for gap in compare_payslips(low, high).lignes if gap.code != "impot")),
        Table(columns, tuple(_totals(result))),
    ]
    if result.net_min < getattr(low.bulletin.totaux, NET):
        blocks.append(
            Note(
                f"Entre les deux, le net descend à {french.euros(result.net_min, True)}{french.THIN}: sous le SMIC,"
                " ce que l’indice ajoute au traitement remplace un complément sans cotisation de retraite."
            )
        )
    blocks += [
        Heading("Ce que ces bulletins supposent"),
        Bullets(tuple(payslip.hypothesis(item) for item in low.hypotheses)),
    ]
    return Document(title, f"{payslip.subtitle(low)}, indice majoré {known.index(result.indice)}", tuple(blocks))


full = document


def payload(result: PayslipRange) -> dict[str, Any]:
    """Both payslips in JSON, with what is known of the index and of the net."""
    high = result.haut
    entry = payslip.situation_payload(result.bas) | {"indice_majore": None, "indice_demande": None}
    return {
        "entree": entry,
        "indice": known.index_payload(result.indice),
        "net_encadre": known.amount_payload(result.indice, result.net_min, _high_net(result)),
        "bas": payslip.payload(result.bas),
        "haut": payslip.payload(high) if high else None,
        "manque": list(result.bas.situation.manque),
    }


def rows(result: PayslipRange) -> Rows:
    """One line a line of either payslip, then one a total."""
    gaps = compare_payslips(result.bas, result.haut or result.bas).lignes
    known_high = result.haut is not None
    lines = [
        (gap.code, gap.libelle, gap.sens, amount(gap.avant), amount(gap.apres) if known_high else None) for gap in gaps
    ]
    totals = [
        (
            name,
            label,
            "total",
            amount(getattr(result.bas.bulletin.totaux, name)),
            amount(getattr(result.haut.bulletin.totaux, name)) if result.haut else None,
        )
        for name, label in payslip.TOTALS.items()
    ]
    return (("code", "libelle", "sens", "bas", "haut"), [*lines, *totals])


def _net(result: PayslipRange) -> str:
    return known.amount(result.indice, result.net_min, _high_net(result), french.UNKNOWN)


def _high_net(result: PayslipRange) -> int | None:
    return result.haut.bulletin.totaux.net_a_payer_avant_impot if result.haut else None


def _row(gap: LineGap) -> tuple[str, ...]:
    return (
        gap.libelle,
        *(french.euros(end, True) if end is not None else "inconnu" for end in (gap.avant, gap.apres)),
    )


def _totals(result: PayslipRange) -> list[tuple[str, ...]]:
    assert result.haut is not None
    ends = (result.bas.bulletin.totaux, result.haut.bulletin.totaux)
    return [
        (label, *(french.euros(getattr(totals, name), True) for totals in ends))
        for name, label in payslip.TOTALS.items()
    ]
