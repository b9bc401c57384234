"""`penit paie --contre`: two payslips side by side."""

from typing import Any

from penitcareer.domain.pay.payslip import LineGap, PayslipGap
from penitcareer.render.document import Block, Column, Document, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money
from penitcareer.render.views import payslip
from penitcareer.render.words import french

COLUMNS = (
    Column("Ligne", flexible=True),
    Column("Avant", right=True),
    Column("Après", right=True),
    Column("Dans la poche", right=True),
)


def document(result: PayslipGap) -> Document:
    """Lines, then totals, with what each changes in the pocket."""
    lines = tuple(_row(gap) for gap in result.lignes)
    blocks: list[Block] = [Table(COLUMNS, lines), Table(COLUMNS, tuple(_totals(result)))]
    if result.marche_impot:
        blocks.append(
            Note(
                "Le net avant impôt augmente mais le net payé baisse : le taux par défaut monte par marches."
                " Avec votre taux personnel : --taux-impot"
            )
        )
    before, after = payslip.who(result.avant.situation), payslip.who(result.apres.situation)
    subtitle = f"Après{french.THIN}: {after}, {payslip.subtitle(result.apres)}"
    return Document(f"Avant{french.THIN}: {before}, {payslip.subtitle(result.avant)}", subtitle, tuple(blocks))


full = document


def payload(result: PayslipGap) -> dict[str, Any]:
    """Both payslips in JSON, and the differences."""
    before, after = result.avant.bulletin.totaux, result.apres.bulletin.totaux
    return {
        "avant": payslip.payload(result.avant),
        "apres": payslip.payload(result.apres),
        "ecarts": {
            "lignes": [
                {
                    **gap._asdict(),
                    "avant": money(gap.avant),
                    "apres": money(gap.apres),
                    "ecart": money(gap.ecart),
                }
                for gap in result.lignes
            ],
            "totaux": {name: money(getattr(after, name) - getattr(before, name)) for name in payslip.TOTALS},
            "marche_impot": result.marche_impot,
        },
    }


def rows(result: PayslipGap) -> Rows:
    """One line a line of either payslip."""
    return (
        ("code", "libelle", "sens", "avant", "apres", "ecart"),
        [
            (gap.code, gap.libelle, gap.sens, amount(gap.avant), amount(gap.apres), amount(gap.ecart))
            for gap in result.lignes
        ],
    )


def _row(gap: LineGap) -> tuple[str, ...]:
    return (gap.libelle, french.euros(gap.avant, True), french.euros(gap.apres, True), signed(gap.ecart))


def _totals(result: PayslipGap) -> list[tuple[str, ...]]:
    before, after = result.avant.bulletin.totaux, result.apres.bulletin.totaux
    shown: list[tuple[str, ...]] = []
    for name, label in payslip.TOTALS.items():
        old, new = getattr(before, name), getattr(after, name)
        shown.append((label, french.euros(old, True), french.euros(new, True), signed(new - old)))
    return shown


def signed(cents: int) -> str:
    """« +50,09 », « −12,30 », « = »."""
    if not cents:
        return "="
    return ("+" if cents > 0 else "−") + payslip.cents(abs(cents))
