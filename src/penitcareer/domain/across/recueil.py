"""The whole catalogue at once: what a page of it shows."""

from datetime import date

from penitcareer.domain.career.careers import Careers
from penitcareer.domain.metiers.listing import Listing
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.domain.metiers.sigles import Glossary
from penitcareer.domain.records import NamedTuple


class Recueil(NamedTuple):
    """The answers of a day. `fiches` and `carrieres` are in the order of the list, a career being
    None where none can be told; `ouverts`: by level of diploma, the codes of the métiers that one
    enters with it; `parcours`: by filière, the careers of its métiers in one answer, of those that
    can be told, where there are two."""

    jour: date
    liste: Listing
    fiches: tuple[Sheet, ...]
    carrieres: tuple[Careers | None, ...]
    sigles: Glossary
    ouverts: tuple[tuple[int, frozenset[str]], ...]
    parcours: tuple[tuple[str, Careers], ...]
