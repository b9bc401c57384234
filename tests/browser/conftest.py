"""A real browser for these tests, skipped where there is none: Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for a module, whose loop ends with it; `--no-sandbox`: it may run as root, on pages of ours only."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    driver = pytest.importorskip("playwright.sync_api", reason="playwright absent : pages non essayées")
    if found is None:
        pytest.skip("aucun navigateur : pages non essayées")
    with driver.sync_playwright() as running:
        opened = running.chromium.launch(
            executable_path=found, args=["--no-sandbox"], env={**os.environ, "HOME": "/nonexistent"}
        )
        yield opened
        opened.close()


@pytest.fixture
def opens(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a file in a window of its own; whatever the browser complains of fails the test."""
    complaints: list[str] = []
    windows = []

    def open_page(path: str, width: int = 1280, **settings: Any) -> Any:
        window = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend([] if request.url.startswith("file:") else [request.url]))
        page.goto(f"file://{path}")
        return page

    yield open_page
    for window in windows:
        window.close()
    assert complaints == []
