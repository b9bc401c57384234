"""Careers in time: the curve and the milestones of one métier, or of two."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from penitcareer.domain.choices import AVANCEMENTS, LONGEST_CAREER, MOST_CHILDREN, USUAL_CAREER, ZONES
from penitcareer.explorer.controls import Control, Controls, household
from penitcareer.explorer.page import Page
from penitcareer.explorer.pane import USUAL, Pane, chosen, document_of
from penitcareer.render.views.careers_full import chart
from penitcareer.render.words import french
from penitcareer.render.words.grades import short_grade
from penitcareer.render.words.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from penitcareer.domain.career.careers import Careers
    from penitcareer.domain.pay.corps import Corps, Grade
    from penitcareer.render.document import Document

GRADE = "grade:"  # before the code of a grade, in the name of its control
PACES = {"sans": "sans promotion", "au_plus_tot": "au plus tôt", "median": "médian"}
SHORTEST = 5


class CarrierePane(Pane):
    """Controls at the left, the career at the right."""

    NAME = "carriere"
    TITLE = "Carrière"

    def restore(self, kept: Mapping[str, Any]) -> None:
        """The careers of last time."""
        self._named = {line.entree.code: listed(line.entree) for line in self.desk.live.lines}
        usual = USUAL if USUAL in self._named else next(iter(self._named))
        self._facts: dict[str, Any] = {
            "metier": chosen(kept, "metier", self._named, usual),
            "autre": chosen(kept, "autre", self._named),
            "annees": chosen(kept, "annees", range(1, LONGEST_CAREER + 1), USUAL_CAREER),
            "avancement": chosen(kept, "avancement", AVANCEMENTS, AVANCEMENTS[0]),
            "zone": chosen(kept, "zone", ZONES),
            "enfants": chosen(kept, "enfants", range(MOST_CHILDREN + 1), 0),
        }
        years = kept.get("promotions")
        known = years.items() if isinstance(years, dict) else ()
        self._years: dict[str, int] = {code: year for code, year in known if year in range(1, LONGEST_CAREER + 1)}

    def kept(self) -> dict[str, Any]:
        """The same, to keep."""
        return {**self._facts, "promotions": self._years}

    def compose(self) -> ComposeResult:
        """Controls, then the answer."""
        yield Controls(id="controls")
        yield Page(id="career")

    def on_mount(self) -> None:
        """The career as it was left."""
        self._show()

    def command(self) -> str:
        """`penit carriere` with the same facts."""
        wishes = [f"{grade}@{year}" for grade, year in self._wishes()]
        return self.typed("carriere", *self._metiers(), **self._plan(), promotions=wishes)

    def open(self, metiers: tuple[str, ...]) -> None:
        """The career of a métier, or of two."""
        if metiers:
            self._facts |= {"metier": metiers[0], "autre": metiers[1] if len(metiers) > 1 else None}
            self._show()

    def on_controls_changed(self, event: Controls.Changed) -> None:
        """One fact changed; a promotion that is asked for starts at the first year that is open,
        with those on the way to it, and takes away with it those that follow."""
        grade = event.name.removeprefix(GRADE)
        if grade == event.name:
            self._facts[event.name] = event.value
        elif event.value is None:
            after = [one for one in self._years if grade in self.desk.live.before(self._metiers(), one)]
            for one in (grade, *after):
                self._years.pop(one, None)
        elif grade in self._years or event.value != 1:
            self._years[grade] = event.value
        else:
            asked = {"promotions": self._wishes(), **self._plan()}
            self._years |= self.desk.live.reached(self._metiers(), grade, **asked) or {grade: event.value}
        self._show()

    def _metiers(self) -> tuple[str, ...]:
        both = (self._facts["metier"], self._facts["autre"])
        return tuple(dict.fromkeys(code for code in both if code is not None))

    def _plan(self) -> dict[str, Any]:
        """What is not as the library supposes."""
        usual = {"annees": USUAL_CAREER, "avancement": AVANCEMENTS[0], "zone": None, "enfants": 0}
        return {name: self._facts[name] for name, value in usual.items() if self._facts[name] != value}

    def _wishes(self) -> list[tuple[str, int]]:
        """The promotions asked for, of the grades that these careers have."""
        known = self.desk.live.promotions(self._metiers())
        return [(code, self._years[code]) for code in known if code in self._years]

    def _show(self) -> None:
        self.query_one(Controls).set(self._controls())
        wishes = self._wishes()
        ask = partial(self.desk.penit.carriere, *self._metiers(), promotions=wishes, **self._plan())
        if reponse := self.answer(ask):
            self.page.show(with_curve(document_of(reponse), reponse.valeur), top=False)
        self.updated()

    def _controls(self) -> list[Control]:
        facts = self._facts
        metiers = tuple(self._named.items())
        others = tuple((code, name) for code, name in metiers if code != facts["metier"])
        years = tuple((year, french.count(year, "an")) for year in range(SHORTEST, LONGEST_CAREER + 1, SHORTEST))
        if facts["annees"] not in dict(years):
            years = (*years, (facts["annees"], french.count(facts["annees"], "an")))
        when = ((None, "non"), *((year, f"année {year}") for year in range(1, facts["annees"] + 1)))
        return [
            Control("metier", "Métier", metiers, facts["metier"]),
            Control("autre", "Comparé à", ((None, "aucun"), *others), facts["autre"]),
            Control("annees", "Durée", years, facts["annees"]),
            Control("avancement", "Avancement", tuple(PACES.items()), facts["avancement"]),
            *(
                Control(f"{GRADE}{code}", _promoted(grades), when, self._years.get(code))
                for code, grades in self.desk.live.promotions(self._metiers()).items()
            ),
            *household(facts["zone"], facts["enfants"]),
        ]


def _promoted(grades: Sequence[tuple[Grade, Corps]]) -> str:
    """« CPIP et DPIP, classe exceptionnelle »: one promotion, for each career that has the grade."""
    return f"{' et '.join(corps.sigle for _, corps in grades)}, {short_grade(*grades[0])}"


def with_curve(document: Document, careers: Careers) -> Document:
    """The same, its curve first where the command prints none: for one career whose pay is known."""
    alone = careers.carrieres[0].parcours if len(careers.carrieres) == 1 else None
    if alone is None or alone.annees[-1].cumul is None:
        return document
    return document._replace(blocks=(chart(careers, eye=True), *document.blocks))
