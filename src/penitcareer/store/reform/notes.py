"""What is wrong with a reform beyond its types: each by its path in the file."""

from collections.abc import Iterable, Sequence
from typing import Any

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import MOST_FAULTS, InvalidData
from penitcareer.domain.names import nearest
from penitcareer.store.reading.faults import field_name, line_of
from penitcareer.store.reading.rules import RULES
from penitcareer.store.reading.yaml_loader import Location, load_yaml
from penitcareer.store.snapshot import Plain

ROOT = "reforme"


class Notes:
    """Faults as they are met, the first ones kept and the others counted."""

    def __init__(self) -> None:
        self._kept: list[tuple[Location, str]] = []
        self._omitted = 0

    def wrong(self, location: Location, sentence: str) -> None:
        """Note a fault of the value that stands at a path of the reform."""
        if len(self._kept) < MOST_FAULTS:
            self._kept.append(((ROOT, *location), sentence))
        else:
            self._omitted += 1

    def unknown(self, location: Location, what: str, asked: str, known: Iterable[str]) -> None:
        """Note a name that the law does not have, with the nearest while faults are kept: it takes time."""
        near = nearest(asked, tuple(known), 1) if len(self._kept) < MOST_FAULTS else ()
        self.wrong(location, f"{what} : {asked}" + (f" ; vouliez-vous dire {near[0]} ?" if near else ""))

    def twice(self, location: Location, items: Sequence[Plain], *key: str) -> None:
        """Note what is said again: which of both would hold?"""
        seen: set[tuple[Any, ...]] = set()
        for rank, item in enumerate(items):
            named = tuple(item[name] for name in key)
            if named in seen:
                self.wrong((*location, rank), "déjà dit plus haut")
            seen.add(named)

    def broken(self, location: Location, record: Any, context: Plain) -> None:
        """Note what a changed record breaks of the rules that the files of the law obey."""
        for rule in RULES[type(record)]:
            try:
                rule(record, context)
            except ValueError as fault:
                self.wrong(location, str(fault))

    def refuse(self, path: str) -> None:
        """Raise InvalidData for what was noted of a file, each fault with its line."""
        if not self._kept:
            return
        lines: dict[Location, int] = {}
        load_yaml(path, lines)
        faults = [Fault(path, line_of(lines, place), field_name(place), said) for place, said in self._kept]
        raise InvalidData(sorted(faults, key=lambda fault: fault.ligne or 0), self._omitted)
