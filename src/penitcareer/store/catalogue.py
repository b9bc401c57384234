"""The catalogue that commands read: built-in data, the user's files, one call's `--data`."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from penitcareer.domain.dated import in_force
from penitcareer.domain.records import NamedTuple
from penitcareer.store.convert import record_from, records_from
from penitcareer.store.metier_reader import MetierReader
from penitcareer.store.sound import sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from penitcareer.domain.metiers.provenance import User
    from penitcareer.domain.metiers.remuneration import Remuneration
    from penitcareer.domain.metiers.reperes import Stages
    from penitcareer.domain.pay.books import PayBooks
    from penitcareer.domain.pay.corps import Corps
    from penitcareer.domain.pay.corps_names import CorpsNames
    from penitcareer.domain.pay.law import PayRules
    from penitcareer.domain.pay.official import OfficialPay
    from penitcareer.domain.wording import Wording
    from penitcareer.store.snapshot import Plain


class _FromADay(NamedTuple):
    """What the snapshot keeps of a day on, still plain: most of it is of other days."""

    depuis: date
    plain: Plain


class Catalogue(MetierReader):
    """The métiers, and the law, the bonuses and the corps that pay them."""

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

        return records_from(Corps, self._source.lines("corps"))

    @property
    def corps_names(self) -> tuple[tuple[str, str], ...]:
        """Every name of every corps, with its code: its own, then those of the métiers whose
        first corps it is."""
        from penitcareer.domain.names import name_key

        own = [(name, c.code) for c in self.corps_called for name in c.noms]
        codes = {name_key(c.sigle): c.code for c in self.corps_called}
        first = [(one.noms, codes.get(one.corps[0])) for one in self._named if one.corps]
        return (*own, *((name, code) for names, code in first if code is not None for name in names))

    @cached_property
    @sound
    def corps_called(self) -> tuple[CorpsNames, ...]:
        """What every corps answers to, and is called."""
        from penitcareer.domain.pay.corps_names import CorpsNames

        return tuple(CorpsNames(*names) for names in self._source.line("noms_corps"))

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
        """The stages of each corps that are in force, by its acronym."""
        from penitcareer.domain.pay.stage_pay import CorpsStages

        each: dict[str, list[_FromADay]] = {}
        for plain in self._source.line("etapes"):
            each.setdefault(plain["sigle"], []).append(_FromADay(date.fromisoformat(plain["depuis"]), plain))
        found = {sigle: in_force(values, day) for sigle, values in each.items()}
        return {sigle: record_from(CorpsStages, kept.plain) for sigle, kept in found.items() if kept is not None}

    @property
    def users(self) -> Iterator[tuple[User, object]]:
        """All that rests on sources, and what holds these."""
        from penitcareer.domain.dated import TextSource
        from penitcareer.domain.metiers.provenance import User

        rules, books = self.pay_rules, self.pay_books
        bonuses = {prime.code for prime in books.primes}
        yield from ((User("metier", one.code, one.titre), one.sources) for one in self.metiers)
        yield from ((User("corps", one.code, one.titre), one) for one in self.corps)
        yield from ((User("droit", code, one.libelle), one) for code, one in rules.parametres.items())
        yield from (
            (User("droit", one.code, one.libelle), one) for one in books.lignes.values() if one.code not in bonuses
        )
        for table in self._pay["droit"]["tables"]:
            yield User("droit", table["code"], None), record_from(TextSource, table["source"])
        yield User("droit", "impot", None), rules.impot
        yield User("droit", "regle_estimation", None), self.rule
        yield User("droit", "dispenses", None), self.waivers
        yield from ((User("prime", one.code, one.libelle), one) for one in books.primes)
        yield from ((User("sigle", one.sigle, one.sens), one) for one in self.sigles())

    def codes_of(self, query: str) -> tuple[str, ...]:
        """The same, else the codes of the corps that has a grade of this name."""
        from penitcareer.domain.names import codes_named

        return super().codes_of(query) or codes_named(self._corps_of_grade(query), self.names)

    def _corps_of_grade(self, query: str) -> str:
        """The acronym of the corps that has a grade of this name, or one that begins so;
        nothing when several corps have one."""
        from penitcareer.domain.names import codes_named, codes_named_in_part

        grades = [(name, corps.sigle) for corps in self.corps_called for name in corps.grades]
        found = codes_named(query, grades) or codes_named_in_part(query, grades)
        return found[0] if len(found) == 1 else ""

    @sound
    def corps_of(self, query: str) -> Corps:
        """The corps that a code, acronym, title or alias stands for, or the first corps of
        the métier so named. Raises UnknownCorps with the nearest names, or SeveralMetiers."""
        from penitcareer.domain.pay.corps import Corps, corps_named

        code = corps_named(self.corps_called, query, self._corps_of_metier(query))
        place = next(place for place, names in enumerate(self.corps_called) if names.code == code)
        # One corps is read, not twenty: each costs as much as all that `paie` computes.
        return record_from(Corps, self._source.line("corps", place))

    def _corps_of_metier(self, query: str) -> Iterator[str]:
        """The acronyms of the corps of a métier, none when there is no such métier; the métier
        is read when they are asked for. Raises SeveralMetiers."""
        codes = self.codes_of(query)
        if codes:
            yield from self._metier(self.one_of(query, codes)).corps
