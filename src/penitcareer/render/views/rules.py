"""The estimation rule, the SMIC and their sources in JSON."""

from typing import Any

from penitcareer.domain.dated import TextSource
from penitcareer.domain.estimate import Rule
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.render.formats.json_text import fraction, money


def rule_payload(rule: Rule) -> dict[str, Any]:
    """The estimation rule in JSON."""
    return {
        "retenue_min": fraction(rule.retenue_min),
        "retenue_max": fraction(rule.retenue_max),
        "libelle": rule.libelle,
        "reserve": rule.reserve,
        "source": text_payload(rule.source),
    }


def smic_payload(smic: ValueAtDate | None) -> dict[str, Any] | None:
    """The SMIC of the day in JSON, null before its first known date."""
    if smic is None:
        return None
    return {
        "mensuel": money(smic.valeur),
        "depuis": smic.depuis.isoformat(),
        "a_droit_constant_depuis": smic.droit_constant_depuis.isoformat() if smic.droit_constant_depuis else None,
        "source": text_payload(smic.source),
    }


def text_payload(source: TextSource) -> dict[str, Any]:
    """A legal text or page in JSON."""
    return source._asdict()
