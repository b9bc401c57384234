"""Mask of a staff, paid: their posts, their sums, and why some have none."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import polars as pl

from penitcareer.api import Penit
from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.errors import Contradiction, ContradictoryPay
from penitcareer.domain.staff import TooManyCells
from penitcareer.lots.csv_pieces import EXTRA
from penitcareer.lots.facts import LINEAR, Linear, Mask, Numbers, read_column, texts
from penitcareer.lots.header import Header, header_of
from penitcareer.lots.posts import GIVEN, NOTHING, Parted, Posts, StaffPost
from penitcareer.lots.sums import ColumnSums, Summed, summed

# Of these facts the law only looks at whether they are said, or are not 0; of the others that the
# sums are linear in, at nothing.
LOOKED_AT = ("im", "nbi", "enfants", "brut", "ic_csg")
OVERTIME = ("im", "nbi")  # what a bonus asked by name may be paid on: then they are facts of the post


class PaidTable(NamedTuple):
    """A table once paid, row by row. `lignes`, `totaux`: of the rows whose index is exact (`exacts`).
    `bas`, `haut`: gross and net at the ends of the others, the same at both for an exact one;
    `plafonnes`: where the high end is known."""

    table: pl.DataFrame
    posts: Sequence[StaffPost | PenitError]
    rangs: Numbers
    payes: Mask
    exacts: Mask
    plafonnes: Mask
    lignes: ColumnSums
    totaux: ColumnSums
    bas: ColumnSums
    haut: ColumnSums
    refus: dict[int, PenitError]


class Staff:
    """The tables of one header, paid under the law of one day."""

    def __init__(self, penit: Penit, names: Sequence[str]) -> None:
        """Raises BadHeader."""
        self.posts = Posts(penit)
        self.header: Header = header_of(names, self.posts.law, self.posts.books)
        self._keys = tuple(fact for fact in self.header.faits if fact not in LINEAR or fact in LOOKED_AT)

    def paid(self, table: pl.DataFrame) -> PaidTable:
        """Pay every row of a table."""
        cells = {fact: texts(table[name]) for fact, name in self.header.faits.items()}
        given = {fact: read_column(fact, cells[fact]) for fact in LINEAR if fact in cells}
        posts, ranks = self._posts_of(self._key(cells, given))
        refused = _refused(posts, ranks) | {row: one for fact in given for row, one in given[fact].fautes.items()}
        if EXTRA in table.columns:
            refused |= dict.fromkeys(np.nonzero(table[EXTRA].is_not_null().to_numpy())[0].tolist(), TooManyCells())
            table = table.drop(EXTRA)
        payable = np.ones(len(table), bool)
        payable[list(refused)] = False
        return _Payroll(self.posts, posts, ranks, given).paid(table, payable, refused)

    def _key(self, cells: dict[str, pl.Series], given: dict[str, Linear]) -> pl.DataFrame:
        """The facts that make the post of each row."""
        named = cells["primes_nommees"].is_not_null() if "primes_nommees" in cells else None
        return pl.DataFrame({fact: self._looked_at(fact, cells[fact], given.get(fact), named) for fact in self._keys})

    def _looked_at(self, fact: str, text: pl.Series, linear: Linear | None, named: pl.Series | None) -> pl.Series:
        if linear is None:
            return text
        if fact == "ic_csg":
            return pl.Series(linear.auto).replace_strict({True: "auto", False: None}, return_dtype=pl.String)
        kept = ~linear.dits
        if fact == "im":
            bounds = self.posts.books.baremes.majores
            kept = kept | (linear.valeurs < bounds.min) | (linear.valeurs > bounds.max)
        if fact in OVERTIME and named is not None:
            kept = kept | named.to_numpy()
        seen = pl.Series(np.where(linear.valeurs > 0, 1, 0)).replace_strict({1: GIVEN, 0: NOTHING})
        return text.zip_with(pl.Series(kept), seen)

    def _posts_of(self, key: pl.DataFrame) -> tuple[list[StaffPost | PenitError], Numbers]:
        """The distinct posts of some rows, and which one each has."""
        facts = tuple(key.columns)
        distinct = key.unique(maintain_order=True).with_row_index("\0rang")
        ranks = key.join(distinct, on=facts, how="left", nulls_equal=True, maintain_order="left")["\0rang"]
        rows = distinct.select(facts).rows()
        return [self.posts.of(facts, row) for row in rows], ranks.cast(pl.Int64).to_numpy()


class _Payroll(NamedTuple):
    """The rows of a table beside their posts."""

    known: Posts
    posts: Sequence[StaffPost | PenitError]
    ranks: Numbers
    given: dict[str, Linear]

    def paid(self, table: pl.DataFrame, payable: Mask, refused: dict[int, PenitError]) -> PaidTable:
        exact = payable & self._where(lambda post: post.exact)
        capped = payable & self._where(lambda post: post.haut is not None)
        low = self._spread(lambda post: post.bas, payable, refused)
        high = self._spread(lambda post: None if post.exact else post.haut, capped & ~exact, refused, lines=False)
        ends = ("brut", "net_a_payer_avant_impot")
        bottom = {name: low.totaux[name].copy() for name in ends}
        top = {name: np.where(exact, low.totaux[name], high.totaux[name]) for name in ends}
        self._least(bottom["net_a_payer_avant_impot"], payable & ~exact, refused)
        for totals in (low.totaux, high.totaux):
            _refuse(totals["net_a_payer_avant_impot"] < 0, "retenues_trop_fortes", refused)
            _refuse(totals["net_paye"] < 0, "impot_trop_fort", refused)
        payable[list(refused)] = False
        masks = (payable, exact & payable, capped & payable)
        return PaidTable(table, self.posts, self.ranks, *masks, low.lignes, low.totaux, bottom, top, refused)

    def _where(self, true: Callable[[StaffPost], bool]) -> Mask:
        """The rows whose post is so."""
        return np.array([isinstance(post, StaffPost) and true(post) for post in self.posts], bool)[self.ranks]

    def _spread(
        self,
        entry: Callable[[StaffPost], Parted | None],
        where: Mask,
        refused: dict[int, PenitError],
        lines: bool = True,
    ) -> Summed:
        """The sums of some rows at an entry of their post."""
        entries = [entry(post) if isinstance(post, StaffPost) else None for post in self.posts]
        places = np.cumsum([one is not None for one in entries]) - 1
        kept = [one for one in entries if one is not None]
        found = summed(self.known, kept, places[self.ranks[where]], self.given, where, lines)
        refused.update(found.refus)
        return found

    def _least(self, nets: Numbers, where: Mask, refused: dict[int, PenitError]) -> None:
        """Lower each net of a range of indices to the least that one of them pays."""
        lengths = np.array([len(post.marche) if isinstance(post, StaffPost) else 0 for post in self.posts])
        for step in range(1, int(lengths.max(initial=0))):
            rows = where & (lengths > step)[self.ranks]
            found = self._spread(partial(_step, step), rows, refused, lines=False)
            nets[rows] = np.minimum(nets, found.totaux["net_a_payer_avant_impot"])[rows]


def _step(step: int, post: StaffPost) -> Parted | None:
    return post.marche[step] if step < len(post.marche) else None


def _refused(posts: Sequence[StaffPost | PenitError], ranks: Numbers) -> dict[int, PenitError]:
    """The rows that have no post, and why."""
    without = np.array([isinstance(post, PenitError) for post in posts], bool)
    rows = np.nonzero(without[ranks])[0] if len(posts) else np.zeros(0, np.int64)
    return {row: post for row in rows.tolist() if isinstance(post := posts[ranks[row]], PenitError)}


def _refuse(where: Mask, why: Contradiction, refused: dict[int, PenitError]) -> None:
    for row in np.nonzero(where)[0].tolist():
        refused.setdefault(row, ContradictoryPay(why))
