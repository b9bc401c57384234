"""The widgets that are ours, and the screens kept as pictures.

The pictures are compared by a few lines of ours, not by pytest-textual-snapshot: what it adds, a
report in HTML, would bring two dependencies, and its pictures hold identifiers that change.
They show a made-up document: a figure that changes in the data changes none.
"""

import re

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical

from penitcareer.explorer.app import Explorer
from penitcareer.explorer.controls import Control, Controls
from penitcareer.explorer.lines import Lines, Row, cut
from penitcareer.explorer.page import MOVED, Page, drawn, moved
from penitcareer.explorer.pane import Pane, line
from penitcareer.explorer.ribbon import Ribbon
from penitcareer.explorer.style import STYLE
from penitcareer.render.document import Bullets, Column, Document, Facts, Heading, Leading, Note, Paragraph, Table
from tests.explorer.support import desk, live, text_of
from tests.support import ROOT

GOLDEN = ROOT / "tests" / "golden"
COLUMNS = (Column("En euros", bref="{}"), Column("À payer", right=True, bref="+{}"))
BEFORE = Document(
    "Un titre", "Une réponse 1 234 €", (Table(COLUMNS, (("Traitement", "10"), ("Total", "10")), totals=1),)
)
AFTER = BEFORE._replace(
    blocks=(
        Leading("Ce qui ouvre"),
        Table(COLUMNS, (("Traitement", "10"), ("Résidence", "2"), ("Total", "12")), totals=1),
    )
)
WHOLE = AFTER._replace(
    blocks=(
        *AFTER.blocks,
        Heading("Une partie"),
        Paragraph("Un paragraphe assez long pour passer à la ligne dans un écran étroit."),
        Bullets((("Un point", "et ce qu’il dit"), ("", "un autre"))),
        Facts((("Diplôme", "bac+3"), ("École", "24 mois"))),
        Note("Une réserve, qui vaut 12 € par mois."),
    )
)


class Sample(Pane):
    """A screen of made-up facts."""

    TITLE = "Essai"

    def compose(self) -> ComposeResult:
        yield Controls(id="controls")
        with Vertical(id="answer"):
            yield Ribbon(("Résumé", "Salaire", "Accès", "Missions", "Carrière", "Sources"), id="parts")
            yield Page(id="page")

    def on_mount(self) -> None:
        yes = ((False, "non"), (True, "oui"))
        zones = tuple((zone, f"zone {zone}") for zone in range(1, 6))
        facts = (Control("a", "Prime", yes, True), Control("b", "Un nom de réglage plutôt long", zones, 2))
        self.query_one(Controls).set(facts)
        self.page.show(moved(BEFORE, WHOLE))


class Harness(App[None]):
    """A screen of the explorer, alone."""

    CSS = STYLE
    HORIZONTAL_BREAKPOINTS = Explorer.HORIZONTAL_BREAKPOINTS

    def compose(self) -> ComposeResult:
        yield Ribbon(("1 Un", "2 Deux"), id="screens")
        yield Sample(desk(), {})


def compared(name: str, svg: str, update: bool) -> None:
    """A picture, and the one that was looked at."""
    own = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # a font from elsewhere
    stable = re.sub(r"terminal-\d+", "terminal", own)
    path = GOLDEN / f"{name}.svg"
    if update:
        path.write_text(stable, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    assert stable == kept, f"{path} differs; if the new picture is right: pytest --update-golden"


@pytest.mark.parametrize(
    ("name", "size", "theme"),
    [
        ("explorer_dark", (80, 24), "textual-dark"),
        ("explorer_light", (80, 24), "textual-light"),
        ("explorer_narrow", (44, 20), "textual-dark"),
    ],
)
@live
async def test_a_screen_is_the_picture_that_was_looked_at(
    name: str, size: tuple[int, int], theme: str, request: pytest.FixtureRequest
) -> None:
    app = Harness()
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        app.query_one(Controls).focus()
        await pilot.pause()
        compared(name, app.export_screenshot(), request.config.getoption("--update-golden"))


def test_only_the_rows_that_moved_are_marked() -> None:
    table = moved(BEFORE, AFTER).blocks[1]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["Traitement", f"{MOVED}Résidence", f"{MOVED}Total"]
    assert moved(None, AFTER) == AFTER
    other = Document("", "", (Table((Column("x"),), (("1",),)),))
    assert moved(other, AFTER) == AFTER


def test_a_document_is_the_text_of_the_commands_and_what_moved_stands_out() -> None:
    text = drawn(moved(BEFORE, AFTER), 60)
    assert f"{MOVED}Résidence" in text.plain
    for width in (60, 12):  # a table, then its rows one a line
        text = drawn(moved(BEFORE, AFTER), width)
        assert sum("reverse" in str(span.style) for span in text.spans) == 2
    assert all(len(row) <= 30 for row in drawn(WHOLE, 30).plain.splitlines())
    hostile = drawn(Document("[bold]\x1b[31mx", "", (Paragraph("[/]\x07"),)), 40).plain
    assert "[bold]\ufffd[31mx" in hostile
    assert "\x1b" not in hostile
    assert "\x07" not in hostile


def test_a_text_is_cut_to_its_columns() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcdef", 1) == "…"
    assert cut("abcdef", 0) == ""
    assert cut("漢字漢字", 5) == "漢字…"


def test_a_command_is_typed_as_a_shell_reads_it() -> None:
    assert line("paie", "cpip", zone=1, grade=None, primes_nommees=["nuit=4", "icp"], sans_primes=True) == (
        "penit paie cpip --zone 1 --prime nuit=4 --prime icp --sans-primes"
    )
    assert line("show", "a b", enfants=0, tout=False) == "penit show 'a b' --enfants 0"


class Alone(App[None]):
    """A list alone, and what it says."""

    CSS = STYLE

    def __init__(self, lines: list[Row]) -> None:
        super().__init__()
        self._lines, self.said = lines, [""]

    def compose(self) -> ComposeResult:
        yield Lines(id="found")

    def on_mount(self) -> None:
        self.query_one(Lines).fill(self._lines)
        self.query_one(Lines).focus()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        self.said.append(event.key)


LINES = [Row(None, "Titre"), *(Row(str(n), f"ligne {n}", "à droite") for n in range(40)), Row(None, "Fin")]


@live
async def test_a_list_moves_over_its_headings_and_scrolls() -> None:
    app = Alone(LINES)
    async with app.run_test(size=(30, 10)) as pilot:
        lines = app.query_one(Lines)
        assert lines.key == "0"
        for key, wanted in (("up", "0"), ("down", "1"), ("end", "39"), ("down", "39"), ("pageup", "30"), ("home", "0")):
            await pilot.press(key)
            await pilot.pause()
            assert lines.key == wanted, key
            assert f"▸ ligne {wanted}" in text_of(app)
        await pilot.press("pagedown")
        assert lines.key == "9"
        await pilot.click(Lines, offset=(3, 2))
        await pilot.pause()
        assert lines.key == app.said[-1] == "2"


@live
async def test_an_empty_list_answers_no_key() -> None:
    app = Alone([])
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.press("down", "up", "home", "end", "pagedown", "enter")
        await pilot.click(Lines)
        assert app.query_one(Lines).key is None
        assert app.said == [""]


class Tabs(App[None]):
    """Tabs alone."""

    def compose(self) -> ComposeResult:
        yield Ribbon(("Résumé", "Salaire", "Accès", "Sources"), id="parts")

    def on_ribbon_turned(self, event: Ribbon.Turned) -> None:
        event.ribbon.active = event.rank


@pytest.mark.parametrize(
    ("width", "active", "shown"),
    [
        (60, 0, " Résumé  Salaire  Accès  Sources"),
        (29, 0, "Résumé Salaire Accès Sources"),
        (20, 0, "Résumé Salaire ›"),
        (20, 3, "‹ Accès Sources"),
        (8, 2, "‹ Accès"),
    ],
)
@live
async def test_tabs_keep_the_active_one_where_room_lacks(width: int, active: int, shown: str) -> None:
    app = Tabs()
    async with app.run_test(size=(width, 3)) as pilot:
        app.query_one(Ribbon).styles.height = 1
        app.query_one(Ribbon).active = active
        await pilot.pause()
        assert text_of(app).splitlines()[0].rstrip().startswith(shown)


@live
async def test_a_click_beside_the_tabs_shown_leads_to_those_hidden() -> None:
    app = Tabs()
    async with app.run_test(size=(20, 3)) as pilot:
        app.query_one(Ribbon).styles.height = 1
        await pilot.pause()
        await pilot.click(Ribbon, offset=(15, 0))
        await pilot.pause()
        assert app.query_one(Ribbon).active == 2
        await pilot.click(Ribbon, offset=(0, 0))
        await pilot.pause()
        assert app.query_one(Ribbon).active < 2
        app.query_one(Ribbon).step(-1)
        await pilot.pause()
