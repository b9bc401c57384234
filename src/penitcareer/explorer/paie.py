"""The payslip, live: every fact that changes it is a control, and what moved stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from penitcareer.domain.errors import PenitError
from penitcareer.explorer.controls import Controls
from penitcareer.explorer.page import Page, moved
from penitcareer.explorer.pane import Pane, document_of
from penitcareer.explorer.post import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from penitcareer.api.demande import Demande
    from penitcareer.render.document import Document

USUAL = {"enfants": 0, "quotite": 100}  # what the command supposes when it is not said
SAME = "Situation de départ. Changez une ligne : l’écart s’affiche ici."
UNTOLD = "Écart avec le départ : non calculé entre deux indices dont l’un n’est connu que par des bornes."


class PaiePane(Pane):
    """Controls at the left, the payslip at the right; one above the other on a narrow screen."""

    NAME = "paie"
    TITLE = "Paie"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("d", "start", "Nouveau départ")]

    def restore(self, kept: Mapping[str, Any]) -> None:
        """The post of last time."""
        self._post = Post(self.desk, kept)
        self._start: Demande = self._post.asked()
        self._seen: Document | None = None

    def kept(self) -> dict[str, Any]:
        """The same, to keep."""
        return self._post.kept()

    def compose(self) -> ComposeResult:
        """Controls, then the gap and the payslip."""
        yield Controls(id="controls")
        with Vertical(id="answer"):
            yield Static(id="gap", markup=False)
            yield Page(id="payslip")

    def on_mount(self) -> None:
        """The payslip of the post."""
        self._show(marked=False)

    def command(self) -> str:
        """The command that prints the same payslip."""
        said = {name: value for name, value in self._post.asked().items() if value != USUAL.get(name)}
        return self.typed("paie", self._post.corps, **said | {"corps": None})

    def open(self, metiers: tuple[str, ...]) -> None:
        """The payslip of a métier, which is then the starting situation."""
        corps = self.desk.live.corps_of(metiers[0]) if metiers else None
        if corps is None:
            if metiers:
                self.notify("Ce métier n’a pas de grille connue.", severity="warning", markup=False)
            return
        if corps.code != self._post.corps:
            self._post.change("corps", corps.code)
            self.action_start()

    def on_controls_changed(self, event: Controls.Changed) -> None:
        """One fact changed: the payslip follows."""
        self._post.change(event.name, event.value)
        self._show(marked=True)

    def action_start(self) -> None:
        """Measure the gap from here on."""
        self._start = self._post.asked()
        self._show(marked=False)

    def _show(self, marked: bool) -> None:
        self.query_one(Controls).set(self._post.controls())
        asked = self._post.asked()
        reponse = self.answer(lambda: self.desk.penit.paie(**asked))
        document = None if reponse is None else document_of(reponse)
        if document is not None:
            self.page.show(moved(self._seen, document) if marked else document, top=not marked)
        self._seen = document
        self.query_one("#gap", Static).update(self._gap(asked))
        self.updated()

    def _gap(self, asked: Demande) -> str:
        """What one gains or loses beside the starting situation."""
        if asked == self._start:
            return SAME
        unsaid: Any = dict.fromkeys(self._start)  # a fact of the start that is no longer said
        try:
            reponse = self.desk.penit.paie(**self._start, contre={**unsaid, **asked})
        except PenitError:
            return UNTOLD
        return document_of(reponse).titre
