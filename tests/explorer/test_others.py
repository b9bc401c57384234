"""Comparing, careers and profile."""

import shlex

from penitcareer.render.words.untyped import untyped
from tests.explorer.support import live, opened, printed
from tests.support import penit, same_spaces


@live
async def test_the_metiers_marked_are_compared_as_the_command_does() -> None:
    async with opened((80, 24), None, "m", "down", "m", "c") as explorer:
        assert explorer.command == "penit compare cpip dspip"
        assert explorer.page == printed(explorer)


@live
async def test_without_two_metiers_comparing_says_how_to_mark_them() -> None:
    async with opened((80, 24), None, "f2") as explorer:
        assert "Marquez deux à cinq métiers" in explorer.page
        assert explorer.command == "penit list"
        await explorer.press("a")
        await explorer.type("dsp")
        await explorer.press("enter")
        assert "Déjà marqué : DSP" in explorer.page
        await explorer.press("a", "enter", "x")
        assert explorer.command == "penit compare dsp cpip"
        await explorer.press("enter")
        assert "Déjà marqué : CPIP" in explorer.page


@live
async def test_five_metiers_at_most_are_compared() -> None:
    async with opened((80, 24), None, "f2") as explorer:
        for _ in range(6):
            await explorer.press("a", "enter")
        assert len(shlex.split(explorer.command)) == 2 + 5
        assert "5 métiers au plus" in explorer.text
        await explorer.press("escape")


@live
async def test_a_career_shows_its_curve_then_its_milestones() -> None:
    async with opened((80, 24), None, "f4") as explorer:
        assert explorer.command == "penit carriere cpip"
        assert "┤" in explorer.page
        assert "dans 2 ans" in explorer.page
        first = printed(explorer).splitlines()[0]
        assert explorer.page.startswith(first)


@live
async def test_a_promotion_is_taken_at_the_first_year_that_the_library_accepts_then_moved() -> None:
    async with opened((120, 40), None, "f4") as explorer:
        await explorer.press("down", "down", "down", "down", "right")
        assert "--promotion classe_exceptionnelle@" in explorer.command
        first = int(explorer.command.partition("@")[2])
        assert first > 1
        assert penit(*shlex.split(explorer.command)[1:]).code == 0
        await explorer.press("right")
        assert explorer.command.endswith(f"@{first + 1}")
        await explorer.press("left", "left")
        refused = penit(*shlex.split(explorer.command)[1:])
        assert refused.code == 1
        assert explorer.page.split()[:4] == refused.err.split()[:4]


@live
async def test_two_careers_share_one_screen_and_the_facts_that_change_them() -> None:
    async with opened((120, 40), None, "f4") as explorer:
        await explorer.press("down", "enter")
        await explorer.type("dsp")
        await explorer.press("enter")
        assert explorer.command == "penit carriere cpip dsp"
        assert explorer.page == printed(explorer)
        await explorer.press("down", "left", "down", "right", "end", "right", "up", "right")
        assert explorer.command == "penit carriere cpip dsp --annees 25 --avancement au_plus_tot --zone 1 --enfants 1"
        assert explorer.page == printed(explorer)


@live
async def test_a_promotion_that_two_careers_have_is_one_control() -> None:
    async with opened((160, 40), None, "f4", "down", "right") as explorer:  # never with itself
        assert explorer.command == "penit carriere cpip dspip"
        assert "CPIP et DPIP, classe exceptionnelle" in explorer.text
        assert "DPIP, hors classe" in explorer.text


@live
async def test_a_promotion_brings_those_on_its_way_and_takes_them_back() -> None:
    async with opened((120, 40), None, "down", "k", "down", "down", "down", "down", "right") as explorer:
        assert explorer.command == "penit carriere dspip --promotion hors_classe@3"
        await explorer.press("left", "left", "left", "down", "right")
        assert explorer.command == "penit carriere dspip --promotion hors_classe@3 --promotion classe_exceptionnelle@4"
        assert "classe exceptionnelle" in explorer.page
        await explorer.press("up", "left", "left", "left")
        assert explorer.command == "penit carriere dspip"


@live
async def test_the_career_of_the_metier_of_the_list_is_one_key_away() -> None:
    async with opened((80, 24), None, "down", "k") as explorer:
        assert explorer.command == "penit carriere dspip"


@live
async def test_a_metier_without_pay_has_no_career_and_says_why() -> None:
    async with opened((80, 24), None, "slash") as explorer:
        await explorer.type("coordinateur")
        await explorer.press("enter", "k")
        refused = penit(*shlex.split(explorer.command)[1:])
        assert refused.code == 1
        assert explorer.page.split() == same_spaces(untyped(" ".join(refused.err.splitlines()))).split()


@live
async def test_a_profile_without_a_fact_asks_for_one_then_says_which_routes_are_open() -> None:
    async with opened((120, 40), None, "f5") as explorer:
        assert "Dites au moins une chose de vous" in explorer.page
        await explorer.press("right", "right", "down", "down", "enter")
        await explorer.type("38")
        await explorer.press("enter")
        await explorer.press("down", "enter")
        await explorer.type("4 ans")
        await explorer.press("enter")
        assert explorer.command == "penit eligible --diplome brevet --age 38 --services 4"
        assert explorer.page == printed(explorer)


@live
async def test_no_child_is_a_fact_and_a_contradiction_is_said() -> None:
    async with opened((120, 40), None, "f5") as explorer:
        await explorer.press("end", "up", "up", "right")
        assert explorer.command == "penit eligible --enfants 0"
        await explorer.press("home", "down", "down", "right", "down", "left")
        assert explorer.command == "penit eligible --age 14 --services 60 --enfants 0"
        refused = penit(*shlex.split(explorer.command)[1:])
        assert refused.code
        assert explorer.page.split()[:5] == refused.err.replace("\u202f", " ").replace("\u00a0", " ").split()[:5]


@live
async def test_nothing_of_a_screen_says_to_type_but_the_command_at_its_foot() -> None:
    async with opened((80, 24), None, "f5", "right", "right", "right") as explorer:
        assert "--" not in explorer.page
        assert "--diplome cap" in explorer.text
