"""What a source says that a métier pays: brackets by seniority, and published amounts."""

from typing import Literal

from penitcareer.domain.choices import Niveau, Stade
from penitcareer.domain.kinds import (
    Annees,
    Annotated,
    Court,
    DatePartielle,
    Default,
    Euros,
    Says,
    Size,
    SourceId,
    Texte,
)
from penitcareer.domain.money import Range
from penitcareer.domain.records import NamedTuple


class Tranche(NamedTuple):
    """Gross monthly pay for a seniority of `anciennete_min` (included) to
    `anciennete_max` (excluded, None without end) completed years. `libelle` is the
    source's own wording, which may leave a hole or overlap. `hors_corps`: why this is not
    what the corps of the métier pays; it is then shown with that reason, and used for nothing."""

    niveau: Annotated[Niveau, Says("Une fois chacun")]
    libelle: Annotated[Court, Says("Ancienneté telle que la source l’écrit, par exemple « 0-2 ans »")]
    anciennete_min: Annotated[Annees, Says("Années révolues, incluse")]
    anciennete_max: Annotated[Annees | None, Says("Années révolues, exclue ; null : sans limite")]
    brut: Annotated[Range, Says("Bornes égales si la source donne un seul montant")]
    hors_corps: Annotated[
        Texte | None, Says("Pourquoi cette tranche n’est pas la paie du corps ; elle ne sert alors à aucun calcul")
    ] = None


class Remuneration(NamedTuple):
    """Indicative gross monthly brackets of one source, least senior first. `affichee` is
    the range the source puts forward; it is not a mean."""

    base: Annotated[Literal["brut mensuel"], Says("La seule base admise")]
    tranches: Annotated[tuple[Tranche, ...], Size(1, 10), Says("De la moins à la plus ancienne")]
    affichee: Annotated[Range | None, Says("Fourchette que la source met en avant")]
    reserve: Annotated[Texte | None, Says("Réserve de la source sur ses propres chiffres")]
    source: SourceId

    @property
    def displayed(self) -> Range:
        """The range put forward by the source, else from the lowest to the highest bound."""
        return self.affichee or Range(
            min(tranche.brut.min for tranche in self.tranches),
            max(tranche.brut.max for tranche in self.tranches),
        )

    @property
    def usable(self) -> Range | None:
        """The same for what stands for the corps' pay, None when no bracket does."""
        kept = tuple(tranche for tranche in self.tranches if tranche.hors_corps is None)
        if len(kept) == len(self.tranches):
            return self.displayed
        return self._replace(tranches=kept, affichee=None).displayed if kept else None


class RemunerationPubliee(NamedTuple):
    """An amount somebody published, in cents: `montant`, or `min` and `max`. `date` may be
    a year or a month."""

    situation: Annotated[Court, Says("« Débutant », « Élève à l’ENAP »")]
    montant: Annotated[Euros | None, Says("Le montant, ou `min` et `max`")]
    min: Euros | None
    max: Euros | None
    base: Literal["brut", "net", "non_precise"]
    periode: Annotated[Literal["mois", "an"], Default("mois")]
    date: Annotated[DatePartielle | None, Says("Date du chiffre ; null : non précisée")]
    precision: Annotated[Texte | None, Says("Ce qui y entre, ce qui n’est pas dit")]
    source: SourceId
    stade: Annotated[Stade | None, Says("Moment de la carrière que le chiffre décrit, s’il le dit")] = None
