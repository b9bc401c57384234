"""A screen of the explorer as lines of Rich text, for `make_screens.py` to draw."""

import asyncio
from datetime import date

from rich.text import Text

from penitcareer import Penit
from penitcareer.api.live import Live
from penitcareer.explorer.app import Explorer
from penitcareer.explorer.pane import Desk

SIZE = (110, 30)
KEYS = ("f3", "down", "down", "down", "right", "down", "right")  # a zone, then a child


def shown(day: date) -> list[Text]:
    """The payslip, live, after a few keys."""
    return asyncio.run(_after_keys(day))


async def _after_keys(day: date) -> list[Text]:
    penit = Penit(le=day)
    app = Explorer(Desk(penit, Live(penit), str))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*KEYS)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        return [Text.assemble(*((segment.text, segment.style or "") for segment in strip)) for strip in strips]
