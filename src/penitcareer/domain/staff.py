"""A staff, one agent a row: what is refused of its file, and what it adds up to."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from penitcareer.domain.errors import Misuse, Refusal
from penitcareer.domain.money import Cents, Span
from penitcareer.domain.records import NamedTuple

Dimension = Literal["ensemble", "corps", "grade", "zone"]
DIMENSIONS: tuple[Dimension, ...] = ("ensemble", "corps", "grade", "zone")


class BadHeader(Misuse):
    """A table whose columns cannot be paid. None says who is paid, two say the same fact, some say one
    by neither texts nor numbers, bear the name of a result, or hold what a format cannot.
    `columns`: those at fault."""

    why: Literal["aucune", "deux_fois", "cellules", "resultat", "ecriture"]
    columns: Sequence[str]


class TooManyCells(Misuse):
    """A row that has more cells than the header."""


class UnreadableStaff(Refusal):
    """A staff file that is not there, is closed, is of an unknown kind, or does not hold it."""

    path: str
    why: Literal["absent", "ferme", "dossier", "format", "contenu", "vide"]


class MissingExtra(Refusal):
    """An optional part of the program that is not installed."""

    extra: str


class Quartiles(NamedTuple):
    """The least net that a quarter, a half, three quarters of the agents do not pass, in cents."""

    premier: Cents
    mediane: Cents
    troisieme: Cents


class StaffGroup(NamedTuple):
    """The paid agents of a corps, a grade or a zone, or all of them: gross and net before tax
    of a month. `encadres`: those whose index is bounded, which the quartiles leave out."""

    par: Dimension
    corps: str | None
    grade: str | None
    zone: int | None
    effectif: int
    encadres: int
    brut: Span
    net: Span
    quartiles: Quartiles | None


class Synthese(NamedTuple):
    """A staff added up on a day; `anomalies`: the rows that could not be paid, in no group."""

    jour: date
    lignes: int
    anomalies: int
    groupes: tuple[StaffGroup, ...]
