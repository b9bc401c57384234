"""Thousands of the user's own métiers: what a command costs then, against the built-in ones."""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import tables
from benchmarks.cases import penit
from benchmarks.generated import metier, write_metiers
from benchmarks.processes import (
    Runner,
    clean_environment,
    peak_memory,
    prepare,
    progress,
    run_in_terminal,
    run_piped,
)

METIERS = 2_000
LAYOUTS = {"un métier par fichier": 1, "100 métiers par fichier": 100}
BUILT_IN = "le catalogue seul"
# At 20 000 métiers. The times of the commands, against the catalogue alone, are for 2 000.
MOST_COLD_SECONDS, MOST_COLD_MEMORY = 25, 400_000_000
MOST_MEMORY, MOST_MEMORY_FOR_ONE = 250_000_000, 100_000_000
WARM_HEADINGS = ("commande", "catalogue", "durée", "/ seul", "cible", "mémoire", "cible")
COLD_HEADINGS = ("catalogue", "YAML", "premier appel", "cible", "mémoire", "cible", "cache")


class Question(NamedTuple):
    """A command asked to every catalogue, its most time against the built-in métiers, and its
    most memory."""

    label: str
    arguments: tuple[str, ...]
    most: float | None = None
    memory: int = MOST_MEMORY
    runner: Runner = run_piped


QUESTIONS = (
    Question("show cpip", ("show", "cpip"), 2, MOST_MEMORY_FOR_ONE),
    Question("list", ("list",), 5),
    Question("find juge (un sur dix)", ("find", "juge"), 5),
    Question("find peine (presque tous)", ("find", "peine")),
    Question("net 3500", ("net", "3500"), memory=MOST_MEMORY_FOR_ONE),
    Question("list, sur un terminal", ("list",), runner=run_in_terminal),
)

Warm = dict[tuple[str, str], tuple[float, int]]  # by question and catalogue: seconds, peak bytes


class Cold(NamedTuple):
    """The first call on a catalogue, and what it leaves."""

    yaml_size: int
    seconds: float
    memory: int
    cache_size: int


def measure(rounds: int, markdown: bool, metiers: int = METIERS) -> None:
    """Print the table of first calls, then the table of the following ones."""
    from tempfile import TemporaryDirectory

    prepare()
    with TemporaryDirectory() as name:
        folder = Path(name)
        homes = {catalogue: folder / str(rank) for rank, catalogue in enumerate((BUILT_IN, *LAYOUTS))}
        cold = {catalogue: _first_call(catalogue, home, metiers) for catalogue, home in homes.items()}
        warm = _next_calls(homes, rounds)
    progress("")
    print(tables.to_text(tables.Table(COLD_HEADINGS, list(_cold_rows(cold))), markdown))
    print(tables.to_text(tables.Table(WARM_HEADINGS, list(_warm_rows(warm)), labels=2), markdown), end="")
    python = ".".join(str(part) for part in sys.version_info[:3])
    print(f"\n{tables.number(metiers)} métiers inventés. Durées : médiane de {rounds}, cache chaud. Python {python}.")


def _first_call(catalogue: str, home: Path, metiers: int) -> Cold:
    """Generate a catalogue, then read it twice without a cache: for the time, for the memory."""
    progress(f"{catalogue} : premier appel")
    environment = clean_environment(home)
    size = 0
    home.mkdir()
    if catalogue in LAYOUTS:
        size = write_metiers(home / "config" / "penitcareer" / "metiers", metiers, LAYOUTS[catalogue])
    finished = run_piped(penit("list"), environment)
    if catalogue in LAYOUTS and metier(metiers - 1)["sigle"].encode() not in finished.output:
        raise SystemExit("Les métiers inventés ne sont pas tous lus : le schéma a-t-il changé ?")
    memory = peak_memory(run_piped, penit("list"), {**environment, "XDG_CACHE_HOME": str(home / "second_cache")})
    cache = sum(path.stat().st_size for path in (home / "cache").rglob("*") if path.is_file())
    return Cold(size, finished.seconds, memory, cache)


def _next_calls(homes: dict[str, Path], rounds: int) -> Warm:
    """Times of the catalogues interleaved, so that a slow moment is shared by all."""
    warm: Warm = {}
    for question in QUESTIONS:
        seconds: dict[str, list[float]] = {catalogue: [] for catalogue in homes}
        for turn in range(rounds):
            progress(f"{question.label}, tour {turn + 1} sur {rounds}")
            for catalogue, home in homes.items():
                finished = question.runner(penit(*question.arguments), clean_environment(home))
                seconds[catalogue].append(finished.seconds)
        for catalogue, home in homes.items():
            memory = peak_memory(question.runner, penit(*question.arguments), clean_environment(home))
            warm[question.label, catalogue] = (median(seconds[catalogue]), memory)
    return warm


def _cold_rows(cold: dict[str, Cold]) -> Iterable[tuple[str, ...]]:
    for catalogue, first in cold.items():
        size = tables.megabytes(first.yaml_size) if first.yaml_size else tables.UNKNOWN
        cache = tables.megabytes(first.cache_size)
        seconds = tables.target(first.seconds, MOST_COLD_SECONDS, lambda most: f"{tables.number(most)} s")
        memory = tables.target(first.memory, MOST_COLD_MEMORY, tables.megabytes)
        times = (tables.milliseconds(first.seconds), seconds, tables.megabytes(first.memory), memory)
        yield (catalogue, size, *times, cache)


def _warm_rows(warm: Warm) -> Iterable[tuple[str, ...]]:
    most = {question.label: question for question in QUESTIONS}
    for (label, catalogue), (seconds, memory) in warm.items():
        relative = seconds / warm[label, BUILT_IN][0]
        measured = catalogue != BUILT_IN
        yield (
            label,
            catalogue,
            tables.milliseconds(seconds),
            tables.ratio(relative),
            tables.target(relative, most[label].most if measured else None, tables.number),
            tables.megabytes(memory),
            tables.target(memory, most[label].memory if measured else None, tables.megabytes),
        )


if __name__ == "__main__":
    measure(rounds=20, markdown=False)
