"""What a screen calls a métier: as people do, never by its code."""

from typing import TYPE_CHECKING

from penitcareer.render.words import french

if TYPE_CHECKING:
    from penitcareer.domain.metiers.listing import Entry
    from penitcareer.domain.metiers.metier import Metier
    from penitcareer.domain.metiers.provenance import MetierSources


def called(one: "Metier | Entry | MetierSources") -> str:
    """« CPIP », « Surveillant »."""
    return one.sigle or one.titre_court or one.titre


def listed(one: "Metier | Entry") -> str:
    """« CPIP, conseiller d’insertion », « Surveillant »."""
    title = one.titre_court or one.titre
    return f"{one.sigle}, {in_a_sentence(title)}" if one.sigle else title


def titled(one: "Metier | Entry") -> str:
    """« CPIP · Conseiller pénitentiaire d’insertion et de probation »."""
    return f"{one.sigle} · {one.titre}" if one.sigle else one.titre


def from_file(one: "Metier | Entry") -> str:
    """Whose data it is, when it is not ours; nothing for ours."""
    return f"{called(one)} vient du fichier {one.fichier}" if one.fichier else ""


def in_a_sentence(text: str) -> str:
    """A text with a small first letter, unless it starts with an acronym, or is one letter: a category."""
    starts = text[:2]
    return text if starts.isalpha() and starts.isupper() else french.small(text)
