"""The métiers of a catalogue: their names, records and neighbours, and what estimates rest on.

Each kind of value is built by its own import, when first asked for: `net` reads two
parameters and never loads what a métier is made of.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from penitcareer.domain.errors import SeveralMetiers, UnknownMetier
from penitcareer.store.convert import record_from, records_from
from penitcareer.store.sound import Reader, sound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from penitcareer.domain.checks import IgnoredFile
    from penitcareer.domain.dated import Parameter
    from penitcareer.domain.entry.waivers import Waivers
    from penitcareer.domain.estimate import Rule
    from penitcareer.domain.metiers.listing import Entry
    from penitcareer.domain.metiers.metier import Metier
    from penitcareer.domain.metiers.neighbours import Neighbour
    from penitcareer.domain.metiers.search import Searchable
    from penitcareer.domain.metiers.sigles import Sigle
    from penitcareer.domain.money import Cents
    from penitcareer.domain.names import Named
    from penitcareer.store.snapshot import Plain


class MetierReader(Reader):
    """What is asked of the métiers of a snapshot, each value read when first asked for."""

    @cached_property
    @sound
    def _head(self) -> Plain:
        head: Plain = self._source.line("tete")
        return head

    @cached_property
    @sound
    def rule(self) -> Rule:
        """The estimation rule."""
        from penitcareer.domain.estimate import Rule

        return record_from(Rule, self._head["regle_estimation"])

    @property
    @sound
    def waivers(self) -> Waivers:
        """What lifts an age limit or a diploma."""
        from penitcareer.domain.entry.waivers import Waivers

        return record_from(Waivers, self._head["dispenses"])

    @cached_property
    @sound
    def smic(self) -> Parameter[Cents]:
        """The SMIC by date, in cents a month, gross."""
        from penitcareer.domain.dated import Parameter

        return record_from(Parameter, self._head["smic"])

    @property
    @sound
    def read_on(self) -> date:
        """The most recent day on which a source of the catalogue was read."""
        return date.fromisoformat(self._head["donnees_du"])

    @property
    @sound
    def ignored(self) -> tuple[IgnoredFile, ...]:
        """The files of the user's that were left out."""
        if not self._head["ignores"]:
            return ()
        from penitcareer.domain.checks import IgnoredFile

        return records_from(IgnoredFile, self._head["ignores"])

    @cached_property
    @sound
    def _named(self) -> tuple[Named, ...]:
        from penitcareer.domain.names import Named

        rows = self._source.line("noms")
        return tuple(Named(code, title, tuple(names), tuple(corps)) for code, title, names, corps in rows)

    @cached_property
    @sound
    def entries(self) -> tuple[Entry, ...]:
        """One entry a métier: ours, in the order of the map, then the user's."""
        from penitcareer.domain.metiers.listing import Entry

        return records_from(Entry, self._source.lines("entrees"))

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """The code and title of every métier."""
        return tuple((one.code, one.titre) for one in self._named)

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Every name a métier answers to, folded, with its code. A corps names a métier only
        when no métier bears that name itself: several métiers may share a corps."""
        own = [(name, one.code) for one in self._named for name in one.noms]
        taken = {name for name, _ in own}
        shared = [(name, one.code) for one in self._named for name in one.corps if name not in taken]
        return (*own, *shared)

    def codes_of(self, query: str) -> tuple[str, ...]:
        """The codes that a code, alias, acronym or title stands for, else those that it begins
        to name, perhaps none."""
        from penitcareer.domain.names import codes_named, codes_named_in_part

        return codes_named(query, self.names) or codes_named_in_part(query, self.names)

    def code_of(self, query: str) -> str:
        """The one code that a name stands for.

        Raises UnknownMetier with the nearest names, or SeveralMetiers.
        """
        from penitcareer.domain.names import nearest

        codes = self.codes_of(query)
        if codes:
            return self.one_of(query, codes)
        code_by_name = dict(reversed(self.names))
        near = [code_by_name[name] for name in nearest(query, tuple(code_by_name))]
        raise UnknownMetier(query, tuple(dict.fromkeys(near)))

    def one_of(self, query: str, codes: Sequence[str]) -> str:
        """The one of these codes, which a name stands for. Raises SeveralMetiers."""
        if len(codes) == 1:
            return codes[0]
        titles = dict(self.titles)
        raise SeveralMetiers(query, codes, [titles[code] for code in codes])

    def metier(self, query: str) -> Metier:
        """The métier that a name stands for; raises as `code_of`."""
        return self._metier(self.code_of(query))

    @sound
    def _metier(self, code: str) -> Metier:
        from penitcareer.domain.metiers.metier import Metier

        return record_from(Metier, self._source.line("fiches", self._position(code)))

    def _position(self, code: str) -> int:
        return next(place for place, one in enumerate(self._named) if one.code == code)

    @cached_property
    @sound
    def metiers(self) -> tuple[Metier, ...]:
        """Every métier."""
        from penitcareer.domain.metiers.metier import Metier

        return records_from(Metier, self._source.lines("fiches"))

    @sound
    def neighbours(self, code: str) -> tuple[Neighbour, ...]:
        """The métiers next to the one of this code."""
        from penitcareer.domain.metiers.neighbours import Link, Neighbour

        known = self._source.line("voisins", self._position(code))
        return tuple(
            Neighbour(other, title, tuple(Link(kind, tuple(names)) for kind, names in links))
            for other, title, links in known
        )

    @sound
    def searchables(self) -> tuple[Searchable, ...]:
        """Every métier as searched."""
        from penitcareer.domain.metiers.search import Searchable, SearchedText

        return tuple(
            Searchable(code, title, tuple(SearchedText(*text) for text in texts))
            for code, title, texts in self._source.lines("recherche")
        )

    @sound
    def sigles(self) -> tuple[Sigle, ...]:
        """The glossary, in the order of its file."""
        from penitcareer.domain.metiers.sigles import Sigle

        return records_from(Sigle, self._source.line("sigles"))
