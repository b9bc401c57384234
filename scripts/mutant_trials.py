"""Try mutants quickly: nothing is written, and a test is run only if it runs the line that changed.

One process of pytest collects the tests of some modules and runs them once, noting the lines that
each one runs. Then for each mutant it forks: the child puts the changed code in place of the
function's own, and runs the tests of that line, those that killed the last mutants first, then the
quickest. What acts at import (a constant, a default), and what outlives this, is tried again in a
fork where nothing of ours is loaded yet: the module is then read changed from the start.
"""

import gc
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis  # noqa: F401 - what no mutant changes is loaded once, here
import pydantic  # noqa: F401
import pytest
import rich.console  # noqa: F401
import typer  # noqa: F401
import yaml  # noqa: F401
from mutant_changes import Changed, Trial, put_in_place

KILLED, SURVIVED, ENDLESS, UNTRIED = "tuée", "survivante", "sans fin", "non essayée"
ROOM = 3 << 30  # what an endless mutant may take of memory
MOST_SECONDS = 12.0  # of tests for a mutant: a line that everything runs has the quickest, never all of them
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain", "--tb=short", "--capture=sys")


def outcomes(trials: Sequence[Trial], tests: Sequence[str], timeout: float) -> list[str]:
    """What became of each mutant."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        kept = Path(folder, "warm.json")
        warm = Warm(trials, timeout, kept)
        _forked(lambda: int(pytest.main([*OPTIONS, *tests], plugins=[warm])), quiet=False)
        if not kept.exists():
            raise SystemExit("Les tests n’ont pas pu être lancés.")
        found, chosen = json.loads(kept.read_text(encoding="utf-8"))
    for rank, (trial, outcome) in enumerate(zip(trials, found, strict=True)):
        if outcome in (SURVIVED, UNTRIED) and chosen[rank]:
            found[rank] = cold(trial, chosen[rank], timeout)
        elif outcome == UNTRIED:
            found[rank] = SURVIVED  # no test runs it
    return list(found)


class Warm:
    """A pytest plugin: its loop tries mutants in forks of the process that ran the tests once."""

    def __init__(self, trials: Sequence[Trial], timeout: float, kept: Path) -> None:
        self.trials, self.timeout, self.kept = trials, timeout, kept
        self.sources = {str(Path(trial.source).resolve()): trial.source for trial in trials}
        self.runners: dict[tuple[str, int], list[int]] = defaultdict(list)  # of a line, the tests that run it
        self.lasted: list[float] = []
        self.files: list[str] = []
        self.failing: set[int] = set()
        self.kills: dict[int, int] = defaultdict(int)
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        self.failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of pytest's own loop."""
        # The session's fixtures stay: after the last test, the first is said to come.
        for rank, (item, following) in enumerate(pairwise([*session.items, session.items[0]])):
            self._first_run(rank, item, following)
        gc.freeze()
        self._leave_out_what_fails_already(session.items)
        found = []
        for done, trial in enumerate(self.trials):
            if not done % 100:
                print(f"\n{done} altérations essayées sur {len(self.trials)}", end="", flush=True)
            found.append(self._outcome(trial, session.items))
            if found[-1] == SURVIVED:
                print(f"\n--- {trial.source}, peut-être survivante\n{trial.change}", flush=True)
        chosen = [[session.items[rank].nodeid for rank in self._with_neighbours(trial)] for trial in self.trials]
        self.kept.write_text(json.dumps([found, chosen]), encoding="utf-8")
        return True

    def _first_run(self, rank: int, item: pytest.Item, following: pytest.Item) -> None:
        lines: set[tuple[str, int]] = set()

        def inside(frame: FrameType, event: str, _: object) -> Any:
            if event == "line":
                lines.add((frame.f_code.co_filename, frame.f_lineno))
            return inside

        def called(frame: FrameType, *_: object) -> Any:
            return inside if frame.f_code.co_filename in self.sources else None

        start = time.perf_counter()
        sys.settrace(called)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        sys.settrace(None)
        self.lasted.append(time.perf_counter() - start)
        self.files.append(item.nodeid.partition("::")[0])
        for file, line in lines:
            self.runners[self.sources[file], line].append(rank)

    def _leave_out_what_fails_already(self, items: list[pytest.Item]) -> None:
        """What fails in a copy of the tree, in a fork, or when the quickest come first, would kill any mutant."""
        order = sorted(range(len(items)), key=self.lasted.__getitem__)
        status, failed = self._failures(items, order, lambda: None, keep_on=True)
        if status:
            raise SystemExit("Un essai ne finit pas dans une copie du processus : il compte sur un fil d’exécution.")
        self.failing = set(failed)
        for ranks in self.runners.values():
            ranks[:] = [rank for rank in ranks if rank not in self.failing]
        for rank in failed:
            print(f"Laissé de côté, car il échoue sans altération : {items[rank].nodeid}")

    def _chosen(self, trial: Trial) -> list[int]:
        """The tests to run, by their rank: those of the line, or of the whole module for what acts at import."""
        if trial.place.function is None:
            ranks = {one for (source, _), ranks in self.runners.items() if source == trial.source for one in ranks}
        else:
            ranks = {one for line in trial.place.lines for one in self.runners.get((trial.source, line), ())}
        return self._within_seconds(sorted(ranks, key=lambda rank: (-self.kills[rank], self.lasted[rank])))

    def _with_neighbours(self, trial: Trial) -> list[int]:
        """The same, then the others of their files: a fixture that they share runs its lines for the first alone."""
        chosen = self._chosen(trial)
        files = {self.files[rank] for rank in chosen}
        others = {rank for rank, file in enumerate(self.files) if file in files} - {*chosen, *self.failing}
        return self._within_seconds([*chosen, *sorted(others, key=self.lasted.__getitem__)])

    def _within_seconds(self, best_first: list[int]) -> list[int]:
        after = accumulate(self.lasted[rank] for rank in best_first)
        return [rank for rank, seconds in zip(best_first, after, strict=True) if seconds < MOST_SECONDS]

    def _outcome(self, trial: Trial, items: list[pytest.Item]) -> str:
        if trial.place.function is None or not (chosen := self._chosen(trial)):
            return UNTRIED
        status, failed = self._failures(items, chosen, lambda: put_in_place(trial))
        for rank in failed:
            self.kills[rank] += 1
        return {0: SURVIVED, 1: KILLED, -signal.SIGALRM: ENDLESS}.get(status, UNTRIED)

    def _failures(
        self, items: list[pytest.Item], ranks: list[int], change: Callable[[], None], keep_on: bool = False
    ) -> tuple[int, list[int]]:
        """In a fork, once something is changed there: its exit status, and the tests that failed, one or all."""
        told, tells = os.pipe()

        def child() -> int:
            change()
            items[0].session._setupstate.teardown_exact(items[ranks[0]])
            for rank, following in pairwise([*ranks, ranks[0]]):
                self.failed = False
                signal.setitimer(signal.ITIMER_REAL, self.timeout)
                items[rank].config.hook.pytest_runtest_protocol(item=items[rank], nextitem=items[following])
                if self.failed:
                    os.write(tells, f"{rank} ".encode())
                    if not keep_on:
                        return 1
            return 0

        status = _forked(child)
        os.close(tells)
        with os.fdopen(told) as pipe:
            return status, [int(rank) for rank in pipe.read().split()]


def cold(trial: Trial, nodeids: Sequence[str], timeout: float) -> str:
    """What becomes of a mutant when the module is read changed from the start."""

    def child() -> int:
        sys.meta_path.insert(0, Changed(trial))
        files = dict.fromkeys(nodeid.split("::")[0] for nodeid in nodeids)
        return int(pytest.main([*OPTIONS, "-x", *files], plugins=[Only(nodeids, timeout)]))

    status = _forked(child)
    return ENDLESS if status == -signal.SIGALRM else KILLED if status else SURVIVED


class Only:
    """A pytest plugin that keeps some tests, in an order, each for some seconds at most."""

    def __init__(self, nodeids: Sequence[str], timeout: float) -> None:
        self.timeout = timeout
        self.order = {nodeid: rank for rank, nodeid in enumerate(nodeids)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep them."""
        items[:] = sorted((one for one in items if one.nodeid in self.order), key=lambda one: self.order[one.nodeid])

    def pytest_runtest_setup(self) -> None:
        """Start the count of seconds of a test."""
        signal.setitimer(signal.ITIMER_REAL, self.timeout)


def _forked(child: Callable[[], int], quiet: bool = True) -> int:
    """The exit status of what a fork does: negative when a signal ended it, 3 when it could not begin."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 3
        try:
            if quiet:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 1)
                os.dup2(nowhere, 2)
                resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            status = child()
        finally:
            sys.stdout.flush()
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
