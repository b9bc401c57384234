"""What a call costs in another environment beside this one, in instructions.

python -m benchmarks.versus PYTHON_OF_THE_OTHER
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cases import CASES
from benchmarks.instructions import available, count
from benchmarks.processes import clean_environment, prepare, run_piped

COMPARED = ("net", "show", "help", "completion")


def main(other: str) -> None:
    """Print, for a few calls, the instructions here, there, and their ratio."""
    if not available():
        print("valgrind n’est pas installé : pas de rapport d’instructions.", file=sys.stderr)
        return
    prepare()
    theirs = (other, str(Path(other).with_name("penit")))
    print("\nInstructions (millions), les versions épinglées puis celles essayées :")
    with TemporaryDirectory() as folder, ThreadPoolExecutor(2) as both:  # a count follows no other's time
        environment = clean_environment(Path(folder))
        for name in COMPARED:
            case = CASES[name]
            variables = {**environment, **dict(case.variables)}
            commands = (case.command, (*theirs, *case.command[2:]))
            counts = list(both.map(partial(_warm_count, variables=variables), commands))
            print(f"  {case.label:<24} {counts[0] / 1e6:6.0f} {counts[1] / 1e6:6.0f}   × {counts[1] / counts[0]:.2f}")


def _warm_count(command: tuple[str, ...], variables: dict[str, str]) -> int:
    run_piped(command, variables)  # writes the cache and the byte-code
    return count(run_piped, command, variables)


if __name__ == "__main__":
    main(sys.argv[1])
