"""`penit explorer` from the command line: what it needs, what it is given, how it ends."""

import contextlib
import os
import select
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from penitcareer.cli.commands import explorer
from tests.support import penit, record, refusal, write_metiers

INSTALLED = pytest.mark.skipif(find_spec("textual") is None, reason="the extra is not installed")


def test_without_textual_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "find_spec", lambda _: None)
    refusal("explorer", code=1, words="pip install 'penitcareer[explorer]'")


@INSTALLED
def test_without_a_terminal_it_says_so() -> None:
    refusal("explorer", code=2, words="s’affiche sur un terminal")


@INSTALLED
def test_it_is_given_the_data_and_the_day_and_its_code_is_returned(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from penitcareer.explorer.app import Explorer

    seen: list[Any] = []

    def run(self: Explorer) -> None:
        seen.append(self.desk)
        self._return_code = 3

    monkeypatch.setattr(Explorer, "run", run)
    monkeypatch.setattr(explorer, "on_a_terminal", lambda: True)
    data = write_metiers(tmp_path / "mes fiches.yaml", record())
    assert penit("explorer", "--data", str(data), "--date", "2026-11-05").code == 3
    assert seen[0].options == ("--data", str(data), "--date", "2026-11-05")
    assert seen[0].penit.le.isoformat() == "2026-11-05"


@INSTALLED
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminal")
def test_on_a_terminal_it_takes_the_whole_screen_and_gives_it_back(tmp_path: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    environment = os.environ | {"XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "penitcareer", "explorer"]
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment) as child:
        os.close(follower)
        screen = b""
        try:
            while b"CPIP" not in screen:
                assert select.select([leader], [], [], 30)[0]
                screen += os.read(leader, 65536)
            os.write(leader, b"q")
            with contextlib.suppress(OSError):  # nobody holds its other end any more
                while select.select([leader], [], [], 30)[0]:
                    screen += os.read(leader, 65536)
            assert child.wait(timeout=30) == 0
        finally:
            child.kill()
            os.close(leader)
    assert screen.index(b"\x1b[?1049h") < screen.rindex(b"\x1b[?1049l")
