"""The explorer under a pilot: opened, read, asked by keys."""

import asyncio
import contextlib
import functools
import os
import selectors
import shlex
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any, ParamSpec
from unittest.mock import patch

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot

from penitcareer import Penit, PenitError
from penitcareer.api.live import Live
from penitcareer.explorer.app import Explorer
from penitcareer.explorer.pane import OPTIONS, Desk, Pane
from penitcareer.render.document import Document
from penitcareer.render.formats.terminal import to_terminal
from penitcareer.render.refusals import sentence
from penitcareer.render.words.untyped import without_commands
from tests.support import DAY, same_spaces, screen

P = ParamSpec("P")
SIZE = (80, 24)
DRAWN = Compositor.render_update


class Sleepless(selectors.DefaultSelector):
    """What a loop waits with: where nothing comes, it says how long that wait would have been."""

    def __init__(self) -> None:
        super().__init__()
        self.spared = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        found = super().select(timeout and 0)
        self.spared += (not found and timeout) or 0.0
        return found


class Hurried(asyncio.SelectorEventLoop):
    """A loop whose clock goes on to the next timer as soon as nothing is left to do.

    A pilot waits 20 ms or more after each key: two thirds of these tests' time.
    """

    def __init__(self) -> None:
        self._waits = Sleepless()
        super().__init__(self._waits)

    def time(self) -> float:
        return super().time() + self._waits.spared


def undrawn(compositor: Compositor, full: bool = False, screen_stack: Any = None, **asked: Any) -> Any:
    """What changed on a screen that nobody sees; a test draws it whole when it reads it, or takes a picture of it."""
    if full:
        return DRAWN(compositor, full, screen_stack, **asked)
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()
    return None


def live(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """A test that awaits, without waiting."""

    @functools.wraps(test)
    def run(*arguments: P.args, **named: P.kwargs) -> None:
        async def awaited() -> None:
            await test(*arguments, **named)

        with pytest.MonkeyPatch.context() as patch, asyncio.Runner(loop_factory=Hurried) as runner:
            patch.setattr("textual._time.get_time", runner.get_loop().time)
            patch.setattr(Compositor, "render_update", undrawn)
            runner.run(awaited())

    return run


@functools.cache
def library(data: str | None, day: date, own: str | None) -> tuple[Penit, Live]:
    """The library over a file and the user's own folder, opened once: nothing that it answers changes."""
    penit = Penit(data, day)
    return penit, Live(penit)


def desk(data: str | None = None, options: tuple[str, ...] = (), day: date = DAY) -> Desk:
    """The library on a day, that of the tests."""
    return Desk(*library(data, day, os.environ.get("XDG_CONFIG_HOME")), said, options)


def said(problem: PenitError) -> str:
    """As the command says it."""
    return sentence(problem, {name: f"--{option}" for name, option in OPTIONS.items()})


class Opened:
    """The explorer, and what a person does with it."""

    def __init__(self, app: Explorer, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Some keys, and what they do."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Some words, and what they do."""
        await self.press(*("space" if sign == " " else sign for sign in words))

    @property
    def text(self) -> str:
        """What is on the screen, drawn when asked for."""
        return same_spaces(text_of(self.app))

    @property
    def pane(self) -> Pane:
        """The screen shown."""
        assert self.app.pane is not None
        return self.app.pane

    @property
    def page(self) -> str:
        """The whole answer, what is scrolled away included."""
        from textual.widgets import Static

        return _bare(str(self.pane.page.query_one(Static).visual))

    @property
    def command(self) -> str:
        """The command that the screen names."""
        return self.pane.command()


def printed(explorer: Opened) -> str:
    """What the command that the screen names prints, in the room that the screen has, less the
    commands that it says to type."""
    words = shlex.split(explorer.command)[1:]
    width = explorer.pane.page.scrollable_content_region.width

    def bare(document: Document, *rest: Any) -> str:
        return to_terminal(without_commands(document), *rest)

    with patch("penitcareer.render.formats.terminal.to_terminal", bare):
        return _bare(screen(*words, width=width))


def _bare(text: str) -> str:
    """A text without the spaces that end its lines."""
    return "\n".join(line.rstrip() for line in same_spaces(text).splitlines()).rstrip()


def text_of(app: App[Any]) -> str:
    """The signs on a screen, without their colours."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@contextlib.asynccontextmanager
async def opened(size: tuple[int, int] = SIZE, data: str | None = None, *keys: str) -> AsyncIterator[Opened]:
    """The explorer on a screen of a size, after some keys."""
    app = Explorer(desk(data))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        found = Opened(app, pilot)
        await found.press(*keys)
        yield found
