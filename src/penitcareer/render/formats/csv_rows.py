"""CSV for a French spreadsheet: semicolons, decimal commas, ISO dates, no formula."""

from collections.abc import Sequence

from penitcareer.domain.money import Cents
from penitcareer.render.words.safe import clean, fit

Cell = str | int | bool | None
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


# A flat table: column names, then lines of cells.
Rows = tuple[tuple[str, ...], Sequence[Sequence[Cell]]]


class Figure(str):
    """A number already written the French way: never mistaken for a formula."""

    __slots__ = ()


def amount(cents: Cents | None) -> Figure | None:
    """« 2625,00 »: no thousands separator, decimal comma."""
    if cents is None:
        return None
    whole, rest = divmod(abs(cents), 100)
    return Figure(f"{'-' if cents < 0 else ''}{whole},{rest:02}")


def decimal(value: int, places: int) -> Figure:
    """An integer count of 10^-places as a decimal: decimal(922, 1) is « 92,2 »."""
    whole, rest = divmod(abs(value), 10**places)
    return Figure(f"{'-' if value < 0 else ''}{whole},{rest:0{places}}")


def to_csv(rows: Rows, encoding: str = "utf-8") -> str:
    """Rows as CSV, with signs that the encoding can write. A text that a spreadsheet would
    run as a formula gets a leading quote."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    header, lines = rows
    writer.writerow(header)
    for row in lines:
        writer.writerow([_cell(value, encoding) for value in row])
    return out.getvalue()


def _cell(value: Cell, encoding: str) -> str:
    match value:
        case None:
            return ""
        case Figure():
            return value
        case bool():
            return "oui" if value else "non"
        case int():
            return str(value)
    text = fit(clean(value), encoding)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
