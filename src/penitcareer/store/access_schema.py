"""The way in: what each route of a métier demands, its school, what follows."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from penitcareer.store.base_schema import Fait, Model
from penitcareer.store.fields import Annees, Code, Court, SourceId, Texte

Niveau = Annotated[int, Field(ge=0, le=8, description="3 : CAP, brevet ; 4 : bac ; 5 : bac+2 ; 6 : bac+3 ; 7 : bac+5")]
Age = Annotated[int, Field(ge=14, le=70, description="Ans révolus au 1er janvier de l'année du concours")]


class Exigences(Model):
    niveau: Niveau | None = None
    domaines: Annotated[
        list[Literal["service_social", "psychologie", "social", "educatif"]],
        Field(description="Domaines dont le diplôme doit relever ; l'un d'eux suffit"),
    ] = []
    age_min: Age | None = None
    age_max: Age | None = None
    age_report: Annotated[Age | None, Field(description="Limite d'âge une fois comptés tous les reports")] = None
    services: Annotated[Annees | None, Field(description="Années de services publics")] = None
    activite: Annotated[Annees | None, Field(description="Années d'activité, même hors service public")] = None
    corps: Annotated[list[Code], Field(description="Corps dont il faut être membre ; l'un d'eux suffit")] = []
    anciennete: Annotated[Annees | None, Field(description="Années de services dans le corps")] = None
    a_verifier: Annotated[
        list[Texte], Field(description="Conditions connues mais invérifiables ici : la réponse est « inconnu »")
    ] = []

    @model_validator(mode="after")
    def ages_in_order(self) -> "Exigences":
        ages = [age for age in (self.age_min, self.age_max, self.age_report) if age is not None]
        if ages != sorted(ages) or (self.age_report is not None and self.age_max is None):
            raise ValueError("age_min, age_max et age_report vont en croissant, et age_report suppose age_max")
        if self.anciennete is not None and not self.corps:
            raise ValueError("anciennete compte des années dans un corps : nommez-le dans corps")
        return self


class Voie(Model):
    voie: Court
    nature: (
        Literal["externe", "interne", "troisieme_concours", "sur_titres", "promotion", "nomination", "contrat"] | None
    ) = None
    condition: Texte | None = None
    precision: Texte | None = None
    exige: Annotated[
        Exigences | None, Field(description="Conditions vérifiables ; null : personne ne les dit ; {} : aucune")
    ] = None
    source: SourceId | None = None


class Formation(Model):
    lieu: Court | None = None
    duree_mois: Annotated[int | None, Field(ge=0, le=120, description="Durée en mois ; null : inconnue")] = None
    remuneree: bool | None = None
    precision: Texte | None = None
    source: SourceId | None = None


class Engagement(Model):
    existe: Annotated[bool | None, Field(description="null : non trouvé")] = None
    duree_annees: Annees | None = None
    precision: Texte | None = None
    source: SourceId | None = None


class Postes(Model):
    annee: Annotated[int | None, Field(ge=1990, le=2100)] = None
    nombre: Annotated[int, Field(ge=0)]
    precision: Texte | None = None
    source: SourceId


class Acces(Model):
    diplome: Annotated[Court | None, Field(description="Niveau demandé ; null : inconnu")] = None
    nationalite: Court | None = None
    voies: list[Voie] = []
    conditions: list[Fait] = []
    formation: Formation | None = None
    engagement: Engagement | None = None
    postes: list[Postes] = []
