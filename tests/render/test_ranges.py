"""Bars from an amount to another: where they start and end, on a terminal and in a page."""

from xml.etree import ElementTree

import pytest

from penitcareer.render.charts.chart import COLOURS
from penitcareer.render.charts.ranges import range_lines
from penitcareer.render.charts.svg import COLOURS as PAGE_COLOURS
from penitcareer.render.charts.svg_ranges import range_rows, ranges_svg
from penitcareer.render.document import Gains, Ranges
from tests.support import same_spaces

TWO = Ranges((("CPIP", 1600_00, 3200_00, False), ("Directeur", 2000_00, 4000_00, True)))
NAMESPACE = "{http://www.w3.org/2000/svg}"


def drawn(ranges: Ranges, width: int, encoding: str = "utf-8") -> list[str]:
    return [same_spaces("".join(text for text, _ in line)) for line in range_lines(ranges, width, encoding)]


def test_bars_stand_where_figures_say() -> None:
    # 60 columns less 12 for the names: 48 for 4 000 €, a tick every 12. 1 600 € is at 19.2, 3 200 at 38.4.
    assert drawn(TWO, 60) == [
        "           0 €      1 000 €     2 000 €     3 000 €  4 000 €",
        "CPIP       │           │      ███████████████████          │",
        "Directeur  │           │           ████████████████████████→",
        "           █ du début à la fin de carrière ; → au moins",
    ]
    assert drawn(Ranges(TWO[:1]), 60)[-1] == "      █ du début à la fin de carrière"


def test_what_is_lost_stands_left_of_zero() -> None:
    # 56 columns for -500 to 1 000 €: zero is at 18.7, 500 € at 37.3.
    assert drawn(Gains((("A", -500_00, 0, False), ("B", 0, 1000_00, False), ("C", 500_00, 500_00, False))), 60) == [
        "   −500 €            0 €              500 €          1 000 €",
        "A  ███████████████████│                 │                  │",
        "B  │                  █████████████████████████████████████│",
        "C  │                  │                 █                  │",
        "   █ écart moyen de net avant impôt, par mois",
    ]


def test_an_encoding_without_blocks_has_twins_and_amounts_keep_apart() -> None:
    # « EUR » takes more room: three ticks at most.
    assert drawn(TWO, 60, "ascii") == [
        "           0 EUR               2 000 EUR           4 000 EUR",
        "CPIP       |                  ###################          |",
        "Directeur  |                       ########################->",
        "           # du debut a la fin de carriere ; -> au moins",
    ]


@pytest.mark.parametrize("width", [60, 61, 80, 110, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_amounts_never_touch(width: int, encoding: str) -> None:
    assert all(amount in ("0", "1 000", "2 000", "3 000", "4 000", "500", "1 500", "2 500", "3 500")
               for amount in axis_of(TWO, width, encoding))  # fmt: skip


def axis_of(ranges: Ranges, width: int, encoding: str) -> list[str]:
    axis = drawn(ranges, width, encoding)[0].replace("EUR", "€")
    return [part.strip() for part in axis.split("€")[:-1]]


def test_each_bar_has_its_colour_and_the_rest_is_quiet() -> None:
    five = Ranges((str(rank), 0, 1000_00, False) for rank in range(6))
    axis, *bars, legend = range_lines(five, 60)
    assert [style for _, style in (*axis, *legend)] == ["dim", "dim"]
    assert [[style for _, style in bar] for bar in bars] == [
        ["", "dim", colour, "dim"] for colour in (*COLOURS, COLOURS[0])
    ]


def test_nothing_is_drawn_without_room() -> None:
    assert range_lines(TWO, 59) == []
    names = (("x" * 27, 0, 1000_00, False), ("x" * 28, 0, 1000_00, False))
    assert [bool(range_lines(Ranges((one,)), 60)) for one in names] == [True, False]  # 30 columns for bars


def every(image: str, name: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(image).findall(f".//{NAMESPACE}{name}")


def test_bars_of_a_page_stand_where_figures_say() -> None:
    # Nine signs of 7.5 pixels and 14: 81.5; 599 pixels are left for 4 000 €, so that 1 600 € is at 321.5.
    image = ranges_svg(TWO)
    root = ElementTree.fromstring(image)
    assert (root.get("width"), root.get("height"), root.get("role")) == ("720", "88", "img")
    assert root.get("viewBox") == "0 0 720 88"
    assert [path.get("d") for path in every(image, "path")] == [
        f"M{x} 24V86" for x in ("81.5", "231.5", "381.5", "530.5", "680.5")
    ]
    places = ("x", "y", "width", "height", "fill")
    assert [[bar.get(name) for name in places] for bar in every(image, "rect")] == [
        ["321.5", "38", "239", "12", PAGE_COLOURS[0]],
        ["381.5", "66", "299", "12", PAGE_COLOURS[1]],
    ]
    (tip,) = every(image, "polygon")
    assert (tip.get("points"), tip.get("fill")) == ("682.5,66 689.5,72 682.5,78", PAGE_COLOURS[1])
    assert [(same_spaces(text.text or ""), text.get("x"), text.get("y")) for text in every(image, "text")] == [
        ("0 €", "81.5", "18"), ("1 000 €", "231.5", "18"), ("2 000 €", "381.5", "18"), ("3 000 €", "530.5", "18"),
        ("4 000 €", "680.5", "18"), ("CPIP", "0", "48"), ("Directeur", "0", "76"),
    ]  # fmt: skip
    assert [same_spaces(root[at].text or "") for at in (0, 1)] == [
        "Net par mois, du début à la fin de carrière",
        "CPIP : de 1 600 € à 3 200 € ; Directeur : de 2 000 € à au moins 4 000 €.",
    ]


def test_the_bars_of_a_page_may_be_shown_one_by_one_on_the_same_axis() -> None:
    axis, first, second = range_rows(TWO)
    whole = ranges_svg(TWO)
    ticks = [path.get("d", "").split()[0] for path in every(whole, "path")]
    for row in (first, second):
        assert [path.get("d") for path in every(row, "path")] == [f"{start} 0V28" for start in ticks]
        assert ElementTree.fromstring(row).get("height") == "28"
    assert [[bar.get("x"), bar.get("y"), bar.get("fill")] for row in (first, second) for bar in every(row, "rect")] == [
        ["321.5", "8", PAGE_COLOURS[0]],
        ["381.5", "8", PAGE_COLOURS[0]],
    ]
    root = ElementTree.fromstring(axis)
    assert (root.get("height"), root.get("aria-hidden"), root.get("role")) == ("22", "true", None)
    assert [text.text for text in every(axis, "text")] == [text.text for text in every(whole, "text")[:5]]
    assert every(axis, "title") == every(axis, "path") == []


def test_one_amount_is_a_bar_that_shows() -> None:
    (bar,) = every(ranges_svg(Ranges((("A", 1000_00, 1000_00, False),))), "rect")
    assert bar.get("width") == "2"
    many = Ranges((str(rank), 0, 1, False) for rank in range(6))
    assert [bar.get("fill") for bar in every(ranges_svg(many), "rect")] == [*PAGE_COLOURS, PAGE_COLOURS[0]]
