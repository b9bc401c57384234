"""`penit net` and `penit brut`: a range for an amount."""

from typing import TYPE_CHECKING, Any

from penitcareer.domain.estimate import Estimate, Period
from penitcareer.render.document import Column, Document, Note, Table
from penitcareer.render.words import french

if TYPE_CHECKING:  # the shortest path of all: JSON and CSV are imported when asked for
    from penitcareer.render.formats.csv_rows import Rows


def document(result: Estimate) -> Document:
    """The range by month and by year, with its rule."""
    wanted = result.cherche.capitalize()
    columns = (
        Column("Période"),
        Column(result.donne.capitalize(), right=True),
        Column(f"{wanted} au moins", right=True),
        Column(f"{wanted} au plus", right=True),
    )
    lines = (("Par mois", *_row(result.mensuel)), ("Par an", *_row(result.annuel)))
    title = f"{french.euros(result.mensuel.montant)} {result.donne} par mois"
    subtitle = f"{wanted} estimé{french.THIN}: {french.exact_range(result.mensuel.fourchette)}"
    return Document(title, subtitle, (Table(columns, lines), *_notes(result)))


full = document


def payload(result: Estimate) -> dict[str, Any]:
    """The same in JSON."""
    from penitcareer.render.formats.json_text import money, money_range
    from penitcareer.render.views.rules import rule_payload, smic_payload

    month, year = result.mensuel, result.annuel
    return {
        result.donne: {"mensuel": money(month.montant), "annuel": money(year.montant)},
        result.cherche: {"mensuel": money_range(month.fourchette), "annuel": money_range(year.fourchette)},
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
        "sous_smic": result.sous_smic,
    }


def rows(result: Estimate) -> "Rows":
    """One line a period."""
    from penitcareer.render.formats.csv_rows import amount

    header = ("periode", result.donne, f"{result.cherche}_min", f"{result.cherche}_max")
    periods = (("mois", result.mensuel), ("an", result.annuel))
    return (header, [(name, *map(amount, (found.montant, *found.fourchette))) for name, found in periods])


def _row(period: Period) -> tuple[str, ...]:
    return tuple(french.euros(amount) for amount in (period.montant, *period.fourchette))


def _notes(result: Estimate) -> list[Note]:
    notes = [Note(french.rule_sentence(result.regle))]
    if result.smic is not None and result.sous_smic:
        what = "Ce brut est" if result.donne == "brut" else "Le bas de cette fourchette est"
        notes.append(Note(f"{what} inférieur au SMIC. {french.smic_sentence(result.smic)}"))
    return notes
