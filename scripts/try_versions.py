"""Run the suite with other versions than the pinned ones, in a fresh environment.

    python scripts/try_versions.py floors    the lowest versions that pyproject.toml admits
    python scripts/try_versions.py newest    the newest that it admits
    python scripts/try_versions.py typer     the newest Typer of all: the command line's tests,
                                             then what a call costs beside the pinned Typer

The tools that test stay at the versions of constraints.txt. Exit 1: a test failed.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = re.compile(r"(?P<name>[\w-]+)>=(?P<version>[\d.]+)")
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "html5lib")
# pydantic asks for one exact version of its core: who frees the one frees the other.
TIED = {"pydantic": "pydantic_core"}
# What is installed past the declared ranges, and the tests that speak to it.
PAST = {"typer": ("typer",)}
TESTS = {"typer": ("tests/cli",)}


def floors() -> dict[str, str]:
    """The lowest version of each library that the program declares."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found = [FLOOR.match(line) for line in declared]
    return {one["name"]: one["version"] for one in found if one}


def constraints(kind: str) -> list[str]:
    """The pins of constraints.txt, those of what is tried taken out or set to its floor."""
    lowest = floors()
    freed = PAST.get(kind, tuple(lowest))
    pins = _without((*freed, *(TIED[name] for name in freed if name in TIED)))
    return [*pins, *(f"{name}=={version}" for name, version in lowest.items())] if kind == "floors" else pins


def _without(names: Iterable[str]) -> list[str]:
    out = {name.lower() for name in names}
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.split("==")[0].lower() not in out]


def main(kind: str) -> int:
    """Install, say the versions, run the tests."""
    with tempfile.TemporaryDirectory() as folder:
        python = _install(kind, Path(folder))
        listed = subprocess.run([python, "-m", "pip", "freeze"], capture_output=True, text=True, check=True).stdout
        tried = [line for line in listed.splitlines() if line.split("==")[0].lower() in floors()]
        sys.stdout.write(f"{kind} : {', '.join(tried)}\n")
        sys.stdout.flush()
        # What holds for any value holds at any version: `make test` has tried it.
        fixed = ["-m", "not hypothesis"]
        suite = ["-m", "pytest", "-n", "auto", "--dist", "worksteal", *fixed, "-p", "no:cacheprovider"]
        suite += TESTS.get(kind, ())
        code = subprocess.run([python, *suite], cwd=ROOT, check=False).returncode
        if kind in PAST:
            subprocess.run([sys.executable, "-m", "benchmarks.versus", python], cwd=ROOT, check=False)
    return min(code, 1)


def _install(kind: str, folder: Path) -> str:
    """The interpreter of a fresh environment that holds the program and its test tools."""
    pins = folder / "constraints.txt"
    pins.write_text("\n".join(constraints(kind)) + "\n", encoding="utf-8")
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    environment = os.environ | {"PIP_CONSTRAINT": str(pins), "PIP_BUILD_CONSTRAINT": str(pins)}
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "-e", f"{ROOT}[lots]", *TOOLS], env=environment, check=True)
    if kind in PAST:
        # pip says on stderr that the declared range does not hold: that is what is tried.
        subprocess.run([*pip, "--upgrade", *PAST[kind]], env=environment, check=True)
    return python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
