"""JSON: amounts in euros, UTF-8 text without raw control characters."""

import json
import re
from typing import Any

from penitcareer.domain.money import Cents, Range, TenThousandths
from penitcareer.render.words.safe import is_utf_8

# json escapes C0 itself; DEL, C1 and direction marks could still act on a terminal.
_ACTIVE = (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)
_ESCAPES = {code: f"\\u{code:04x}" for code in _ACTIVE}
_NOT_ASCII = re.compile("[^\0-\x7f]+")


def to_json(values: dict[str, Any], encoding: str = "utf-8") -> str:
    """Values as one JSON object, indented, in the order of its keys."""
    text = json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False).translate(_ESCAPES) + "\n"
    # What is left that UTF-8 lacks, the halves of signs of a name of file, are escaped as JSON does.
    return text.encode("utf-8", "backslashreplace").decode("utf-8") if is_utf_8(encoding) else in_ascii(text)


def in_ascii(text: str) -> str:
    """The same JSON in ASCII, which any encoding writes and a program reads as the same values."""
    return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)


class EurosOfJson(float):
    """An amount, written as a number and exact to the cent; the other numbers are rates."""

    __slots__ = ()


def money(cents: Cents) -> float:
    """Euros of an amount: the shortest decimal of a whole number of cents, so exact in JSON."""
    return EurosOfJson(cents / 100)


def money_or_none(cents: Cents | None) -> float | None:
    """Euros, null when unknown."""
    return None if cents is None else money(cents)


def money_range(amounts: Range) -> dict[str, float]:
    """{"min": …, "max": …} in euros."""
    return {"min": money(amounts.min), "max": money(amounts.max)}


def fraction(rate: TenThousandths) -> float:
    """A rate as a fraction of one: 0.21."""
    return rate / 10_000
