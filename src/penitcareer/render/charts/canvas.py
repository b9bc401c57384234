"""Step lines and bands of curves in character cells.

A cell of a line knows which of its four sides the line leaves by; a box-drawing sign follows.
Column 0 is the left, row 0 the bottom.
"""

from collections.abc import Iterator, Sequence

from penitcareer.domain.money import MONTHS, divide
from penitcareer.domain.records import NamedTuple
from penitcareer.render.charts.curves import Curve, Stretch, stretches
from penitcareer.render.charts.scale import Scale

LEFT, RIGHT, UP, DOWN = 1, 2, 4, 8
FLAT = LEFT | RIGHT
BETWEEN_MARKERS = 18  # columns, at least, from a marker of a line to its next
SHORTEST_MARKED = 3  # free cells of a flat part that may carry a marker


class Spot(NamedTuple):
    """A cell."""

    column: int
    row: int


Sides = dict[Spot, int]


class Raster(NamedTuple):
    """The cells of a chart, and what they stand for."""

    columns: int
    rows: int
    annees: int
    scale: Scale

    def column(self, month: int) -> int:
        """The column of a month; the last one is the end of the last year."""
        return divide(month * (self.columns - 1), self.annees * MONTHS)

    def row(self, amount: int) -> int:
        """The row of an amount."""
        return self.scale.place(amount, self.rows - 1)

    def spans(self, part: Stretch) -> Iterator[tuple[int, int]]:
        """The first and last column of each level. The last of a stretch gives way to the
        gap that follows, but keeps a column at least."""
        for level in part:
            first, last = self.column(level.debut), self.column(level.fin)
            gap = level is part[-1] and level.fin < self.annees * MONTHS
            yield first, max(first, last - 1) if gap else last


class Layer(NamedTuple):
    """What a curve draws: its bottom and top lines, one when no pay is a band, and the cells
    between them."""

    lines: tuple[Sides, ...]
    fond: frozenset[Spot]

    @property
    def sides(self) -> Sides:
        """Both lines as one."""
        merged = dict(self.lines[0])
        for line in self.lines[1:]:
            for cell, sides in line.items():
                merged[cell] = merged.get(cell, 0) | sides
        return merged


def layer_of(curve: Curve, grid: Raster) -> Layer:
    """Draw a curve alone."""
    low: Sides = {}
    high: Sides = {}
    inside: set[Spot] = set()
    for part in stretches(curve, grid.annees):
        spans = list(grid.spans(part))
        _stroke(low, spans, [grid.row(level.bas) for level in part])
        _stroke(high, spans, [grid.row(level.haut) for level in part])
        for level, (first, last) in zip(part, spans, strict=True):
            rows = range(grid.row(level.bas) + 1, grid.row(level.haut))
            inside.update(Spot(column, row) for column in range(first, last + 1) for row in rows)
    return Layer((low,) if low == high else (low, high), frozenset(inside - low.keys() - high.keys()))


def markers_of(layers: Sequence[Layer]) -> dict[Spot, int]:
    """Where to write the letter of each curve: on flat parts that no other curve covers, or
    on any cell of a curve that has none. Maps cells to the rank of the curve."""
    taken: dict[Spot, int] = {}
    everyone = [layer.sides for layer in layers]
    for rank, layer in enumerate(layers):
        others: set[Spot] = set().union(*(sides.keys() for other, sides in enumerate(everyone) if other != rank))
        for line in layer.lines:
            kept: list[Spot] = []
            covered = others if line is layer.lines[0] else others | layer.lines[0].keys()
            for run in _flat_runs(line):
                free = [cell for cell in run if cell not in covered]
                far = [cell for cell in free if _far(cell, kept) and not _beside(cell, taken)]
                if len(free) >= SHORTEST_MARKED and far:
                    middle = (run[0].column + run[-1].column) // 2
                    kept.append(min(far, key=lambda cell: abs(cell.column - middle)))
                    taken[kept[-1]] = rank
        if rank not in taken.values():
            taken.update(dict.fromkeys(_spare(everyone[rank], taken), rank))
    return taken


def _stroke(sides: Sides, spans: Sequence[tuple[int, int]], rows: Sequence[int]) -> None:
    """Draw a step line: each row from its first to its last column, then up or down."""
    before: Spot | None = None
    for (first, last), row in zip(spans, rows, strict=True):
        if before is not None:
            _segment(sides, before, Spot(first, row))
        _segment(sides, Spot(first, row), Spot(last, row))
        before = Spot(last, row)


def _segment(sides: Sides, start: Spot, end: Spot) -> None:
    """Draw a straight line between two cells of a row or of a column."""
    low, high = sorted((start, end))
    across = low.row == high.row
    length = high.column - low.column if across else high.row - low.row
    for index in range(length + 1):
        cell = Spot(low.column + index, low.row) if across else Spot(low.column, low.row + index)
        back = 0 if index == 0 else LEFT if across else DOWN
        ahead = 0 if index == length else RIGHT if across else UP
        sides[cell] = sides.get(cell, 0) | back | ahead


def _flat(sides: Sides, cell: Spot) -> bool:
    return sides[cell] == FLAT


def _beside(cell: Spot, taken: dict[Spot, int]) -> bool:
    """Whether a marker stands next to a cell."""
    return any(cell._replace(column=cell.column + side) in taken for side in (-1, 0, 1))


def _far(cell: Spot, kept: Sequence[Spot]) -> bool:
    """Whether a cell is far enough from the last marker of its line."""
    return not kept or cell.column - kept[-1].column >= BETWEEN_MARKERS


def _flat_runs(line: Sides) -> list[list[Spot]]:
    """The flat parts of a line, from left to right."""
    runs: list[list[Spot]] = []
    for cell in sorted(cell for cell in line if _flat(line, cell)):
        if runs and runs[-1][-1] == Spot(cell.column - 1, cell.row):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _spare(sides: Sides, taken: dict[Spot, int]) -> list[Spot]:
    """A cell for the marker of a curve hidden by others: flat if possible, near its middle."""
    free = sorted(cell for cell in sides if cell not in taken)
    flat = [cell for cell in free if _flat(sides, cell)]
    apart = [cell for cell in flat if not _beside(cell, taken)]
    candidates = apart or flat or free
    return candidates[len(candidates) // 2 :][:1]
