"""An amount of money as people type it, read without guessing."""

import re
import unicodedata

from penitcareer.domain.errors import InvalidAmount
from penitcareer.domain.money import Cents

LIMIT: Cents = 1_000_000_00
LONGEST = 40

AMOUNT = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?( ?k)?")
CURRENCY = re.compile(r" ?(?:€|eur|euros?)$")


def parse_amount(text: str) -> Cents:
    """Cents of an amount such as `3500`, `3 500,00 €`, `3500.50` or `3,5k`.

    Spaces of any kind separate thousands, a comma or a point precedes one or two
    decimals. Raises InvalidAmount for anything else, in particular `3,500`, which reads
    two ways, and amounts that are not in ]0 ; 1 000 000].
    """
    if len(text) > LONGEST:
        raise InvalidAmount(text, f"plus de {LONGEST} caractères")
    spaced = (
        "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text) if not text.isascii() else text
    )
    bare = CURRENCY.sub("", spaced.strip().lower())
    match = AMOUNT.fullmatch(bare)
    if not match:
        raise InvalidAmount(text, _why_unreadable(bare))
    units, decimals, thousands = match[1].replace(" ", ""), match[2] or "", match[3]
    if len(decimals) > 2:
        raise InvalidAmount(text, _why_too_precise(units, decimals, bool(thousands)))
    cents = int(units) * 100 + int(decimals.ljust(2, "0")) if decimals else int(units) * 100
    if thousands:
        cents *= 1000
    if not 0 < cents <= LIMIT:
        raise InvalidAmount(text, "il doit dépasser 0 et ne pas dépasser 1 000 000 €")
    return cents


def _why_unreadable(bare: str) -> str:
    if not bare:
        return "il est vide"
    if bare[0] in "-−":
        return "un montant est positif"
    return "il s’écrit avec des chiffres de 0 à 9, par exemple 3500, « 3 500,50 » ou 3,5k"


def _why_too_precise(units: str, decimals: str, thousands: bool) -> str:
    if len(decimals) == 3 and not thousands:
        small = f"{units},{decimals}".rstrip("0").rstrip(",")
        return f"ambigu : écrivez {units}{decimals} (milliers) ou {small} (virgule décimale)"
    return "deux décimales au plus"
