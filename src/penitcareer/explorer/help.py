"""The keys of a screen, over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from penitcareer.domain.metiers.reperes import BEST_FIRST
from penitcareer.explorer.page import Page
from penitcareer.render.document import Document, Facts, Heading, Paragraph
from penitcareer.render.words.preuves import legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

MOVES = (
    ("↑ ↓", "monter, descendre ; page et extrémités avec PgHaut, PgBas, Début, Fin"),
    ("Tab", "passer de la liste à la fiche, des réglages au bulletin"),
    ("souris", "tout se clique ; la molette fait défiler"),
)
MOVING = ("step", "page", "end", "scroll", "app.focus")
NAMES = {"enter": "Entrée", "escape": "Échap"}
PROMISE = (
    "Tout ce qui est montré vient des commandes : la ligne du bas donne celle qui écrit la même chose,"
    " et y la copie. Filtres, métier et réglages sont retrouvés la fois suivante."
)


def keys_of(kind: type[Any]) -> list[tuple[str, str]]:
    """The keys that a class of ours declares, those that move a cursor left out."""
    declared = vars(kind).get("BINDINGS", ()) if kind.__module__.startswith(__package__) else ()
    return [(key_name(one), one.description) for one in declared if not one.action.startswith(MOVING)]


def key_name(binding: Binding) -> str:
    """A key as one calls it."""
    return binding.key_display or NAMES.get(binding.key, binding.key)


class Help(ModalScreen[None]):
    """What every key does here."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "dismiss", "Fermer")]

    def __init__(self, title: str, here: Sequence[tuple[str, str]], everywhere: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._blocks = (
            Heading(f"Dans cet écran ({title})"),
            Facts((*here, *MOVES)),
            Heading("Partout"),
            Facts(tuple(everywhere)),
            Paragraph(PROMISE),
            legend(BEST_FIRST),
        )

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page(id="keys")

    def on_mount(self) -> None:
        """The keys, laid out as any document."""
        page = self.query_one(Page)
        page.border_subtitle = "Échap fermer"
        page.show(Document("Les touches", "", self._blocks, framed=False))
        page.focus()
