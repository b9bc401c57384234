"""Charts of careers as SVG: well-formed, self-contained, harmless, and drawn where figures say."""

import re
from itertools import chain, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.render.charts.curves import Chart, Curve, Step, stretches
from penitcareer.render.charts.scale import amounts_of
from penitcareer.render.charts.svg import COLOURS, DASHES, to_svg
from tests.render.test_chart import BAND, EXACT, SMALL, TITLE, charts, five
from tests.render.test_injection import EVIL
from tests.support import drawn, same_spaces

NAMESPACE = "http://www.w3.org/2000/svg"
Element = ElementTree.Element


def parsed(chart: Chart, titre: str = "Titre", sous_titre: str = "", notes: tuple[str, ...] = ()) -> Element:
    return ElementTree.fromstring(to_svg(chart, titre, sous_titre, notes))


def every(root: Element, name: str) -> list[Element]:
    return root.findall(f".//{{{NAMESPACE}}}{name}")


def texts(root: Element) -> list[str]:
    return [same_spaces(element.text or "") for element in every(root, "text")]


def curves(root: Element) -> list[list[str]]:
    """The paths of each curve, in order."""
    groups = [group for group in every(root, "g") if group.get("stroke") in COLOURS]
    return [[path.get("d", "") for path in group] for group in groups]


def test_step_lines_stand_where_figures_say() -> None:
    # 816 pixels for 60 months from x = 88: 13.6 a month. 384 pixels for 2 000 €, below a title
    # and a caption that end at y = 88: 472 for 0 €, 376 for 500 €, 280 for 1 000 €, 184 for 1 500 €.
    exact, band = curves(parsed(SMALL))
    assert exact == ["M88 280H251.2", "M414.4 184H904"]
    assert band == ["M88 376H577.6V88H904", "M88 184H577.6V88"]


def test_bands_and_they_alone_are_polygons() -> None:
    (polygon,) = every(parsed(SMALL), "polygon")
    assert polygon.get("points") == "88,184 577.6,184 577.6,376 88,376"
    assert every(parsed(Chart((EXACT,), 5, TITLE)), "polygon") == []


def test_a_band_between_two_lines_starts_and_ends_on_them() -> None:
    steps = (Step(0, 1000_00, 1000_00), Step(12, 1200_00, 1600_00), Step(24, 1600_00, 1600_00), Step(36, 0, 2000_00))
    (paths,) = curves(parsed(Chart((Curve("x", steps),), 5, TITLE)))
    # 0.192 pixel a euro: 1 000 € at 280, 1 200 € at 241.6, 1 600 € at 164.8.
    assert paths == [
        "M88 280H251.2V241.6H414.4V164.8H577.6V472H904",
        "M251.2 280V164.8H414.4",
        "M577.6 164.8V88H904",
    ]


def test_a_band_of_several_levels_starts_on_what_stands_before() -> None:
    steps = (Step(0, 1000_00, 1000_00), Step(12, 1200_00, 1600_00), Step(24, 1300_00, 2000_00), Step(36, 0, 0))
    (paths,) = curves(parsed(Chart((Curve("x", steps),), 5, TITLE)))
    assert paths[1:] == ["M251.2 280V164.8H414.4V88H577.6V472"]


def test_arrows_stand_over_a_floor_one_at_least() -> None:
    # Ten over 652.8 pixels, two over 149.6, one over a month of 13.6; each a triangle four pixels above the line.
    steps = (Step(0, 1000_00, 1000_00, True), Step(48, 2000_00, 2000_00, True), Step(59, 0, 0, True))
    root = parsed(Chart((Curve("x", steps), EXACT), 5, TITLE))
    (arrows,) = [[path.get("d") for path in group] for group in every(root, "g") if group.get("fill") == COLOURS[0]]
    xs = [*(88 + 65.28 * (rank + 0.5) - 4 for rank in range(10)), 774.2, 849, 893.2]
    ys = [276] * 10 + [84] * 2 + [468]
    assert arrows == [f"M{x:.1f} {y}h8l-4 -8z".replace(".0 ", " ") for x, y in zip(xs, ys, strict=True)]
    assert "↑ : au moins. Blanc : inconnu." in texts(root)


@pytest.mark.parametrize(
    ("months", "high", "said"), [(45, 593_75, True), (44, 593_75, False), (45, 592_00, False), (46, 700_00, True)]
)
def test_a_band_says_that_it_is_an_estimation_where_that_holds(months: int, high: int, said: bool) -> None:
    # 34 years: 45 months are 90 pixels; 93.75 € of 2 000 are 18 pixels.
    steps = (Step(0, 500_00, high), Step(months, 2000_00, 2000_00))
    shown = [text for text in every(parsed(Chart((Curve("x", steps),), 34, TITLE)), "text")
             if text.text == "A, estimation"]  # fmt: skip
    assert bool(shown) == said
    if (months, high) == (45, 593_75):  # ten pixels from its end, four under its middle
        assert [(text.get("x"), text.get("y")) for text in shown] == [("168", "371")]


def test_a_legend_has_a_sample_of_the_line_and_of_the_band() -> None:
    root = parsed(SMALL)
    named = {same_spaces(text.text or ""): (text.get("x"), text.get("y")) for text in every(root, "text")}
    assert (named["A : agent"], named["B : cadre (fourchettes)"]) == (("74", "538"), ("74", "558"))
    samples = [path for path in every(root, "path") if str(path.get("d")).endswith("h40")]
    assert [(path.get("d"), path.get("stroke")) for path in samples] == [
        ("M24 534h40", COLOURS[0]),
        ("M24 554h40", COLOURS[1]),
    ]
    (_, shade) = every(root, "rect")
    assert [shade.get(name) for name in ("x", "y", "width", "height", "fill")] == ["24", "547", "40", "14", COLOURS[1]]


def test_axes_are_french_and_the_first_tick_is_said_when_it_is_not_zero() -> None:
    shown = texts(parsed(SMALL))
    assert [text for text in shown if text.endswith("€")] == [
        "0 €", "250 €", "500 €", "750 €", "1 000 €", "1 250 €", "1 500 €", "1 750 €", "2 000 €",
    ]  # fmt: skip
    assert [text for text in shown if text.isdigit()] == ["0", "1", "2", "3", "4", "5"]
    assert "années" in shown
    assert "Bande : estimation, entre deux bornes. Blanc : inconnu." in shown
    high = Chart((Curve("x", (Step(0, 1500_00, 1500_00), Step(12, 2500_00, 2500_00))),), 5, TITLE)
    assert "L’axe commence à 1 400 €." in texts(parsed(high))


def test_the_image_says_what_it_is() -> None:
    root = parsed(SMALL, "Deux carrières", "En zone 3", ("Source : un décret.",))
    assert (root.tag, root.get("version"), root.get("role")) == (f"{{{NAMESPACE}}}svg", "1.1", "img")
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    title, description, paper, *_ = root
    assert title.text == "Deux carrières"
    assert same_spaces(description.text or "") == (
        "Net avant impôt, par mois, sur 5 ans. A, agent : 1 000 € d’abord, 1 500 € à la fin ;"
        " B, cadre (fourchettes) : de 500 € à 1 500 € d’abord, 2 000 € à la fin."
    )
    assert (paper.get("width"), paper.get("height"), paper.get("fill")) == ("960", root.get("height"), "#FFFFFF")
    assert {"Deux carrières", "En zone 3", TITLE, "A : agent", "Source : un décret."} <= set(texts(root))
    assert texts(root)[-1] == "Source : un décret."


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = to_svg(SMALL, "Titre", "", ())
    assert re.findall(r"\w+://[^\"<\s]*", text) == [NAMESPACE]
    names = {element.tag.removeprefix(f"{{{NAMESPACE}}}") for element in ElementTree.fromstring(text).iter()}
    assert names == {"svg", "title", "desc", "rect", "g", "path", "polygon", "text"}
    assert not re.search(r"href|url\(|@import|style=|\son\w+=", text)


def test_curves_differ_by_colour_by_dash_and_by_letter() -> None:
    root = parsed(five())
    drawn = [group for group in every(root, "g") if group.get("stroke") in COLOURS]
    assert [group.get("stroke") for group in drawn] == list(COLOURS)
    assert [group.get("stroke-dasharray") for group in drawn] == list(DASHES)
    assert len(set(COLOURS)) == len(set(DASHES)) == 5
    letters = [element for element in every(root, "text") if element.get("font-size") == "14" and element.text]
    assert sorted(str(element.text) for element in letters) == ["A", "B", "C", "D", "E"]


def test_letters_at_the_end_of_curves_never_overlap() -> None:
    root = parsed(five(1000_00, 1000_00, 1010_00, 1020_00, 1500_00))
    letters = [element for element in every(root, "text") if str(element.text) in "ABCDE"]
    heights = sorted(float(element.get("y", "0")) for element in letters)
    assert len(heights) == 5
    assert all(below - above >= 15 for above, below in pairwise(heights))


def test_a_curve_without_known_pay_is_in_the_legend_only() -> None:
    unknown = Curve("surveillant", (Step(0, None, None),))
    root = parsed(Chart((EXACT, unknown), 5, TITLE))
    assert len(curves(root)) == 1
    assert "B : surveillant, inconnu" in texts(root)
    nothing = parsed(Chart((unknown,), 5, TITLE))
    assert curves(nothing) == []
    assert "Aucun montant n’est connu." in texts(nothing)


@pytest.mark.parametrize("text", [*EVIL, "<b>&\"'", "]]>", "\ud800\ufffe\uffff"])
def test_a_text_is_shown_and_does_nothing(text: str) -> None:
    chart = Chart((Curve(text, EXACT.pas), Curve(text, BAND.pas)), 5, text)
    root = parsed(chart, text, text, (text,))
    names = {element.tag.removeprefix(f"{{{NAMESPACE}}}") for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "g", "path", "polygon", "text"}
    assert {key for element in root.iter() for key in element.attrib} == {
        key for element in parsed(SMALL, "t", "s", ("n",)).iter() for key in element.attrib
    }
    if text.isprintable():
        assert root[0].text == text
        assert f"A : {text}" in texts(root)


@drawn(200)
@given(charts(), st.text(max_size=200), st.lists(st.text(max_size=300), max_size=3))
def test_any_chart_gives_a_small_image_with_every_line_inside(chart: Chart, title: str, notes: list[str]) -> None:
    text = to_svg(chart, title, title, notes)
    assert text == to_svg(chart, title, title, notes)
    assert len(text.encode()) < 40_000
    root = ElementTree.fromstring(text)
    height = float(root.get("height", "0"))
    known = [stretches(curve, chart.annees) for curve in chart.courbes]
    assert len(curves(root)) == sum(bool(parts) for parts in known)
    kinds = ["".join("b" if level.band else "l" for level in part) for part in chain.from_iterable(known)]
    assert len(every(root, "polygon")) == len(re.findall("b+", " ".join(kinds)))
    assert bool(curves(root)) == bool(amounts_of(chart))
    for path in chain.from_iterable(curves(root)):
        numbers = [float(one) for one in re.findall(r"[\d.]+", path)]
        assert path.startswith("M")
        assert min(numbers) >= 0
        assert max(numbers) <= max(960, height)
        across = [float(one) for one in re.findall(r"[MH]([\d.]+)", path)]
        assert across == sorted(across)
        assert 88 <= across[0] <= across[-1] <= 904
    for element in every(root, "text"):
        assert 0 < float(element.get("y", "0")) < height
