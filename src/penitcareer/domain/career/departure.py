"""From where one is: an échelon and since when, or an index, in place of the school."""

from collections.abc import Sequence
from datetime import date

from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import NoSuchIndex, StartAhead, TwoStarts
from penitcareer.domain.career.indices import EchelonRank, Indices
from penitcareer.domain.career.plan import Departure, Subject, month_of
from penitcareer.domain.career.position import AtSchool, InService
from penitcareer.domain.pay.corps import Corps, Grade, echelon_named, first_career_grade, grade_named, grades_on
from penitcareer.domain.pay.errors import UnknownCorps
from penitcareer.domain.pay.known_index import at_index


def departed(sujet: Subject, start: Departure, debut: date, indices: Indices, doubts: Doubts) -> AtSchool | InService:
    """Where one stands on the first day of a career that starts from an échelon, or an index.

    Raises UnknownCorps without one, TwoStarts, StartAhead, NoSuchIndex, UnknownGrade and
    UnknownEchelon.
    """
    corps = sujet.corps
    if corps is None:
        raise UnknownCorps(sujet.code)
    if start.im is not None and start.echelon is not None:
        raise TwoStarts
    since = month_of(debut, start.le) if start.le is not None else 0
    if since > 0 and start.le is not None:
        raise StartAhead(start.le, debut)
    if start.le is None:
        doubts.note("depart_sans_date")
    if start.im is not None:
        grade, place = _of_index(corps, start.grade, start.im, debut, indices, doubts)
    else:
        grade = grade_named(corps, start.grade, debut)
        place = EchelonRank(grade.echelons.index(echelon_named(corps, grade, start.echelon)))
    if grade.in_training:
        return AtSchool(sujet, corps, grade, since)
    doubts.note("depart_anciennete")
    entered = since - _months_before(sujet, grade, place.rank, grade_named(corps, None, debut))
    return InService(sujet, corps, grade, place.rank, entered, entered, since, place.chevron)


def _months_before(sujet: Subject, grade: Grade, rank: int, first: Grade) -> int:
    """The months that lead to an échelon from the start of its grade, those known."""
    start = grade.rank_of(sujet.regles.echelon_entree) if grade == first else 0
    return sum(echelon.duree_mois or 0 for echelon in grade.echelons[start:rank])


def _of_index(
    corps: Corps, asked: str | None, im: int, day: date, indices: Indices, doubts: Doubts
) -> tuple[Grade, EchelonRank]:
    """The grade and échelon that pay an index: the first that is known to, else the first that
    may, whose index is then known."""
    grades = [grade_named(corps, asked, day)] if asked else [g for g in grades_on(corps, day) if not g.in_training]
    for grade in grades:
        for place in indices.places(grade):
            known = indices.known(corps, grade, grade.echelons[place.rank], place.chevron)
            if known is not None and known.min == known.max == im:
                return grade, place
    for grade in grades:
        for rank, echelon in enumerate(grade.echelons):
            known = indices.known(corps, grade, echelon)
            if known is not None and known.min <= im and (known.max is None or im <= known.max):
                doubts.note("depart_echelon_suppose", echelon.echelon, grade.titre)
                own = (*grade.echelons[:rank], at_index(echelon, im), *grade.echelons[rank + 1 :])
                return grade._replace(echelons=own), EchelonRank(rank)
    usual = first_career_grade(grades).echelons
    raise NoSuchIndex(corps.code, im, _nearest(corps, grades, im, indices), usual[len(usual) // 2].echelon)


def _nearest(corps: Corps, grades: Sequence[Grade], im: int, indices: Indices) -> tuple[int, ...]:
    """The known indices just under and just above one."""
    found = [
        known.min
        for grade in grades
        for place in indices.places(grade)
        if (known := indices.known(corps, grade, grade.echelons[place.rank], place.chevron)) is not None
    ]
    below, above = [index for index in found if index < im], [index for index in found if index > im]
    return tuple(end for end in (max(below, default=None), min(above, default=None)) if end is not None)
