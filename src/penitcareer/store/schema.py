"""The door: what a data file of métiers may contain, as pydantic models.

Domain types have the same field names (a test compares them) but know nothing of pydantic,
which is only imported when the cache is cold or for `penit check`.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, model_validator

from penitcareer.domain.names import fold
from penitcareer.store.access_schema import Acces, Niveau
from penitcareer.store.base_schema import Fait, Model
from penitcareer.store.fields import Annees, Code, Court, DateComplete, DatePartielle, Euros, SourceId, Texte, Url


class Fourchette(Model):
    """A closed range of amounts; min and max may be equal."""

    min: Annotated[Euros, Field(description="Borne basse, en euros")]
    max: Annotated[Euros, Field(description="Borne haute, en euros")]

    @model_validator(mode="after")
    def ordered(self) -> "Fourchette":
        if self.min > self.max:
            raise ValueError("la borne min dépasse la borne max")
        return self


class Tranche(Model):
    niveau: Literal["junior", "confirme", "senior"]
    libelle: Annotated[Court, Field(description="Ancienneté telle que la source l'écrit, par exemple « 0-2 ans »")]
    anciennete_min: Annotated[Annees, Field(description="Années révolues, incluse")]
    anciennete_max: Annotated[Annees | None, Field(description="Années révolues, exclue ; null : sans limite")] = None
    brut: Fourchette

    @model_validator(mode="after")
    def lasts(self) -> "Tranche":
        if self.anciennete_max is not None and self.anciennete_max <= self.anciennete_min:
            raise ValueError("anciennete_max dépasse anciennete_min (ou vaut null : sans limite)")
        return self


class Remuneration(Model):
    base: Literal["brut mensuel"]
    tranches: Annotated[list[Tranche], Field(min_length=1, max_length=10)]
    affichee: Annotated[Fourchette | None, Field(description="Fourchette que la source met en avant")] = None
    reserve: Annotated[Texte | None, Field(description="Réserve de la source sur ses propres chiffres")] = None
    source: SourceId

    @model_validator(mode="after")
    def levels_follow(self) -> "Remuneration":
        starts = [t.anciennete_min for t in self.tranches]
        if starts != sorted(set(starts)) or len({t.niveau for t in self.tranches}) < len(starts):
            raise ValueError("les tranches vont de la moins à la plus ancienne, un niveau n'y vient qu'une fois")
        return self


class RemunerationPubliee(Model):
    """An amount somebody published, with its base: one `montant`, or `min` and `max`."""

    situation: Court
    montant: Euros | None = None
    min: Euros | None = None
    max: Euros | None = None
    base: Literal["brut", "net", "non_precise"]
    periode: Literal["mois", "an"] = "mois"
    date: Annotated[DatePartielle | None, Field(description="Date du chiffre ; null : non précisée")] = None
    precision: Texte | None = None
    source: SourceId

    @model_validator(mode="after")
    def amount_or_range(self) -> "RemunerationPubliee":
        pair = (self.min is not None, self.max is not None)
        if (self.montant is None) != (pair == (True, True)) or pair in ((True, False), (False, True)):
            raise ValueError("donner soit montant, soit min et max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("la borne min dépasse la borne max")
        return self


class Mission(Model):
    titre: Court
    texte: Texte
    cadre: Annotated[
        Court | None, Field(description="Qui porte la mission quand ce n'est pas l'agent (« La section »)")
    ] = None


class Competence(Model):
    nom: Court
    niveau: Annotated[int | None, Field(ge=0, le=10, description="Niveau demandé, sur `sur`")] = None
    sur: Annotated[int | None, Field(ge=1, le=10)] = None
    source: SourceId | None = None

    @model_validator(mode="after")
    def rated_on_a_scale(self) -> "Competence":
        if (self.niveau is None) != (self.sur is None) or (self.niveau or 0) > (self.sur or 0):
            raise ValueError("niveau et sur vont ensemble, et niveau ne dépasse pas sur")
        return self


class Tendance(Model):
    titre: Court
    texte: Texte
    source: SourceId | None = None


class Note(Model):
    sujet: Court
    texte: Texte
    source: SourceId | None = None


class Suite(Model):
    titre: Court
    metier: Annotated[Code | None, Field(description="Code du métier, s'il a une fiche")] = None
    source: SourceId | None = None


class Source(Model):
    id: SourceId
    titre: Court
    url: Url | None = None
    date: Annotated[DatePartielle | None, Field(description="Date de publication ; null : inconnue")] = None
    date_precision: Annotated[Court | None, Field(description="Ce que la source dit de sa date (« vers 2023 »)")] = None
    consulte_le: Annotated[DateComplete, Field(description="Jour où la source a été lue")]
    nature: Literal["document", "officiel", "orientation", "presse", "syndical", "encyclopedie", "personnel", "ancien"]


class Metier(Model):
    """One métier. Every field may be absent but the code, the title and the sources."""

    code: Code
    titre: Annotated[Court, Field(description="Titre officiel, au masculin")]
    titre_feminin: Court | None = None
    sigle: Court | None = None
    alias: Annotated[list[Court], Field(description="Noms anciens, courants, autres sigles")] = []
    mots_cles: Annotated[
        list[Court],
        Field(description="Mots qui le font trouver par `find`, jamais montrés"),
    ] = []
    corps: Annotated[list[Court], Field(description="Corps qui exercent le métier, par leur sigle")] = []
    filiere: Court | None = None
    categorie: Literal["A+", "A", "B", "C"] | None = None
    statuts: Annotated[
        list[Literal["titulaire", "contractuel"]], Field(description="Statuts de ceux qui l'exercent ; vide : inconnu")
    ] = []
    niveau_diplome: Annotated[
        Niveau | None, Field(description="Plus bas niveau de diplôme qui ouvre une voie ; null : inconnu")
    ] = None
    recrutement: Annotated[bool | None, Field(description="false : on n'y recrute plus ; null : non dit")] = None
    remplace_par: Annotated[Code | None, Field(description="Métier qui a pris la suite")] = None
    accroche: Texte | None = None
    resume: Annotated[list[Texte], Field(description="Un paragraphe par élément")] = []
    en_clair: Annotated[Texte | None, Field(description="Le métier en mots simples, en « tu »")] = None
    exemple: Texte | None = None
    missions: list[Mission] = []
    employeurs: list[Texte] = []
    lieux: list[Court] = []
    partenaires: list[Court] = []
    equipe: Annotated[list[Court], Field(description="Avec qui le métier s'exerce, dans le service")] = []
    competences: list[Competence] = []
    outils: list[Court] = []
    conditions: list[Fait] = []
    mobilite: list[Fait] = []
    teletravail: Court | None = None
    evolution: Annotated[Court | None, Field(description="Indication « évolution » de la source, telle quelle")] = None
    tendances: list[Tendance] = []
    remuneration: Annotated[Remuneration | None, Field(description="null : non communiquée")] = None
    remunerations_publiees: list[RemunerationPubliee] = []
    acces: Acces | None = None
    suites: Annotated[list[Suite], Field(description="Métiers ou grades auxquels il mène")] = []
    passerelles: list[Fait] = []
    notes: list[Note] = []
    precisions: Annotated[dict[str, Texte], Field(description="Réserve ou nuance, par champ")] = {}
    origines: Annotated[dict[str, SourceId], Field(description="Source de chaque champ, par champ")] = {}
    sources: Annotated[list[Source], Field(min_length=1)]

    @model_validator(mode="after")
    def refers_to_what_exists(self) -> "Metier":
        declared = [source.id for source in self.sources]
        if len(declared) != len(set(declared)):
            raise ValueError("deux sources ont le même id")
        unknown = sorted(set(source_ids(self)) - set(declared))
        if unknown:
            raise ValueError(f"source non déclarée dans sources : {', '.join(unknown)}")
        fields = set(type(self).model_fields)
        strangers = sorted((set(self.precisions) | set(self.origines)) - fields)
        if strangers:
            raise ValueError(f"precisions et origines nomment des champs inconnus : {', '.join(strangers)}")
        if not fold(self.titre):
            raise ValueError("le titre n'a ni lettre ni chiffre")
        return self


def source_ids(value: Any) -> Iterable[str]:
    """Every source id that a validated model refers to, in order, with repeats."""
    if isinstance(value, Metier):
        yield from value.origines.values()
    if isinstance(value, BaseModel):
        source = getattr(value, "source", None)
        if source is not None:
            yield source
        for name in type(value).model_fields:
            yield from source_ids(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from source_ids(item)


class FichierMetiers(Model):
    """Root of each file of `metiers/` and of the user's own files."""

    metiers: list[Metier]
