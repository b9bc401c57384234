"""Charts of careers in characters: where lines stand, what tells them apart, what is left blank."""

import os
import types
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.api.face import Reponse
from penitcareer.cli.output import render
from penitcareer.domain.money import MONTHS
from penitcareer.render.charts.canvas import BETWEEN_MARKERS, FLAT, Raster, layer_of, markers_of
from penitcareer.render.charts.chart import COLOURS, MOST_CURVES, NARROWEST, WIDEST, chart_lines
from penitcareer.render.charts.curves import Chart, Curve, Level, Step, changes, letter, stretches
from penitcareer.render.charts.lanes import lane_lines
from penitcareer.render.charts.rows import table_of
from penitcareer.render.charts.scale import Scale, amounts_of, scale_of, year_ticks
from penitcareer.render.document import Document, Note, Paragraph, mapped
from penitcareer.render.words.french import months
from penitcareer.render.words.wrapping import columns
from tests.render.test_injection import EVIL, assert_harmless
from tests.support import drawn, python, same_spaces, without_colours

TITLE = "Net avant impôt, par mois"
# A line with a gap, and a band that becomes a line.
EXACT = Curve("agent", (Step(0, 1000_00, 1000_00), Step(12, None, None), Step(24, 1500_00, 1500_00)))
BAND = Curve("cadre (fourchettes)", (Step(0, 500_00, 1500_00), Step(36, 2000_00, 2000_00)))
SMALL = Chart((EXACT, BAND), 5, TITLE)
# Width 40 leaves 31 columns, of two months each; 13 rows from 0 to 2 000 €, three from a tick to
# the next. The gap of `agent` takes columns 6 to 11; `cadre` rises at column 18, 36 months. Where
# both stand at 1 500 €, from column 12 to 17, they take turns.
BY_HAND = """\
Net avant impôt, par mois
2 000 € ┤·     ·     ·     ╔════════B═══
        │                  ║
        │                  ║
1 500 € ┤═════════B═══─═─═─╣──A─────────
        │░░░░░░░░░░░░░░░░░░║
        │░░░░░░░░░░░░░░░░░░║
1 000 € ┤──A───░░░░░░░░░░░░║     ·     ·
        │░░░░░░░░░░░░░░░░░░║
        │░░░░░░░░░░░░░░░░░░║
  500 € ┤═════════B════════╝     ·     ·
        │
        │
    0 € ┤·     ·     ·     ·     ·     ·
        └┴─────┴─────┴─────┴─────┴─────┴
 années  0     1     2     3     4     5
─A─ agent
═B═ cadre (fourchettes)
░░ estimation, entre deux bornes ;
blanc : inconnu
"""
AXES = ("┤", "│", "+", "|")


def screen(chart: Chart, width: int, encoding: str = "utf-8") -> list[str]:
    return ["".join(text for text, _ in line) for line in chart_lines(chart, width, encoding)]


def plot(chart: Chart, width: int, encoding: str = "utf-8") -> list[str]:
    """The rows of the plot alone, from its axis on."""
    found = []
    for line in screen(chart, width, encoding):
        drawn = line.lstrip(" 0123456789\u00a0\u202f€EUR")
        if drawn.startswith(AXES) and not drawn.startswith("++-"):
            found.append(drawn)
    return found


@st.composite
def steps(draw: st.DrawFn, years: int) -> tuple[Step, ...]:
    starts = sorted(draw(st.sets(st.integers(0, years * MONTHS - 1), min_size=1, max_size=8)))
    found = []
    for start in starts:
        low = draw(st.none() | st.integers(0, 9_000_00))
        wide = draw(st.sampled_from((0, 0, 1, 400_00, 3_000_00)))
        found.append(Step(start, low, None if low is None else low + wide))
    return tuple(found)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    years = draw(st.integers(1, 50))
    drawn = draw(st.lists(steps(years), min_size=1, max_size=6))
    names = st.text(max_size=60)
    return Chart(tuple(Curve(draw(names), curve) for curve in drawn), years, draw(names))


@st.composite
def grids(draw: st.DrawFn) -> tuple[Chart, Raster]:
    chart = draw(charts().filter(amounts_of))
    scale = scale_of(amounts_of(chart), 8)
    return chart, Raster(draw(st.integers(20, 190)), draw(st.integers(8, 19)), chart.annees, scale)


# -- data


def test_a_step_that_changes_nothing_is_left_out_and_a_gap_parts_two_stretches() -> None:
    curve = Curve("x", (Step(0, 1, 1), Step(5, 1, 1), Step(7, None, None), Step(9, 2, 3), Step(24, 4, 4)))
    assert [step.mois for step in changes(curve, 2)] == [0, 7, 9]
    assert stretches(curve, 2) == ((Level(0, 7, 1, 1),), (Level(9, 24, 2, 3),))
    assert [level.band for part in stretches(curve, 2) for level in part] == [False, True]


@pytest.mark.parametrize(("rank", "marker"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (52, "BA"), (78, "CA")])
def test_letters(rank: int, marker: str) -> None:
    assert letter(rank) == marker


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0 mois"), (1, "1 mois"), (12, "1 an"), (24, "2 ans"), (42, "3 ans 6 mois")]
)
def test_months_in_words(value: int, text: str) -> None:
    assert months(value) == text


def test_the_rows_of_a_chart_say_each_change_in_words() -> None:
    assert [column.right for column in table_of(SMALL).columns] == [False, True, True]
    rows = [tuple(same_spaces(cell) for cell in row) for row in table_of(SMALL).rows]
    assert rows == [
        ("agent", "0 mois", "1 000 €"),
        ("agent", "1 an", "inconnu"),
        ("agent", "2 ans", "1 500 €"),
        ("cadre (fourchettes)", "0 mois", "de 500 € à 1 500 €"),
        ("cadre (fourchettes)", "3 ans", "2 000 €"),
    ]


# -- axes


@pytest.mark.parametrize(
    ("amounts", "most", "scale"),
    [
        ([1000_00, 2000_00], 8, (0, 2000_00, 250_00)),  # starting at zero wastes half, no more
        ([1000_01, 2000_00], 8, (1000_00, 2000_00, 200_00)),  # 5 intervals of 200, 125 is not a tick
        ([1482_83, 3869_93], 6, (0, 4000_00, 1000_00)),
        ([1482_83, 3869_93], 9, (0, 4000_00, 500_00)),
        ([3000_00], 8, (2700_00, 3000_00, 50_00)),  # a flat line spans a tenth
        ([0], 8, (0, 1_00, 1_00)),
        ([2_00, 20_00], 8, (0, 20_00, 5_00)),  # never a tick at 2,50 €
    ],
)
def test_an_axis_of_amounts_by_hand(amounts: list[int], most: int, scale: tuple[int, int, int]) -> None:
    assert scale_of(amounts, most) == scale


@given(st.lists(st.integers(0, 10**9), min_size=1), st.integers(4, 9), st.integers(2, 400))
def test_an_axis_holds_every_amount_in_order_with_few_round_ticks(amounts: list[int], most: int, length: int) -> None:
    scale = scale_of(amounts, most)
    assert scale.bas <= min(amounts) <= max(amounts) <= scale.haut
    assert 1 <= scale.intervals <= most
    assert scale.bas % scale.pas == scale.haut % scale.pas == 0
    assert str(scale.pas).rstrip("0") in {"1", "2", "25", "5"}
    places = [scale.place(amount, length) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= length
    assert scale.bas == 0 or min(amounts) * 2 > max(amounts)


@pytest.mark.parametrize(
    ("years", "length", "step"),
    [(1, 20, 1), (10, 40, 1), (10, 39, 2), (11, 200, 2), (20, 200, 2), (21, 200, 5), (50, 200, 5), (50, 39, 10)],
)
def test_an_axis_of_years_by_hand(years: int, length: int, step: int) -> None:
    assert year_ticks(years, length, 4) == range(0, years + 1, step)


@given(st.integers(1, 50), st.integers(20, 200))
def test_years_are_written_apart(years: int, length: int) -> None:
    ticks = year_ticks(years, length, 4)
    assert ticks[0] == 0
    assert all((after - before) * length >= 4 * years for before, after in pairwise(ticks))
    assert len(ticks) <= 11


# -- lines, by hand and in general


def test_a_small_chart_by_hand() -> None:
    assert same_spaces("\n".join(screen(SMALL, 40)) + "\n") == BY_HAND


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_small_chart_is_the_one_kept(width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"chart_small.{width}", "\n".join(screen(SMALL, width)) + "\n")
    golden(f"chart_small_ascii.{width}", "\n".join(screen(SMALL, width, "ascii")) + "\n")


def test_a_step_line_turns_where_the_pay_changes() -> None:
    curve = Curve("x", (Step(0, 0, 0), Step(24, 100_00, 100_00)))
    sides = layer_of(curve, Raster(5, 3, 4, Scale(0, 100_00, 50_00))).sides
    # Years 0 to 4 are columns 0 to 4: flat, up at year 2, flat again.
    assert sides == {(0, 0): 2, (1, 0): 3, (2, 0): 5, (2, 1): 12, (2, 2): 10, (3, 2): 3, (4, 2): 1}


@drawn(200)
@given(charts(), st.integers(20, 220), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_no_line_is_wider_than_the_width(chart: Chart, width: int, encoding: str) -> None:
    chart = mapped(chart, lambda text: "".join(sign for sign in text if sign.isprintable()))
    lines = screen(chart, width, encoding)
    assert [line for line in lines if columns(line) > width] == []
    assert bool(lines) == (width >= NARROWEST and bool(amounts_of(chart)))


@drawn(200)
@given(grids())
def test_every_known_step_appears_and_every_unknown_gap_is_blank(drawn: tuple[Chart, Raster]) -> None:
    chart, grid = drawn
    for curve in chart.courbes:
        layer = layer_of(curve, grid)
        covered = {column for column, _ in (*layer.sides, *layer.fond)}
        end = 0
        for part in stretches(curve, chart.annees):
            for level in part:
                column = grid.column(level.debut)
                assert {(column, grid.row(level.bas)), (column, grid.row(level.haut))} <= layer.sides.keys()
            first, last = grid.column(part[0].debut), [*grid.spans(part)][-1][1]
            assert not covered & set(range(end, first))
            assert covered >= set(range(first, last + 1))
            assert last < max(grid.column(part[-1].fin), grid.column(part[-1].debut) + 1) or last == grid.columns - 1
            end = last + 1
        assert not covered & set(range(end, grid.columns))
        assert all(0 <= column < grid.columns and 0 <= row < grid.rows for column, row in (*layer.sides, *layer.fond))


@drawn(200)
@given(grids())
def test_each_marker_stands_on_its_own_curve_and_each_curve_has_one(drawn: tuple[Chart, Raster]) -> None:
    chart, grid = drawn
    layers = [layer_of(curve, grid) for curve in chart.courbes]
    markers = markers_of(layers)
    for cell, rank in markers.items():
        assert cell in layers[rank].sides
    for rank, layer in enumerate(layers):
        others = {cell for cell, owner in markers.items() if owner != rank}
        assert rank in markers.values() or layer.sides.keys() <= others
        assert len({letter(rank) for rank in range(len(layers))}) == len(layers)


def test_markers_of_a_long_line_keep_apart() -> None:
    staircase = Curve("x", tuple(Step(24 * index, amount, amount) for index, amount in enumerate(range(0, 2000, 100))))
    layer = layer_of(staircase, Raster(191, 19, 40, Scale(0, 2000, 500)))
    at = sorted(column for column, _ in markers_of([layer]))
    assert len(at) > 5
    assert all(after - before >= BETWEEN_MARKERS for before, after in pairwise(at))
    assert all(layer.sides[cell] == FLAT for cell in markers_of([layer]))


def test_a_curve_that_another_hides_has_its_letter_apart() -> None:
    """A year of months, a month a column: B stands on A until the fourth column."""
    first = Curve("a", (Step(0, 0, 0), Step(5, None, None)))
    second = Curve("b", (Step(0, None, None), Step(2, 0, 0), Step(7, None, None)))
    grid = Raster(13, 3, 1, Scale(0, 100, 50))
    assert markers_of([layer_of(curve, grid) for curve in (first, second)]) == {(2, 0): 0, (5, 0): 1}


def test_the_arrows_of_a_floor_stand_over_it_or_under_the_top_of_the_chart() -> None:
    floor = Curve("a", (Step(0, 1000_00, 1000_00, True), Step(60, 2000_00, 2000_00, True)))
    rows = plot(Chart((floor,), 10, TITLE), 60)
    assert [at for at, row in enumerate(rows) if "↑" in row] == [1, 7]
    assert rows[1] == "│" + " " * 25 + "│  ↑     ↑     ↑     ↑"
    assert rows[7] == "│   ↑     ↑     ↑     ↑   │"
    assert "↑ au moins" in screen(Chart((floor,), 10, TITLE), 60)[-1]


def test_the_name_of_a_curve_goes_on_under_itself() -> None:
    long = Curve("un nom assez long pour deux lignes de la légende", EXACT.pas)
    assert screen(Chart((long,), 5, TITLE), 40)[-4:-2] == [
        "─A─ un nom assez long pour deux lignes",
        "    de la légende",
    ]


def test_the_plot_leaves_unknown_months_blank() -> None:
    alone = plot(Chart((EXACT,), 5, TITLE), 40)
    # From 1 000 € at the bottom to 1 500 €: flat line, nothing from column 6 to 11, flat line.
    assert all(set(line[1 + 6 : 1 + 12]) <= {" ", "·"} for line in alone)
    assert any("──A" in line for line in alone)


# -- telling curves apart


def five(*amounts: int) -> Chart:
    found = amounts or (1000_00, 1400_00, 1800_00, 2200_00, 2600_00)
    return Chart(tuple(Curve(f"n{rank}", (Step(0, one, one),)) for rank, one in enumerate(found)), 10, TITLE)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_without_colour_five_curves_differ_by_line_and_by_letter(width: int, encoding: str) -> None:
    text = screen(five(), width, encoding)
    leads = {line.split()[0] for line in text if line.endswith(tuple(f" n{rank}" for rank in range(5)))}
    assert len(leads) == 5
    assert len({lead[0] for lead in leads}) == 5
    for rank, lead in enumerate(sorted(leads, key=lambda lead: lead[1])):
        (row,) = [line for line in plot(five(), width, encoding) if line[1:2] == lead[0]]
        assert set(row[1:]) == {lead[0], letter(rank)}


def test_curves_that_lie_on_one_another_take_turns_and_keep_a_letter_each() -> None:
    (row,) = [line for line in plot(five(1000_00, 1000_00), 40) if "─═─" in line]
    assert "A" in row
    assert "B" in row


def test_colours_differ_and_follow_the_curve() -> None:
    styles = {text.strip(): style for line in chart_lines(five(), 80) for text, style in line}
    assert [styles[f"{sign}{letter(rank)}{sign}"] for rank, sign in enumerate("─═━╌╍")] == [
        f"bold {colour}" for colour in COLOURS
    ]
    assert len(set(COLOURS)) == 5


def test_bands_that_overlap_are_darker() -> None:
    both = Chart((Curve("a", (Step(0, 0, 2000_00),)), Curve("b", (Step(0, 1000_00, 3000_00),))), 10, TITLE)
    text = "\n".join(plot(both, 60))
    assert "░░░" in text
    assert "▒▒▒" in text


def test_the_legend_says_what_shades_and_blanks_mean_when_there_are_some() -> None:
    assert same_spaces(screen(SMALL, 80)[-1]) == "░░ estimation, entre deux bornes ; blanc : inconnu"
    assert same_spaces(screen(five(), 80)[-1]).endswith("n4")
    high = five(1500_00, 2500_00)
    assert same_spaces(screen(high, 80)[-1]) == "l’axe commence à 1 400 €"
    assert screen(high, 80, "ascii")[-1] == "l'axe commence a 1 400 EUR"


def test_a_curve_without_any_known_pay_says_so() -> None:
    chart = Chart((EXACT, Curve("surveillant", (Step(0, None, None),))), 5, TITLE)
    assert same_spaces(screen(chart, 80)[-2]) == "═B═ surveillant, inconnu"


# -- where nothing can be drawn


def test_no_room_no_amount_or_too_many_curves_draw_nothing() -> None:
    assert chart_lines(SMALL, NARROWEST - 1) == []
    assert chart_lines(Chart((Curve("x", (Step(0, None, None),)),), 5, TITLE), 80) == []
    assert chart_lines(Chart((), 5, TITLE), 80) == []
    assert chart_lines(Chart((EXACT,) * (MOST_CURVES + 1), 5, TITLE), 80) == []
    assert chart_lines(Chart((Curve("x", (Step(0, 10**30, 10**30),)),), 5, TITLE), 40) == []
    assert chart_lines(SMALL, WIDEST + 100) == chart_lines(SMALL, WIDEST)


def shown(chart: Chart, format_: str, encoding: str = "utf-8") -> str:
    """What `penit` writes for a document that holds a chart."""
    document = Document("Titre", "", (Paragraph("Avant."), chart, Note("Après.")))
    view: Any = types.SimpleNamespace(document=lambda _: document)
    return render(Reponse(None, view), format_, encoding)


def test_a_terminal_draws_and_a_narrow_one_gets_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    alone = SMALL._replace(courbes=SMALL.courbes[:1])
    drawn = shown(alone, "table")
    assert "\n".join(line.rstrip() for line in screen(alone, 60)) in drawn
    lanes = ["".join(text for text, _ in line) for line in lane_lines(SMALL, 60)]
    assert "\n".join(line.rstrip() for line in lanes) in shown(SMALL, "table")
    monkeypatch.setenv("COLUMNS", "39")
    assert "┤" not in shown(SMALL, "table")
    assert "de 500 € à 1 500 €" in same_spaces(shown(SMALL, "table"))


def test_a_pipe_and_markdown_get_rows() -> None:
    plain = same_spaces(shown(SMALL, "plain"))
    assert f"Avant.\n\n{TITLE}\nCarrière" in plain
    assert "cadre (fourchettes)  0 mois  de 500 € à 1 500 €" in plain
    assert "| agent | 1 an | inconnu |" in shown(SMALL, "md")
    assert f"\n\n**{TITLE}**\n\n| Carrière |" in shown(SMALL, "md")


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("format_", ["table", "plain", "md"])
@pytest.mark.parametrize("width", ["30", "60"])
def test_a_name_acts_on_nothing(text: str, format_: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    chart = Chart((Curve(text, EXACT.pas), Curve(f"[red]{text}", BAND.pas)), 5, text)
    assert_harmless(shown(chart, format_), format_)


def test_no_color_takes_the_colours_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = shown(SMALL, "table")
    assert "\x1b[38;5;32m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    bare = shown(SMALL, "table")
    assert "38;5" not in bare
    assert without_colours(bare) == without_colours(coloured)


def test_a_pipe_draws_its_rows_without_rich_and_a_screen_without_chart_defines_none() -> None:
    code = (
        "import sys\n"
        "from penitcareer.render.document import Document, Paragraph\n"
        "from penitcareer.render.formats.plain import to_plain\n"
        "to_plain(Document('t', '', (Paragraph('p'),)))\n"
        "assert 'penitcareer.render.charts.curves' not in sys.modules\n"
        "from penitcareer.render.charts.curves import Chart, Curve, Step\n"
        "assert 'c' in to_plain(Document('t', '', (Chart((Curve('c', (Step(0, 1, 1),)),), 1, 'x'),)))\n"
        "assert not {'rich', 'penitcareer.render.charts.chart'} & set(sys.modules)\n"
    )
    done = python(code, env=dict(os.environ))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_floor_has_arrows_beside_its_line() -> None:
    floor = Curve("plancher", (Step(0, 1000_00, 1000_00, True), Step(30, 2000_00, 2000_00)))
    lines = [same_spaces("".join(text for text, _ in line)) for line in chart_lines(Chart((floor,), 5, TITLE), 40)]
    at = next(rank for rank, line in enumerate(lines) if line.startswith("1 000 €"))
    assert lines[at][9:].startswith("───")
    assert [column - 9 for column, sign in enumerate(lines[at - 1]) if sign == "↑"] == [3, 9]
    assert sum(line.count("↑") for line in lines) == 3  # with the legend; the exact part has none
    assert lines[-1].startswith("↑ au moins")
    assert table_of(Chart((floor,), 5, TITLE)).rows[0][2].startswith("au moins 1")
