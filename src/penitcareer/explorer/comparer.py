"""Two to five métiers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from penitcareer.domain.metiers.comparison import FEWEST, MOST
from penitcareer.explorer.chooser import Chooser
from penitcareer.explorer.lines import Row
from penitcareer.explorer.page import Page
from penitcareer.explorer.pane import Pane, document_of
from penitcareer.render.words.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

HOW = "Marquez deux à cinq métiers : m dans la liste des métiers, ou a ici. Ils sont alors mis côte à côte."


class ComparerPane(Pane):
    """The métiers marked, as `penit compare` shows them."""

    NAME = "comparer"
    TITLE = "Comparer"
    FIRST = "#compare-page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Ajouter"),
        Binding("x", "remove", "Retirer"),
    ]

    def restore(self, kept: Mapping[str, Any]) -> None:
        """The métiers compared last time."""
        self._entries = {line.entree.code: line.entree for line in self.desk.live.lines}
        codes = kept.get("metiers")
        known = [code for code in codes if code in self._entries] if isinstance(codes, list) else []
        self._codes = tuple(dict.fromkeys(known))[:MOST]

    def kept(self) -> dict[str, Any]:
        """The same, to keep."""
        return {"metiers": list(self._codes)}

    def compose(self) -> ComposeResult:
        """The answer alone."""
        yield Page(id="compare-page")

    def on_mount(self) -> None:
        """What was compared last."""
        self._show()

    def command(self) -> str:
        """`penit compare`, or the list to choose from."""
        return self.typed("compare", *self._codes) if len(self._codes) >= FEWEST else self.typed("list")

    def open(self, metiers: tuple[str, ...]) -> None:
        """Compare these."""
        if metiers and metiers != self._codes:
            self._codes = metiers[:MOST]
            self._show()

    def action_add(self) -> None:
        """Choose one more."""
        if len(self._codes) == MOST:
            self.notify(f"{MOST} métiers au plus : retirez-en un avec x.", severity="warning", markup=False)
            return
        self._choose("Ajouter", [code for code in self._entries if code not in self._codes], added=True)

    def action_remove(self) -> None:
        """Choose one less."""
        if self._codes:
            self._choose("Retirer", list(self._codes), added=False)

    def _choose(self, title: str, codes: list[str], added: bool) -> None:
        lines = [Row(code, listed(self._entries[code]), code) for code in codes]

        def chosen(code: str | None) -> None:
            if code is not None:
                kept = tuple(one for one in self._codes if one != code)
                self._codes = (*kept, code) if added else kept
                self._show()

        self.app.push_screen(Chooser(title, lines), chosen)

    def _show(self) -> None:
        if len(self._codes) < FEWEST:
            alone = "".join(f" Déjà marqué : {listed(self._entries[code])}." for code in self._codes)
            self.page.say(HOW + alone)
        elif reponse := self.answer(lambda: self.desk.penit.comparer(*self._codes)):
            self.page.show(document_of(reponse))
        self.updated()
