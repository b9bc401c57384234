"""The métiers next to one, as a sheet shows them; `neighbourhood` finds them."""

from penitcareer.domain.records import NamedTuple


class Link(NamedTuple):
    """What joins two métiers. `code`: `mene_a` or `vient_de` (`noms`: the other's code),
    `filiere` (its name), `partenaires` (those they share, as the first one writes them)."""

    code: str
    noms: tuple[str, ...]


class Neighbour(NamedTuple):
    """A métier next to another, and everything that joins them."""

    code: str
    titre: str
    liens: tuple[Link, ...]
