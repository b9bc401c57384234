"""Mutation testing of the modules named in mutation/: does each small change break a test?

    python scripts/mutate.py [MODULE…]

Each module is mutated in a copy of the tree, so that nothing here ever holds a mutant;
modules run side by side. Prints each survivor with its change, then the score of each
module; exit 1 when one is under the threshold. docs/mutation.md explains the survivors.
"""

import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
THRESHOLD = 90.0
COPIED = ("src", "tests", "data", "mutation", "pyproject.toml", "README.md")
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", ".hypothesis")


class Outcome(NamedTuple):
    """What became of the mutants of a module."""

    module: str
    mutants: int
    survivors: tuple[str, ...]

    @property
    def score(self) -> float:
        """Percentage of mutants that a test killed."""
        return 100.0 * (self.mutants - len(self.survivors)) / max(self.mutants, 1)


def main(asked: list[str]) -> int:
    """Mutate the modules asked for, all by default."""
    modules = asked or sorted(path.stem for path in (ROOT / "mutation").glob("*.toml"))
    modules.sort(key=lambda module: -_source(ROOT, module).stat().st_size)  # the longest first
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        outcomes = list(pool.map(mutate, modules))
    for outcome in outcomes:
        killed = outcome.mutants - len(outcome.survivors)
        _says(f"{outcome.module} : {killed} mutants tués sur {outcome.mutants} ({outcome.score:.1f} %)")
    return 0 if all(outcome.mutants and outcome.score >= THRESHOLD for outcome in outcomes) else 1


def mutate(module: str) -> Outcome:
    """Every mutant of a module, in a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix=f"mutation-{module}-") as folder:
        _copy(Path(folder), module)
        config, session = f"mutation/{module}.toml", f"{module}.sqlite"
        _call(folder, "cosmic-ray", "baseline", config)
        _call(folder, "cosmic-ray", "init", config, session)
        _call(folder, "cr-filter-operators", session, config)
        _says(f"{module} : mutation en cours")
        _call(folder, "cosmic-ray", "exec", config, session)
        dump = _call(folder, "cosmic-ray", "dump", session)
    outcome = _outcome(module, dump)
    _says("\n".join(f"--- {module}, survivant\n{survivor}" for survivor in outcome.survivors))
    return outcome


def _source(root: Path, module: str) -> Path:
    return root / "src" / "penitcareer" / "domain" / f"{module}.py"


def _copy(target: Path, module: str) -> None:
    """Copy the tree, compiled but for the module that will change at each run."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=IGNORED)
        elif source.exists():
            shutil.copy(source, target / name)
    compileall.compile_dir(target, quiet=1)
    for compiled in _source(target, module).parent.glob(f"__pycache__/{module}.*.pyc"):
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


def _outcome(module: str, dump: str) -> Outcome:
    mutants, survivors = 0, []
    for item, result in _results(dump):
        if result["worker_outcome"] == "skipped":
            continue
        mutants += 1
        if result["test_outcome"] == "survived":
            mutation = item["mutations"][0]
            survivors.append(f"{mutation['operator_name']}\n{result['diff']}")
    return Outcome(module, mutants, tuple(survivors))


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
