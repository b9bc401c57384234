"""What one may rise to from a grade, and how long it takes."""

from penitcareer.domain.choices import LONGEST_CAREER
from penitcareer.domain.money import WHOLE, TenThousandths
from penitcareer.domain.pay.advancement import CareerRules, Promotion
from penitcareer.domain.pay.corps import Corps, Grade


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
    while 2 * left > scale and years < LONGEST_CAREER:
        left, scale, years = left * (WHOLE - rate), scale * WHOLE, years + 1
    return years
