"""`penit paie` of an échelon whose index is bounded: the payslips at its ends."""

from typing import Any

from penitcareer.domain.pay.payslip import Payslip, compare_payslips
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.render.document import Block, Column, Document, Note, Paragraph, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import known, payslip, payslip_data
from penitcareer.render.views.reserves import every_reserve, reserve_block
from penitcareer.render.words import french

NET = "net_a_payer_avant_impot"
SHOWN = ("brut", "retenues", NET, "net_paye")


def document(result: PayslipRange) -> Document:
    """The range of net in the first line, both payslips side by side, what they assume."""
    low = result.bas
    return _document(result, (reserve_block(payslip.named(low.hypotheses, low.situation), payslip.tries(low)),))


def full(result: PayslipRange) -> Document:
    """The same with every assumption."""
    return _document(result, tuple(every_reserve("Ce que ces bulletins supposent", result.bas.hypotheses)))


def _document(result: PayslipRange, after: tuple[Block, ...]) -> Document:
    low, high = result.bas, result.haut
    title = f"{payslip.place(low.situation)}{french.THIN}: {_net(result)} net avant impôt"
    known_index = f"{payslip.period(low)}, indice majoré {known.index(result.indice)}"
    if high is None:
        index = low.situation.indice_demande
        blocks: tuple[Block, ...] = (
            Note(f"Bulletin à l’indice majoré {index}, le plus bas possible."),
            payslip.table(low),
        )
    else:
        blocks = (_table(low, high), *_dips(result))
    head: tuple[Block, ...] = (Paragraph(payslip.subtitle(low)), *payslip.said_first(low))
    return Document(title, known_index, (*head, *blocks, *after), framed=False)


def _table(low: Payslip, high: Payslip) -> Table:
    ends = (Column(f"Indice {slip.situation.indice_demande}", right=True, bref="{}") for slip in (low, high))
    names = payslip.short_names(low.situation)
    gaps = (gap for gap in compare_payslips(low, high).lignes if gap.code != "impot")
    lines = tuple(
        (names.get(gap.code, gap.libelle), *(payslip.cents_or_unknown(end) for end in (gap.avant, gap.apres)))
        for gap in gaps
    )
    totals = _totals(low, high)
    return Table((Column("En euros", flexible=True, bref="{}"), *ends), (*lines, *totals), totals=len(totals))


def _dips(result: PayslipRange) -> tuple[Note, ...]:
    """That the net is lower between the ends than at the low one, if so."""
    if result.net_min >= getattr(result.bas.bulletin.totaux, NET):
        return ()
    return (
        Note(
            f"Entre les deux, le net descend à {french.euros(result.net_min, True)}{french.THIN}: sous le SMIC,"
            " ce que l’indice ajoute au traitement remplace un complément sans cotisation de retraite."
        ),
    )


def payload(result: PayslipRange) -> dict[str, Any]:
    """Both payslips in JSON, with what is known of the index and of the net."""
    high = result.haut
    entry = payslip_data.situation_payload(result.bas) | {"indice_majore": None, "indice_demande": None}
    return {
        "entree": entry,
        "indice": known.index_payload(result.indice),
        "net_encadre": known.amount_payload(result.indice, result.net_min, _high_net(result)),
        "bas": payslip_data.payload(result.bas),
        "haut": payslip_data.payload(high) if high else None,
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
        for name, label in payslip_data.TOTALS.items()
    ]
    return (("code", "libelle", "sens", "bas", "haut"), [*lines, *totals])


def _net(result: PayslipRange) -> str:
    return known.amount(result.indice, result.net_min, _high_net(result), french.UNKNOWN)


def _high_net(result: PayslipRange) -> int | None:
    return result.haut.bulletin.totaux.net_a_payer_avant_impot if result.haut else None


def _totals(low: Payslip, high: Payslip) -> list[tuple[str, ...]]:
    ends = (low.bulletin.totaux, high.bulletin.totaux)
    return [(payslip_data.TOTALS[name], *(payslip.cents(getattr(totals, name)) for totals in ends)) for name in SHOWN]
