"""What the law lifts for some: the age limit of a contest, and its diploma.

Code général de la fonction publique, art. L. 324-1 to L. 324-7, code de l'action sociale et des
familles, art. L. 215-3, for ages; loi n° 80-490, art. 2, and code du sport, art. L. 221-3, for
diplomas (docs/acces.md). A limit that may be lifted is a limit nobody can call firm.
"""

from collections.abc import Iterator

from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.entry.reason import Reason
from penitcareer.domain.metiers.metier import Exigences, Voie

EXEMPTING_CHILDREN = 3  # raised: neither an age limit nor a diploma is demanded any more
YEARS_A_CHILD = 1  # that an age limit is moved back by
WAIVED_NATURE = "externe"  # the contests whose diploma is waived: not those on diplomas
# Fields of the professions that nobody practises without the diploma, waived for no one.
RESERVED = frozenset(("psychologie", "service_social"))


def over_age(demands: Exigences, profile: Profile) -> Iterator[Reason]:
    """Past the limit: a « no » only once children and other reasons are known not to lift it."""
    age, limit, furthest = profile.age, demands.age_max, demands.age_report
    if limit is None or _waived(profile, profile.dispense_age):
        return
    if age is None:
        yield Reason("age_max", False, limit, furthest, manque=("age",))
        return
    moved = limit + YEARS_A_CHILD * (profile.enfants or 0)
    if age > (moved if furthest is None else min(moved, furthest)):
        missing = _missing(profile, "dispense_age")
        yield Reason("age_max", not missing, limit, furthest, age, manque=missing)


def under_level(route: Voie, demands: Exigences, profile: Profile) -> Iterator[Reason]:
    """A diploma too low: a « no » where no waiver exists, or once it is known not to apply."""
    demanded, given = demands.niveau, profile.niveau
    if not demanded or (given is not None and given >= demanded):
        return
    waivable = route.nature == WAIVED_NATURE and not RESERVED & set(demands.domaines)
    if waivable and _waived(profile, profile.dispense_diplome):
        return
    if given is None:
        yield Reason("niveau", False, demanded, manque=("niveau",))
        return
    missing = _missing(profile, "dispense_diplome") if waivable else ()
    yield Reason("niveau", not missing, demanded, donne=given, manque=missing)


def _waived(profile: Profile, otherwise: bool | None) -> bool:
    return otherwise is True or (profile.enfants or 0) >= EXEMPTING_CHILDREN


def _missing(profile: Profile, other: str) -> tuple[str, ...]:
    """The facts that may still lift a limit."""
    return tuple(fact for fact in ("enfants", other) if getattr(profile, fact) is None)
