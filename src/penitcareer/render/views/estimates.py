"""`penit net` and `penit brut`: a range for an amount."""

from typing import Any

from penitcareer.domain.estimate import GrossEstimate, NetEstimate
from penitcareer.domain.money import Range
from penitcareer.render import french
from penitcareer.render.csv_rows import Rows, amount
from penitcareer.render.document import Column, Document, Note, Table
from penitcareer.render.json_text import money, money_range
from penitcareer.render.views.pay import rule_payload, smic_payload

Estimate = NetEstimate | GrossEstimate


def document(result: Estimate) -> Document:
    """The range by month and by year, with its rule."""
    given, wanted = ("brut", "net") if isinstance(result, NetEstimate) else ("net", "brut")
    amounts, ranges = _sides(result)
    table = Table(
        (
            Column("Période"),
            Column(given.capitalize(), right=True),
            Column(f"{wanted.capitalize()} au moins", right=True),
            Column(f"{wanted.capitalize()} au plus", right=True),
        ),
        (
            ("Par mois", *_row(amounts.mensuel, ranges.mensuel)),
            ("Par an", *_row(amounts.annuel, ranges.annuel)),
        ),
    )
    title = f"{french.euros(amounts.mensuel)} {given} par mois"
    return Document(
        title, f"{wanted} estimé{french.THIN}: {french.exact_range(ranges.mensuel)}", (table, *_notes(result))
    )


def payload(result: Estimate) -> dict[str, Any]:
    """The same in JSON."""
    given, wanted = ("brut", "net") if isinstance(result, NetEstimate) else ("net", "brut")
    amounts, ranges = _sides(result)
    return {
        given: {"mensuel": money(amounts.mensuel), "annuel": money(amounts.annuel)},
        wanted: {"mensuel": money_range(ranges.mensuel), "annuel": money_range(ranges.annuel)},
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
        "sous_smic": result.sous_smic,
    }


def rows(result: Estimate) -> Rows:
    """One line a period."""
    given, wanted = ("brut", "net") if isinstance(result, NetEstimate) else ("net", "brut")
    amounts, ranges = _sides(result)
    return Rows(
        ("periode", given, f"{wanted}_min", f"{wanted}_max"),
        [
            ("mois", amount(amounts.mensuel), amount(ranges.mensuel.min), amount(ranges.mensuel.max)),
            ("an", amount(amounts.annuel), amount(ranges.annuel.min), amount(ranges.annuel.max)),
        ],
    )


def _sides(result: Estimate) -> Any:
    """The amount given and the range found."""
    return (result.brut, result.net) if isinstance(result, NetEstimate) else (result.net, result.brut)


def _row(given: int, found: Range) -> tuple[str, str, str]:
    return (french.euros(given), french.euros(found.min), french.euros(found.max))


def _notes(result: Estimate) -> list[Note]:
    notes = [Note(french.rule_sentence(result.regle))]
    if result.smic is not None and result.sous_smic:
        what = "Ce brut est" if isinstance(result, NetEstimate) else "Le bas de cette fourchette est"
        notes.append(Note(f"{what} inférieur au SMIC. {french.smic_sentence(result.smic)}"))
    return notes
