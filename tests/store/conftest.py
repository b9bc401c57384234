"""A cache that was just written."""

from pathlib import Path

import pytest

from tests.support import penit


@pytest.fixture
def warm(fresh_cache: Path) -> Path:
    """The file of a cache that was just written."""
    assert penit("list").code == 0
    (path,) = fresh_cache.iterdir()
    return path
