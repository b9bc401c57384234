"""What proves a figure: a sign and words, never only a colour."""

from collections.abc import Iterable

from penitcareer.domain.metiers.reperes import BEST_FIRST
from penitcareer.render.document import Caption
from penitcareer.render.words.french import FIXED, THIN

MARKS = {
    "grille": "●",
    "grille_encadree": "◐",
    "grille_supposee": "◐",
    "officiel": "◑",
    "publie": "◔",
    "indicatif": "○",
}
MEANINGS = {
    "●": "grille officielle",
    "◐": "grille encadrée ou supposée",
    "◑": "annonce officielle",
    "◔": "presse, syndicat ou site",
    "○": "fiche d’orientation",
}


def legend(preuves: Iterable[str]) -> Caption:
    """One line for the signs that a screen uses, the best first."""
    used = set(preuves)
    marks = dict.fromkeys(MARKS[preuve] for preuve in BEST_FIRST if preuve in used)
    return Caption(f"{THIN}; ".join(f"{mark}{FIXED}{MEANINGS[mark]}" for mark in marks))
