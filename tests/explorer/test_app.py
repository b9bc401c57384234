"""The five screens together: tabs, palette, help, themes, sizes, and what is found again."""

import json
import os
import queue
import re
import signal
import sys
from datetime import date
from pathlib import Path

import pytest
from textual.binding import Binding

from penitcareer.explorer import app as app_module
from penitcareer.explorer import terminal
from penitcareer.explorer.app import PANES, Explorer
from penitcareer.explorer.help import keys_of
from tests.explorer.support import Opened, desk, live, opened, text_of
from tests.support import write_metiers


@live
async def test_every_screen_opens_by_its_key_by_its_number_and_by_a_click() -> None:
    async with opened() as explorer:
        for rank, name in enumerate(PANES, 1):
            await explorer.press(f"f{rank}")
            assert explorer.pane.id == name
            assert f"$ {explorer.command}"[:60] in explorer.text
        for rank, name in enumerate(PANES, 1):
            await explorer.press(str(rank))
            assert explorer.pane.id == name
        await explorer.pilot.click("#screens", offset=(13, 0))
        await explorer.pilot.pause()
        assert explorer.pane.id == "comparer"


@live
async def test_help_says_every_key_in_french_and_closes() -> None:
    async with opened((100, 50)) as explorer:
        await explorer.press("question_mark")
        shown = explorer.text
        for words in (
            "Dans cet écran (Métiers)",
            "Filtrer",
            "Marquer",
            "Partout",
            "F5",
            "Copier la commande",
            "grille",
        ):
            assert words in shown
        assert "Focus" not in shown
        await explorer.press("escape")
        shown = explorer.text
        assert "Les touches" not in shown
        await explorer.pilot.click("#help", offset=(3, 0))
        await explorer.pilot.pause()
        assert "Les touches" in explorer.text


def test_every_key_of_ours_has_a_french_description() -> None:
    for kind in (Explorer, *PANES.values()):
        bindings = (
            [one for one in vars(kind)["BINDINGS"] if isinstance(one, Binding)] if "BINDINGS" in vars(kind) else []
        )
        assert all(one.description for one in bindings)
    assert ("F1", "Métiers") in keys_of(Explorer)


@live
async def test_the_palette_goes_to_a_screen_a_metier_or_a_command() -> None:
    async with opened() as explorer:
        await explorer.press("ctrl+p")
        await explorer.type("profil")
        await explorer.press("enter")
        assert explorer.pane.id == "profil"
        await explorer.press("ctrl+p")
        await explorer.type("directeur interre")
        await explorer.press("enter")
        assert explorer.command == "penit show drsp"
        await explorer.press("ctrl+p")
        await explorer.type("copier")
        await explorer.press("enter")
        assert explorer.app.clipboard == "penit show drsp"
        await explorer.press("ctrl+p", "escape")
        assert explorer.command == "penit show drsp"


@live
async def test_a_metier_of_the_palette_lifts_the_filter_that_hides_it() -> None:
    async with opened() as explorer:
        await explorer.press("slash")
        await explorer.type("surv")
        await explorer.press("enter", "ctrl+p")
        await explorer.type("cpip")
        await explorer.press("enter")
        assert explorer.command == "penit show cpip"
        assert "DSP, directeur" in explorer.text


@live
async def test_the_command_carries_the_data_and_the_day_of_the_explorer() -> None:
    app = Explorer(desk(options=("--data", "mes fiches", "--date", "2026-11-21")))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert Opened(app, pilot).command == "penit show cpip --data 'mes fiches' --date 2026-11-21"


@live
async def test_before_the_law_is_known_the_payslip_says_since_when(state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_text('{"schema": 1, "ecran": "paie"}')
    app = Explorer(desk(day=date(2000, 1, 1)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        explorer = Opened(app, pilot)
        assert explorer.command == "penit show cpip"
        assert "2023" in explorer.text
        await explorer.press("f3")
        assert explorer.command == "penit show cpip"
        await explorer.press("f4")
        assert "2023" in explorer.page
        assert explorer.command == "penit carriere cpip"


@live
async def test_metier_filters_and_facts_are_found_again(state: Path) -> None:
    async with opened((80, 24), None, "m", "down", "m", "slash", "s", "u", "r", "enter", "right", "f3", "right", "t"):
        pass
    assert json.loads(state.read_text())["ecran"] == "paie"
    async with opened() as explorer:
        assert explorer.app.theme == "textual-light"
        assert explorer.command.startswith("penit paie csip")
        await explorer.press("f1")
        shown = explorer.text
        assert explorer.command == "penit show surveillant --section salaire"
        assert "CPIP" not in shown.split("│")[0]
        await explorer.press("c")
        assert explorer.command == "penit compare cpip dspip"


@live
async def test_a_screen_that_was_not_opened_keeps_what_it_had(state: Path) -> None:
    async with opened((80, 24), None, "f5", "right"):
        pass
    async with opened((80, 24), None, "f1", "down"):
        pass
    kept = json.loads(state.read_text())
    assert kept["profil"]["diplome"] == "aucun"
    assert kept["metiers"]["metier"] == "dspip"


@pytest.mark.parametrize(
    "broken",
    [
        b"{",
        b'{"schema": 2, "ecran": "paie"}',
        b'{"schema": 1, "ecran": ["x"], "metiers": 3, "paie": {"corps": {}}, "comparer": {"metiers": ["zzz", 3, null]},'
        b' "carriere": {"metier": "zzz", "annees": 900, "promotions": [1]}, "profil": {"age": "x", "diplome": "x"}}',
        b'{"schema": 1, "ecran": "comparer", "metiers":'
        b' {"metier": "zzz", "mots": 4, "filiere": [], "marques": {}, "partie": 99}}',
    ],
)
@live
async def test_a_broken_state_is_ignored(broken: bytes, state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_bytes(broken)
    async with opened() as explorer:
        assert explorer.command.startswith("penit ")
        for key in ("f3", "f4", "f5"):
            await explorer.press(key)
            assert explorer.text
    assert json.loads(state.read_text())["schema"] == 1


@live
async def test_a_state_that_cannot_be_written_changes_nothing(state: Path) -> None:
    state.parent.parent.mkdir(parents=True)
    state.parent.write_text("a file where the folder should be")
    async with opened() as explorer:
        await explorer.press("down")
        assert explorer.command == "penit show dspip"
    assert state.parent.read_text() == "a file where the folder should be"


@live
async def test_a_narrow_screen_shows_the_list_or_the_sheet() -> None:
    async with opened((44, 20)) as explorer:
        assert "CPIP, conseiller" in explorer.text
        assert "Résumé" not in explorer.text
        await explorer.press("enter")
        shown = explorer.text
        assert "Résumé" in shown
        assert "Psychologue" not in shown
        await explorer.press("escape")
        shown = explorer.text
        assert "Psychologue" in shown
        await explorer.press("f3")
        shown = explorer.text
        assert "‹ CPIP ›" in shown
        assert "2 339,67 €" in shown
        assert all(len(line) <= 44 for line in shown.splitlines())


@live
async def test_a_resize_lays_everything_out_again() -> None:
    async with opened((80, 24), None, "f3") as explorer:
        await explorer.pilot.resize_terminal(200, 50)
        await explorer.pilot.pause()
        wide = explorer.text
        assert "Base" in wide
        await explorer.pilot.resize_terminal(44, 20)
        await explorer.pilot.pause()
        assert re.search(r"^Traitement brut +\+1 964,19$", explorer.page, re.MULTILINE)
        await explorer.pilot.resize_terminal(200, 50)
        await explorer.pilot.pause()
        assert explorer.text == wide


@live
async def test_a_tiny_screen_is_no_crash() -> None:
    async with opened((10, 4)) as explorer:
        for key in ("f2", "f3", "f4", "f5", "question_mark", "escape", "ctrl+p", "escape", "f1", "enter", "right"):
            await explorer.press(key)
            assert explorer.text
        assert explorer.command.startswith("penit show")


@live
async def test_the_theme_turns_light_and_back() -> None:
    async with opened() as explorer:
        await explorer.press("t")
        assert explorer.app.theme == "textual-light"
        await explorer.press("t")
        assert explorer.app.theme == "textual-dark"


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
@live
async def test_one_leaves_by(key: str) -> None:
    app = Explorer(desk())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.is_running
        await pilot.press(key)
        await pilot.pause()
        assert app._exit


@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
@live
async def test_a_signal_leaves_too_and_loses_nothing(state: Path) -> None:
    app = Explorer(desk(), 130)
    async with app.run_test() as pilot:
        await pilot.press("down")
        os.kill(os.getpid(), signal.SIGTERM)
        await pilot.pause(0.1)
        assert app._exit
    assert app.return_code == 130
    assert json.loads(state.read_text())["metiers"]["metier"] == "dspip"


@pytest.mark.skipif(os.name != "posix", reason="terminals of another kind")
@live
async def test_a_terminal_that_goes_away_ends_it_and_loses_nothing(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = os.openpty()
    monkeypatch.setattr(sys, "__stdin__", os.fdopen(theirs))
    monkeypatch.setattr(app_module, "LOOK", 0.05)
    app = Explorer(desk(), 130)
    async with app.run_test() as pilot:
        await pilot.press("down")
        await pilot.pause(0.1)
        assert app.is_running
        os.close(ours)
        await pilot.pause(0.1)
        assert app._exit
    assert app.return_code == 130
    assert json.loads(state.read_text())["metiers"]["metier"] == "dspip"


@pytest.mark.skipif(os.name != "posix", reason="terminals of another kind")
def test_a_terminal_that_can_no_longer_be_written_ends_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    left: queue.Queue[int] = queue.Queue()
    monkeypatch.setattr(sys, "__stdin__", os.fdopen(theirs))
    monkeypatch.setattr(terminal, "LOOK", 0.01)
    monkeypatch.setattr(terminal, "GRACE", 0.01)
    monkeypatch.setattr(os, "_exit", left.put)
    terminal.leave_with_it(130)
    with pytest.raises(queue.Empty):
        left.get(timeout=0.1)
    os.close(ours)
    assert left.get(timeout=5) == 130


@live
async def test_typing_a_filter_is_no_command() -> None:
    async with opened((80, 24), None, "slash") as explorer:
        await explorer.type("q1?t")
        shown = explorer.text
        assert explorer.pane.id == "metiers"
        assert "q1?t" in shown


@live
async def test_files_of_ones_own_are_listed(tmp_path: Path) -> None:
    data = write_metiers(
        tmp_path / "mien.yaml",
        {
            "code": "mien",
            "titre": "Métier à moi",
            "sources": [{"id": "s", "titre": "t", "consulte_le": "2026-01-01", "nature": "document"}],
        },
    )
    async with opened((80, 24), str(data), "end") as explorer:
        assert "Métier à moi" in text_of(explorer.app)
        assert explorer.command == "penit show mien"
        for _ in range(6):
            await explorer.press("right")
            assert explorer.page
