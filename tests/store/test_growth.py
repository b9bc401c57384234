"""Memory does not follow the number of métiers: only what is asked for is read and kept.

`python -m benchmarks --scale 20000` holds the targets at twenty thousand."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.cases import penit
from benchmarks.generated import code_of, write_metiers
from benchmarks.processes import clean_environment, peak_memory, run_piped

METIERS = 150
MEGABYTE = 1_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="ce système ne dit pas la mémoire d’un processus terminé")
def test_many_metiers_cost_little_memory(tmp_path: Path) -> None:
    few, many = (clean_environment(tmp_path / name) for name in ("few", "many"))
    for home, count in ((few, 1), (many, METIERS)):
        write_metiers(Path(home["XDG_CONFIG_HOME"], "penitcareer", "metiers"), count, METIERS)

    def peak(home: Mapping[str, str], *command: str) -> int:
        return peak_memory(run_piped, penit(*command), dict(home))

    cold, warm = peak(few, "net", "3500"), peak(few, "net", "3500")
    assert warm < 30 * MEGABYTE
    assert peak(many, "net", "3500") - cold < 7 * MEGABYTE
    assert peak(many, "net", "3500") - warm < 0.6 * MEGABYTE
    assert peak(many, "show", code_of(METIERS - 1)) - warm < 2 * MEGABYTE
