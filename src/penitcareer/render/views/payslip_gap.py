"""`penit paie --contre`: two payslips side by side."""

from typing import Any

from penitcareer.domain.pay.payslip import LineGap, PayslipGap, SharedHypothese
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views import payslip
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

COLUMNS = (
    Column("Ligne", flexible=True),
    Column("Avant", right=True),
    Column("Après", right=True),
    Column("Dans la poche", right=True),
)


def document(result: PayslipGap) -> Document:
    """Lines, then totals, with what each changes in the pocket."""
    lines = tuple(_row(gap) for gap in result.lignes)
    lacks = (("Avant", result.avant.situation.manque), ("Après", result.apres.situation.manque))
    notes = [note for side, names in lacks for note in not_counted(names, side)]
    blocks: list[Block] = [*notes, Table(COLUMNS, lines), Table(COLUMNS, tuple(_totals(result)))]
    if result.marche_impot:
        blocks.append(
            Note(
                "Le net avant impôt augmente mais le net payé baisse : le taux par défaut monte par marches."
                " Avec votre taux personnel : --taux-impot"
            )
        )
    blocks += [Heading("Ce que ces bulletins supposent"), Bullets(tuple(_assumed(item) for item in result.hypotheses))]
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
                    "avant": money_or_none(gap.avant),
                    "apres": money_or_none(gap.apres),
                    "ecart": money_or_none(gap.ecart),
                }
                for gap in result.lignes
            ],
            "totaux": {name: money(getattr(after, name) - getattr(before, name)) for name in payslip.TOTALS},
            "marche_impot": result.marche_impot,
            "manque": {"avant": list(result.avant.situation.manque), "apres": list(result.apres.situation.manque)},
            "hypotheses": [
                {**payslip.hypothesis_payload(item.hypothese), "avant": item.avant, "apres": item.apres}
                for item in result.hypotheses
            ],
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
    ends = (french.euros(end, True) if end is not None else "inconnu" for end in (gap.avant, gap.apres))
    return (gap.libelle, *ends, "" if gap.ecart is None else _signed(gap.ecart))


def _totals(result: PayslipGap) -> list[tuple[str, ...]]:
    before, after = result.avant.bulletin.totaux, result.apres.bulletin.totaux
    shown: list[tuple[str, ...]] = []
    for name, label in payslip.TOTALS.items():
        old, new = getattr(before, name), getattr(after, name)
        shown.append((label, french.euros(old, True), french.euros(new, True), _signed(new - old)))
    return shown


def _assumed(item: SharedHypothese) -> tuple[str, str]:
    """An assumption, and the payslip that makes it when one alone does."""
    alone = "" if item.avant and item.apres else "Avant" if item.avant else "Après"
    return (alone, payslip.hypothesis(item.hypothese)[1])


def _signed(cents: int) -> str:
    if not cents:
        return "="
    return ("+" if cents > 0 else "−") + french.euros(abs(cents), True)
