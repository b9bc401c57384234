"""The world of the tests themselves: what a machine sets must not choose the path that is tested."""

import os
import shutil
from pathlib import Path

import pytest

from tests.access import test_commands as access
from tests.career import test_commands as career
from tests.conftest import FIXED, of_the_machine
from tests.pay import test_commands as pay
from tests.render import test_formats as formats
from tests.render import test_whole_screens as whole
from tests.support import ROOT, penit, python


def test_no_setting_of_the_machine_is_kept() -> None:
    names = ["PYTHONUNBUFFERED", "PATH", "PENIT_DATA", "LC_ALL", "HOME", "NO_COLOR", "_PENIT_COMPLETE"]
    assert of_the_machine(names) == [name for name in names if name not in ("PATH", "HOME")]


def test_a_process_of_a_test_sees_the_fixed_settings_and_no_other() -> None:
    seen = python("import os; print(*sorted(os.environ))").stdout.split()
    assert sorted(of_the_machine(seen)) == sorted(of_the_machine(FIXED))
    assert [name for name in os.environ if name.startswith("PYTHON")] == ["PYTHONUTF8"]


def test_a_process_of_a_test_hears_an_interruption() -> None:
    done = python("import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)")
    assert done.stdout == "True\n"


def test_what_never_changes_is_worked_out_once(fresh_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert penit("list").code == 0
    shutil.rmtree(fresh_cache)
    for work in ("reading.faults.load_yaml", "collect.load_yaml", "stamps._tree_stamp", "official.grid_of"):
        monkeypatch.setattr(f"penitcareer.store.{work}", lambda *_: pytest.fail("worked out again"))
    assert penit("list").code == 0


SMALL_CHARTS = [(name, width) for name in ("chart_small", "chart_small_ascii") for width in ("40", "60", "80", "200")]


@pytest.mark.parametrize(
    ("folder", "kept"),
    [
        ("golden", [*formats.KEPT, *SMALL_CHARTS, *whole.KEPT, ("recueil",)]),
        ("access/golden", access.KEPT),
        ("career/golden", career.KEPT),
        ("pay/golden", pay.KEPT),
    ],
)
def test_each_kept_screen_is_compared(folder: str, kept: list[tuple[str, ...]]) -> None:
    files = {path.name for path in (ROOT / "tests" / folder).glob("*.txt")}
    assert files == {f"{'.'.join(names)}.txt" for names in kept}
