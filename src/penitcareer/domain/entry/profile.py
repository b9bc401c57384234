"""What someone says of themselves, and the name of the corps they belong to."""

from collections.abc import Iterable, Sequence

from penitcareer.domain.choices import AGES, AUCUN, SERVING_AGE
from penitcareer.domain.errors import Misuse, Refusal
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.names import name_key, nearest
from penitcareer.domain.records import NamedTuple

# The youngest age at which these years may begin: nobody serves the State before sixteen, an
# apprentice or a member of an association may be younger.
SINCE_AGE = {"services": SERVING_AGE, "anciennete": SERVING_AGE, "activite": AGES[0]}


class Profile(NamedTuple):
    """Facts about one person; None is not said. `niveau` and `domaines` are of one diploma,
    `age` on 1 January of the contest's year, `services`, `activite` and `anciennete` in
    completed years; `corps` is a code, or AUCUN. `enfants`: how many one raises or raised.
    `dispense_age`, `dispense_diplome`: whether the law waives the limit or the diploma for
    another reason than children (docs/acces.md)."""

    niveau: int | None = None
    domaines: tuple[str, ...] | None = None
    age: int | None = None
    services: int | None = None
    activite: int | None = None
    corps: str | None = None
    anciennete: int | None = None
    nationalite: str | None = None
    enfants: int | None = None
    dispense_age: bool | None = None
    dispense_diplome: bool | None = None


class UnknownMembership(Refusal):
    """No corps of the data, nor of a condition, has this name."""

    asked: str
    nearest: Sequence[str] = ()


class ProfileContradiction(Misuse):
    """Two facts of a profile that cannot both be true: years (`field`) and the age or the
    seniority (`against`) that bounds them."""

    field: str
    given: int
    against: str
    figure: int
    bound: int


def consistent(profile: Profile) -> Profile:
    """The profile, its years no longer than its age allows, and its services no shorter than
    its years in a corps, which are services. Raises ProfileContradiction."""
    if profile.age is not None:
        for field, since in SINCE_AGE.items():
            given, most = getattr(profile, field), max(0, profile.age - since)
            if given is not None and given > most:
                raise ProfileContradiction(field, given, "age", profile.age, most)
    services, seniority = profile.services, profile.anciennete
    if services is not None and seniority is not None and services < seniority:
        raise ProfileContradiction("services", services, "anciennete", seniority, seniority)
    return profile


def corps_asked(asked: str, names: Iterable[tuple[str, str]], metiers: Iterable[Metier]) -> str:
    """The code of the corps that a name stands for: AUCUN, one of (name, code) pairs, or a
    corps that only a condition of a métier names. Raises UnknownMembership."""
    codes = {name_key(AUCUN): AUCUN}
    codes |= {name_key(name): code for name, code in reversed(list(names))}
    for metier in metiers:
        for route in metier.acces.voies if metier.acces else ():
            for code in route.exige.corps if route.exige else ():
                codes.setdefault(name_key(code), code)
    if name_key(asked) not in codes:
        near = [codes[name] for name in nearest(asked, tuple(codes))]
        raise UnknownMembership(asked, tuple(dict.fromkeys(near)))
    return codes[name_key(asked)]
