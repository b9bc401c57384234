"""Amounts from one to another as bars on one scale, in lines of characters: an axis, a bar a
name, a legend. The axis starts from zero, so that no gap looks larger than it is."""

from penitcareer.render.charts.chart import AXIS, COLOURS, PLAIN
from penitcareer.render.charts.scale import Scale, scale_of
from penitcareer.render.document import Ranges, Styled
from penitcareer.render.words import french
from penitcareer.render.words.safe import fit
from penitcareer.render.words.wrapping import columns

_BAR, _ON, _TICK = "█", "→", "│"
_BETWEEN_TICKS = 10  # columns, at least, and two a sign of the currency
_NARROWEST, _NARROWEST_PLOT = 60, 30
_FLOOR = f"{french.THIN}; {_ON} au moins"


def range_lines(ranges: Ranges, width: int, encoding: str = "utf-8") -> list[list[Styled]]:
    """The lines of some ranges, none wider than `width`; none at all where room lacks."""
    gutter = max(columns(name) for name, *_ in ranges) + 2
    length = width - gutter - 1
    if width < _NARROWEST or length < _NARROWEST_PLOT:
        return []
    scale = scale_of([0, *(end for _, *ends, _ in ranges for end in ends)], length // _between_ticks(encoding))
    legend = f"{_BAR} {ranges.legende}" + (_FLOOR if any(more for *_, more in ranges) else "")
    lines = [[(" " * gutter + _axis(scale, length, encoding), AXIS)]]
    for rank, (name, low, high, more) in enumerate(ranges):
        start, end = scale.place(low, length), scale.place(high, length)
        bar = _BAR * max(end - start, 1) + (fit(_ON, encoding) if more else "")
        before, after = _ticks(scale, length, 0, start), _ticks(scale, length, start + len(bar), length + 1)
        lines.append(
            [
                (name + " " * (gutter - columns(name)), PLAIN),
                (before, AXIS),
                (bar, COLOURS[rank % len(COLOURS)]),
                (after, AXIS),
            ]
        )
    lines.append([(" " * gutter + legend, AXIS)])
    return [[(fit(text, encoding), style) for text, style in line] for line in lines]


def _between_ticks(encoding: str) -> int:
    """Columns from an amount to the next, at least: « EUR » takes more than « € »."""
    return _BETWEEN_TICKS + 2 * len(fit("€", encoding))


def _axis(scale: Scale, length: int, encoding: str) -> str:
    """« 0 €       2 000 €      4 000 € »: each amount at its tick."""
    line = ""
    for tick in scale.ticks:
        label = fit(french.euros(tick), encoding)
        at = min(max(scale.place(tick, length) - len(label) // 2, 0), length + 1 - len(label))
        line = line.ljust(at) + label
    return line


def _ticks(scale: Scale, length: int, start: int, end: int) -> str:
    """The columns from one to another, a line at each tick."""
    at = {scale.place(tick, length) for tick in scale.ticks}
    return "".join(_TICK if column in at else " " for column in range(start, end))
