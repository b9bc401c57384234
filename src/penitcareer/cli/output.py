"""Write a result: the right format, on stdout, in a pager or in a file."""

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from penitcareer.api.face import Reponse
from penitcareer.render.words.safe import is_utf_8


def write(
    reponse: Reponse[Any], format_: str | None, path: str | None, pager: bool, tout: bool, day: date | None = None
) -> None:
    """Render an answer and write it; `format_` None: a table on a terminal,
    plain text elsewhere; `path` None: on stdout; `tout`: with all that is known; `day`: of the figures,
    which a page says. Raises UnwritableFile."""
    chosen = format_ or ("table" if path is None and _wants_table() else "plain")
    if path is not None:
        from penitcareer.cli.files import write_output

        write_output(path, render(reponse, chosen, tout=tout, day=day), bom=chosen == "csv")
        return
    text = render(reponse, chosen, _encoding(), tout, _width() if chosen == "plain" else None, day)
    if not (pager and chosen == "table" and _paged(reponse, text, tout)):
        sys.stdout.write(text)


def write_text(text: str, path: str | None, in_ascii: Callable[[str], str]) -> None:
    """Write a text that has one format in a file, or on stdout for no path and for `-`, in
    ASCII there unless it is UTF-8. Raises UnwritableFile."""
    from penitcareer.cli.files import STDOUT, write_output

    if path not in (None, STDOUT):
        write_output(path, text)
    else:
        sys.stdout.write(text if is_utf_8(_encoding()) else in_ascii(text))


def render(
    reponse: Reponse[Any],
    format_: str,
    encoding: str = "utf-8",
    tout: bool = False,
    width: int | None = None,
    day: date | None = None,
) -> str:
    """An answer as text in one of the formats, with signs that the encoding can write: once
    laid out, a substitute (« becomes ") could break a column, a cell or a JSON string.
    `width`: that of the terminal, for plain text, which is then wrapped."""
    if format_ == "json":
        from penitcareer.render.formats.json_text import to_json

        return to_json(reponse.to_dict(), encoding)
    result, view = reponse.valeur, reponse.vue
    if format_ == "csv":
        from penitcareer.render.formats.csv_rows import to_csv

        return to_csv(view.rows(result), encoding)
    if format_ == "html":
        return _page(reponse, encoding, tout, day)
    from penitcareer.render.document import mapped
    from penitcareer.render.words.safe import clean, fit

    page = view.full if tout else view.document
    document = mapped(page(result), clean if is_utf_8(encoding) else lambda text: fit(clean(text), encoding))
    if format_ == "md":
        from penitcareer.render.formats.markdown import to_markdown

        return to_markdown(document)
    if format_ == "table":
        from penitcareer.render.formats.terminal import to_terminal

        return to_terminal(document, sys.stdout, encoding)
    from penitcareer.render.formats.plain import to_plain

    return to_plain(document, width)


def _page(reponse: Reponse[Any], encoding: str, tout: bool, day: date | None) -> str:
    from penitcareer.render.formats.html import in_ascii
    from penitcareer.render.view import html_page

    page = html_page(reponse.valeur, reponse.vue, day, tout)
    return page if is_utf_8(encoding) else in_ascii(page)


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"


def _width() -> int | None:
    """The columns of the terminal, None on a pipe."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _wants_table() -> bool:
    """A terminal reads a table; FORCE_COLOR says that a pipe leads to one."""
    forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    return sys.stdout.isatty() or (forced and not os.environ.get("NO_COLOR"))


def _paged(reponse: Reponse[Any], text: str, tout: bool) -> bool:
    """Whether a pager showed a screen, laid out again if the pager lacks some of its signs."""
    from penitcareer.cli import pager

    command = pager.pager() if pager.past_one_screen(text) else None
    if command is None:
        return False
    if (encoding := pager.encoding()) != _encoding():
        text = render(reponse, "table", encoding, tout)
    if pager.page(command, text):
        return True
    from penitcareer.cli.streams import hint
    from penitcareer.render.words.quoting import quoted

    hint(f"La visionneuse {quoted(command)} ne marche pas : changez PAGER, ou ajoutez --no-pager.")
    return False
