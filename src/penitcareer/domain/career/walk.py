"""A career walked from one event to the next: school, titularisation, échelons, mergers,
promotions, moves. Between two events nothing can happen, so months are not counted one by one.
"""

from bisect import bisect_right
from itertools import pairwise

from penitcareer.domain.career.departure import departed
from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import OwnCorps, SchoolNotOver
from penitcareer.domain.career.indices import EchelonRank, Indices, ordinary_ranks
from penitcareer.domain.career.plan import Move, Plan, Subject, day_of, first_month, month_of
from penitcareer.domain.career.position import AtSchool, Held, InService, WithoutCorps
from penitcareer.domain.career.rise import Rise
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.corps import Corps, Echelon, Grade, grade_named, grades_on
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.domain.records import NamedTuple


class Stage(NamedTuple):
    """Where one stands from `mois` (0 is the first month) on. `pratique`: at school, on a
    placement. `service`: the month of entry in service in this métier, None at school.
    `garanti`: an index kept from before, where the échelon pays less.
    `motif`: entree, ecole, titularisation, avancement, promotion, passage or fusion."""

    mois: int
    sujet: Subject
    motif: str
    grade: Grade | None = None
    echelon: Echelon | None = None
    chevron: int = 1
    pratique: bool = False
    service: int | None = None
    garanti: KnownIndex | None = None

    @property
    def phase(self) -> str:
        """`eleve`, `stagiaire`, `titulaire`, or `en_poste` where no corps is described."""
        if self.grade is None:
            return "en_poste"
        return self.grade.code if self.grade.in_training else "titulaire"

    @property
    def lasting(self) -> bool:
        """Whether one is known to stay at this échelon: its length is sourced, or it is the
        last that seniority gives."""
        if self.grade is None or self.echelon is None:
            return False
        last = self.grade.echelons[ordinary_ranks(self.grade)[-1]]
        return self.echelon.duree_mois is not None or self.echelon == last


def walked(sujet: Subject, plan: Plan, indices: Indices, doubts: Doubts) -> tuple[Stage, ...]:
    """The stages of a career, the one that its last day leads to included, and the doubts
    met on the way.

    Raises SchoolNotOver, OwnCorps, NotNextGrade, AlreadyInGrade, PromotionTooEarly,
    UnknownGrade, and what `departed` raises.
    """
    walk = _Walk(sujet, plan, indices, doubts)
    while walk.month <= plan.annees * MONTHS:
        walk.live()
        walk.month = walk.next_event()
    return tuple(walk.stages)


class _Walk:
    def __init__(self, sujet: Subject, plan: Plan, indices: Indices, doubts: Doubts) -> None:
        self.plan, self.indices, self.doubts = plan, indices, doubts
        self.rise = Rise(plan, doubts)
        self.stages: list[Stage] = []
        self.month = 0
        self.marks = _marks(plan, sujet)
        self.held = self._start(sujet)

    def next_event(self) -> int:
        """The next month at which something may happen."""
        held, month = self.held, self.month
        ends = [(month // MONTHS + 1) * MONTHS, self._end()]
        anchors: list[int] = []
        if isinstance(held, AtSchool):
            ends.append(held.placement)
        elif isinstance(held, InService):
            anchors = [held.service, held.grade_since, held.echelon_since, *self.rise.waits()]
        after = [end for end in ends if end is not None and end > month]
        after += [month + MONTHS - (month - anchor) % MONTHS for anchor in anchors]
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
        stage = self._stage(motif or "avancement")
        if not self.stages or self.stages[-1]._replace(mois=stage.mois, motif=stage.motif) != stage:
            self.stages.append(stage)
            if not isinstance(self.held, WithoutCorps):
                self.doubts.note_grid(self.held)

    def _stage(self, motif: str) -> Stage:
        """Where one stands this month."""
        held = self.held
        if isinstance(held, WithoutCorps):
            return Stage(self.month, held.sujet, motif, service=held.service)
        if isinstance(held, AtSchool):
            practice = self._placed_in_practice(held)
            return Stage(self.month, held.sujet, motif, held.grade, held.echelon, pratique=practice)
        chevron = held.chevron(self.indices, self.month)
        if chevron > held.premier_chevron:
            self.doubts.note("chevron_annuel")
        place = (held.sujet, motif, held.grade, held.echelon, chevron)
        return Stage(self.month, *place, False, held.service, held.garanti)

    def _placed_in_practice(self, held: AtSchool) -> bool:
        """Whether a month of school is one of placement; theory is never part-time."""
        if not held.sourced:
            self.doubts.note("stages_ecole_inconnus", held.grade.titre)
        if held.placement is not None and self.month >= held.placement:
            return True
        spell = self.plan.spell(self.month)
        if spell is not None:
            raise SchoolNotOver("quotite", str(spell.quotite), spell.de)
        return False

    def _start(self, sujet: Subject) -> Held:
        corps = sujet.corps
        if self.plan.depart is not None:
            return departed(sujet, self.plan.depart, self.plan.debut, self.indices, self.doubts)
        if corps is None:
            return WithoutCorps(sujet, 0)
        school = self._school(corps)
        return AtSchool(sujet, corps, school[0], 0) if school else self._titularised(sujet, corps)

    def _school(self, corps: Corps) -> list[Grade]:
        """The school grades to go through; one whose length is unknown is left out."""
        school = [grade for grade in grades_on(corps, day_of(self.plan.debut, 0)) if grade.in_training]
        timed = [grade for grade in school if grade.echelons[0].duree_mois]
        if len(timed) < len(school):
            self.doubts.note("ecole_duree_inconnue", corps.titre)
        return timed

    def _titularised(self, sujet: Subject, corps: Corps) -> InService:
        """In service in a corps from this month on."""
        grade = grade_named(corps, None, day_of(self.plan.debut, self.month))
        rank = grade.rank_of(sujet.regles.echelon_entree)
        return InService(sujet, corps, grade, rank, self.month, self.month, self.month)

    def _end(self) -> int | None:
        """The month at which a school year, or an échelon, is over. Part-time lengthens the
        placement in proportion (décret n° 94-874, art. 15)."""
        held = self.held
        if isinstance(held, AtSchool):
            lasts = held.echelon.duree_mois
            return None if lasts is None else self.plan.done(held.depuis, lasts)
        return held.end_of_echelon() if isinstance(held, InService) else None

    def _advance(self) -> str:
        """The next échelon, or the end of a school year, when its time has come."""
        motif = ""
        while (end := self._end()) is not None and end <= self.month:
            if isinstance(self.held, AtSchool):
                motif = self._leave_school_year(self.held)
            elif isinstance(self.held, InService):
                self.held = self.held.rising(end)
                motif = "avancement"
        return motif

    def _leave_school_year(self, held: AtSchool) -> str:
        years = pairwise(self._school(held.corps))
        following = next((after for year, after in years if year == held.grade), None)
        if following is not None:
            self.held = held._replace(grade=following, depuis=self.month)
            return "ecole"
        self.held = self._titularised(held.sujet, held.corps)
        return "titularisation"

    def _merge(self) -> bool:
        """A grade that merges gives way to its heir, with its échelon and seniority; whether
        one did."""
        held, day = self.held, day_of(self.plan.debut, self.month)
        if not isinstance(held, InService):
            return False
        for fusion in held.corps.fusions:
            if held.grade.code in fusion.depuis and fusion.le <= day:
                grade = grade_named(held.corps, fusion.vers, day)
                self.held = held._replace(grade=grade, rank=min(held.rank, len(grade.echelons) - 1))
                self.doubts.note("fusion_grades", grade.titre)
                return True
        return False

    def _move(self, move: Move) -> None:
        """Another corps, without its school, at an equal or next higher index."""
        old, new = self.held, move.sujet
        if new.corps is not None and old.sujet.corps is not None and new.corps.code == old.sujet.corps.code:
            raise OwnCorps(new.code, move.annee, new.corps.code)
        if isinstance(old, AtSchool):
            raise SchoolNotOver("puis", new.code, move.annee)
        self.doubts.note_bridge(old.sujet, new)
        if new.corps is None:
            self.held = WithoutCorps(new, self.month)
            return
        self.doubts.note("passage_sans_ecole")
        paid = old.known(self.indices, self.month) if isinstance(old, InService) else None
        entered = self._titularised(new, new.corps)
        self.held = self._classed(entered, entered.grade, paid)

    def _classed(self, held: InService, grade: Grade, paid: KnownIndex | None) -> InService:
        """In a grade taken this month, at the échelon of an equal or next higher index than the
        one paid before, which is kept where none reaches it."""
        place = self.indices.placed(held.corps, grade, paid)
        self.doubts.note("classement_indice_egal" if place is not None else "classement_sans_indice", grade.titre)
        taken = held.taking(grade, place or EchelonRank(ordinary_ranks(grade)[0]), self.month)
        new = taken._replace(garanti=None).known(self.indices, self.month)
        if paid is None or (new is not None and new.raised(paid) == new):
            return taken._replace(garanti=None)
        if new is not None:
            self.doubts.note("traitement_garanti", grade.titre)
        return taken._replace(garanti=paid)

    def _promote(self) -> str:
        held = self.held
        if isinstance(held, AtSchool):
            for wish in self.plan.promotions:
                if first_month(wish.annee) == self.month:
                    raise SchoolNotOver("promotion", wish.grade, wish.annee)
        if not isinstance(held, InService):
            return ""
        target = self.rise.grade(held, self.month)
        if target is None:
            return ""
        self.held = self._classed(held, target, held.known(self.indices, self.month))
        return "promotion"


def _marks(plan: Plan, sujet: Subject) -> list[int]:
    """The months at which a dated rule of the career changes."""
    days = []
    for item in (sujet, *(move.sujet for move in plan.passages)):
        days += [fusion.le for fusion in item.corps.fusions] if item.corps else []
        days += [route.depuis for step in item.regles.promotions for route in step.voies if route.depuis]
    return sorted({month for day in days if (month := month_of(plan.debut, day)) > 0})
