"""What every text format writes: a title and blocks. A view turns a result into a document
once; terminal, plain and Markdown only lay it out.

Blocks that are one text or one list are a `str` or a `tuple` by another name: as immutable
as a NamedTuple, and thirty times cheaper to define at each start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Union

from penitcareer.domain.records import NamedTuple

if TYPE_CHECKING:  # few screens have a chart: its types are defined for them only
    from penitcareer.render.charts.curves import Chart


class Column(NamedTuple):
    """A table column. `flexible` may wrap on a terminal; `eye` only helps the eye: it is
    dropped first when room lacks, and is absent from plain text and Markdown. `bref`: how a
    screen too narrow for the table says a cell in the one line of its row: « éch. {} »."""

    titre: str
    right: bool = False
    flexible: bool = False
    eye: bool = False
    bref: str = ""


class Heading(str):
    """Title of a part."""

    __slots__ = ()


class Paragraph(str):
    """A paragraph."""

    __slots__ = ()


class Subheading(Heading):
    """Title of what goes on with the block before: no blank line parts them."""

    __slots__ = ()


class Leading(Paragraph):
    """A paragraph that opens a sheet or a list, and stands out."""

    __slots__ = ()


class Note(str):
    """A caveat, a rule, a source: what stands under amounts."""

    __slots__ = ()


class Caption(Note):
    """A note about the table right above, a legend for one: no blank line parts them."""

    __slots__ = ()


class Next(Paragraph):
    """Commands worth typing next, apart by « · »: a line never breaks inside one. The value of
    a fact may be one."""

    __slots__ = ()


class Bullets(tuple[tuple[str, str], ...]):
    """A list. Each item is a short title and a text; either may be empty."""

    __slots__ = ()


class Facts(tuple[tuple[str, str], ...]):
    """Labels and values. A value without label goes on with what the one before says."""

    __slots__ = ()


class Table(NamedTuple):
    """Rows under columns. When `grouped`, rows whose first cells are equal belong together.
    `prose` cells are long: plain text gives each its own line. The last `totals` rows add
    up the others. A table that is not `ruled` has no line under its titles. A row with its
    first cell alone is the title of those below. `legende` says what it holds where no heading
    does, to who hears a page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    grouped: bool = False
    prose: bool = False
    totals: int = 0
    ruled: bool = True
    legende: str = ""


class Ranges(tuple[tuple[str, int, int, bool], ...]):
    """Names, amounts in cents from one to another, and whether it is at least that other, to
    draw on one scale. They stand in a table too: what cannot draw, or lacks room, leaves them
    out. `legende`: what a bar is; `sujet`: what the whole shows."""

    __slots__ = ()
    legende = "du début à la fin de carrière"
    sujet = "Net par mois, du début à la fin de carrière"


class Gains(Ranges):
    """The same of what is gained, or lost under zero."""

    __slots__ = ()
    legende = "écart moyen de net avant impôt, par mois"
    sujet = "Écart moyen de net avant impôt, par mois"


Block = Union[Heading, Paragraph, Bullets, Facts, Table, Note, "Chart"]
Styled = tuple[str, str]  # a text and the name of its style


class Document(NamedTuple):
    """A title, an optional second line, and blocks in reading order. On a terminal the title
    is `framed`, unless a frame would cost lines that the answer needs."""

    titre: str
    sous_titre: str
    blocks: tuple[Block | Ranges, ...]
    framed: bool = True


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The same document, block or cell with every text changed."""
    if isinstance(value, str):
        return type(value)(change(value))
    if isinstance(value, tuple):
        items = [mapped(item, change) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    return value


def without_eye(table: Table) -> Table:
    """A table without the columns that only help the eye."""
    kept = [i for i, column in enumerate(table.columns) if not column.eye]
    return table._replace(
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in table.rows),
    )


def readable(document: Document) -> list[Block]:
    """The blocks of a document that say something to who cannot see it drawn."""
    return [block for block in document.blocks if not (isinstance(block, Ranges) or getattr(block, "eye", False))]


def follows(previous: Block | Ranges | None, block: Block | Ranges) -> bool:
    """Whether a block stands right under the one before, without a blank line."""
    return (
        isinstance(previous, Heading)
        or isinstance(block, Subheading)
        or (isinstance(previous, Table) and isinstance(block, Caption))
        or (isinstance(previous, Note) and isinstance(block, Note | Next))
    )
