"""The law of the payslip on a day: each parameter's value in force, and where it is from."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from penitcareer.domain.choices import CategorieCorps
from penitcareer.domain.dated import Confiance, Parameter, TextSource, constant_since, in_force
from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.kinds import IN_EUROS_OR_ZERO, Annotated, Bounds, Code, Court, Default, Says, Size, Taux, Texte
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.law_values import LawValues
from penitcareer.domain.records import NamedTuple

Assiette = Literal[
    "pension", "majoration_pss", "ir", "sft", "pss", "rafp", "plafond_rafp", "csg", "transfert", "imposable"
]
Sens = Literal["gain", "retenue", "information"]


class LineText(NamedTuple):
    """What a line of the payslip is called, means, and rests on."""

    code: Code
    libelle: Court
    sens: Sens
    explication: Texte
    source: TextSource
    assiettes: Annotated[tuple[Assiette, ...], Says("Bases dans lesquelles la ligne entre")]


class TaxBracket(NamedTuple):
    """From `de` (cents a month of net taxable pay, included), this rate."""

    de: Annotated[Cents, IN_EUROS_OR_ZERO, Says("Borne basse incluse, en euros par mois")]
    taux: Taux


class TaxGrid(NamedTuple):
    """A default withholding grid, in force from `depuis`."""

    depuis: date
    confiance: Confiance
    verifie_le: date
    source: TextSource
    tranches: Annotated[tuple[TaxBracket, ...], Size(2, 1_000)]


class Share(NamedTuple):
    """What a part-time share pays, as a fraction of full time: it may be more than the share."""

    numerateur: int
    denominateur: int


FULL_TIME = Share(1, 1)


class Quotite(NamedTuple):
    """A share of full time in percent, and the fraction that it pays."""

    quotite: Annotated[int, Bounds(50, 100)]
    numerateur: Annotated[int, Bounds(1, 100)]
    denominateur: Annotated[int, Bounds(1, 100)]


class ResidenceZone(NamedTuple):
    """A zone of residence, and the parameter that gives its rate; None: it pays nothing."""

    zone: Annotated[int, Bounds(1, 9)]
    parametre: Code | None
    par_defaut: Annotated[bool, Default(False), Says("Zone retenue quand aucune n'est dite")]


class TransferCap(NamedTuple):
    """A category, and the parameter that gives the yearly cap of its transfert."""

    categorie: CategorieCorps
    parametre: Code


class PayRules(NamedTuple):
    """Every dated rule of the payslip, as read from the data files. Payslips are known from
    `premier_jour` on."""

    premier_jour: date
    parametres: Mapping[str, Parameter[int]]
    lignes: Mapping[str, LineText]
    assiettes: Mapping[str, frozenset[str]]
    quotites: Mapping[int, Share]
    impot: tuple[TaxGrid, ...]
    zones: tuple[ResidenceZone, ...]
    transferts: Mapping[str, Code]


class Law(NamedTuple):
    """The rules in force on a day."""

    jour: date
    valeurs: LawValues
    assiettes: Mapping[str, frozenset[str]]
    quotites: Mapping[int, Share]
    impot: TaxGrid
    zones: tuple[ResidenceZone, ...]
    transferts: Mapping[str, Code]
    droit_constant_depuis: date | None


def bases_of(lines: Mapping[str, LineText]) -> Mapping[str, frozenset[str]]:
    """The lines that enter each base."""
    bases: dict[str, set[str]] = {}
    for code, line in lines.items():
        for base in line.assiettes:
            bases.setdefault(base, set()).add(code)
    return {base: frozenset(members) for base, members in bases.items()}


def law_at(rules: PayRules, day: date) -> Law:
    """The law on a day.

    Raises NoValueAtDate before the first day that payslips are known. After the month of the
    last check the values stand « à droit constant », and `droit_constant_depuis` says since when.
    """
    if day < rules.premier_jour:
        raise NoValueAtDate("bulletin", day, rules.premier_jour)
    values = {}
    for code, parameter in rules.parametres.items():
        found = in_force(parameter.valeurs, day)
        if found is not None and found.valeur is not None:
            values[code] = found.valeur
    grid = in_force(rules.impot, day)
    if grid is None:
        raise NoValueAtDate("impot", day, rules.impot[0].depuis)
    checked = min([parameter.verifie_le for parameter in rules.parametres.values()] + [grid.verifie_le])
    return Law(
        jour=day,
        valeurs=LawValues(values, day),
        assiettes=rules.assiettes,
        quotites=rules.quotites,
        impot=grid,
        zones=rules.zones,
        transferts=rules.transferts,
        droit_constant_depuis=constant_since(checked, day),
    )
