"""Mutation testing of the modules named in mutation/: does each small change break a test?

    python scripts/mutate.py [MODULE…]        search, pay/arithmetic…

A settings file names a module, a list of them, or a folder of modules that share their
tests. Each module is mutated in a copy of the tree, so that nothing here ever holds a mutant;
modules run side by side. Of a module with very many mutants, a drawn sample is tried, always
the same. A settings file may set its own bounds, under [mutate]: `most` and `threshold`.
Prints each survivor with its change, then the score of each module; exit 1 when one is
under the threshold. docs/mutation.md explains the survivors.
"""

import compileall
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from cosmic_ray.work_db import WorkDB, use_db  # type: ignore[import-untyped]
from cosmic_ray.work_item import WorkerOutcome, WorkItem, WorkResult  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, DOMAIN = "src/penitcareer/", "domain/"  # a module of the domain goes without its first folder
THRESHOLD = 90.0
MOST_MUTANTS, SEED = 260, 2026
COPIED = ("src", "tests", "data", "mutation", "pyproject.toml", "README.md")
NAMED = re.compile(r'^module-path = (?:"[^"]*"|\[[^\]]*\])', re.MULTILINE)
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", ".hypothesis")


class Target(NamedTuple):
    """A module to mutate: its name, its file, its settings, the most mutants to try and the
    score to reach."""

    name: str
    source: str
    settings: str
    most: int
    threshold: float


class Outcome(NamedTuple):
    """What became of the mutants of a module; `whole`: how many there are, tried or not."""

    module: str
    threshold: float
    whole: int
    mutants: int
    survivors: tuple[str, ...]

    @property
    def score(self) -> float:
        """Percentage of the mutants tried that a test killed."""
        return 100.0 * (self.mutants - len(self.survivors)) / max(self.mutants, 1)


def main(asked: list[str]) -> int:
    """Mutate the modules asked for, all by default."""
    known = {target.name: target for target in targets()}
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise SystemExit(f"Module inconnu : {', '.join(unknown)}. Modules : {', '.join(known)}")
    chosen = [known[name] for name in asked or known]
    chosen.sort(key=lambda target: -(ROOT / target.source).stat().st_size)  # the longest first
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        outcomes = list(pool.map(mutate, chosen))
    for outcome in outcomes:
        _says(summary(outcome))
    return 0 if all(outcome.mutants and outcome.score >= outcome.threshold for outcome in outcomes) else 1


def targets() -> Iterator[Target]:
    """Every module that a settings file of mutation/ names, alone or in its folder."""
    for path in sorted((ROOT / "mutation").glob("*.toml")):
        settings = path.read_text(encoding="utf-8")
        read = tomllib.loads(settings)
        own, bounds = read["cosmic-ray"], read.get("mutate", {})
        for source in _sources(own["module-path"]):
            if source not in own["excluded-modules"]:
                name = source.removeprefix(PACKAGE).removeprefix(DOMAIN).removesuffix(".py")
                most, threshold = bounds.get("most", MOST_MUTANTS), bounds.get("threshold", THRESHOLD)
                yield Target(name, source, settings, most, threshold)


def _sources(named: str | list[str]) -> Iterator[str]:
    """The files that settings name: one module, several, or those of a folder."""
    for path in [named] if isinstance(named, str) else named:
        found = ROOT / path
        for file in sorted(found.glob("*.py")) if found.is_dir() else [found]:
            yield file.relative_to(ROOT).as_posix()


def mutate(target: Target) -> Outcome:
    """The mutants of a module, in a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix=f"mutation-{Path(target.source).stem}-") as folder:
        _copy(Path(folder), target)
        config, session = "mutation.toml", "mutation.sqlite"
        settings = NAMED.sub(f'module-path = "{target.source}"', target.settings, count=1)
        Path(folder, config).write_text(settings, encoding="utf-8")
        _call(folder, "cosmic-ray", "baseline", config)
        _call(folder, "cosmic-ray", "init", config, session)
        _call(folder, "cr-filter-operators", session, config)
        whole = sample(Path(folder, session), target.most)
        _says(f"{target.name} : mutation en cours")
        _call(folder, "cosmic-ray", "exec", config, session)
        dump = _call(folder, "cosmic-ray", "dump", session)
    outcome = _outcome(target, whole, dump)
    _says("\n".join(f"--- {target.name}, survivant\n{survivor}" for survivor in outcome.survivors))
    return outcome


def sample(session: Path, most: int) -> int:
    """Leave out of a session what is beyond the most mutants, drawn the same each time;
    how many there were."""
    with use_db(str(session), WorkDB.Mode.open) as database:
        pending = sorted(database.pending_work_items, key=_place)
        left_out = random.Random(SEED).sample(pending, max(len(pending) - most, 0))
        database.set_multiple_results(
            [item.job_id for item in left_out], WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
        )
    return len(pending)


def summary(outcome: Outcome) -> str:
    """One line on a module."""
    killed = outcome.mutants - len(outcome.survivors)
    drawn = f", tirés de {outcome.whole}" if outcome.whole > outcome.mutants else ""
    return f"{outcome.module} : {killed} mutants tués sur {outcome.mutants}{drawn} ({outcome.score:.1f} %)"


def _place(item: WorkItem) -> tuple[Any, ...]:
    mutation = item.mutations[0]
    return mutation.start_pos, mutation.end_pos, mutation.operator_name, mutation.occurrence


def _copy(folder: Path, target: Target) -> None:
    """Copy the tree, compiled but for the module that will change at each run."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=IGNORED)
        elif source.exists():
            shutil.copy(source, folder / name)
    compileall.compile_dir(folder, quiet=1)
    module = folder / target.source
    for compiled in module.parent.glob(f"__pycache__/{module.stem}.*.pyc"):
        compiled.unlink()


def _call(folder: str, tool: str, *arguments: str) -> str:
    """Run a tool of this environment in the copy, whose `src` wins over the installed one."""
    binaries = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(Path(folder, "src")),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_CACHE_HOME": str(Path(folder, "cache")),
    }
    call = [str(binaries / tool), *arguments]
    done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} : échec\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _outcome(target: Target, whole: int, dump: str) -> Outcome:
    mutants, survivors = 0, []
    for item, result in _results(dump):
        if result["worker_outcome"] == "skipped":
            continue
        mutants += 1
        if result["test_outcome"] == "survived":
            mutation = item["mutations"][0]
            survivors.append(f"{mutation['operator_name']}\n{result['diff']}")
    return Outcome(target.name, target.threshold, whole, mutants, tuple(survivors))


def _results(dump: str) -> Iterator[tuple[Any, Any]]:
    for line in dump.splitlines():
        item, result = json.loads(line)
        if result is not None:
            yield item, result


def _says(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
