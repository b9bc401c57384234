"""A corps: grades, échelons and indices; which of them are sourced, and which are not."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from penitcareer.domain.names import name_key, nearest
from penitcareer.domain.parameters import TextSource
from penitcareer.domain.pay.errors import UnknownCorps, UnknownEchelon, UnknownGrade


class Echelon(NamedTuple):
    """One échelon: a gross index `ib`, or a letter, or neither when unsourced. `im` is the
    index in force since 2024-01-01. `duree_mois`: None without end or unknown."""

    echelon: str
    ib: int | None
    lettre: str | None
    im: int | None
    duree_mois: int | None

    @property
    def sourced(self) -> bool:
        """Whether an index is known."""
        return self.ib is not None or self.lettre is not None or self.im is not None


class Grade(NamedTuple):
    """A grade. `statut` tells of its indices, `statut_durees` of its durations:
    `en_vigueur`, `version_anterieure` or `inconnu`; `raison` says why something lacks."""

    code: str
    titre: str
    alias: tuple[str, ...]
    statut: str
    statut_durees: str
    depuis: date | None
    jusqu_au: date | None
    raison: str | None
    echelons: tuple[Echelon, ...]

    @property
    def names(self) -> set[str]:
        """The keys of what the grade answers to."""
        return {name_key(name) for name in (self.code, self.titre, *self.alias)}


class Fusion(NamedTuple):
    """Grades that become one on a day: from `le` on, `vers` stands for `depuis`."""

    le: date
    depuis: tuple[str, ...]
    vers: str
    source: TextSource


class FormerIndices(NamedTuple):
    """Gross indices that are not in force, kept as history, never used to compute."""

    grade: str
    nature: str
    depuis: str | None
    motif: str
    indices_bruts: tuple[int | str, ...]
    source: TextSource


class Corps(NamedTuple):
    """A corps or an emploi. `categorie_reserve`: why the cap of its category is in doubt.
    `fichier`: the user's file it comes from, None for ours."""

    code: str
    titre: str
    sigle: str
    alias: tuple[str, ...]
    categorie: str
    nature: str
    categorie_reserve: str | None
    affectation: str
    en_extinction: bool
    statut_particulier: str | None
    texte_indiciaire: str | None
    grades: tuple[Grade, ...]
    fusions: tuple[Fusion, ...]
    anciens_indices: tuple[FormerIndices, ...]
    notes: tuple[str, ...]
    verifie_le: date
    sources: tuple[TextSource, ...]
    fichier: str | None


TRAINING = ("eleve", "stagiaire")


def grades_on(corps: Corps, day: date) -> tuple[Grade, ...]:
    """The grades that exist on a day: those that merged are gone, their heir not yet there
    before."""
    absent: set[str] = set()
    for fusion in corps.fusions:
        absent |= {fusion.vers} if day < fusion.le else set(fusion.depuis)
    return tuple(grade for grade in corps.grades if grade.code not in absent)


def grade_named(corps: Corps, asked: str | None, day: date) -> Grade:
    """The grade of this code, alias or title on a day; the first career grade (or the
    first) when none is asked.

    Raises UnknownGrade with the valid codes.
    """
    known = grades_on(corps, day)
    if asked is None:
        return next((grade for grade in known if grade.code not in TRAINING), known[0])
    wanted = name_key(asked)
    for grade in known:
        if wanted in grade.names:
            return grade
    codes = [grade.code for grade in known]
    raise UnknownGrade(asked, corps.code, codes, nearest(asked, codes))


def echelon_named(corps: Corps, grade: Grade, asked: str | None) -> Echelon:
    """The échelon of this name, the first when none is asked. Raises UnknownEchelon."""
    if asked is None:
        return grade.echelons[0]
    known = {name_key(echelon.echelon): echelon for echelon in grade.echelons}
    wanted = name_key(asked)
    found = known.get(wanted) or known.get(wanted.lstrip("0"))
    if found is not None:
        return found
    raise UnknownEchelon(asked, corps.code, grade.code, [echelon.echelon for echelon in grade.echelons])


def corps_named(known: Sequence[Corps], asked: str, of_metier: Sequence[str]) -> Corps:
    """The corps of this code, acronym, title or alias, else the first whose acronym a
    métier names. Raises UnknownCorps with the nearest names."""
    wanted = name_key(asked)
    for corps in known:
        if wanted in {name_key(name) for name in (corps.code, corps.sigle, corps.titre, *corps.alias)}:
            return corps
    for sigle in of_metier:
        for corps in known:
            if name_key(corps.sigle) == name_key(sigle):
                return corps
    raise UnknownCorps(asked, nearest(asked, [corps.code for corps in known]))
