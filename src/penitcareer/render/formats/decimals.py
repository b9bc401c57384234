"""JSON values with decimals for numbers: what Python adds up without loss."""

from decimal import Decimal
from typing import Any

from penitcareer.render.formats.json_text import EurosOfJson


def in_decimals(value: Any) -> Any:
    """The same values, amounts to the cent, and rates as they are written."""
    match value:
        case dict():
            return {key: in_decimals(one) for key, one in value.items()}
        case list() | tuple():
            return [in_decimals(one) for one in value]
        case EurosOfJson():
            return Decimal(f"{value:.2f}")
        case float():
            return Decimal(repr(value))
    return value
