"""No hostile call breaks what every call promises: the finds of before, and a few new ones.
`make fuzz` makes 20 000 of them."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import running
from tests.fuzz.calls import FILE, Case, case, shown
from tests.fuzz.running import broken
from tests.support import Result

FINDS = [Case(**json.loads(line)) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calls")


@pytest.mark.parametrize("find", FINDS, ids=lambda find: " ".join(find.arguments)[:40])
def test_what_was_found_stays_mended(folder: Path, find: Case) -> None:
    assert broken(find, folder) is None


def test_hostile_calls_break_no_promise(folder: Path) -> None:
    for number in range(150):
        one = case(Random(f"ci-{number}"))
        assert broken(one, folder) is None, shown(one)


def test_a_seed_makes_the_same_calls() -> None:
    made = [case(Random("x-3")) for _ in range(2)]
    assert made[0] == made[1] != case(Random("x-4"))


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (Result(3, "a", ""), "code 3"),
        (Result(1, "", "Traceback (most recent call last):\n"), "Traceback"),
        (Result(0, "a\x07", ""), "stdout"),
        (Result(0, "\x1b[31mrouge\x1b[0m \x1b]0;x\n", ""), "stdout"),
        (Result(1, "", "\x1b[31mnon\n"), "stderr"),
        (Result(0, "\x85", ""), "stdout"),
        (Result(1, "", ""), "without a word"),
        (Result(1, "", "deux\nlignes\n"), "more than a sentence"),
        (Result(2, "", "x" * 3000), "more than a sentence"),
        (Result(0, "\x1b[31mrouge\x1b[0m\r\n", "Attention.\nAilleurs.\n"), None),
        (Result(2, "", "Non.\n"), None),
        (Result(1, "", "Attention : rien n’y mène\nNon.\n"), None),
        (Result(1, "0 métier\n", "Un.\nDeux.\nTrois.\nQuatre.\n"), "more than a sentence"),
        (Result(1, "0 métier\n", "Sources anciennes.\nAucun métier.\n"), None),
    ],
)
def test_a_broken_promise_is_seen(monkeypatch: pytest.MonkeyPatch, folder: Path, result: Result, words: str) -> None:
    monkeypatch.setattr(running, "penit", lambda *_, **__: result)
    found = broken(Case(["list"], {}), folder)
    assert found is None if words is None else found is not None and words in found


def test_what_a_call_raises_or_never_ends_is_seen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def stuck(*_: str, **__: bool) -> Result:
        while True:
            pass

    monkeypatch.setattr(running, "LONGEST_SECONDS", 0.05)
    monkeypatch.setattr(running, "penit", stuck)
    assert "TooLong" in str(broken(Case(["list"], {}), folder))
    monkeypatch.setattr(running, "penit", lambda *_, **__: 1 / 0)
    assert "ZeroDivisionError" in str(broken(Case(["list"], {}), folder))


def test_a_case_starts_from_an_empty_folder(folder: Path) -> None:
    assert broken(Case(["list", "--sortie", "x.json"], {}, "metiers: []"), folder) is None
    assert {path.name for path in folder.iterdir()} == {"x.json", FILE}
    assert broken(Case(["list"], {}), folder) is None
    assert not list(folder.iterdir())
