"""Expected errors of the payslip and of grids; apart, so that `net` does not define them."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from penitcareer.domain.errors import Misuse, Refusal

Contradiction = Literal[
    "plusieurs_indices",
    "ni_corps_ni_indice",
    "grade_sans_corps",
    "chevron_sans_lettre",
    "echelon_sans_lettre",
    "brut_de_titulaire",
    "alsace_moselle_de_titulaire",
    "indice_de_titulaire",
    "contractuel_sans_brut",
    "corps_de_contractuel",
    "retrait_de_contractuel",
    "allocation_sans_indice",
    "points_sans_indice",
    "prime_deux_fois",
    "periode_hors_ecole",
    "temps_partiel_a_ecole",
    "contre_encadre",
    "lu_encadre",
    "lu_seul",
    "retenues_trop_fortes",
    "impot_trop_fort",
    "compensatrice_de_contractuel",
    "nbi_et_prime",
    "prime_unique_annuelle",
    "primes_trop_fortes",
    "brut_sous_corps",
    "sans_reforme",
    "droit_seul",
    "brut_sur_corps",
]


class ContradictoryPay(Misuse):
    """Two things asked of a pay that do not go together. `given`: the bonus or the échelon
    that is meant."""

    why: Contradiction
    given: str = ""


class UnknownLegalValue(Refusal):
    """A legal value that a line needs and that is not known on the day."""

    code: str
    day: date


class UnknownCorps(Refusal):
    """No corps, and no métier of a corps, has this name."""

    asked: str
    nearest: Sequence[str] = ()


class UnknownGrade(Refusal):
    """A grade that the corps does not have."""

    asked: str
    corps: str
    grades: Sequence[str]
    nearest: Sequence[str] = ()


class UnknownEchelon(Refusal):
    """An échelon that the grade does not have."""

    asked: str
    corps: str
    grade: str
    echelons: Sequence[str]


class UnsourcedIndex(Refusal):
    """An échelon whose index no source gives. `known_since`: the day from which one does; `titre`:
    of the grade."""

    corps: str
    grade: str
    echelon: str
    known_since: date | None = None
    titre: str = ""


class InvalidIndex(Misuse):
    """An index that does not exist. `allowed`: its bounds, or the letters; none for a line of
    barème A that was not found. `lettre`: the one that a chevron is of."""

    field: Literal["im", "ib", "lettre", "chevron"]
    asked: object
    allowed: Sequence[object]
    lettre: str = ""


class UnknownLine(Refusal):
    """A line or a total that no payslip has."""

    asked: str
    nearest: Sequence[str] = ()


class NotInLaw(Misuse):
    """A share of full time, or a zone of residence, that the law does not have."""

    field: Literal["quotite", "zone"]
    asked: int | None
    allowed: Sequence[int]


class TooManyChildren(Misuse):
    """More children than a payslip takes."""

    most: int


class UnknownPrime(Refusal):
    """A bonus that is not in the data, or that has no amount for this corps on this day.
    `code`: the bonus meant; `corps`: the one that it is not for; `most`: how many units a
    month, or hours a quarter, holds."""

    asked: str
    why: Literal["inconnue", "autre_corps", "autre_affectation", "sans_montant", "sans_nombre", "nombre", "heures"]
    known: Sequence[str]
    code: str = ""
    corps: str = ""
    most: int = 0
