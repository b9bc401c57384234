"""Métiers side by side: pay by seniority, the gap to the first, then every other field."""

from collections.abc import Sequence

from penitcareer.domain.choices import NIVEAUX
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import Bracket, brackets
from penitcareer.domain.metiers.gaps import StageGap, stage_gaps
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.reperes import NO_STAGES, Repere, Stages, published, reperes_of
from penitcareer.domain.money import Cents, Range, divide
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.pay.official import OfficialPay
from penitcareer.domain.records import NamedTuple

FEWEST, MOST = 2, 5


class Gap(NamedTuple):
    """Difference with the first métier at mid-bracket, gross: cents a month, and tenths
    of a percent of the first."""

    euros: Cents
    pour_mille: int


class MetierCell(NamedTuple):
    """One métier at one level. Without a known bracket, every figure is None."""

    code: str
    tranche: Bracket | None
    milieu_brut: Cents | None
    ecart: Gap | None


class BracketLevel(NamedTuple):
    """One level of seniority and a cell a métier, in the order asked."""

    niveau: str
    cellules: tuple[MetierCell, ...]


class Comparison(NamedTuple):
    """Two to five métiers; the first is the reference of every gap. `officiel`: the official
    pay of each métier's corps; `reperes`: the best proof of each stage of each métier, and
    `ecarts` what it has over the first, none for the first itself."""

    metiers: tuple[Metier, ...]
    niveaux: tuple[BracketLevel, ...]
    regle: Rule
    smic: ValueAtDate | None
    officiel: tuple[tuple[OfficialPay, ...], ...]
    reperes: tuple[tuple[Repere, ...], ...] = ()
    ecarts: tuple[tuple[StageGap, ...], ...] = ()

    @property
    def reference(self) -> str:
        """Code of the first métier."""
        return self.metiers[0].code

    def brackets_of(self, code: str) -> list[Bracket]:
        """The brackets of a métier, none where its source gives none."""
        cells = (cell for level in self.niveaux for cell in level.cellules)
        return [cell.tranche for cell in cells if cell.code == code and cell.tranche is not None]


def compare(
    metiers: Sequence[Metier],
    rule: Rule,
    smic: ValueAtDate | None,
    official: Sequence[tuple[OfficialPay, ...]] = (),
    stages: Stages = NO_STAGES,
) -> Comparison:
    """Compare métiers level by level. A level that no métier has is left out."""
    by_code = [{b.niveau: b for b in brackets(metier.remuneration, rule, smic)} for metier in metiers]
    levels = tuple(
        BracketLevel(name, _cells(metiers, [known.get(name) for known in by_code]))
        for name in NIVEAUX
        if any(name in known for known in by_code)
    )
    reperes = tuple(reperes_of(one.corps, one.remuneration, published(one), stages, rule) for one in metiers)
    gaps = ((), *(stage_gaps(reperes[0], other) for other in reperes[1:]))
    pays = tuple(official) or ((),) * len(metiers)
    return Comparison(tuple(metiers), levels, rule, smic, pays, reperes, gaps)


def gap(reference: Range, other: Range) -> Gap:
    """Gap of mid-brackets; computed on doubled middles so that no half cent is lost.

    >>> gap(Range(182300, 234000), Range(340000, 460000))
    Gap(euros=191850, pour_mille=922)
    """
    base, wide = reference.min + reference.max, other.min + other.max
    return Gap(divide(wide - base, 2), divide((wide - base) * 1000, base))


def _cells(metiers: Sequence[Metier], found: Sequence[Bracket | None]) -> tuple[MetierCell, ...]:
    first = found[0]
    return tuple(
        MetierCell(
            metier.code,
            bracket,
            bracket.brut.middle if bracket else None,
            gap(first.brut, bracket.brut) if index and first and bracket else None,
        )
        for index, (metier, bracket) in enumerate(zip(metiers, found, strict=True))
    )
