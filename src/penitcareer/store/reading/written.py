"""Scalars as a data file writes them: amounts in euros, rates as fractions, dates.

What leaves is in integer cents and ten-thousandths, so that no float and no ambiguity goes
further.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from penitcareer.domain.kinds import AMOUNT_LIMIT_EUROS


def to_cents(euros: Any) -> int:
    """Cents of an amount written in euros as a bare number, in ]0 ; 1 000 000].

    Raises ValueError (a fault of the file) for anything else.
    """
    return _scaled(_positive(euros), 100, "un montant a deux décimales au plus")


def to_cents_or_zero(euros: Any) -> int:
    """The same as `to_cents`, zero being an amount. Raises ValueError."""
    return 0 if _number(euros) == 0 else to_cents(euros)


def to_ten_thousandths(fraction: Any) -> int:
    """Ten-thousandths of a fraction of one (0.21 is 2100). Raises ValueError as `to_cents`."""
    rate = _number(fraction)
    if not 0 <= rate < 1:
        raise ValueError("un taux est une fraction de 1 : 0.21 pour 21 %")
    return _scaled(rate, 10_000, "un taux a quatre décimales au plus")


def in_calendar(text: str) -> str:
    """A date, refused when it is full and no such day exists (2026-02-30)."""
    if len(text) == len("2026-11-21"):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"le jour {text} n’existe pas") from None
    return text


def _number(value: Any) -> Decimal:
    """`true` and `"3500"` are not amounts."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("nombre attendu, sans guillemets ni unité")
    return Decimal(value)


def _positive(value: Any) -> Decimal:
    amount = _number(value)
    if not 0 < amount <= AMOUNT_LIMIT_EUROS:
        raise ValueError("un montant dépasse 0 et ne dépasse pas 1 000 000 (inconnu s’écrit null)")
    return amount


def _scaled(value: Decimal, scale: int, too_fine: str) -> int:
    scaled = value * scale
    if scaled != scaled.to_integral_value():
        raise ValueError(too_fine)
    return int(scaled)
