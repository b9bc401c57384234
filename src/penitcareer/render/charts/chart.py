"""A chart in lines of characters: careers as step lines, indicative pays as shaded bands.

Curves differ by colour, by kind of line and by the letter they carry: without colour, and
without box-drawing signs, they still do. Where lines lie on one another their signs alternate;
where bands do, the shade is darker.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from penitcareer.domain.money import MONTHS
from penitcareer.render.charts.canvas import FLAT, Layer, Raster, Spot, layer_of, markers_of
from penitcareer.render.charts.curves import ARROW, BETWEEN_ARROWS, FLOOR, Chart, Curve, floors, letter, stretches
from penitcareer.render.charts.scale import amounts_of, scale_of, year_ticks
from penitcareer.render.document import Styled
from penitcareer.render.words import french
from penitcareer.render.words.safe import fit
from penitcareer.render.words.wrapping import wrap

NARROWEST, WIDEST, MOST_CURVES = 40, 200, 26
_NARROWEST_PLOT = 20  # columns, without its labels
_NARROW, _SHORT, _HIGH = 60, 12, 18  # below this width, fewer rows
AXIS, TITLE, PLAIN = "dim", "bold", ""
# Seen on black and on white, and told apart by most colour-blind readers.
COLOURS = ("color(32)", "color(166)", "color(29)", "color(134)", "color(136)")
# By the sides that the line leaves a cell by: left 1, right 2, up 4, down 8.
_BOXES = ("────│┘└┴│┐┌┬│┤├┼", "════║╝╚╩║╗╔╦║╣╠╬", "━━━━┃┛┗┻┃┓┏┳┃┫┣╋", "╌╌╌╌╎┘└┴╎┐┌┬╎┤├┼", "╍╍╍╍╏┛┗┻╏┓┏┳╏┫┣╋")
_ASCII = ("----|+++|+++|+++", "====|+++|+++|+++", "~~~~|+++|+++|+++", "####|+++|+++|+++", "****|+++|+++|+++")
_SHADES, _ASCII_SHADES = "░▒▓", ".:%"
# Side, tick, corner, tick, bottom, where the lines of two ticks would cross.
_AXES, _ASCII_AXES = tuple("│┤└┴─·"), tuple("|+++- ")
_LABEL = "années"
_BETWEEN_YEARS = 4  # columns, at least, from a year to the next


class _Signs:
    """The signs that an encoding can write."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        every = "".join(_BOXES) + _SHADES + "".join(_AXES)
        rich = fit(every, encoding) == every
        self.lines, self.shades, self.axes = (_BOXES, _SHADES, _AXES) if rich else (_ASCII, _ASCII_SHADES, _ASCII_AXES)

    def of(self, rank: int) -> str:
        """The signs of a curve."""
        return self.lines[rank % len(self.lines)]

    def text(self, text: str) -> str:
        """A text of ours, as the encoding writes it."""
        return fit(text, self.encoding)

    def wrapped(self, text: str, width: int) -> list[str]:
        """Its lines. A substitute may be longer, and must not break where a space held."""
        held = " ".join(self.text(word).replace(" ", french.FIXED) for word in text.split(" "))
        return [self.text(line) for line in wrap(held, width)]


def chart_lines(chart: Chart, width: int, encoding: str = "utf-8") -> list[list[Styled]]:
    """The lines of a chart, none wider than `width`; none at all when there is nothing to
    draw, too many curves, or no room."""
    amounts = amounts_of(chart)
    if width < NARROWEST or not amounts or len(chart.courbes) > MOST_CURVES:
        return []
    signs = _Signs(encoding)
    width = min(width, WIDEST)
    height = _SHORT if width < _NARROW else _HIGH
    scale = scale_of(amounts, height // 2)
    labels = [signs.text(french.euros(tick)) for tick in scale.ticks]
    gutter = max(len(label) for label in (*labels, _LABEL))
    if width - gutter - 2 < _NARROWEST_PLOT:
        return []
    grid = Raster(width - gutter - 2, scale.intervals * (height // scale.intervals) + 1, chart.annees, scale)
    layers = [layer_of(curve, grid) for curve in chart.courbes]
    title = [[(line, TITLE)] for line in wrap(chart.titre, width)]
    arrows = _arrows(chart, grid, signs)
    return [*title, *_plot(layers, arrows, grid, labels, gutter, signs), *_legend(chart, grid, width, signs)]


def _plot(
    layers: Sequence[Layer], arrows: dict[Spot, Styled], grid: Raster, labels: Sequence[str], gutter: int, signs: _Signs
) -> Iterator[list[Styled]]:
    side, tick, corner, notch, bottom, cross = signs.axes
    years = {grid.column(year * MONTHS): year for year in year_ticks(grid.annees, grid.columns - 1, _BETWEEN_YEARS)}
    ticks = {grid.row(amount): label for amount, label in zip(grid.scale.ticks, labels, strict=True)}
    cells: dict[Spot, Styled] = {Spot(column, row): (cross, AXIS) for column in years for row in ticks}
    cells |= _shaded(layers, signs) | arrows | _lined(layers, signs)
    for cell, rank in markers_of(layers).items():
        cells[cell] = (letter(rank), f"bold {_colour(rank)}")
    for row in range(grid.rows - 1, -1, -1):
        axis = f"{ticks.get(row, ''):>{gutter}} {tick if row in ticks else side}"
        yield _joined([(axis, AXIS), *(cells.get(Spot(column, row), (" ", PLAIN)) for column in range(grid.columns))])
    line = "".join(notch if column in years else bottom for column in range(grid.columns))
    yield [(" " * (gutter + 1) + corner + line, AXIS)]
    yield [(f"{signs.text(_LABEL):>{gutter}}  " + _year_labels(years, grid.columns), AXIS)]


def _year_labels(years: dict[int, int], columns: int) -> str:
    """Years under their ticks."""
    line = ""
    for column, year in years.items():
        label = str(year)
        start = min(max(column - (len(label) - 1) // 2, 0), columns - len(label))
        line = line.ljust(start) + label
    return line


def _shaded(layers: Sequence[Layer], signs: _Signs) -> dict[Spot, Styled]:
    """The inside of bands, darker where several lie."""
    ranks: dict[Spot, list[int]] = {}
    for rank, layer in enumerate(layers):
        for cell in layer.fond:
            ranks.setdefault(cell, []).append(rank)
    return {
        cell: (signs.shades[min(len(found), len(signs.shades)) - 1], _colour(found[0])) for cell, found in ranks.items()
    }


def _arrows(chart: Chart, grid: Raster, signs: _Signs) -> dict[Spot, Styled]:
    """Arrows over each floor, under its line where nothing is over it."""
    found: dict[Spot, Styled] = {}
    for rank, curve in enumerate(chart.courbes):
        for part in stretches(curve, grid.annees):
            for level, (first, last) in zip(part, grid.spans(part), strict=True):
                row = grid.row(level.bas)
                beside = row + 1 if row + 1 < grid.rows else row - 1
                columns = range(first + BETWEEN_ARROWS // 2, last, BETWEEN_ARROWS) if level.plancher else ()
                found |= {Spot(column, beside): (signs.text(ARROW), _colour(rank)) for column in columns}
    return found


def _lined(layers: Sequence[Layer], signs: _Signs) -> dict[Spot, Styled]:
    """The lines. Where several cross, a corner shows rather than a straight part, and a
    vertical part rather than a flat one; where they are alike, each has its turn."""
    found: dict[Spot, list[tuple[int, int]]] = {}
    for rank, layer in enumerate(layers):
        for cell, sides in layer.sides.items():
            found.setdefault(cell, []).append((rank, sides))
    shown: dict[Spot, Styled] = {}
    for cell, candidates in found.items():
        best = max(_weight(sides) for _, sides in candidates)
        equal = [(rank, sides) for rank, sides in candidates if _weight(sides) == best]
        rank, sides = equal[sum(cell) % len(equal)]
        shown[cell] = (signs.of(rank)[sides], _colour(rank))
    return shown


def _weight(sides: int) -> int:
    flat, upright = sides & FLAT, sides & ~FLAT
    return 2 if flat and upright else 1 if upright else 0


def _legend(chart: Chart, grid: Raster, width: int, signs: _Signs) -> Iterator[list[Styled]]:
    """A line a curve, then what shades and blanks mean, and where the axis starts if not at zero."""
    bands = unknown = False
    for rank, curve in enumerate(chart.courbes):
        known = stretches(curve, chart.annees)
        bands = bands or any(level.band for part in known for level in part)
        unknown = unknown or sum(level.fin - level.debut for part in known for level in part) < chart.annees * MONTHS
        yield from _named(rank, curve, bool(known), width, signs)
    keys = [f"{signs.shades[0] * 2} estimation, entre deux bornes"] if bands else []
    keys += [f"{ARROW} {FLOOR}"] if floors(chart) else []
    keys += [f"blanc{french.THIN}: {french.UNKNOWN}"] if unknown else []
    keys += [f"l’axe commence à {french.euros(grid.scale.bas)}"] if grid.scale.bas else []
    for line in signs.wrapped(f"{french.THIN}; ".join(keys), width) if keys else ():
        yield [(line, AXIS)]


def _named(rank: int, curve: Curve, known: bool, width: int, signs: _Signs) -> Iterator[list[Styled]]:
    flat = signs.of(rank)[FLAT]
    lead = f"{flat}{letter(rank)}{flat} "
    text = curve.nom if known else f"{curve.nom}, {signs.text(french.UNKNOWN)}"
    for index, line in enumerate(wrap(text, width - len(lead))):
        yield [(" " * len(lead) if index else lead, f"bold {_colour(rank)}"), (line, PLAIN)]


def _colour(rank: int) -> str:
    return COLOURS[rank % len(COLOURS)]


def _joined(spans: Sequence[Styled]) -> list[Styled]:
    """The same line with one span a style, without blanks at its end."""
    found = [("".join(text for text, _ in group), style) for style, group in groupby(spans, key=lambda span: span[1])]
    while not found[-1][0].strip():
        found.pop()
    text, style = found[-1]
    return [*found[:-1], (text.rstrip(), style)]
