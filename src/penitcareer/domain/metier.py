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


class Exigences(NamedTuple):
    """What a route demands, each None or empty when it demands nothing of the kind.

    `niveau`: lowest level of diploma (4 is the baccalauréat, 6 bac+3). `domaines`: the
    diploma must be in one of these fields. Ages in completed years on 1 January of the
    contest's year; `age_report` is the limit once every extension is counted. `services`:
    years of public service; `activite`: years of professional, elective or association
    activity. `corps`: codes of corps of which one is a member, since `anciennete` years.
    `a_verifier`: conditions that exist and cannot be checked here.
    """

    niveau: int | None
    domaines: tuple[str, ...]
    age_min: int | None
    age_max: int | None
    age_report: int | None
    services: int | None
    activite: int | None
    corps: tuple[str, ...]
    anciennete: int | None
    a_verifier: tuple[str, ...]


class Voie(NamedTuple):
    """A way in. `nature`: externe, interne, troisieme_concours, sur_titres, promotion,
    nomination or contrat. `exige` is None when nobody says what the route demands."""

    voie: str
    nature: str | None
    condition: str | None
    precision: str | None
    exige: Exigences | None
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


class Suite(NamedTuple):
    """What one may become next; `metier` is the code of its record when there is one."""

    titre: str
    metier: str | None
    source: str | None


class Acces(NamedTuple):
    """How one enters the métier. `nationalite`, when given, holds for every route that is
    not a contract."""

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
    """One record of the catalogue. `mots_cles`: words that find it and that nobody is shown.
    `statuts`: titulaire, contractuel, or both.
    `niveau_diplome`: the lowest diploma level that opens a route (0: none asked).
    `recrutement` is False for a métier of the past, `remplace_par` then names its heir.
    `precisions` and `origines` are (field, text) and (field, source id) pairs; `fichier` is
    the user's file it comes from, None for ours."""

    code: str
    titre: str
    titre_feminin: str | None
    sigle: str | None
    alias: tuple[str, ...]
    mots_cles: tuple[str, ...]
    corps: tuple[str, ...]
    filiere: str | None
    categorie: str | None
    statuts: tuple[str, ...]
    niveau_diplome: int | None
    recrutement: bool | None
    remplace_par: str | None
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
    suites: tuple[Suite, ...]
    passerelles: tuple[Fait, ...]
    notes: tuple[Note, ...]
    precisions: tuple[tuple[str, str], ...]
    origines: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    fichier: str | None

    def precision(self, field: str) -> str | None:
        """What a source adds to a field, if anything."""
        return dict(self.precisions).get(field)
