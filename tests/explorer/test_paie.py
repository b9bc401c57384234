"""The payslip, live: each control, the gap, what moved, and the command that prints the same."""

import contextlib
import re
import shlex

import pytest

from penitcareer.domain.pay.errors import UnsourcedIndex
from penitcareer.explorer.post import Post
from tests.explorer.support import desk, live, opened, printed
from tests.support import penit, penit_json


def net_of(command: str) -> float:
    """The net that a command prints."""
    found = penit_json(*shlex.split(command)[1:])
    return float(found["totaux"]["net_a_payer_avant_impot"])


def net_shown(text: str) -> float:
    """The net on the screen."""
    shown = re.search(r"Net à payer\s+avant impôt\s+([\d\s]+,\d\d) €", text)
    assert shown, text
    return float("".join(shown[1].split()).replace(",", "."))


@live
async def test_the_first_payslip_is_that_of_its_command_with_no_gap() -> None:
    async with opened((200, 60), None, "f3") as explorer:
        assert explorer.command == "penit paie cpip --grade classe_normale --echelon 1"
        assert explorer.page == printed(explorer)
        assert "Situation de départ" in explorer.text


@live
async def test_each_control_changes_the_net_and_the_command_gives_the_same() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        commands = [explorer.command]
        for keys in (
            ["down"] * 3 + ["right"],
            ["down", "right"],
            ["down", "left", "left"],
            ["down", "left"],
            ["down", "right"],
        ):
            await explorer.press(*keys)
            assert explorer.command not in commands
            assert net_shown(explorer.page) == net_of(explorer.command), explorer.command
            commands.append(explorer.command)
        assert commands[-1] == (
            "penit paie cpip --grade classe_normale --echelon 1 --zone 1 --enfants 1 --quotite 80"
            " --affectation centrale --sans-prime ifse"
        )


@live
async def test_bonuses_are_taken_out_and_units_are_counted() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("end", "up", "up", "right", "right", "right")
        assert explorer.command.endswith("--prime nuit=3")
        assert net_shown(explorer.page) == net_of(explorer.command)
        await explorer.press("left", "left", "left")
        assert "--prime" not in explorer.command


@live
async def test_the_line_that_moved_is_marked_and_the_gap_is_said_from_the_start() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("down", "down", "down", "right")
        shown = explorer.text
        assert "Passer en zone 1" in shown
        assert "▸ Indemnité de résidence" in explorer.page
        assert "▸ Traitement brut" not in explorer.page
        await explorer.press("down", "right")
        assert "▸ Indemnité de résidence" not in explorer.page
        assert "▸ Supplément familial" in explorer.page
        assert "avec 1 enfant" in explorer.text
        await explorer.press("d")
        shown = explorer.text
        assert "Situation de départ" in shown
        assert "▸ " not in explorer.page
        await explorer.press("left")
        shown = explorer.text
        assert "Sans enfant" in shown


@live
async def test_a_grade_has_its_own_steps_and_a_corps_its_own_grades() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("down", "right")
        assert "--grade classe_exceptionnelle --echelon 1" in explorer.command
        await explorer.press("up", "right")
        assert explorer.command == "penit paie csip --grade grade_unique --echelon 1"


@live
async def test_a_bounded_index_shows_a_range_and_no_gap() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("down", "down", "right")
        assert explorer.page.startswith("CPIP, premier grade, échelon 2")
        assert "non calculé" in explorer.text
        assert penit(*shlex.split(explorer.command)[1:]).code == 0
        assert "▸" not in explorer.page


@live
async def test_what_the_law_refuses_is_said_in_french_as_the_command_does() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("down", "left", "left")
        assert "--grade eleve" in explorer.command or "--grade stagiaire" in explorer.command
        await explorer.press("down", "down", "down", "down", "left")
        if "--grade eleve" in explorer.command:
            assert "Pas de temps partiel à l’école" in explorer.page
        assert penit(*shlex.split(explorer.command)[1:]).err.strip()[:20] == explorer.page[:20]


@live
async def test_a_value_is_chosen_in_a_list_by_a_few_letters() -> None:
    async with opened((120, 40), None, "f3") as explorer:
        await explorer.press("enter")
        shown = explorer.text
        assert "Corps : quelques lettres" in shown
        await explorer.type("dsp")
        await explorer.press("enter")
        assert explorer.command.startswith("penit paie dsp --grade classe_normale")
        await explorer.press("enter", "escape")
        assert explorer.command.startswith("penit paie dsp")
        await explorer.press("enter", "down", "enter")
        assert not explorer.command.startswith("penit paie dsp ")


@live
async def test_the_metier_of_the_list_is_paid_by_its_corps() -> None:
    async with opened((80, 24), None, "end", "p") as explorer:
        assert explorer.command.startswith("penit paie ingenieur")
        await explorer.press("f1")
        await explorer.press("slash")
        await explorer.type("coordinateur")
        await explorer.press("enter", "p")
        shown = explorer.text
        assert "pas de grille connue" in shown
        assert explorer.command.startswith("penit paie ingenieur")


@live
async def test_the_command_is_copied_whole() -> None:
    async with opened((44, 20), None, "f3", "y") as explorer:
        assert explorer.app.clipboard == explorer.command == "penit paie cpip --grade classe_normale --echelon 1"


@pytest.mark.parametrize("corps", ["dsp", "disp"])
def test_every_grade_and_step_offered_is_one_that_the_library_knows(corps: str) -> None:
    where = desk()
    post = Post(where, {"corps": corps})
    _, grades, *_ = post.controls()
    for grade, _ in grades.values:
        post.change("grade", grade)
        for step, _ in post.controls()[2].values:
            post.change("echelon", step)
            with contextlib.suppress(UnsourcedIndex):
                assert where.penit.paie(**post.asked()).valeur


def test_what_was_kept_and_no_longer_is_is_forgotten() -> None:
    usual = Post(desk(), {})
    kept = {"corps": "x", "grade": ["y"], "echelon": 3, "zone": "1", "enfants": -1, "quotite": 55, "primes": {"z": "a"}}
    assert Post(desk(), kept).asked() == usual.asked()
    assert Post(desk(), {"primes": {"nuit": 400, "ifse": -3}}).asked()["primes_nommees"] == ["nuit=31"]


@live
async def test_a_long_command_and_a_long_value_are_whole_or_closed() -> None:
    async with opened((80, 24), None, "f3", "end", "right", "up", "right", "f4") as explorer:
        assert "… ›│" in explorer.text
        await explorer.press("f3")
        shown = explorer.text
        command = " ".join(line.replace("? aide", "").strip() for line in shown.splitlines()[-3:-1])
        assert len(explorer.command) > 70
        assert f"$ {explorer.command}" in command
