"""A reform: what changes the law of the data, and from when."""

from datetime import date

from penitcareer.domain.records import NamedTuple


class Reforme(NamedTuple):
    """The law of the data, changed from `depuis` on, as a file says it."""

    nom: str
    depuis: date
    fichier: str
