"""The snapshot that a wheel carries: a first call costs what a warm one does, nothing is written."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from penitcareer.store import opening, shipped
from penitcareer.store.folders import data_folder
from tests.support import METIERS, READING, ROOT, penit, record, write_metiers


@pytest.fixture(scope="module")
def made() -> bytes:
    """What the build hook makes of our data."""
    return shipped.make_shipped(data_folder())


@pytest.fixture
def installed(fresh_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: bytes) -> Path:
    """The data of an installed package: ours, with their snapshot beside them."""
    folder = tmp_path / "installed" / "data"
    shutil.copytree(data_folder(), folder)
    (folder / shipped.NAME).write_bytes(made)
    monkeypatch.setattr(opening, "data_folder", lambda: str(folder))
    return folder


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Forbids from now on to read any YAML."""
    return lambda: monkeypatch.setattr("penitcareer.store.collect.collect", lambda *_: pytest.fail("YAML was read"))


def test_a_first_call_reads_no_yaml_and_writes_nothing(
    installed: Path, fresh_cache: Path, no_yaml: Callable[[], None]
) -> None:
    no_yaml()
    for command in READING:
        assert penit(*command).code == 0
    assert not fresh_cache.parent.exists()


def test_answers_are_those_of_the_cache(installed: Path) -> None:
    from_shipped = [penit(*command) for command in READING]
    (installed / shipped.NAME).unlink()
    assert [penit(*command) for command in READING] == from_shipped


def test_it_is_the_same_each_time_and_names_no_machine(made: bytes) -> None:
    assert shipped.make_shipped(data_folder()) == made
    assert str(ROOT).encode() not in made
    assert not re.search(rb'"/(home|tmp|root|work|Users)/', made)


@pytest.mark.parametrize("place", [0, 12, -3])
def test_a_damaged_one_changes_nothing_but_time(
    installed: Path, fresh_cache: Path, no_yaml: Callable[[], None], made: bytes, place: int
) -> None:
    right = penit("show", METIERS[-1], "--json")  # its neighbours are the last line
    damaged = bytearray(made)
    damaged[place] ^= 1
    (installed / shipped.NAME).write_bytes(damaged)
    assert penit("show", METIERS[-1], "--json") == right
    assert len(list(fresh_cache.iterdir())) == 1
    no_yaml()
    assert penit("show", METIERS[-1], "--json") == right  # from the cache, then


def test_one_of_another_version_is_not_read(
    installed: Path, fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "KEY", ["99"])
    assert penit("net", "3500").code == 0
    assert len(list(fresh_cache.iterdir())) == 1


def test_the_users_files_are_laid_over_it_by_the_cache(
    installed: Path, own_folder: Path, fresh_cache: Path, no_yaml: Callable[[], None], tmp_path: Path
) -> None:
    path = write_metiers(own_folder / "a.yaml", record("mien"))
    given = str(write_metiers(tmp_path / "b.yaml", record("donne")))
    assert penit("show", "mien").code == 0
    assert penit("show", "donne", "--data", given).code == 0
    assert len(list(fresh_cache.iterdir())) == 2
    no_yaml()
    assert penit("show", "mien").code == 0
    assert penit("show", "donne", "--data", given).code == 0
    path.unlink()
    assert penit("show", "mien").code == 1
    assert penit("show", "cpip").code == 0
