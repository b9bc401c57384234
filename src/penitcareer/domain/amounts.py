"""Numbers as people type them, read without guessing: whole numbers, amounts of money."""

from penitcareer.domain.errors import InvalidAmount
from penitcareer.domain.money import WHOLE, Cents, TenThousandths

LIMIT: Cents = 1_000_000_00
LONGEST = 40
MOST_DIGITS = 9  # of a whole number: beyond every bound asked for, short of what `int` refuses
PERCENT = ("%",)
CURRENCIES = ("€", "euros", "euro", "eur")


def is_digits(text: str) -> bool:
    """Whether a text is made of digits 0 to 9: `str.isdigit` also takes `²` and `３`, which
    `int` refuses or which nobody meant."""
    return text.isascii() and text.isdigit()


def whole_number(text: str, lowest: int, highest: int) -> int | None:
    """The whole number that a text is, None when it is none or is out of bounds.

    >>> whole_number("12", 1, 31), whole_number("32", 1, 31), whole_number("²", 1, 31)
    (12, None, None)
    """
    if not is_digits(text) or len(text) > MOST_DIGITS:
        return None
    number = int(text)
    return number if lowest <= number <= highest else None


def parse_amount(text: str) -> Cents:
    """Cents of an amount such as `3500`, `3 500,00 €`, `3500.50` or `3,5k`.

    Spaces of any kind separate thousands, a comma or a point precedes one or two
    decimals. Raises InvalidAmount for anything else, in particular `3,500`, which reads
    two ways, and amounts that are not in ]0 ; 1 000 000].
    """
    if len(text) > LONGEST:
        raise InvalidAmount(text, "trop_long")
    bare = without_unit("".join(" " if sign.isspace() else sign for sign in text), CURRENCIES)
    if not bare:
        raise InvalidAmount(text, "vide")
    if bare[0] in "-−":
        raise InvalidAmount(text, "negatif")
    in_thousands = bare.endswith("k")
    whole, point, decimals = bare.removesuffix("k").rstrip().replace(",", ".").partition(".")
    if not _is_grouped_number(whole) or (point and not is_digits(decimals)):
        raise InvalidAmount(text, "pas_de_chiffres")
    units = whole.replace(" ", "")
    if len(decimals) > 2:
        raise _too_precise(text, units, decimals, in_thousands)
    cents = int(units + decimals.ljust(2, "0")) * (1000 if in_thousands else 1)
    if not 0 < cents <= LIMIT:
        raise InvalidAmount(text, "bornes")
    return cents


def parse_percentage(text: str) -> TenThousandths | None:
    """Ten-thousandths of a percentage from 0 to 100, of at most two decimals; None for another text.

    >>> parse_percentage("4.2"), parse_percentage("4,25 %"), parse_percentage("4,255")
    (420, 425, None)
    >>> parse_percentage("0"), parse_percentage("100"), parse_percentage("100,01")
    (0, 10000, None)
    """
    units, _, decimals = without_unit(text, PERCENT).replace(",", ".").partition(".")
    fine = units and len(decimals) <= 2
    return whole_number(units + decimals.ljust(2, "0"), 0, WHOLE) if fine else None


def without_unit(text: str, units: tuple[str, ...]) -> str:
    """A text in lower case, less the first of these units that ends it: `80` for `80 %`."""
    bare = text.strip().lower()
    unit = next((unit for unit in units if bare.endswith(unit)), "")
    return bare.removesuffix(unit).rstrip()


def _is_grouped_number(text: str) -> bool:
    """Digits, or groups of three with a shorter first one: `3500`, `3 500`, not `35 00`."""
    first, *groups = text.split(" ")
    if not all(is_digits(group) for group in (first, *groups)):
        return False
    return not groups or (len(first) <= 3 and all(len(group) == 3 for group in groups))


def _too_precise(text: str, units: str, decimals: str, in_thousands: bool) -> InvalidAmount:
    if len(decimals) == 3 and not in_thousands:
        small = f"{units},{decimals[:2]}".rstrip("0").rstrip(",")  # to the cent, or it would be refused again
        return InvalidAmount(text, "ambigu", (units + decimals, small))
    return InvalidAmount(text, "decimales")
