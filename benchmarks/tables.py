"""Figures as French text, and tables as plain text or Markdown."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

NARROW_SPACE = "\u202f"
UNKNOWN = "–"


class Table(NamedTuple):
    """Headings and rows; the first `labels` columns are texts, the others figures."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    labels: int = 1


def number(value: float, decimals: int = 0) -> str:
    """A number with its thousands apart.

    >>> number(1234.56, 1).replace("\u202f", "_")
    '1_234,6'
    """
    return f"{value:,.{decimals}f}".replace(",", NARROW_SPACE).replace(".", ",")


def millions(instructions: int) -> str:
    """Instructions, in millions."""
    return f"{number(instructions / 1e6, 1)} M"


def milliseconds(seconds: float) -> str:
    """A time, in milliseconds."""
    return f"{number(seconds * 1000)} ms"


def megabytes(size: float) -> str:
    """A size, in megabytes."""
    return f"{number(size / 1e6)} Mo"


def ratio(value: float, decimals: int = 2) -> str:
    """A ratio, with as many decimals as it deserves."""
    return f"× {number(value, decimals)}"


def target(value: float, most: float | None, shown: Callable[[float], str]) -> str:
    """A target and whether the value holds it; nothing when there is none."""
    if most is None:
        return UNKNOWN
    return f"≤ {shown(most)} {'✓' if value <= most else '✗'}"


def to_text(table: Table, markdown: bool) -> str:
    """The table, aligned for the eye, or in Markdown."""
    lines = [table.headings, *table.rows]
    widths = [max(len(line[index]) for line in lines) for index in range(len(table.headings))]
    rule = tuple("-" * width if index < table.labels else "-" * (width - 1) + ":" for index, width in enumerate(widths))
    if markdown:
        lines.insert(1, rule)
    else:
        lines.insert(1, tuple("─" * width for width in widths))
    return "".join(_line(line, widths, table.labels, markdown) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], labels: int, markdown: bool) -> str:
    padded = [
        cell.ljust(width) if index < labels else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |\n" if markdown else f"{'  '.join(padded).rstrip()}\n"
