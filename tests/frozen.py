"""What never changes during a run, worked out once a process: our own files read, the lines of a
snapshot decoded, the pay of our corps, the stamp of the source tree, the options of our commands.

A cold start reads some sixty files and computes five thousand payslips, and any start looks at
each file of the program. Hundreds of tests start cold, for a user's file or a closed folder, and
what they try is not that.
"""

import os
import pickle
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest

from penitcareer.cli import main
from penitcareer.domain.pay import grid
from penitcareer.domain.pay import law as pay_law
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.law import PayRules
from penitcareer.store import collect, convert, law, mapped, official, opening, ours, snapshot, stamps
from penitcareer.store.reading.faults import validate
from penitcareer.store.reform import under
from penitcareer.store.stamps import file_stamp

Ranges = Callable[[PayRules, PayBooks, tuple[Corps, ...], date | None], list[Any]]
Read = Callable[..., Any]
FOLDER = str(Path(__file__).resolve().parent.parent / "data")
DATA = FOLDER + os.sep
PLAIN = (str, int, date, type(None))  # told apart by what they are worth
MOST_LINES = 2000  # of snapshots; what reads a line changes nothing in it


def work_once(patch: pytest.MonkeyPatch) -> None:
    """Put in place of what reads our files and pays our corps what remembers them."""
    for name in ("official_ranges", "corps_stages"):
        remembered = once_a_corps(getattr(official, name))
        for module in (collect, under):
            patch.setattr(module, name, remembered)
    validated = once_a_file(validate)
    for module in (collect, mapped, ours):
        patch.setattr(module, "validate", validated)
    lines: dict[int, Any] = {}
    patch.setattr(snapshot, "_value", lru_cache(MOST_LINES)(kept_in(lines, snapshot._value)))
    patch.setattr(convert, "_reader_of", cache(records_once(lines, convert._reader_of)))
    for module, name in ((law, "rules_from"), (law, "books_from"), (pay_law, "law_at"), (grid, "grid_of")):
        patch.setattr(module, name, once_a_line(lines, getattr(module, name)))
    patch.setattr(collect, "read_file", once_a_file(collect.read_file))
    patch.setattr(collect, "_kept", once_a_record(collect._kept))
    patch.setattr(opening, "program_stamp", once_a_program(stamps.program_stamp))
    patch.setattr(main, "build_app", cache(main.build_app))


def once_a_corps(computed: Ranges) -> Ranges:
    """Each corps alone, once under the same law: what one pays follows nothing of the others."""
    known: list[tuple[Any, dict[Corps, list[Any]]]] = []

    def remembered(rules: PayRules, books: PayBooks, corps: tuple[Corps, ...], first: date | None = None) -> list[Any]:
        under_law = (rules, books, first)
        kept = next((kept for other, kept in known if other == under_law), None)
        if kept is None:
            kept = {}
            known.append((under_law, kept))
        for item in corps:
            if item not in kept:
                kept[item] = computed(rules, books, (item,), first)
        return [pay for item in corps for pay in kept[item]]

    return remembered


def kept_in(lines: dict[int, Any], decoded: Read) -> Read:
    """Each line of a snapshot that is decoded, and its parts, kept by their identity."""

    def kept(line: bytes) -> Any:
        value = decoded(line)
        parts = value.values() if isinstance(value, dict) else value
        lines.update((id(one), one) for one in (value, *parts) if isinstance(one, dict | list))
        return value

    return kept


def once_a_line(lines: dict[int, Any], made: Read) -> Read:
    """What is made of these very lines, of what was made of them, and of plain values, once; all
    else each time."""
    known: dict[tuple[Any, ...], Any] = {}

    def remembered(*parts: Any) -> Any:
        if not all(isinstance(part, PLAIN) or id(part) in lines for part in parts):
            return made(*parts)
        key = tuple((type(part), part if isinstance(part, PLAIN) else id(part)) for part in parts)
        if key not in known:
            known[key] = made(*parts)
            lines[id(known[key])] = known[key]  # never another thing of the same identity
        return known[key]

    return remembered


def records_once(lines: dict[int, Any], reader_of: Read) -> Read:
    """Readers of records that read a line once."""

    def remembered(kind: Any) -> Read:
        read: Read = reader_of(kind)
        return once_a_line(lines, read) if hasattr(kind, "_fields") else read

    return remembered


def once_a_file(read: Read) -> Read:
    """A file of ours, once while it is not edited; a copy each time, which the caller may change."""
    known: dict[str, bytes] = {}

    def remembered(*asked: Any) -> Any:
        path = next((one for one in asked if isinstance(one, str)), "")
        if not path.startswith(DATA):
            return read(*asked)
        key = repr((asked[: asked.index(path)], file_stamp(path)))
        if key not in known:
            known[key] = pickle.dumps(read(*asked))
        return pickle.loads(known[key])

    return remembered


def once_a_record(kept: Read) -> Read:
    """A record of ours, which comes from no file of the user's, once while it is the same."""
    known: dict[bytes, Any] = {}

    def remembered(plain: Any) -> Any:
        if plain["fichier"] is not None:
            return kept(plain)
        key = pickle.dumps(plain)
        if key not in known:
            known[key] = kept(plain)
        return known[key]

    return remembered


def once_a_program(stamp: Read) -> Read:
    """The stamp of this program over our data, once; any other each time."""
    known: dict[str, Any] = {}

    def remembered(data: str) -> Any:
        if data != FOLDER:
            return stamp(data)
        if stamps.PACKAGE not in known:
            known[stamps.PACKAGE] = stamp(data)
        return known[stamps.PACKAGE]

    return remembered
