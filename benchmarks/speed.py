"""The cost of each command, towards a pipe and a terminal, against bare Typer."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import tables
from benchmarks.cases import CASES, OUTPUTS, PIPE, TERMINAL, YARDSTICK, Case
from benchmarks.instructions import available, count
from benchmarks.processes import (
    CommandFailed,
    Finished,
    Runner,
    clean_environment,
    prepare,
    progress,
    run_in_terminal,
    run_piped,
)

RUNNERS: dict[str, Runner] = {PIPE: run_piped, TERMINAL: run_in_terminal}
TIMES, QUICK_TIMES = 20, 5
HEADINGS = ("commande", "sortie", "instructions", "/ Typer", "cible", "durée", "/ Typer")

Spot = tuple[str, str]  # the name of a case and its output


class Cost(NamedTuple):
    """What a case costs; instructions are None without valgrind."""

    instructions: int | None
    seconds: float


def measure(quick: bool, only: str | None, markdown: bool) -> None:
    """Print the table of costs."""
    from tempfile import TemporaryDirectory

    prepare()
    counting = available()
    if not counting:
        print("valgrind n’est pas installé : durées seules, sans instructions ni cibles.", file=sys.stderr)
    names = list(CASES) if only is None else list(dict.fromkeys((YARDSTICK, only)))
    outputs = OUTPUTS if os.name == "posix" and not quick else (PIPE,)
    spots = [(name, output) for name in names for output in outputs]
    with TemporaryDirectory() as folder:
        environment = clean_environment(Path(folder))
        costs = _costs(spots, environment, QUICK_TIMES if quick else TIMES, counting)
    print(tables.to_text(tables.Table(HEADINGS, list(_rows(spots, costs)), labels=2), markdown), end="")
    print(_caption(quick, counting))


def _costs(spots: list[Spot], environment: dict[str, str], times: int, counting: bool) -> dict[Spot, Cost]:
    """Times first, each round going through every case: a slow moment is shared by all."""
    for spot in spots:
        _warm(spot, environment)
    seconds: dict[Spot, list[float]] = {spot: [] for spot in spots}
    for turn in range(times):
        progress(f"durées, tour {turn + 1} sur {times}")
        for spot in spots:
            seconds[spot].append(_run(spot, environment).seconds)
    counts: dict[Spot, int | None] = dict.fromkeys(spots)
    for name, output in spots if counting else ():
        progress(f"instructions : {CASES[name].label}, {output}")
        case = CASES[name]
        _warm((name, output), environment)  # a source edited meanwhile would empty the cache
        counts[name, output] = count(RUNNERS[output], case.command, {**environment, **dict(case.variables)})
    progress("")
    return {spot: Cost(counts[spot], median(seconds[spot])) for spot in spots}


def _warm(spot: Spot, environment: dict[str, str]) -> None:
    """Fill the cache, and check that the command says something."""
    case = CASES[spot[0]]
    if not _run(spot, environment).output.strip() and not case.silent:
        raise CommandFailed(f"{case.label} n’a rien écrit")


def _run(spot: Spot, environment: dict[str, str]) -> Finished:
    name, output = spot
    return RUNNERS[output](CASES[name].command, {**environment, **dict(CASES[name].variables)})


def _rows(spots: Iterable[Spot], costs: dict[Spot, Cost]) -> Iterable[tuple[str, ...]]:
    for name, output in spots:
        cost, yardstick = costs[name, output], costs[YARDSTICK, output]
        counted = _counted(CASES[name], output, cost, yardstick)
        times = (tables.milliseconds(cost.seconds), tables.ratio(cost.seconds / yardstick.seconds))
        yield (CASES[name].label, output, *counted, *times)


def _counted(case: Case, output: str, cost: Cost, yardstick: Cost) -> tuple[str, str, str]:
    if cost.instructions is None or yardstick.instructions is None:
        return (tables.UNKNOWN,) * 3
    relative = cost.instructions / yardstick.instructions
    target = tables.target(relative, case.target(output), lambda most: tables.number(most, 2))
    return tables.millions(cost.instructions), tables.ratio(relative, decimals=3), target


def _caption(quick: bool, counting: bool) -> str:
    python = ".".join(str(part) for part in sys.version_info[:3])
    counted = "Instructions : callgrind, PYTHONHASHSEED=0. " if counting else ""
    return f"\n{counted}Durées : médiane de {QUICK_TIMES if quick else TIMES}. Cache chaud, Python {python}."
