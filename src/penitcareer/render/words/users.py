"""What rests on a source, in words."""

from collections.abc import Iterator, Sequence

from penitcareer.domain.metiers.provenance import Usage, User
from penitcareer.render.words import french

# One, and several; métiers first, as a reader looks for them.
USAGES: dict[Usage, tuple[str, str]] = {
    "metier": ("métier", "métiers"),
    "corps": ("corps", "corps"),
    "droit": ("règle de paie", "règles de paie"),
    "prime": ("prime", "primes"),
    "sigle": ("sigle", "sigles"),
}
RULES = {
    "bareme_a": "Barème A (indice brut, indice majoré)",
    "hors_echelle": "Hors échelle",
    "impot": "Taux d’impôt par défaut",
    "regle_estimation": "Règle d’estimation du net",
    "dispenses": "Dispenses de diplôme et d’âge",
}
QUOTED = ("droit", "prime")  # labels, of several words


def label(user: User) -> str:
    """What a user is called."""
    return user.libelle or RULES[user.code]


def counted(users: Sequence[User]) -> str:
    """« 3 métiers, 1 corps »."""
    return ", ".join(french.count(len(those), *USAGES[usage]) for usage, those in _by_usage(users))


def named(users: Sequence[User]) -> str:
    """« cpip, dsp ; corps cpip ; règle de paie « CRDS » »: a métier goes without saying."""
    return f"{french.THIN}; ".join(_those(usage, those) for usage, those in _by_usage(users))


def _those(usage: Usage, users: Sequence[User]) -> str:
    names = dict.fromkeys(french.in_quotes(label(user)) if usage in QUOTED else user.code for user in users)
    kind = "" if usage == "metier" else f"{USAGES[usage][len(names) > 1]} "
    return kind + ", ".join(names)


def _by_usage(users: Sequence[User]) -> Iterator[tuple[Usage, list[User]]]:
    """The users of each kind that has some."""
    for usage in USAGES:
        if those := [user for user in users if user.genre == usage]:
            yield usage, those
