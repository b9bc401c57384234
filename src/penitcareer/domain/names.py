"""Names as people type them: folded, looked up, and the nearest ones for a typo."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from penitcareer.domain.records import NamedTuple

# Letters that Unicode does not decompose but that a French keyboard user writes as two, and
# the signs that are no part of a word, or are not ASCII, though every text holds some.
USUAL = (("œ", "oe"), ("æ", "ae"), ("ʼ", "'"), ("’", "'"), ("_", " "))
WORD = re.compile(r"[\w+]+")
ACCENT = re.compile("[\u0300-\u036f]")  # those of the Latin script, once apart from their letter
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# How near a name must be: below, a suggestion would be a guess. Of a few letters, one wrong counts for more.
NEAR, NEAR_IF_SHORT = 0.74, 0.6
FEW = 4
# Ends of a folded feminine noun, and of its masculine, the longest first.
FEMININE = (("trice", "teur"), ("ienne", "ien"), ("euse", "eur"), ("ffe", "f"), ("ere", "er"), ("e", ""))


class Named(NamedTuple):
    """A métier by every name of its own and of its corps, folded."""

    code: str
    titre: str
    noms: tuple[str, ...]
    corps: tuple[str, ...]


def fold(text: str) -> str:
    """Lower-case words of a text, in any script, one space apart: accents, case,
    apostrophes, hyphens and any other sign are dropped.

    >>> fold("Conseillère d’Insertion")
    'conseillere d insertion'
    """
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
    for sign, usual in USUAL:
        plain = plain.replace(sign, usual)
    if not plain.isascii():
        plain = NOT_ASCII.sub(_bare, ACCENT.sub("", plain))
    return WORD.findall(plain)


def _bare(sign: re.Match[str]) -> str:
    """A letter without its accents, which are signs of their own here."""
    return "" if unicodedata.category(sign[0])[0] == "M" else sign[0]


@lru_cache(4096)  # the same grades are named for every post of a staff
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


def codes_named_in_part(query: str, names: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Codes of what a query that is no name begins to name: in its other gender
    (`surveillante`), else by the first words of a name (`directrice`)."""
    said = [name_key(query), *_masculine(name_key(query))]
    other = (codes_named(form, names) for form in said[1:])
    begun = (_begun(form, names) for form in said if form)
    return next((codes for found in (other, begun) for codes in found if codes), ())


def _masculine(key: str) -> list[str]:
    """The same with its first word in the masculine, when that word may be a feminine."""
    first, space, rest = key.partition(" ")
    return [first.removesuffix(end) + masculine + space + rest for end, masculine in FEMININE if first.endswith(end)]


def _begun(form: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for name, code in names if name.startswith(f"{form} ")))


def nearest(query: str, names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names closest to a query that matched nothing, best first, then those that it
    begins; perhaps none."""
    typed = fold(query)
    close = get_close_matches(typed, names, n=limit, cutoff=NEAR_IF_SHORT if len(typed) <= FEW else NEAR)
    begun = [name for name in names if len(typed) > FEW and name.startswith(typed)]
    return tuple(dict.fromkeys([*close, *begun]))[:limit]
