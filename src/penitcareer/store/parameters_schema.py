"""The door of `parametres.yaml` and `sigles.yaml`: the rule, the SMIC, the acronyms."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from penitcareer.store.base_schema import Model
from penitcareer.store.fields import Code, Court, DateComplete, DatePartielle, Euros, Taux, Texte, Url


class SourceTexte(Model):
    """The legal text or page a parameter comes from."""

    titre: Court
    url: Url | None = None
    date: DatePartielle | None = None


class HypotheseTexte(Model):
    """A doubt, worded once; the euros at stake are computed."""

    code: Code
    texte: Texte
    source: Court | None = None


class ValeurDatee(Model):
    depuis: DateComplete
    valeur: Euros
    source: SourceTexte


class Smic(Model):
    libelle: Court
    unite: Literal["EUR bruts par mois, 35 heures"]
    confiance: Literal["haute", "moyenne", "basse"]
    verifie_le: DateComplete
    valeurs: Annotated[list[ValeurDatee], Field(min_length=1)]

    @model_validator(mode="after")
    def in_order(self) -> "Smic":
        dates = [value.depuis for value in self.valeurs]
        if dates != sorted(set(dates)):
            raise ValueError("les valeurs se suivent par date d'effet, sans doublon")
        return self


class RegleEstimation(Model):
    libelle: Texte
    retenue_min: Taux
    retenue_max: Taux
    reserve: Texte
    verifie_le: DateComplete
    source: SourceTexte


class FichierParametres(Model):
    """Root of `parametres.yaml`."""

    regle_estimation: RegleEstimation
    smic: Smic


class Sigle(Model):
    sigle: Court
    sens: Court
    explication: Texte
    autre_sens: Court | None = None
    source: SourceTexte
    consulte_le: DateComplete


class FichierSigles(Model):
    """Root of `sigles.yaml`."""

    sigles: Annotated[list[Sigle], Field(min_length=1)]
