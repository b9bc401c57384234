"""The commands by name: what each is for, and every name that people give it.

No command is imported here: `penit --help` and completion read these lines alone.
"""

# In the order of a newcomer's questions. A module of `commands` and one line each.
GROUPS: dict[str, dict[str, tuple[str, str]]] = {
    "Découvrir": {
        "list": ("listing", "Les métiers, leur salaire et leur diplôme"),
        "show": ("show", "La fiche d’un métier (penit cpip suffit)"),
        "compare": ("compare", "Deux à cinq métiers côte à côte"),
        "find": ("find", "Chercher un métier avec des mots simples"),
        "sigle": ("sigle", "Ce que veut dire un sigle ou un terme"),
        "explorer": ("explorer", "Tout parcourir à l’écran, la paie en direct"),
        "page": ("page", "Tout le catalogue en une page à partager"),
    },
    "Entrer": {
        "acces": ("acces", "Comment on entre dans un métier"),
        "eligible": ("eligible", "Les voies d’accès ouvertes à un profil"),
    },
    "Gagner": {
        "net": ("net", "Du brut au net, estimé"),
        "brut": ("brut", "Du net voulu au brut, estimé"),
        "paie": ("paie", "Le bulletin de paie, ligne par ligne"),
        "grille": ("grille", "Les grades et échelons d’un corps"),
        "carriere": ("carriere", "Le parcours, et ce qu’il rapporte"),
        "place": ("place", "Où se situe une paie dans un métier"),
        "lot": ("lot", "Les bulletins d’un fichier d’agents"),
    },
    "Vérifier": {
        "sources": ("sources", "Les sources des chiffres et leur date"),
        "check": ("check", "Vérifier ses propres fichiers de métiers"),
        "aide": ("aide", "Une commande, les sorties, la complétion"),
    },
}
COMMANDS = {name: line for group in GROUPS.values() for name, line in group.items()}
COMPLETION_OPTIONS = {
    "--show-completion": "Écrire le script de complétion : bash, zsh, fish, powershell",
    "--install-completion": "Installer la complétion pour ce shell",
}
# Other names, understood and not shown.
TWINS = {
    "liste": "list",
    "metiers": "list",
    "fiche": "show",
    "comparer": "compare",
    "chercher": "find",
    "sigles": "sigle",
    "entrer": "acces",
    "carrieres": "carriere",
    "situer": "place",
    "verifier": "check",
    "help": "aide",
}


def command_named(typed: str) -> str | None:
    """The command of a name as typed: accents and case ignored, French twins understood."""
    if typed in COMMANDS:
        return typed
    from penitcareer.domain.names import fold

    name = fold(typed)
    return name if name in COMMANDS else TWINS.get(name)
