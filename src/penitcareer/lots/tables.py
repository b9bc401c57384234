"""A paid staff as a table: the same rows, and what was computed beside them."""

from collections.abc import Callable, Iterator, Mapping
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
    found = {column: (paid.totaux[name], paid.exacts) for name, column in TOTALS.items()}
    lacking = _lacking(paid)
    for code in header.lignes:
        counted = paid.exacts & ~lacking[code] if code in lacking else paid.exacts
        found[f"ligne_{code}"] = (paid.lignes.get(code, zero), counted)
    for name, total in (("brut", "brut"), ("net", "net_a_payer_avant_impot")):
        found[f"{name}_min"] = (paid.bas[total], paid.payes)
        found[f"{name}_max"] = (paid.haut[total], paid.plafonnes)
    return pl.DataFrame([*cents_as_euros(found), *remarks(paid, say)])


def cents_as_euros(columns: Mapping[str, tuple[Numbers, Mask]]) -> Iterator[pl.Series]:
    """Columns of cents as decimal euros, null where they are not known."""
    some = pl.DataFrame({name: cents for name, (cents, _) in columns.items() if cents.any()})
    euros = some.select(pl.all().cast(pl.Int128).reinterpret(dtype=EUROS))
    unknown = {id(known): pl.Series(~known) for _, known in columns.values() if not known.all()}
    for name, (cents, known) in columns.items():
        column = euros[name] if name in euros.columns else _zeros(len(cents)).alias(name)
        yield column.set(unknown[id(known)], None) if id(known) in unknown else column


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
    distinct = {id(problem): problem for problem in paid.refus.values()}
    ranks = dict(zip(distinct, range(1, len(distinct) + 1), strict=True))
    of_rows = np.zeros(len(paid.table), np.int64)
    of_rows[list(paid.refus)] = [ranks[id(problem)] for problem in paid.refus.values()]
    return pl.Series("anomalie", [None, *map(say, distinct.values())], dtype=pl.String).gather(of_rows)
