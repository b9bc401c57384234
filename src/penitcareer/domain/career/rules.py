"""How one rises within a corps and leaves it for another, as its texts say."""

from datetime import date
from typing import NamedTuple

from penitcareer.domain.money import WHOLE, TenThousandths
from penitcareer.domain.parameters import TextSource
from penitcareer.domain.pay.corps import Corps, Grade


class SchoolPhase(NamedTuple):
    """What a school grade (`eleve` or `stagiaire`) is made of: months of theory, then of
    practical placement, None when unsourced."""

    grade: str
    mois_theorie: int | None
    mois_stage: int | None
    source: TextSource


class PromotionRoute(NamedTuple):
    """One way from a grade to the next. `echelon_min`: the échelon of the grade left that
    must be reached; `services_annees`: years since titularisation in the corps, or in the
    grade; `autres`: conditions that cannot be computed; `fonctionnelle`: it takes particular
    functions, so that seniority alone never opens it."""

    voie: str
    echelon_min: str | None
    services_annees: int | None
    services_dans: str
    depuis: date | None
    jusqu_au: date | None
    autres: tuple[str, ...]
    fonctionnelle: bool
    reserve: str | None
    source: TextSource

    def in_force(self, day: date) -> bool:
        """Whether the route exists on a day."""
        return (self.depuis is None or self.depuis <= day) and (self.jusqu_au is None or day <= self.jusqu_au)


class PromotionRate(NamedTuple):
    """Promoted over promotable agents, in a year."""

    valeur: TenThousandths
    annee: int
    source: TextSource


class Promotion(NamedTuple):
    """From a grade to the next. Without `voies`, no source gives the conditions; with both
    `voies` and `raison`, none gives those that come after the last route."""

    depuis: str
    vers: str
    voies: tuple[PromotionRoute, ...]
    taux: PromotionRate | None
    raison: str | None

    def routes_left(self, day: date) -> tuple[PromotionRoute, ...]:
        """The routes that a day still leaves, open or to come."""
        return tuple(route for route in self.voies if route.jusqu_au is None or day <= route.jusqu_au)

    def known(self, day: date) -> bool:
        """Whether the conditions are known from a day on."""
        return bool(self.routes_left(day)) or (bool(self.voies) and self.raison is None)


class Passerelle(NamedTuple):
    """A known way to another corps, by its code."""

    vers: str
    voie: str
    services_annees: int | None
    autres: tuple[str, ...]
    source: TextSource


class CareerRules(NamedTuple):
    """The career rules of a corps. `echelon_entree`: the échelon of titularisation, None
    for the first."""

    echelon_entree: str | None
    ecole: tuple[SchoolPhase, ...]
    promotions: tuple[Promotion, ...]
    passerelles: tuple[Passerelle, ...]


NO_RULES = CareerRules(None, (), (), ())


def next_grades(corps: Corps, rules: CareerRules, grade: Grade) -> tuple[Promotion, ...]:
    """The promotions out of a grade; where the rules say nothing of the corps, the grade
    that follows it, without known conditions."""
    known = tuple(promotion for promotion in rules.promotions if promotion.depuis == grade.code)
    if known or rules.promotions:
        return known
    codes = [item.code for item in corps.grades]
    after = codes[codes.index(grade.code) + 1 :]
    return (Promotion(grade.code, after[0], (), None, None),) if after else ()


def median_wait(rate: TenThousandths) -> int:
    """Years after which one promotable agent in two is promoted, when each year promotes
    this share of those who are left, at even odds."""
    left, years = WHOLE, 0
    scale = WHOLE
    while 2 * left > scale and years < LONGEST_WAIT:
        left, scale, years = left * (WHOLE - rate), scale * WHOLE, years + 1
    return years


LONGEST_WAIT = 50
