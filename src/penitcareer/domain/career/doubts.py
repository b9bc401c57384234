"""The assumptions that a career meets, noted once each, in order."""

from penitcareer.domain.career.indices import ordinary_ranks
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.career.position import AtSchool, InService
from penitcareer.domain.pay.hypotheses import Detail
from penitcareer.domain.records import NamedTuple

OLDER = "version_anterieure"
BOUNDED = {"bornes": "indices_encadres", "supposition": "indices_supposes"}


class Doubt(NamedTuple):
    """An assumption: the code of its wording, and what it is about."""

    code: str
    detail: Detail


class Doubts:
    """A collection of doubts without repeats."""

    def __init__(self) -> None:
        self._noted: dict[Doubt, None] = {}

    def note(self, code: str, *detail: str | int | None) -> None:
        """Note a doubt, unless it already is."""
        self._noted[Doubt(code, detail)] = None

    def note_grid(self, held: AtSchool | InService) -> None:
        """Doubts on what a new échelon pays, and on how long it lasts."""
        grade, echelon = held.grade, held.echelon
        if grade.statut == OLDER and echelon.sourced:
            self.note("indices_non_confirmes", grade.titre)
        if grade.encadrement is not None:
            self.note(BOUNDED[grade.encadrement.nature], grade.titre)
        if isinstance(held, AtSchool):
            return
        if echelon.duree_mois is not None:
            if grade.statut_durees == OLDER:
                self.note("durees_non_confirmees", grade.titre)
        elif held.rank != ordinary_ranks(grade)[-1] and held.rank + 1 < len(grade.echelons):
            self.note("duree_inconnue", grade.titre)

    def note_bridge(self, old: Subject, new: Subject) -> None:
        """The known ways from a corps to another, or that none is known."""
        to = new.corps.code if new.corps else new.code
        known = [bridge for bridge in old.regles.passerelles if bridge.vers == to]
        if not known:
            self.note("passage_inconnu", old.code, new.code)
        for bridge in known:
            self.note("passage_connu", bridge.voie, bridge.services_annees, *bridge.autres)

    def noted(self) -> tuple[Doubt, ...]:
        """Every doubt, oldest first."""
        return tuple(self._noted)
