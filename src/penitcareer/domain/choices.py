"""The closed lists a user chooses from; apart, so that help and completion load nothing else."""

from typing import Literal, get_args

# What a métier is called, at the head of a whole sheet.
IDENTITY = (
    "code", "sigle", "titre", "titre_feminin", "titre_court", "alias", "corps", "filiere", "categorie", "statuts",
    "recrutement", "remplace_par", "fichier",
)  # fmt: skip
# Words that find a métier and that nobody is shown.
UNSEEN = ("mots_cles",)
# Parts of a sheet, in reading order, and the fields of a record each one shows.
SECTIONS: dict[str, tuple[str, ...]] = {
    "presentation": ("accroche", "resume", "en_clair", "exemple"),
    "missions": ("missions",),
    "cadre": ("employeurs", "lieux", "partenaires", "equipe", "conditions", "mobilite"),
    "competences": ("competences", "outils"),
    "acces": ("niveau_diplome", "acces"),
    "salaire": ("remuneration", "remunerations_publiees"),
    "perspectives": ("teletravail", "evolution", "suites", "passerelles", "tendances"),
    "retraite": ("retraite",),
    "notes": ("notes",),
    "sources": ("sources",),
}

Niveau = Literal["junior", "confirme", "senior"]  # of seniority, least first
NIVEAUX: tuple[Niveau, ...] = get_args(Niveau)
Stade = Literal["ecole", "debut", "fin"]
SORTS = ("filiere", "code", "titre", "salaire")
Categorie = Literal["A+", "A", "B", "C"]
CATEGORIES: tuple[Categorie, ...] = get_args(Categorie)
Statut = Literal["titulaire", "contractuel"]
STATUTS: tuple[Statut, ...] = get_args(Statut)
AVANCEMENTS = ("sans", "au_plus_tot", "median")

# Diplomas as people name them, and their level (the French national framework).
DIPLOMES = {
    "aucun": 0,
    "brevet": 3,
    "cap": 3,
    "bac": 4,
    "bac+2": 5,
    "bac+3": 6,
    "licence": 6,
    "bac+4": 6,
    "bac+5": 7,
    "master": 7,
    "bac+8": 8,
    "doctorat": 8,
}
Domaine = Literal["psychologie", "service_social", "social", "educatif"]
DOMAINES: tuple[Domaine, ...] = get_args(Domaine)
DOMAINES_DITS: tuple[str, ...] = (*DOMAINES, "autre")  # what a diploma may be said to be of
NATIONALITES = ("francaise", "autre")
ZONES = (1, 2, 3)  # of residence
ZONE = (min(ZONES), max(ZONES))
MOST_CHILDREN = 15
CHILDREN = (0, MOST_CHILDREN)
USUAL_CAREER, LONGEST_CAREER = 30, 50  # years
AGES = (14, 99)
SERVING_AGE = 16  # before it, nobody serves the State
YEARS = (0, 60)  # of services, of activity
Affectation = Literal["deconcentre", "centrale"]
AFFECTATIONS: tuple[Affectation, ...] = get_args(Affectation)
Periode = Literal["ecole", "stage"]
PERIODES: tuple[Periode, ...] = get_args(Periode)  # of a school grade: theory, practical placement
CategorieCorps = Literal["A", "B", "C"]  # the transfert primes/points knows no A+
CATEGORIES_PAID: tuple[CategorieCorps, ...] = get_args(CategorieCorps)
# Whole numbers of a payslip: the least and the most.
IM = IB = (1, 9999)
CHEVRONS = (1, 9)
NBI = (0, 300)
QUOTITES = (50, 100)
AUCUN = "aucun"  # as a corps: a member of none
