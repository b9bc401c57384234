"""The official pay of a corps as a range, ready for the sheets and comparisons of métiers."""

from collections.abc import Sequence
from datetime import date

from penitcareer.domain.dated import in_force
from penitcareer.domain.money import Cents
from penitcareer.domain.records import NamedTuple


class OfficialStep(NamedTuple):
    """An échelon of a corps and what it pays, in cents a month: gross (traitement and
    sourced bonuses), and net before tax in zone 3, without child. `chevron`: of a letter."""

    grade: str
    echelon: str
    brut: Cents
    net: Cents
    chevron: int | None = None


class OfficialPay(NamedTuple):
    """The lowest and highest échelon of a corps from `depuis` on; both None unless every
    index is sourced. `en_partie`: at least one is. `manque`: the bonuses that are due and
    not counted, for want of their amount."""

    corps: str
    sigle: str
    depuis: date
    premier: OfficialStep | None
    dernier: OfficialStep | None
    en_partie: bool
    manque: tuple[str, ...] = ()


def official_pay(known: Sequence[OfficialPay], corps: Sequence[str], day: date) -> tuple[OfficialPay, ...]:
    """For each acronym of a corps, what it officially pays on a day; corps without a grid,
    and days before the first, are left out."""
    found = (in_force([pay for pay in known if pay.sigle == sigle], day) for sigle in corps)
    return tuple(pay for pay in found if pay is not None)
