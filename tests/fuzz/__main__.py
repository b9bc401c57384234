"""`make fuzz`: hostile calls and files from a seed; each find is printed as a case to keep.

make fuzz FUZZ="--cases 100000 --seed 3 --corps 5000"
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.conftest import FIXED, of_the_machine
from tests.fuzz import corps
from tests.fuzz.calls import case, shown
from tests.fuzz.running import broken

PARTS, CORPS_PART = 8, 300


def finds(seed: int, numbers: range) -> list[str]:
    """What breaks among the cases of these numbers, in a home and a folder of their own."""
    with world() as home:
        (home / "calls").mkdir()
        found = []
        for number in numbers:
            one = case(Random(f"{seed}-{number}"))
            what = broken(one, home / "calls")
            if what is not None:
                found.append(f"seed {seed}, case {number}: {what}\n{shown(one)}")
        return found


def corps_finds(seed: int, count: int) -> list[str]:
    """What breaks with mutated corps."""
    with world() as home:
        (home / "corps").mkdir()
        return list(corps.failures(home / "corps", seed, count))


@contextmanager
def world() -> Iterator[Path]:
    """Nothing of the machine's own settings reaches a case, nothing of a case stays."""
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (no terminal: no pager)
    with tempfile.TemporaryDirectory() as name:
        for variable in of_the_machine(tuple(os.environ)):
            os.environ.pop(variable, None)
        os.environ.update(FIXED, HOME=name, XDG_CACHE_HOME=f"{name}/cache", XDG_CONFIG_HOME=f"{name}/config")
        yield Path(name)


def main() -> int:
    """Run what the command line asks for; 1 when something broke."""
    parser = argparse.ArgumentParser(description="Hostile calls of penit, from a seed.")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corps", type=int, default=0, help="mutated files of corps")
    asked = parser.parse_args()
    start, found = time.perf_counter(), 0
    parts = [range(asked.first + part, asked.first + asked.cases, PARTS) for part in range(PARTS)]
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(finds, asked.seed, part) for part in parts if part]
        jobs += [pool.submit(corps_finds, asked.seed + part, CORPS_PART) for part in range(0, asked.corps, CORPS_PART)]
        for job in as_completed(jobs):
            for what in job.result():
                sys.stdout.write(f"{what}\n")
                found += 1
    seconds = time.perf_counter() - start
    sys.stdout.write(f"{asked.cases} calls and {asked.corps} corps in {seconds:.0f} s: {found} finds\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
