"""A chart as an SVG image that stands alone: no script, no font, nothing fetched.

Colours are those of Okabe and Ito, told apart by colour-blind readers; dashes and letters tell
the curves apart without colour. The background is white, whatever the page behind.
"""

from collections.abc import Sequence

from penitcareer.domain.money import MONTHS
from penitcareer.render.charts.curves import ARROW, FLOOR, Chart, Curve, Stretch, amounts, floors, letter, stretches
from penitcareer.render.charts.scale import amounts_of, scale_of, year_ticks
from penitcareer.render.charts.svg_parts import (
    Frame,
    arrows_of,
    bands_of,
    element,
    escaped,
    lines_of,
    polygon_points,
    words,
)
from penitcareer.render.words import french
from penitcareer.render.words.wrapping import wrap

WIDTH, MARGIN = 960, 24
LEFT, PLOT_WIDTH, PLOT_HEIGHT = 88, 816, 384
FONT = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000")
DASHES = ("none", "11 4", "3 3", "12 4 3 4", "6 3 2 3 2 3")
INK, SOFT, FAINT, PAPER = "#222222", "#555555", "#DDDDDD", "#FFFFFF"
_MOST_TICKS, _BETWEEN_YEARS = 8, 26
_LABEL_HEIGHT = 15
_SAMPLE, _FILL = 40, "0.14"
_INSIDE = "estimation"
_ROOM_INSIDE = (90, 18)  # pixels across and up for the word above


def to_svg(chart: Chart, titre: str, sous_titre: str, notes: Sequence[str]) -> str:
    """A chart with its title, its legend and its notes as an SVG 1.1 document."""
    page = _Page()
    page.prose(titre, 74, 26, font_size=20, font_weight="bold")
    page.prose(sous_titre, 115, 19, font_size=14, fill=SOFT)
    page.y += 14
    _draw(page, chart, notes)
    paper = element("rect", width=WIDTH, height=page.y + MARGIN, fill=PAPER)
    return _image(page, chart, titre, paper)


def inline_svg(chart: Chart) -> str:
    """The same chart within a page, which has the title, the notes and the paper."""
    page = _Page()
    _draw(page, chart, ())
    return _image(page, chart, chart.titre, "")


def in_ascii(image: str) -> str:
    """The same image in ASCII, which any encoding writes and any reader of XML understands."""
    return image.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _draw(page: "_Page", chart: Chart, notes: Sequence[str]) -> None:
    """The curves, their legend and the notes."""
    known = [stretches(curve, chart.annees) for curve in chart.courbes]
    page.prose(chart.titre, 110, 18, font_size=13, font_weight="bold")
    _plot(page, chart, known)
    for rank, curve in enumerate(chart.courbes):
        _legend(page, rank, curve, known[rank])
    page.y += 10
    for note in (*_keys(chart, known), *notes):
        page.prose(note, 135, 16, font_size=12, fill=SOFT)


def _image(page: "_Page", chart: Chart, titre: str, paper: str) -> str:
    described = element("title", escaped(titre)) + element("desc", escaped(_description(chart)))
    body = element("g", "\n".join(page.parts), font_family=FONT, fill=INK)
    height = page.y + MARGIN
    return (
        element(
            "svg",
            f"\n{described}\n{paper}\n{body}\n",
            xmlns="http://www.w3.org/2000/svg",
            version="1.1",
            role="img",
            width=WIDTH,
            height=height,
            viewBox=f"0 0 {WIDTH} {height}",
        )
        + "\n"
    )


class _Page:
    """Elements from top to bottom; `y` is how far down they go."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 14

    def prose(self, text: str, columns: int, height: int, **attributes: str | float) -> None:
        """A text on as many lines as it takes."""
        for line in wrap(text, columns) if text else ():
            self.y += height
            self.parts.append(words(line, MARGIN, self.y, **attributes))


def _plot(page: _Page, chart: Chart, known: Sequence[Sequence[Stretch]]) -> None:
    found = amounts_of(chart)
    if not found:
        page.prose("Aucun montant n’est connu.", 110, 30, font_size=14)
        return
    frame = Frame(LEFT, page.y + 16, PLOT_WIDTH, PLOT_HEIGHT, chart.annees, scale_of(found, _MOST_TICKS))
    page.parts += _axes(frame)
    for rank, parts in enumerate(known):
        page.parts += _curve(rank, parts, frame)
    page.parts += _letters(known, frame)
    page.y = frame.haut + PLOT_HEIGHT + 46


def _axes(frame: Frame) -> list[str]:
    left, right, bottom = frame.gauche, frame.gauche + frame.largeur, frame.haut + frame.hauteur
    lines, labels = [], []
    for amount in frame.scale.ticks:
        y = float(frame.y(amount))
        lines.append(element("path", d=f"M{left} {frame.y(amount)}H{right}"))
        labels.append(words(french.euros(amount), left - 8, y + 4, text_anchor="end"))
    for year in year_ticks(frame.annees, frame.largeur, _BETWEEN_YEARS):
        x = frame.x(year * MONTHS)
        lines.append(element("path", d=f"M{x} {frame.haut}V{bottom + 5}"))
        labels.append(words(str(year), float(x), bottom + 19, text_anchor="middle"))
    labels.append(words("années", right, bottom + 36, text_anchor="end"))
    axes = element("path", d=f"M{left} {frame.haut}V{bottom}H{right}", fill="none", stroke=SOFT)
    return [
        element("g", "".join(lines), stroke=FAINT, fill="none"),
        axes,
        element("g", "".join(labels), font_size=12, fill=SOFT),
    ]


def _curve(rank: int, parts: Sequence[Stretch], frame: Frame) -> list[str]:
    """The bands of a curve, then its lines."""
    shades: list[str] = []
    lines: list[str] = []
    inside: list[str] = []
    for part in parts:
        lines += lines_of(part, frame)
        for start, end in bands_of(part):
            shades.append(element("polygon", points=polygon_points(part[start:end], frame)))
            inside += _word_inside(rank, part[start:end], frame)
    drawn = []
    arrows = "".join(path for part in parts for path in arrows_of(part, frame))
    if arrows:
        drawn.append(element("g", arrows, fill=_colour(rank)))
    if shades:
        drawn.append(element("g", "".join(shades), fill=_colour(rank), fill_opacity=_FILL))
    if lines:
        drawn.append(element("g", "".join(lines), fill="none", **_stroke(rank)))
    return drawn + inside


def _word_inside(rank: int, band: Stretch, frame: Frame) -> list[str]:
    """« A, estimation » at the end of the longest level of a band, when it holds."""
    level = max(band, key=lambda level: level.fin - level.debut)
    left, right = float(frame.x(level.debut)), float(frame.x(level.fin))
    top, bottom = float(frame.y(level.haut)), float(frame.y(level.bas))
    across, up = _ROOM_INSIDE
    if right - left < across or bottom - top < up:
        return []
    text = f"{letter(rank)}, {_INSIDE}"
    return [words(text, right - 10, (top + bottom) / 2 + 4, text_anchor="end", font_size=12, fill=SOFT)]


def _letters(known: Sequence[Sequence[Stretch]], frame: Frame) -> list[str]:
    """The letter of each curve at its end, none on another."""
    ends = []
    for rank, parts in enumerate(known):
        if parts:
            last = parts[-1][-1]
            middle = (float(frame.y(last.bas)) + float(frame.y(last.haut))) / 2
            ends.append((middle + 5, rank, float(frame.x(last.fin)) + 7))
    drawn, lowest = [], 0.0
    for y, rank, x in sorted(ends):
        lowest = max(y, lowest + _LABEL_HEIGHT)
        drawn.append(words(letter(rank), x, lowest, font_size=14, font_weight="bold", fill=_colour(rank)))
    return drawn


def _legend(page: _Page, rank: int, curve: Curve, parts: Sequence[Stretch]) -> None:
    """A line a curve, after a sample of its line and of its band."""
    middle = page.y + 16
    if any(bands_of(part) for part in parts):
        page.parts.append(
            element("rect", x=MARGIN, y=middle - 7, width=_SAMPLE, height=14, fill=_colour(rank), fill_opacity=_FILL)
        )
    if parts:
        page.parts.append(element("path", d=f"M{MARGIN} {middle}h{_SAMPLE}", **_stroke(rank)))
    name = curve.nom if parts else f"{curve.nom}, {french.UNKNOWN}"
    for line in wrap(f"{letter(rank)}{french.THIN}: {name}", 110):
        page.y += 20
        page.parts.append(words(line, MARGIN + _SAMPLE + 10, page.y, font_size=13))


def _keys(chart: Chart, known: Sequence[Sequence[Stretch]]) -> list[str]:
    """What shades, blanks and the first tick mean."""
    keys = []
    if any(bands_of(part) for parts in known for part in parts):
        keys.append(f"Bande{french.THIN}: estimation, entre deux bornes.")
    if floors(chart):
        keys.append(f"{ARROW}{french.THIN}: {FLOOR}.")
    months = chart.annees * MONTHS
    if any(sum(level.fin - level.debut for part in parts for level in part) < months for parts in known):
        keys.append(f"Blanc{french.THIN}: {french.UNKNOWN}.")
    found = amounts_of(chart)
    if found and (start := scale_of(found, _MOST_TICKS).bas) > 0:
        keys.append(f"L’axe commence à {french.euros(start)}.")
    return [" ".join(keys)] if keys else []


def _description(chart: Chart) -> str:
    """The chart in words, for those who do not see it."""
    told = []
    for rank, curve in enumerate(chart.courbes):
        parts = stretches(curve, chart.annees)
        pay = french.UNKNOWN
        if parts:
            first, last = parts[0][0], parts[-1][-1]
            start, end = (amounts(level.bas, level.haut, level.plancher) for level in (first, last))
            pay = f"{start} d’abord, {end} à la fin"
        told.append(f"{letter(rank)}, {curve.nom}{french.THIN}: {pay}")
    return f"{chart.titre}, sur {french.count(chart.annees, 'an')}. {f'{french.THIN}; '.join(told)}."


def _colour(rank: int) -> str:
    return COLOURS[rank % len(COLOURS)]


def _stroke(rank: int) -> dict[str, str]:
    dash = DASHES[rank % len(DASHES)]
    return {"stroke": _colour(rank), "stroke_width": "2.5", "stroke_dasharray": dash}
