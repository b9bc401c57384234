"""What never changes during a run, worked out once a process: our own files read, the pay of our corps.

A cold start reads some fifty files and computes five thousand payslips. Hundreds of tests start
cold, for a user's file or a closed folder, and what they try is not that.
"""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.law import PayRules
from penitcareer.store import collect, mapped
from penitcareer.store.reading import faults, yaml_loader
from penitcareer.store.stamps import file_stamp

Ranges = Callable[[PayRules, PayBooks, tuple[Corps, ...]], list[Any]]
DATA = str(Path(__file__).resolve().parent.parent / "data") + os.sep


def work_once(patch: pytest.MonkeyPatch) -> None:
    """Put in place of the reading of files and of the pay of corps what remembers them."""
    for name in ("official_ranges", "corps_stages"):
        patch.setattr(collect, name, once_a_corps(getattr(collect, name)))
    validate, load_yaml = once_a_file(faults.validate), once_a_file(yaml_loader.load_yaml)
    for module in (collect, mapped):
        patch.setattr(module, "validate", validate)
    patch.setattr(collect, "load_yaml", load_yaml)


def once_a_corps(computed: Ranges) -> Ranges:
    """Each corps alone, once under the same law: what one pays follows nothing of the others."""
    known: list[tuple[PayRules, PayBooks, dict[Corps, list[Any]]]] = []

    def remembered(rules: PayRules, books: PayBooks, corps: tuple[Corps, ...]) -> list[Any]:
        kept = next((kept for *law, kept in known if law == [rules, books]), None)
        if kept is None:
            kept = {}
            known.append((rules, books, kept))
        for item in corps:
            if item not in kept:
                kept[item] = computed(rules, books, (item,))
        return [pay for item in corps for pay in kept[item]]

    return remembered


def once_a_file(read: Callable[..., Any]) -> Callable[..., Any]:
    """A file of ours, once while it is not edited; a copy each time, which the caller may change."""
    known: dict[str, bytes] = {}

    def remembered(*asked: Any) -> Any:
        path = asked[-1]
        if not isinstance(path, str) or not path.startswith(DATA):
            return read(*asked)
        key = repr((asked, file_stamp(path)))
        if key not in known:
            known[key] = pickle.dumps(read(*asked))
        return pickle.loads(known[key])

    return remembered
