"""From what a text or a payslip prints (gross index, letter and chevron) to the indice
majoré that pays."""

from collections.abc import Mapping
from datetime import date

from penitcareer.domain.dated import in_force
from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.pay.corps import Corps, Echelon, Grade, Indice
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.records import NamedTuple


class GrossScale(NamedTuple):
    """Barème A from a day on: gross index to indice majoré."""

    depuis: date
    couples: Mapping[int, int]


class LetterScale(NamedTuple):
    """Hors échelle from a day on: letter to the indice majoré of each chevron."""

    depuis: date
    lettres: Mapping[str, tuple[int, ...]]


class MajoreBounds(NamedTuple):
    """The lowest and highest indice majoré. Grids give those of `depuis` on."""

    depuis: date
    min: Indice
    max: Indice


class Scales(NamedTuple):
    """Both scales, oldest first, and the indices majorés that exist."""

    bareme_a: tuple[GrossScale, ...]
    hors_echelle: tuple[LetterScale, ...]
    majores: MajoreBounds


def scale_on(scales: Scales, day: date) -> GrossScale:
    """Barème A in force on a day. Raises NoValueAtDate before the first known one."""
    scale = in_force(scales.bareme_a, day)
    if scale is None:
        raise NoValueAtDate("bareme_a", day, scales.bareme_a[0].depuis)
    return scale


def majore_of_gross(scales: Scales, ib: int, day: date) -> int:
    """Indice majoré of a gross index on a day.

    Raises NoValueAtDate before the first known scale, InvalidIndex for a gross index that
    barème A does not hold.
    """
    scale = scale_on(scales, day)
    lowest, highest = min(scale.couples), max(scale.couples)
    if not lowest <= ib <= highest:
        raise InvalidIndex("ib", ib, (lowest, highest))
    if ib not in scale.couples:
        raise InvalidIndex("ib", ib, ())
    return scale.couples[ib]


def majore_of_letter(scales: Scales, letter: str, chevron: int, day: date) -> int:
    """Indice majoré of a letter and chevron (from 1) on a day. Raises InvalidIndex."""
    scale = in_force(scales.hors_echelle, day)
    if scale is None:
        raise NoValueAtDate("hors_echelle", day, scales.hors_echelle[0].depuis)
    by_name = {name.lower(): chevrons for name, chevrons in scale.lettres.items()}
    chevrons = by_name.get(letter.lower())
    if chevrons is None:
        raise InvalidIndex("lettre", letter, tuple(scale.lettres))
    if not 1 <= chevron <= len(chevrons):
        raise InvalidIndex("chevron", chevron, (1, len(chevrons)), letter)
    return chevrons[chevron - 1]


def chevrons_of(scales: Scales, echelon: Echelon, day: date) -> tuple[int | None, ...]:
    """The chevrons of a lettered échelon on a day, from 1; None alone for any other."""
    scale = in_force(scales.hors_echelle, day)
    if echelon.lettre is None or scale is None or echelon.lettre not in scale.lettres:
        return (None,)
    return tuple(range(1, len(scale.lettres[echelon.lettre]) + 1))


def checked_majore(scales: Scales, im: int) -> int:
    """An indice majoré within what exists. Raises InvalidIndex."""
    lowest, highest = scales.majores.min, scales.majores.max
    if not lowest <= im <= highest:
        raise InvalidIndex("im", im, (lowest, highest))
    return im


def majore_of_echelon(scales: Scales, corps: Corps, grade: Grade, echelon: Echelon, chevron: int, day: date) -> int:
    """Indice majoré of an échelon on a day: by its letter, by its gross index, else its own,
    for barème A lacks some lines. Raises UnsourcedIndex when none is known on that day."""
    if corps.undated(grade, day):
        raise UnsourcedIndex(corps.code, grade.code, echelon.echelon, grade.depuis, grade.titre)
    if echelon.lettre is not None:
        return majore_of_letter(scales, echelon.lettre, chevron, day)
    own = echelon.im if day >= scales.majores.depuis else None
    if echelon.ib is not None:
        try:
            return majore_of_gross(scales, echelon.ib, day)
        except InvalidIndex:
            if own is None:
                raise
    if own is not None:
        return own
    raise UnsourcedIndex(corps.code, grade.code, echelon.echelon, titre=grade.titre)
