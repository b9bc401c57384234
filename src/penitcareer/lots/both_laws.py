"""Rows paid under the law of a day or under a reform, and then beside what the law alone pays."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from penitcareer.api import Penit
from penitcareer.domain.errors import PenitError
from penitcareer.domain.staff import BadHeader
from penitcareer.lots.codes import Mask, Numbers
from penitcareer.lots.forms import StaffPost
from penitcareer.lots.staff import PaidTable, Staff
from penitcareer.lots.sums import ColumnSums
from penitcareer.lots.tables import EUROS, Sentence, cents_as_euros, remarks, result_schema, results

SUMS = {"brut": "brut", "net": "net_a_payer_avant_impot"}  # what is compared, by its short name
COMPARED = tuple(f"{kind}_{name}_{end}" for kind in ("droit", "ecart") for name in SUMS for end in ("min", "max"))
BY_LAW = {"manque": "manque_droit", "anomalie": "anomalie_droit"}
BESIDE = {**dict.fromkeys(COMPARED, EUROS), **dict.fromkeys(BY_LAW.values(), pl.String)}


class PaidRows(NamedTuple):
    """A table once paid; `droit`: under the law alone, where `paies` are under a reform, and
    `semblables`: the rows that nothing of the reform touches."""

    paies: PaidTable
    droit: PaidTable | None
    semblables: Mask

    @property
    def table(self) -> pl.DataFrame:
        """The rows as they were given."""
        return self.paies.table

    @property
    def refus(self) -> dict[int, PenitError]:
        """Why some rows have no payslip, or none under the law alone."""
        return self.paies.refus if self.droit is None else {**self.droit.refus, **self.paies.refus}


class RowGaps(NamedTuple):
    """What a reform adds to each row, by the short name of a sum, from the low end to the high one.
    `connus`: where it is known; `plafonnes`: where its high end is too."""

    connus: Mask
    plafonnes: Mask
    bas: ColumnSums
    haut: ColumnSums


class StaffRows:
    """The rows of the tables of one header: what is paid, and the columns that say it."""

    def __init__(self, penit: Penit, columns: Mapping[str, Any]) -> None:
        """`columns`: those of the tables, with their types. Raises BadHeader."""
        names = tuple(columns)
        self._staff = Staff(penit, names)
        self._law = None if penit.reforme is None else Staff(penit.sans_reforme, names)
        self._same_values = self._law is not None and self._law.posts.law == self._staff.posts.law
        self.header = self._staff.header
        unreadable = [name for name in self.header.faits.values() if _is_no_text(columns[name])]
        if unreadable:
            raise BadHeader("cellules", unreadable)
        self.textes = self._staff.posts.books.lignes
        taken = set(names) & set(self.schema)
        if taken:
            raise BadHeader("resultat", sorted(taken))

    @property
    def schema(self) -> dict[str, Any]:
        """The type of each column that is added."""
        return result_schema(self.header) | ({} if self._law is None else BESIDE)

    def paid(self, table: pl.DataFrame) -> PaidRows:
        """Pay every row of a table, under both laws when there is a reform."""
        paid = self._staff.paid(table)
        if self._law is None:
            return PaidRows(paid, None, np.ones(len(table), bool))
        law = self._law.paid(table)
        alike = _alike(paid, law, lambda post: post) if self._same_values else np.zeros(len(table), bool)
        return PaidRows(paid, law, alike)

    def results(self, paid: PaidRows, say: Sentence) -> pl.DataFrame:
        """What is added to the rows of a table: null where it is unknown."""
        found = results(paid.paies, self.header, say)
        return found if paid.droit is None else found.hstack(_beside_law(paid, paid.droit, say))


def _is_no_text(kind: Any) -> bool:
    """Whether no cell of a type can be read as a text or a number."""
    return kind.is_nested() or kind in (pl.Object, pl.Binary, pl.Duration)


def gaps_of(paid: PaidRows, law: PaidTable) -> RowGaps:
    """What a reform adds to each row: as a LawLine says it of one, both sums being known or neither."""
    reform = paid.paies
    known = law.payes & reform.payes & _alike(reform, law, _lacking) & (law.plafonnes | ~reform.plafonnes)
    capped = known & (law.plafonnes & reform.plafonnes | paid.semblables)
    low, high = {}, {}
    for short, name in SUMS.items():
        start = np.where(law.plafonnes & ~reform.plafonnes, law.haut[name], law.bas[name])
        one = reform.bas[name] - start
        other = np.where(capped, reform.haut[name] - law.haut[name], one)
        low[short], high[short] = np.minimum(one, other), np.maximum(one, other)
        known &= capped | law.plafonnes | (one >= 0)
    return RowGaps(known, capped, low, high)


def _alike(reform: PaidTable, law: PaidTable, trait: Callable[[StaffPost | PenitError], Hashable]) -> Mask:
    """The rows whose posts have the same trait under both laws."""
    kinds: dict[Hashable, int] = {}

    def ranks(paid: PaidTable) -> Numbers:
        return np.array([kinds.setdefault(trait(post), len(kinds)) for post in paid.posts], np.int64)[paid.rangs]

    return np.asarray(ranks(reform) == ranks(law))


def _lacking(post: StaffPost | PenitError) -> tuple[str, ...]:
    """The bonuses that are due and whose amount is unknown."""
    return post.inconnues if isinstance(post, StaffPost) else ()


def _beside_law(paid: PaidRows, law: PaidTable, say: Sentence) -> list[pl.Series]:
    """What the law alone pays, what the reform adds, and what the law alone lacks."""
    gaps = gaps_of(paid, law)
    found = {}
    for short, name in SUMS.items():
        found[f"droit_{short}_min"] = (law.bas[name], law.payes)
        found[f"droit_{short}_max"] = (law.haut[name], law.plafonnes)
        found[f"ecart_{short}_min"] = (gaps.bas[short], gaps.connus)
        found[f"ecart_{short}_max"] = (gaps.haut[short], gaps.plafonnes)
    said = {column.name: column for column in remarks(law, say)}
    return [
        *cents_as_euros({name: found[name] for name in COMPARED}),
        *(said[name].alias(own) for name, own in BY_LAW.items()),
    ]
