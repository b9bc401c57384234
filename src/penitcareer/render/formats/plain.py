"""Plain text: no box, no colour, no cut cell, one record a line. For pipes and screen readers;
on a terminal, lines are wrapped at words."""

from collections.abc import Iterator

from penitcareer.render.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Next,
    Note,
    Paragraph,
    Table,
    follows,
    readable,
    without_eye,
)

GAP = "  "


def to_plain(document: Document, width: int | None = None) -> str:
    """A document as lines of text, none wider than `width` where one is given; table columns
    are aligned with spaces."""
    lines = [document.titre]
    if document.sous_titre:
        lines.append(document.sous_titre)
    previous: Block | None = None
    for block in readable(document):
        if not follows(previous, block):
            lines.append("")
        lines += _lines(block, width)
        previous = block
    return "\n".join(_wrapped(lines, width) if width else lines) + "\n"


def _wrapped(lines: list[str], width: int) -> Iterator[str]:
    from penitcareer.render.words.wrapping import wrap

    for line in lines:
        text = line.lstrip(" ")
        lead = line[: len(line) - len(text)]
        if len(line) <= width:
            yield line
            continue
        for rank, part in enumerate(wrap(text, max(width - len(lead) - len(GAP), 1))):
            yield lead + (GAP if rank else "") + part


def _lines(block: Block, width: int | None) -> Iterator[str]:
    match block:
        case Next() if width:
            from penitcareer.render.words.wrapping import wrap_steps

            yield from wrap_steps(block, width)
        case Heading() | Paragraph() | Note():
            yield str(block)
        case Bullets():
            for title, text in block:
                yield f"- {title} : {text}" if title and text else f"- {title or text}"
        case Facts():
            for label, value in block:
                yield f"{label} : {value}" if label else f"{GAP}{value}"
        case Table():
            yield from _table(without_eye(block), width)
        case _:
            from penitcareer.render.charts.rows import table_of

            yield block.titre
            yield from _table(table_of(block), width)


def _table(table: Table, width: int | None) -> Iterator[str]:
    if table.prose:
        yield from _records(table)
        return
    header = tuple(column.titre for column in table.columns)
    rows = (header, *table.rows) if any(header) else table.rows
    widths = [max(len(row[i]) for row in rows) for i in range(len(header))]
    if width is not None and sum(widths) + len(GAP) * (len(widths) - 1) > width:
        yield from _narrow(table, width)
        return
    for row in rows:
        cells = [
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        ]
        yield GAP.join(cells).rstrip()


def _narrow(table: Table, width: int) -> Iterator[str]:
    from penitcareer.render.records import records

    for indent, title, text in records(table, width):
        yield " " * indent + (f"{title} : {text}" if title and text else title or text)


def _records(table: Table) -> Iterator[str]:
    """Long texts side by side would make lines nobody can read: one line a cell instead."""
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            yield f"{row[0]}{GAP}{column.titre}{GAP}{cell}"
