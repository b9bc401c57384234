"""A fact of a row: from the text of its cell to what the library takes.

What the sums are linear in (amounts, index, children, NBI) is read as a column of integers;
every other fact, once for each distinct text.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from penitcareer.api.demande import AMOUNTS, LISTS
from penitcareer.api.face import cents, ten_thousandths
from penitcareer.domain.amounts import LIMIT, PERCENT, whole_number, without_unit
from penitcareer.domain.errors import InvalidChoice, OutOfBounds, PenitError
from penitcareer.domain.metiers import choices
from penitcareer.domain.names import fold
from penitcareer.domain.pay.ledger import AUTO

Numbers = NDArray[np.int64]  # a number a row
Mask = NDArray[np.bool_]  # some of the rows

INTEGERS = {
    "im": choices.IM,
    "ib": choices.IB,
    "chevron": choices.CHEVRONS,
    "nbi": choices.NBI,
    "zone": (choices.ZONES[0], choices.ZONES[-1]),
    "enfants": choices.CHILDREN,
    "quotite": choices.QUOTITES,
}
UNITS = {"nbi": ("points", "point"), "enfants": ("enfants", "enfant"), "quotite": PERCENT}
FLAGS = ("sur_indice", "sans_primes", "sans_transfert", "alsace_moselle")
YES, NO = ("oui", "vrai", "true", "1", "x", "o"), ("non", "faux", "false", "0", "n")
NAMES = ("primes_nommees", "sans_primes_nommees")
LINEAR = ("im", "nbi", "enfants", *AMOUNTS, "taux_impot")
# What is read at once, as nearly every cell is; any other is read alone.
PLAIN_NUMBER = r"^[0-9]{1,4}$"
PLAIN_AMOUNT = r"^[0-9]{1,7}(?:[.,][0-9]{1,2})?$"


def texts(column: pl.Series) -> pl.Series:
    """The cells of a column as people would write them, null where nothing is."""
    if column.dtype.is_float() and (column.is_nan() | (column == column.round())).fill_null(True).all():
        column = column.fill_nan(None).cast(pl.Int64, strict=False)  # « 3.0 » is what a hole makes of 3
    text = column.cast(pl.String).str.strip_chars()
    return text.replace("", None)


def read_text(fact: str, text: str) -> Any:
    """A fact that is not an amount, as the library takes it. Raises PenitError."""
    if fact in INTEGERS:
        return _integer(fact, text)
    if fact in FLAGS:
        return _flag(fact, text)
    if fact in LISTS:
        known = {fold(one): one for one in LISTS[fact]}
        return known.get(fold(text), text)
    if fact in NAMES:
        return tuple(text.replace(",", " ").replace("+", " ").replace(";", " ").lower().split())
    return text


class Linear(NamedTuple):
    """A column of integers: cents, points, ten-thousandths; 0 where nothing is said. `dits`: where
    something is; `auto`: where it is to be computed; `fautes`: what is refused, by row."""

    valeurs: Numbers
    dits: Mask
    auto: Mask
    fautes: dict[int, PenitError]


def read_column(fact: str, cells: pl.Series) -> Linear:
    """A fact that the sums are linear in."""
    said = cells.is_not_null().to_numpy()
    if fact in AMOUNTS:
        plain = cells.str.contains(PLAIN_AMOUNT).fill_null(False)
        values = cells.set(~plain, None).str.replace(",", ".", literal=True).cast(pl.Float64).fill_null(0.0)
        found = (values * 100).round().cast(pl.Int64).to_numpy().copy()
        left = ~plain.to_numpy() & said | (found > LIMIT)
    elif fact in INTEGERS:
        plain = cells.str.contains(PLAIN_NUMBER).fill_null(False)
        found = cells.set(~plain, None).cast(pl.Int64).fill_null(0).to_numpy().copy()
        lowest, highest = INTEGERS[fact]
        left = said & (~plain.to_numpy() | (found < lowest) | (found > highest))
    else:
        found, left = np.zeros(len(cells), np.int64), said
    auto, faults = np.zeros(len(cells), bool), {}
    read = _reader(fact)
    rows = np.nonzero(left)[0]
    known: dict[str, int | PenitError] = {}
    for row, text in zip(rows.tolist(), cells.gather(rows).to_list(), strict=True):
        if text not in known:
            known[text] = _value(read, text)
        value = known[text]
        if isinstance(value, PenitError):
            faults[row], value = value, 0
        elif value == AUTO:
            auto[row], value = True, 0
        found[row] = value
    return Linear(found, said, auto, faults)


def _reader(fact: str) -> Callable[[str], int]:
    if fact == "taux_impot":
        return ten_thousandths
    if fact in INTEGERS:
        return lambda text: _integer(fact, text)
    if fact == "ic_csg":
        return lambda text: AUTO if fold(text) == "auto" else cents(text, zero=True)
    return lambda text: cents(text, zero=True)


def _value(read: Callable[[str], int], text: str) -> int | PenitError:
    try:
        return read(text)
    except PenitError as problem:
        return alone(problem)


def alone(problem: PenitError) -> PenitError:
    """An error to keep, without the frames that it was raised through: they hold whole tables."""
    problem.__context__ = None
    return problem.with_traceback(None)


def _integer(fact: str, text: str) -> int:
    lowest, highest = INTEGERS[fact]
    number = whole_number(without_unit(text, UNITS.get(fact, ())), lowest, highest)
    if number is None:
        raise OutOfBounds(fact, text, lowest, highest)
    return number


def _flag(fact: str, text: str) -> bool:
    said = fold(text)
    if said not in (*YES, *NO):
        raise InvalidChoice(fact, text, ("oui", "non"))
    return said in YES
