"""Several careers in lanes: one scale, nothing over anything, legible without colour."""

import pytest

from penitcareer.render.charts.curves import Chart, Curve, Step
from penitcareer.render.charts.lanes import lane_lines
from penitcareer.render.words.wrapping import columns
from tests.support import same_spaces

EXACT = Curve("exacte", (Step(0, 1000_00, 1000_00), Step(30, 2000_00, 2000_00)))
BAND = Curve("bande", (Step(0, None, None), Step(24, 1000_00, 4000_00)))
CHART = Chart((EXACT, BAND), 5, "Net", eye=True)


def drawn(chart: Chart = CHART, width: int = 46, encoding: str = "utf-8") -> list[str]:
    return [same_spaces("".join(text for text, _ in line)) for line in lane_lines(chart, width, encoding)]


def test_a_lane_a_career_on_one_scale() -> None:
    title, *lines = drawn()
    assert title == "Net"
    assert [line.strip() for line in (lines[0], lines[4])] == ["exacte", "bande"]
    assert [line[:8].strip() for line in lines[1:4]] == ["4 000 €", "", "0"]
    # 1 000 of 4 000 fills six eighths of the lowest of three rows, 2 000 all of it and a half of the next.
    assert lines[3][8:] == "▆" * 19 + "█" * 19
    assert lines[2][8:] == " " * 19 + "▄" * 19
    assert lines[1][8:] == ""
    # Unknown for two years, then sure up to 1 000 and unsure up to 4 000.
    assert lines[7][8:] == " " * 15 + "▆" * 23
    assert lines[5][8:] == lines[6][8:] == " " * 15 + "░" * 23
    assert lines[-2].split() == ["ans", "0", "1", "2", "3", "4", "5"]
    assert lines[-1] == "░ entre deux bornes ; blanc : inconnu"


@pytest.mark.parametrize(
    ("width", "legend"),
    [
        (50, ["░ entre deux bornes ; ↑ au moins ; blanc : inconnu"]),
        (49, ["░ entre deux bornes ; ↑ au moins ; blanc :", "inconnu"]),
    ],
)
def test_a_legend_takes_the_whole_line(width: int, legend: list[str]) -> None:
    floor = Curve("plancher", (Step(0, 1000_00, 1000_00, True),))
    assert drawn(Chart((BAND, floor), 5, "Net"), width)[-len(legend) :] == legend


@pytest.mark.parametrize("width", [40, 44, 80, 200])
def test_no_lane_is_wider_than_its_terminal(width: int) -> None:
    assert [line for line in drawn(width=width) if columns(line) > width] == []


def test_an_encoding_without_blocks_has_twins() -> None:
    text = "\n".join(drawn(encoding="ascii"))
    assert "#" in text
    assert not set("▄▆█░") & set(text)


def test_nothing_is_drawn_without_room_amounts_or_with_too_many() -> None:
    assert lane_lines(CHART, 39) == []
    assert lane_lines(Chart((Curve("rien", (Step(0, None, None),)),), 5, "Net"), 80) == []
    assert lane_lines(Chart((EXACT,) * 6, 5, "Net"), 80) == []


def test_a_floor_has_arrows_over_it_and_a_twin_without_them() -> None:
    floor = Chart(
        (Curve("plancher", (Step(0, 1000_00, 1000_00, True), Step(30, 4000_00, 4000_00, True))), EXACT), 5, "Net"
    )
    _, _, top, middle, bottom, *rest = drawn(floor)
    assert middle[8:] == "   ↑     ↑     ↑   " + "█" * 19  # right over the first half
    assert top[8:] == " " * 19 + "██↑█████↑█████↑████"  # no room over the second
    assert set(bottom[8:]) == {"▆", "█"}
    assert "↑" not in "".join(rest[:-1])
    assert rest[-1] == "↑ au moins"
    plain = drawn(floor, encoding="latin-1")
    assert plain[-1] == "^ au moins"
    assert plain[3][10:].startswith("   ^     ^")
