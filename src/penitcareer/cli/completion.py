"""Shell completion: the script of each shell, and the words it offers."""

import os
import sys

from penitcareer.cli.main import build_app
from penitcareer.domain.errors import InvalidChoice, PenitError

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def prepare_completion() -> None:
    """Register Typer's shells; it only does so by itself with its own two options."""
    import typer.completion

    typer.completion.completion_init()  # type: ignore[attr-defined]


def set_up_completion(arguments: list[str]) -> None:
    """`--show-completion SHELL` writes the completion script of a shell on stdout,
    `--install-completion SHELL` installs it."""
    option, _, value = arguments[0].partition("=")
    shell = value or (arguments[1] if len(arguments) > 1 else "")
    if shell not in SHELLS:
        raise InvalidChoice(option, shell, SHELLS)
    prepare_completion()
    if option == "--show-completion":
        os.environ["_PENIT_COMPLETE"] = f"source_{shell}"
        build_app().main([], prog_name="penit", standalone_mode=False)
        return
    import typer.completion

    try:
        _, path = typer.completion.install(  # type: ignore[attr-defined]
            shell=shell, prog_name="penit", complete_var="_PENIT_COMPLETE"
        )
    except OSError:
        raise PenitError(f"Installation impossible. Le script : penit --show-completion {shell}") from None
    sys.stderr.write(f"Complétion installée : {path}. Ouvrez un nouveau terminal.\n")


def metiers(incomplete: str) -> list[tuple[str, str]]:
    """Codes that start so, each with its title."""
    from penitcareer.store.opening import open_catalogue

    try:
        titles = open_catalogue(os.environ.get("PENIT_DATA")).titles
    except PenitError:
        return []
    return [(code, title) for code, title in titles if code.startswith(incomplete.lower())]


def filieres(incomplete: str) -> list[tuple[str, str]]:
    """The first word of each filière, which is enough to name it, and its whole name."""
    from penitcareer.domain.names import fold
    from penitcareer.store.opening import open_catalogue

    try:
        entries = open_catalogue(os.environ.get("PENIT_DATA")).entries
    except PenitError:
        return []
    known = sorted({entry.filiere for entry in entries if entry.filiere})
    return [(name.split()[0], name) for name in known if fold(name).startswith(fold(incomplete))]


def sigles(incomplete: str) -> list[tuple[str, str]]:
    """Acronyms that start so, each with its meaning."""
    from penitcareer.store.opening import open_catalogue

    known = open_catalogue().sigles()
    return [(sigle.sigle, sigle.sens) for sigle in known if sigle.sigle.lower().startswith(incomplete.lower())]


def corps(incomplete: str) -> list[tuple[str, str]]:
    """Codes of corps that start so, each with its title."""
    from penitcareer.store.opening import open_catalogue

    try:
        known = open_catalogue(os.environ.get("PENIT_DATA")).corps
    except PenitError:
        return []
    return [(item.code, item.titre) for item in known if item.code.startswith(incomplete.lower())]
