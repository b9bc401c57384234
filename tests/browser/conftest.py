"""A real browser for these tests, skipped where there is none: Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
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


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    """What the browser complains of, and what a page asks of the network."""
    return []


@pytest.fixture(scope="module")
def window(browser: Any, complaints: list[str]) -> Callable[[bool], Any]:
    """The window where scripts run, or the one where none does: each costs half a second, once."""

    @cache
    def opened(scripts: bool) -> Any:
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend([] if request.url.startswith("file:") else [request.url]))
        return page

    return opened


@pytest.fixture
def opens(window: Callable[[bool], Any], complaints: list[str]) -> Iterator[Callable[..., Any]]:
    """Open a file in the window of every test, as new; whatever the browser complains of fails the test."""

    def open_page(path: str, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Any:
        page = window(scripts)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media="null")
        page.goto(f"file://{path}")
        return page

    yield open_page
    told = complaints.copy()
    complaints.clear()
    assert told == []
