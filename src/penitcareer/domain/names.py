"""Names as people type them: folded, looked up, and the nearest ones for a typo."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

# Letters that Unicode does not decompose but that a French keyboard user writes as two.
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ʼ": "'"})
NOT_WORD = re.compile(r"(?:[^\w+]|_)+")
NEAREST_CUTOFF = 0.6


def fold(text: str) -> str:
    """Lower-case words of a text, in any script, one space apart: accents, case,
    apostrophes, hyphens and any other sign are dropped.

    >>> fold("Conseillère d’Insertion")
    'conseillere d insertion'
    """
    if text.isascii():
        return NOT_WORD.sub(" ", text.lower()).strip()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(LIGATURES)
    bare = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "M")
    return NOT_WORD.sub(" ", bare).strip()


def name_key(name: str) -> str:
    """What the spellings of one name share; a name of signs only (« — ») is its own.

    >>> name_key("Élève"), name_key("—")
    ('eleve', '—')
    """
    return fold(name) or name


def codes_named(query: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codes that the query names, among (key of a name, code) pairs; the code itself wins
    over an alias.

    An underscore and a space are the same in a code (`chef services`).
    """
    wanted = name_key(query)
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
