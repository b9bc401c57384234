"""How one rises within a corps and leaves it for another, as its texts say."""

from datetime import date
from typing import Literal

from penitcareer.domain.dated import TextSource
from penitcareer.domain.kinds import Annee, Annees, Annotated, Bounds, Code, Court, Default, Says, Taux, Texte
from penitcareer.domain.records import NamedTuple

Duree = Annotated[int | None, Bounds(0, 60), Says("En mois ; null : inconnue")]


class SchoolPhase(NamedTuple):
    """What a school grade (`eleve` or `stagiaire`) is made of: months of theory, then of
    practical placement, None when unsourced."""

    grade: Literal["eleve", "stagiaire"]
    mois_theorie: Duree
    mois_stage: Duree
    source: TextSource

    @property
    def known(self) -> bool:
        """Whether both lengths are sourced."""
        return self.mois_theorie is not None and self.mois_stage is not None

    @property
    def placement(self) -> int | None:
        """The months after which practice starts, None for never, and for unknown."""
        return self.mois_theorie if self.known and self.mois_stage else None


class PromotionRoute(NamedTuple):
    """One way from a grade to the next. `echelon_min`: the échelon of the grade left that
    must be reached; `services_annees`: years since titularisation in the corps, or in the
    grade; `autres`: conditions that cannot be computed; `fonctionnelle`: it takes particular
    functions, so that seniority alone never opens it."""

    voie: Court
    echelon_min: Annotated[Court | None, Says("Échelon du grade quitté qu'il faut avoir atteint")]
    services_annees: Annees | None
    services_dans: Annotated[
        Literal["corps", "grade"], Default("corps"), Says("Où comptent ces années, depuis la titularisation")
    ]
    depuis: date | None
    jusqu_au: date | None
    autres: Annotated[tuple[Texte, ...], Says("Autres conditions, qui ne se calculent pas")]
    fonctionnelle: Annotated[
        bool, Default(False), Says("Suppose des fonctions particulières : jamais prise par un avancement supposé")
    ]
    reserve: Annotated[Texte | None, Says("Ce qui n'est pas sûr dans ces conditions")]
    source: TextSource

    def in_force(self, day: date) -> bool:
        """Whether the route exists on a day."""
        return (self.depuis is None or self.depuis <= day) and (self.jusqu_au is None or day <= self.jusqu_au)


class PromotionRate(NamedTuple):
    """Promoted over promotable agents, in a year."""

    valeur: Taux
    annee: Annee
    source: TextSource


class Promotion(NamedTuple):
    """From a grade to the next. Without `voies`, no source gives the conditions; with both
    `voies` and `raison`, none gives those that come after the last route."""

    depuis: Code
    vers: Code
    voies: tuple[PromotionRoute, ...]
    taux: PromotionRate | None
    raison: Annotated[Texte | None, Says("Pourquoi les conditions manquent")]

    def routes_left(self, day: date) -> tuple[PromotionRoute, ...]:
        """The routes that a day still leaves, open or to come."""
        return tuple(route for route in self.voies if route.jusqu_au is None or day <= route.jusqu_au)

    def known(self, day: date) -> bool:
        """Whether the conditions are known from a day on."""
        return bool(self.routes_left(day)) or (bool(self.voies) and self.raison is None)


class Passerelle(NamedTuple):
    """A known way to another corps, by its code."""

    vers: Code
    voie: Court
    services_annees: Annees | None
    autres: tuple[Texte, ...]
    source: TextSource


class CareerRules(NamedTuple):
    """The career rules of a corps. `echelon_entree`: the échelon of titularisation, None
    for the first."""

    echelon_entree: Annotated[Court | None, Says("Échelon à la titularisation ; null : le premier")]
    ecole: tuple[SchoolPhase, ...]
    promotions: tuple[Promotion, ...]
    passerelles: tuple[Passerelle, ...]

    def phase_of(self, grade: str) -> SchoolPhase | None:
        """What a school grade is made of, None when nothing says it."""
        return next((phase for phase in self.ecole if phase.grade == grade), None)


NO_RULES = CareerRules(None, (), (), ())
