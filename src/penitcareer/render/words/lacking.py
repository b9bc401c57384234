"""What a pay lacks: the bonuses that are due and whose amount is unknown."""

from collections.abc import Sequence

from penitcareer.render.document import Note
from penitcareer.render.words import french
from penitcareer.render.words.names import in_a_sentence


def not_counted(bonuses: Sequence[str], whose: str = "") -> list[Note]:
    """« Non compté : indemnité de fonctions et d’objectifs, de montant inconnu. », nothing when
    nothing lacks. `whose`: the payslip or the career that it lacks to."""
    if not bonuses:
        return []
    text = f"Non compté{french.THIN}: {named(bonuses)}, de montant inconnu."
    return [Note(f"{whose}{french.THIN}: {french.small(text)}" if whose else text)]


def without(bonuses: Sequence[str]) -> str:
    """« sans indemnité de fonctions et d’objectifs, de montant inconnu », nothing when nothing
    lacks."""
    return f"sans {named(bonuses)}, de montant inconnu" if bonuses else ""


def named(bonuses: Sequence[str]) -> str:
    """The names of bonuses, within a sentence."""
    return ", ".join(in_a_sentence(name) for name in bonuses)
