"""A paid staff as a table: the same rows, and what was computed beside them."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import polars as pl

from penitcareer.domain.errors import PenitError
from penitcareer.lots.codes import Mask, Numbers
from penitcareer.lots.forms import StaffPost
from penitcareer.lots.header import TOTALS, Header
from penitcareer.lots.staff import PaidTable

Sentence = Callable[[PenitError], str]
EUROS = pl.Decimal(12, 2)
BLOCK = 65_536  # rows paid at once


def blocks(table: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """A table in parts of one size, none longer than a block."""
    parts = -(-len(table) // BLOCK)
    return table.iter_slices(-(-len(table) // parts)) if parts else iter(())


def result_schema(header: Header) -> dict[str, Any]:
    """The type of each column that is added."""
    texts = dict.fromkeys(("preuve", "manque", "anomalie"), pl.String)
    return {name: texts.get(name, EUROS) for name in header.resultats}


def results(paid: PaidTable, header: Header, say: Sentence) -> pl.DataFrame:
    """What is added to the rows of a table: null where it is unknown."""
    zero = np.zeros(len(paid.table), np.int64)
    found = [cents_as_euros(column, paid.totaux[name], paid.exacts) for name, column in TOTALS.items()]
    lacking = _lacking(paid)
    for code in header.lignes:
        counted = paid.exacts & ~lacking[code] if code in lacking else paid.exacts
        found.append(cents_as_euros(f"ligne_{code}", paid.lignes.get(code, zero), counted))
    for name, total in (("brut", "brut"), ("net", "net_a_payer_avant_impot")):
        found.append(cents_as_euros(f"{name}_min", paid.bas[total], paid.payes))
        found.append(cents_as_euros(f"{name}_max", paid.haut[total], paid.plafonnes))
    return pl.DataFrame([*found, *remarks(paid, say)])


def cents_as_euros(name: str, cents: Numbers, known: Mask) -> pl.Series:
    """Cents as decimal euros, null where they are not known."""
    if cents.any():
        column = pl.Series(name, cents).cast(pl.Int128).reinterpret(dtype=EUROS)
    else:
        column = _zeros(len(cents)).alias(name)
    return column if known.all() else column.set(pl.Series(~known), None)


@lru_cache(2)  # the blocks of a staff are of one size, but for the last
def _zeros(rows: int) -> pl.Series:
    """Lines that nobody has share one column."""
    return pl.repeat(0, rows, dtype=EUROS, eager=True)


def _lacking(paid: PaidTable) -> dict[str, Mask]:
    """By bonus, the rows to whom it is due and whose amount is unknown."""
    without = [post.inconnues if isinstance(post, StaffPost) else () for post in paid.posts]
    return {
        code: np.array([code in codes for codes in without], bool)[paid.rangs]
        for code in {one for codes in without for one in codes}
    }


def remarks(paid: PaidTable, say: Sentence) -> list[pl.Series]:
    """How sure the index is, the bonuses that lack, and why a row has no payslip."""
    found = []
    for name in ("preuve", "manque"):
        texts = [getattr(post, name) or None if isinstance(post, StaffPost) else None for post in paid.posts]
        column = pl.Series(name, texts, dtype=pl.String).gather(paid.rangs)
        found.append(column if paid.payes.all() else column.set(pl.Series(~paid.payes), None))
    return [*found, _anomalies(paid, say)]


def _anomalies(paid: PaidTable, say: Sentence) -> pl.Series:
    """Why each row has no payslip. A reason that many rows share is said once."""
    ranks: dict[int, int] = {}
    reasons: list[str | None] = [None]
    of_rows = np.zeros(len(paid.table), np.int64)
    for row, problem in paid.refus.items():
        if id(problem) not in ranks:
            ranks[id(problem)] = len(reasons)
            reasons.append(say(problem))
        of_rows[row] = ranks[id(problem)]
    return pl.Series("anomalie", reasons, dtype=pl.String).gather(of_rows)
