"""Write docs/cli.md from the program's own help, 80 columns wide, and the tables of fields of the
other pages from the records. `--print` only shows the first."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "cli.md"
WITH_TABLES = ("docs/donnees.md", "docs/json.md", "docs/reformes.md")
INTRODUCTION = """\
# Les commandes

Cette page est l’aide du programme, telle qu’il l’écrit : `make docs` la refait, un test la
compare à l’aide. Ce que chaque commande rend en JSON est décrit dans [json.md](json.md).
"""


def cli_reference() -> str:
    """The help of `penit`, then of each of its commands, as one Markdown page."""
    from penitcareer.cli.tree import COMMANDS

    parts = [INTRODUCTION, _section("penit", _help())]
    parts += [_section(f"penit {name}", _help(name)) for name in COMMANDS]
    return "\n".join(parts)


def _help(*command: str) -> str:
    """What `--help` writes in a pipe, whatever the terminal and the user's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PENIT_", "_PENIT"))}
    environment |= {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    call = [sys.executable, "-m", "penitcareer", *command, "--help"]
    return subprocess.run(call, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


def main(arguments: list[str]) -> int:
    """Write the pages, or print the first."""
    from field_tables import with_tables

    page = cli_reference()
    if arguments == ["--print"]:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(page)
    else:
        TARGET.write_text(page, encoding="utf-8")
        for name in WITH_TABLES:
            path = ROOT / name
            path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
