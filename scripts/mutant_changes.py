"""A module with one change, in memory: read changed from the start, or one function put in its place."""

import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from mutants import Place


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
