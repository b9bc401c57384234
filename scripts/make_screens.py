"""Draw docs/screens/*.svg from the program's own coloured output, 80 columns wide.

The pictures are self-contained: no remote font, no link, the reader's own monospace font.
Each sign is placed at its own column, so that columns, frames and axes stay aligned
whatever that font is, and whichever font lends it the signs it lacks.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple

from rich.color import blend_rgb
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screens"
COLUMNS = 80
DAY = "2026-11-26"

FONT_SIZE = 15
CELL = FONT_SIZE * 0.602  # what most monospace fonts measure
LINE = 17.5  # close enough for the sides of boxes to join
MARGIN, BAR = 18, 44
DIMMED = 0.35

THEME = TerminalTheme(
    (22, 27, 34),
    (214, 221, 230),
    [(72, 79, 88), (255, 123, 114), (86, 211, 100), (227, 179, 65), (121, 192, 255), (210, 168, 255), (86, 200, 216),
     (177, 186, 196)],
)  # fmt: skip

SVG = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}">
<style>
text {{ font: {size}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace; }}
.title {{ font: bold 14px system-ui, "DejaVu Sans", Arial, sans-serif; fill: {plain}; }}
{styles}
</style>
<rect width="{width}" height="{height}" rx="9" fill="{background}"/>
<circle cx="24" cy="22" r="6.5" fill="#ff5f57"/><circle cx="45" cy="22" r="6.5" fill="#febc2e"/>\
<circle cx="66" cy="22" r="6.5" fill="#28c840"/>
<text class="title" x="{middle}" y="27" text-anchor="middle">{title}</text>
{lines}
</svg>
"""


class Screen(NamedTuple):
    """A picture: its file, the command it shows, its title, and the line it stops before."""

    name: str
    command: str
    title: str
    until: str | None = None


SCREENS = (
    Screen("show-cpip", "penit show cpip", "La fiche d’un métier, premier écran", until="Missions"),
    Screen("compare-cpip-dspip", "penit compare cpip dspip", "Deux métiers côte à côte"),
    Screen("list", "penit list", "Les métiers, un par ligne"),
    Screen("paie-cpip", "penit paie cpip --im 450", "Un bulletin, ligne par ligne"),
    Screen("carriere-dsp", "penit carriere dsp --depuis echelon=5", "Un parcours"),
)
CHARTS = {"carriere-cpip-dspip-dsp": ("carriere", "cpip", "dspip", "dsp")}  # drawn by penit itself


def main() -> int:
    """Draw every screen."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for screen in SCREENS:
        (FOLDER / f"{screen.name}.svg").write_text(drawn(screen), encoding="utf-8")
    for name, arguments in CHARTS.items():
        _output(shlex.join(["penit", *arguments, "--svg", str(FOLDER / f"{name}.svg")]))
    (FOLDER / "explorer.svg").write_text(explored(), encoding="utf-8")
    _draw_page()
    return 0


def _draw_page() -> None:
    """The picture of the page of the catalogue, where there is a browser."""
    from page_screen import draw

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "metiers.html")
        _output(shlex.join(["penit", "page", "--sortie", str(page)]))
        draw(page, FOLDER / "page.png")


def explored() -> str:
    """The picture of the explorer, a fact of the payslip just changed."""
    from explorer_screen import shown

    screen = Screen("explorer", "penit explorer", "L’explorateur : la paie en direct")
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_STATE_HOME": home}
        return picture(screen, shown(date.fromisoformat(DAY)))


def drawn(screen: Screen) -> str:
    """The picture of a command and of what it writes on a terminal."""
    prompt = Text.assemble(("$ ", "bold green"), (screen.command, "bold"))
    return picture(screen, [prompt, Text(""), *(Text.from_ansi(line) for line in _lines(screen))])


def picture(screen: Screen, lines: Sequence[Text]) -> str:
    """Some lines of a terminal as a picture."""
    classes: dict[str, str] = {}
    placed = [tag for row, line in enumerate(lines) for tag in _tags(line, row, classes)]
    width = round(max(COLUMNS, *(line.cell_len for line in lines)) * CELL + 2 * MARGIN)
    return SVG.format(
        width=width,
        height=round(BAR + len(lines) * LINE + MARGIN),
        middle=width // 2,
        label=escape(f"{screen.title} : {screen.command}"),
        title=escape(screen.title),
        size=FONT_SIZE,
        plain=THEME.foreground_color.hex,
        background=THEME.background_color.hex,
        styles="\n".join(f".{name} {{ {css} }}" for css, name in classes.items()),
        lines="\n".join(placed),
    )


def _tags(line: Text, row: int, classes: dict[str, str]) -> Iterator[str]:
    """The runs of a line, each at its column; two blanks or more separate runs."""
    column = 0
    for segment in line.render(Console(color_system="truecolor")):
        style = segment.style or Style()
        yield from _ground(style, column, row, len(segment.text))
        css = _css(style)
        name = classes.setdefault(css, f"s{len(classes)}")
        for run in re.finditer(r"\S+(?: \S+)*", segment.text.replace("\u202f", "\u00a0"), re.ASCII):
            x = " ".join(f"{MARGIN + (column + at) * CELL:.1f}" for at in range(*run.span()))
            y = BAR + (row + 1) * LINE
            yield f'<text class="{name}" x="{x}" y="{y:.2f}">{escape(run[0])}</text>'
        column += len(segment.text)


def _ground(style: Style, column: int, row: int, length: int) -> Iterator[str]:
    """What lies under a run that has a colour of its own there."""
    colour = style.color if style.reverse else style.bgcolor
    if colour is not None and not colour.is_default:
        x, y = MARGIN + column * CELL, BAR + row * LINE + LINE / 4
        fill = colour.get_truecolor(THEME).hex
        yield f'<rect x="{x:.2f}" y="{y:.2f}" width="{length * CELL:.2f}" height="{LINE}" fill="{fill}"/>'


def _css(style: Style) -> str:
    colour = THEME.foreground_color
    over = style.bgcolor if style.reverse else style.color
    if over is not None and not over.is_default:
        colour = over.get_truecolor(THEME)
    if style.dim:
        colour = blend_rgb(colour, THEME.background_color, DIMMED)
    rules = [f"fill: {colour.hex}"]
    rules += ["font-weight: bold"] if style.bold else []
    rules += ["font-style: italic"] if style.italic else []
    return "; ".join(rules)


def _lines(screen: Screen) -> list[str]:
    lines = _output(screen.command).rstrip("\n").split("\n")
    if screen.until is None:
        return lines
    stop = next(i for i, line in enumerate(lines) if Text.from_ansi(line).plain.split()[:1] == [screen.until])
    return lines[: stop - 1]


def _output(command: str) -> str:
    """What a command writes on a terminal with colours."""
    with tempfile.TemporaryDirectory() as home:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PENIT_")}
        environment.pop("NO_COLOR", None)
        environment |= {
            "FORCE_COLOR": "1",
            "TERM": "xterm-256color",
            "COLUMNS": str(COLUMNS),
            "PENIT_DATE": DAY,
            "PYTHONIOENCODING": "utf-8",
            "XDG_CACHE_HOME": os.path.join(home, "cache"),
            "XDG_CONFIG_HOME": os.path.join(home, "config"),
        }
        call = [sys.executable, "-m", "penitcareer", *shlex.split(command)[1:]]
        return subprocess.run(call, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
