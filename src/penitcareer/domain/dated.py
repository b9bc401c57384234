"""Dated values: what is in force on a day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from penitcareer.domain.kinds import REQUIRED, Annotated, Court, DatePartielle, Says, Size, Texte, Url
from penitcareer.domain.records import NamedTuple

T = TypeVar("T")
Confiance = Literal["haute", "moyenne", "basse"]


class TextSource(NamedTuple):
    """A legal text or a page; `date` of publication, possibly partial."""

    titre: Court
    url: Url | None
    date: DatePartielle | None


class Dated(NamedTuple, Generic[T]):
    """A value in force from `depuis` until the next one; None when it is unknown from that
    day on. `confiance` is its own when it is not its parameter's."""

    depuis: date
    valeur: Annotated[T | None, REQUIRED]
    source: TextSource
    confiance: Confiance | None


class Parameter(NamedTuple, Generic[T]):
    """A dated parameter, oldest value first, and the day it was last checked."""

    libelle: Court
    unite: Court
    confiance: Confiance
    verifie_le: Annotated[date, Says("Le jour de la dernière vérification")]
    note: Texte | None
    valeurs: Annotated[tuple[Dated[T], ...], Size(1, 1_000), Says("Par date d’effet, la plus ancienne d’abord")]


def constant_since(checked: date, day: date) -> date | None:
    """The day of the last check, where a later month stands « à droit constant »."""
    return checked if (day.year, day.month) > (checked.year, checked.month) else None


if TYPE_CHECKING:

    class Since(Protocol):
        """What holds from a day on."""

        @property
        def depuis(self) -> date:
            """The first day it holds."""

    S = TypeVar("S", bound=Since)


def in_force(values: "Sequence[S]", day: date) -> "S | None":
    """The last of some values, oldest first, that holds on a day; None before the first."""
    found = None
    for value in values:
        if value.depuis > day:
            break
        found = value
    return found
