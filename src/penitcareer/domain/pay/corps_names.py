"""What a corps answers to, and is called, without the rest of it: names are read far more often."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from penitcareer.domain.names import name_key
from penitcareer.domain.records import NamedTuple

if TYPE_CHECKING:
    from penitcareer.domain.pay.corps import Corps


class CorpsNames(NamedTuple):
    """What a corps answers to, and what its grades do, folded; and what it is called."""

    code: str
    sigle: str
    noms: Sequence[str]
    grades: Sequence[str]
    nom: str | None
    nature: str


def names_of(corps: "Corps") -> CorpsNames:
    """The names of a corps."""
    names = (corps.code, corps.sigle, corps.titre, *([corps.nom] if corps.nom else []), *corps.alias)
    grades = (name for grade in corps.grades for name in (grade.titre, *grade.alias))
    answered, of_grades = (tuple(map(name_key, all_)) for all_ in (names, grades))
    return CorpsNames(corps.code, corps.sigle, answered, of_grades, corps.nom, corps.nature)
