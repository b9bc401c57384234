"""Run again every command that a page shows, and put its output in place.

A block is fenced by ```console, its first line is `$ penit …`, the rest is the exact
output in a pipe, 80 columns, on the day below, with nothing of the user's. Without
argument the PAGES are refreshed; `--check` only says which blocks have changed (exit 1).
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-21"
PAGES = ("README.md", "docs/visite.md", "docs/json.md", "docs/reformes.md")
BLOCK = re.compile(r"^```console\n\$ (penit[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(text: str, run: Callable[[str], str]) -> str:
    """A page whose blocks hold what `run` gives for their command."""
    return BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{run(block[1])}```", text)


def output_of(command: str) -> str:
    """What a command writes in a pipe, errors included, as a reader would paste it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PENIT_")}
        environment |= {
            "PENIT_DATE": DAY,
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "PYTHONIOENCODING": "utf-8",
            "XDG_CACHE_HOME": os.path.join(home, "cache"),
            "XDG_CONFIG_HOME": os.path.join(home, "config"),
        }
        call = [sys.executable, "-m", "penitcareer", *shlex.split(command)[1:]]
        done = subprocess.run(call, env=environment, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def main(arguments: list[str]) -> int:
    """Refresh the pages given, README.md by default."""
    check = "--check" in arguments
    pages = [Path(name) for name in arguments if name != "--check"] or [ROOT / name for name in PAGES]
    stale = 0
    for page in pages:
        before = page.read_text(encoding="utf-8")
        after = refreshed(before, output_of)
        if after != before:
            stale += 1
            sys.stdout.write(f"{page.name} : {'à refaire, make docs' if check else 'refait'}\n")
            if not check:
                page.write_text(after, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
