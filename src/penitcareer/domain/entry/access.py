"""How one enters a métier: routes, school and its pay, commitment, posts, what follows."""

from collections.abc import Mapping, Sequence
from datetime import date

from penitcareer.domain.metiers.metier import Metier, Suite
from penitcareer.domain.metiers.provenance import SourceUse, sources_of
from penitcareer.domain.metiers.remuneration import RemunerationPubliee
from penitcareer.domain.metiers.reperes import Repere
from penitcareer.domain.money import Cents
from penitcareer.domain.names import fold, name_key
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.grid import Grid, grid_of
from penitcareer.domain.pay.law import Law
from penitcareer.domain.records import NamedTuple

# The fields of a record that this shows; their sources stand under it.
FIELDS = {"acces", "suites", "recrutement", "remplace_par", "niveau_diplome"}
IN_TRAINING = {"eleve", "eleves", "stagiaire", "stagiaires", "scolarite", "formation"}


class AgeRule(NamedTuple):
    """Ages on 1 January of the contest's year, and the names of the routes that ask so."""

    age_min: int | None
    age_max: int | None
    age_report: int | None
    voies: tuple[str, ...]


class SchoolPay(NamedTuple):
    """What the grid of a corps pays during the training, in cents a month: gross with the
    sourced bonuses, net before tax. Both None when the index is not sourced; `grade` too
    when the grid of the corps is not known at all. `manque`: the bonuses not counted, for
    want of their amount."""

    sigle: str
    corps: str | None
    grade: str | None
    duree_mois: int | None
    brut: Cents | None
    net: Cents | None
    texte: str | None
    manque: tuple[str, ...] = ()


class Heir(NamedTuple):
    """The métier that took over; no title when it has no record."""

    code: str
    titre: str | None


class Access(NamedTuple):
    """The way into a métier on a day. `voies_tues`: the routes of which nobody says what they
    demand. `reperes`: what it pays, by the best proof of each stage. `paie_publiee`: amounts
    published for the training; `paie_ecole`: by the grids, None before `calcul_depuis`, the first
    day they can be computed for; `droit_constant_depuis`: the day of the last check of the law, when the
    day is of a later month. `suites` name a métier only when it has a record."""

    metier: Metier
    heritier: Heir | None
    ages: tuple[AgeRule, ...]
    voies_tues: tuple[str, ...]
    paie_publiee: tuple[RemunerationPubliee, ...]
    paie_ecole: tuple[SchoolPay, ...] | None
    droit_constant_depuis: date | None
    suites: tuple[Suite, ...]
    sources: tuple[SourceUse, ...]
    jour: date
    calcul_depuis: date
    reperes: tuple[Repere, ...] = ()

    @property
    def ages_connus(self) -> bool:
        """Whether every route says what it demands."""
        return bool(self.metier.acces and self.metier.acces.voies) and not self.voies_tues


def build_access(
    metier: Metier,
    titles: Mapping[str, str],
    grids: Sequence[Grid] | None,
    day: date,
    since: date,
    reperes: tuple[Repere, ...] = (),
) -> Access:
    """The way into a métier. `titles`: of every métier, by code; `grids`: of its corps, as
    `training_grids` makes them, None before `since`; `reperes`: its own."""
    heir = metier.remplace_par
    published = tuple(pay for pay in metier.remunerations_publiees if set(fold(pay.situation).split()) & IN_TRAINING)
    cited = {pay.source for pay in published}
    routes = metier.acces.voies if metier.acces else ()
    return Access(
        metier=metier,
        heritier=Heir(heir, titles.get(heir)) if heir else None,
        ages=_ages(metier),
        voies_tues=tuple(route.voie for route in routes if route.exige is None),
        paie_publiee=published,
        paie_ecole=None if grids is None else _school_pays(metier, grids),
        droit_constant_depuis=grids[0].loi.droit_constant_depuis if grids else None,
        suites=tuple(step if step.metier in titles else step._replace(metier=None) for step in metier.suites),
        sources=tuple(
            use for use in sources_of(metier, day).sources if use.source.id in cited or FIELDS & set(use.appuie)
        ),
        jour=day,
        calcul_depuis=since,
        reperes=reperes,
    )


def training_grids(law: Law, books: PayBooks, corps: Sequence[Corps]) -> tuple[Grid, ...]:
    """The grid of each corps, its grades of training only."""
    kept = (item._replace(grades=tuple(g for g in item.grades if g.in_training)) for item in corps)
    return tuple(grid_of(law, books, item) for item in kept)


def _ages(metier: Metier) -> tuple[AgeRule, ...]:
    names: dict[tuple[int | None, int | None, int | None], list[str]] = {}
    for route in metier.acces.voies if metier.acces else ():
        demands = route.exige
        if demands is not None and (demands.age_min is not None or demands.age_max is not None):
            names.setdefault((demands.age_min, demands.age_max, demands.age_report), []).append(route.voie)
    return tuple(AgeRule(*ages, tuple(routes)) for ages, routes in names.items())


def _school_pays(metier: Metier, grids: Sequence[Grid]) -> tuple[SchoolPay, ...]:
    """One line a grade of training; one that knows nothing for a corps without a grid."""
    found: list[SchoolPay] = []
    for sigle in metier.corps:
        grid = next((grid for grid in grids if name_key(grid.corps.sigle) == name_key(sigle)), None)
        if grid is None:
            found.append(SchoolPay(sigle, None, None, None, None, None, None))
            continue
        for grade in grid.grades:
            first = grade.echelons[0]
            found.append(
                SchoolPay(
                    sigle,
                    grid.corps.code,
                    grade.grade.titre,
                    first.echelon.duree_mois,
                    first.brut,
                    first.net,
                    grid.corps.texte_indiciaire,
                    grade.manque,
                )
            )
    return tuple(found)
