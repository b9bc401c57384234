"""The world of the tests themselves: what a machine sets must not choose the path that is tested."""

import os

from tests.conftest import FIXED, of_the_machine
from tests.support import python


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
