"""The cache changes nothing but time: missing, damaged, foreign or closed, the answer is the same."""

import json
import os
import stat
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from penitcareer.store import cache, opening, snapshot
from penitcareer.store.folders import cache_folder, data_folder, user_folder
from tests.support import METIERS, UNSET, penit, process, record, write_metiers

COMMANDS = (("show", "cpip", "--json"), ("net", "3500"))


@pytest.fixture
def warm(fresh_cache: Path) -> Path:
    """The file of a cache that was just written."""
    assert penit("list").code == 0
    return fresh_cache / "catalogue.json"


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


def test_a_first_call_writes_one_private_file(warm: Path) -> None:
    assert [path.name for path in warm.parent.iterdir()] == ["catalogue.json"]
    assert stat.S_IMODE(warm.stat().st_mode) == 0o600
    assert stat.S_IMODE(warm.parent.stat().st_mode) == 0o700


def test_a_second_call_reads_no_yaml(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert was_read(monkeypatch)()


def test_the_cache_is_lines_of_json(warm: Path) -> None:
    _, *lines = warm.read_text("utf-8").split("\n")
    assert len(lines) >= snapshot.FIRST_METIER + len(METIERS) - 1
    for line in lines:
        json.loads(line)


def test_a_warm_cache_gives_the_same_answers(warm: Path, right: list[tuple[int, str, str]]) -> None:
    assert answers() == right
    others = (("list",), ("find", "juge"), ("sigle",), ("sources",), ("compare", "cpip", "dspip"))
    from_cache = [penit(*command) for command in others]
    for command, answer in zip(others, from_cache, strict=True):
        warm.unlink()
        assert penit(*command) == answer


ODD = (
    [b"", b"\n", b"\n\n\n", b"{}", b"[]", b"null", b"12", b'"x"', b"\xff\xfe", b"{" * 100_000, b'{"crc":0}\n',
     b'{"crc":0,"cle":[]}\n[]', b"[" * 100_000 + b"\n{}", b"0\n{}", b"00000000\n", b"-1\n{}", b"\0" * 100,
     *(b"%08x\n%b" % (zlib.crc32(odd), odd) for odd in (b"{}", b"[]", b"null", b"{", b"[" * 100_000, b"\xff"))]
)  # fmt: skip


@pytest.mark.parametrize("content", ODD, ids=lambda content: repr(content[:20]))
def test_a_content_of_another_shape_is_no_snapshot(content: bytes) -> None:
    assert snapshot.decode(content, [["key"]]) is None


@pytest.mark.parametrize("content", [b"", b"{}", b"00000000\n"])
def test_a_file_of_another_shape_is_ignored_and_replaced(
    warm: Path, right: list[tuple[int, str, str]], content: bytes
) -> None:
    good = warm.read_bytes()
    warm.write_bytes(content)
    assert answers() == right
    assert warm.read_bytes() == good


def test_a_byte_changed_anywhere_is_noticed(warm: Path) -> None:
    good = warm.read_bytes()
    key = opening._key(data_folder(), [], [])
    assert snapshot.decode(good, key) is not None
    head = good.index(b"\n", good.index(b"{"))
    for place in [*range(head + 2), *range(head + 2, len(good), 997), len(good) - 1]:
        damaged = bytearray(good)
        damaged[place] ^= 0b1
        assert snapshot.decode(bytes(damaged), key) is None, f"byte {place}: {good[max(place - 20, 0) : place + 20]!r}"


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


def test_another_version_makes_another_cache(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = warm.read_bytes()
    monkeypatch.setattr(opening, "__version__", "99")
    assert penit("list").code == 0
    assert warm.read_bytes() != before


def test_the_key_holds_size_and_time_of_every_file(tmp_path: Path) -> None:
    own = write_metiers(tmp_path / "a.yaml", record())
    key = opening._key(data_folder(), [str(own)], [])
    assert [str(own), own.stat().st_size, own.stat().st_mtime_ns] in key
    os.utime(own, ns=(1, own.stat().st_mtime_ns + 1))
    assert opening._key(data_folder(), [str(own)], []) != key
    gone = opening._key(data_folder(), [str(tmp_path / "gone")], [])
    assert [str(tmp_path / "gone"), -1, 0] in gone


def test_the_same_files_given_another_way_make_another_key(tmp_path: Path) -> None:
    own = str(write_metiers(tmp_path / "a.yaml", record()))
    assert opening._key("d", [own], []) != opening._key("d", [], [own])


def test_a_changed_file_gives_a_new_answer(own_folder: Path) -> None:
    path = write_metiers(own_folder / "a.yaml", record("mien", titre="Avant"))
    assert "Avant" in penit("show", "mien").out
    write_metiers(path, record("mien", titre="Après"))
    assert "Après" in penit("show", "mien").out


def test_a_cache_of_someone_else_is_ignored(
    warm: Path, right: list[tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert cache.read_cache("catalogue.json") is None
    assert answers() == right


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_cache_that_others_may_write_is_ignored(warm: Path, right: list[tuple[int, str, str]], mode: int) -> None:
    warm.chmod(mode)
    assert cache.read_cache("catalogue.json") is None
    assert answers() == right


def test_a_link_in_place_of_the_cache_is_not_followed(
    warm: Path, right: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ailleurs.json"
    warm.rename(elsewhere)
    warm.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert cache.read_cache("catalogue.json") is None
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
    assert [path.name for path in warm.parent.iterdir()] == ["catalogue.json"]  # no temporary file left


def test_a_cache_too_large_is_ignored(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 10)
    assert cache.read_cache("catalogue.json") is None


@pytest.mark.parametrize("failing", ["os.makedirs", "os.replace", "os.open"])
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


def test_data_has_a_cache_of_its_own(tmp_path: Path, warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(write_metiers(tmp_path / "a.yaml", record("mien")))
    before = warm.read_bytes()
    assert penit("list", "--data", path).code == 0
    assert warm.read_bytes() == before
    assert (warm.parent / "catalogue-data.json").exists()
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


def test_home_unset_is_no_trouble_for_a_process(fresh_cache: Path) -> None:
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
    assert data_folder() == str(tmp_path / "penitcareer" / "data")
