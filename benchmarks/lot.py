"""`penit lot` on a made-up staff: rows a second and memory, from a CSV or Parquet file to each format. A row in
three or so has no payslip, as its échelon has no known index: it costs what another does.

    .venv/bin/python -m benchmarks.lot [ROWS]

Each run is a process of its own, so that its memory is its own. Targets: a million rows in 15 s on two
cores and 600 MB; the memory of ten million is that of one (run it with 10000000).
"""

import os
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

import numpy as np
import polars as pl

from penitcareer.domain.pay.corps import TRAINING
from penitcareer.store.opening import open_catalogue

ROWS, MOST_SECONDS, MOST_MB = 1_000_000, 15, 600
BLOCK = 500_000
REFORM = ["--reforme", "docs/reformes/point.yaml"]  # paid twice: under the law alone too
RUN = """
import resource, sys
from penitcareer.cli.main import run
code = run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(code)
"""


def main(rows: int) -> None:
    """Print the time and the memory of each run beside its target."""
    with tempfile.TemporaryDirectory() as folder:
        staff = Path(folder, "agents.csv")
        write_staff(staff, rows)
        print(f"{rows:,} lignes, {staff.stat().st_size / 1e6:.0f} Mo en CSV")
        typed = staff.with_suffix(".parquet")
        pl.scan_csv(staff, separator=";", infer_schema=False).sink_parquet(typed)
        rows_out = [["--sortie", f"{folder}/out{ending}"] for ending in (".csv", ".parquet", ".jsonl")]
        for file, options in product((staff, typed), (*rows_out, ["--synthese"], REFORM)):
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", RUN, "lot", str(file), *options],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                check=False,  # 1: some échelons have no index at all
            )
            seconds = time.perf_counter() - start
            assert "Traceback" not in done.stderr, done.stderr
            processor, memory = map(float, done.stderr.split()[-2:])
            target = f"visé {MOST_SECONDS * rows / ROWS:.0f} s et {MOST_MB} Mo"
            speed = (
                f"{seconds:5.1f} s ({processor:.1f} de processeur), {rows / seconds:9,.0f} lignes/s, {memory:4.0f} Mo"
            )
            print(f"  {file.name} -> {Path(options[-1]).name:12} {speed}, {target}")


def write_staff(path: Path, rows: int, exact: bool = False) -> None:
    """A staff of every corps, in every échelon, with bonuses of their own; `exact`: of known indices only."""
    corps = open_catalogue().corps
    steps = [
        (one.sigle, grade.code, echelon.echelon)
        for one in corps
        for grade in one.grades
        for echelon in grade.echelons
        if grade.code not in TRAINING and (echelon.sourced or not exact)
    ]
    dice = np.random.default_rng(2026)
    with path.open("wb") as file:
        for start in range(0, rows, BLOCK):
            size = min(BLOCK, rows - start)
            post = dice.integers(0, len(steps), size)
            table = pl.DataFrame({
                "matricule": np.arange(start, start + size),
                "corps": pl.Series([step[0] for step in steps])[post],
                "grade": pl.Series([step[1] for step in steps])[post],
                "echelon": pl.Series([step[2] for step in steps])[post],
                "zone": dice.integers(1, 3, size, endpoint=True),
                "enfants": dice.choice(5, size, p=[0.4, 0.2, 0.25, 0.1, 0.05]),
                "quotite": dice.choice([100, 90, 80, 60, 50], size, p=[0.8, 0.05, 0.1, 0.02, 0.03]),
                "primes": dice.integers(0, 60_000, size) / 100,
            })  # fmt: skip
            file.write(table.write_csv(include_header=not start, separator=";", decimal_comma=True).encode())


if __name__ == "__main__":
    os.environ.setdefault("PENIT_DATE", "2026-11-21")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
