"""Why a route is closed or uncertain: in one French sentence a reason, or in a few words."""

from collections.abc import Callable

from penitcareer.domain.entry.eligibility import Reason
from penitcareer.render.views.demands import DOMAINS, ages, either, level, membership, years
from penitcareer.render.words import french

OPTIONS = {
    "niveau": "--diplome",
    "domaine": "--domaine",
    "age": "--age",
    "services": "--services",
    "activite": "--activite",
    "corps": "--corps",
    "anciennete": "--anciennete",
    "nationalite": "--nationalite",
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
    if reason.code not in _FIGURES and reason.code not in _NAMES:
        return f"{_other(reason)}."
    if reason.manque is not None:
        return f"Il faut {_demand(reason)}{french.THIN}: donnez {OPTIONS[reason.manque]}."
    if not reason.echec:
        return f"Il faut {_demand(reason)}{french.THIN}: à vérifier."
    return f"Il faut {_demand(reason)}{_given(reason)}."


def brief(reason: Reason) -> str:
    """« --activite : 4 ans d’activité », or the sentence when no option would tell."""
    if reason.manque is not None:
        short = _SHORT.get(reason.code)
        return f"{OPTIONS[reason.manque]}{french.THIN}: {short(reason.noms) if short else _demand(reason)}"
    return sentence(reason).removesuffix(".")


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
    if reason.code == "age_report":
        limit = years(reason.limite or 0)
        return f"Après {years(reason.demande or 0)}, selon les reports de limite d’âge ({limit} au plus)"
    if reason.code == "a_verifier":
        return f"À vérifier{french.THIN}: {name}"
    if reason.code == "ferme":
        return f"Plus de recrutement{french.THIN}: voir {name}" if name else "Plus de recrutement"
    return {"exige": "Conditions inconnues", "voies": "Voies d’accès inconnues"}[reason.code]
