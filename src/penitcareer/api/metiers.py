"""Answers about métiers: what they are, how they compare, how one enters, where it is from."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING

from penitcareer.api.face import Opened, Reponse, by_law, cents, one_of, within_if_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from penitcareer.api.face import Chemin, Montant
    from penitcareer.domain.checks import CheckReport
    from penitcareer.domain.entry.access import Access
    from penitcareer.domain.entry.eligibility import Eligibility
    from penitcareer.domain.metiers.comparison import Comparison
    from penitcareer.domain.metiers.listing import Listing
    from penitcareer.domain.metiers.metier import Metier
    from penitcareer.domain.metiers.provenance import Provenance
    from penitcareer.domain.metiers.search import SearchResult
    from penitcareer.domain.metiers.sheet import Sheet
    from penitcareer.domain.metiers.sigles import Glossary


class Metiers(Opened):
    """A method an answer."""

    def codes(self, nom: str) -> tuple[str, ...]:
        """The codes of the métiers that a name stands for, perhaps none."""
        return self._catalogue.codes_of(nom)

    @by_law
    def tranches(self, metier: str, *, annuel: bool = False) -> Reponse[Sheet]:
        """The brackets of a métier, gross and net."""
        from penitcareer.domain.metiers.sheet import build_sheet
        from penitcareer.render.views import brackets

        catalogue = self._catalogue
        found = catalogue.metier(metier)
        parts, stages = ("salaire",), catalogue.stages(self.le)
        return Reponse(build_sheet(found, catalogue.rule, self._smic, self.le, annuel, parts, stages=stages), brackets)

    @by_law
    def metiers(
        self,
        *,
        tri: str = "filiere",
        categorie: str | None = None,
        filiere: str | None = None,
        diplome: str | None = None,
        statut: str | None = None,
        min_net: Montant | None = None,
    ) -> Reponse[Listing]:
        """The catalogue, filtered and sorted."""
        from penitcareer.domain import choices
        from penitcareer.domain.metiers.listing import Filters, build_listing, filiere_named
        from penitcareer.render.views import listing

        entries = self._catalogue.entries
        filters = Filters(
            categorie and one_of("categorie", categorie, choices.CATEGORIES),
            None if filiere is None else filiere_named(filiere, entries),
            statut and one_of("statut", statut, choices.STATUTS),
            None if min_net is None else cents(min_net),
            None if diplome is None else choices.DIPLOMES[one_of("diplome", diplome, choices.DIPLOMES)],
        )
        order = one_of("tri", tri, choices.SORTS)
        return Reponse(
            build_listing(entries, self._catalogue.rule, self._smic, order, filters, self._catalogue.stages(self.le)),
            listing,
        )

    @by_law
    def metier(self, nom: str, *, section: str | Iterable[str] | None = None, annuel: bool = False) -> Reponse[Sheet]:
        """The sheet of a métier, or one or several parts of it."""
        from penitcareer.domain.choices import SECTIONS
        from penitcareer.domain.metiers.sheet import build_sheet
        from penitcareer.render.views import sheet

        catalogue = self._catalogue
        asked = (section,) if isinstance(section, str) else tuple(section or ())
        parts = [one_of("section", one, SECTIONS) for one in asked]
        found = catalogue.metier(nom)
        official = catalogue.official(found.corps, self.le)
        beside = catalogue.neighbours(found.code)
        stages = catalogue.stages(self.le)
        return Reponse(
            build_sheet(found, catalogue.rule, self._smic, self.le, annuel, parts, official, beside, stages), sheet
        )

    @by_law
    def comparer(self, *metiers: str) -> Reponse[Comparison]:
        """Two to five métiers side by side."""
        from penitcareer.domain.metiers.comparison import FEWEST, MOST, compare
        from penitcareer.render.views import comparison

        catalogue = self._catalogue
        codes = tuple(dict.fromkeys(catalogue.code_of(name) for name in metiers))
        if not FEWEST <= len(codes) <= MOST:
            from penitcareer.domain.errors import WrongCount

            raise WrongCount("compare", len(codes), FEWEST, MOST)
        found = [catalogue.metier(code) for code in codes]
        official = [catalogue.official(metier.corps, self.le) for metier in found]
        return Reponse(compare(found, catalogue.rule, self._smic, official, catalogue.stages(self.le)), comparison)

    @by_law
    def chercher(self, mots: str) -> Reponse[SearchResult]:
        """The métiers that hold some words, best first."""
        from penitcareer.domain.metiers.search import paid, search
        from penitcareer.domain.names import fold
        from penitcareer.render.views import search as view

        if not fold(mots):
            from penitcareer.domain.errors import NothingToSearch

            raise NothingToSearch
        catalogue = self._catalogue
        found = search(mots, catalogue.searchables(), (name for name, _ in catalogue.names))
        return Reponse(paid(found, catalogue.entries, catalogue.stages(self.le), catalogue.rule), view)

    def sigle(self, sigle: str | None = None) -> Reponse[Glossary]:
        """One acronym, or all of them."""
        from penitcareer.domain.metiers.sigles import Glossary, find_sigle
        from penitcareer.render.views import glossary

        known = self._catalogue.sigles()
        return Reponse(Glossary((find_sigle(sigle, known),) if sigle else known), glossary)

    def sources(self, metier: str | None = None) -> Reponse[Provenance]:
        """The sources of a métier, or all of them with what rests on each."""
        from penitcareer.domain.metiers.provenance import build_provenance
        from penitcareer.render.views import provenance

        if metier:
            return Reponse(build_provenance((self._catalogue.metier(metier),), self.le), provenance)
        from penitcareer.domain.across.usage import cited_by

        users = cited_by(self._catalogue.users)
        return Reponse(build_provenance(self._catalogue.metiers, self.le, users), provenance)

    @by_law
    def acces(self, metier: str) -> Reponse[Access]:
        """The way into a métier."""
        from penitcareer.domain.entry.access import build_access, training_grids
        from penitcareer.domain.metiers.reperes import published, reperes_of
        from penitcareer.render.views import access

        catalogue = self._catalogue
        found = catalogue.metier(metier)
        since = catalogue.pay_rules.premier_jour
        if self.le < since:
            grids = None
        elif found.corps:
            corps = [item for item in catalogue.corps if item.sigle in found.corps]
            grids = training_grids(self._law, catalogue.pay_books, corps)
        else:
            grids = ()
        reperes = reperes_of(
            found.corps, found.remuneration, published(found), catalogue.stages(self.le), catalogue.rule
        )
        return Reponse(build_access(found, dict(catalogue.titles), grids, self.le, since, reperes), access)

    def eligible(
        self,
        *metiers: str,
        diplome: str | None = None,
        domaine: str | Iterable[str] | None = None,
        age: int | None = None,
        services: int | None = None,
        activite: int | None = None,
        corps: str | None = None,
        anciennete: int | None = None,
        nationalite: str | None = None,
        enfants: int | None = None,
        dispense_age: bool | None = None,
        dispense_diplome: bool | None = None,
    ) -> Reponse[Eligibility]:
        """Which routes are open to a profile, into these métiers or into all; a fact not given
        is not supposed. `domaine`: of the diploma, one or several; `corps`: "aucun" for none."""
        from penitcareer.domain import choices
        from penitcareer.domain.entry.eligibility import eligibility
        from penitcareer.domain.entry.profile import Profile, consistent
        from penitcareer.render.views import eligible

        catalogue = self._catalogue
        everyone = catalogue.metiers
        fields = (domaine,) if isinstance(domaine, str) else tuple(domaine or ())
        profile = Profile(
            niveau=None if diplome is None else choices.DIPLOMES[one_of("diplome", diplome, choices.DIPLOMES)],
            domaines=tuple(one_of("domaine", field, choices.DOMAINES_DITS) for field in fields) or None,
            age=within_if_said("age", age, choices.AGES),
            services=within_if_said("services", services, choices.YEARS),
            activite=within_if_said("activite", activite, choices.YEARS),
            corps=None if corps is None else self._membership(corps, everyone),
            anciennete=within_if_said("anciennete", anciennete, choices.YEARS),
            nationalite=nationalite and one_of("nationalite", nationalite, choices.NATIONALITES),
            enfants=within_if_said("enfants", enfants, choices.CHILDREN),
            dispense_age=dispense_age,
            dispense_diplome=dispense_diplome,
        )
        codes = [catalogue.code_of(name) for name in metiers]
        asked = [one for one in everyone if not codes or one.code in codes]
        answered = eligibility(asked, consistent(profile), catalogue.waivers, catalogue.corps_called)
        return Reponse(answered, eligible)

    def _membership(self, corps: str, everyone: Iterable[Metier]) -> str:
        """The code of the corps of a profile. Raises UnknownMembership, or SeveralMetiers."""
        from penitcareer.domain.entry.profile import UnknownMembership, corps_asked

        try:
            return corps_asked(corps, self._catalogue.corps_names, everyone)
        except UnknownMembership:
            codes = self._catalogue.codes_of(corps)
            if len(codes) > 1:
                self._catalogue.one_of(corps, codes)
            raise

    @staticmethod
    def verifier(*chemins: Chemin) -> Reponse[CheckReport]:
        """Every fault of some files or folders of data; of the user's own when none is given."""
        from penitcareer.render.views import checks
        from penitcareer.store.checking import check_files
        from penitcareer.store.folders import user_folder
        from penitcareer.store.opening import given_files, user_files

        if chemins:
            given = (file for path in chemins for file in given_files(fspath(path)))
            return Reponse(check_files(dict.fromkeys(given)), checks)
        closed: list[str] = []
        return Reponse(check_files(user_files(closed), user_folder(), closed), checks)
