"""Long work says how far it is, on a terminal, on stderr only."""

from pathlib import Path

import pytest

from penitcareer.cli import progress as cli_progress
from penitcareer.cli.progress import Progress
from penitcareer.store import progress
from tests.support import penit, record, write_metiers


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told, by a clock on which each look takes a second."""
    told: list[str] = []
    clock = iter(range(1000))
    monkeypatch.setattr(cli_progress, "tell", told.append)
    monkeypatch.setattr(cli_progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr(progress, "_listeners", [])
    return told


def test_each_file_is_told_and_the_line_is_erased_at_the_end(said: list[str]) -> None:
    progress.listen(Progress())
    assert list(progress.followed(["a", "b", "c"])) == ["a", "b", "c"]
    assert said == ["\r1 fichiers lus sur 3…\r", "\r2 fichiers lus sur 3…\r", "\r" + " " * 21 + "\r"]


def test_a_line_never_takes_two(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    progress.listen(Progress())
    assert list(progress.followed(["a", "b"])) == ["a", "b"]
    assert said == ["\r1 fichiers \r", "\r" + " " * 11 + "\r"]


def test_short_work_says_nothing(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_progress, "monotonic", lambda: 0.0)
    progress.listen(Progress())
    assert list(progress.followed(["a", "b", "c"])) == ["a", "b", "c"]
    assert said == []


def test_check_and_a_catalogue_of_many_files_are_followed(
    tmp_path: Path, fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(progress, "_listeners", [lambda done, total: told.append((done, total))])
    for name in ("un", "deux"):
        write_metiers(tmp_path / f"{name}.yaml", record(name))
    assert penit("check", str(tmp_path)).code == 0
    assert told == [(0, 2), (1, 2), (2, 2)]
    told.clear()
    assert penit("list", "--data", str(tmp_path)).code == 0
    assert (2, 2) in told


def test_nothing_is_told_on_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_listeners", [])
    assert penit("check", str(write_metiers(tmp_path / "un.yaml", record("un")))).err == ""
    assert progress._listeners == []
