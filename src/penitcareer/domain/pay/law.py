"""The law of the payslip on a day: each parameter's value in force, and where it is from."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.parameters import TextSource
from penitcareer.domain.pay.errors import UnknownLegalValue

FIRST_DAY = date(2023, 1, 1)


class LegalValue(NamedTuple):
    """A value in force from `depuis`: cents, ten-thousandths or an index, by its
    parameter; None when it is unknown from that day on."""

    depuis: date
    valeur: int | None
    source: TextSource
    confiance: str | None


class LegalParameter(NamedTuple):
    """A dated parameter, oldest value first."""

    code: str
    libelle: str
    confiance: str
    verifie_le: date
    valeurs: tuple[LegalValue, ...]


class LineText(NamedTuple):
    """What a line of the payslip is called, means, and rests on."""

    code: str
    libelle: str
    sens: str
    explication: str
    source: TextSource


class TaxBracket(NamedTuple):
    """From `de` (cents a month of net taxable pay, included), this rate."""

    de: Cents
    taux: TenThousandths


class TaxGrid(NamedTuple):
    """A default withholding grid, in force from `depuis`."""

    depuis: date
    confiance: str
    verifie_le: date
    source: TextSource
    tranches: tuple[TaxBracket, ...]


class Share(NamedTuple):
    """What a part-time share pays, as a fraction of full time: 80 % pays 6/7."""

    numerateur: int
    denominateur: int


FULL_TIME = Share(1, 1)


class PayRules(NamedTuple):
    """Every dated rule of the payslip, as read from the data files."""

    parametres: Mapping[str, LegalParameter]
    lignes: Mapping[str, LineText]
    assiettes: Mapping[str, frozenset[str]]
    quotites: Mapping[int, Share]
    impot: tuple[TaxGrid, ...]


class Values(dict[str, int]):
    """Parameters in force on a day, by code; asking for one that is unknown on that day
    raises UnknownLegalValue."""

    def __init__(self, known: Mapping[str, int], day: date) -> None:
        super().__init__(known)
        self.day = day

    def __missing__(self, code: str) -> int:
        raise UnknownLegalValue(code, self.day)


class Law(NamedTuple):
    """The rules in force on a day."""

    jour: date
    valeurs: Values
    assiettes: Mapping[str, frozenset[str]]
    quotites: Mapping[int, Share]
    impot: TaxGrid
    constant_since: date | None


def law_at(rules: PayRules, day: date) -> Law:
    """The law on a day.

    Raises NoValueAtDate before 2023, where payslips are not known. After the month of the
    last check the values stand « à droit constant », and `constant_since` says since when.
    """
    if day < FIRST_DAY:
        raise NoValueAtDate("Bulletin de paie", day, FIRST_DAY)
    values = {}
    for code, parameter in rules.parametres.items():
        found = in_force(parameter, day)
        if found is not None and found.valeur is not None:
            values[code] = found.valeur
    grid = [grid for grid in rules.impot if grid.depuis <= day][-1]
    checked = min([parameter.verifie_le for parameter in rules.parametres.values()] + [grid.verifie_le])
    later = (day.year, day.month) > (checked.year, checked.month)
    return Law(day, Values(values, day), rules.assiettes, rules.quotites, grid, checked if later else None)


def in_force(parameter: LegalParameter, day: date) -> LegalValue | None:
    """The value of a parameter on a day, None before its first."""
    found = None
    for value in parameter.valeurs:
        if value.depuis > day:
            break
        found = value
    return found
