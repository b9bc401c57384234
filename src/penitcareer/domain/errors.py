"""Expected errors, as values: each is its parts. `render/refusals` says them in French, with the
options and the examples that only a command line has."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, dataclass_transform

if TYPE_CHECKING:
    from penitcareer.domain.checks import Fault

MOST_FAULTS = 1_000


class PenitError(Exception):
    """Something asked for was not found, or was refused by the domain."""


class UsageProblem(PenitError):
    """What was asked cannot be read, or contradicts itself."""


@dataclass_transform()
class _Parts(Exception):
    """An error that is its parts: the annotations of its class, given in order or by name.
    Its text, for who calls the library, is what its class says and these parts."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given)
        parts = dict(zip(type(self).__annotations__, given, strict=False)) | named
        for name, part in parts.items():
            setattr(self, name, tuple(part) if isinstance(part, list) else part)

    def __str__(self) -> str:
        parts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{(self.__doc__ or type(self).__name__).partition('.')[0]}: {parts}"


class Refusal(_Parts, PenitError):
    """Something that is not there, or that the domain refuses."""


class Misuse(_Parts, UsageProblem):
    """A request that makes no sense."""


class UnknownMetier(Refusal):
    """No métier has this code, alias, acronym or title."""

    asked: str
    nearest: Sequence[str] = ()


class SeveralMetiers(Refusal):
    """A name that stands for more than one métier, or several names where one is due."""

    asked: str
    codes: Sequence[str]
    titles: Sequence[str] = ()


class UnknownSigle(Refusal):
    """No acronym of the glossary has this spelling."""

    asked: str
    nearest: Sequence[str] = ()


class NoValueAtDate(Refusal):
    """A dated value asked for a day before its first known date. `what`: `bulletin`,
    `bareme_a`, `hors_echelle` or `impot`, else what the data call the value."""

    what: str
    day: date
    known_since: date


class InvalidAmount(Misuse):
    """A text that is not one unambiguous amount of money. `readings`: both ways to write an
    ambiguous one, in thousands and with decimals, to the cent; `field`: what it is the amount of."""

    asked: str
    why: Literal["trop_long", "vide", "negatif", "pas_de_chiffres", "ambigu", "decimales", "bornes"]
    readings: tuple[str, str] = ("", "")
    field: str | None = None


class InvalidChoice(Misuse):
    """A value that is not in its list."""

    field: str
    asked: str
    choices: Sequence[str]
    nearest: Sequence[str] = ()


class OutOfBounds(Misuse):
    """A number outside its bounds, both included."""

    field: str
    given: int | str
    lowest: int
    highest: int


class NotAPercentage(Misuse):
    """A text that is no percentage from 0 to 100, of two decimals at most."""

    given: str


class WrongCount(Misuse):
    """Too few or too many métiers at once."""

    answer: Literal["compare", "carriere"]
    given: int
    fewest: int
    most: int


class NothingToSearch(Misuse):
    """A search without a letter nor a digit."""


class SeveralStarts(Misuse):
    """A move to another corps, or a start of one's own, for several careers at once."""

    event: Literal["puis", "depuis", "im"] = "puis"


class InvalidData(PenitError):
    """One or more faults in data files, the first ones kept and the `omitted` counted; its
    text is the first."""

    def __init__(self, faults: "Sequence[Fault]", omitted: int = 0) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        self.omitted = omitted + len(faults) - len(self.faults)
        super().__init__(str(self.faults[0]))


class MissingPath(Misuse):
    """A file or folder that is not there."""

    path: str
