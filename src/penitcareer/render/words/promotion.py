"""What a promotion asks, in words."""

from collections.abc import Iterable

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.pay.advancement import PromotionRoute
from penitcareer.render.words import french


def conditions(routes: Iterable[PromotionRoute]) -> str:
    """What these routes ask: « le 6e échelon et 6 ans de services », each with its name where they
    differ."""
    asked: dict[str, str] = {}
    for route in routes:
        asked.setdefault(_condition(route), route.voie.partition(" (")[0])
    several = len(set(asked.values())) > 1
    named = (f"{text} ({name})" if several and name != text else text for text, name in asked.items())
    return " ou ".join(named) or "une voie ouverte à cette date"


def _condition(route: PromotionRoute) -> str:
    parts = []
    if route.echelon_min is not None:
        rank = "er" if route.echelon_min == "1" else "e"
        numbered = is_digits(route.echelon_min)
        parts.append(f"le {route.echelon_min}{rank} échelon" if numbered else f"l’échelon {route.echelon_min}")
    if route.services_annees:
        parts.append(f"{services(route.services_annees)} dans le {route.services_dans}")
    return " et ".join(parts) or route.voie


def services(years: int) -> str:
    """« 6 ans de services »."""
    return f"{french.count(years, 'an')} de services"
