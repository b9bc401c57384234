"""Where an answer goes when a file is named: what may be there, and how it is written."""

import codecs
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO

from penitcareer.domain.errors import PenitError, UsageProblem
from penitcareer.render.formats import ENDINGS
from penitcareer.render.words.quoting import quoted, quoted_path, shortened
from penitcareer.store.replacing import replace_by

PAGE, PRINTED = ".html", ".pdf"  # what we write, and what a browser makes of it
STDOUT = "-"
_MOST_LINKS = 40


def format_of(path: str) -> str:
    """The format that the ending of a file's name stands for. Raises UsageProblem for another."""
    known = {ending: name for name, ending in ENDINGS.items() if ending}
    ending = _ending("--sortie", path, list(known), " ; ou choisissez avec --format")
    return known.get(ending, "plain")


def check_page(path: str) -> None:
    """Refuse a name that ends as another format's. Raises UsageProblem."""
    _ending("--sortie", path, [PAGE])


def check_outputs(sortie: str | None, svg: str | None, inputs: Iterable[str]) -> None:
    """Refuse an output that is also an input, or the other output, by any name or link. None
    for `sortie` is stdout; None for `svg` is no image. Raises UsageProblem."""
    read = {_identity(path) for path in inputs}
    for option, path in (("--sortie", sortie), ("--svg", svg)):
        if path not in (None, STDOUT) and _identity(path) in read:
            raise UsageProblem(f"{option} : {quoted(path)} est lu par cette commande. Choisissez un autre fichier")
    if svg is None:
        return
    _ending("--svg", svg, [".svg"])
    if _identity(svg) == _identity(sortie):
        where = "est aussi le fichier de --sortie" if sortie else "reçoit déjà la réponse, faute de --sortie"
        raise UsageProblem(f"--svg : {quoted(svg)} {where}. Choisissez un autre fichier")


def _ending(option: str, path: str, known: Sequence[str], otherwise: str = "") -> str:
    """The ending of a file's name, which may have none."""
    ending = os.path.splitext(path)[1].lower()
    if ending == PRINTED and PAGE in known:
        page = shortened(os.path.splitext(path)[0]) + PAGE
        raise UsageProblem(f"Pas de PDF ici ; imprimez la page : {option} {quoted_path(page)}")
    if ending and ending not in known:
        raise UsageProblem(
            f"{option} : {quoted(path)} finit par {quoted(ending)}, qui n’est pas un format d’ici."
            f" Fins possibles : {', '.join(known)}{otherwise}"
        )
    return ending


def write_output(path: str, text: str, bom: bool = False) -> None:
    """Write a text where a path leads, in UTF-8. A regular file is replaced in one move, a new
    name created; anything else (a pipe, a device, an open descriptor) is opened and written.
    `bom`: a file begins with a byte order mark. Raises PenitError."""
    content = text.encode("utf-8", "replace")
    write_by(path, lambda file, regular: file.writelines((codecs.BOM_UTF8, content) if bom and regular else (content,)))


def write_by(path: str, write: Callable[[IO[bytes], bool], None]) -> None:
    """The same for what writes itself in a file, told whether it is a regular one. Raises PenitError."""
    try:
        mode = _mode(path)
        descriptor = _descriptor(path)
        if descriptor is not None:
            _write_to(os.dup(descriptor), write)
        elif mode is None or stat.S_ISREG(mode):
            _replace(path, mode, write)
        else:
            _write_to(os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0)), write)
    except BrokenPipeError:
        return  # a reader that leaves early is no error
    except (OSError, ValueError) as error:
        sentence = f"Écriture impossible : {quoted(path)}, {_reason(error)}. Choisissez un autre --sortie"
        raise PenitError(sentence) from None


def _replace(path: str, mode: int | None, write: Callable[[IO[bytes], bool], None]) -> None:
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError
    if not os.path.basename(path):
        raise NotADirectoryError
    kept = None if mode is None else stat.S_IMODE(mode) & 0o777
    replace_by(os.path.realpath(path), lambda file: write(file, True), kept)


def _write_to(descriptor: int, write: Callable[[IO[bytes], bool], None]) -> None:
    with open(descriptor, "wb") as file:
        write(file, False)


def _mode(path: str) -> int | None:
    """What a path leads to, None for nothing yet. Raises OSError: a loop of links, a closed folder."""
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _descriptor(path: str) -> int | None:
    """The number behind /dev/stdout, /dev/fd/3, /proc/self/fd/3 or a link to one: it is already
    open, and what it leads to must not be replaced under it."""
    ours = ("/dev/fd", os.path.realpath("/proc/self/fd"))
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(os.path.abspath(path))
        folder = os.path.realpath(folder)
        if folder in ours and name.isdecimal() and name.isascii():
            return int(name)
        if not os.path.islink(path):
            return None
        path = os.path.join(folder, os.readlink(path))
    return None


def _identity(path: str | None) -> object:
    """What a path leads to, the same by every name and link; a name when nothing is there."""
    name = path or STDOUT
    try:
        status = os.fstat(sys.stdout.fileno()) if name == STDOUT else os.stat(name)
    except FileNotFoundError:
        return os.path.normcase(os.path.realpath(name))
    except (OSError, ValueError):
        return name
    return status.st_dev, status.st_ino


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "son dossier n’existe pas"
        case PermissionError():
            return "l’accès est refusé"
        case IsADirectoryError():
            return "c’est un dossier"
        case ValueError():
            return "ce nom n’est pas valable"
        case OSError(errno=errno.ELOOP):
            return "ce lien ne mène qu’à lui-même"
    return "le disque ou le système l’a refusée"
