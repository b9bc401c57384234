"""Charts of careers as SVG: well-formed, self-contained, harmless, and drawn where figures say."""

import re
from itertools import chain, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penitcareer.render.charts.curves import Chart, Curve, Step, stretches
from penitcareer.render.charts.scale import amounts_of
from penitcareer.render.charts.svg import COLOURS, DASHES, to_svg
from tests.render.test_chart import BAND, EXACT, SMALL, TITLE, charts, five
from tests.render.test_injection import EVIL
from tests.support import same_spaces

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


@settings(max_examples=40)
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
