"""Expected errors of careers; apart, so that other commands do not define them."""

from collections.abc import Sequence

from penitcareer.domain.errors import PenitError, UsageProblem, quoted, suggestion


class NoCareer(PenitError):
    """Neither a corps nor a pay is known: there is nothing to lay out in time."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(
            f"Pas de parcours pour {code} : ni corps décrit, ni fourchette de salaire. Corps connus : penit grille"
        )


class PromotionTooEarly(PenitError):
    """A promotion asked for before a source says it is possible. `possible`: the first year
    that suits, None when no seniority ever does."""

    def __init__(self, grade: str, year: int, conditions: str, possible: int | None) -> None:
        self.grade, self.year, self.possible = grade, year, possible
        then = f"Au plus tôt : --promotion {grade}@{possible}" if possible else "Aucune année du parcours ne convient"
        super().__init__(f"Promotion {grade}@{year} refusée : il faut {conditions}. {then}")


class NotNextGrade(PenitError):
    """A promotion to a grade that does not follow the current one."""

    def __init__(self, grade: str, year: int, current: str, following: Sequence[str]) -> None:
        self.grade, self.year, self.current, self.following = grade, year, current, tuple(following)
        if following:
            earlier = f"--promotion {following[0]}@{max(year - 1, 1)}"
            then = f"depuis {current}, on passe à {' ou '.join(following)} : essayez d’abord {earlier}"
        else:
            then = f"{current} ne mène à aucun autre grade"
        super().__init__(f"Promotion {grade}@{year} refusée : {then}")


class AtSchool(PenitError):
    """A promotion or a move asked for before the end of the school."""

    def __init__(self, asked: str, year: int, first: int) -> None:
        self.asked, self.year, self.first = asked, year, first
        super().__init__(
            f"{asked}@{year} refusé : l’école dure jusqu’à l’année {first}. Essayez {asked}@{first} ou plus tard"
        )


class OverlappingSpells(UsageProblem):
    """Two part-time spells that share a year."""

    def __init__(self, first: str, second: str) -> None:
        self.first, self.second = first, second
        super().__init__(
            f"Les temps partiels {first} et {second} se recouvrent : gardez une seule quotité par année,"
            " par exemple --quotite 80@5-8 --quotite 60@9-10"
        )


class InvalidWish(UsageProblem):
    """An option of a career that cannot be read or is out of bounds."""

    def __init__(self, option: str, asked: str, expected: str, example: str, near: Sequence[str] = ()) -> None:
        self.option, self.asked = option, asked
        super().__init__(f"{option} {quoted(asked)} : {expected}.{suggestion(near)} Exemple : penit carriere {example}")
