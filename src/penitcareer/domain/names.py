"""Names as people type them: folded, looked up, and the nearest ones for a typo."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from penitcareer.domain.metier import Metier

# Letters that Unicode does not decompose but that a French keyboard user writes as two.
LIGATURES = (("œ", "oe"), ("æ", "ae"))
NOT_WORD = re.compile(r"[^a-z0-9+]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
NEAREST_CUTOFF = 0.6


class Named(NamedTuple):
    """A métier by every name of its own and of its corps, folded."""

    code: str
    titre: str
    noms: tuple[str, ...]
    corps: tuple[str, ...]


def fold(text: str) -> str:
    """Lower-case ASCII words of a text, one space apart: accents, case, apostrophes,
    hyphens and any other sign are dropped.

    >>> fold("Conseillère d’Insertion")
    'conseillere d insertion'
    """
    if text.isascii():
        return NOT_WORD.sub(" ", text.lower()).strip()
    plain = text.casefold()
    for sign, letters in LIGATURES:
        plain = plain.replace(sign, letters)
    return NOT_WORD.sub(" ", NOT_ASCII.sub(_bare, unicodedata.normalize("NFKD", plain))).strip()


def _bare(sign: re.Match[str]) -> str:
    """An accent joins what it stands between; any other sign parts it."""
    return "" if unicodedata.combining(sign[0]) else " "


def named(metier: "Metier") -> Named:
    """The names of a métier."""
    names = (metier.code, metier.sigle, metier.titre, metier.titre_feminin, *metier.alias)
    return Named(metier.code, metier.titre, _folded(names), _folded(metier.corps))


def _folded(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names if name))


def codes_named(query: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codes that the query names once folded, among (folded name, code) pairs; the code
    itself wins over an alias.

    An underscore and a space are the same in a code (`chef services`).
    """
    wanted = fold(query)
    if not wanted:
        return ()
    found = []
    for name, code in names:
        if name == wanted:
            if fold(code) == wanted:
                return (code,)
            found.append(code)
    return tuple(dict.fromkeys(found))


def nearest(query: str, names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names closest to a query that matched nothing, best first, perhaps none."""
    return tuple(get_close_matches(fold(query), names, n=limit, cutoff=NEAREST_CUTOFF))
