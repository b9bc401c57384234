"""Which promotion happens, and when: those asked for, and those of an « avancement »."""

from collections.abc import Iterable

from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import AlreadyInGrade, NotNextGrade, PromotionTooEarly
from penitcareer.domain.career.plan import Plan, Wish, day_of, first_month
from penitcareer.domain.career.position import InService
from penitcareer.domain.career.promotion import Seniority, open_route
from penitcareer.domain.career.rules import median_wait, next_grades
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.advancement import Promotion, PromotionRoute
from penitcareer.domain.pay.corps import Corps, Grade, grade_named, grades_on


class Rise:
    """The promotions of a career, decided as its months go by."""

    def __init__(self, plan: Plan, doubts: Doubts) -> None:
        self._plan, self._doubts = plan, doubts
        self._open_since: dict[tuple[str, str], int] = {}

    def grade(self, held: InService, month: int) -> Grade | None:
        """The grade that a month brings to someone in service, None for no promotion.

        Raises NotNextGrade, AlreadyInGrade, UnknownGrade and PromotionTooEarly.
        """
        day = day_of(self._plan.debut, month)
        seniority = Seniority(day, held.grade, held.echelon, month - held.service, month - held.grade_since)
        wish = next((item for item in self._plan.promotions if first_month(item.annee) == month), None)
        if wish is not None:
            return self._granted(held, seniority, wish)
        return self._by_seniority(held, seniority, month)

    def waits(self) -> Iterable[int]:
        """The months from which the waits of a median career run."""
        return self._open_since.values()

    def _granted(self, held: InService, seniority: Seniority, wish: Wish) -> Grade:
        target = grade_named(held.corps, wish.grade, seniority.jour)
        if target.code == held.grade.code:
            raise AlreadyInGrade(target.code, wish.annee)
        following = {item.vers: item for item in next_grades(held.corps, held.sujet.regles, seniority.grade)}
        if target.code not in following:
            raise NotNextGrade(target.code, wish.annee, seniority.grade.code, list(following))
        promotion = following[target.code]
        route = open_route(promotion, seniority)
        if route is None and promotion.known(seniority.jour):
            existing = tuple(item for item in promotion.voies if item.in_force(seniority.jour))
            raise PromotionTooEarly(promotion.vers, wish.annee, existing, None)
        if route is None:
            self._doubts.note("conditions_inconnues", target.titre, promotion.raison)
        self._note(route)
        return target

    def _note(self, route: PromotionRoute | None) -> None:
        for other in route.autres if route else ():
            self._doubts.note("conditions_supposees", other)
        if route and route.reserve:
            self._doubts.note("conditions_reserve", route.reserve)

    def _by_seniority(self, held: InService, seniority: Seniority, month: int) -> Grade | None:
        """The promotion that the chosen « avancement » brings."""
        if self._plan.avancement == "sans":
            return None
        present = {item.code: item for item in grades_on(held.corps, seniority.jour)}
        for promotion in next_grades(held.corps, held.sujet.regles, seniority.grade):
            target = present.get(promotion.vers)
            if target is None:
                continue
            route = open_route(promotion, seniority, by_seniority=True)
            if all(item.fonctionnelle for item in promotion.routes_left(seniority.jour)):
                self._doubts.note("avancement_sans_conditions", target.titre)
            elif route is not None and self._waited(held.corps, promotion, target, month):
                self._note(route)
                return target
        return None

    def _waited(self, corps: Corps, promotion: Promotion, target: Grade, month: int) -> bool:
        """Whether the wait of a median career is over; there is none « au plus tôt »."""
        if self._plan.avancement == "au_plus_tot":
            return True
        if promotion.taux is None:
            self._doubts.note("avancement_sans_taux", target.titre)
            return False
        since = self._open_since.setdefault((corps.code, promotion.vers), month)
        rate = promotion.taux
        self._doubts.note("avancement_median", target.titre, rate.annee, rate.source.titre)
        return month - since >= median_wait(promotion.taux.valeur) * MONTHS
