"""Screens of the payslip kept beside its tests; a user's folder of corps."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a screen with the file that keeps it, or rewrite that file."""

    def compare(name: str, screen: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            GOLDEN.mkdir(exist_ok=True)
            path.write_bytes(screen.encode())
        kept = path.read_bytes().decode() if path.exists() else ""
        assert screen == kept, f"{path} differs; if the new screen is right: pytest --update-golden"

    return compare


@pytest.fixture
def corps_folder(own_folder: Path) -> Path:
    """The user's own folder of corps, empty, with a cache of its own."""
    folder = own_folder.parent / "corps"
    folder.mkdir()
    return folder
