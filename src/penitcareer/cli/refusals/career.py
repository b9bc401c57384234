"""What is said of a career that cannot be laid out as asked."""

from collections.abc import Sequence

from penitcareer.cli.quoting import quoted, shortened, suggestion
from penitcareer.cli.refusals.flags import Flags
from penitcareer.domain.career.errors import (
    AtSchool,
    NoCareer,
    NotNextGrade,
    OverlappingSpells,
    PromotionTooEarly,
    SameYear,
    TooManyBirths,
    UnknownCareerGrade,
    UnknownShare,
    YearOutside,
)
from penitcareer.domain.errors import PenitError
from penitcareer.render.words.promotion import conditions


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
        case AtSchool():
            option = flags[error.event]
            end = f"l’école dure jusqu’à l’année {error.first}"
            again = f"Essayez {option} {error.name}@{error.first} ou plus tard"
            return f"{option} {error.name}@{error.year} refusé : {end}. {again}"
        case OverlappingSpells():
            option = flags["quotite"]
            overlap = f"Les temps partiels {error.first} et {error.second} se recouvrent"
            example = f"par exemple {option} 80@5-8 {option} 60@9-10"
            return f"{overlap} : gardez une seule quotité par année, {example}"
    return _of_an_event(error, flags)


def _of_an_event(error: PenitError, flags: Flags) -> str | None:
    match error:
        case YearOutside():
            expected = f"l’année va de 1 à {error.years}, la durée demandée"
            return event(flags[error.event], error.asked, expected, f"dsp {flags['annees']} {error.most}")
        case SameYear():
            option, expected = flags[error.event], f"il y en a plus d’une l’année {error.year}"
            example = f"dsp {option} {shortened(error.name)}@{error.year}"
            return event(option, f"{error.name}@{error.year}", expected, example)
        case TooManyBirths():
            option = flags["enfant"]
            return event(option, f"@{error.year}", f"{error.most} enfants au plus", f"dsp {option} @4")
        case UnknownShare():
            option, shares = flags["quotite"], ", ".join(map(str, error.shares))
            expected = f"la quotité est {shares}, suivie de @ et des années"
            return event(option, error.asked, expected, f"dsp {option} 80@5-8")
        case UnknownCareerGrade():
            option, grades = flags["promotion"], ", ".join(error.grades) or "inconnus"
            example = f"dsp {option} hors_classe@{error.year}"
            expected = f"grade inconnu, les grades sont {grades}"
            return event(option, f"{error.grade}@{error.year}", expected, example, error.nearest)
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


def _not_next(error: NotNextGrade, option: str) -> str:
    then = f"{error.current} ne mène à aucun autre grade"
    if error.following:
        earlier = f"{option} {error.following[0]}@{max(error.year - 1, 1)}"
        next_ones = " ou ".join(error.following)
        then = f"depuis {error.current}, on passe à {next_ones} : essayez d’abord {earlier}"
    return f"Promotion {error.grade}@{error.year} refusée : {then}"
