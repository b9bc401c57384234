"""The application: five screens, their tabs, the command that prints what is shown."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import ContentSwitcher, Static

from penitcareer.domain.errors import PenitError
from penitcareer.explorer.carriere import CarrierePane
from penitcareer.explorer.chooser import Chooser
from penitcareer.explorer.comparer import ComparerPane
from penitcareer.explorer.help import Help, keys_of
from penitcareer.explorer.keys import Keys
from penitcareer.explorer.lines import Row
from penitcareer.explorer.metiers import MetiersPane
from penitcareer.explorer.paie import PaiePane
from penitcareer.explorer.pane import Pane, chosen
from penitcareer.explorer.profil import ProfilPane
from penitcareer.explorer.ribbon import Ribbon
from penitcareer.explorer.style import NARROW, STYLE, WIDE
from penitcareer.explorer.terminal import LOOK, is_there
from penitcareer.render.words.names import listed
from penitcareer.render.words.wrapping import columns

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from penitcareer.explorer.pane import Desk

IN_ORDER: tuple[type[Pane], ...] = (MetiersPane, ComparerPane, PaiePane, CarrierePane, ProfilPane)
PANES = {one.NAME: one for one in IN_ORDER}
LIGHT, DARK = "textual-light", "textual-dark"
SCHEMA = 1  # of what is remembered
LATER = 0.5  # seconds after a change, for one writing of several
IDLE = 0.2  # seconds without an answer, before something is made ready
METIER = "metier:"  # before a code, in the palette
COMMANDS = {
    **{name: f"Aller à {pane.TITLE}" for name, pane in PANES.items()},
    "copy": "Copier la commande",
    "theme": "Thème clair ou sombre",
    "help": "Les touches",
    "quit": "Quitter",
}


class Explorer(App[None]):
    """`penit explorer`."""

    CSS = STYLE
    TITLE = "penit explorer"
    ENABLE_COMMAND_PALETTE = False  # Textual’s speaks English, and reads titles as markup
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-normal"), (WIDE, "-wide")]  # noqa: RUF012 (Textual's type)
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"f{rank},{rank}", f"to('{name}')", pane.TITLE, show=False, key_display=f"F{rank}")
            for rank, (name, pane) in enumerate(PANES.items(), 1)
        ),
        Binding("question_mark", "help", "Aide", key_display="?", show=False),
        Binding("ctrl+p", "palette", "Commandes", key_display="^p"),
        Binding("y", "copy", "Copier la commande", show=False),
        Binding("t", "theme", "Thème clair ou sombre", show=False),
        Binding("q,ctrl+q", "quit", "Quitter", key_display="q"),
    ]

    def __init__(self, desk: Desk, interrupted: int = 1) -> None:
        """`interrupted`: the exit code of one that a signal ends, or whose terminal goes away."""
        super().__init__()
        self.desk, self._interrupted = desk, interrupted
        kept = desk.live.remembered()
        self._kept: dict[str, Any] = kept if kept.get("schema") == SCHEMA else {}
        self._saving: Any = None
        self._idle: Any = None
        self._reading = desk.live.ahead()
        self._ahead = list(PANES)  # the screens to make ready

    def compose(self) -> ComposeResult:
        """Tabs, the screen, its command, the keys."""
        yield Ribbon([f"{rank} {pane.TITLE}" for rank, pane in enumerate(PANES.values(), 1)], id="screens")
        yield ContentSwitcher(id="panes")
        with Horizontal(id="foot"):
            yield Static(id="command", markup=False)
            yield Static("[@click=app.help]? aide[/]", id="help")
        yield Keys()

    async def on_mount(self) -> None:
        """The screen of last time."""
        if self._kept.get("theme") == LIGHT:
            self.theme = LIGHT
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, a thread
                asyncio.get_running_loop().add_signal_handler(number, self.exit, None, self._interrupted)
        await self._go(chosen(self._kept, "ecran", PANES, "metiers"))
        self._idle = self.set_interval(IDLE, partial(self.call_next, self._prepare))
        if is_there():
            self.set_interval(LOOK, self._leave_when_alone)

    def _leave_when_alone(self) -> None:
        """A terminal that went away without a signal reads as an endless silence."""
        if not is_there():
            self.exit(None, self._interrupted)

    def on_unmount(self) -> None:
        """Keep what the timer has not kept yet."""
        self._remember()

    @property
    def _base(self) -> Screen[Any]:
        """The screen under those that may be open over it."""
        return self.screen_stack[0]

    @property
    def pane(self) -> Pane | None:
        """The screen shown."""
        shown = self._base.query_one("#panes", ContentSwitcher).visible_content
        return shown if isinstance(shown, Pane) else None

    async def on_ribbon_turned(self, event: Ribbon.Turned) -> None:
        """A tab was clicked."""
        if event.control.id == "screens":
            await self._go(list(PANES)[event.rank])

    async def on_pane_wanted(self, event: Pane.Wanted) -> None:
        """A screen sends to another."""
        await self._go(event.screen, event.metiers)

    def on_pane_updated(self) -> None:
        """Another answer: another command, and something to remember."""
        pane = self.pane
        if pane is None:
            return
        shown, command = self._base.query_one("#command", Static), f"$ {pane.command()}"
        shown.update(command, layout=shown.size.height > 1 or columns(command) > shown.size.width)
        if self._idle is not None:
            self._idle.reset()
        self._kept |= {"schema": SCHEMA, "ecran": pane.id, "theme": self.theme, str(pane.id): pane.kept()}
        if self._saving is None:
            self._saving = self.set_timer(LATER, self._remember)

    async def action_to(self, name: str) -> None:
        """To a screen."""
        await self._go(name)

    def action_copy(self) -> None:
        """The command, in the clipboard."""
        if self.pane is not None:
            command = self.pane.command()
            self.copy_to_clipboard(command)
            self.notify(command, title="Commande copiée", markup=False)

    def action_theme(self) -> None:
        """From dark to light, and back."""
        self.theme = DARK if self.theme == LIGHT else LIGHT
        self.on_pane_updated()

    def action_help(self) -> None:
        """Every key that works here."""
        pane = self.pane
        if pane is not None and len(self.screen_stack) == 1:
            here = [key for kind in (type(self.focused), type(pane)) for key in keys_of(kind)]
            self.push_screen(Help(pane.TITLE, here, keys_of(Explorer)))

    def action_palette(self) -> None:
        """Every command, and every métier."""
        self.push_screen(Chooser("Commande ou métier", self._palette), self._obey)

    def action_help_quit(self) -> None:
        """Ctrl-C leaves, when no text is selected."""
        self.exit()

    async def _obey(self, name: str | None) -> None:
        if name is None:
            return
        if name.startswith(METIER):
            await self._go("metiers", (name.removeprefix(METIER),))
        elif name in PANES:
            await self._go(name)
        else:
            await self.run_action(name)

    async def _go(self, name: str, metiers: tuple[str, ...] = ()) -> None:
        """Show a screen, made when it is first asked for."""
        panes = self._base.query_one("#panes", ContentSwitcher)
        try:
            pane = await self._made(name)
        except PenitError as refused:
            self.notify(self.desk.said(refused), severity="error", markup=False)
            if self.pane is None:
                await self._go(MetiersPane.NAME)
            return
        panes.current = name
        pane.open(metiers)
        pane.focus_first()
        self._base.query_one("#screens", Ribbon).active = list(PANES).index(name)
        self.on_pane_updated()

    @cached_property
    def _palette(self) -> list[Row]:
        """The lines of the palette."""
        metiers = (line.entree for line in self.desk.live.lines)
        commands = [Row(name, words) for name, words in COMMANDS.items()]
        return [*commands, *(Row(METIER + one.code, listed(one), one.code) for one in metiers)]

    async def _made(self, name: str) -> Pane:
        """A screen, refused when the law that it needs is not known on the day."""
        panes = self._base.query_one("#panes", ContentSwitcher)
        if not panes.query(f"#{name}"):
            pane = PANES[name](self.desk, self._part(name))
            pane.display = False
            await panes.mount(pane)
        return panes.get_child_by_id(name, PANES[name])

    async def _prepare(self) -> None:
        """What the next keys may need, one thing at a time while nothing is asked: what is read
        of the catalogue, then each screen."""
        for _ in self._reading:
            return
        if self._ahead:
            with contextlib.suppress(PenitError):  # said when the screen is asked for
                await self._made(self._ahead.pop())
        else:
            self._idle.stop()
            gc.freeze()  # the catalogue stays: a key does not wait while thousands of records are looked through

    def _part(self, name: str) -> dict[str, Any]:
        """What was remembered of a screen."""
        part = self._kept.get(name)
        return part if isinstance(part, dict) else {}

    def _remember(self) -> None:
        """Write what changed, beside what was not opened this time."""
        self._saving = None
        self.desk.live.remember(self._kept)
