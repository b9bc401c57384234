"""The completion script of each shell, printed or installed."""

import os
import subprocess
import sys
from pathlib import Path

from penitcareer.cli.shells import SHELLS
from penitcareer.cli.streams import hint
from penitcareer.domain.errors import PenitError, UsageProblem


def set_up_completion(arguments: list[str]) -> None:
    """`--show-completion SHELL` writes the completion script of a shell on stdout,
    `--install-completion SHELL` installs it."""
    option, _, value = arguments[0].partition("=")
    shell = value or (arguments[1] if len(arguments) > 1 else "")
    if shell not in SHELLS:
        from penitcareer.render.refusals.catalogue import choice

        raise UsageProblem(choice(option, shell, tuple(SHELLS)))
    if option == "--show-completion":
        sys.stdout.write(_script(shell))
        return
    try:
        path = _install(shell)
    except (OSError, RuntimeError, subprocess.SubprocessError, UnicodeError):
        raise PenitError(f"Installation impossible. Le script : penit --show-completion {shell}") from None
    hint(f"Complétion installée : {path}. Ouvrez un nouveau terminal.")


def _script(shell: str) -> str:
    from penitcareer.cli.typer_ours import get_completion_script

    return str(get_completion_script(prog_name="penit", complete_var="_PENIT_COMPLETE", shell=shell)) + "\n"


def _install(shell: str) -> Path:
    """Write the script where the shell looks for it, and have its start-up file read it.

    Typer's own installer decodes that file and writes it anew, loosens what Windows lets
    scripts do, and changes how zsh completes every command: ours only adds lines.
    """
    script, home = _script(shell), Path.home()
    match shell:
        case "bash":
            path = _written(home / ".bash_completions" / "penit.sh", script)
            quoted = str(path).replace("'", "'\\''")
            _add(home / ".bashrc", f"source '{quoted}'")
        case "zsh":
            # The last line: zsh reads the file at the first Tab, which must answer too.
            path = _written(home / ".zfunc" / "_penit", script + '_penit_completion "$@"\n')
            _add(_folder("ZDOTDIR", home) / ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit")
        case "fish":
            path = _written(_folder("XDG_CONFIG_HOME", home / ".config") / "fish/completions/penit.fish", script)
        case _:
            path = _powershell_profile(shell)
            _add(path, script)
    return path


def _folder(variable: str, default: Path) -> Path:
    return Path(os.environ.get(variable) or default)


def _written(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8", newline="\n")
    return path


def _add(path: Path, lines: str) -> None:
    """Add lines at the end of a start-up file that lacks them, whatever its encoding."""
    if path.exists() and not path.is_file():
        raise OSError("not a regular file")
    kept = path.read_bytes() if path.exists() else b""
    wide = kept.startswith(b"\xff\xfe")  # what PowerShell 5 writes
    added = lines.encode("utf-16-le") if wide else os.fsencode(lines)
    end = "\n".encode("utf-16-le") if wide else b"\n"
    if added in kept:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write((b"" if kept.endswith(end) or not kept else end) + added + end)


def _powershell_profile(shell: str) -> Path:
    """Where this PowerShell keeps what it reads when it starts."""
    ask = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    done = subprocess.run([shell, "-NoProfile", "-Command", ask], check=True, capture_output=True, timeout=60)  # noqa: S603
    return Path(done.stdout.decode("utf-8-sig").strip())
