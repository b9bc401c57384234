"""A cache that was just written, once a session."""

import shutil
from pathlib import Path

import pytest

from tests.support import penit


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the cache that a first call writes; tests take a copy of it."""
    folder = tmp_path_factory.mktemp("written")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        assert penit("list").code == 0
    (path,) = (folder / "penitcareer").iterdir()
    return path


@pytest.fixture
def warm(fresh_cache: Path, written: Path) -> Path:
    """The file of a cache that was just written."""
    fresh_cache.mkdir(mode=0o700, parents=True)
    return Path(shutil.copy2(written, fresh_cache))
