"""What a métier pays at school, at the start and at the end, with its proof."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.choices import Stade
from penitcareer.domain.metiers.reperes import Repere
from penitcareer.domain.money import Range, Span
from penitcareer.render.document import Bullets, Caption
from penitcareer.render.views.facts import joined
from penitcareer.render.words import french
from penitcareer.render.words.lacking import without
from penitcareer.render.words.names import in_a_sentence
from penitcareer.render.words.preuves import MARKS

STADES: dict[Stade, str] = {"ecole": "À l’école", "debut": "Au début", "fin": "En fin de carrière"}
PREUVES = {
    "grille": "grille officielle",
    "grille_encadree": "grille encadrée",
    "grille_supposee": "grille supposée",
    "officiel": "annoncé par l’administration",
    "publie": "publié",
    "indicatif": "indicatif",
}


def span(amounts: Span, preuve: str) -> str:
    """« 2 340 € », « 1 964–2 403 € », « au moins 1 985 € », « ≈ 2 103 € »."""
    if amounts.max is None:
        return f"au moins {french.rounded_euros(amounts.min)}"
    about = f"≈{french.FIXED}" if preuve == "grille_supposee" else ""
    return about + french.amount_range(Range(amounts.min, amounts.max))


def net_words(repere: Repere | None) -> str:
    """The net of a repère, else its gross, in few words."""
    if repere is None:
        return french.UNKNOWN
    if repere.net is not None:
        return span(repere.net, repere.preuve)
    return f"{span(repere.brut, repere.preuve)} brut" if repere.brut is not None else french.UNKNOWN


def in_a_cell(repere: Repere) -> str:
    """« 2 340 € », « ≥ 1 985 € », « — » where the net is unknown."""
    if repere.net is None:
        return french.NOTHING
    if repere.net.max is None:
        return f"≥{french.FIXED}{french.rounded_euros(repere.net.min)}"
    return span(repere.net, repere.preuve)


def marked(repere: Repere | None) -> str:
    """« 2 340 € ◐ », « — »."""
    return french.NOTHING if repere is None else f"{in_a_cell(repere)} {MARKS[repere.preuve]}"


def lacking(known_of: Sequence[Sequence[Repere]], names: Sequence[str]) -> list[Caption]:
    """The bonuses that the amounts of these métiers do not count, once for those that lack the same."""
    by_bonus: dict[str, list[str]] = {}
    for name, known in zip(names, known_of, strict=True):
        for bonus in dict.fromkeys(bonus for item in known for bonus in item.manque):
            by_bonus.setdefault(bonus, []).append(name)
    said = [f"{in_a_sentence(bonus)} ({', '.join(of)})" for bonus, of in by_bonus.items()]
    return [Caption(f"Sans {f'{french.THIN}; '.join(said)}, de montant inconnu.")] if said else []


def bullets(reperes: Sequence[Repere]) -> Bullets:
    """A line a stage: net, gross, proof, date, source, and what lacks."""
    return Bullets(tuple((_title(item), sentence(item)) for item in reperes))


def sentence(item: Repere) -> str:
    """« 2 340 € net, 3 007 € brut par mois (grille encadrée, CPIP… échelon 1, 2024) »."""
    net = f"{span(item.net, item.preuve)} net" if item.net is not None else None
    brut = f"{span(item.brut, item.preuve)} brut" if item.brut is not None else None
    proof = joined(PREUVES[item.preuve], _place(item), french.day(item.date) if item.date else None)
    said = f". {item.precision.rstrip('.')}" if item.precision else ""
    return joined(f"{joined(net, brut)} par mois ({proof})", without(item.manque)) + said


def _place(item: Repere) -> str:
    """« CPIP, premier grade, échelon 1 », or the source of a published amount."""
    if item.grade is None:
        return item.source
    where, _, echelon = item.source.rpartition(", ")
    return f"{where}, échelon {french.echelon(echelon)}"


def _title(item: Repere) -> str:
    return STADES[item.stade] + (", par promotion" if item.promotion else "")


def payload(reperes: Sequence[Repere]) -> list[dict[str, Any]]:
    """The same in JSON."""
    return [
        {
            "stade": item.stade,
            "promotion": item.promotion,
            "preuve": item.preuve,
            "net": _span_payload(item.net),
            "brut": _span_payload(item.brut),
            "date": item.date,
            "source": item.source,
            "manque": list(item.manque),
            "precision": item.precision,
        }
        for item in reperes
    ]


def _span_payload(amounts: Span | None) -> dict[str, float | None] | None:
    from penitcareer.render.formats.json_text import money, money_or_none

    return None if amounts is None else {"min": money(amounts.min), "max": money_or_none(amounts.max)}
