"""Expected errors of the payslip and of grids; apart, so that `net` does not define them."""

from collections.abc import Sequence
from datetime import date

from penitcareer.domain.errors import PenitError, UsageProblem, quoted, suggestion


class UnknownLegalValue(PenitError):
    """A legal value that a line needs and that is not known on the day."""

    def __init__(self, code: str, day: date) -> None:
        self.code, self.day = code, day
        super().__init__(
            f"Valeur légale inconnue au {day.isoformat()} : {code}. Le bulletin ne peut pas être calculé à cette date"
        )


class UnknownCorps(PenitError):
    """No corps, and no métier of a corps, has this name."""

    def __init__(self, asked: str, nearest: Sequence[str] = ()) -> None:
        self.asked, self.nearest = asked, tuple(nearest)
        super().__init__(f"Corps inconnu : {quoted(asked)}.{suggestion(nearest)} Corps connus : penit grille")


class UnknownGrade(PenitError):
    """A grade that the corps does not have."""

    def __init__(self, asked: str, corps: str, grades: Sequence[str], nearest: Sequence[str] = ()) -> None:
        self.asked, self.corps, self.grades = asked, corps, tuple(grades)
        super().__init__(
            f"Grade inconnu dans {corps} : {quoted(asked)}.{suggestion(nearest)} Grades : {', '.join(grades)}"
        )


class UnknownEchelon(PenitError):
    """An échelon that the grade does not have."""

    def __init__(self, asked: str, corps: str, grade: str, echelons: Sequence[str]) -> None:
        self.asked, self.corps, self.grade, self.echelons = asked, corps, grade, tuple(echelons)
        super().__init__(f"Échelon inconnu : {quoted(asked)}. {corps}, {grade} a les échelons {', '.join(echelons)}")


class UnsourcedIndex(PenitError):
    """An échelon whose index no source gives."""

    def __init__(self, corps: str, grade: str, echelon: str) -> None:
        self.corps, self.grade, self.echelon = corps, grade, echelon
        super().__init__(
            f"Indice non sourcé pour {corps}, {grade}, échelon {echelon}."
            f" Donnez celui d’un bulletin, par exemple : penit paie {corps} --im 450"
        )


class InvalidIndex(UsageProblem):
    """An index that does not exist."""

    def __init__(self, asked: str, limits: str) -> None:
        self.asked, self.limits = asked, limits
        super().__init__(f"Indice refusé : {asked}, {limits}. Exemple : penit paie --statut titulaire --im 450")


class UnknownPrime(PenitError):
    """A bonus that is not in the data, or that has no amount for this corps on this day."""

    def __init__(self, asked: str, reason: str, known: Sequence[str]) -> None:
        self.asked, self.reason, self.known = asked, reason, tuple(known)
        super().__init__(f"Prime {quoted(asked)} : {reason}. Primes connues : {', '.join(known)}")
