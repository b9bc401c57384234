"""What a corps pays at school, at the start and at the end, by the best that is known of
its grid."""

from collections.abc import Iterator, Mapping

from penitcareer.domain.choices import Stade
from penitcareer.domain.money import Span
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import TRAINING, Corps, Echelon, Grade, grades_on
from penitcareer.domain.pay.grid import ends_of
from penitcareer.domain.pay.indices import chevrons_of
from penitcareer.domain.pay.known_index import index_of
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.residence import default_zone
from penitcareer.domain.pay.stage_pay import CorpsStages, StagePay


def stages_of(law: Law, books: PayBooks, corps: Corps) -> CorpsStages:
    """The stages of a corps on the day of the law; those of unknown index are left out."""
    found = (_stage(law, books, corps, *place) for place in _places(law, corps))
    return CorpsStages(corps.sigle, law.jour, tuple(stage for stage in found if stage is not None))


def _places(law: Law, corps: Corps) -> Iterator[tuple[Stade, Grade, Echelon, bool]]:
    grades = {grade.code: grade for grade in grades_on(corps, law.jour)}
    school = next((grades[code] for code in TRAINING if code in grades), None)
    if school is not None:
        yield "ecole", school, school.echelons[0], False
    first = next((grade for grade in grades.values() if not grade.in_training), None)
    if first is None:
        return
    yield "debut", first, first.echelons[first.rank_of(corps.carriere.echelon_entree)], False
    top = _highest(corps, grades, first)
    if top is not first:
        yield "fin", top, top.echelons[-1], True
    yield "fin", first, first.echelons[-1], False


def _highest(corps: Corps, grades: Mapping[str, Grade], first: Grade) -> Grade:
    """The last grade that promotions lead to."""
    reached = first
    above = {step.depuis: step.vers for step in reversed(corps.carriere.promotions) if step.vers in grades}
    for _ in above:
        reached = grades.get(above.get(reached.code, ""), reached)
    return reached


def _stage(
    law: Law, books: PayBooks, corps: Corps, stade: Stade, grade: Grade, echelon: Echelon, promoted: bool
) -> StagePay | None:
    chevron = chevrons_of(books.baremes, echelon, law.jour)[-1] if stade == "fin" else None
    known = index_of(law, books.baremes, corps, grade, echelon, chevron or 1)
    if known is None:
        return None
    zone = default_zone(law)
    low, high = ends_of(law, books, corps, grade, known, zone)
    return StagePay(
        stade, grade.titre, echelon.echelon, promoted, known.preuve,
        Span(low.brut, high and high.brut), Span(low.net, high and high.net),
        low.manque,
    )  # fmt: skip
