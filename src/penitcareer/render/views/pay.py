"""What the views of brackets share: their labels, caveats and JSON."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import Bracket
from penitcareer.domain.metiers.remuneration import Remuneration
from penitcareer.domain.money import Range
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.render.document import Note
from penitcareer.render.words import french

BELOW = "*"


def bracket_label(bracket: Bracket) -> str:
    """« Junior (0-2 ans) »."""
    return f"{french.LEVELS[bracket.niveau]} ({bracket.libelle})"


def gross(bracket: Bracket) -> str:
    """The gross bracket, marked when it starts below the SMIC of the day."""
    return french.amount_range(bracket.brut) + (f" {BELOW}" if bracket.sous_smic else "")


def unused(brackets: Sequence[Bracket], whose: str = "") -> list[Note]:
    """Why some brackets are not the corps' pay, the métier of each named if asked."""
    start, end = f"{whose}, " if whose else "", "Cette tranche ne sert à aucun calcul."
    return [
        Note(f"{start}{bracket_label(bracket)}{french.THIN}: {bracket.hors_corps} {end}")
        for bracket in brackets
        if bracket.hors_corps
    ]


def caveats(brackets: Sequence[Bracket], rule: Rule, smic: ValueAtDate | None) -> list[Note]:
    """What stands under brackets: the rule, and the SMIC when a bracket starts below it."""
    notes = [Note(french.rule_sentence(rule))]
    if smic is not None and any(bracket.sous_smic for bracket in brackets):
        notes.append(Note(f"{BELOW} commence sous le SMIC. {french.smic_sentence(smic)}"))
    return notes


def bracket_payload(bracket: Bracket) -> dict[str, Any]:
    """A bracket in JSON."""
    from penitcareer.render.formats.json_text import money_range

    return {
        "niveau": bracket.niveau,
        "libelle": bracket.libelle,
        "anciennete_min": bracket.anciennete_min,
        "anciennete_max": bracket.anciennete_max,
        "brut": money_range(bracket.brut),
        "net": money_range(bracket.net),
        "sous_smic": bracket.sous_smic,
        "hors_corps": bracket.hors_corps,
    }


def remuneration_payload(
    pay: Remuneration | None,
    brackets: Sequence[Bracket],
    displayed: Range | None,
    displayed_net: Range | None,
    per_year: bool = False,
) -> dict[str, Any] | None:
    """A remuneration with its net in JSON, null when it is unknown."""
    from penitcareer.render.formats.json_text import money_range

    if pay is None:
        return None
    return {
        "base": "brut annuel" if per_year else pay.base,
        "tranches": [bracket_payload(bracket) for bracket in brackets],
        "affichee": money_range(displayed) if pay.affichee and displayed else None,
        "affichee_nette": money_range(displayed_net) if pay.affichee and displayed_net else None,
        "reserve": pay.reserve,
        "source": pay.source,
    }
