"""A snapshot under a reform: the same lines, those of the law changed as they are read. Nothing
is written: what the cache keeps is always the law."""

import os
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from penitcareer.domain.errors import MissingPath
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.reforme import Reforme
from penitcareer.store.convert import plain_of, records_from
from penitcareer.store.law import books_from, rules_from
from penitcareer.store.official import corps_stages, official_plain, official_ranges
from penitcareer.store.reading.faults import validate
from penitcareer.store.reading.reforms import FichierReforme
from penitcareer.store.reform.bonuses import bonuses_under, lines_under
from penitcareer.store.reform.grades import corps_under
from penitcareer.store.reform.notes import Notes
from penitcareer.store.reform.values import parameters_under, tables_under
from penitcareer.store.snapshot import Plain, Snapshot

CHANGED = ("tete", "paie", "corps")
COMPUTED = ("officiel", "etapes")


class ReformFile:
    """A reform as its file says it, its types checked."""

    def __init__(self, path: str) -> None:
        """Raises MissingPath, or InvalidData."""
        if not os.path.exists(path):
            raise MissingPath(path)
        self.path = path
        self.plain: Plain = validate(FichierReforme, path)["reforme"]
        self.reforme = Reforme(self.plain["nom"], date.fromisoformat(self.plain["depuis"]), path)


class Reformed:
    """The lines of a snapshot under a reform, which is checked against them when one that it
    may change is first read."""

    def __init__(self, source: Snapshot, file: ReformFile) -> None:
        self._source, self._file = source, file
        self.close = source.close

    def line(self, name: str, position: int = 0) -> Any:
        """The line of a name, under the reform. Raises InvalidData for what the law does not have."""
        if name in COMPUTED:
            return self._computed[name]
        return self._changed[name][position] if name in CHANGED else self._source.line(name, position)

    def lines(self, name: str) -> Iterator[Any]:
        """Every line of a name, under the reform."""
        return iter(self._changed[name]) if name in CHANGED else self._source.lines(name)

    @cached_property
    def _changed(self) -> dict[str, list[Any]]:
        """The lines of each name that a reform may change."""
        head, pay = self._source.line("tete"), self._source.line("paie")
        by_code = {one["code"]: one for one in self._source.lines("corps")}
        reform, notes = self._file.plain, Notes()
        parameters = parameters_under(reform, {"smic": head["smic"], **pay["droit"]["parametres"]})
        smic = parameters.pop("smic")
        law = tables_under(reform, {**pay["droit"], "parametres": parameters}, notes)
        law["lignes"] = lines_under(reform, law["lignes"], notes)
        bonuses = bonuses_under(reform, pay["primes"], by_code, notes)
        changed = corps_under(reform, by_code, law, notes)
        notes.refuse(self._file.path)
        return {
            "tete": [{**head, "smic": smic}],
            "paie": [{"droit": law, "primes": bonuses}],
            "corps": list(changed.values()),
        }

    @cached_property
    def _computed(self) -> dict[str, list[Any]]:
        """What the snapshot keeps computed, of the days from the reform on."""
        (head,), (pay,) = self._changed["tete"], self._changed["paie"]
        rules = rules_from(pay["droit"], head["smic"])
        books = books_from(rules, pay["droit"], pay["primes"])
        corps, first = records_from(Corps, self._changed["corps"]), self._file.reforme.depuis
        return {
            "officiel": [official_plain(item) for item in official_ranges(rules, books, corps, first)],
            "etapes": [plain_of(item) for item in corps_stages(rules, books, corps, first)],
        }
