"""A document on a terminal, with Rich: readable at 80 columns, right at 20 and at 200."""

import io
import os
import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.segment import Segment, Segments
from rich.text import Text

from penitcareer.render.document import (
    Block,
    Bullets,
    Caption,
    Document,
    Facts,
    Heading,
    Leading,
    Next,
    Note,
    Paragraph,
    Ranges,
    Styled,
    Subheading,
    Table,
    follows,
    mapped,
    without_eye,
)
from penitcareer.render.formats.rich_table import LABEL, SEPARATOR, fitting_grid
from penitcareer.render.records import records
from penitcareer.render.words.wrapping import columns, wrap, wrap_steps

if TYPE_CHECKING:
    from penitcareer.render.charts.curves import Chart

TITLE, CAVEAT, LEAD = "bold cyan", "dim", "italic"
COLON = "\u202f: "
_STYLES: dict[type, str] = {
    Heading: TITLE, Subheading: LABEL, Leading: LEAD, Note: CAVEAT, Caption: CAVEAT, Paragraph: "",
}  # fmt: skip
WIDEST_PROSE = 110
FRAME = 4  # columns that the sides of a title take
_SIZES = ("COLUMNS", "LINES", "JUPYTER_COLUMNS", "JUPYTER_LINES")
_SIZE = re.compile("[1-9][0-9]{0,3}")
# Rich breaks lines at no-break spaces: in tables they travel as two signs that Unicode has
# not assigned, of the same width.
_HIDDEN = str.maketrans({"\u00a0": "\u0378", "\u202f": "\u0379"})
_SHOWN = str.maketrans({"\u0378": "\u00a0", "\u0379": "\u202f"})


class _Screen(Console):
    """A console whose text is read in an encoding that may not be its stream's."""

    def __init__(self, stream: IO[str], encoding: str, **settings: Any) -> None:
        self._read_in = encoding.lower()
        super().__init__(file=stream, highlight=False, emoji=False, markup=False, _environ=_environment(), **settings)

    @property
    def encoding(self) -> str:
        return self._read_in


def to_terminal(document: Document, stream: IO[str], encoding: str) -> str:
    """A document as text, with the colours that the stream's terminal takes, and the boxes
    that an encoding has."""
    return _captured(_Screen(stream, encoding), document)


def to_text(document: Document, width: int) -> Text:
    """The same for a part of a screen, so many columns wide, in the terminal's own colours."""
    colours: dict[str, Any] = {"force_terminal": True, "color_system": "256", "legacy_windows": False}
    console = _Screen(io.StringIO(), "utf-8", width=max(width, 1), height=100, **colours)
    return Text.from_ansi(_captured(console, document).rstrip("\n"))


def _captured(console: Console, document: Document) -> str:
    with console.capture() as captured:
        _print(console, document)
    lines = captured.get().translate(_SHOWN).split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _environment() -> dict[str, str]:
    """The variables as Rich may read them. It takes « ² », or a number of a thousand digits, for
    a width, and FORCE_COLOR=0, which asks for no colour, for a wish for some."""
    variables = {name: value for name, value in os.environ.items() if name not in _SIZES or _SIZE.fullmatch(value)}
    forced = variables.pop("FORCE_COLOR", "")
    if forced == "0":
        variables["NO_COLOR"] = "1"
    elif forced:
        variables["FORCE_COLOR"] = forced
    return variables


def _print(console: Console, document: Document) -> None:
    prose_width = min(console.width, WIDEST_PROSE)
    _print_title(console, document, prose_width)
    previous: Block | Ranges | None = None
    for block in document.blocks:
        ranges = _ranges(console, block, prose_width) if isinstance(block, Ranges) else []
        if isinstance(block, Ranges) and not ranges:
            continue
        first = previous is None and (document.framed or not isinstance(block, Table))
        if not first and not follows(previous, block):
            console.print()
        if isinstance(block, Table):
            _print_table(console, block)
        elif isinstance(block, str | Bullets | Facts):
            _print_spans(console, _prose(block, prose_width))
        elif isinstance(block, Ranges):
            _print_spans(console, ranges)
        else:
            _print_chart(console, block)
        previous = block


def _print_title(console: Console, document: Document, width: int) -> None:
    styled = ((document.titre, TITLE), (document.sous_titre, LEAD if document.framed else LABEL))
    if document.framed:
        inside = max(width - FRAME, 1)
        lines = [Text(_hidden(line), style=style) for text, style in styled if text for line in wrap(text, inside)]
        console.print(Panel(Text("\n").join(lines), border_style="cyan", box=box.ROUNDED), width=width)
    else:
        _print_spans(console, [(f"{line}\n", style) for text, style in styled if text for line in wrap(text, width)])


def _print_table(console: Console, table: Table) -> None:
    if grid := fitting_grid(mapped(table, _hidden), console.width):
        console.print(grid)
    else:
        _print_spans(console, _records(without_eye(table), console.width))


def _ranges(console: Console, ranges: Ranges, width: int) -> list[Styled]:
    from penitcareer.render.charts.ranges import range_lines

    return [span for line in range_lines(ranges, width, console.encoding) for span in (*line, ("\n", ""))]


def _print_chart(console: Console, chart: "Chart") -> None:
    """The curve, or several in lanes; the same as rows when they cannot be drawn, unless the
    rows stand elsewhere."""
    from penitcareer.render.charts.chart import chart_lines
    from penitcareer.render.charts.lanes import lane_lines
    from penitcareer.render.charts.rows import table_of
    from penitcareer.render.words.safe import fit

    drawn = lane_lines if len(chart.courbes) > 1 else chart_lines
    lines = drawn(chart, console.width, console.encoding)
    for line in lines:
        _print_spans(console, [*line, ("\n", "")])
    if not lines and not chart.eye:
        _print_spans(console, [(f"{line}\n", LABEL) for line in wrap(chart.titre, console.width)])
        _print_table(console, mapped(table_of(chart), lambda text: fit(text, console.encoding)))


def _print_spans(console: Console, spans: Iterable[Styled]) -> None:
    segments = [Segment(text, console.get_style(style)) for text, style in spans]
    console.print(Segments(segments), end="", soft_wrap=True)


def _hidden(text: str) -> str:
    return text.translate(_HIDDEN)


def _prose(block: Block, width: int) -> Iterator[Styled]:
    match block:
        case Bullets():
            for title, text in block:
                yield from _hanging("• ", title, text, width)
        case Facts():
            yield from _facts(block, width)
        case Next():
            for line in wrap_steps(block, width):
                yield line + "\n", ""
        case str():
            for line in wrap(block, width):
                yield line + "\n", _STYLES[type(block)]


def _set_in(indent: int, text: str) -> int:
    """How far the later lines of a row are set in: further than its first, so that they are not
    taken for another row."""
    return indent + SEPARATOR + len(text) - len(text.lstrip())


def _hanging(lead: str, title: str, text: str, width: int, later: str | None = None) -> Iterator[Styled]:
    """A title in bold and a text; later lines are set in as far as the lead, or by `later`."""
    later = " " * len(lead) if later is None else later
    whole = f"{title}{COLON}{text}" if title and text else title or text
    bold = len(title) + len(COLON) - 1 if title else 0
    for index, line in enumerate(wrap(whole, max(width - len(later), 1), max(width - len(lead), 1))):
        yield later if index else lead, ""
        yield line[:bold], LABEL
        yield line[bold:] + "\n", ""
        bold = max(bold - len(line) - 1, 0)


def _facts(facts: Facts, width: int) -> Iterator[Styled]:
    """Labels in a column and values in another, or one under the other when narrow."""
    start = max(columns(label) for label, _ in facts) + SEPARATOR
    for label, value in facts:
        if start * 2 > width:
            yield from _hanging("", label, value, width)
            continue
        lines = wrap_steps if isinstance(value, Next) else wrap
        for index, line in enumerate(lines(value, width - start)):
            shown = "" if index else label
            yield shown + " " * (start - columns(shown)), LABEL
            yield line + "\n", ""


def _records(table: Table, width: int) -> Iterator[Styled]:
    for indent, title, text in records(table, width):
        yield from _hanging(" " * indent, title, text, width, " " * _set_in(indent, text))
