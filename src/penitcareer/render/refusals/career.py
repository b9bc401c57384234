"""What is said of a career that cannot be laid out as asked."""

from collections.abc import Sequence

from penitcareer.domain.career.errors import (
    AlreadyInGrade,
    NoCareer,
    NoSuchIndex,
    NotNextGrade,
    OverlappingSpells,
    OwnCorps,
    PromotionTooEarly,
    SameTwice,
    SameYear,
    SchoolNotOver,
    StartAhead,
    TooManyBirths,
    TwoStarts,
    UnknownCareerGrade,
    UnknownShare,
    YearOutside,
)
from penitcareer.domain.errors import PenitError
from penitcareer.render.refusals.flags import Flags
from penitcareer.render.words.promotion import conditions
from penitcareer.render.words.quoting import quoted, shortened, suggestion

# Years that the data accept, whatever the one that was refused.
EXAMPLES = {"promotion": "dsp --promotion hors_classe@14", "puis": "cpip --puis dpip@9"}


def say(error: PenitError, flags: Flags) -> str | None:
    """The sentence of an error of careers, None for the others."""
    match error:
        case NoCareer():
            nothing = f"Pas de parcours pour {error.code} : ni corps décrit, ni fourchette de salaire."
            return f"{nothing} Corps connus : penit grille"
        case PromotionTooEarly():
            return _too_early(error, flags["promotion"])
        case NotNextGrade():
            return _not_next(error, flags["promotion"])
        case AlreadyInGrade():
            asked = f"Promotion {error.grade}@{error.year} refusée"
            return f"{asked} : c’est déjà le grade de l’agent cette année-là. Retirez {flags['promotion']}"
        case OwnCorps():
            option = flags["puis"]
            own = f"{error.corps} est déjà le corps de l’agent cette année-là"
            return f"{option} {error.name}@{error.year} refusé : {own}. Exemple : penit carriere cpip {option} dpip@9"
        case SchoolNotOver():
            return _at_school(error, flags[error.event])
    return _of_a_start(error, flags) or _of_an_event(error, flags)


def _of_a_start(error: PenitError, flags: Flags) -> str | None:
    match error:
        case StartAhead():
            taken, start = (f"{day:%Y-%m}" for day in (error.taken, error.start))
            ahead = f"l’échelon est pris en {taken}, après le départ de la carrière, en {start}"
            return f"{flags['depuis']} : {ahead}. Exemple : penit carriere dsp {flags['depuis']} echelon=5@2024-03"
        case TwoStarts():
            return f"Donnez l’échelon ({flags['depuis']}) ou l’indice ({flags['im']}), pas les deux"
        case NoSuchIndex():
            near = " ou ".join(map(str, error.near))
            unknown = f"Les indices de {error.corps} sont inconnus"
            if near:
                unknown = (
                    f"Aucun échelon connu de {error.corps} n’a l’indice majoré {error.im} ; les plus proches : {near}"
                )
            example = f"penit carriere {error.corps} {flags['depuis']} echelon={error.echelon}"
            return f"{unknown}. Donnez plutôt l’échelon : {example}"
    return None


def _of_an_event(error: PenitError, flags: Flags) -> str | None:
    match error:
        case OverlappingSpells():
            option = flags["quotite"]
            overlap = f"Les temps partiels {error.first} et {error.second} se recouvrent"
            example = f"par exemple {option} 80@5-8 {option} 60@9-10"
            return f"{overlap} : gardez une seule quotité par année, {example}"
        case YearOutside():
            expected = f"l’année va de 1 à {error.years}, la durée demandée"
            return event(flags[error.event], error.asked, expected, f"dsp {flags['annees']} {error.most}")
        case SameYear():
            option, expected = flags[error.event], f"il y en a plus d’une l’année {error.year}"
            return event(option, f"{shortened(error.name)}@{error.year}", expected, EXAMPLES[error.event])
        case SameTwice():
            option = flags["promotion"]
            expected = f"la même promotion est demandée deux fois, l’année {error.first} et l’année {error.second}"
            return event(option, f"{error.grade}@{error.second}", expected, EXAMPLES["promotion"])
        case TooManyBirths():
            option = flags["enfant"]
            return event(option, f"@{error.year}", f"{error.most} enfants au plus", f"dsp {option} @4")
        case UnknownShare():
            option, shares = flags["quotite"], ", ".join(map(str, error.shares))
            expected = f"la quotité est {shares}, suivie de @ et des années"
            return event(option, error.asked, expected, f"dsp {option} 80@5-8")
        case UnknownCareerGrade():
            option, grades = flags["promotion"], ", ".join(error.grades) or "inconnus"
            expected = f"grade inconnu, les grades sont {grades}"
            return event(option, f"{error.grade}@{error.year}", expected, EXAMPLES["promotion"], error.nearest)
    return None


def event(option: str, asked: str, expected: str, example: str, near: Sequence[str] = ()) -> str:
    """The sentence of an event that cannot be read, or that does not suit the career."""
    return f"{option} {quoted(asked)} : {expected}.{suggestion(near)} Exemple : penit carriere {example}"


def _too_early(error: PromotionTooEarly, option: str) -> str:
    then = "Aucune année du parcours ne convient"
    if error.possible:
        then = f"Au plus tôt : {option} {error.grade}@{error.possible}"
    asked = conditions(error.routes)
    return f"Promotion {error.grade}@{error.year} refusée : il faut {asked}. {then}"


def _at_school(error: SchoolNotOver, option: str) -> str:
    why = "pas de temps partiel pendant l’école" if error.event == "quotite" else "l’école n’est pas finie"
    then = "Aucune année du parcours ne convient"
    if error.first:
        then = f"Au plus tôt : {option} {error.name}@{error.first}"
    return f"{option} {error.name}@{error.year} refusé : {why}. {then}"


def _not_next(error: NotNextGrade, option: str) -> str:
    then = f"{error.current} ne mène à aucun autre grade"
    if error.following:
        then = f"depuis {error.current}, on passe à {' ou '.join(error.following)}"
    if error.before is not None:
        grade, year = error.before
        then = f"{then} : essayez d’abord {option} {grade}@{year}"
    return f"Promotion {error.grade}@{error.year} refusée : {then}"
