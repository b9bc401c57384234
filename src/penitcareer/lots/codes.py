"""The distinct cells of a column and the distinct rows of several: what goes through the rules once,
and which of them each row has."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

Numbers = NDArray[np.int64]  # a number a row
Mask = NDArray[np.bool_]  # some of the rows

Texts = tuple[str | None, ...]
WHOLE = re.compile(r"^([0-9]+)[.,]0$")  # « 3.0 » is also what a hole beside it makes of 3 in a text
SMALL = 4096  # integers that are told apart by a table
LARGEST_TABLE = 1 << 18  # places, which a processor keeps at hand


class Coded(NamedTuple):
    """Some cells as people would write them, None for nothing, and the one that each row has."""

    textes: Texts
    rangs: Numbers


def coded(column: pl.Series) -> Coded:
    """The distinct cells of a column."""
    column = _whole(column)
    if column.dtype == pl.Boolean:
        return Coded(("false", "true", None), column.cast(pl.Int64).fill_null(2).to_numpy())
    if column.dtype.is_integer():
        lowest, highest = column.min(), column.max()
        if isinstance(lowest, int) and isinstance(highest, int) and -SMALL < lowest <= highest < SMALL:
            places = (column.cast(pl.Int64) - lowest).fill_null(highest - lowest + 1).to_numpy()
            used, ranks = _met(places, highest - lowest + 2)
            return Coded(tuple(None if one + lowest > highest else str(one + lowest) for one in used.tolist()), ranks)
    text = column.cast(pl.String)
    distinct = text.drop_nulls().unique(maintain_order=True)
    ranks = text.cast(pl.Enum(distinct)).to_physical().cast(pl.Int64).fill_null(len(distinct)).to_numpy()
    return Coded((*(WHOLE.sub(r"\1", cell.strip()) or None for cell in distinct), None), ranks)


def _whole(column: pl.Series) -> pl.Series:
    """Numbers as integers when they all are: « 3.0 » is what a hole in its column makes of 3."""
    if column.dtype.is_float():
        column = column.fill_nan(None)
    elif not column.dtype.is_decimal():
        return column
    whole = column.cast(pl.Int64, strict=False)
    return whole if (column == column.round()).all() and whole.null_count() == column.null_count() else column


def combined(columns: Sequence[Coded]) -> tuple[list[Texts], Numbers]:
    """The distinct rows of some columns, and the one that each row has."""
    used, ranks = _met(columns[0].rangs, len(columns[0].textes))
    cells = [used]
    for column in columns[1:]:
        size = len(column.textes)
        used, ranks = _met(ranks * size + column.rangs, len(used) * size)
        cells = [*(one[used // size] for one in cells), used % size]
    texts = ([column.textes[one] for one in own.tolist()] for column, own in zip(columns, cells, strict=True))
    return list(zip(*texts, strict=True)), ranks


def _met(ranks: Numbers, bound: int) -> tuple[Numbers, Numbers]:
    """The ranks that are met, of those under a bound, and the place of each row among them."""
    if bound > LARGEST_TABLE:
        return np.unique(ranks, return_inverse=True)
    places = np.zeros(bound, np.int64)
    places[ranks] = 1
    used = np.flatnonzero(places)
    places[used] = np.arange(len(used))
    return used, places[ranks]
