"""What a result assumes, in words: the sentence, then what it is about."""

from collections.abc import Callable

from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.words import french
from penitcareer.render.words.promotion import services


def said(item: Hypothese) -> str:
    """« Indices d’une version antérieure, non confirmée (classe normale ; hors classe) »."""
    worded = WORDED.get(item.code, _listed)
    details = dict.fromkeys(worded(*detail).rstrip(".") for detail in item.details)
    about = f"{french.THIN}; ".join(details)
    return f"{item.texte} ({about})" if about else item.texte


def _listed(*parts: str | int | None) -> str:
    return ", ".join(str(part) for part in parts if part)


def _months(months: int) -> str:
    return f"{months} mois"


def _unknown_conditions(grade: str, reason: str | None) -> str:
    return f"{grade}. {reason}" if reason else grade


def _bridge(route: str, years: int | None, *others: str) -> str:
    return _listed(route, services(years) if years else None, *others)


WORDED: dict[str, Callable[..., str]] = {
    "paie_inconnue": _months,
    "conditions_inconnues": _unknown_conditions,
    "passage_connu": _bridge,
}
