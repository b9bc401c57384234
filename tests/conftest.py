"""A known world for every test: folders of its own, a fixed day, a fixed width, no colour."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from penitcareer.store.catalogue import Catalogue
from penitcareer.store.opening import open_catalogue
from tests.frozen import work_once
from tests.support import ROOT, compare_screen

GOLDEN = Path(__file__).parent / "golden"
FIXED = {
    "PENIT_DATE": "2026-11-21",
    "COLUMNS": "80",
    "LINES": "24",
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "PYTHONUTF8": "1",
}
# What a machine sets and an answer follows: whole names, and families by how their names start.
SETTINGS = {
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLORTERM", "PAGER", "MANPAGER", "LESS", "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
}  # fmt: skip
FAMILIES = ("PENIT_", "_PENIT_", "PYTHON", "LC_")

settings.register_profile(
    "penit",
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# `make nightly`: more and other examples each time, and how to play a failure again.
settings.register_profile(
    "nightly", settings.get_profile("penit"), max_examples=100, derandomize=False, print_blob=True
)
settings.load_profile("penit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the screens of tests/golden")


def of_the_machine(names: Iterable[str]) -> list[str]:
    """The variables, among these, that no test nor any process of a test must see."""
    return [name for name in names if name in SETTINGS or name.startswith(FAMILIES)]


@pytest.fixture(scope="session", autouse=True)
def known_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the machine's own settings reaches a test, nothing of a test stays."""
    home = tmp_path_factory.mktemp("home")
    # A shell starts what it sends to the background deaf to Ctrl-C, and children inherit it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.MonkeyPatch.context() as patch:
        for name in of_the_machine(os.environ):
            patch.delenv(name)
        for name, value in FIXED.items():
            patch.setenv(name, value)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        # Coverage of child processes needs its settings even from another folder.
        if "COVERAGE_PROCESS_START" in os.environ:
            patch.setenv("COVERAGE_PROCESS_START", str(ROOT / "pyproject.toml"))
        work_once(patch)
        yield


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a cache that does not exist yet, for this test only."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "penitcareer"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cache: Path) -> Path:
    """The user's own folder of métiers, empty, with a cache of its own."""
    folder = tmp_path / "config" / "penitcareer" / "metiers"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


@pytest.fixture
def corps_folder(own_folder: Path) -> Path:
    """The user's own folder of corps, empty, with a cache of its own."""
    folder = own_folder.parent / "corps"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def catalogue(known_world: None) -> Catalogue:
    """The built-in catalogue."""
    return open_catalogue()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a screen with the file that keeps it, or rewrite that file."""
    return compare_screen(GOLDEN, request.config.getoption("--update-golden"))
