"""Axes: round ticks for amounts and for years.

The axis of amounts starts at zero unless that left more than half of its height empty; it then
starts at a tick, whose label says where. It never spans less than a tenth of its top amount,
so that a small raise does not look like a large one.
"""

from collections.abc import Iterable

from penitcareer.domain.money import Cents, divide
from penitcareer.domain.records import NamedTuple
from penitcareer.render.charts.curves import Chart, stretches

_NICE = (100, 200, 250, 500)  # cents, times powers of ten
_YEARS, _FARTHEST = (1, 2, 5), 10  # enough for fifty years over twenty columns
_MOST_YEARS = 10  # intervals between ticks of years


class Scale(NamedTuple):
    """An axis of amounts in cents, from a tick to another, a tick each `pas`."""

    bas: Cents
    haut: Cents
    pas: Cents

    @property
    def intervals(self) -> int:
        """How many steps from the first tick to the last."""
        return (self.haut - self.bas) // self.pas

    @property
    def ticks(self) -> range:
        """The amounts of the ticks."""
        return range(self.bas, self.haut + 1, self.pas)

    def place(self, amount: Cents, length: int) -> int:
        """Where an amount stands on an axis of some length, 0 being its bottom.

        >>> Scale(0, 1000_00, 250_00).place(500_00, 8)
        4
        """
        return divide((amount - self.bas) * length, self.haut - self.bas)


def amounts_of(chart: Chart) -> list[Cents]:
    """Every known amount of a chart."""
    found = (level for curve in chart.courbes for part in stretches(curve, chart.annees) for level in part)
    return [bound for level in found for bound in (level.bas, level.haut)]


def scale_of(amounts: Iterable[Cents], most: int) -> Scale:
    """The finest scale that holds some amounts in at most `most` intervals.

    >>> scale_of([1482_83, 3869_93], 8)
    Scale(bas=0, haut=400000, pas=50000)
    >>> scale_of([2100_00, 3869_93], 8)
    Scale(bas=200000, haut=400000, pas=25000)
    """
    low, high = _bounds(list(amounts))
    unit = 1
    while True:
        for nice in _NICE:
            step = nice * unit
            if nice == 250 and unit == 1:
                continue  # no tick at 2,50 €
            bottom, top = low // step * step, -(-high // step) * step
            if (top - bottom) // step <= most:
                return Scale(bottom, top, step)
        unit *= 10


def _bounds(amounts: list[Cents]) -> tuple[Cents, Cents]:
    low, high = min(amounts), max(amounts)
    if low * 2 <= high:
        return min(low, 0), max(high, 1)
    return min(low, high * 9 // 10), high


def year_ticks(years: int, length: int, room: int) -> range:
    """The years to write on an axis of some length, at least `room` apart where ten years are.

    >>> list(year_ticks(42, 70, 4)), list(year_ticks(42, 30, 4))
    ([0, 5, 10, 15, 20, 25, 30, 35, 40], [0, 10, 20, 30, 40])
    """
    for step in _YEARS:
        if years <= step * _MOST_YEARS and length * step >= room * years:
            return range(0, years + 1, step)
    return range(0, years + 1, _FARTHEST)
