"""A métier: what it is, what it pays, how one enters it, and where each fact comes from.

Records are NamedTuples rather than frozen dataclasses: both are immutable and standard
library, but a dataclass costs six times more instructions to define, and some fifteen of
these stand on the path of every `penit show` (docs/decisions/named-tuples.md).

An absent fact is None or an empty tuple, never zero nor an empty string. `source` fields
hold the id of one of the record's own `sources`.
"""

import datetime
from typing import NamedTuple

from penitcareer.domain.money import Cents, Range


class Tranche(NamedTuple):
    """Gross monthly pay for a seniority of `anciennete_min` (included) to
    `anciennete_max` (excluded, None without end) completed years. `libelle` is the
    source's own wording, which may leave a hole or overlap."""

    niveau: str
    libelle: str
    anciennete_min: int
    anciennete_max: int | None
    brut: Range


class Remuneration(NamedTuple):
    """Indicative gross monthly brackets of one source, least senior first. `affichee` is
    the range the source puts forward; it is not a mean."""

    base: str
    tranches: tuple[Tranche, ...]
    affichee: Range | None
    reserve: str | None
    source: str

    @property
    def displayed(self) -> Range:
        """The range put forward by the source, else from the lowest to the highest bound."""
        return self.affichee or Range(
            min(tranche.brut.min for tranche in self.tranches),
            max(tranche.brut.max for tranche in self.tranches),
        )


class RemunerationPubliee(NamedTuple):
    """An amount somebody published: `montant`, or `min` and `max`. `base` is `brut`, `net`
    or `non_precise`; `periode` is `mois` or `an`; `date` may be a year or a month."""

    situation: str
    montant: Cents | None
    min: Cents | None
    max: Cents | None
    base: str
    periode: str
    date: str | None
    precision: str | None
    source: str


class Mission(NamedTuple):
    """One mission; `cadre` names who bears it when it is not the agent."""

    titre: str
    texte: str
    cadre: str | None


class Competence(NamedTuple):
    """A skill, with the level asked (`niveau` out of `sur`) when a source rates it."""

    nom: str
    niveau: int | None
    sur: int | None
    source: str | None


class Fait(NamedTuple):
    """A sentence and its source."""

    texte: str
    source: str | None


class Tendance(NamedTuple):
    """A trend of the job market or of the service."""

    titre: str
    texte: str
    source: str | None


class Note(NamedTuple):
    """What the reader must know about a fact of the record."""

    sujet: str
    texte: str
    source: str | None


class Voie(NamedTuple):
    """A way in: contest, promotion, contract."""

    voie: str
    condition: str | None
    precision: str | None
    source: str | None


class Formation(NamedTuple):
    """Initial training; `duree_mois` in months."""

    lieu: str | None
    duree_mois: int | None
    remuneree: bool | None
    precision: str | None
    source: str | None


class Engagement(NamedTuple):
    """Commitment to serve after the school; `duree_annees` in years."""

    existe: bool | None
    duree_annees: int | None
    precision: str | None
    source: str | None


class Postes(NamedTuple):
    """Posts opened in a year (None: not said)."""

    annee: int | None
    nombre: int
    precision: str | None
    source: str


class Acces(NamedTuple):
    """How one enters the métier."""

    diplome: str | None
    nationalite: str | None
    voies: tuple[Voie, ...]
    conditions: tuple[Fait, ...]
    formation: Formation | None
    engagement: Engagement | None
    postes: tuple[Postes, ...]


class Source(NamedTuple):
    """Where facts come from. `date` is of publication (a year, a month, a day or None);
    `consulte_le` is the day it was read."""

    id: str
    titre: str
    url: str | None
    date: str | None
    date_precision: str | None
    consulte_le: datetime.date
    nature: str


class Metier(NamedTuple):
    """One record of the catalogue. `precisions` and `origines` are (field, text) and
    (field, source id) pairs; `fichier` is the user's file it comes from, None for ours."""

    code: str
    titre: str
    titre_feminin: str | None
    sigle: str | None
    alias: tuple[str, ...]
    corps: tuple[str, ...]
    filiere: str | None
    categorie: str | None
    accroche: str | None
    resume: tuple[str, ...]
    en_clair: str | None
    exemple: str | None
    missions: tuple[Mission, ...]
    employeurs: tuple[str, ...]
    lieux: tuple[str, ...]
    partenaires: tuple[str, ...]
    equipe: tuple[str, ...]
    competences: tuple[Competence, ...]
    outils: tuple[str, ...]
    conditions: tuple[Fait, ...]
    mobilite: tuple[Fait, ...]
    teletravail: str | None
    evolution: str | None
    tendances: tuple[Tendance, ...]
    remuneration: Remuneration | None
    remunerations_publiees: tuple[RemunerationPubliee, ...]
    acces: Acces | None
    passerelles: tuple[Fait, ...]
    notes: tuple[Note, ...]
    precisions: tuple[tuple[str, str], ...]
    origines: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    fichier: str | None

    def precision(self, field: str) -> str | None:
        """What a source adds to a field, if anything."""
        return dict(self.precisions).get(field)
