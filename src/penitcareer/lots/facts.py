"""A fact of a row: from the text of its cell to what the library takes.

What the sums are linear in (amounts, index, children, NBI) is read as a column of integers;
every other fact, once for each distinct text.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from penitcareer.api.demande import AMOUNTS, LISTS
from penitcareer.api.face import cents, ten_thousandths
from penitcareer.domain import choices
from penitcareer.domain.amounts import LIMIT, PERCENT, whole_number, without_unit
from penitcareer.domain.errors import InvalidChoice, OutOfBounds, PenitError
from penitcareer.domain.names import fold
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.lots.codes import Mask, Numbers, coded

INTEGERS = {
    "im": choices.IM,
    "ib": choices.IB,
    "chevron": choices.CHEVRONS,
    "nbi": choices.NBI,
    "zone": choices.ZONE,
    "enfants": choices.CHILDREN,
    "quotite": choices.QUOTITES,
}
UNITS = {"nbi": ("points", "point"), "enfants": ("enfants", "enfant"), "quotite": PERCENT}
FLAGS = ("sur_indice", "sans_primes", "sans_transfert", "alsace_moselle")
YES, NO = ("oui", "vrai", "true", "1", "x", "o"), ("non", "faux", "false", "0", "n")
NAMES = ("primes_nommees", "sans_primes_nommees")
LINEAR = ("im", "nbi", "enfants", *AMOUNTS, "taux_impot")
# What is read at once, as nearly every text is; any other is read alone.
OUTSIDE = -1  # of any bounds
NOISE = 1e-6  # of a cent: what binary fractions leave of sums of whole ones
PLAIN_AMOUNT = r"^[0-9]{1,7}(?:[.,][0-9]{1,2})?$"


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


def read_column(fact: str, column: pl.Series) -> Linear:
    """A fact that the sums are linear in."""
    if column.dtype.is_float():
        column = column.fill_nan(None)
    found, plain = _plain(fact, column)
    said = column.is_not_null().to_numpy().copy()
    auto, faults = np.zeros(len(column), bool), {}
    left = np.flatnonzero(said & ~plain)
    if len(left):
        read, cells = _reader(fact), coded(column.gather(left))
        values = [None if text is None else _value(read, text) for text in cells.textes]
        refused = np.array([isinstance(value, PenitError) for value in values])[cells.rangs]
        found[left] = np.array([value if isinstance(value, int) else 0 for value in values])[cells.rangs]
        said[left] = np.array([value is not None for value in values])[cells.rangs]
        auto[left] = found[left] == AUTO
        found[auto] = 0
        faults = dict(zip(left[refused].tolist(), map(values.__getitem__, cells.rangs[refused].tolist()), strict=True))
    return Linear(found, said, auto, faults)


def _plain(fact: str, column: pl.Series) -> tuple[Numbers, Mask]:
    """The cells that are numbers as nearly every one is, 0 for the others, and which these are."""
    if fact in AMOUNTS:
        found, (lowest, highest) = _cents(column), (0, LIMIT)
    elif fact in INTEGERS and column.dtype.is_integer():
        found, (lowest, highest) = column, INTEGERS[fact]
    else:
        return np.zeros(len(column), np.int64), np.zeros(len(column), bool)
    values = found.cast(pl.Int64, strict=False).fill_null(OUTSIDE).to_numpy()
    plain = (values >= lowest) & (values <= highest)
    return values * plain, plain


def _cents(column: pl.Series) -> pl.Series:
    """Amounts in cents, null for what is not plainly one."""
    kind = column.dtype
    if kind.is_integer():
        euros = column.cast(pl.Int64, strict=False)
        return euros.set(~euros.is_between(0, LIMIT // 100), None) * 100
    if kind.is_float():
        scaled = column * 100
        whole = scaled.round()
        return whole.set((scaled - whole).abs() > NOISE, None)
    if kind.is_decimal():
        found = column.cast(pl.Decimal(38, 2))
        return found.set(found != column, None).reinterpret(dtype=pl.Int128)
    text = column.cast(pl.String)
    plain = text.set(~text.str.contains(PLAIN_AMOUNT), None)
    return (plain.str.replace(",", ".", literal=True).cast(pl.Float64) * 100).round()


def _reader(fact: str) -> Callable[[str], int]:
    if fact == "taux_impot":
        return ten_thousandths
    if fact in INTEGERS:
        return lambda text: _integer(fact, text)
    if fact == "ic_csg":
        return lambda text: AUTO if fold(text) == "auto" else cents(text, zero=True, field=fact)
    return lambda text: cents(text, zero=True, field=fact)


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
