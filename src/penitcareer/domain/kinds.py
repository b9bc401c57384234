"""What a field of a data file may hold, beyond its Python type: markers for `Annotated`.

A record is declared once, as a NamedTuple whose annotations carry these. The door of the
files, their JSON Schema and the tables of the docs are derived from them (store/reading/door.py);
the domain itself never reads them.

The markers are plain classes: on the path of every command, a NamedTuple would cost ten
times as much to define.

A field is optional when its type is (`X | None` is then None, a tuple is empty), unless
`REQUIRED`, or a `Size` of at least one, says that it must be written.
"""

from typing import TYPE_CHECKING, Any


class Kind:
    """typing's Annotated, cheap to define: a sheet has hundreds of them. domain/hints.py gives typing's own back."""

    __slots__ = ("kind", "marks")
    kind: Any
    marks: tuple[Any, ...]

    def __class_getitem__(cls, parts: tuple[Any, ...]) -> "Kind":
        """A type and its marks."""
        made = cls()
        made.kind, made.marks = parts[0], parts[1:]
        return made

    def __or__(self, other: Any) -> "Either":
        return Either((self, other))


if TYPE_CHECKING:
    from typing import Annotated as Annotated  # noqa: PLC0414 (taken from here)
else:
    Annotated = Kind


class Either:
    """What is one of several kinds: `X | None` of an Annotated."""

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts = parts

    def __or__(self, other: Any) -> "Either":
        return Either((*self.parts, other))


TEXT_LIMIT = 4_000
AMOUNT_LIMIT_EUROS = 1_000_000


class Says:
    """What a field means, in French, for an editor and for the docs."""

    def __init__(self, texte: str) -> None:
        self.texte = texte


class Words:
    """A text of one to `longest` characters."""

    def __init__(self, longest: int) -> None:
        self.longest = longest


class Shape:
    """A text of a fixed shape; `attendu` says it in the words of a fault. `calendar`: a
    date, whose day must exist."""

    def __init__(self, pattern: str, attendu: str, longest: int | None = None, calendar: bool = False) -> None:
        self.pattern, self.attendu, self.longest, self.calendar = pattern, attendu, longest, calendar


class Bounds:
    """A whole number from `low` to `high`, both included."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high


class Size:
    """How many items a list may have."""

    def __init__(self, fewest: int, most: int) -> None:
        self.fewest, self.most = fewest, most


class Default:
    """The value of a field that is not written."""

    def __init__(self, value: object) -> None:
        self.value = value


class FieldsOf:
    """A mapping with an entry, perhaps absent, for each annotation of a class: the entry of
    `name` is `entry`, holding what that annotation says, or no more than that."""

    def __init__(self, declared: type, entry: Any | None) -> None:
        self.declared, self.entry = declared, entry


class Marker:
    """A kind that needs no parameter."""

    def __init__(self, name: str) -> None:
        self.name = name


EMPTY = Marker("empty")  # a record that may be left out whole, every field of it being optional
REQUIRED = Marker("required")  # nullable or maybe empty, yet to be written
NOT_IN_FILE = Marker("not in file")  # set by the reader, never written
IN_EUROS = Marker("in euros")  # written in euros, kept in cents
IN_EUROS_OR_ZERO = Marker("in euros or zero")  # the same, zero allowed
IN_FRACTION = Marker("in fraction")  # written as a fraction of one, kept in ten-thousandths
IN_PAIRS = Marker("in pairs")  # written as a mapping, kept as pairs

# [0-9] and not \d, which takes the digits of every script.
YEAR, MONTH, DAY = "[0-9]{4}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
FULL_DATE = Shape(f"^{YEAR}-{MONTH}-{DAY}$", "AAAA-MM-JJ", calendar=True)
PARTIAL_DATE = Shape(f"^{YEAR}(-{MONTH}(-{DAY})?)?$", "AAAA, AAAA-MM ou AAAA-MM-JJ", calendar=True)
CODE = Shape("^[a-z][a-z0-9_]{0,39}$", "une minuscule, puis des minuscules, des chiffres ou _, 40 signes au plus")
SOURCE_ID = Shape("^[a-z0-9][a-z0-9_-]{0,39}$", "des minuscules, des chiffres, _ ou -, 40 signes au plus")
URL = Shape(r"^https?://[^\s<>\"]+$", "une adresse en http:// ou https://, sans espace", longest=500)

Euros = Annotated[int, IN_EUROS]
Taux = Annotated[int, IN_FRACTION]
Texte = Annotated[str, Words(TEXT_LIMIT)]
Court = Annotated[str, Words(200)]
Code = Annotated[str, CODE]
SourceId = Annotated[str, SOURCE_ID]
Url = Annotated[str, URL]
DatePartielle = Annotated[str, PARTIAL_DATE]
Annees = Annotated[int, Bounds(0, 60)]
EARLIEST, LATEST = 1990, 2100  # years that a date may be of
Annee = Annotated[int, Bounds(EARLIEST, LATEST)]
Mois = Annotated[int, Bounds(0, 120)]
