"""The cache changes nothing but time: missing, damaged, foreign or closed, the answer is the same."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from penitcareer.store import cache, opening, stamps
from penitcareer.store.folders import cache_folder, user_folder
from tests.support import UNSET, penit, process, record, write_metiers

COMMANDS = (("show", "cpip", "--json"), ("net", "3500"))


def answers() -> list[tuple[int, str, str]]:
    return [tuple(penit(*command)) for command in COMMANDS]  # type: ignore[misc]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str, str]]:
    """The answers without any cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("right")))
        return answers()


def was_read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Whether the last calls were answered without reading YAML."""
    monkeypatch.setattr("penitcareer.store.collect.collect", lambda *_: pytest.fail("YAML was read"))
    return lambda: penit("net", "3500").code == 0


def test_a_first_call_writes_one_private_file(fresh_cache: Path) -> None:
    assert penit("list").code == 0
    (warm,) = fresh_cache.iterdir()
    assert list(warm.parent.iterdir()) == [warm]
    assert stat.S_IMODE(warm.stat().st_mode) == 0o600
    assert stat.S_IMODE(warm.parent.stat().st_mode) == 0o700


def test_a_second_call_reads_no_yaml(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert was_read(monkeypatch)()


def test_a_warm_cache_gives_the_same_answers(warm: Path, right: list[tuple[int, str, str]]) -> None:
    assert answers() == right
    others = (("list",), ("find", "juge"), ("sigle",), ("sources",), ("compare", "cpip", "dspip"))
    from_cache = [penit(*command) for command in others]
    for command, answer in zip(others, from_cache, strict=True):
        warm.unlink()
        assert penit(*command) == answer


@pytest.mark.parametrize("content", [b"", b"{}", b"00000000\n"])
def test_a_file_of_another_shape_is_ignored_and_replaced(
    warm: Path, right: list[tuple[int, str, str]], content: bytes
) -> None:
    good = warm.read_bytes()
    warm.write_bytes(content)
    assert answers() == right
    assert warm.read_bytes() == good


def test_a_digit_changed_in_the_head_never_changes_a_figure(warm: Path, right: list[tuple[int, str, str]]) -> None:
    good = warm.read_bytes()
    assert b'"retenue_max":2500' in good
    warm.write_bytes(good.replace(b'"retenue_max":2500', b'"retenue_max":2600'))
    assert answers() == right


@pytest.mark.parametrize("kept", [0, 1, 100, 0.5, -1, -2])
def test_a_truncated_cache_is_ignored(warm: Path, right: list[tuple[int, str, str]], kept: float) -> None:
    good = warm.read_bytes()
    warm.write_bytes(good[: int(len(good) * kept) if isinstance(kept, float) else kept])
    assert answers() == right


def test_a_cache_of_someone_else_is_ignored(
    warm: Path, right: list[tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert cache.open_cache(warm.name) is None
    assert answers() == right


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_cache_that_others_may_write_is_ignored(warm: Path, right: list[tuple[int, str, str]], mode: int) -> None:
    warm.chmod(mode)
    assert cache.open_cache(warm.name) is None
    assert answers() == right


def test_a_link_in_place_of_the_cache_is_not_followed(
    warm: Path, right: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ailleurs.json"
    warm.rename(elsewhere)
    warm.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert cache.open_cache(warm.name) is None
    assert answers() == right
    assert not warm.is_symlink()
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("kind", ["folder", "fifo"])
def test_what_is_not_a_file_is_ignored_without_waiting(
    warm: Path, right: list[tuple[int, str, str]], kind: str
) -> None:
    warm.unlink()
    if kind == "folder":
        (warm / "x").mkdir(parents=True)
    else:
        os.mkfifo(warm)
    assert answers() == right
    assert list(warm.parent.iterdir()) == [warm]  # no temporary file left


def test_a_cache_too_large_is_ignored(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 10)
    assert cache.open_cache(warm.name) is None


@pytest.mark.parametrize("failing", ["os.mkdir", "os.replace", "os.open"])
def test_a_folder_that_cannot_be_written_changes_nothing(
    fresh_cache: Path, right: list[tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(failing, refuse)  # root may write any folder
    assert answers() == right
    assert not fresh_cache.exists() or list(fresh_cache.iterdir()) == []


def test_a_file_in_place_of_the_folder_changes_nothing(fresh_cache: Path, right: list[tuple[int, str, str]]) -> None:
    fresh_cache.parent.write_text("")
    assert answers() == right


def test_a_run_interrupted_leaves_no_temporary(fresh_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupt)
    assert penit("list").code == 130
    assert list(fresh_cache.iterdir()) == []


def test_temporaries_of_killed_runs_are_swept(warm: Path) -> None:
    old, young, other = (warm.parent / name for name in (".penit-a", ".penit-b", ".autre-a"))
    for path in (old, young, other):
        path.touch()
    long_ago = time.time() - cache.FORGOTTEN - 60
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    cache.write_cache(warm.name, [])
    assert sorted(warm.parent.iterdir()) == sorted([warm, young, other])


def test_the_oldest_snapshots_go(fresh_cache: Path) -> None:
    names = [cache.cache_name(str(number)) for number in range(cache.KEPT + 3)]
    for age, name in enumerate(names):
        cache.write_cache(name, [])
        os.utime(fresh_cache / name, (age, age))
    cache.write_cache(names[0], [])
    assert {path.name for path in fresh_cache.iterdir()} == {names[0], *names[-cache.KEPT + 1 :]}


@pytest.mark.parametrize("mask", [0o022, 0o000])
def test_folders_that_we_make_are_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mask: int) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "foyer"))
    (tmp_path / "foyer").mkdir()
    before = os.umask(mask)
    try:
        cache.write_cache("catalogue-x.json", [b"x"])
    finally:
        os.umask(before)
    ours = tmp_path / "foyer" / ".cache" / "penitcareer"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (ours, ours.parent)} == {0o700}
    assert stat.S_IMODE((ours / "catalogue-x.json").stat().st_mode) == 0o600


def test_our_folder_is_made_private_and_what_is_above_left_alone(fresh_cache: Path) -> None:
    fresh_cache.mkdir(parents=True)
    for path in (fresh_cache, fresh_cache.parent):
        path.chmod(0o755)
    cache.write_cache("catalogue-x.json", [b"x"])
    assert [stat.S_IMODE(path.stat().st_mode) for path in (fresh_cache, fresh_cache.parent)] == [0o700, 0o755]


def test_a_folder_whose_mode_cannot_change_is_written_all_the_same(
    fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "not on this file system")

    fresh_cache.mkdir(parents=True)
    monkeypatch.setattr("os.chmod", refuse)
    cache.write_cache("catalogue-x.json", [b"x"])
    assert (fresh_cache / "catalogue-x.json").read_bytes() == b"x"


def test_two_installs_used_in_turn_do_not_chase_each_other(
    fresh_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installs = ("/un/penitcareer", "/deux/penitcareer")
    for package in installs:
        for module in (opening, stamps):
            monkeypatch.setattr(module, "PACKAGE", package)
        assert penit("list").code == 0
    warm = was_read(monkeypatch)
    for package in installs:
        for module in (opening, stamps):
            monkeypatch.setattr(module, "PACKAGE", package)
        assert warm()


def test_data_has_a_cache_of_its_own(tmp_path: Path, warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(write_metiers(tmp_path / "a.yaml", record("mien")))
    before = warm.read_bytes()
    assert penit("list", "--data", path).code == 0
    assert warm.read_bytes() == before
    assert len(list(warm.parent.iterdir())) == 2
    assert was_read(monkeypatch)()
    assert "mien" in penit("list", "--data", path).out


def test_without_home_nor_xdg_the_answer_is_the_same(
    right: list[tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # no entry in the password file either
    assert cache_folder() is None
    assert user_folder() is None
    assert answers() == right
    assert "aucun dossier personnel" in penit("check").out


def test_home_unset_is_no_trouble_for_a_process() -> None:
    assert penit("net", "3500").code == 0  # warms the cache
    done = process("net", "3500", env={"HOME": UNSET})
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relatif")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == str(tmp_path / ".cache" / "penitcareer")


def test_folders_follow_the_xdg_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/d")
    assert (cache_folder(), user_folder()) == ("/c/penitcareer", "/d/penitcareer/metiers")


def test_elsewhere_than_on_linux_folders_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    from types import SimpleNamespace

    from penitcareer.store import folders

    def of(base: str) -> Callable[..., str]:
        return lambda app, appauthor: f"{base}/{app}"

    stand_in = SimpleNamespace(user_cache_dir=of("/Library/Caches"), user_config_dir=of("relatif"))
    monkeypatch.setattr(folders, "_LINUX", False)
    monkeypatch.setitem(sys.modules, "platformdirs", stand_in)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    assert cache_folder() == "/Library/Caches/penitcareer"
    assert user_folder() is None
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    assert cache_folder() == "/c/penitcareer"


def test_the_data_of_an_installed_package_stand_inside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from penitcareer.store import folders

    (tmp_path / "penitcareer" / "data").mkdir(parents=True)
    monkeypatch.setattr(folders, "__file__", str(tmp_path / "penitcareer" / "store" / "folders.py"))
    assert folders.data_folder() == str(tmp_path / "penitcareer" / "data")
