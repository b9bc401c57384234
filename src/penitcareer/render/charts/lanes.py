"""Several careers, one lane each under one scale: nothing is drawn over anything.

A lane is filled up to what is sure, lightly from there to the upper bound, with arrows over what
is only a floor; where the pay is unknown it is blank. Lanes differ by their name, so that colour is only a help.
"""

from collections.abc import Iterator, Sequence

from penitcareer.domain.money import MONTHS, Cents, divide
from penitcareer.render.charts.chart import AXIS, COLOURS, PLAIN, TITLE
from penitcareer.render.charts.curves import ARROW, BETWEEN_ARROWS, FLOOR, Chart, Curve, Level, floors, stretches
from penitcareer.render.charts.scale import amounts_of, scale_of, year_ticks
from penitcareer.render.document import Styled
from penitcareer.render.words import french
from penitcareer.render.words.safe import fit
from penitcareer.render.words.wrapping import wrap

NARROWEST, WIDEST, MOST_LANES = 40, 110, 5
_HEIGHT = 3  # rows of a lane
_TICKS = 4
_BETWEEN_YEARS = 4
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_FULL, _LIGHT = "█", "░"
_ASCII = {"█": "#", "░": ".", ARROW: "^"} | dict(zip("▁▂▃▄▅▆▇", "...:::#", strict=True))


def lane_lines(chart: Chart, width: int, encoding: str = "utf-8") -> list[list[Styled]]:
    """The lines of a chart, none wider than `width`; none when there is nothing to draw, too
    many careers, or no room."""
    amounts = amounts_of(chart)
    if width < NARROWEST or not amounts or len(chart.courbes) > MOST_LANES:
        return []
    signs = _signs(encoding)
    ceiling = scale_of([0, *amounts], _TICKS).haut
    top = fit(french.euros(ceiling), encoding)
    gutter = len(top)
    columns = min(width, WIDEST) - gutter - 1
    lines: list[list[Styled]] = [[(line, TITLE)] for line in wrap(chart.titre, width)]
    for rank, curve in enumerate(chart.courbes):
        lines += _named(curve, rank, gutter, columns)
        cells = _lane(curve, chart.annees, columns, ceiling)
        for row, text in enumerate(cells):
            label = top if row == 0 else "0" if row == len(cells) - 1 else ""
            shown = "".join(signs.get(sign, sign) for sign in text).rstrip()
            lines.append([(f"{label:>{gutter}} ", AXIS), (shown, COLOURS[rank % len(COLOURS)])])
    return [*lines, *_axis(chart, gutter, columns, encoding)]


def _signs(encoding: str) -> dict[str, str]:
    every = _EIGHTHS + _LIGHT + ARROW
    return {} if fit(every, encoding) == every else _ASCII


def _named(curve: Curve, rank: int, gutter: int, columns: int) -> Iterator[list[Styled]]:
    for line in wrap(curve.nom, columns):
        yield [(" " * (gutter + 1), PLAIN), (line, f"bold {COLOURS[rank % len(COLOURS)]}")]


def _lane(curve: Curve, years: int, columns: int, ceiling: Cents) -> list[str]:
    """The rows of a lane, the highest first."""
    levels = [level for part in stretches(curve, years) for level in part]
    rows = [""] * _HEIGHT
    for column in range(columns):
        month = divide(column * years * MONTHS, columns)
        held = next((level for level in levels if level.debut <= month < level.fin), None)
        cells = [_cell(held, _HEIGHT - 1 - row, ceiling) for row in range(_HEIGHT)]
        if held is not None and held.plancher and column % BETWEEN_ARROWS == BETWEEN_ARROWS // 2:
            cells[max(cells.count(" ") - 1, 0)] = ARROW
        rows = [row + cell for row, cell in zip(rows, cells, strict=True)]
    return rows


def _cell(held: Level | None, height: int, ceiling: Cents) -> str:
    """What a cell shows, so many rows above the bottom."""
    if held is None:
        return " "
    steps = len(_EIGHTHS) - 1
    sure, most = (divide(bound * _HEIGHT * steps, ceiling) - height * steps for bound in (held.bas, held.haut))
    sure, most = (min(max(end, 0), steps) for end in (sure, most))
    if most - sure >= max(sure, 1):  # the doubt fills more of the cell
        return _LIGHT
    return _EIGHTHS[sure]


def _axis(chart: Chart, gutter: int, columns: int, encoding: str) -> Iterator[list[Styled]]:
    """The years, and what light cells and blanks mean."""
    line = ""
    for year in year_ticks(chart.annees, columns, _BETWEEN_YEARS):
        label = str(year)
        start = min(divide(year * columns, chart.annees), columns - len(label))
        line = line.ljust(start) + label
    yield [(f"{'ans':>{gutter}} {line}", AXIS)]
    parts = [stretches(curve, chart.annees) for curve in chart.courbes]
    levels: Sequence[Level] = [level for known in parts for part in known for level in part]
    keys = [f"{fit(_LIGHT, encoding)} entre deux bornes"] if any(level.band for level in levels) else []
    keys += [f"{fit(ARROW, encoding)} {FLOOR}"] if floors(chart) else []
    known = sum(level.fin - level.debut for level in levels)
    if known < len(chart.courbes) * chart.annees * MONTHS:
        keys.append(f"blanc{french.THIN}: {french.UNKNOWN}")
    for key in wrap(fit(f"{french.THIN}; ".join(keys), encoding), gutter + 1 + columns) if keys else ():
        yield [(key, AXIS)]
