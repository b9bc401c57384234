"""The gap between two métiers at a stage of a career, where there is one that means something."""

from collections.abc import Sequence

from penitcareer.domain.choices import Stade
from penitcareer.domain.metiers.reperes import BEST_FIRST, STADES, PreuveRepere, Repere, at
from penitcareer.domain.money import Cents, Span
from penitcareer.domain.records import NamedTuple

# A grid is told from a grid, what was published from what was. The brackets of orientation
# sheets have a gap of their own, level by level.
_KINDS = {
    "grille": "grille",
    "grille_encadree": "grille",
    "grille_supposee": "grille",
    "officiel": "publie",
    "publie": "publie",
}


class StageGap(NamedTuple):
    """Net a month more than the first métier, in cents; without `max`, at least that much.
    `preuve` is the weaker of the two."""

    stade: Stade
    ecart: Span
    preuve: PreuveRepere


def stage_gaps(first: Sequence[Repere], other: Sequence[Repere]) -> tuple[StageGap, ...]:
    """The gap of each stage that both métiers know by figures of the same kind."""
    found = (_gap(at(first, stade), at(other, stade)) for stade in STADES)
    return tuple(gap for gap in found if gap is not None)


def _gap(first: Repere | None, other: Repere | None) -> StageGap | None:
    if first is None or other is None or first.net is None or other.net is None:
        return None
    kind, most = _KINDS.get(first.preuve), _most(first)
    if kind is None or kind != _KINDS.get(other.preuve) or most is None:
        return None
    low, above = other.net.min - most, _most(other)
    high = None if above is None else above - first.net.min
    if high is None and low < 0:
        return None  # it may be more, it may be less
    return StageGap(first.stade, Span(low, high), max(first.preuve, other.preuve, key=BEST_FIRST.index))


def _most(pay: Repere) -> Cents | None:
    """The most that is paid, None when it is unknown: a bonus that lacks comes on top."""
    return None if pay.net is None or pay.manque else pay.net.max
