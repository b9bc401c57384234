"""Markdown: headings, lists and pipe tables; every text is escaped."""

import re
from collections.abc import Iterable, Iterator

from penitcareer.render.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Leading,
    Note,
    Paragraph,
    Table,
    readable,
    without_eye,
)

# Signs that open a construct anywhere in a line, HTML and table breaks included.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&])")
# Signs that open one at the start of a line only: heading, list, rule, and what follows the
# number of a list item (a backslash before a digit would show).
_AT_START = re.compile(r"^(\d+(?=[.)])|)([#+\-=:.)])")


def to_markdown(document: Document) -> str:
    """A document as GitHub-flavoured Markdown."""
    parts = [f"# {escape(document.titre)}"]
    if document.sous_titre:
        parts.append(f"*{escape(document.sous_titre)}*")
    parts += ["\n".join(_lines(block)) for block in readable(document)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """A text that Markdown shows as it is, without the spaces around it: four would open a
    block of code, one would undo bold."""
    return _AT_START.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\1", text.strip()))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {escape(block)}"
        case Leading():
            yield f"**{escape(block)}**"
        case Paragraph():
            yield escape(block)
        case Note():
            yield f"> {escape(block)}"
        case Bullets():
            for title, text in block:
                yield f"- **{escape(title)}** : {escape(text)}" if title and text else f"- {escape(title or text)}"
        case Facts():
            for label, value in block:
                yield f"- **{escape(label)}** : {escape(value)}" if label else f"- {escape(value)}"
        case Table():
            yield from _table(without_eye(block))
        case _:
            from penitcareer.render.charts.rows import table_of

            yield f"**{escape(block.titre)}**\n"
            yield from _table(table_of(block))


def _table(table: Table) -> Iterator[str]:
    yield _row(column.titre for column in table.columns)
    yield _row(("--:" if column.right else "---" for column in table.columns), raw=True)
    for row in table.rows:
        yield _row(row)


def _row(cells: Iterable[str], raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else escape(cell) for cell in cells) + " |"
