"""The official range of every corps, computed once for the snapshot: at each day that some
value of the law changes. `show` and `compare` then only look it up."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.grid import grid_of, official_range
from penitcareer.domain.pay.law import Law, PayRules, law_at
from penitcareer.domain.pay.official import OfficialPay
from penitcareer.domain.pay.stage_pay import CorpsStages
from penitcareer.domain.pay.stages import stages_of

R = TypeVar("R", OfficialPay, CorpsStages)


def official_ranges(
    rules: PayRules, books: PayBooks, corps: tuple[Corps, ...], first: date | None = None
) -> list[OfficialPay]:
    """Each corps' range, by corps then by day, from a first one on; a day that changes nothing adds nothing."""
    laws = _laws(rules, books, first)
    return [pay for one in corps for pay in _changes(official_range(grid_of(law, books, one)) for law in laws)]


def corps_stages(
    rules: PayRules, books: PayBooks, corps: tuple[Corps, ...], first: date | None = None
) -> list[CorpsStages]:
    """Each corps' stages, by corps then by day, from a first one on; a day that changes nothing adds nothing."""
    laws = _laws(rules, books, first)
    return [stages for one in corps for stages in _changes(stages_of(law, books, one) for law in laws)]


def _changes(values: Iterable[R]) -> Iterator[R]:
    """The first of some values, oldest first, then each that differs by more than its day."""
    last: R | None = None
    for value in values:
        if last is None or value._replace(depuis=last.depuis) != last:
            yield value
            last = value


def _laws(rules: PayRules, books: PayBooks, first: date | None) -> list[Law]:
    """The law of each day that changes a pay, and of the first that is asked for."""
    days = change_days(rules, books)
    return [law_at(rules, day) for day in (days if first is None else [first, *(day for day in days if day > first)])]


def change_days(rules: PayRules, books: PayBooks) -> list[date]:
    """The days, the first of payslips and those after it, at which a value that pay depends on takes effect."""
    days = {rules.premier_jour}
    days |= {value.depuis for parameter in rules.parametres.values() for value in parameter.valeurs}
    days |= {scale.depuis for scale in books.baremes.bareme_a}
    days |= {scale.depuis for scale in books.baremes.hors_echelle}
    for prime in books.primes:
        days |= {value.depuis for rate in prime.taux for value in rate.valeurs}
        days |= {value.depuis for amount in prime.montants for value in amount.valeurs}
    return sorted(day for day in days if day >= rules.premier_jour)


def official_plain(pay: OfficialPay) -> list[Any]:
    """A range as the snapshot keeps it."""
    steps = [list(step) if step else None for step in (pay.premier, pay.dernier)]
    return [pay.corps, pay.sigle, pay.depuis.isoformat(), *steps, pay.en_partie, list(pay.manque)]
