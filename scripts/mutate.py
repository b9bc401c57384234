"""Mutation testing of the modules named in mutation/: does each small change break a test?

    python scripts/mutate.py [MODULE…]        search, pay/arithmetic, render/formats…

A settings file names modules, or folders of them, and the tests they share (mutants.py draws the
changes, mutant_trials.py tries them). Of a module with very many mutants, a drawn sample is
tried, always the same. A settings file may set its own bounds: `most` and `threshold`. Prints each
survivor with its change, then the score of each module; exit 1 when one is under the threshold.
docs/mutation.md explains the survivors.
"""

import ast
import difflib
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mutant_changes import Trial
from mutant_trials import ENDLESS, KILLED, outcomes
from mutants import Mutant, mutants_of, mutated, place_of

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, DOMAIN = "src/penitcareer/", "domain/"  # a module of the domain goes without its first folder
COPIED = ("src", "tests", "data", "docs", "mutation")
THRESHOLD, MOST, TIMEOUT = 90.0, 260, 20.0


class Settings(NamedTuple):
    """Modules that share their tests, the most mutants to try of each, the score to reach, and
    the seconds after which a mutant is endless."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    most: int
    threshold: float
    timeout: float


def main(asked: list[str]) -> int:
    """Mutate the modules asked for, all by default; a folder is all its modules."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        for name in COPIED:
            shutil.copytree(ROOT / name, Path(folder, name), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        os.chdir(folder)
        sys.path.insert(0, str(Path(folder, "src")))
        return measure(asked)


def measure(asked: list[str]) -> int:
    """The same, from the copy of the tree, which may be edited meanwhile."""
    every = [settings_of(path) for path in sorted(Path("mutation").glob("*.toml"))]
    names = [name_of(source) for settings in every for source in settings.modules]
    unknown = [one for one in asked if not any(is_asked(name, [one]) for name in names)]
    if unknown:
        raise SystemExit(f"Module inconnu : {', '.join(unknown)}. Modules : {', '.join(names)}")
    scores = [score for settings in every for score in measured(settings, asked)]
    return 0 if all(scores) else 1


def settings_of(path: Path) -> Settings:
    """What a file says."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    modules = [source for named in said["modules"] for source in _sources(named)]
    return Settings(
        tuple(source for source in modules if source not in said.get("except", [])),
        tuple(said["tests"]),
        said.get("most", MOST),
        said.get("threshold", THRESHOLD),
        said.get("timeout", TIMEOUT),
    )


def _sources(named: str) -> Iterator[str]:
    """The files that settings name: a module, or those of a folder."""
    found = Path(PACKAGE, named)
    for file in sorted(found.glob("*.py")) if found.is_dir() else [found]:
        if file.name != "__init__.py" or not found.is_dir():
            yield file.as_posix()


def name_of(source: str) -> str:
    """How a module is asked for."""
    return source.removeprefix(PACKAGE).removeprefix(DOMAIN).removesuffix(".py")


def is_asked(name: str, asked: list[str]) -> bool:
    """Whether a module is one of those asked for, or in one of those folders."""
    return not asked or any(name == one or name.startswith(f"{one}/") for one in asked)


def measured(settings: Settings, asked: list[str]) -> Iterator[bool]:
    """Whether each module reaches its score; its survivors and its score are printed."""
    modules = [source for source in settings.modules if is_asked(name_of(source), asked)]
    drawn = {source: mutants_of(Path(source).read_text(encoding="utf-8"), settings.most) for source in modules}
    trials = [trial for source, (mutants, _) in drawn.items() for trial in trials_of(source, mutants)]
    if not trials:
        return
    start = time.monotonic()
    found = outcomes(trials, settings.tests, settings.timeout)
    print(f"{len(trials)} altérations en {time.monotonic() - start:.0f} s\n", flush=True)
    told = iter(zip(trials, found, strict=True))
    for source, (mutants, whole) in drawn.items():
        tried = [next(told) for _ in mutants]
        for trial, outcome in tried:
            if outcome != KILLED:
                print(f"--- {name_of(source)}, {outcome}\n{trial.change}\n")
        killed = sum(outcome in (KILLED, ENDLESS) for _, outcome in tried)
        score = 100.0 * killed / max(len(tried), 1)
        among = f", tirés de {whole}" if whole > len(tried) else ""
        print(f"{name_of(source)} : {killed} mutants tués sur {len(tried)}{among} ({score:.1f} %)", flush=True)
        yield score >= settings.threshold


def trials_of(source: str, mutants: list[Mutant]) -> Iterator[Trial]:
    """The mutants of a module, ready to be tried."""
    text = Path(source).read_text(encoding="utf-8")
    tree = ast.parse(text)
    for mutant in mutants:
        after = mutated(text, mutant)
        lines = list(difflib.unified_diff(text.split("\n"), after.split("\n"), lineterm="", n=2))[2:]
        yield Trial(source, after, place_of(tree, mutant.start[0]), "\n".join([mutant.operator, *lines]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
