"""Write a result: the right format, on stdout, in a pager or in a file."""

import contextlib
import os
import sys
from typing import Any

from penitcareer.domain.errors import UnwritableFile


def write(result: Any, view: Any, format_: str | None, path: str | None, pager: bool) -> None:
    """Render a result with its view and write it; `format_` None: a table on a terminal,
    plain text elsewhere. Raises UnwritableFile."""
    chosen = format_ or ("table" if path is None and _wants_table() else "plain")
    to_file = path is not None and path != "-"
    text = render(result, view, chosen, "utf-8" if to_file else sys.stdout.encoding or "utf-8")
    if to_file:
        write_text(text, path, bom=chosen == "csv")
    elif pager and chosen in ("table", "plain") and _past_one_screen(text):
        _page(text)
    else:
        sys.stdout.write(text)


def write_text(text: str, path: str | None, bom: bool) -> None:
    """Write a text in a file, or on stdout for no path and for `-`. Raises UnwritableFile."""
    if path is None or path == "-":
        sys.stdout.write(text)
    else:
        _write_file(path, text, bom)


def render(result: Any, view: Any, format_: str, encoding: str = "utf-8") -> str:
    """A result as text in one of the formats, with signs that the encoding can write: once
    laid out, a substitute (« becomes ") could break a column, a cell or a JSON string."""
    if format_ == "json":
        from penitcareer.render.json_text import to_json

        return to_json(view.payload(result), encoding)
    if format_ == "csv":
        from penitcareer.render.csv_rows import to_csv

        return to_csv(view.rows(result), encoding)
    from penitcareer.render.document import mapped
    from penitcareer.render.safe import clean, fit

    utf_8 = encoding.lower().replace("_", "-") in ("utf-8", "utf8")
    document = mapped(view.document(result), clean if utf_8 else lambda text: fit(clean(text), encoding))
    if format_ == "md":
        from penitcareer.render.markdown import to_markdown

        return to_markdown(document)
    if format_ == "table":
        from penitcareer.render.terminal import to_terminal

        return to_terminal(document, sys.stdout)
    from penitcareer.render.plain import to_plain

    return to_plain(document)


def _wants_table() -> bool:
    """A terminal reads a table; FORCE_COLOR says that a pipe leads to one."""
    return sys.stdout.isatty() or (bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR"))


def _past_one_screen(text: str) -> bool:
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and stream.isatty() for stream in streams):
        return False
    if os.environ.get("PAGER") in ("", "cat") or os.environ.get("TERM") == "dumb":
        return False
    return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines


def _page(text: str) -> None:
    import pydoc

    os.environ.setdefault("LESS", "-R")  # colours pass, everything else as the reader set it
    pydoc.pager(text)


def _write_file(path: str, text: str, bom: bool) -> None:
    """Replace a file in one move: a reader never sees half of it."""
    import tempfile

    temporary = None
    try:
        mode = _mode_for(path)
        folder = os.path.dirname(os.path.realpath(path))
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".penit-")
        with open(descriptor, "w", encoding="utf-8-sig" if bom else "utf-8", errors="replace") as file:
            file.write(text)
        os.chmod(temporary, mode)
        os.replace(temporary, os.path.realpath(path))
    except (OSError, ValueError) as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise UnwritableFile(path, _reason(error)) from None


def _mode_for(path: str) -> int:
    """The mode of the file to replace, else what a new file gets here."""
    with contextlib.suppress(OSError):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "son dossier n’existe pas"
        case PermissionError():
            return "l’accès est refusé"
        case IsADirectoryError():
            return "c’est un dossier"
        case ValueError():
            return "ce nom n’est pas valable"
    return "le disque ou le système l’a refusée"
