"""Where one stands in a career, and since when."""

from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.corps import TRAINING, Echelon, Grade


class Position:
    """A corps, a grade, an échelon (by its rank in the grade), and the month each was
    taken, from 0. `service`: the month of titularisation in the corps, None at school."""

    def __init__(self, sujet: Subject) -> None:
        self.sujet = sujet
        self.grade: Grade | None = None
        self.rank = 0
        self.service: int | None = None
        self.grade_since = self.echelon_since = 0

    @property
    def echelon(self) -> Echelon | None:
        """The échelon held."""
        return self.grade.echelons[self.rank] if self.grade is not None else None

    @property
    def at_school(self) -> bool:
        """Whether this is the school: titularisation ends it, even in a corps that has no
        other grade."""
        return self.service is None and self.grade is not None and self.grade.code in TRAINING

    def take(self, grade: Grade, rank: int, month: int) -> None:
        """Enter a grade at an échelon."""
        self.grade, self.rank = grade, rank
        self.grade_since = self.echelon_since = month

    def chevron(self, indices: Indices, month: int) -> int:
        """The chevron held in a lettered échelon, 1 elsewhere."""
        if self.grade is None or self.echelon is None or self.sujet.corps is None:
            return 1
        years = (month - self.echelon_since) // MONTHS
        return indices.chevron_after(self.sujet.corps, self.grade, self.echelon, years)

    def index(self, indices: Indices, month: int) -> int | None:
        """The index that pays, None when it is unsourced."""
        if self.grade is None or self.echelon is None or self.sujet.corps is None:
            return None
        return indices.of(self.sujet.corps, self.grade, self.echelon, self.chevron(indices, month))

    def end_of_echelon(self) -> int | None:
        """The month at which seniority gives what follows, None when it never does."""
        lasts = self.echelon.duree_mois if self.echelon else None
        last = self.grade is None or self.rank + 1 == len(self.grade.echelons)
        if lasts is None or (last and not self.at_school):
            return None
        return self.echelon_since + lasts
