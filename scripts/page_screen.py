"""Draw docs/screens/page.png: two métiers and a third side by side in the page of the catalogue,
as Chromium shows them. `make screens` calls it; without a browser the picture stays as it was."""

import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
COMPARED = ("cpip", "dspip", "surveillant")
SIZE = {"width": 1000, "height": 640}


def draw(page: Path, target: Path) -> bool:
    """The picture of a page already written; False where there is no browser."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        return False
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        shown = browser.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
        shown.goto(page.as_uri())
        for code in COMPARED:
            shown.check(f"tr[data-code={code}] input")
        shown.click("nav >> text=Comparer")
        shown.screenshot(path=target)
        browser.close()
    return True
