"""What a corps answers to, and is called, without the rest of it: names are read far more often."""

from collections.abc import Sequence

from penitcareer.domain.records import NamedTuple


class CorpsNames(NamedTuple):
    """What a corps answers to, and what its grades do, folded; and what it is called."""

    code: str
    sigle: str
    noms: Sequence[str]
    grades: Sequence[str]
    nom: str | None
    nature: str
