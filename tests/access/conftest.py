"""Screens of `acces` and `eligible` kept beside their tests; invented métiers to feed them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import compare_screen

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"


@pytest.fixture(scope="module", autouse=True)
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every call of these tests reads the invented métiers too, from a relative path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PENIT_DATA", str(HERE / "cases" / "metiers.yaml"))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a screen with the file that keeps it, or rewrite that file."""
    return compare_screen(GOLDEN, request.config.getoption("--update-golden"))
