"""A staff file paid from its first row to its last, by blocks, in bounded memory."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import polars as pl

from penitcareer.api import Penit
from penitcareer.api.wording import sentence
from penitcareer.lots.both_laws import PaidRows, StaffRows
from penitcareer.lots.reading import open_staff
from penitcareer.lots.staff import PaidTable
from penitcareer.lots.tables import Sentence
from penitcareer.lots.threads import in_order

T = TypeVar("T")
FIRST_FAULTS = 5


class StaffRun:
    """A run over a staff file. `lignes` and `anomalies` count the rows done so far; `premieres`: the
    rows of the first anomalies, from 1 under the header; `taux`: the highest rate of tax of a row."""

    def __init__(
        self, penit: Penit, path: str, say: Sentence = sentence, tell: Callable[[int, int], None] | None = None
    ) -> None:
        """`tell` hears of the rows done, of how many. Raises BadHeader, UnreadableStaff."""
        self._file = open_staff(path)
        self._rows = StaffRows(penit, self._file.schema)
        self._say, self._tell = say, tell
        self.jour = penit.le
        self.entete, self.textes = self._rows.header, self._rows.textes
        self.lignes = self.anomalies = self.taux = 0
        self.premieres: list[int] = []

    @property
    def schema(self) -> dict[str, Any]:
        """The columns that come out, with their types."""
        return {**self._file.schema, **self._rows.schema}

    def tables(self) -> Iterator[pl.DataFrame]:
        """The rows with their results, block by block."""
        yield from self.each(lambda paid: paid.table.hstack(self._rows.results(paid, self._say)))

    def paid(self) -> Iterator[PaidTable]:
        """What was paid, block by block."""
        yield from self.each(lambda paid: paid.paies)

    def each(self, then: Callable[[PaidRows], T]) -> Iterator[T]:
        """What a work makes of what was paid, block by block."""

        def work(table: pl.DataFrame) -> tuple[PaidRows, T]:
            paid = self._rows.paid(table)
            return paid, then(paid)

        for paid, done in in_order(work, self._file.tables):
            self._count(paid)
            yield done
        if self._tell:
            self._tell(self.lignes, self.lignes)

    def _count(self, paid: PaidRows) -> None:
        self.premieres += [self.lignes + row + 1 for row in sorted(paid.refus)[:FIRST_FAULTS]]
        del self.premieres[FIRST_FAULTS:]
        self.lignes += len(paid.table)
        self.anomalies += len(paid.refus)
        self.taux = max(self.taux, paid.paies.taux)
        if self._tell and self.lignes < self._file.rangs:
            self._tell(self.lignes, self._file.rangs)
