"""What the law lifts for some: the age limit of a contest, and its diploma.

A limit that may be lifted is a limit nobody can call firm (docs/acces.md).
"""

from collections.abc import Iterator
from datetime import date

from penitcareer.domain.dated import TextSource
from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.entry.reason import Reason
from penitcareer.domain.kinds import Annees, Annotated, Bounds, Says, Size, Texte
from penitcareer.domain.metiers.metier import Exigences, Voie
from penitcareer.domain.records import NamedTuple

WAIVED_NATURE = "externe"  # the contests whose diploma is waived: not those on diplomas
# Fields of the professions that nobody practises without the diploma, waived for no one.
RESERVED = frozenset(("psychologie", "service_social"))


class Waivers(NamedTuple):
    """What children lift, and the sentence that says what else does."""

    enfants: Annotated[int, Bounds(1, 15), Says("Enfants élevés qui lèvent la limite d’âge et le diplôme")]
    recul_par_enfant: Annotated[Annees, Says("Années dont chaque enfant recule la limite d’âge")]
    texte: Annotated[Texte, Says("La règle en deux phrases")]
    sources: Annotated[tuple[TextSource, ...], Size(1, 20)]
    verifie_le: date


def over_age(demands: Exigences, profile: Profile, waivers: Waivers) -> Iterator[Reason]:
    """Past the limit: a « no » only once children and other reasons are known not to lift it."""
    age, limit, furthest = profile.age, demands.age_max, demands.age_report
    if limit is None or _waived(profile, profile.dispense_age, waivers):
        return
    if age is None:
        yield Reason("age_max", False, limit, furthest, manque=("age",))
        return
    moved = limit + waivers.recul_par_enfant * (profile.enfants or 0)
    if age > (moved if furthest is None else min(moved, furthest)):
        missing = _missing(profile, "dispense_age")
        yield Reason("age_max", not missing, limit, furthest, age, manque=missing)


def under_level(route: Voie, demands: Exigences, profile: Profile, waivers: Waivers) -> Iterator[Reason]:
    """A diploma too low: a « no » where no waiver exists, or once it is known not to apply."""
    demanded, given = demands.niveau, profile.niveau
    if not demanded or (given is not None and given >= demanded):
        return
    waivable = route.nature == WAIVED_NATURE and not RESERVED & set(demands.domaines)
    if waivable and _waived(profile, profile.dispense_diplome, waivers):
        return
    if given is None:
        yield Reason("niveau", False, demanded, manque=("niveau",))
        return
    missing = _missing(profile, "dispense_diplome") if waivable else ()
    yield Reason("niveau", not missing, demanded, donne=given, manque=missing)


def _waived(profile: Profile, otherwise: bool | None, waivers: Waivers) -> bool:
    return otherwise is True or (profile.enfants or 0) >= waivers.enfants


def _missing(profile: Profile, other: str) -> tuple[str, ...]:
    """The facts that may still lift a limit."""
    return tuple(fact for fact in ("enfants", other) if getattr(profile, fact) is None)
