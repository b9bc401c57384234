"""Why a route is closed or uncertain: in one French sentence a reason, or in a few words."""

from collections.abc import Callable

from penitcareer.domain.entry.reason import Reason
from penitcareer.render.views.demands import DOMAINS, ages, either, level, membership, years
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import LEVELS

OPTIONS = {
    "niveau": "--diplome",
    "domaine": "--domaine",
    "age": "--age",
    "services": "--services",
    "activite": "--activite",
    "corps": "--corps",
    "anciennete": "--anciennete",
    "nationalite": "--nationalite",
    "enfants": "--enfants",
    "dispense_age": "--dispense-age",
    "dispense_diplome": "--dispense-diplome",
}
_FIGURES: dict[str, Callable[[int, int | None], str]] = {
    "niveau": lambda figure, _: level(figure),
    "age_min": lambda figure, _: ages(figure, None, None),
    "age_max": lambda figure, limit: ages(None, figure, limit),
    "services": lambda figure, _: f"{years(figure)} de services publics",
    "activite": lambda figure, _: f"{years(figure)} d’activité",
    "anciennete": lambda figure, _: f"{years(figure)} dans ce corps",
}
_NAMES: dict[str, Callable[[tuple[str, ...]], str]] = {
    "domaine": lambda names: f"un diplôme dans {either(DOMAINS[name] for name in names)}",
    "corps": membership,
    "nationalite": lambda names: f"la nationalité {names[0]}",
}
# The same beside the option, which already says what it is of.
_SHORT: dict[str, Callable[[tuple[str, ...]], str]] = {
    "domaine": lambda names: either(DOMAINS[name] for name in names),
    "corps": either,
    "nationalite": lambda names: names[0],
}


def sentence(reason: Reason) -> str:
    """« Il faut bac+5, vous avez bac+3. », « Il faut 4 ans d’activité : donnez --activite. »"""
    if not _is_demand(reason):
        return f"{_other(reason)}."
    if reason.echec:
        return f"Il faut {_demand(reason)}{_given(reason)}."
    if not reason.manque:
        return f"Il faut {_demand(reason)}{french.THIN}: à vérifier."
    waiver = f"{_given(reason)}, sauf dispense" if reason.donne is not None else ""
    return f"Il faut {_demand(reason)}{waiver}{french.THIN}: donnez {options(reason)}."


def brief(reason: Reason) -> str:
    """« --activite : 4 ans d’activité », or the sentence when no option would tell."""
    if not reason.manque:
        return sentence(reason).removesuffix(".")
    if not _is_demand(reason):
        return f"{options(reason)}{french.THIN}: inconnue, la française suffit"
    short = _SHORT.get(reason.code)
    waiver = ", sauf dispense" if reason.donne is not None else ""
    return f"{options(reason)}{french.THIN}: {short(reason.noms) if short else _demand(reason)}{waiver}"


def options(reason: Reason) -> str:
    """The options that may tell: « --enfants ou --dispense-age »."""
    return either(OPTIONS[fact] for fact in reason.manque)


def condition(reason: Reason) -> str:
    """« 4 ans de services publics », as a group of routes is named after it."""
    if reason.code == "nationalite":
        return f"nationalité {reason.noms[0]}" if reason.noms else "nationalité demandée inconnue"
    return _demand(reason).removeprefix("un ") if _is_demand(reason) else _other(reason)


def to_type(reason: Reason) -> str:
    """The options that would meet it: « --services 4 », « --enfants ou --dispense-age »."""
    if len(reason.manque) != 1 or reason.donne is not None:
        return options(reason)
    value = {"niveau": LEVELS.get(reason.demande or 0), "age": None}.get(
        reason.manque[0], reason.noms[0] if reason.noms else reason.demande
    )
    if value is None:
        return options(reason)
    return f"{options(reason)} '{value}'" if " " in str(value) else f"{options(reason)} {value}"


def _is_demand(reason: Reason) -> bool:
    """Whether it can be said as « il faut … »."""
    return reason.code in _FIGURES or (reason.code in _NAMES and bool(reason.noms))


def _demand(reason: Reason) -> str:
    if reason.code in _FIGURES:
        return _FIGURES[reason.code](reason.demande or 0, reason.limite)
    return _NAMES[reason.code](reason.noms)


def _given(reason: Reason) -> str:
    """What the profile has instead, when it is a figure."""
    if reason.donne is None:
        return ""
    if reason.code == "niveau":
        return f", vous avez {level(reason.donne)}" if reason.donne else ", vous êtes sans diplôme"
    return f", vous avez {years(reason.donne)}"


def _other(reason: Reason) -> str:
    """What is not a demand that a fact of the profile could meet."""
    name = reason.noms[0].rstrip(".") if reason.noms else ""
    if reason.code == "nationalite":
        told = f"donnez {options(reason)}, la française suffit" if reason.manque else "à vérifier"
        return f"Nationalité demandée inconnue{french.THIN}: {told}"
    if reason.code == "a_verifier":
        return f"À vérifier{french.THIN}: {name}"
    if reason.code == "ferme":
        return f"Plus de recrutement{french.THIN}: voir {name}" if name else "Plus de recrutement"
    return {"exige": "Conditions inconnues", "voies": "Voies d’accès inconnues"}[reason.code]
