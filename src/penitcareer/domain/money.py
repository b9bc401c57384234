"""Money is an integer number of cents; a rate is an integer number of ten-thousandths."""

from penitcareer.domain.kinds import Annotated, Euros, Says
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
    return (numerator + denominator // 2) // denominator


class Span(NamedTuple):
    """Amounts from `min` to `max`, in cents; no `max` when only a floor is known."""

    min: Cents
    max: Cents | None

    def above(self, other: "Span") -> Cents | None:
        """How much above another: between their middles, or at least where one has only a
        floor; None when a floor does not tell.

        >>> Span(10, 20).above(Span(5, 5)), Span(10, None).above(Span(5, 8)), Span(5, None).above(Span(8, 8))
        (10, 2, None)
        """
        if self.max is not None and other.max is not None:
            return Range(self.min, self.max).middle - Range(other.min, other.max).middle
        if other.max is not None and self.min > other.max:
            return self.min - other.max
        if self.max is not None and other.min > self.max:
            return self.max - other.min
        return None


class Range(NamedTuple):
    """Amounts from `min` to `max`, in cents; both may be equal."""

    min: Annotated[Euros, Says("Borne basse, en euros")]
    max: Annotated[Euros, Says("Borne haute, en euros")]

    @property
    def middle(self) -> Cents:
        """Mid-point in cents, half a cent rounded up."""
        return divide(self.min + self.max, 2)
