"""The words of SVG: elements, escaped text, coordinates; and the steps and bands of a curve."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from penitcareer.domain.money import MONTHS, Cents
from penitcareer.domain.records import NamedTuple
from penitcareer.render.charts.curves import Level, Stretch
from penitcareer.render.charts.scale import Scale
from penitcareer.render.words.markup import markup_safe

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})

_BETWEEN_ARROWS = 60  # pixels


class Frame(NamedTuple):
    """Where the curves are drawn, in pixels, and what its sides stand for."""

    gauche: int
    haut: int
    largeur: int
    hauteur: int
    annees: int
    scale: Scale

    def x(self, month: int) -> str:
        """The abscissa of the start of a month."""
        return coordinate(self.gauche + month * self.largeur / (self.annees * MONTHS))

    def y(self, amount: Cents) -> str:
        """The ordinate of an amount."""
        return coordinate(self.haut + self.hauteur - self.scale.place(amount, self.hauteur * 10) / 10)


def coordinate(value: float) -> str:
    """Pixels to a tenth: « 12.5 », « 12 ».

    >>> coordinate(12.04), coordinate(12.55), coordinate(7)
    ('12', '12.6', '7')
    """
    return f"{value:.1f}".removesuffix(".0")


def escaped(text: str) -> str:
    """A text that an XML document shows as it is."""
    return markup_safe(text).translate(_ESCAPES)


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """An element; `content` is XML already, attributes are not. `_` in a name means `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value if isinstance(value, str) else coordinate(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def words(text: str, x: float, y: float, **attributes: str | float) -> str:
    """A line of text, its base line at `y`."""
    return element("text", escaped(text), x=x, y=y, **attributes)


def lines_of(part: Stretch, frame: Frame) -> Iterator[str]:
    """The paths of the step lines of a stretch: the bottom one, then a top one a band. A top
    line starts and ends on what stands before and after the band."""
    yield _path([(level.debut, level.fin, level.bas) for level in part], frame)
    for start, end in bands_of(part):
        steps = [(level.debut, level.fin, level.haut) for level in part[start:end]]
        if start:
            steps.insert(0, (steps[0][0], steps[0][0], part[start - 1].haut))
        if end < len(part):
            steps.append((steps[-1][1], steps[-1][1], part[end].haut))
        yield _path(steps, frame)


def arrows_of(part: Stretch, frame: Frame) -> Iterator[str]:
    """The arrows over the floors of a stretch, one at least each."""
    for level in (level for level in part if level.plancher):
        start, end = float(frame.x(level.debut)), float(frame.x(level.fin))
        count = max(int((end - start) / _BETWEEN_ARROWS), 1)
        for rank in range(count):
            x = start + (end - start) * (rank + 0.5) / count
            yield element("path", d=f"M{coordinate(x - 4)} {coordinate(float(frame.y(level.bas)) - 4)}h8l-4 -8z")


def bands_of(part: Stretch) -> list[tuple[int, int]]:
    """Where the bands of a stretch start, and where they end."""
    ranked = [(rank, level.band) for rank, level in enumerate(part)]
    runs = [(band, [rank for rank, _ in group]) for band, group in groupby(ranked, key=lambda item: item[1])]
    return [(ranks[0], ranks[-1] + 1) for band, ranks in runs if band]


def polygon_points(band: Sequence[Level], frame: Frame) -> str:
    """The outline of a band: its top from left to right, its bottom from right to left."""
    top = [(frame.x(month), frame.y(level.haut)) for level in band for month in (level.debut, level.fin)]
    bottom = [(frame.x(month), frame.y(level.bas)) for level in reversed(band) for month in (level.fin, level.debut)]
    return " ".join(",".join(point) for point in [*top, *bottom])


def _path(steps: Sequence[tuple[int, int, Cents]], frame: Frame) -> str:
    start, _, height = steps[0]
    drawn = [f"M{frame.x(start)} {frame.y(height)}"]
    for start, end, amount in steps:
        if amount != height:
            drawn.append(f"V{frame.y(amount)}")
            height = amount
        if start != end:
            drawn.append(f"H{frame.x(end)}")
    return element("path", d="".join(drawn))
