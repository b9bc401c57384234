"""A document's blocks as a page reads them: parts under their headings, table cells that head
a row or a group, links, images. Templates only write what stands here."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from penitcareer.render.document import Block, Document, Facts, Heading, Ranges, Subheading, Table

# An address is a link when it is one of the web: never `javascript:`, never `data:`.
_ADDRESS = re.compile(r"(https?://)([^\s<>\"'«»“”/]+)([^\s<>\"'«»“”]*)")
_AFTER = ".,;:!?)]"  # what ends a sentence, not an address
_NOT_SLUG = re.compile("[^a-z0-9_-]+")


class Part(NamedTuple):
    """A heading, none for what opens a document, and its blocks by kind; `petite`: it goes on
    with the part before."""

    titre: str
    petite: bool
    blocs: list[tuple[str, Any]]


class TableCell(NamedTuple):
    """A cell of a table; `porte` is the scope of one that heads: « row », « rowgroup »."""

    texte: str
    droite: bool = False
    oeil: bool = False
    porte: str = ""
    lignes: int = 1


class RowGroup(NamedTuple):
    """Rows that belong together, under the title of their group if any; `totaux` add up the others."""

    titre: str
    lignes: list[list[TableCell]]
    totaux: bool = False


def parts_of(document: Document) -> list[Part]:
    """The blocks under their headings."""
    parts = [Part("", False, [])]
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append(Part(block, isinstance(block, Subheading), []))
        else:
            parts[-1].blocs.append((kind_of(block), block))
    return [part for part in parts if part.titre or part.blocs]


def kind_of(block: Block | Ranges) -> str:
    """The name of a block's macro in the templates."""
    return type(block).__name__.lower()


def facts_of(facts: Facts) -> list[tuple[str, list[str]]]:
    """Labels, and all that each says."""
    found: list[tuple[str, list[str]]] = []
    for label, value in facts:
        if label.strip() or not found:
            found.append((label.strip(), []))
        found[-1][1].append(value)
    return found


def bodies_of(table: Table) -> Iterator[RowGroup]:
    """The rows in their groups, each cell with what it heads; totals last."""
    cut = len(table.rows) - table.totals
    titled = any(_is_title(row) for row in table.rows[:cut]) and len(table.columns) > 1
    title = ""
    rows: list[tuple[str, ...]] = []
    for row in table.rows[:cut]:
        starts = _is_title(row) if titled else table.grouped and bool(rows) and row[0] != rows[-1][0]
        if starts and rows:
            yield RowGroup(title, list(_cells(table, rows)))
            rows = []
        if titled and starts:
            title = row[0].strip()
        else:
            rows.append(row)
    if rows:
        yield RowGroup(title, list(_cells(table, rows)))
    if table.totals:
        yield RowGroup("", list(_cells(table._replace(grouped=False), table.rows[cut:])), totaux=True)


def _is_title(row: tuple[str, ...]) -> bool:
    return bool(row[0].strip()) and not any(row[1:])


def _cells(table: Table, rows: Any) -> Iterator[list[TableCell]]:
    """The cells of rows that belong together: in a grouped table, the first heads them all."""
    merged = table.grouped and len(rows) > 1
    for rank, row in enumerate(rows):
        cells = [
            TableCell(text.strip(), column.right, column.eye) for text, column in zip(row, table.columns, strict=True)
        ]
        head = cells[0]
        if merged and rank:
            cells = cells[1:]
        elif head.texte and not head.oeil:
            scope = "rowgroup" if merged else "row"
            cells[0] = head._replace(porte=scope, lignes=len(rows) if merged else 1)
        yield cells


def linked(text: str) -> Markup:
    """A text, escaped, its web addresses as links; the path stands apart, paper may leave it out."""
    parts, end = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER)
        scheme, host = found[1], found[2].rstrip(_AFTER)
        path = address[len(scheme) + len(host) :]
        parts.append(Markup("{}").format(text[end : found.start()]))
        parts.append(
            Markup('<a href="{0}" rel="noreferrer">{1}<span class="chemin">{2}</span></a>').format(address, host, path)
        )
        end = found.start() + len(address)
    return Markup("").join([*parts, text[end:]])


def slug(text: str) -> str:
    """A name that an address may end with."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")
