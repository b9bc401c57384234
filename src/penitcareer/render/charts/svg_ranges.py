"""Amounts from one to another as bars on one scale, as an SVG image within a page. The axis
starts from zero, so that no gap looks larger than it is."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from penitcareer.domain.money import Cents
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


class Axis(NamedTuple):
    """Where amounts stand, in pixels."""

    gauche: float
    largeur: int
    scale: Scale

    def x(self, amount: Cents) -> float:
        """The abscissa of an amount."""
        return self.gauche + self.scale.place(amount, self.largeur)


def ranges_svg(ranges: Ranges) -> str:
    """A bar a name under the ticks; an arrow ends what is « at least »."""
    frame = _frame(ranges)
    bottom = TOP + ROW * len(ranges)
    rows = [_row(one, rank, TOP + ROW * rank, frame) for rank, one in enumerate(ranges)]
    return _image([_ticks(frame, TOP - 6, bottom), _labels(frame), *rows], bottom + 2, _told(ranges.sujet, ranges))


def range_rows(ranges: Ranges) -> list[str]:
    """The same cut in images of one width, to show or hide: the axis, then one a name."""
    frame = _frame(ranges)
    axis = _image([_labels(frame)], TOP - 8, "")
    return [
        axis,
        *(_image([_ticks(frame, 0, ROW), _row(one, 0, 0, frame)], ROW, _told(ranges.sujet, [one])) for one in ranges),
    ]


def _frame(ranges: Ranges) -> Axis:
    left = max((columns(name) for name, *_ in ranges), default=0) * _SIGN + _BETWEEN_NAME
    scale = scale_of([0, *(end for _, *ends, _ in ranges for end in ends)], _MOST_TICKS)
    return Axis(left, WIDTH - int(left) - RIGHT, scale)


def _image(parts: Sequence[str], height: int, told: str) -> str:
    """An image that says what it shows (`told`), or is for the eye only."""
    body = element("g", "".join(parts), font_family=FONT, fill=INK)
    for_whom = {"role": "img"} if told else {"aria_hidden": "true"}
    return element(
        "svg",
        told + body,
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=height,
        viewBox=f"0 0 {WIDTH} {height}",
        **for_whom,
    )


def _row(one: tuple[str, int, int, bool], rank: int, top: int, frame: Axis) -> str:
    name, low, high, more = one
    middle = top + ROW / 2
    start, end = frame.x(low), frame.x(high)
    colour = COLOURS[rank % len(COLOURS)]
    bar = element("rect", x=start, y=middle - BAR / 2, width=max(end - start, 2), height=BAR, fill=colour, rx=2)
    tip = ""
    if more:
        points = " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in _arrow(end + 2, middle))
        tip = element("polygon", points=points, fill=colour)
    return words(name, 0, middle + 4, font_size=13) + bar + tip


def _arrow(x: float, y: float) -> list[tuple[float, float]]:
    return [(x, y - BAR / 2), (x + _ARROW, y), (x, y + BAR / 2)]


def _ticks(frame: Axis, top: int, bottom: int) -> str:
    lines = (element("path", d=f"M{coordinate(frame.x(tick))} {top}V{bottom}") for tick in frame.scale.ticks)
    return element("g", "".join(lines), stroke=FAINT)


def _labels(frame: Axis) -> str:
    labels = (words(french.euros(tick), frame.x(tick), TOP - 12, text_anchor="middle") for tick in frame.scale.ticks)
    return element("g", "".join(labels), font_size=12, fill=SOFT)


def _told(subject: str, ranges: Iterable[tuple[str, int, int, bool]]) -> str:
    """What is shown and the bars in words, for those who do not see them."""
    told = []
    for name, low, high, more in ranges:
        least = "au moins " if more else ""
        told.append(f"{name}{french.THIN}: de {french.rounded_euros(low)} à {least}{french.rounded_euros(high)}")
    description = f"{f'{french.THIN}; '.join(told)}."
    return element("title", escaped(subject)) + element("desc", escaped(description))
