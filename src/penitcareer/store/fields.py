"""Scalars of a data file: amounts, rates, texts, codes and dates, each with its bounds.

Written in euros, years and fractions; what leaves is in integer cents and ten-thousandths,
so that no float and no ambiguity goes further.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

AMOUNT_LIMIT_EUROS = 1_000_000
TEXT_LIMIT = 4_000

# [0-9] and not \d, which takes the digits of every script.
PARTIAL_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
FULL_DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
CODE = r"^[a-z][a-z0-9_]{0,39}$"
SOURCE_ID = r"^[a-z0-9][a-z0-9_-]{0,39}$"
URL = r"^https?://[^\s<>\"]+$"

# What each pattern asks for, in the words of a fault.
EXPECTED = {
    PARTIAL_DATE: "AAAA, AAAA-MM ou AAAA-MM-JJ",
    FULL_DATE: "AAAA-MM-JJ",
    CODE: "une minuscule, puis des minuscules, des chiffres ou _, 40 signes au plus",
    SOURCE_ID: "des minuscules, des chiffres, _ ou -, 40 signes au plus",
    URL: "une adresse en http:// ou https://, sans espace",
}


def to_cents(euros: Any) -> int:
    """Cents of an amount written in euros as a bare number, in ]0 ; 1 000 000].

    Raises ValueError (a fault of the file) for anything else.
    """
    return _scaled(_positive(euros), 100, "un montant a deux décimales au plus")


def to_ten_thousandths(fraction: Any) -> int:
    """Ten-thousandths of a fraction of one (0.21 is 2100). Raises ValueError as `to_cents`."""
    rate = _number(fraction)
    if not 0 <= rate < 1:
        raise ValueError("un taux est une fraction de 1 : 0.21 pour 21 %")
    return _scaled(rate, 10_000, "un taux a quatre décimales au plus")


def in_calendar(text: str) -> str:
    """A date, refused when it is full and no such day exists (2026-02-30)."""
    if len(text) == len("2026-11-21"):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"le jour {text} n’existe pas") from None
    return text


def _number(value: Any) -> Decimal:
    """`true` and `"3500"` are not amounts."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("nombre attendu, sans guillemets ni unité")
    return Decimal(value)


def _positive(value: Any) -> Decimal:
    amount = _number(value)
    if not 0 < amount <= AMOUNT_LIMIT_EUROS:
        raise ValueError("un montant dépasse 0 et ne dépasse pas 1 000 000 (inconnu s’écrit null)")
    return amount


def _scaled(value: Decimal, scale: int, too_fine: str) -> int:
    scaled = value * scale
    if scaled != scaled.to_integral_value():
        raise ValueError(too_fine)
    return int(scaled)


Euros = Annotated[
    int,
    BeforeValidator(to_cents),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": AMOUNT_LIMIT_EUROS, "multipleOf": 0.01}),
]
Taux = Annotated[
    int, BeforeValidator(to_ten_thousandths), WithJsonSchema({"type": "number", "minimum": 0, "exclusiveMaximum": 1})
]
Texte = Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)]
Court = Annotated[str, Field(min_length=1, max_length=200)]
Code = Annotated[str, Field(pattern=CODE)]
SourceId = Annotated[str, Field(pattern=SOURCE_ID)]
Url = Annotated[str, Field(pattern=URL, max_length=500)]
DatePartielle = Annotated[str, Field(pattern=PARTIAL_DATE), AfterValidator(in_calendar)]
DateComplete = Annotated[str, Field(pattern=FULL_DATE), AfterValidator(in_calendar)]
Annees = Annotated[int, Field(ge=0, le=60)]
