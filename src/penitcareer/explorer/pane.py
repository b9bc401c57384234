"""What every screen of the explorer is made of: where answers come from, how it asks, what it keeps."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.containers import Container
from textual.message import Message

from penitcareer.domain.errors import PenitError
from penitcareer.explorer.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from penitcareer.api import Penit
    from penitcareer.api.face import Reponse
    from penitcareer.api.live import Live
    from penitcareer.render.document import Document

USUAL = "cpip"  # the métier, and the corps, that one starts with
# The options of a command whose name is not that of the library's argument.
OPTIONS = {"primes_nommees": "prime", "sans_primes_nommees": "sans-prime", "promotions": "promotion"}


class Desk(NamedTuple):
    """Where answers come from: the library, its choices, what `cli` says of an error, and the
    options that every command needs to answer the same."""

    penit: Penit
    live: Live
    said: Callable[[PenitError], str]
    options: tuple[str, ...] = ()


def line(*words: str, **options: Any) -> str:
    """A command as one types it; an option that has no value is left out."""
    typed = ["penit", *words]
    for name, value in options.items():
        option = f"--{OPTIONS.get(name, name).replace('_', '-')}"
        for one in value if isinstance(value, list | tuple) else [value]:
            if one is not None and one is not False:
                typed += [option] if one is True else [option, str(one)]
    return shlex.join(typed)


class Pane(Container):
    """A screen. Its class says what it is called, and which widget takes the keys first."""

    NAME = ""
    TITLE = ""
    FIRST = "#controls"

    class Updated(Message):
        """The answer, and so the equivalent command, is another one."""

    class Wanted(Message):
        """Another screen is wanted, for some métiers."""

        def __init__(self, screen: str, metiers: tuple[str, ...] = ()) -> None:
            super().__init__()
            self.screen, self.metiers = screen, metiers

    def __init__(self, desk: Desk, kept: Mapping[str, Any]) -> None:
        super().__init__(id=self.NAME or None)
        self.desk = desk
        self.restore(kept)

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take from what was kept what still makes sense."""

    def kept(self) -> dict[str, Any]:
        """What to find again next time."""
        return {}

    def command(self) -> str:
        """The command that prints what is shown."""
        raise NotImplementedError

    def open(self, metiers: tuple[str, ...]) -> None:
        """Show these métiers."""

    def focus_first(self) -> None:
        """Give the keys to the widget that takes them first."""
        self.query_one(self.FIRST).focus()

    @property
    def page(self) -> Page:
        """Where the answer is written."""
        return self.query_one(Page)

    def updated(self) -> None:
        """Say it, unless it was asked ahead of its time: nobody sees it yet."""
        if self.display:
            self.post_message(self.Updated())

    def answer(self, ask: Callable[[], Reponse[Any]]) -> Reponse[Any] | None:
        """An answer; a refusal is said in its place."""
        try:
            return ask()
        except PenitError as refused:
            self.page.say(self.desk.said(refused))
            return None

    def typed(self, *words: str, **options: Any) -> str:
        """The same command with the data and the day of the explorer."""
        return " ".join([line(*words, **options), *([shlex.join(self.desk.options)] if self.desk.options else [])])


def document_of(reponse: Reponse[Any]) -> Document:
    """What the command prints of an answer."""
    return reponse.vue.document(reponse.valeur)


def chosen(kept: Mapping[str, Any], name: str, among: Any, default: Any = None) -> Any:
    """A value that was kept, when it is still one of those that may be."""
    value = kept.get(name)
    return value if isinstance(value, str | int | None) and value in among else default
