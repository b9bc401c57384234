"""The library: a method an answer, which the command of that name calls and writes. Here the
answers about pay; those about métiers are in `metiers`. Imports stand in the methods: an answer
loads what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from penitcareer.api.face import Reponse, by_law, cents, one_of, within, within_if_said
from penitcareer.api.metiers import Metiers
from penitcareer.domain.choices import AVANCEMENTS, LONGEST_CAREER, MOST_CHILDREN, STATUTS, USUAL_CAREER, ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Unpack

    from penitcareer.api.careers import Depuis
    from penitcareer.api.demande import Demande, Options
    from penitcareer.api.face import Montant
    from penitcareer.domain.career.careers import Careers
    from penitcareer.domain.career.place import Place
    from penitcareer.domain.estimate import Estimate
    from penitcareer.domain.pay.exact_net import ExactNet
    from penitcareer.domain.pay.grid import Grid, GridList
    from penitcareer.domain.pay.payslip import Payslip, PayslipGap
    from penitcareer.domain.pay.payslip_range import PayslipRange
    from penitcareer.domain.pay.read_payslip import ReadPayslip


class Penit(Metiers):
    """Every answer of `penit`. A métier or a corps is given by any of its names, an amount in
    euros as an int, a text or a Decimal. What is refused is a PenitError."""

    @overload
    def net(
        self, montant: Montant, *, annuel: bool = ..., statut: None = ..., primes: None = ...
    ) -> Reponse[Estimate]: ...

    @overload
    def net(
        self, montant: Montant, *, annuel: bool = ..., statut: str, primes: Montant | None = ...
    ) -> Reponse[ExactNet]: ...

    @overload
    def net(
        self, montant: Montant, *, annuel: bool = ..., statut: None = ..., primes: Montant
    ) -> Reponse[ExactNet]: ...

    @overload
    def net(
        self,
        montant: Montant,
        *,
        annuel: bool = ...,
        statut: str | None = ...,
        primes: Montant | None = ...,
        corps: str | None,
    ) -> Reponse[Estimate] | Reponse[ExactNet]: ...

    @by_law
    def net(
        self,
        montant: Montant,
        *,
        annuel: bool = False,
        statut: str | None = None,
        primes: Montant | None = None,
        corps: str | None = None,
    ) -> Reponse[Estimate] | Reponse[ExactNet]:
        """The net range of a gross; with a `statut`, a `corps`, or the part of it that is
        `primes` (over the year too when `annuel`), the net of a payslip beside it."""
        from penitcareer.domain.estimate import estimate_net

        estimate = estimate_net(cents(montant), annuel, self._catalogue.rule, self._smic)
        if statut is None and primes is None and corps is None:
            from penitcareer.render.views import estimates

            return Reponse(estimate, estimates)
        from penitcareer.domain.money import MONTHS, divide
        from penitcareer.domain.pay.exact_net import exact_net
        from penitcareer.render.views import exact_net as view

        status = one_of("statut", statut or "titulaire", STATUTS)
        bonuses = 0 if primes is None else divide(cents(primes, zero=True), MONTHS if annuel else 1)
        whose = None if corps is None else self._catalogue.corps_of(corps)
        return Reponse(exact_net(self._law, self._catalogue.pay_books, estimate, status, bonuses, whose), view)

    def brut(self, montant: Montant, *, annuel: bool = False) -> Reponse[Estimate]:
        """The gross range that leads to a wanted net."""
        from penitcareer.domain.estimate import estimate_gross
        from penitcareer.render.views import estimates

        return Reponse(estimate_gross(cents(montant), annuel, self._catalogue.rule, self._smic), estimates)

    @overload
    def paie(
        self,
        corps: str | None = ...,
        *,
        annuel: bool = ...,
        explique: bool = ...,
        contre: None = ...,
        lu: None = ...,
        **options: Unpack[Options],
    ) -> Reponse[Payslip] | Reponse[PayslipRange]: ...

    @overload
    def paie(
        self,
        corps: str | None = ...,
        *,
        annuel: bool = ...,
        explique: bool = ...,
        contre: None = ...,
        lu: Mapping[str, Montant],
        **options: Unpack[Options],
    ) -> Reponse[ReadPayslip]: ...

    @overload
    def paie(
        self,
        corps: str | None = ...,
        *,
        annuel: bool = ...,
        explique: bool = ...,
        contre: Demande,
        lu: None = ...,
        **options: Unpack[Options],
    ) -> Reponse[PayslipGap]: ...

    @by_law
    def paie(
        self,
        corps: str | None = None,
        *,
        annuel: bool = False,
        explique: bool = False,
        contre: Demande | None = None,
        lu: Mapping[str, Montant] | None = None,
        **options: Unpack[Options],
    ) -> Reponse[Payslip] | Reponse[PayslipRange] | Reponse[PayslipGap] | Reponse[ReadPayslip]:
        """A payslip, or two at the ends of an échelon whose index is bounded; `contre`:
        compared to the same with these options changed; `lu`: to amounts read on one's own,
        by code of line or of total; `explique`: each line's meaning and text at the end."""
        from penitcareer.api.demande import exact, payslips_asked, read_beside
        from penitcareer.domain.pay.payslip_range import PayslipRange

        asked: Demande = {**options, "corps": corps}  # type: ignore[typeddict-item]
        result = payslips_asked(self._catalogue, self._law, asked, annuel)
        if lu:
            from penitcareer.render.views import payslip_read

            return Reponse(read_beside(self._catalogue, result, lu, contre is None and not annuel), payslip_read)
        if contre is not None:
            from penitcareer.domain.pay.payslip import compare_payslips
            from penitcareer.render.views import payslip_gap

            other = payslips_asked(self._catalogue, self._law, {**asked, **contre}, annuel)
            before, after = (exact(one, "contre_encadre") for one in (result, other))
            return Reponse(compare_payslips(before, after), payslip_gap)
        from penitcareer.render.views import payslip, payslip_explained, payslip_range

        if isinstance(result, PayslipRange):
            return Reponse(result, payslip_range)
        return Reponse(result, payslip_explained if explique else payslip)

    @overload
    def grille(self, corps: None = ..., *, zone: int | None = ...) -> Reponse[GridList]: ...

    @overload
    def grille(self, corps: str, *, grade: str | None = ..., zone: int | None = ...) -> Reponse[Grid]: ...

    @by_law
    def grille(
        self, corps: str | None = None, *, grade: str | None = None, zone: int | None = None
    ) -> Reponse[GridList] | Reponse[Grid]:
        """The grid of a corps, or of each."""
        from penitcareer.domain.pay.grid import GridList, grid_of
        from penitcareer.render.views import grid, grid_list

        law, books, place = self._law, self._catalogue.pay_books, within_if_said("zone", zone, ZONE)
        if corps is not None:
            return Reponse(grid_of(law, books, self._catalogue.corps_of(corps), place, grade), grid)
        return Reponse(GridList(tuple(grid_of(law, books, item, place) for item in self._catalogue.corps)), grid_list)

    @by_law
    def carriere(
        self,
        *metiers: str,
        annees: int = USUAL_CAREER,
        zone: int | None = None,
        enfants: int = 0,
        naissances: Iterable[int] = (),
        temps_partiels: Iterable[tuple[int, int, int]] = (),
        promotions: Iterable[tuple[str, int]] = (),
        passages: Iterable[tuple[str, int]] = (),
        avancement: str = "sans",
        depuis: Depuis | None = None,
        im: int | None = None,
    ) -> Reponse[Careers]:
        """One career, or up to five side by side. Years count from 1, the entry: `naissances`
        are years, `temps_partiels` are (share, first year, last year), `promotions`
        (grade, year), `passages` (métier or corps, year). `depuis`: from where one is, (grade or
        None, échelon, day it was taken or None), or from an index, `im`; the school is skipped."""
        from penitcareer.api.careers import departure, moves, subjects
        from penitcareer.domain.career.careers import CareerBooks, careers_of
        from penitcareer.domain.career.plan import Plan, Spell, Wish
        from penitcareer.render.views import careers

        catalogue = self._catalogue
        starts = subjects(catalogue, metiers)
        plan = Plan(
            debut=self.le.replace(day=1),
            annees=within("annees", annees, (1, LONGEST_CAREER)),
            zone=within_if_said("zone", zone, ZONE),
            enfants=within("enfants", enfants, (0, MOST_CHILDREN)),
            naissances=tuple(sorted(naissances)),
            temps_partiels=tuple(Spell(*spell) for spell in temps_partiels),
            promotions=tuple(Wish(*wish) for wish in promotions),
            passages=moves(catalogue, starts, passages),
            avancement=one_of("avancement", avancement, AVANCEMENTS),
            depart=departure(starts, depuis, im),
        )
        books = CareerBooks(catalogue.pay_books, catalogue.rule, catalogue.career_wordings)
        return Reponse(careers_of(self._law, books, starts, plan), careers)

    @by_law
    def place(self, montant: Montant, metier: str, *, net: bool = False, zone: int | None = None) -> Reponse[Place]:
        """Where a monthly pay, gross or `net` before tax, stands in a métier."""
        from penitcareer.domain.career.place import place_of
        from penitcareer.render.views import place

        amount = cents(montant)
        catalogue = self._catalogue
        code = catalogue.code_of(metier)
        entry = next(one for one in catalogue.entries if one.code == code)
        grid = self._grid_if_known(code, within_if_said("zone", zone, ZONE))
        stages = catalogue.stages(self.le)
        return Reponse(place_of(amount, net, entry, catalogue.entries, catalogue.rule, self._smic, grid, stages), place)

    def _grid_if_known(self, metier: str, zone: int | None) -> Grid | None:
        """The grid of the métier's first corps, None when it has none or the day is too old."""
        from penitcareer.domain.errors import PenitError
        from penitcareer.domain.pay.grid import grid_of

        try:
            corps, law = self._catalogue.corps_of(metier), self._law
        except PenitError:
            return None
        return grid_of(law, self._catalogue.pay_books, corps, zone)
