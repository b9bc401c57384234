"""The explorer's tests: each opens it anew, with a state folder of its own."""

from importlib.util import find_spec
from pathlib import Path

import pytest

collect_ignore_glob = [] if find_spec("textual") else ["*.py"]  # the extra is not installed


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of what is remembered, which does not exist yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "penitcareer" / "explorer.json"


@pytest.fixture(autouse=True)
def unready(monkeypatch: pytest.MonkeyPatch) -> None:
    """No screen is made ready before it is asked for: most tests look at one or two."""
    monkeypatch.setattr("penitcareer.explorer.app.IDLE", 3600)
