"""One métier as a readable sheet, whole or one part of it."""

from collections.abc import Iterable
from datetime import date

from penitcareer.domain.choices import SECTIONS
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import Bracket, brackets, net_of_bracket, over
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbours import Neighbour
from penitcareer.domain.metiers.provenance import MetierSources, sources_of
from penitcareer.domain.metiers.reperes import NO_STAGES, Repere, Stages, published, reperes_of
from penitcareer.domain.money import MONTHS, Range
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.pay.official import OfficialPay
from penitcareer.domain.records import NamedTuple


class Sheet(NamedTuple):
    """A métier, its brackets with their net (over `mois` months: 1 or 12), the displayed
    range gross and net, its sources, the official monthly pay of its corps, the métiers next
    to it, the parts to show, and the best proof of each stage, a month."""

    metier: Metier
    sections: tuple[str, ...]
    mois: int
    tranches: tuple[Bracket, ...]
    affichee: Range | None
    affichee_nette: Range | None
    regle: Rule
    smic: ValueAtDate | None
    sources: MetierSources
    officiel: tuple[OfficialPay, ...]
    voisins: tuple[Neighbour, ...]
    reperes: tuple[Repere, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether no part was asked for."""
        return len(self.sections) == len(SECTIONS)


def build_sheet(
    metier: Metier,
    rule: Rule,
    smic: ValueAtDate | None,
    day: date,
    per_year: bool = False,
    sections: Iterable[str] = (),
    official: tuple[OfficialPay, ...] = (),
    neighbours: tuple[Neighbour, ...] = (),
    stages: Stages = NO_STAGES,
) -> Sheet:
    """The sheet of a métier on a day, or some of its SECTIONS, in their order."""
    months = MONTHS if per_year else 1
    asked = frozenset(sections)
    pay = metier.remuneration
    displayed = over(pay.displayed, months) if pay else None
    return Sheet(
        metier=metier,
        sections=tuple(name for name in SECTIONS if not asked or name in asked),
        mois=months,
        tranches=brackets(pay, rule, smic, months),
        affichee=displayed,
        affichee_nette=net_of_bracket(displayed, rule) if displayed else None,
        regle=rule,
        smic=smic,
        sources=sources_of(metier, day),
        officiel=official,
        voisins=neighbours,
        reperes=reperes_of(metier.corps, pay, published(metier), stages, rule),
    )
