"""Money is an integer number of cents; a rate is an integer number of ten-thousandths."""

from typing import Annotated

from penitcareer.domain.kinds import Euros, Says
from penitcareer.domain.records import NamedTuple

Cents = int
TenThousandths = int

WHOLE = 10_000
MONTHS = 12


def divide(numerator: int, denominator: int) -> int:
    """Nearest integer, half up, of a quotient of integers (denominator > 0).

    >>> divide(5, 2), divide(-5, 2), divide(1, 3)
    (3, -2, 0)
    """
    return (2 * numerator + denominator) // (2 * denominator)


class Span(NamedTuple):
    """Amounts from `min` to `max`, in cents; no `max` when only a floor is known."""

    min: Cents
    max: Cents | None


class Range(NamedTuple):
    """Amounts from `min` to `max`, in cents; both may be equal."""

    min: Annotated[Euros, Says("Borne basse, en euros")]
    max: Annotated[Euros, Says("Borne haute, en euros")]

    @property
    def middle(self) -> Cents:
        """Mid-point in cents, half a cent rounded up."""
        return divide(self.min + self.max, 2)
