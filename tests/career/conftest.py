"""Screens of careers kept beside their tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import compare_screen

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a screen with the file that keeps it, or rewrite that file."""
    return compare_screen(GOLDEN, request.config.getoption("--update-golden"))
