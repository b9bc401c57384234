"""The index that each échelon of a career pays, and its chevrons; computed once each."""

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.pay.corps import TRAINING, Corps, Echelon, Grade, grades_on
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.indices import Scales, majore_of_echelon
from penitcareer.domain.pay.known_index import KnownIndex, index_of
from penitcareer.domain.pay.law import Law


class Indices:
    """Indices majorés on the day of the law, for the whole career: the law is constant."""

    def __init__(self, law: Law, scales: Scales) -> None:
        self._law, self._scales = law, scales
        self._known: dict[tuple[str, str, str, int], int | None] = {}

    def of(self, corps: Corps, grade: Grade, echelon: Echelon, chevron: int = 1) -> int | None:
        """The index of an échelon, None when it is unsourced or has no such chevron."""
        key = (corps.code, grade.code, echelon.echelon, chevron)
        if key not in self._known:
            try:
                self._known[key] = majore_of_echelon(self._scales, corps, grade, echelon, chevron, self._law.jour)
            except (UnsourcedIndex, NoValueAtDate, InvalidIndex):
                self._known[key] = None
        return self._known[key]

    def chevron_after(self, corps: Corps, grade: Grade, echelon: Echelon, years: int) -> int:
        """The chevron held after so many years in an échelon: one a year, up to the last."""
        if echelon.lettre is None:
            return 1
        held = 1
        while held <= years and self.of(corps, grade, echelon, held + 1) is not None:
            held += 1
        return held

    def complete(self, corps: Corps) -> bool:
        """Whether every échelon of the grade where careers start has an index, or both its
        bounds."""
        grade = entry_grade(corps, self._law)
        return all(self.known(corps, grade, echelon) is not None for echelon in grade.echelons)

    def known(self, corps: Corps, grade: Grade, echelon: Echelon, chevron: int = 1) -> KnownIndex | None:
        """What is known of the index of an échelon, None when it has no upper end."""
        found = index_of(self._law, self._scales, corps, grade, echelon, chevron)
        return None if found is None or found.max is None else found

    def placed(self, corps: Corps, grade: Grade, index: int | None) -> int | None:
        """The rank of the first ordinary échelon that pays an index at least, the last one
        if none does; None when an index lacks."""
        ranks = ordinary_ranks(grade)
        found = [(rank, self.of(corps, grade, grade.echelons[rank])) for rank in ranks]
        if index is None or any(known is None for _, known in found):
            return None
        return next((rank for rank, known in found if known is not None and known >= index), ranks[-1])


def entry_grade(corps: Corps, law: Law) -> Grade:
    """The grade where careers start once out of school, on the day of the law."""
    return first_career_grade(grades_on(corps, law.jour))


def first_career_grade(grades: tuple[Grade, ...]) -> Grade:
    """The first grade that is not a school one, else the first."""
    return next((grade for grade in grades if grade.code not in TRAINING), grades[0])


def ordinary_ranks(grade: Grade) -> list[int]:
    """The ranks of the échelons that seniority gives: neither special nor provisional."""
    ranks = [rank for rank, echelon in enumerate(grade.echelons) if is_digits(echelon.echelon)]
    return ranks or list(range(len(grade.echelons)))
