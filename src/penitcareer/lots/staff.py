"""Rows of a staff, paid: their posts, their sums, and why some have none."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import polars as pl

from penitcareer.api import Penit
from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.errors import Contradiction, ContradictoryPay
from penitcareer.domain.staff import TooManyCells
from penitcareer.lots.codes import Coded, Mask, Numbers, coded, combined
from penitcareer.lots.csv_pieces import EXTRA
from penitcareer.lots.facts import LINEAR, Linear, read_column
from penitcareer.lots.forms import NOBODY, PostColumns, StaffPost
from penitcareer.lots.header import Header, header_of
from penitcareer.lots.posts import GIVEN, NOTHING, Posts
from penitcareer.lots.sums import ColumnSums, Summed, add_tax, summed

# Of these facts the law only looks at whether they are said, or are not 0; of the others that the
# sums are linear in, at nothing.
LOOKED_AT = ("im", "nbi", "enfants", "brut", "ic_csg")
ENDS = ("brut", "net_a_payer_avant_impot")  # what the ends of an index are paid
SEEN = (NOTHING, GIVEN, None)
OVERTIME = ("im", "nbi")  # what a bonus asked by name may be paid on: then they are facts of the post


class PaidTable(NamedTuple):
    """A table once paid, row by row. `lignes`, `totaux`: of the rows whose index is exact (`exacts`).
    `bas`, `haut`: gross and net at the ends of the others, the same at both for an exact one;
    `plafonnes`: where the high end is known. `taux`: the highest rate of tax that a row says, in
    ten-thousandths."""

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
    taux: int


class Staff:
    """The tables of one header, paid under the law of one day."""

    def __init__(self, penit: Penit, names: Sequence[str]) -> None:
        """Raises BadHeader."""
        self.header: Header = header_of(names, penit._law, penit._catalogue.pay_books)
        self._keys = tuple(fact for fact in self.header.faits if fact not in LINEAR or fact in LOOKED_AT)
        self.posts = _posts_of(penit, self._keys)

    def paid(self, table: pl.DataFrame) -> PaidTable:
        """Pay every row of a table."""
        cells = {fact: table[name] for fact, name in self.header.faits.items()}
        given = {fact: read_column(fact, cells[fact]) for fact in LINEAR if fact in cells}
        keys, ranks = combined(self._key(cells, given))
        posts, columns = self.posts.of(keys)
        refused = _refused(posts, ranks) | {row: one for fact in given for row, one in given[fact].fautes.items()}
        if EXTRA in table.columns:
            refused |= dict.fromkeys(np.nonzero(table[EXTRA].is_not_null().to_numpy())[0].tolist(), TooManyCells())
            table = table.drop(EXTRA)
        payable = np.ones(len(table), bool)
        payable[list(refused)] = False
        return _Payroll(self.posts, posts, columns, ranks, given).paid(table, payable, refused)

    def _key(self, cells: dict[str, pl.Series], given: dict[str, Linear]) -> list[Coded]:
        """The facts that make the post of each row."""
        named = cells["primes_nommees"].is_not_null().to_numpy() if "primes_nommees" in cells else None
        return [self._looked_at(fact, cells[fact], given.get(fact), named) for fact in self._keys]

    def _looked_at(self, fact: str, cells: pl.Series, linear: Linear | None, named: Mask | None) -> Coded:
        """What the law looks at in a fact."""
        if linear is None:
            return coded(cells)
        if fact == "ic_csg":
            return Coded((None, "auto"), linear.auto.astype(np.int64))
        ranks = np.where(linear.dits, linear.valeurs > 0, 2)
        own = np.zeros(len(ranks), bool)
        if fact == "im":
            bounds = self.posts.books.baremes.majores
            own |= (linear.valeurs < bounds.min) | (linear.valeurs > bounds.max)
        if fact in OVERTIME and named is not None:
            own |= named
        own &= linear.dits
        if not own.any():
            return Coded(SEEN, ranks)
        read = coded(cells.filter(pl.Series(own)))
        ranks[own] = read.rangs + len(SEEN)
        return Coded((*SEEN, *read.textes), ranks)


_known: WeakKeyDictionary[Penit, tuple[tuple[date, tuple[str, ...]], Posts]] = WeakKeyDictionary()


def _posts_of(penit: Penit, facts: tuple[str, ...]) -> Posts:
    """The posts of a library, which its next table will likely have too."""
    asked = (penit.le, facts)
    last, posts = _known.get(penit, (None, None))
    if posts is None or last != asked:
        posts = Posts(penit, facts)
        _known[penit] = (asked, posts)
    return posts


class _Payroll(NamedTuple):
    """The rows of a table beside their posts."""

    known: Posts
    posts: Sequence[StaffPost | PenitError]
    columns: PostColumns
    ranks: Numbers
    given: dict[str, Linear]

    def paid(self, table: pl.DataFrame, payable: Mask, refused: dict[int, PenitError]) -> PaidTable:
        exact = payable & self.columns.exacts[self.ranks]
        capped = payable & self.columns.plafonnes[self.ranks]
        low = self._spread(self.columns.bas, payable, refused)
        self._check(low, refused)
        bottom = {name: low.totaux[name].copy() for name in ENDS}
        top = {name: low.totaux[name].copy() for name in ENDS}
        bounded = payable & ~exact
        if bounded.any():
            high = self._spread(self.columns.haut, bounded & capped, refused, lines=False)
            self._check(high, refused)
            for name in ENDS:
                top[name][bounded] = high.totaux[name][bounded]
            self._least(bottom["net_a_payer_avant_impot"], bounded, refused)
        payable[list(refused)] = False
        masks = (payable, exact & payable, capped & payable)
        return PaidTable(
            table, self.posts, self.ranks, *masks, low.lignes, low.totaux, bottom, top, refused, self._rate()
        )

    def _rate(self) -> int:
        rates = self.given.get("taux_impot")
        return int(rates.valeurs.max(initial=0)) if rates else 0

    def _spread(self, agents: Numbers, where: Mask, refused: dict[int, PenitError], lines: bool = True) -> Summed:
        """The sums of some rows at an agent of their post."""
        found = summed(self.known, self.columns.agents, agents[self.ranks[where]], self.given, where, lines)
        refused.update(found.refus)
        return found

    def _check(self, found: Summed, refused: dict[int, PenitError]) -> None:
        """Tax what was found, and refuse what deductions or the tax are more than."""
        totals = found.totaux
        add_tax(self.known.law, totals, self.given.get("taux_impot"))
        _refuse(totals["net_a_payer_avant_impot"] < 0, "retenues_trop_fortes", refused)
        _refuse(totals["net_paye"] < 0, "impot_trop_fort", refused)

    def _least(self, nets: Numbers, where: Mask, refused: dict[int, PenitError]) -> None:
        """Lower each net of a range of indices to the least that one of them pays."""
        for agents in self.columns.marche:
            rows = where & (agents != NOBODY)[self.ranks]
            if not rows.any():
                continue
            found = self._spread(agents, rows, refused, lines=False)
            nets[rows] = np.minimum(nets, found.totaux["net_a_payer_avant_impot"])[rows]


def _refused(posts: Sequence[StaffPost | PenitError], ranks: Numbers) -> dict[int, PenitError]:
    """The rows that have no post, and why."""
    without = np.array([isinstance(post, PenitError) for post in posts], bool)
    rows = np.nonzero(without[ranks])[0] if len(posts) else np.zeros(0, np.int64)
    return {row: post for row in rows.tolist() if isinstance(post := posts[ranks[row]], PenitError)}


def _refuse(where: Mask, why: Contradiction, refused: dict[int, PenitError]) -> None:
    for row in np.nonzero(where)[0].tolist():
        refused.setdefault(row, ContradictoryPay(why))
