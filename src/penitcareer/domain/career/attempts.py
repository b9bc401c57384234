"""The year that would suit an event which was refused: found by trying each one."""

from collections.abc import Callable, Iterable

from penitcareer.domain.career.errors import NotNextGrade, PromotionTooEarly, SchoolNotOver
from penitcareer.domain.career.plan import Plan, Spell, Wish

Accepted = Callable[[Plan], bool]
Untimely = PromotionTooEarly | NotNextGrade | SchoolNotOver


def with_a_year(refused: Untimely, plan: Plan, accepted: Accepted) -> Untimely:
    """The same refusal, with the first year of the plan that is itself accepted, if any."""
    match refused:
        case PromotionTooEarly(grade=grade, year=year, routes=routes):
            return PromotionTooEarly(grade, year, routes, _of_promotion(plan, year, accepted))
        case NotNextGrade(grade=grade, year=year, current=current, following=following):
            return NotNextGrade(grade, year, current, following, _before(plan, refused, accepted))
    first = _first(plan, (_shifted(plan, refused, year) for year in _years(plan)), accepted)
    if refused.event == "promotion":
        first = _of_promotion(plan, refused.year, accepted)
    return SchoolNotOver(refused.event, refused.name, refused.year, first)


def _of_promotion(plan: Plan, year: int, accepted: Accepted) -> int | None:
    """The first year for the promotion asked for in a year: among all the others, else among
    those before it, for those after may have to move too."""
    wish = next(wish for wish in plan.promotions if wish.annee == year)
    others = tuple(other for other in plan.promotions if other != wish)
    for kept in (others, tuple(other for other in others if other.annee < year)):
        tried = (plan._replace(promotions=(*kept, wish._replace(annee=when))) for when in _years(plan))
        first = _first(plan, tried, accepted)
        if first is not None:
            return first
    return None


def _before(plan: Plan, refused: NotNextGrade, accepted: Accepted) -> tuple[str, int] | None:
    """The grade to take first, and its first year: the one refused following it, else alone."""
    without = tuple(wish for wish in plan.promotions if wish.annee < refused.year)
    for kept in (plan.promotions, without):
        for grade in refused.following:
            tried = (plan._replace(promotions=(*kept, Wish(grade, year))) for year in _years(plan))
            first = _first(plan, tried, accepted)
            if first is not None:
                return grade, first
    return None


def _shifted(plan: Plan, refused: SchoolNotOver, year: int) -> Plan:
    """The plan with the move, or the part-time spell, that was refused, in another year."""
    if refused.event == "puis":
        moves = (move._replace(annee=year) if move.annee == refused.year else move for move in plan.passages)
        return plan._replace(passages=tuple(moves))
    spells = (Spell(spell.quotite, year, max(year, spell.a)) if spell.de == refused.year else spell
              for spell in plan.temps_partiels)  # fmt: skip
    return plan._replace(temps_partiels=tuple(spells))


def _first(plan: Plan, tried: Iterable[Plan], accepted: Accepted) -> int | None:
    return next((year for year, attempt in zip(_years(plan), tried, strict=True) if accepted(attempt)), None)


def _years(plan: Plan) -> range:
    return range(1, plan.annees + 1)
