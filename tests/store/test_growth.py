"""Memory does not follow the number of métiers: only what is asked for is read and kept.

`python -m benchmarks --scale 20000` holds the targets at twenty thousand."""

import os
import sys
from pathlib import Path

import pytest
from benchmarks.cases import penit
from benchmarks.generated import code_of, write_metiers
from benchmarks.processes import clean_environment, peak_memory, run_piped

from tests import support

METIERS = 150
MEGABYTE = 1_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="ce système ne dit pas la mémoire d’un processus terminé")
def test_many_metiers_cost_little_memory(tmp_path: Path) -> None:
    assert support.penit("net", "3500").code == 0  # the cache of the catalogue alone
    small = clean_environment(Path(os.environ["HOME"]))
    large = clean_environment(tmp_path / "large")
    write_metiers(tmp_path / "large" / "config" / "penitcareer" / "metiers", METIERS, METIERS)
    alone = peak_memory(run_piped, penit("net", "3500"), small)
    assert alone < 30 * MEGABYTE  # warm

    def more_than_alone(*command: str) -> int:
        return peak_memory(run_piped, penit(*command), large) - alone

    assert more_than_alone("net", "3500") < 34 * MEGABYTE  # cold: 25 MB are those of pydantic
    assert more_than_alone("net", "3500") < 0.6 * MEGABYTE
    assert more_than_alone("show", code_of(METIERS - 1)) < 2 * MEGABYTE
