"""The closed lists a user chooses from; apart, so that help and completion load nothing else."""

# Parts of a sheet, in reading order, and the fields of a record each one shows.
SECTIONS: dict[str, tuple[str, ...]] = {
    "presentation": ("accroche", "resume", "en_clair", "exemple"),
    "missions": ("missions",),
    "cadre": ("employeurs", "lieux", "partenaires", "equipe", "conditions", "mobilite"),
    "competences": ("competences", "outils"),
    "acces": ("acces",),
    "salaire": ("remuneration", "remunerations_publiees"),
    "perspectives": ("teletravail", "evolution", "suites", "passerelles", "tendances"),
    "notes": ("notes",),
    "sources": ("sources",),
}

SORTS = ("code", "titre", "salaire")
CATEGORIES = ("A+", "A", "B", "C")
