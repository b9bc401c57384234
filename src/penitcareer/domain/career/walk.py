"""A career walked from one event to the next: school, titularisation, échelons, mergers,
promotions, moves. Between two events nothing can happen, so months are not counted one by one.
"""

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import AtSchool
from penitcareer.domain.career.indices import Indices, first_career_grade, ordinary_ranks
from penitcareer.domain.career.plan import Move, Plan, Subject, day_of, first_month, month_of
from penitcareer.domain.career.position import Position
from penitcareer.domain.career.rise import Rise
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.corps import TRAINING, Corps, Echelon, Grade, grade_named, grades_on


class Stage(NamedTuple):
    """Where one stands from `mois` (0 is the first month) on. `pratique`: at school, on a
    placement. `service`: the month of entry in service in this métier, None at school.
    `motif`: entree, ecole, titularisation, avancement, promotion, passage or fusion."""

    mois: int
    sujet: Subject
    grade: Grade | None
    echelon: Echelon | None
    chevron: int
    pratique: bool
    service: int | None
    motif: str

    @property
    def phase(self) -> str:
        """`eleve`, `stagiaire`, `titulaire`, or `en_poste` where no corps is described."""
        if self.grade is None:
            return "en_poste"
        return self.grade.code if self.grade.code in TRAINING else "titulaire"

    @property
    def lasting(self) -> bool:
        """Whether one is known to stay at this échelon: its length is sourced, or it is the
        last that seniority gives."""
        if self.grade is None or self.echelon is None:
            return False
        last = self.grade.echelons[ordinary_ranks(self.grade)[-1]]
        return self.echelon.duree_mois is not None or self.echelon == last


def stages_of(sujet: Subject, plan: Plan, indices: Indices, doubts: Doubts) -> tuple[Stage, ...]:
    """The stages of a career, the one that its last day leads to included, and the doubts
    met on the way.

    Raises AtSchool, NotNextGrade, PromotionTooEarly and UnknownGrade.
    """
    walk = _Walk(sujet, plan, indices, doubts)
    while walk.month <= plan.annees * MONTHS:
        walk.live()
        walk.month = walk.next_event()
    walk.rise.finish()
    return tuple(walk.stages)


class _Walk:
    def __init__(self, sujet: Subject, plan: Plan, indices: Indices, doubts: Doubts) -> None:
        self.plan, self.indices, self.doubts = plan, indices, doubts
        self.rise = Rise(plan, doubts)
        self.stages: list[Stage] = []
        self.month = 0
        self.held = Position(sujet)
        self.marks = _marks(plan, sujet)
        self._enter()

    def next_event(self) -> int:
        """The next month at which something may happen."""
        held, month = self.held, self.month
        after = [(month // MONTHS + 1) * MONTHS]
        end = held.end_of_echelon()
        if end is not None and end > month:
            after.append(end)
        if held.at_school and (phase := self._placement()) is not None and phase > month:
            after.append(phase)
        since = (held.service, held.grade_since, held.echelon_since, *self.rise.waits())
        after += [month + MONTHS - (month - anchor) % MONTHS for anchor in since if anchor is not None]
        return min(after + self.marks[bisect_right(self.marks, month) :][:1])

    def live(self) -> None:
        """What a month brings; the stage is written when it is new."""
        motif = "entree" if self.month == 0 else ""
        motif = self._advance() or motif
        if self._merge():
            self._advance()  # what seniority already earned by the heir's lengths
            motif = "fusion"
        for move in self.plan.passages:
            if first_month(move.annee) == self.month:
                self._move(move)
                motif = "passage"
        motif = self._promote() or motif
        self._write(motif)

    def _write(self, motif: str) -> None:
        held = self.held
        chevron = held.chevron(self.indices, self.month)
        if chevron > 1:
            self.doubts.note("chevron_annuel")
        starts = self._placement() if held.at_school else None
        pratique = starts is not None and self.month >= starts
        place = (held.sujet, held.grade, held.echelon, chevron, pratique, held.service)
        if not self.stages or self.stages[-1][1:-1] != place:
            self.stages.append(Stage(self.month, *place, motif or "avancement"))
            self.doubts.note_grid(held)

    def _enter(self) -> None:
        corps = self.held.sujet.corps
        if corps is None:
            self.held.service = 0
            return
        school = self._school(corps)
        if school:
            self.held.take(school[0], 0, 0)
        else:
            self._titularise(corps)

    def _school(self, corps: Corps) -> list[Grade]:
        """The school grades to go through; one whose length is unknown is left out."""
        school = [grade for grade in grades_on(corps, day_of(self.plan.debut, 0)) if grade.code in TRAINING]
        timed = [grade for grade in school if grade.echelons[0].duree_mois]
        if len(timed) < len(school):
            self.doubts.note("ecole_duree_inconnue", corps.titre)
        return timed

    def _placement(self) -> int | None:
        """The month at which this school year turns to practice; None for never, and for
        unknown, which is noted."""
        grade = self.held.grade
        assert grade is not None
        phase = self.held.sujet.regles.phase_of(grade.code)
        if phase is not None and phase.known:
            return None if phase.placement is None else self.held.grade_since + phase.placement
        self.doubts.note("stages_ecole_inconnus", grade.titre)
        return None

    def _titularise(self, corps: Corps) -> Grade:
        """Enter service in a corps: the grade taken."""
        grade = first_career_grade(grades_on(corps, day_of(self.plan.debut, self.month)))
        names = [echelon.echelon for echelon in grade.echelons]
        wanted = self.held.sujet.regles.echelon_entree
        self.held.service = self.month
        self.held.take(grade, names.index(wanted) if wanted in names else 0, self.month)
        return grade

    def _advance(self) -> str:
        """The next échelon, or the end of a school year, when its time has come."""
        held, corps, motif = self.held, self.held.sujet.corps, ""
        while corps is not None and (end := held.end_of_echelon()) is not None and end <= self.month:
            if held.at_school:
                motif = self._leave_school_year(corps)
            else:
                held.rank += 1
                held.echelon_since = end
                motif = "avancement"
        return motif

    def _leave_school_year(self, corps: Corps) -> str:
        years = pairwise(self._school(corps))
        following = next((after for year, after in years if year == self.held.grade), None)
        if following is not None:
            self.held.take(following, 0, self.month)
            return "ecole"
        self._titularise(corps)
        return "titularisation"

    def _merge(self) -> bool:
        """A grade that merges gives way to its heir, with its échelon and seniority; whether
        one did."""
        held, day = self.held, day_of(self.plan.debut, self.month)
        corps = held.sujet.corps
        for fusion in corps.fusions if corps else ():
            if corps and held.grade is not None and held.grade.code in fusion.depuis and fusion.le <= day:
                held.grade = grade_named(corps, fusion.vers, day)
                held.rank = min(held.rank, len(held.grade.echelons) - 1)
                self.doubts.note("fusion_grades", held.grade.titre)
                return True
        return False

    def _move(self, move: Move) -> None:
        """Another corps, without its school, at an equal or next higher index."""
        old = self.held
        if old.service is None:
            raise AtSchool("puis", move.sujet.code, move.annee, self._first_year_in_service())
        self.doubts.note_bridge(old.sujet, move.sujet)
        self.held = Position(move.sujet)
        self.held.service = self.month
        corps = move.sujet.corps
        if corps is not None:
            self.doubts.note("passage_sans_ecole")
            self._place(corps, self._titularise(corps), old.index(self.indices, self.month))

    def _place(self, corps: Corps, grade: Grade, index: int | None) -> None:
        rank = self.indices.placed(corps, grade, index)
        self.doubts.note("classement_indice_egal" if rank is not None else "classement_sans_indice", grade.titre)
        self.held.take(grade, ordinary_ranks(grade)[0] if rank is None else rank, self.month)

    def _promote(self) -> str:
        held, corps = self.held, self.held.sujet.corps
        if corps is None or held.grade is None:
            return ""
        if held.service is None:
            for wish in self.plan.promotions:
                if first_month(wish.annee) == self.month:
                    raise AtSchool("promotion", wish.grade, wish.annee, self._first_year_in_service())
            return ""
        target = self.rise.grade(corps, held, self.month)
        if target is None:
            return ""
        self._place(corps, target, held.index(self.indices, self.month))
        return "promotion"

    def _first_year_in_service(self) -> int:
        """The first year that starts once the school is over."""
        assert self.held.sujet.corps is not None
        months = sum(grade.echelons[0].duree_mois or 0 for grade in self._school(self.held.sujet.corps))
        return -(-months // MONTHS) + 1


def _marks(plan: Plan, sujet: Subject) -> list[int]:
    """The months at which a dated rule of the career changes."""
    days = []
    for item in (sujet, *(move.sujet for move in plan.passages)):
        days += [fusion.le for fusion in item.corps.fusions] if item.corps else []
        days += [route.depuis for step in item.regles.promotions for route in step.voies if route.depuis]
    return sorted({month for day in days if (month := month_of(plan.debut, day)) > 0})
