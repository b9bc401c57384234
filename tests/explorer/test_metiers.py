"""The list, its filters, and the sheet of the métier under the cursor."""

import json
from pathlib import Path

from tests.explorer.support import live, opened, printed
from tests.support import record, write_metiers


@live
async def test_the_list_says_once_what_its_amounts_are() -> None:
    async with opened() as explorer:
        column = "\n".join(line.split("│")[0] for line in explorer.text.splitlines())
        assert column.count("net, début") == 1
        await explorer.press("slash", "s", "u", "r")
        assert "net, début" in explorer.text


@live
async def test_the_list_is_by_filiere_with_the_net_at_the_start_and_its_proof() -> None:
    async with opened() as explorer:
        lines = explorer.text.splitlines()
        assert "Insertion et probation" in lines[4]
        assert lines[5].startswith("▸ CPIP")
        assert "2 340 € ◐" in lines[5]
        assert explorer.command == "penit show cpip"
        assert "$ penit show cpip" in explorer.text


@live
async def test_the_sheet_follows_the_cursor_and_is_the_text_of_the_command() -> None:
    async with opened((200, 60)) as explorer:
        await explorer.press("down")
        assert explorer.command == "penit show dspip"
        assert explorer.page == printed(explorer)


@live
async def test_each_part_of_the_sheet_names_its_own_command() -> None:
    async with opened() as explorer:
        commands = [explorer.command]
        for _ in range(6):
            await explorer.press("right")
            commands.append(explorer.command)
            if "carriere" not in explorer.command:  # which has its curve here
                assert explorer.page == printed(explorer)
        assert commands == [
            "penit show cpip",
            "penit show cpip --section salaire",
            "penit acces cpip",
            "penit show cpip --section missions",
            "penit carriere cpip",
            "penit sources cpip",
            "penit show cpip",
        ]
        await explorer.press("left")
        assert explorer.command == "penit sources cpip"


@live
async def test_one_filters_while_typing_without_accents_and_by_popular_names() -> None:
    async with opened() as explorer:
        await explorer.press("slash")
        shown = explorer.text
        await explorer.type("educ")
        shown = explorer.text
        assert "Éducateur" in shown
        assert "CPIP" not in shown.split("│")[0]
        assert explorer.command == "penit show educateur"
        await explorer.press("enter", "escape")
        shown = explorer.text
        assert "CPIP, conseiller" in shown
        await explorer.press("slash")
        await explorer.type("maton")
        assert explorer.command == "penit show surveillant"


@live
async def test_a_filter_that_leaves_nothing_says_so_and_what_to_do() -> None:
    async with opened() as explorer:
        await explorer.press("slash")
        await explorer.type("zzz")
        assert "Aucun métier ne porte ce nom" in explorer.page
        assert explorer.command == "penit list"
        await explorer.press("enter", "down", "enter", "m", "c", "f1")
        assert explorer.command == "penit list"


@live
async def test_filiere_and_diploma_are_filters() -> None:
    async with opened() as explorer:
        explorer.app.screen.query_one("#filters").focus()
        await explorer.press("right", "right")
        shown = explorer.text
        assert "‹ surveillance ›" in shown
        assert explorer.command == "penit show surveillant"
        await explorer.press("left", "left", "down", "right")
        assert "‹ aucun ›" in explorer.text
        assert explorer.command == "penit show adjoint_administratif"


@live
async def test_a_click_moves_the_cursor_and_another_opens_the_sheet() -> None:
    async with opened() as explorer:
        await explorer.pilot.click("#metiers-found", offset=(5, 3))
        await explorer.pilot.pause()
        assert explorer.command == "penit show assistant_social"
        await explorer.pilot.click("#metiers-found", offset=(5, 3), times=2)
        await explorer.pilot.pause()
        assert explorer.app.focused is explorer.pane.page
        await explorer.pilot.click("#parts", offset=(9, 0))
        await explorer.pilot.pause()
        assert explorer.command == "penit show assistant_social --section salaire"


@live
async def test_five_marks_at_most_and_a_mark_is_taken_away() -> None:
    async with opened() as explorer:
        await explorer.press("m")
        shown = explorer.text
        assert "✓ CPIP" in shown
        await explorer.press("m")
        shown = explorer.text
        assert "✓" not in shown
        for _ in range(6):
            await explorer.press("m", "down")
        assert len(explorer.pane.kept()["marques"]) == 5
        assert "5 métiers au plus" in explorer.text


@live
async def test_hundreds_of_metiers_are_drawn_a_screen_at_a_time(own_folder: Path) -> None:
    many = [record(f"m{rank}", titre=f"Métier {rank}", filiere="essai") for rank in range(300)]
    (own_folder / "m.yaml").write_text(json.dumps({"metiers": many}), encoding="utf-8")
    async with opened() as explorer:
        await explorer.press("end")
        assert explorer.command == "penit show m299"
        await explorer.press("pageup", "home")
        assert explorer.command == "penit show cpip"
        await explorer.press("slash")
        await explorer.type("234")
        assert explorer.command == "penit show m234"


@live
async def test_a_hostile_title_is_a_text(own_folder: Path) -> None:
    titles = ["[bold red]x[/]", "[@click=app.quit]x[/]", "\x1b[31mx\x1b[0m", "[/] x", "x\n\u202ey"]
    records = [record(f"h{n}", titre=title, sigle=f"[b]H{n}", filiere=title) for n, title in enumerate(titles)]
    write_metiers(own_folder / "h.yaml", *records)
    async with opened((120, 40)) as explorer:
        await explorer.press("end", "m", "down")
        shown = explorer.text
        assert "\x1b" not in shown
        assert all(f"[b]H{n}" in shown for n in range(len(titles)))
        for n in range(len(titles)):
            await explorer.press("ctrl+p")
            await explorer.type(f"[b]h{n}")
            shown = explorer.text
            assert f"[b]H{n}" in shown
            await explorer.press("enter")
            shown = explorer.text
            assert explorer.command == f"penit show h{n}"
            assert "\x1b" not in shown
