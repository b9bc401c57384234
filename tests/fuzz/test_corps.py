"""Whatever `check` accepts, every command can use: some thirty here, thousands by `make fuzz`."""

from pathlib import Path

from tests.fuzz.corps import failures


def test_every_command_can_use_what_check_accepts(tmp_path: Path, fresh_cache: Path) -> None:
    assert list(failures(tmp_path, seed=8, count=30)) == []
