"""The page about staffs shows what it answers."""

import doctest
from pathlib import Path

import pytest

from penitcareer.api.demande import Demande
from penitcareer.lots.header import ALIASES, TOTALS
from tests.support import ROOT

PAGE = ROOT / "docs" / "lots.md"


def test_the_page_shows_what_it_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 5) == (0, True)


def test_the_page_names_every_column() -> None:
    text = PAGE.read_text("utf-8")
    renamed = {fact: alias.replace(" ", "_") for alias, fact in ALIASES.items() if fact.endswith("nommees")}
    assert [fact for fact in Demande.__annotations__ if f"`{renamed.get(fact, fact)}`" not in text] == []
    assert [name for name in TOTALS.values() if f"`{name}`" not in text] == []
