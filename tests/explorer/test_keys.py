"""The line of keys: what works where the focus is, whole names only, clickable."""

import pytest

from tests.explorer.support import live, opened


@live
async def test_the_keys_are_those_of_where_the_focus_is() -> None:
    async with opened() as explorer:
        assert "Entrée Ouvrir / Filtrer ← → Parties m Marquer" in last_line(explorer.text)
        await explorer.press("f3")
        assert "Entrée Choisir ← → Changer d Nouveau départ" in last_line(explorer.text)
        await explorer.press("tab")
        assert "Choisir" not in last_line(explorer.text)


@live
async def test_a_click_on_a_key_is_the_key() -> None:
    async with opened() as explorer:
        at = last_line(explorer.text).index("Marquer")
        await explorer.pilot.click("Keys", offset=(at, 0))
        await explorer.pilot.pause()
        assert explorer.app.query_one("MetiersPane").kept()["marques"] == ["cpip"]  # type: ignore[attr-defined]
        await explorer.pilot.click("Keys", offset=(79, 0))


@live
async def test_a_narrow_line_leaves_out_whole_keys() -> None:
    async with opened((30, 20)) as explorer:
        shown = last_line(explorer.text)
        assert shown.startswith("Entrée Ouvrir / Filtrer")
        assert shown.split()[-1] in ("Filtrer", "Parties", "Marquer", "Comparer", "Quitter", "Commandes")


@live
async def test_the_next_screens_are_made_ready_while_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("penitcareer.explorer.app.IDLE", 0.02)
    async with opened() as explorer:
        panes = explorer.app.query_one("#panes")
        for _ in range(40):
            await explorer.pilot.pause(0.1)
            if len(panes.children) == 5:
                break
        assert {pane.id for pane in panes.children} == {"metiers", "comparer", "paie", "carriere", "profil"}
        assert explorer.command == "penit show cpip"
        assert [pane.id for pane in panes.children if pane.display] == ["metiers"]
        await explorer.press("f3")
        assert "2 339,67 €" in explorer.text


def last_line(text: str) -> str:
    return text.splitlines()[-1]
