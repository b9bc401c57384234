"""When a promotion is open: its conditions against a seniority."""

from datetime import date

from penitcareer.domain.money import MONTHS
from penitcareer.domain.pay.advancement import Promotion, PromotionRoute
from penitcareer.domain.pay.corps import Echelon, Grade
from penitcareer.domain.records import NamedTuple


class Seniority(NamedTuple):
    """What conditions look at: the grade and échelon held, and months since titularisation
    in the corps and since the grade."""

    jour: date
    grade: Grade
    echelon: Echelon
    mois_corps: int
    mois_grade: int


def open_route(promotion: Promotion, held: Seniority, by_seniority: bool = False) -> PromotionRoute | None:
    """The first open route of a promotion, the one that assumes least; with `by_seniority`,
    never one that takes particular functions."""
    routes = [route for route in promotion.voies if is_open(route, held) and not (by_seniority and route.fonctionnelle)]
    return min(routes, key=lambda route: len(route.autres), default=None)


def is_open(route: PromotionRoute, held: Seniority) -> bool:
    """Whether seniority meets what a route asks of it, on a day when the route exists."""
    if not route.in_force(held.jour):
        return False
    names = [echelon.echelon for echelon in held.grade.echelons]
    if route.echelon_min in names and names.index(held.echelon.echelon) < names.index(route.echelon_min):
        return False
    served = held.mois_grade if route.services_dans == "grade" else held.mois_corps
    return served >= (route.services_annees or 0) * MONTHS
