"""The closed lists a user chooses from; apart, so that help and completion load nothing else."""

# What a métier is called, at the head of a whole sheet.
IDENTITY = (
    "code", "sigle", "titre", "titre_feminin", "alias", "corps", "filiere", "categorie", "statuts", "recrutement",
    "remplace_par", "fichier",
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
    "notes": ("notes",),
    "sources": ("sources",),
}

SORTS = ("filiere", "code", "titre", "salaire")
CATEGORIES = ("A+", "A", "B", "C")
STATUTS = ("titulaire", "contractuel")
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
DOMAINES = ("psychologie", "service_social", "social", "educatif")
NATIONALITES = ("francaise", "autre")
ZONES = (1, 2, 3)  # of residence
MOST_CHILDREN = 15
LONGEST_CAREER = 50  # years
AUCUN = "aucun"  # as a corps: a member of none
