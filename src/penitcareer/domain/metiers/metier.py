"""A métier: what it is, what it pays, how one enters it, and where each fact comes from.

Records are NamedTuples rather than frozen dataclasses: both are immutable and standard
library, but a dataclass costs six times more instructions to define, and some fifteen of
these stand on the path of every sheet (docs/decisions/named-tuples.md).

An absent fact is None or an empty tuple, never zero nor an empty string. `source` fields
hold the id of one of the record's own `sources`.
"""

import datetime
from typing import Literal

from penitcareer.domain.choices import Categorie, Domaine, Statut
from penitcareer.domain.kinds import (
    IN_PAIRS,
    NOT_IN_FILE,
    Annee,
    Annees,
    Annotated,
    Bounds,
    Code,
    Court,
    DatePartielle,
    Mois,
    Says,
    Size,
    SourceId,
    Texte,
    Url,
)
from penitcareer.domain.metiers.remuneration import Remuneration, RemunerationPubliee
from penitcareer.domain.records import NamedTuple

NatureVoie = Literal["externe", "interne", "troisieme_concours", "sur_titres", "promotion", "nomination", "contrat"]
NatureSource = Literal[
    "document", "officiel", "orientation", "presse", "syndical", "encyclopedie", "personnel", "ancien"
]
NiveauDiplome = Annotated[int, Bounds(0, 8), Says("3 : CAP, brevet ; 4 : bac ; 5 : bac+2 ; 6 : bac+3 ; 7 : bac+5")]
Age = Annotated[int, Bounds(14, 70), Says("Ans révolus au 1er janvier de l’année du concours")]


class Mission(NamedTuple):
    """One mission; `cadre` names who bears it when it is not the agent."""

    titre: Court
    texte: Texte
    cadre: Annotated[Court | None, Says("Qui porte la mission quand ce n’est pas l’agent (« La section »)")]


class Competence(NamedTuple):
    """A skill, with the level asked (`niveau` out of `sur`) when a source rates it."""

    nom: Court
    niveau: Annotated[int | None, Bounds(0, 10), Says("Niveau demandé, sur `sur`")]
    sur: Annotated[int | None, Bounds(1, 10)]
    source: SourceId | None


class Fait(NamedTuple):
    """A sentence and its source."""

    texte: Texte
    source: SourceId | None


class Tendance(NamedTuple):
    """A trend of the job market or of the service."""

    titre: Court
    texte: Texte
    source: SourceId | None


class Avertissement(NamedTuple):
    """What the reader must know about a fact of the record."""

    sujet: Court
    texte: Texte
    source: SourceId | None


class Exigences(NamedTuple):
    """What a route demands, each None or empty when it demands nothing of the kind.

    `niveau`: lowest level of diploma (4 is the baccalauréat, 6 bac+3). `domaines`: the
    diploma must be in one of these fields. Ages in completed years on 1 January of the
    contest's year; `age_report` is the limit once every extension is counted. `services`:
    years of public service; `activite`: years of professional, elective or association
    activity. `corps`: codes of corps of which one is a member, since `anciennete` years.
    `a_verifier`: conditions that exist and cannot be checked here.
    """

    niveau: NiveauDiplome | None
    domaines: Annotated[tuple[Domaine, ...], Says("Domaines dont le diplôme doit relever ; l’un d’eux suffit")]
    age_min: Age | None
    age_max: Age | None
    age_report: Annotated[Age | None, Says("La limite une fois comptés tous les reculs ; suppose `age_max`")]
    services: Annotated[Annees | None, Says("Années de services publics")]
    activite: Annotated[Annees | None, Says("Années d’activité, même hors service public")]
    corps: Annotated[tuple[Code, ...], Says("Codes de corps dont il faut être membre ; l’un d’eux suffit")]
    anciennete: Annotated[Annees | None, Says("Années de services dans ce corps ; suppose `corps`")]
    a_verifier: Annotated[
        tuple[Texte, ...], Says("Conditions connues mais invérifiables ici : la réponse est « inconnu »")
    ]


class Voie(NamedTuple):
    """A way in. `exige` is None when nobody says what the route demands."""

    voie: Annotated[Court, Says("Concours, promotion, contrat, comme on les nomme")]
    nature: NatureVoie | None
    condition: Texte | None
    precision: Texte | None
    exige: Annotated[Exigences | None, Says("Conditions vérifiables ; null : personne ne les dit ; {} : aucune")]
    source: SourceId | None


class Formation(NamedTuple):
    """Initial training; `duree_mois` in months."""

    lieu: Court | None
    duree_mois: Annotated[Mois | None, Says("Durée en mois ; null : inconnue")]
    remuneree: Annotated[bool | None, Says("null : non dit")]
    precision: Texte | None
    source: SourceId | None


class Engagement(NamedTuple):
    """Commitment to serve after the school; `duree_annees` in years."""

    existe: Annotated[bool | None, Says("null : non trouvé")]
    duree_annees: Annotated[Annees | None, Says("Années à rester au service de l’État")]
    precision: Texte | None
    source: SourceId | None


class Postes(NamedTuple):
    """Posts opened in a year (None: not said)."""

    annee: Annotated[Annee | None, Says("null : non précisée")]
    nombre: Annotated[int, Bounds(0, 1_000_000)]
    precision: Texte | None
    source: SourceId


class Suite(NamedTuple):
    """What one may become next; `metier` is the code of its record when there is one."""

    titre: Annotated[Court, Says("Grade ou métier auquel il mène")]
    metier: Annotated[Code | None, Says("Code du métier, s’il a une fiche")]
    source: SourceId | None


class Acces(NamedTuple):
    """How one enters the métier. `nationalite`, when given, holds for every route that is
    not a contract."""

    diplome: Annotated[Court | None, Says("Niveau demandé ; null : inconnu")]
    nationalite: Annotated[Court | None, Says("Vaut pour toute voie qui n’est pas un contrat")]
    voies: Annotated[tuple[Voie, ...], Says("Concours, promotions, contrats")]
    conditions: Annotated[tuple[Fait, ...], Says("Conditions de toutes les voies")]
    formation: Formation | None
    engagement: Annotated[Engagement | None, Says("Rester au service de l’État")]
    postes: Annotated[tuple[Postes, ...], Says("Postes ouverts, année par année")]


class Source(NamedTuple):
    """Where facts come from. `date` is of publication (a year, a month, a day or None);
    `consulte_le` is the day it was read."""

    id: Annotated[SourceId, Says("Unique dans la fiche")]
    titre: Court
    url: Url | None
    date: Annotated[DatePartielle | None, Says("Date de publication ; null : inconnue")]
    date_precision: Annotated[Court | None, Says("Ce que la source dit de sa date (« vers 2023 »)")]
    consulte_le: Annotated[datetime.date, Says("Jour où la source a été lue")]
    nature: Annotated[NatureSource, Says("Voir plus bas")]


class Metier(NamedTuple):
    """One record of the catalogue. `mots_cles`: words that find it and that nobody is shown.
    `statuts`: titulaire, contractuel, or both.
    `niveau_diplome`: the lowest diploma level that opens a route (0: none asked).
    `recrutement` is False for a métier of the past, `remplace_par` then names its heir.
    `precisions` and `origines` are (field, text) and (field, source id) pairs; `fichier` is
    the user's file it comes from, None for ours."""

    code: Annotated[Code, Says("Le nom court qu’on tape")]
    titre: Annotated[Court, Says("Titre officiel, au masculin")]
    titre_feminin: Annotated[Court | None, Says("Titre officiel, au féminin")]
    titre_court: Annotated[
        Court | None, Says("Comme on le dit, sans le sigle, là où la place manque ; null : le titre")
    ]
    sigle: Court | None
    alias: Annotated[tuple[Court, ...], Says("Noms anciens, courants, autres sigles")]
    mots_cles: Annotated[
        tuple[Court, ...],
        Says("Ce qui le fait trouver par `find` sans être montré : un nom péjoratif, ou partagé, ce qu’on demande"),
    ]
    corps: Annotated[tuple[Court, ...], Says("Corps qui exercent le métier, par leur sigle")]
    filiere: Annotated[Court | None, Says("Pour nos fiches, elle s’écrit dans `data/metiers.yaml`")]
    categorie: Categorie | None
    statuts: Annotated[tuple[Statut, ...], Says("Statuts de ceux qui l’exercent ; vide : inconnu")]
    niveau_diplome: Annotated[
        NiveauDiplome | None,
        Says("Plus bas niveau de diplôme qui ouvre une voie ; à écrire si aucune voie ne le dit ; 0 : aucun diplôme"),
    ]
    recrutement: Annotated[bool | None, Says("false : on n’y recrute plus ; null : non dit")]
    remplace_par: Annotated[Code | None, Says("Métier qui a pris la suite")]
    accroche: Annotated[Texte | None, Says("Une phrase")]
    resume: Annotated[tuple[Texte, ...], Says("Un paragraphe par élément")]
    en_clair: Annotated[Texte | None, Says("Le métier en mots simples, en « tu »")]
    exemple: Annotated[Texte | None, Says("Une situation")]
    missions: tuple[Mission, ...]
    employeurs: tuple[Texte, ...]
    lieux: tuple[Court, ...]
    partenaires: tuple[Court, ...]
    equipe: Annotated[tuple[Court, ...], Says("Avec qui le métier s’exerce, dans le service")]
    competences: tuple[Competence, ...]
    outils: tuple[Court, ...]
    conditions: Annotated[tuple[Fait, ...], Says("Conditions d’exercice")]
    mobilite: tuple[Fait, ...]
    teletravail: Annotated[Court | None, Says("Indication de la source, telle quelle")]
    evolution: Annotated[Court | None, Says("Indication « évolution » de la source, telle quelle")]
    tendances: tuple[Tendance, ...]
    remuneration: Annotated[Remuneration | None, Says("Les tranches d’une source ; null : inconnue")]
    remunerations_publiees: Annotated[
        tuple[RemunerationPubliee, ...], Says("Autres chiffres publiés, même s’ils se contredisent")
    ]
    acces: Annotated[Acces | None, Says("Comment on y entre")]
    suites: Annotated[tuple[Suite, ...], Says("Métiers ou grades auxquels il mène")]
    passerelles: Annotated[tuple[Fait, ...], Says("Passages vers d’autres métiers")]
    retraite: Annotated[tuple[Fait, ...], Says("Départ, bonifications : ce que le corps a de propre")]
    notes: Annotated[tuple[Avertissement, ...], Says("Ce qu’il faut savoir avant de citer")]
    precisions: Annotated[tuple[tuple[str, Texte], ...], IN_PAIRS, Says("Réserve ou nuance, affichée sous ce champ")]
    origines: Annotated[tuple[tuple[str, SourceId], ...], IN_PAIRS, Says("Source d’un champ entier")]
    sources: Annotated[tuple[Source, ...], Size(1, 1_000), Says("Les sources de la fiche, au moins une")]
    fichier: Annotated[str | None, NOT_IN_FILE]

    def precision(self, field: str) -> str | None:
        """What a source adds to a field, if anything."""
        return dict(self.precisions).get(field)
