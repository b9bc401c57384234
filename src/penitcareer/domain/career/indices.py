"""The index that each échelon of a career pays, and its chevrons; computed once each."""

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.pay.corps import Corps, Echelon, Grade, grade_named
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.indices import Scales, chevrons_of, majore_of_echelon
from penitcareer.domain.pay.known_index import KnownIndex, index_of
from penitcareer.domain.pay.law import Law
from penitcareer.domain.records import NamedTuple


class EchelonRank(NamedTuple):
    """An échelon of a grade, by its rank, and its chevron."""

    rank: int
    chevron: int = 1


class Indices:
    """Indices majorés on the day of the law, for the whole career: the law is constant."""

    def __init__(self, law: Law, scales: Scales) -> None:
        self._law, self._scales = law, scales
        self._paid: dict[tuple[int, str, int], int | None] = {}
        self._around: dict[tuple[int, str, int], KnownIndex | None] = {}
        self._grades: dict[int, Grade] = {}  # kept alive: their identities are keys
        self._complete: dict[str, bool] = {}

    def of(self, corps: Corps, grade: Grade, echelon: Echelon, chevron: int = 1) -> int | None:
        """The index of an échelon, None when it is unsourced or has no such chevron."""
        key = self._key(grade, echelon, chevron)
        if key not in self._paid:
            try:
                self._paid[key] = majore_of_echelon(self._scales, corps, grade, echelon, chevron, self._law.jour)
            except (UnsourcedIndex, NoValueAtDate, InvalidIndex):
                self._paid[key] = None
        return self._paid[key]

    def chevron_after(self, corps: Corps, grade: Grade, echelon: Echelon, first: int, years: int) -> int:
        """The chevron held after so many years in an échelon, from the first one held there: one
        a year, up to the last."""
        if echelon.lettre is None:
            return 1
        held = first
        while held < first + years and self.of(corps, grade, echelon, held + 1) is not None:
            held += 1
        return held

    def complete(self, corps: Corps) -> bool:
        """Whether something is known of the index of every échelon of the grade where careers start."""
        if corps.code not in self._complete:
            grade = grade_named(corps, None, self._law.jour)
            known = (self.known(corps, grade, echelon) for echelon in grade.echelons)
            self._complete[corps.code] = all(index is not None for index in known)
        return self._complete[corps.code]

    def known(self, corps: Corps, grade: Grade, echelon: Echelon, chevron: int = 1) -> KnownIndex | None:
        """What is known of the index of an échelon, a floor included."""
        key = self._key(grade, echelon, chevron)
        if key not in self._around:
            self._around[key] = index_of(self._law, self._scales, corps, grade, echelon, chevron)
        return self._around[key]

    def _key(self, grade: Grade, echelon: Echelon, chevron: int) -> tuple[int, str, int]:
        """By the grade itself, not its code: a career may start at an index of its own."""
        self._grades.setdefault(id(grade), grade)
        return id(grade), echelon.echelon, chevron

    def places(self, grade: Grade) -> list[EchelonRank]:
        """Every échelon of a grade, each chevron of a letter apart."""
        return [
            EchelonRank(rank, chevron or 1)
            for rank, echelon in enumerate(grade.echelons)
            for chevron in chevrons_of(self._scales, echelon, self._law.jour)
        ]

    def placed(self, corps: Corps, grade: Grade, paid: KnownIndex | None) -> EchelonRank | None:
        """The first ordinary échelon, or chevron, that pays an index at least, the last one if
        none does; None when what is known of the indices does not tell."""
        ranks = ordinary_ranks(grade)
        places = [place for place in self.places(grade) if place.rank in ranks]
        if paid is None or paid.min != paid.max:
            return None
        for place in places:
            known = self.known(corps, grade, grade.echelons[place.rank], place.chevron)
            if known is not None and known.min >= paid.min:
                return place
            if known is None or known.max is None or known.max >= paid.min:
                return None
        return places[-1]


def ordinary_ranks(grade: Grade) -> list[int]:
    """The ranks of the échelons that seniority gives: neither special nor provisional."""
    ranks = [rank for rank, echelon in enumerate(grade.echelons) if is_digits(echelon.echelon)]
    return ranks or list(range(len(grade.echelons)))
