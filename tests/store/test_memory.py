"""What the explorer remembers: whole or not at all, and nobody else's loss."""

import json
import os
import stat
from pathlib import Path

import pytest

from penitcareer.store.folders import state_folder
from penitcareer.store.memory import remember, remembered


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "penitcareer"


def test_what_is_kept_is_found_again_and_what_stood_beside_stays(folder: Path) -> None:
    assert remembered() == {}
    remember({"a": 1, "b": {"c": ["é"]}})
    remember({"a": 2})
    assert remembered() == {"a": 2, "b": {"c": ["é"]}}
    assert [path.name for path in folder.iterdir()] == ["explorer.json"]
    if os.name == "posix":
        assert stat.S_IMODE((folder / "explorer.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("text", [b"", b"[]", b'"x"', b"{", b"nul", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_not_ours_is_nothing_and_is_replaced(text: bytes, folder: Path) -> None:
    folder.mkdir()
    (folder / "explorer.json").write_bytes(text)
    assert remembered() == {}
    remember({"a": 1})
    assert json.loads((folder / "explorer.json").read_text()) == {"a": 1}


def test_where_nothing_can_be_written_nothing_is_lost_nor_raised(folder: Path) -> None:
    folder.write_text("a file")
    remember({"a": 1})
    assert remembered() == {}
    assert folder.read_text() == "a file"


def test_without_a_home_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "relative")
    monkeypatch.setattr("penitcareer.store.folders._LINUX", True)
    assert state_folder() is None
    remember({"a": 1})
    assert remembered() == {}


def test_by_default_on_linux_the_state_is_in_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("penitcareer.store.folders._LINUX", True)
    assert state_folder() == str(tmp_path / ".local" / "state" / "penitcareer")
