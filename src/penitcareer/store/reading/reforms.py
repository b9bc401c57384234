"""What a reform's file holds: the values of the law that it changes, each as the law writes it,
all from one day on. What it does not name stays."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from penitcareer.domain.choices import Affectation
from penitcareer.domain.kinds import (
    IN_EUROS_OR_ZERO,
    Code,
    Court,
    Default,
    FieldsOf,
    Mois,
    Says,
    Size,
    Taux,
    Texte,
)
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.corps import Indice, IndiceBrut, Lettre
from penitcareer.domain.pay.law import Assiette, TaxBracket
from penitcareer.domain.pay.law_values import LawValues
from penitcareer.domain.records import NamedTuple

EurosOuZero = Annotated[Cents, IN_EUROS_OR_ZERO]
USUAL_BASES = ["rafp", "csg", "transfert", "imposable"]  # what bonuses enter, but for the PSS


class CoupleIndices(NamedTuple):
    """A row of barème A: a gross index and its majoré."""

    ib: IndiceBrut
    im: Indice


class HorsEchelle(NamedTuple):
    """A letter, and the index of each of its chevrons."""

    lettre: Lettre
    chevrons: Annotated[tuple[Indice, ...], Size(1, 5)]


class EchelonReforme(NamedTuple):
    """An échelon of a reform, whose index is exact."""

    echelon: Court
    ib: IndiceBrut | None
    lettre: Lettre | None
    im: Indice | None
    duree_mois: Mois | None


class GradeReforme(NamedTuple):
    """A grade: its whole `grille`, or the `echelons` that change and those that are new."""

    code: Code
    grille: Annotated[tuple[EchelonReforme, ...], Size(0, 50), Says("Tous les échelons du grade, à la place des siens")]
    echelons: Annotated[
        tuple[EchelonReforme, ...],
        Size(0, 50),
        Says("Échelons changés, ou ajoutés après le dernier ; ce qui n’est pas écrit ne change pas"),
    ]


class CorpsReforme(NamedTuple):
    """A corps, and its grades that change."""

    code: Code
    grades: Annotated[tuple[GradeReforme, ...], Size(1, 30)]


class PrimeReforme(NamedTuple):
    """What a bonus pays, to the corps, grade or affectation named, else to all that have it. A
    corps that did not have it now does."""

    code: Code
    corps: Annotated[Code | None, Says("null : tous ceux qui l’ont")]
    grade: Annotated[Code | None, Says("null : tous les grades")]
    affectation: Affectation | None
    montant: Annotated[EurosOuZero | None, Says("Par mois, par an ou par unité, selon la prime ; 0 la supprime")]
    taux: Annotated[Taux | None, Says("Part du traitement")]


class PrimeNouvelle(NamedTuple):
    """A bonus that the law does not have; `primes` says what it pays, and to whom."""

    code: Code
    libelle: Court
    mode: Literal["mensuel", "annuel"]
    explication: Annotated[Texte | None, Says("Ce que le bulletin en dit")]
    assiettes: Annotated[
        tuple[Assiette, ...], Default(USUAL_BASES), Says("Bases dans lesquelles elle entre ; celles d’une indemnité")
    ]


class TextReforme(NamedTuple):
    """The values that change. One that is dated holds from `depuis` on, whatever the law has
    for later."""

    nom: Annotated[Court, Says("Comment les réponses l’appellent")]
    depuis: Annotated[date, Says("Jour d’effet de tout ce qui change")]
    parametres: Annotated[Mapping[str, Any], FieldsOf(LawValues, None), Says("Paramètres du bulletin, par leur nom")]
    impot: Annotated[tuple[TaxBracket, ...], Size(0, 1_000), Says("Toutes les tranches de l’impôt par défaut")]
    bareme_a: Annotated[tuple[CoupleIndices, ...], Says("Lignes du barème A qui changent")]
    hors_echelle: Annotated[tuple[HorsEchelle, ...], Size(0, 100), Says("Lettres qui changent")]
    primes_nouvelles: Annotated[tuple[PrimeNouvelle, ...], Size(0, 100), Says("Primes que le droit n’a pas")]
    primes: Annotated[tuple[PrimeReforme, ...], Says("Ce que des primes paient, et à qui")]
    corps: Annotated[tuple[CorpsReforme, ...], Size(0, 100), Says("Corps dont la grille change")]


class FichierReforme(NamedTuple):
    """Root of a reform's file."""

    reforme: TextReforme
