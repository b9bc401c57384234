"""Who one is, and which routes are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from penitcareer.domain.choices import AGES, AUCUN, CHILDREN, DIPLOMES, DOMAINES_DITS, NATIONALITES, YEARS
from penitcareer.explorer.controls import Control, Controls
from penitcareer.explorer.page import Page
from penitcareer.explorer.pane import Pane, chosen, document_of
from penitcareer.render.words import french

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult

UNSAID = "non indiqué"
HOW = "Dites au moins une chose de vous, le diplôme par exemple. Ce qui n’est pas dit n’est pas supposé."
LABELS = {
    "diplome": "Diplôme",
    "domaine": "Domaine d’études",
    "age": "Âge",
    "services": "Services publics",
    "activite": "Années de travail",
    "nationalite": "Nationalité",
    "enfants": "Enfants",
    "corps": "Membre du corps",
    "anciennete": "Ancienneté",
}
NATIONALITIES = {"francaise": "française", "autre": "autre"}
DOMAINS = {"service_social": "service social", "educatif": "éducatif"}


class ProfilPane(Pane):
    """Facts at the left, routes at the right."""

    NAME = "profil"
    TITLE = "Profil"

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Who one was last time."""
        self._values = {
            "diplome": _named((name, name) for name in DIPLOMES),
            "domaine": _named((name, DOMAINS.get(name, name)) for name in DOMAINES_DITS),
            "age": _years(AGES),
            "services": _years(YEARS),
            "activite": _years(YEARS),
            "nationalite": _named((name, NATIONALITIES[name]) for name in NATIONALITES),
            "enfants": _named((count, str(count)) for count in range(CHILDREN[0], CHILDREN[1] + 1)),
            "corps": _named([(AUCUN, AUCUN), *((one.code, one.sigle) for one in self.desk.live.corps)]),
            "anciennete": _years(YEARS),
        }
        self._facts = {name: chosen(kept, name, dict(values)) for name, values in self._values.items()}

    def kept(self) -> dict[str, Any]:
        """The same, to keep."""
        return dict(self._facts)

    def compose(self) -> ComposeResult:
        """Controls, then the answer."""
        yield Controls(id="controls")
        yield Page(id="routes")

    def on_mount(self) -> None:
        """The routes of this profile."""
        self._show()

    def command(self) -> str:
        """`penit eligible` with the same facts."""
        return self.typed("eligible", **self._facts)

    def on_controls_changed(self, event: Controls.Changed) -> None:
        """Another fact."""
        self._facts[event.name] = event.value
        self._show()

    def _show(self) -> None:
        facts = self._facts
        self.query_one(Controls).set([Control(name, LABELS[name], self._values[name], facts[name]) for name in LABELS])
        if all(value is None for value in facts.values()):
            self.page.say(HOW)
        elif reponse := self.answer(lambda: self.desk.penit.eligible(**facts)):
            self.page.show(document_of(reponse))
        self.updated()


def _named(values: Iterable[tuple[Any, str]]) -> tuple[tuple[Any, str], ...]:
    return ((None, UNSAID), *values)


def _years(bounds: tuple[int, int]) -> tuple[tuple[Any, str], ...]:
    return _named((year, french.count(year, "an")) for year in range(bounds[0], bounds[1] + 1))
