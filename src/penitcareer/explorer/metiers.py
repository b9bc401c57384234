"""The métiers: the list, filtered as one types, and the sheet of the one under the cursor."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from penitcareer.domain.choices import DIPLOMES
from penitcareer.domain.metiers.comparison import MOST
from penitcareer.domain.metiers.reperes import at
from penitcareer.explorer.controls import Control, Controls
from penitcareer.explorer.lines import Lines, Row
from penitcareer.explorer.page import Page
from penitcareer.explorer.pane import Desk, Pane, chosen, document_of
from penitcareer.explorer.ribbon import Ribbon
from penitcareer.explorer.sheet import PARTS
from penitcareer.render.views.reperes import in_a_cell
from penitcareer.render.words import french
from penitcareer.render.words.names import listed
from penitcareer.render.words.preuves import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from penitcareer.domain.metiers.listing import ListLine

NO_FILIERE = "Sans filière"
MARKED = "✓ "
NET = "net, début"
NOTHING = "Aucun métier ne porte ce nom ici. Effacez le filtre, ou cherchez dans les textes : penit find MOTS"


class MetiersPane(Pane):
    """The list at the left, the sheet at the right; one or the other on a narrow screen."""

    NAME = "metiers"
    TITLE = "Métiers"
    FIRST = "#metiers-found"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filtrer", key_display="/"),
        Binding("left", "part(-1)", "Partie d’avant", show=False),
        Binding("right", "part(1)", "Parties", key_display="← →"),
        Binding("m,space", "mark", "Marquer", key_display="m"),
        Binding("c", "to('comparer')", "Comparer"),
        Binding("p", "to('paie')", "Sa paie", show=False),
        Binding("k", "to('carriere')", "Sa carrière", show=False),
        Binding("escape", "back", "Retour à la liste", show=False),
    ]

    def __init__(self, desk: Desk, kept: Mapping[str, Any]) -> None:
        self.marked: tuple[str, ...] = ()
        self._words = ""
        self._filiere: str | None = None
        self._diplome: str | None = None
        self._metier: str | None = None
        self._lines = desk.live.lines
        self._rows: dict[str, Row] = {}
        self._filieres = tuple(dict.fromkeys(line.entree.filiere for line in self._lines if line.entree.filiere))
        self._part = 0
        self._awaited = False
        super().__init__(desk, kept)

    def restore(self, kept: Mapping[str, Any]) -> None:
        """The métier, the filters and the marks of last time."""
        codes = {line.entree.code for line in self._lines}
        words, marked = kept.get("mots"), kept.get("marques")
        self._words = words if isinstance(words, str) else ""
        self._filiere = chosen(kept, "filiere", self._filieres)
        self._diplome = chosen(kept, "diplome", DIPLOMES)
        self._metier = chosen(kept, "metier", codes)
        self._part = chosen(kept, "partie", range(len(PARTS)), 0)
        if isinstance(marked, list):
            self.marked = tuple(dict.fromkeys(code for code in marked if code in codes))[:MOST]

    def kept(self) -> dict[str, Any]:
        """The same, to keep."""
        return {
            "metier": self._metier,
            "mots": self._words,
            "filiere": self._filiere,
            "diplome": self._diplome,
            "marques": list(self.marked),
            "partie": self._part,
        }

    def compose(self) -> ComposeResult:
        """Filters and list, then tabs and sheet."""
        with Vertical(id="choice"):
            yield Input(self._words, placeholder="/ pour filtrer : un nom, un sigle", id="metiers-words", compact=True)
            yield Controls(id="filters")
            yield Lines(id="metiers-found", click_opens=False)
        with Vertical(id="sheet"):
            yield Ribbon([part.titre for part in PARTS], id="parts")
            yield Page(id="sheet-page")

    def on_mount(self) -> None:
        """The list as it was left."""
        self.query_one(Ribbon).active = self._part
        self._list()

    def command(self) -> str:
        """The command of the part shown."""
        if self._metier is None:
            return self.typed("list")
        name, *options = PARTS[self._part].words
        return self.typed(name, self._metier, *options)

    def open(self, metiers: tuple[str, ...]) -> None:
        """Show a métier, the filters that hide it lifted."""
        if metiers:
            self._metier = metiers[0]
            if metiers[0] not in {line.entree.code for line in self._found()}:
                self._filiere = self._diplome = None
                self.query_one(Input).value = self._words = ""
            self._list()
            self.add_class("-sheet")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as one types."""
        if event.value != self._words:
            self._words = event.value
            self._list()

    def on_input_submitted(self) -> None:
        """Back to the list, to choose."""
        self.focus_first()

    def on_controls_changed(self, event: Controls.Changed) -> None:
        """Another filière, or another diploma."""
        if event.name == "filiere":
            self._filiere = event.value
        else:
            self._diplome = event.value
        self._list()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The sheet follows the cursor, once the list is drawn."""
        if event.control.id == "metiers-found" and event.key != self._metier:
            self._metier = event.key
            self._await_sheet()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Read the sheet."""
        if event.control.id == "metiers-found":
            self.add_class("-sheet")
            self.page.focus()

    def on_ribbon_turned(self, event: Ribbon.Turned) -> None:
        """Another part of the sheet."""
        self._part = event.ribbon.active = event.rank
        self._sheet()

    def action_filter(self) -> None:
        """Type a filter."""
        self.remove_class("-sheet")
        self.query_one(Input).focus()

    def action_part(self, by: int) -> None:
        """The part beside."""
        self.query_one(Ribbon).step(by)

    def action_mark(self) -> None:
        """Mark the métier to compare it, or take its mark away."""
        code = self._metier
        if code is None:
            return
        if code in self.marked:
            self.marked = tuple(one for one in self.marked if one != code)
        elif len(self.marked) < MOST:
            self.marked = (*self.marked, code)
        else:
            self.notify(f"{MOST} métiers au plus : retirez une marque avec m.", severity="warning", markup=False)
        self._list()

    def action_to(self, screen: str) -> None:
        """Another screen, for the métiers marked or for this one."""
        alone = (self._metier,) if self._metier else ()
        self.post_message(self.Wanted(screen, self.marked if screen == "comparer" else alone))

    def action_back(self) -> None:
        """From the filter or the sheet to the list; from the list, lift the filter."""
        if self.screen.focused is self.query_one(self.FIRST) and not self.has_class("-sheet"):
            self.query_one(Input).value = ""
        self.remove_class("-sheet")
        self.focus_first()

    def _found(self) -> list[ListLine]:
        """The métiers that the filters keep."""
        lines = self.desk.live.filtered(self._filiere, self._diplome)
        named = self.desk.live.named(self._words)
        return [line for line in lines if named is None or line.entree.code in named]

    def _list(self) -> None:
        """Show the list that the filters leave, then the sheet of its cursor."""
        found = self._found()
        lines: list[Row] = []
        for filiere, same in groupby(found, key=lambda line: line.entree.filiere or NO_FILIERE):
            above = "" if lines else NET  # said once, over the first amount
            lines += [Row(None, french.capital(filiere), above), *(self._line(one) for one in same)]
        self.query_one("#metiers-found", Lines).fill(lines, self._metier)
        self._metier = self.query_one("#metiers-found", Lines).key
        filieres = ((None, "toutes"), *((name, name) for name in self._filieres))
        diplomes = ((None, "tous"), *((name, name) for name in DIPLOMES))
        self.query_one("#filters", Controls).set(
            [
                Control("filiere", "Filière", filieres, self._filiere),
                Control("diplome", "Diplôme", diplomes, self._diplome),
            ]
        )
        self._await_sheet()

    def _line(self, line: ListLine) -> Row:
        code = line.entree.code
        if code not in self._rows:
            start = at(line.reperes, "debut")
            net = f"{in_a_cell(start)} {MARKS[start.preuve]}" if start else f"{french.NOTHING}  "
            self._rows[code] = Row(code, listed(line.entree), net)
        row = self._rows[code]
        return row._replace(text=MARKED + row.text) if code in self.marked else row

    def _await_sheet(self) -> None:
        """Show the sheet once the list is drawn: keys that follow one another move the cursor first."""
        if not self._awaited:
            self._awaited = True
            self.call_after_refresh(self._sheet)

    def _sheet(self) -> None:
        self._awaited = False
        if self._metier is None:
            self.page.say(NOTHING)
        elif reponse := self.answer(partial(PARTS[self._part].ask, self.desk.penit, self._metier)):
            self.page.show(document_of(reponse))
        self.updated()
