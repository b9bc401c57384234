"""The assumptions of a result on its screen: the three that weigh most, the others counted;
all of them with `--tout`."""

from collections.abc import Sequence

from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.document import Block, Bullets, Facts, Heading, Next
from penitcareer.render.views.facts import sentences
from penitcareer.render.words import french, reserves
from penitcareer.render.words.hypotheses import said

MOST = 3
ALL = "--tout"


def reserve_facts(items: Sequence[Hypothese]) -> tuple[tuple[str, str], ...]:
    """One line each for those that weigh most: in euros, or on the whole pay; one for the others."""
    lacking = [item for item in items if item.code in reserves.LACKING]
    weighed = sorted((item for item in items if item.enjeu), key=lambda item: -(item.enjeu or 0))
    lacking.sort(key=lambda item: reserves.LACKING.index(item.code))
    weighed = weighed[: MOST - len(lacking[:1])]
    shown = [*weighed, *lacking[: MOST - len(weighed)]]
    lines = [_line(item) for item in shown]
    others = [item for item in items if item not in shown]
    if others:
        lines.append(_others(others, bool(shown)))
    return tuple(("Réserves" if rank == 0 else "", line) for rank, line in enumerate(lines))


def every_reserve(title: str, items: Sequence[Hypothese]) -> list[Block]:
    """Each in full under a title, nothing when there is none."""
    return [Heading(title), Bullets(tuple(("", hypothesis(item)) for item in items))] if items else []


def hypothesis(item: Hypothese) -> str:
    """An assumption, with the euros a month it may change."""
    effect = f"Effet possible{french.THIN}: {reserves.size(item.enjeu)} par mois." if item.enjeu else None
    return sentences(said(item), effect)


def reserve_block(items: Sequence[Hypothese], tries: str = "") -> Facts:
    """The short lines, then what to type next."""
    facts = reserve_facts(items)
    return Facts((*facts, ("Essayez", Next(tries))) if tries else facts)


def _line(item: Hypothese) -> str:
    stake = reserves.stake(item)
    return reserves.sentence(item) + (f", {stake}" if stake else "")


def _others(items: Sequence[Hypothese], more: bool) -> str:
    """« 7 autres, 60 € au plus chacune : --tout », « 2, sans effet chiffré : --tout » alone."""
    most = max(item.enjeu or 0 for item in items)
    count = french.count(len(items), "autre") if more else f"{len(items)}, sans effet chiffré"
    at_most = f", {reserves.size(most)} au plus{' chacune' if len(items) > 1 else ''}" if most else ""
    return f"{count}{at_most}{french.THIN}: {ALL}"
