"""What a route demands, in words."""

from collections.abc import Iterable

from penitcareer.domain.metiers.metier import Exigences
from penitcareer.render.words import french

LEVELS = {3: "CAP ou brevet", 4: "bac", 5: "bac+2", 6: "bac+3", 7: "bac+5", 8: "bac+8"}
DOMAINS = {
    "psychologie": "la psychologie",
    "service_social": "le service social",
    "social": "le champ social",
    "educatif": "le champ éducatif",
}
NATURES = {
    "externe": "concours externe",
    "interne": "concours interne",
    "troisieme_concours": "troisième concours",
    "sur_titres": "concours sur titres",
    "promotion": "promotion interne",
    "nomination": "nomination",
    "contrat": "contrat",
}


def demands(exige: Exigences) -> list[str]:
    """Each demand of a route in a few words; an empty list when it demands nothing."""
    found = [diploma(exige.niveau)] if exige.niveau else []
    found += [f"diplôme dans {either(DOMAINS[field] for field in exige.domaines)}"] if exige.domaines else []
    found += [age for age in (ages(exige.age_min, exige.age_max, exige.age_report),) if age]
    found += [f"{years(exige.services)} de services publics"] if exige.services else []
    found += [f"{years(exige.activite)} d’activité"] if exige.activite else []
    found += [membership(exige.corps)] if exige.corps else []
    found += [f"{years(exige.anciennete)} dans ce corps"] if exige.anciennete else []
    return [*found, *to_check(exige)]


def to_check(exige: Exigences) -> list[str]:
    """What no profile answers, and its reader must."""
    return [f"à vérifier{french.THIN}: {text}" for text in exige.a_verifier]


def diploma(niveau: int) -> str:
    """« bac+3 (niveau 6) »."""
    return f"{level(niveau)} (niveau{french.FIXED}{niveau})" if niveau in LEVELS else level(niveau)


def level(niveau: int) -> str:
    """« bac+3 », « aucun diplôme »."""
    if niveau == 0:
        return "aucun diplôme"
    return LEVELS.get(niveau, f"un diplôme de niveau{french.FIXED}{niveau}")


def ages(low: int | None, high: int | None, extended: int | None) -> str:
    """« 18 ans au moins, 45 ans au plus (50 avec tous les reculs) », or nothing."""
    parts = [f"{years(low)} au moins"] if low is not None else []
    if high is not None:
        more = f" ({extended} avec tous les reculs)" if extended is not None else ""
        parts.append(f"{years(high)} au plus{more}")
    return ", ".join(parts)


def years(value: int) -> str:
    """« 4 ans », that no line end parts."""
    return french.count(value, "an").replace(" ", french.FIXED)


def membership(corps: Iterable[str]) -> str:
    """« être du corps cpip ou csip »."""
    return f"être du corps {either(corps)}"


def either(names: Iterable[str]) -> str:
    """« a, b ou c »."""
    *firsts, last = names
    return f"{', '.join(firsts)} ou {last}" if firsts else last
