"""A corps: grades, échelons and indices; which of them are sourced, and which are not."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from penitcareer.domain.choices import Affectation, CategorieCorps
from penitcareer.domain.dated import TextSource
from penitcareer.domain.kinds import (
    EMPTY,
    NOT_IN_FILE,
    Annotated,
    Bounds,
    Code,
    Court,
    DatePartielle,
    Default,
    Mois,
    Says,
    Size,
    Texte,
)
from penitcareer.domain.names import name_key, nearest
from penitcareer.domain.pay.advancement import CareerRules
from penitcareer.domain.pay.corps_names import CorpsNames
from penitcareer.domain.pay.errors import UnknownCorps, UnknownEchelon, UnknownGrade
from penitcareer.domain.records import NamedTuple

Indice = Annotated[int, Bounds(100, 1515)]
IndiceBrut = Annotated[int, Bounds(100, 1100)]
Lettre = Literal["HEA", "HEB", "HEBbis", "HEC", "HED", "HEE", "HEF", "HEG"]
TRAINING = ("eleve", "stagiaire")  # the grades of the school, in order
EtatSource = Literal["en_vigueur", "version_anterieure", "inconnu"]
NatureEncadrement = Literal["bornes", "supposition"]


class Echelon(NamedTuple):
    """One échelon, whose index is exact (a gross index `ib`, its majoré `im`, or a letter),
    bounded (`im_min`, `im_max` or both), supposed (`im_suppose`), or unknown. Indices majorés
    are those in force since 2024-01-01. `duree_mois`: None without end or unknown."""

    echelon: Court
    ib: IndiceBrut | None
    lettre: Lettre | None
    im: Indice | None
    duree_mois: Mois | None
    im_min: Annotated[Indice | None, Says("Indice majoré prouvé au moins, faute d’indice exact")] = None
    im_max: Annotated[Indice | None, Says("Indice majoré prouvé au plus, faute d’indice exact")] = None
    im_suppose: Annotated[Indice | None, Says("Indice majoré supposé, faute d’indice exact")] = None

    @property
    def sourced(self) -> bool:
        """Whether an exact index is known."""
        return self.ib is not None or self.lettre is not None or self.im is not None


class Encadrement(NamedTuple):
    """Why the bounds, or the suppositions, of a grade hold."""

    nature: NatureEncadrement
    raison: Texte
    sources: Annotated[tuple[TextSource, ...], Size(1, 20)]


class Grade(NamedTuple):
    """A grade. `statut` tells of its indices, `statut_durees` of its durations."""

    code: Code
    titre: Court
    alias: tuple[Court, ...]
    statut: Annotated[EtatSource, Says("Des indices, pas des durées")]
    statut_durees: EtatSource
    depuis: date | None
    jusqu_au: date | None
    raison: Annotated[Texte | None, Says("Pourquoi un indice ou une durée manque")]
    echelons: Annotated[tuple[Echelon, ...], Size(1, 50)]
    encadrement: Annotated[Encadrement | None, Says("Pourquoi les indices encadrés ou supposés du grade le sont")] = (
        None
    )

    @property
    def in_training(self) -> bool:
        """Whether it is one of the school."""
        return self.code in TRAINING

    def rank_of(self, name: str | None) -> int:
        """The rank of the échelon of this name, of the first when none has it."""
        return next((rank for rank, echelon in enumerate(self.echelons) if echelon.echelon == name), 0)

    @property
    def names(self) -> set[str]:
        """The keys of what the grade answers to."""
        return {name_key(name) for name in (self.code, self.titre, *self.alias)}


class Fusion(NamedTuple):
    """Grades that become one on a day: from `le` on, `vers` stands for `depuis`."""

    le: date
    depuis: Annotated[tuple[Code, ...], Size(1, 100)]
    vers: Code
    source: TextSource


class FormerIndices(NamedTuple):
    """Gross indices that are not in force, kept as history, never used to compute."""

    grade: Code
    nature: Literal["historique", "hypothese"]
    depuis: DatePartielle | None
    motif: Texte
    indices_bruts: Annotated[tuple[IndiceBrut | Lettre, ...], Size(1, 100)]
    source: TextSource


class FormerCategory(NamedTuple):
    """The category of a corps up to a day."""

    categorie: CategorieCorps
    jusqu_au: date


class Corps(NamedTuple):
    """A corps or an emploi. `nom`: what people call its members, where they do not say its
    acronym. `categorie`: that of today; `categories_anterieures`: those before, oldest first.
    `categorie_reserve`: why the cap of its category is in doubt. `fichier`: the user's file it
    comes from, None for ours."""

    code: Code
    titre: Court
    sigle: Court
    alias: tuple[Court, ...]
    categorie: CategorieCorps
    nature: Literal["corps", "emploi"]
    categorie_reserve: Annotated[Court | None, Says("Pourquoi le plafond du transfert de la catégorie n’est pas sûr")]
    affectation: Annotated[Affectation, Default("deconcentre")]
    en_extinction: Annotated[bool, Default(False)]
    statut_particulier: Court | None
    texte_indiciaire: Court | None
    grades: Annotated[tuple[Grade, ...], Size(1, 30)]
    fusions: tuple[Fusion, ...]
    carriere: Annotated[CareerRules, EMPTY]
    anciens_indices: tuple[FormerIndices, ...]
    notes: tuple[Texte, ...]
    verifie_le: date
    sources: Annotated[tuple[TextSource, ...], Size(1, 1_000)]
    fichier: Annotated[str | None, NOT_IN_FILE]
    categories_anterieures: tuple[FormerCategory, ...] = ()
    nom: Annotated[Court | None, Says("Comment on appelle ses membres, si ce n’est pas par le sigle")] = None

    def categorie_on(self, day: date) -> CategorieCorps:
        """The category on a day."""
        former = (item.categorie for item in self.categories_anterieures if day <= item.jusqu_au)
        return next(former, self.categorie)

    def undated(self, grade: Grade, day: date) -> bool:
        """Whether the indices of a grade are those of a later day. A grade born of a merger is
        never met before it, but in a career that goes on at constant law."""
        born = any(fusion.vers == grade.code for fusion in self.fusions)
        return grade.depuis is not None and day < grade.depuis and not born


def grades_on(corps: Corps, day: date) -> tuple[Grade, ...]:
    """The grades that exist on a day: those that merged are gone, their heir not yet there
    before."""
    absent: set[str] = set()
    for fusion in corps.fusions:
        absent |= {fusion.vers} if day < fusion.le else set(fusion.depuis)
    return tuple(grade for grade in corps.grades if grade.code not in absent)


def first_career_grade(grades: Sequence[Grade]) -> Grade:
    """The first grade that is not a school one, else the first."""
    return next((grade for grade in grades if not grade.in_training), grades[0])


def grade_named(corps: Corps, asked: str | None, day: date) -> Grade:
    """The grade of this code, alias or title on a day; the first career grade (or the
    first) when none is asked.

    Raises UnknownGrade with the valid codes.
    """
    known = grades_on(corps, day)
    if asked is None:
        return first_career_grade(known)
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


def names_of(corps: Corps) -> CorpsNames:
    """The names of a corps."""
    names = (corps.code, corps.sigle, corps.titre, *([corps.nom] if corps.nom else []), *corps.alias)
    grades = (name for grade in corps.grades for name in (grade.titre, *grade.alias))
    answered, of_grades = (tuple(map(name_key, all_)) for all_ in (names, grades))
    return CorpsNames(corps.code, corps.sigle, answered, of_grades, corps.nom, corps.nature)


def corps_named(known: Sequence[CorpsNames], asked: str, of_metier: Iterable[str]) -> str:
    """The code of the corps of this code, acronym, title or alias, else of the first whose
    acronym a métier names. Raises UnknownCorps with the nearest codes."""
    wanted = name_key(asked)
    for corps in known:
        if wanted in corps.noms:
            return corps.code
    for sigle in of_metier:
        for corps in known:
            if name_key(corps.sigle) == name_key(sigle):
                return corps.code
    raise UnknownCorps(asked, nearest(asked, [corps.code for corps in known]))
