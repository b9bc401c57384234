"""Try mutants quickly: nothing is written, and a test is run only if it runs the line that changed.

One process of pytest collects the tests of some modules and runs them once, noting the lines that
each one runs. Then for each mutant it forks: the child puts the changed code in place of the
function's own, and runs the tests of that line, those that killed the last mutants first, then the
quickest. What acts at import (a constant, a default), and what outlives this, is tried again in a
fork where nothing of ours is loaded yet: the module is then read changed from the start.
"""

import gc
import importlib.machinery
import importlib.util
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any, NamedTuple

import hypothesis  # noqa: F401 - what no mutant changes is loaded once, here
import pydantic  # noqa: F401
import pytest
import rich.console  # noqa: F401
import typer  # noqa: F401
import yaml  # noqa: F401
from mutants import Place

KILLED, SURVIVED, ENDLESS, UNTRIED = "tuée", "survivante", "sans fin", "non essayée"
ROOM = 3 << 30  # what an endless mutant may take of memory
MOST_SECONDS = 12.0  # of tests for a mutant: a line that everything runs has the quickest, never all of them
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain", "--tb=short", "--capture=sys")


class Trial(NamedTuple):
    """A mutant to try: its file, its whole text, where it acts, and what it changes, to print."""

    source: str
    text: str
    place: Place
    change: str

    @property
    def module(self) -> str:
        """The module's name."""
        return self.source.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


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
        chosen = [[session.items[rank].nodeid for rank in self._chosen(trial)] for trial in self.trials]
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
        for file, line in lines:
            self.runners[self.sources[file], line].append(rank)

    def _leave_out_what_fails_already(self, items: list[pytest.Item]) -> None:
        """What fails in a copy of the tree, in a fork, or when the quickest come first, would kill any mutant."""
        order = sorted(range(len(items)), key=self.lasted.__getitem__)
        status, failed = self._failures(items, order, lambda: None, keep_on=True)
        if status:
            raise SystemExit("Un essai ne finit pas dans une copie du processus : il compte sur un fil d’exécution.")
        for ranks in self.runners.values():
            ranks[:] = [rank for rank in ranks if rank not in failed]
        for rank in failed:
            print(f"Laissé de côté, car il échoue sans altération : {items[rank].nodeid}")

    def _chosen(self, trial: Trial) -> list[int]:
        """The tests to run, by their rank: those of the line, or of the whole module for what acts at import."""
        if trial.place.function is None:
            ranks = {one for (source, _), ranks in self.runners.items() if source == trial.source for one in ranks}
        else:
            ranks = {one for line in trial.place.lines for one in self.runners.get((trial.source, line), ())}
        best_first = sorted(ranks, key=lambda rank: (-self.kills[rank], self.lasted[rank]))
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


class Changed(importlib.machinery.SourceFileLoader):
    """Finds and reads one module, changed, before any other finder."""

    def __init__(self, trial: Trial) -> None:
        super().__init__(trial.module, str(Path(trial.source).resolve()))
        self.text = trial.text

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """The spec of the module, of no other."""
        return importlib.util.spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, _: str) -> CodeType:
        """The code of the changed text, never what is kept compiled."""
        return compile(self.text, self.path, "exec")


def put_in_place(trial: Trial) -> None:
    """Give the function where a change stands its changed code."""
    name = trial.place.function
    changed = [code for code in _codes(compile(trial.text, _file(trial), "exec")) if code.co_qualname == name]
    functions = list(_functions(sys.modules[trial.module], str(name)))
    if len(changed) != 1 or len(functions) != 1:
        raise LookupError(name)
    functions[0].__code__ = changed[0]


def _file(trial: Trial) -> str:
    return str(sys.modules[trial.module].__file__)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _functions(module: ModuleType, name: str) -> Iterator[Any]:
    """The function of that name, under what decorates it."""
    held: Any = module
    for part in name.split("."):
        held = vars(held)[part]
    if isinstance(held, property):
        held = held.fget
    if isinstance(held, cached_property):
        held = held.func
    if isinstance(held, staticmethod | classmethod):
        held = held.__func__
    while hasattr(held, "__wrapped__"):
        getattr(held, "cache_clear", lambda: None)()
        held = held.__wrapped__
    if held.__code__.co_qualname == name:
        yield held


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
