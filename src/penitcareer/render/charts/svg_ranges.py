"""Amounts from one to another as bars on one scale, as an SVG image within a page. The axis
starts from zero, so that no gap looks larger than it is."""

from penitcareer.render.charts.scale import Scale, scale_of
from penitcareer.render.charts.svg import COLOURS, FAINT, FONT, INK, SOFT
from penitcareer.render.charts.svg_parts import coordinate, element, escaped, words
from penitcareer.render.document import Ranges
from penitcareer.render.words import french
from penitcareer.render.words.wrapping import columns

WIDTH, RIGHT = 720, 40
ROW, TOP, BAR = 28, 30, 12
_SIGN, _BETWEEN_NAME = 7.5, 14  # pixels: a sign of a name, and after the longest
_MOST_TICKS, _ARROW = 6, 7
TITLE = "Net par mois, du début à la fin de carrière"


def ranges_svg(ranges: Ranges) -> str:
    """A bar a name under the ticks; an arrow ends what is « at least »."""
    left = max(columns(name) for name, *_ in ranges) * _SIGN + _BETWEEN_NAME
    length = WIDTH - int(left) - RIGHT
    scale = scale_of([0, *(high for _, _, high, _ in ranges)], _MOST_TICKS)
    height = TOP + ROW * len(ranges) + 8
    parts = [_axis(scale, left, length, height)]
    for rank, (name, low, high, more) in enumerate(ranges):
        middle = TOP + ROW * rank + ROW / 2
        start, end = (left + scale.place(amount, length) for amount in (low, high))
        colour = COLOURS[rank % len(COLOURS)]
        parts.append(words(name, 0, middle + 4, font_size=13))
        parts.append(
            element("rect", x=start, y=middle - BAR / 2, width=max(end - start, 2), height=BAR, fill=colour, rx=2)
        )
        if more:
            tip = (f"{coordinate(x)},{coordinate(y)}" for x, y in _arrow(end + 2, middle))
            parts.append(element("polygon", points=" ".join(tip), fill=colour))
    described = element("title", escaped(TITLE)) + element("desc", escaped(_description(ranges)))
    body = element("g", "".join(parts), font_family=FONT, fill=INK)
    return element(
        "svg",
        described + body,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        width=WIDTH,
        height=height,
        viewBox=f"0 0 {WIDTH} {height}",
    )


def _arrow(x: float, y: float) -> list[tuple[float, float]]:
    return [(x, y - BAR / 2), (x + _ARROW, y), (x, y + BAR / 2)]


def _axis(scale: Scale, left: float, length: int, height: int) -> str:
    lines, labels = [], []
    for tick in scale.ticks:
        x = left + scale.place(tick, length)
        lines.append(element("path", d=f"M{coordinate(x)} {TOP - 6}V{height - 6}"))
        labels.append(words(french.euros(tick), x, TOP - 12, text_anchor="middle"))
    return element("g", "".join(lines), stroke=FAINT) + element("g", "".join(labels), font_size=12, fill=SOFT)


def _description(ranges: Ranges) -> str:
    """The bars in words, for those who do not see them."""
    told = []
    for name, low, high, more in ranges:
        least = "au moins " if more else ""
        told.append(f"{name}{french.THIN}: de {french.rounded_euros(low)} à {least}{french.rounded_euros(high)}")
    return f"{f'{french.THIN}; '.join(told)}."
