"""The catalogue that commands read: built-in data, the user's files, one call's `--data`.

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
    from collections.abc import Mapping

    from penitcareer.domain.checks import IgnoredFile
    from penitcareer.domain.dated import Parameter, Wording
    from penitcareer.domain.estimate import Rule
    from penitcareer.domain.metiers.listing import Entry
    from penitcareer.domain.metiers.metier import Metier, Remuneration
    from penitcareer.domain.metiers.neighbours import Neighbour
    from penitcareer.domain.metiers.reperes import Stages
    from penitcareer.domain.metiers.search import Searchable
    from penitcareer.domain.metiers.sigles import Sigle
    from penitcareer.domain.money import Cents
    from penitcareer.domain.names import Named
    from penitcareer.domain.pay.books import PayBooks
    from penitcareer.domain.pay.corps import Corps
    from penitcareer.domain.pay.law import PayRules
    from penitcareer.domain.pay.official import OfficialPay
    from penitcareer.store.snapshot import Plain


class Catalogue(Reader):
    """Domain values, each read from a snapshot when first asked for."""

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

    @property
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
        """The codes that a code, alias, acronym or title stands for, perhaps none."""
        from penitcareer.domain.names import codes_named

        return codes_named(query, self.names)

    def code_of(self, query: str) -> str:
        """The one code that a name stands for.

        Raises UnknownMetier with the nearest names, or SeveralMetiers.
        """
        from penitcareer.domain.names import nearest

        codes = self.codes_of(query)
        if len(codes) == 1:
            return codes[0]
        if codes:
            raise SeveralMetiers(query, codes)
        code_by_name = dict(reversed(self.names))
        near = [code_by_name[name] for name in nearest(query, tuple(code_by_name))]
        raise UnknownMetier(query, tuple(dict.fromkeys(near)))

    def metier(self, query: str) -> Metier:
        """The métier that a name stands for; raises as `code_of`."""
        return self._metier(self.code_of(query))

    @sound
    def _metier(self, code: str) -> Metier:
        from penitcareer.domain.metiers.metier import Metier

        return record_from(Metier, self._source.line("fiches", self._position(code)))

    def _position(self, code: str) -> int:
        return next(place for place, one in enumerate(self._named) if one.code == code)

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
        from penitcareer.domain.metiers.search import Passage, Searchable

        return tuple(
            Searchable(code, title, tuple(Passage(*passage) for passage in passages))
            for code, title, passages in self._source.lines("recherche")
        )

    @sound
    def sigles(self) -> tuple[Sigle, ...]:
        """The glossary, in the order of its file."""
        from penitcareer.domain.metiers.sigles import Sigle

        return records_from(Sigle, self._source.line("sigles"))

    @cached_property
    @sound
    def _pay(self) -> Plain:
        pay: Plain = self._source.line("paie")
        return pay

    @cached_property
    @sound
    def pay_rules(self) -> PayRules:
        """The law of the payslip, by date."""
        from penitcareer.store.law import rules_from

        return rules_from(self._pay["droit"], self._head["smic"])

    @cached_property
    @sound
    def pay_books(self) -> PayBooks:
        """What every computation of pay reads beside the law of its day."""
        from penitcareer.store.law import books_from

        return books_from(self.pay_rules, self._pay["droit"], self._pay["primes"])

    @cached_property
    @sound
    def corps(self) -> tuple[Corps, ...]:
        """Every corps, ours or the user's, in the order of the files."""
        from penitcareer.domain.pay.corps import Corps

        return records_from(Corps, self._plain_corps)

    @property
    def corps_names(self) -> tuple[tuple[str, str], ...]:
        """Every name of every corps, with its code."""
        return tuple((name, c.code) for c in self.corps for name in (c.code, c.sigle, c.titre, *c.alias))

    @cached_property
    @sound
    def _plain_corps(self) -> list[Plain]:
        plains: list[Plain] = self._source.line("corps")
        return plains

    def pay_of_corps(self, sigle: str) -> Remuneration | None:
        """The indicative pay of the first métier of a corps, None when none has one."""
        from penitcareer.domain.names import name_key

        key = name_key(sigle)
        pays = (self._metier(one.code).remuneration for one in self._named if key in one.noms)
        return next((pay for pay in pays if pay is not None), None)

    @property
    @sound
    def career_wordings(self) -> Mapping[str, Wording]:
        """The sentence of each doubt of a career, in the order in which they are said."""
        from penitcareer.store.law import wordings_from

        return wordings_from(self._source.line("carrieres"))

    @sound
    def official(self, sigles: tuple[str, ...], day: date) -> tuple[OfficialPay, ...]:
        """What each of these corps, by acronym, officially pays on a day."""
        from penitcareer.domain.pay.official import OfficialPay, OfficialStep, official_pay

        known = []
        for corps, sigle, since, first, last, partly, lacking in self._source.line("officiel"):
            if sigle in sigles:
                low, high = (OfficialStep(*step) if step else None for step in (first, last))
                known.append(OfficialPay(corps, sigle, date.fromisoformat(since), low, high, partly, tuple(lacking)))
        return official_pay(known, sigles, day)

    @sound
    def stages(self, day: date) -> Stages:
        """By acronym of a corps, the day of the values in force and its stages."""
        from penitcareer.domain.pay.stage_pay import CorpsStages

        known = records_from(CorpsStages, self._source.line("etapes"))
        return {item.sigle: (item.depuis.isoformat(), item.etapes) for item in known if item.depuis <= day}

    @sound
    def corps_of(self, query: str) -> Corps:
        """The corps that a code, acronym, title or alias stands for, or the first corps of
        the métier so named. Raises UnknownCorps with the nearest names."""
        from penitcareer.domain.pay.corps import Corps, CorpsNames, corps_named

        known = [CorpsNames(item["code"], item["titre"], item["sigle"], item["alias"]) for item in self._plain_corps]
        code = corps_named(known, query, self._corps_of_metier(query))
        # One corps becomes a record, not twenty: each costs as much as all that `paie` computes.
        return record_from(Corps, next(item for item in self._plain_corps if item["code"] == code))

    def _corps_of_metier(self, query: str) -> tuple[str, ...]:
        """The acronyms of the corps of a métier, none when there is no such métier."""
        codes = self.codes_of(query)
        return self.metier(codes[0]).corps if len(codes) == 1 else ()
