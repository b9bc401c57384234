"""Where one stands in a career, and since when: at school, in service in a corps, or in a
métier whose corps is not described. Months count from 0, the first of the career; what came
before it is negative."""

from penitcareer.domain.career.indices import EchelonRank, Indices
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.corps import Corps, Echelon, Grade
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.domain.records import NamedTuple


class WithoutCorps(NamedTuple):
    """In service, since a month, in a métier whose corps is not described."""

    sujet: Subject
    service: int


class AtSchool(NamedTuple):
    """In a school grade since a month."""

    sujet: Subject
    corps: Corps
    grade: Grade
    depuis: int

    @property
    def echelon(self) -> Echelon:
        """The only échelon of a school grade."""
        return self.grade.echelons[0]

    @property
    def sourced(self) -> bool:
        """Whether the months of theory and of placement are known."""
        phase = self.sujet.regles.phase_of(self.grade.code)
        return phase is not None and phase.known

    @property
    def placement(self) -> int | None:
        """The month at which practice starts, None for never, and for unknown."""
        phase = self.sujet.regles.phase_of(self.grade.code)
        return None if phase is None or phase.placement is None else self.depuis + phase.placement


class InService(NamedTuple):
    """In a grade of a corps, at an échelon by its rank. `service`: the month of titularisation
    in the corps; `premier_chevron`: the one held when the échelon was taken; `garanti`: an index
    kept from before, where the échelon pays less."""

    sujet: Subject
    corps: Corps
    grade: Grade
    rank: int
    service: int
    grade_since: int
    echelon_since: int
    premier_chevron: int = 1
    garanti: KnownIndex | None = None

    @property
    def echelon(self) -> Echelon:
        """The échelon held."""
        return self.grade.echelons[self.rank]

    def taking(self, grade: Grade, place: EchelonRank, month: int) -> "InService":
        """The same in a grade taken this month, at an échelon and a chevron."""
        return self._replace(
            grade=grade, rank=place.rank, premier_chevron=place.chevron, grade_since=month, echelon_since=month
        )

    def rising(self, month: int) -> "InService":
        """The same at the next échelon, since a month."""
        return self._replace(rank=self.rank + 1, premier_chevron=1, echelon_since=month)

    def chevron(self, indices: Indices, month: int) -> int:
        """The chevron held in a lettered échelon, 1 elsewhere."""
        years = (month - self.echelon_since) // MONTHS
        return indices.chevron_after(self.corps, self.grade, self.echelon, self.premier_chevron, years)

    def known(self, indices: Indices, month: int) -> KnownIndex | None:
        """What is known of the index that pays, that kept from before included."""
        held = indices.known(self.corps, self.grade, self.echelon, self.chevron(indices, month))
        return held if held is None or self.garanti is None else held.raised(self.garanti)

    def end_of_echelon(self) -> int | None:
        """The month at which seniority gives the next échelon, None when it never does."""
        lasts = self.echelon.duree_mois
        return None if lasts is None or self.rank + 1 == len(self.grade.echelons) else self.echelon_since + lasts


Held = WithoutCorps | AtSchool | InService
