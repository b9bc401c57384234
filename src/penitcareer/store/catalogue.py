"""The catalogue that commands read: built-in data, the user's files, one call's `--data`.

Each kind of value is built by its own import, when first asked for: `net` reads two
parameters and never loads what a métier is made of.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from penitcareer.domain.errors import SeveralMetiers, UnknownMetier
from penitcareer.store import snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from penitcareer.domain.career.neighbours import Neighbour
    from penitcareer.domain.career.rules import CareerRules
    from penitcareer.domain.estimate import Rule
    from penitcareer.domain.listing import Entry
    from penitcareer.domain.metier import Metier, Remuneration
    from penitcareer.domain.parameters import Parameter
    from penitcareer.domain.pay.corps import Corps
    from penitcareer.domain.pay.grid import PayBooks
    from penitcareer.domain.pay.hypotheses import Wording
    from penitcareer.domain.pay.indices import Scales
    from penitcareer.domain.pay.law import PayRules
    from penitcareer.domain.pay.official import OfficialPay
    from penitcareer.domain.pay.primes import Prime
    from penitcareer.domain.search import Searchable
    from penitcareer.domain.sigles import Sigle


class Catalogue:
    """Domain values, each read from the snapshot when first asked for."""

    def __init__(self, source: snapshot.Snapshot) -> None:
        self._source = source

    @cached_property
    def rule(self) -> Rule:
        """The estimation rule."""
        from penitcareer.store.build_parameters import rule_from

        return rule_from(self._source.head["parametres"]["regle_estimation"])

    @cached_property
    def smic(self) -> Parameter:
        """The SMIC by date, in cents a month, gross."""
        from penitcareer.store.build_parameters import parameter_from

        return parameter_from(self._source.head["parametres"]["smic"])

    @property
    def read_on(self) -> date:
        """The most recent day on which a source of the catalogue was read."""
        return date.fromisoformat(self._source.head["donnees_du"])

    @property
    def warnings(self) -> tuple[str, ...]:
        """One sentence for each file of the user's that was left out."""
        return tuple(self._source.head["avertissements"])

    @cached_property
    def _index(self) -> list[snapshot.Plain]:
        index: list[snapshot.Plain] = self._source.line(snapshot.INDEX)
        return index

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry a métier, ours first, in the order of the files."""
        from penitcareer.store.build import entry_from

        return tuple(entry_from(plain) for plain in self._index)

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """The code and title of every métier."""
        return tuple((plain["code"], plain["titre"]) for plain in self._index)

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Every name a métier answers to, folded, with its code. A corps names a métier only
        when no métier bears that name itself: several métiers may share a corps."""
        own = [(name, plain["code"]) for plain in self._index for name in plain["noms"]]
        taken = {name for name, _ in own}
        shared = [(name, plain["code"]) for plain in self._index for name in plain["corps"] if name not in taken]
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
        from penitcareer.store.build import metier_from

        return metier_from(self._source.metier(self._position(self.code_of(query))))

    def _position(self, code: str) -> int:
        return next(i for i, plain in enumerate(self._index) if plain["code"] == code)

    def metiers(self) -> tuple[Metier, ...]:
        """Every métier."""
        from penitcareer.store.build import metier_from

        return tuple(metier_from(self._source.metier(position)) for position in range(len(self._index)))

    def neighbours(self, code: str) -> tuple[Neighbour, ...]:
        """The métiers next to the one of this code."""
        from penitcareer.domain.career.neighbours import Link, Neighbour

        known = self._source.neighbours(self._position(code))
        return tuple(
            Neighbour(other, title, tuple(Link(kind, tuple(names)) for kind, names in links))
            for other, title, links in known
        )

    def searchables(self) -> tuple[Searchable, ...]:
        """Every métier as searched."""
        from penitcareer.store.build import searchable_from

        return tuple(searchable_from(plain) for plain in self._source.line(snapshot.SEARCH))

    def sigles(self) -> tuple[Sigle, ...]:
        """The glossary, in the order of its file."""
        from penitcareer.store.build import sigle_from

        return tuple(sigle_from(plain) for plain in self._source.line(snapshot.SIGLES))

    @cached_property
    def _pay(self) -> snapshot.Plain:
        pay: snapshot.Plain = self._source.line(snapshot.PAY)
        return pay

    @cached_property
    def pay_rules(self) -> PayRules:
        """The law of the payslip, by date."""
        from penitcareer.store.build_pay import rules_from

        return rules_from(self._pay["paie"], self._source.head["parametres"]["smic"])

    @cached_property
    def scales(self) -> Scales:
        """Gross indices and letters to indices majorés, by date."""
        from penitcareer.store.build_pay import scales_from

        return scales_from(self._pay["paie"])

    @property
    def wordings(self) -> Mapping[str, Wording]:
        """The sentence of each doubt of a payslip."""
        from penitcareer.store.build_pay import wordings_from

        return wordings_from(self._pay["paie"])

    @cached_property
    def primes(self) -> tuple[Prime, ...]:
        """Every bonus."""
        from penitcareer.store.build_pay import primes_from

        return primes_from(self._pay["primes"])

    @cached_property
    def pay_books(self) -> PayBooks:
        """What every grid and every career reads of the rules of pay."""
        from penitcareer.domain.pay.grid import PayBooks

        return PayBooks(self.pay_rules.lignes, self.scales, self.primes)

    @cached_property
    def corps(self) -> tuple[Corps, ...]:
        """Every corps, ours or the user's, in the order of the files."""
        from penitcareer.store.build_pay import corps_from

        return tuple(corps_from(plain) for plain in self._plain_corps)

    @cached_property
    def _plain_corps(self) -> list[snapshot.Plain]:
        plains: list[snapshot.Plain] = self._source.line(snapshot.CORPS)
        return plains

    def pay_of_corps(self, sigle: str) -> Remuneration | None:
        """The indicative pay of the first métier of a corps, None when none has one."""
        from penitcareer.domain.names import name_key
        from penitcareer.store.build import remuneration_from

        key = name_key(sigle)
        pays = (plain["remuneration"] for plain in self._index if key in plain["noms"])
        return next((remuneration_from(pay) for pay in pays if pay is not None), None)

    def career_rules(self, corps: Corps) -> CareerRules:
        """How one rises within a corps and leaves it."""
        from penitcareer.store.build_career import career_rules_from

        return career_rules_from(next(p["carriere"] for p in self._plain_corps if p["code"] == corps.code))

    @property
    def career_wordings(self) -> Mapping[str, Wording]:
        """The sentence of each doubt of a career, in the order in which they are said."""
        from penitcareer.domain.pay.hypotheses import Wording

        plains = self._source.line(snapshot.CAREERS)
        return {item["code"]: Wording(item["texte"], item["source"]) for item in plains}

    def official(self, sigles: tuple[str, ...], day: date) -> tuple[OfficialPay, ...]:
        """What each of these corps, by acronym, officially pays on a day."""
        from penitcareer.domain.pay.official import OfficialPay, OfficialStep, official_pay

        known = []
        for corps, sigle, since, first, last, partly in self._source.line(snapshot.OFFICIAL):
            if sigle in sigles:
                low, high = (OfficialStep(*step) if step else None for step in (first, last))
                known.append(OfficialPay(corps, sigle, date.fromisoformat(since), low, high, partly))
        return official_pay(known, sigles, day)

    def corps_of(self, query: str) -> Corps:
        """The corps that a code, acronym, title or alias stands for, or the first corps of
        the métier so named. Raises UnknownCorps with the nearest names."""
        from penitcareer.domain.pay.corps import corps_named

        return corps_named(self.corps, query, self._corps_of_metier(query))

    def _corps_of_metier(self, query: str) -> tuple[str, ...]:
        """The acronyms of the corps of a métier, none when there is no such métier."""
        codes = self.codes_of(query)
        return self.metier(codes[0]).corps if len(codes) == 1 else ()
