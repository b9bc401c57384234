"""What a doubt says; apart from dated values, so that `net` does not define it."""

from datetime import date

from penitcareer.domain.kinds import Code, Court, Texte
from penitcareer.domain.records import NamedTuple


class Wording(NamedTuple):
    """The sentence of a doubt, and where it comes from; the euros at stake are computed.
    `depuis`: the day it starts to be one, None for always."""

    code: Code
    texte: Texte
    source: Court | None
    depuis: date | None

    def in_force(self, day: date) -> bool:
        """Whether this is a doubt on a day."""
        return self.depuis is None or self.depuis <= day
