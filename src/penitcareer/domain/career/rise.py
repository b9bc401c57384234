"""Which promotion happens, and when: those asked for, and those of an « avancement »."""

from collections.abc import Iterable
from datetime import date

from penitcareer.domain.career.doubts import Doubts
from penitcareer.domain.career.errors import NotNextGrade, PromotionTooEarly
from penitcareer.domain.career.plan import Plan, Wish, day_of, first_month
from penitcareer.domain.career.position import Position
from penitcareer.domain.career.promotion import Seniority, open_route
from penitcareer.domain.career.rules import median_wait, next_grades
from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.advancement import Promotion, PromotionRoute
from penitcareer.domain.pay.corps import Corps, Grade, grade_named, grades_on


class Rise:
    """The promotions of a career, decided as its months go by.

    A promotion asked for too early lets the career go on without it, up to the first month
    at which it would have been possible: that is what the error then says.
    """

    def __init__(self, plan: Plan, doubts: Doubts) -> None:
        self._plan, self._doubts = plan, doubts
        self._refused: tuple[Wish, Promotion, tuple[PromotionRoute, ...]] | None = None
        self._open_since: dict[tuple[str, str], int] = {}

    def grade(self, corps: Corps, held: Position, month: int) -> Grade | None:
        """The grade that a month brings to someone in service, None for no promotion.

        Raises NotNextGrade, UnknownGrade and PromotionTooEarly.
        """
        day = day_of(self._plan.debut, month)
        seniority = _seniority(held, month, day)
        wish = next((item for item in self._plan.promotions if first_month(item.annee) == month), None)
        if wish is not None:
            return self._granted(corps, held, seniority, wish)
        if self._refused is not None and open_route(self._refused[1], seniority):
            self._refuse(-(-month // MONTHS) + 1)
        return self._by_seniority(corps, held, seniority, month)

    def waits(self) -> Iterable[int]:
        """The months from which the waits of a median career run."""
        return self._open_since.values()

    def finish(self) -> None:
        """Say that a promotion asked for was never possible, if so. Raises PromotionTooEarly."""
        if self._refused is not None:
            self._refuse(None)

    def _granted(self, corps: Corps, held: Position, seniority: Seniority, wish: Wish) -> Grade | None:
        target = grade_named(corps, wish.grade, seniority.jour)
        following = {item.vers: item for item in next_grades(corps, held.sujet.regles, seniority.grade)}
        if target.code not in following:
            raise NotNextGrade(target.code, wish.annee, seniority.grade.code, list(following))
        promotion = following[target.code]
        route = open_route(promotion, seniority)
        if route is None and promotion.known(seniority.jour):
            existing = tuple(item for item in promotion.voies if item.in_force(seniority.jour))
            self._refused = self._refused or (wish, promotion, existing)
            return None
        if route is None:
            self._doubts.note("conditions_inconnues", target.titre, promotion.raison)
        self._note(route)
        return target

    def _note(self, route: PromotionRoute | None) -> None:
        for other in route.autres if route else ():
            self._doubts.note("conditions_supposees", other)
        if route and route.reserve:
            self._doubts.note("conditions_reserve", route.reserve)

    def _by_seniority(self, corps: Corps, held: Position, seniority: Seniority, month: int) -> Grade | None:
        """The promotion that the chosen « avancement » brings."""
        if self._plan.avancement == "sans":
            return None
        present = {item.code: item for item in grades_on(corps, seniority.jour)}
        for promotion in next_grades(corps, held.sujet.regles, seniority.grade):
            target = present.get(promotion.vers)
            if target is None:
                continue
            route = open_route(promotion, seniority, by_seniority=True)
            if all(item.fonctionnelle for item in promotion.routes_left(seniority.jour)):
                self._doubts.note("avancement_sans_conditions", target.titre)
            elif route is not None and self._waited(corps, promotion, target, month):
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

    def _refuse(self, possible: int | None) -> None:
        assert self._refused is not None
        wish, promotion, routes = self._refused
        raise PromotionTooEarly(promotion.vers, wish.annee, routes, possible)


def _seniority(held: Position, month: int, day: date) -> Seniority:
    assert held.grade is not None
    assert held.echelon is not None
    served = month - (held.service or 0)
    return Seniority(day, held.grade, held.echelon, served, month - held.grade_since)
