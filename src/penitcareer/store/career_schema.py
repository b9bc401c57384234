"""The door of careers: how one moves within a corps and to another, as pydantic models."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from penitcareer.store.base_schema import Model
from penitcareer.store.fields import Annees, Code, Court, DateComplete, Taux, Texte
from penitcareer.store.parameters_schema import HypotheseTexte, SourceTexte

Duree = Annotated[int | None, Field(ge=0, le=60, description="En mois ; null : non sourcée")]


class PhaseEcole(Model):
    """What a school grade is made of: months of theory, then of practical placement."""

    grade: Literal["eleve", "stagiaire"]
    mois_theorie: Duree = None
    mois_stage: Duree = None
    source: SourceTexte


class VoiePromotion(Model):
    """One way up, with the conditions that a source gives."""

    voie: Court
    echelon_min: Annotated[Court | None, Field(description="Échelon du grade quitté qu'il faut avoir atteint")] = None
    services_annees: Annees | None = None
    services_dans: Annotated[
        Literal["corps", "grade"], Field(description="Où comptent ces années, depuis la titularisation")
    ] = "corps"
    depuis: DateComplete | None = None
    jusqu_au: DateComplete | None = None
    autres: Annotated[list[Texte], Field(description="Autres conditions, qui ne se calculent pas")] = []
    fonctionnelle: Annotated[
        bool, Field(description="Suppose des fonctions particulières : jamais prise par --avancement")
    ] = False
    reserve: Annotated[Texte | None, Field(description="Ce qui n'est pas sûr dans ces conditions")] = None
    source: SourceTexte

    @model_validator(mode="after")
    def in_order(self) -> "VoiePromotion":
        if self.depuis and self.jusqu_au and self.depuis > self.jusqu_au:
            raise ValueError("jusqu_au précède depuis")
        return self


class TauxPromotion(Model):
    """Promoted over promotable, in a year."""

    valeur: Taux
    annee: Annotated[int, Field(ge=1990, le=2100)]
    source: SourceTexte


class Promotion(Model):
    """From a grade to the next; no route means that no source gives the conditions."""

    depuis: Code
    vers: Code
    voies: list[VoiePromotion] = []
    taux: TauxPromotion | None = None
    raison: Annotated[Texte | None, Field(description="Pourquoi les conditions manquent")] = None


class Passerelle(Model):
    """A known way to another corps."""

    vers: Code
    voie: Court
    services_annees: Annees | None = None
    autres: list[Texte] = []
    source: SourceTexte


class Carriere(Model):
    """How a career goes in a corps."""

    echelon_entree: Annotated[Court | None, Field(description="Échelon à la titularisation ; null : le premier")] = None
    ecole: list[PhaseEcole] = []
    promotions: list[Promotion] = []
    passerelles: list[Passerelle] = []


class FichierCarriere(Model):
    """Root of `carriere.yaml`."""

    hypotheses: Annotated[list[HypotheseTexte], Field(min_length=1)]


class Fusion(Model):
    """Grades that become one on a day."""

    le: DateComplete
    depuis: Annotated[list[Code], Field(min_length=1)]
    vers: Code
    source: SourceTexte
