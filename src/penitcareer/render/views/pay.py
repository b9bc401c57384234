"""What the views of pay share: brackets, the rule and its caveats."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.estimate import Bracket, Rule
from penitcareer.domain.metier import Remuneration
from penitcareer.domain.money import Range
from penitcareer.domain.parameters import TextSource, ValueAtDate
from penitcareer.render import french
from penitcareer.render.document import Note
from penitcareer.render.json_text import fraction, money, money_range

BELOW = "*"


def bracket_label(bracket: Bracket) -> str:
    """« Junior (0-2 ans) »."""
    return f"{french.LEVELS[bracket.niveau]} ({bracket.libelle})"


def gross(bracket: Bracket) -> str:
    """The gross bracket, marked when it starts below the SMIC of the day."""
    return french.amount_range(bracket.brut) + (f" {BELOW}" if bracket.sous_smic else "")


def caveats(brackets: Sequence[Bracket], rule: Rule, smic: ValueAtDate | None) -> list[Note]:
    """What stands under brackets: the rule, and the SMIC when a bracket starts below it."""
    notes = [Note(french.rule_sentence(rule))]
    if smic is not None and any(bracket.sous_smic for bracket in brackets):
        notes.append(Note(f"{BELOW} commence sous le SMIC. {french.smic_sentence(smic)}"))
    return notes


def bracket_payload(bracket: Bracket) -> dict[str, Any]:
    """A bracket in JSON."""
    return {
        "niveau": bracket.niveau,
        "libelle": bracket.libelle,
        "anciennete_min": bracket.anciennete_min,
        "anciennete_max": bracket.anciennete_max,
        "brut": money_range(bracket.brut),
        "net": money_range(bracket.net),
        "sous_smic": bracket.sous_smic,
    }


def remuneration_payload(
    pay: Remuneration | None,
    brackets: Sequence[Bracket],
    displayed: Range | None,
    displayed_net: Range | None,
    per_year: bool = False,
) -> dict[str, Any] | None:
    """A remuneration with its net in JSON, null when it is unknown."""
    if pay is None:
        return None
    return {
        "base": "brut annuel" if per_year else pay.base,
        "tranches": [bracket_payload(bracket) for bracket in brackets],
        "affichee": money_range(displayed) if displayed else None,
        "affichee_nette": money_range(displayed_net) if displayed_net else None,
        "reserve": pay.reserve,
        "source": pay.source,
    }


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
        "a_droit_constant_depuis": smic.constant_since.isoformat() if smic.constant_since else None,
        "source": text_payload(smic.source),
    }


def text_payload(source: TextSource) -> dict[str, Any]:
    """A legal text or page in JSON."""
    return source._asdict()
