"""What is known of an index, and of an amount computed from it: exact, a range, a floor, or
supposed."""

from typing import Any

from penitcareer.domain.money import Cents, Range, divide
from penitcareer.domain.pay.grid import GridEchelon
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.words import french

ABOUT = "≈"


def index(known: KnownIndex | None) -> str:
    """« 399 », « 399 à 488 », « 489 au moins », « ≈ 401 (supposé) », « — »."""
    if known is None:
        return french.NOTHING
    if known.suppose:
        return f"{ABOUT}{french.FIXED}{known.min} (supposé)"
    if known.max is None:
        return f"{known.min} au moins"
    return str(known.min) if known.exact else f"{known.min} à {known.max}"


def amount(known: KnownIndex | None, low: Cents | None, high: Cents | None, unknown: str) -> str:
    """« 1 964,19 € », « 1 964 à 2 403 € », « au moins 2 407 € », « ≈ 1 974 € »."""
    if known is None or low is None:
        return unknown
    if known.suppose:
        return f"{ABOUT}{french.FIXED}{french.rounded_euros(low)}"
    if high is None:
        return f"au moins {french.rounded_euros(low)}"
    return french.euros(low, True) if known.exact else between(Range(low, high))


def rounded(known: KnownIndex | None, low: Cents | None, high: Cents | None) -> str:
    """The same to the euro, « — » when it is unknown."""
    if known is not None and known.exact and low is not None:
        return french.rounded_euros(low)
    return amount(known, low, high, french.NOTHING)


def ends(step: GridEchelon, part: str) -> tuple[Cents | None, Cents | None]:
    """The same part of what both ends of the index of an échelon pay."""
    low, high = (getattr(paid, part) if paid else None for paid in (step.bas, step.haut))
    return low, high


def between(amounts: Range) -> str:
    """« 1 964 à 2 403 € », to the nearest euro."""
    low, high = (french.number(divide(end, 100)) for end in amounts)
    return f"{low} à {high}{french.FIXED}€"


def index_payload(known: KnownIndex | None) -> dict[str, Any] | None:
    """An index in JSON; no `max` for a floor."""
    return None if known is None else {"min": known.min, "max": known.max, "preuve": known.preuve}


def amount_payload(known: KnownIndex | None, low: Cents | None, high: Cents | None) -> dict[str, Any] | None:
    """What it pays in JSON."""
    if known is None or low is None:
        return None
    return {"min": money(low), "max": money_or_none(high), "preuve": known.preuve}
