"""Streams that are full, closed or gone, poor encodings, a system that rewrites line ends, Ctrl-C."""

import contextlib
import csv
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from penitcareer.cli.main import run
from tests.support import Result, penit, process

# An answer and a hint, an answer of « nothing » and a hint, a refusal, a wrong command line.
SAYING = (("net", "20001"), ("find", "redactuer"), ("show", "nope"), ("sho", "cpip"))


def nothing_more_on_disk() -> None:
    """A full disk, without touching a device: no file of this process may grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


# -- stderr


def full(path: Path) -> dict[str, Any]:
    return {"stderr": path.open("wb"), "preexec_fn": nothing_more_on_disk}


def gone(_: Path) -> dict[str, Any]:
    reader, writer = os.pipe()
    os.close(reader)
    return {"stderr": os.fdopen(writer, "wb")}


def closed(_: Path) -> dict[str, Any]:
    return {"stderr": subprocess.DEVNULL, "preexec_fn": lambda: os.close(2)}


# Each answer with each way of not taking it would be the same calls twice: a state meets a hint and a refusal.
@pytest.mark.parametrize(
    ("state", "command"),
    [(gone, SAYING[0]), (gone, SAYING[1]), (gone, SAYING[2]), (gone, SAYING[3]),
     (full, SAYING[0]), (full, SAYING[2]), (closed, SAYING[1]), (closed, SAYING[3])],
)  # fmt: skip
def test_a_stderr_that_takes_nothing_changes_neither_answer_nor_code(
    tmp_path: Path, state: Callable[[Path], dict[str, Any]], command: tuple[str, ...]
) -> None:
    right = penit(*command)
    assert right.err
    done = process(*command, stdout=subprocess.PIPE, **state(tmp_path / "erreurs"))
    assert (done.returncode, done.stdout.decode()) == (right.code, right.out)


def test_a_bug_without_stderr_keeps_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("penitcareer.domain.estimate.estimate_net", crash)
    with contextlib.redirect_stderr(Gone()):
        assert run(["net", "3500"]) == 1


# -- stdout


@pytest.mark.parametrize(
    "command", [("show", "cpip"), ("net", "3500"), ("--version",), ("list", "--json")], ids=" ".join
)
def test_a_full_disk_is_one_sentence_and_exit_1(tmp_path: Path, command: tuple[str, ...]) -> None:
    penit("list")  # the cache is there
    with (tmp_path / "sortie").open("wb") as file:
        done = process(*command, stdout=file, stderr=subprocess.PIPE, preexec_fn=nothing_more_on_disk)
    assert done.returncode == 1
    assert done.stderr.decode() == "Écriture impossible : la sortie ne reçoit plus rien. Vérifiez le disque\n"


# -- encodings


ENCODINGS = (
    "ascii",
    "latin-1",
    "cp1252",
    "cp437",
    "koi8-r",
    "shift_jis",
    "gbk",
    "utf-16",
    "utf-7",
    "utf-8-sig",
    "cp037",
)


@pytest.fixture(scope="module")
def read_in_utf_8(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return read_in("utf-8", tmp_path_factory.mktemp("utf-8"))


def read_in(encoding: str, folder: Path) -> list[str]:
    """What a program reads of a sheet, of a JSON Schema and of an image, each written in one way."""
    texts = [penit(*command, encoding=encoding).out for command in (("show", "cpip", "--json"), ("check", "--schema"))]
    image = penit("carriere", "cpip", "--svg", "-", "--sortie", str(folder / "f"), encoding=encoding).out
    return [*(json.dumps(json.loads(text)) for text in texts), ElementTree.canonicalize(image)]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_a_program_reads_is_valid_and_the_same_in_every_encoding(
    encoding: str, tmp_path: Path, read_in_utf_8: list[str]
) -> None:
    assert read_in(encoding, tmp_path) == read_in_utf_8


def test_a_program_that_expects_utf_8_can_read_it_too(tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "gbk"}
    assert json.loads(process("show", "cpip", "--json", env=env).stdout.decode("utf-8"))
    image = process("carriere", "cpip", "--svg", "-", "--sortie", str(tmp_path / "f"), env=env).stdout
    assert ElementTree.fromstring(image.decode("utf-8")).tag.endswith("svg")


# -- Windows


def windows(*arguments: str) -> bytes:
    """What a system that ends lines with two signs is given."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n")
    with contextlib.redirect_stdout(out):
        assert run(list(arguments)) == 0
    assert isinstance(out.buffer, io.BytesIO)
    return out.buffer.getvalue()


def test_csv_rows_have_no_empty_row_between_them_on_windows() -> None:
    text = windows("list", "--format", "csv").decode()
    assert [] not in list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert "\r\r\n" not in text


@pytest.mark.parametrize("format_", ["plain", "json", "csv", "md"])
def test_every_system_gets_the_same_bytes(format_: str, tmp_path: Path) -> None:
    command = ("list", "--format", format_)
    assert windows(*command) == penit(*command).out.encode()
    penit(*command, "--sortie", str(tmp_path / "f"))
    assert (tmp_path / "f").read_bytes().decode("utf-8-sig") == penit(*command).out


# -- Ctrl-C


INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background ignores it
from penitcareer.cli.main import main
def stop(*_):
    os.kill(os.getpid(), signal.SIGINT)
"""
# Where Python would lose an exception, or show its traceback.
MOMENTS = {
    "in the middle of a function": "import threading, time\nimport penitcareer.cli.main as m\nm.build_app = stop",
    "in a callback that cannot raise": (
        "import weakref, penitcareer.cli.main as m\n"
        "class Thing: pass\n"
        "def build():\n    thing = Thing()\n    kept = weakref.ref(thing, stop)\n    del thing\n"
        "m.build_app = build"
    ),
    "while an error is told": "import penitcareer.cli.errors as e\ne.report = stop\nsys.argv += ['nope']",
    "while streams are opened": "import penitcareer.cli.main as m\nm.open_streams = stop",
    "once the answer is written": "import penitcareer.cli.main as m\nm.run = lambda _: stop() or 0",
}


# One interpreter, where `main` is imported as it is for all: each call is a process that it forks.
FORKS = """
import json
for line in sys.stdin:
    moment, arguments, environment, out, err = json.loads(line)
    child = os.fork()
    if child == 0:
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        os.environ.update(environment)
        sys.argv[1:] = arguments
        signal.alarm(60)  # ends what would never end
        break
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
else:
    sys.exit()
exec(moment)
main()
"""
Interrupted = Callable[..., Result]


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interrupted]:
    """Run `penit` as a process that is interrupted at some moment."""
    out, err = (tmp_path_factory.mktemp("interrupted") / name for name in ("out", "err"))
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", INTERRUPTED + FORKS], **pipes) as forks:
        asked, ended = forks.stdin, forks.stdout
        assert asked is not None
        assert ended is not None

        def run_once(moment: str, *arguments: str) -> Result:
            asked.write(json.dumps([moment, arguments, dict(os.environ), str(out), str(err)]) + "\n")
            asked.flush()
            return Result(int(ended.readline()), out.read_text("utf-8"), err.read_text("utf-8"))

        yield run_once


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interruption_at_any_moment_is_130_without_a_word(interrupted: Interrupted, moment: str) -> None:
    arguments = () if "sys.argv" in MOMENTS[moment] else ("net", "3500")
    done = interrupted(MOMENTS[moment], *arguments)
    assert (done.code, done.err) == (130, "")


@pytest.mark.parametrize("calls", [100, 500, 1_000, 5_000, 20_000])
def test_an_interruption_after_any_number_of_calls_is_130_without_a_word(interrupted: Interrupted, calls: int) -> None:
    moment = (
        f"left = iter(range({calls}))\n"
        "def count(*_):\n"
        "    if next(left, None) is None:\n        sys.setprofile(None)\n        stop()\n"
        "sys.setprofile(count)"
    )
    done = interrupted(moment, "compare", "cpip", "dspip")
    assert done == (130, "", "")


# One writer writes both.
@pytest.mark.parametrize(
    ("written", "event"),
    [("the answer", "open"), ("the answer", "os.chmod"), ("the answer", "os.rename"), ("the cache", "os.rename")],
)
def test_an_interruption_while_a_file_is_written_leaves_no_temporary(
    interrupted: Interrupted, tmp_path: Path, fresh_cache: Path, event: str, written: str
) -> None:
    path = tmp_path / "f.txt"
    path.write_text("avant")
    if written == "the answer":
        penit("list")
    moment = (
        "def watch(event, details):\n"
        f"    if event == {event!r} and '.penit-' in str(details[0]):\n        stop()\n"
        "sys.addaudithook(watch)"
    )
    done = interrupted(moment, "list", "--sortie", str(path))
    assert done == (130, "", "")
    assert [one.name for one in tmp_path.rglob("*") if one.name.startswith(".penit-")] == []
    assert path.read_text("utf-8").startswith(("avant", "19 métiers"))


@pytest.mark.parametrize("end", ["import atexit\natexit.register(stop)", "class End:\n    __del__ = stop\nend = End()"])
def test_an_interruption_after_the_answer_comes_too_late(interrupted: Interrupted, end: str) -> None:
    done = interrupted(end, "net", "3500")
    assert done == penit("net", "3500")


def test_a_job_that_ignores_interruptions_still_does(interrupted: Interrupted) -> None:
    ignored = "signal.signal(signal.SIGINT, signal.SIG_IGN)\nimport penitcareer.cli.main as m\nreal = m.open_streams\n"
    done = interrupted(ignored + "m.open_streams = lambda: (stop(), real())", "net", "3500")
    assert done == penit("net", "3500")


# -- variables that a library reads as numbers


@pytest.mark.parametrize("variable", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("value", ["²", "٣", "9" * 5000, "0", "-3", "1e3", "abc", "", "100000", "1"])
def test_an_absurd_size_is_no_crash(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    for command in (("net", "3500"), ("compare", "cpip", "dspip"), ("carriere", "cpip"), ("--help",)):
        result = penit(*command, tty=True)
        assert (result.code, result.err) == (0, "")
        assert len(result.out) < 200_000


def test_a_size_that_is_none_is_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    right = penit("compare", "cpip", "dspip", tty=True)  # 80 columns
    for value in ("²", "0", "10000"):
        monkeypatch.setenv("COLUMNS", value)
        assert penit("compare", "cpip", "dspip", tty=True) == right
    monkeypatch.setenv("COLUMNS", "9999")
    assert penit("compare", "cpip", "dspip", tty=True) != right


def test_force_color_0_forces_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert "\x1b" not in penit("show", "cpip").out
    forced = penit("show", "cpip", tty=True)
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("NO_COLOR", "1")
    assert forced == penit("show", "cpip", tty=True)


def test_force_color_without_a_value_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    right = penit("show", "cpip", tty=True)
    monkeypatch.setenv("FORCE_COLOR", "")
    assert penit("show", "cpip", tty=True) == right
