"""The pager: when it opens, which one, what it is given, and what is left when it fails."""

import contextlib
import io
import os
import pty
import shutil
import termios
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import NamedTuple

import pytest

from penitcareer.cli import pager as paging
from penitcareer.cli.main import run
from tests.cli.test_process import on_terminal
from tests.support import UNSET, Terminal, penit, process, python, same_environment, without_colours

NOTHING: Mapping[str, str] = MappingProxyType({})


class Pager(NamedTuple):
    """A pager that keeps what it was given, and the value of LESS."""

    script: Path
    seen: Path
    less: Path

    @property
    def env(self) -> dict[str, str]:
        return {"PAGER": str(self.script)}


def pager_named(folder: Path, name: str) -> Pager:
    found = Pager(folder / name, folder / f"{name}.vu", folder / f"{name}.less")
    found.script.write_text(f"#!/bin/sh\ncat > '{found.seen}'\nprintf %s \"$LESS\" > '{found.less}'\n")
    found.script.chmod(0o755)
    return found


@pytest.fixture
def pager(tmp_path: Path) -> Pager:
    return pager_named(tmp_path, "visionneuse")


def terminal_of(
    *arguments: str, rows: int = 24, env: Mapping[str, str] = NOTHING, encoding: str = "utf-8"
) -> tuple[int, str]:
    """Run `penit` in this process, its three streams on a real terminal; its exit code and all it
    wrote there. The pager is a process as ever; what it writes itself is elsewhere."""
    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (rows, 80))
    chunks: list[bytes] = []

    def read() -> None:
        with contextlib.suppress(OSError):  # nobody holds the other end any more
            while chunk := os.read(leader, 65536):
                chunks.append(chunk)

    reader = Thread(target=read, daemon=True)
    reader.start()
    with (
        same_environment(),
        pytest.MonkeyPatch.context() as patch,
        open(follower, "w", encoding=encoding) as screen,
    ):
        patch.delenv("COLUMNS")
        patch.delenv("LINES")
        for name, value in env.items():
            patch.setenv(name, value)
        for stream in ("stdin", "stdout", "stderr"):
            patch.setattr("sys." + stream, screen)
        code = run(list(arguments))
    reader.join(timeout=10)
    os.close(leader)
    return code, b"".join(chunks).decode(encoding).replace("\r\n", "\n")


# -- when


def test_it_opens_past_one_screen(pager: Pager) -> None:
    code, screen = on_terminal("show", "cpip", env=pager.env)
    assert code == 0
    assert screen.strip() == ""
    assert "Conseiller pénitentiaire" in pager.seen.read_text("utf-8")
    assert "\x1b[" in pager.seen.read_text("utf-8")


def test_it_opens_at_exactly_one_screen_and_not_below(pager: Pager) -> None:
    """The prompt takes a row: an answer of as many lines as rows loses its first."""
    rows = terminal_of("net", "3500", env={"PAGER": ""})[1].count("\n")
    assert "3" in terminal_of("net", "3500", rows=rows + 1, env=pager.env)[1]
    assert not pager.seen.exists()
    assert terminal_of("net", "3500", rows=rows, env=pager.env)[1] == ""
    assert pager.seen.read_text("utf-8").count("\n") == rows


def test_it_does_not_open_on_a_terminal_without_rows(pager: Pager) -> None:
    assert "Conseiller" in terminal_of("show", "cpip", rows=0, env=pager.env)[1]
    assert not pager.seen.exists()


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        ((), {"PAGER": "cat"}),
        ((), {"PAGER": ""}),
        ((), {"PAGER": "  "}),
        ((), {"TERM": "dumb"}),
        (("--no-pager",), {}),
        (("--json",), {}),
        (("--format", "plain"), {}),
    ],
    ids=str,
)
def test_it_does_not_open_when_refused_or_for_a_program(
    pager: Pager, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    code, screen = terminal_of("show", "cpip", *arguments, env=pager.env | env)
    assert code == 0
    assert "Conseiller" in screen
    assert not pager.seen.exists()


def test_it_does_not_open_in_a_pipe_or_for_a_file(pager: Pager, tmp_path: Path) -> None:
    process("show", "cpip", env=pager.env)
    terminal_of("show", "cpip", "--sortie", str(tmp_path / "f.txt"), env=pager.env)
    assert not pager.seen.exists()


# -- which


def test_pager_is_the_only_variable_that_names_it(pager: Pager, tmp_path: Path) -> None:
    other = pager_named(tmp_path, "manuel")
    terminal_of("show", "cpip", env=pager.env | {"MANPAGER": str(other.script)})
    assert pager.seen.exists()
    terminal_of("show", "cpip", env={"PAGER": "cat", "MANPAGER": str(other.script)})
    assert not other.seen.exists()


def test_it_may_have_arguments(pager: Pager) -> None:
    terminal_of("show", "cpip", env={"PAGER": f"'{pager.script}' -x | cat"})
    assert pager.seen.exists()


def test_without_pager_it_is_less_and_without_less_nothing(tmp_path: Path) -> None:
    less = pager_named(tmp_path, "less")
    terminal_of("show", "cpip", env={"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert less.less.read_text() == "FRX"
    empty = tmp_path / "vide"
    empty.mkdir()
    code, screen = terminal_of("show", "cpip", env={"PATH": str(empty)})
    assert code == 0
    assert "Conseiller" in screen
    assert "visionneuse" not in screen


# -- what it is given


@pytest.mark.parametrize(
    ("less", "command", "coloured"),
    [
        ("FRX", "less", True),
        ("-R", "less", True),
        ("-iMr", "less", True),
        ("i R", "less", True),
        ("-i --RAW-CONTROL-CHARS", "less", True),
        ("-i", "less -R", True),
        ("-i", "less --raw-control-chars", True),
        ("", "less", False),
        ("-i", "less", False),
        ("-iFX", "/usr/bin/less", False),
        ("-FX -+R", "less", False),
        ("-xR", "less", False),
        ("-j.5 -P?f%f:stdin", "less", False),
        ("--quit-if-one-screen --reset", "less", False),
    ],
)
def test_colours_go_where_they_show_as_colours(less: str, command: str, coloured: bool) -> None:
    assert paging._colours_pass(less, command) is coloured


def test_less_is_as_the_reader_set_it_and_shows_no_raw_code(pager: Pager) -> None:
    terminal_of("show", "cpip", env=pager.env | {"LESS": "-i"})
    assert pager.less.read_text() == "-i"
    assert "\x1b" not in pager.seen.read_text("utf-8")
    terminal_of("show", "cpip", env=pager.env)
    assert pager.less.read_text() == "FRX"
    assert "\x1b[" in pager.seen.read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "ascii"])
def test_it_is_given_the_screen_in_its_encoding(pager: Pager, encoding: str) -> None:
    terminal_of("show", "cpip", env=pager.env, encoding=encoding)
    assert pager.seen.read_bytes().decode(encoding) == penit("show", "cpip", tty=True, encoding=encoding).out


def test_it_is_given_ascii_in_a_locale_that_has_no_more(pager: Pager) -> None:
    on_terminal("show", "cpip", env=pager.env | {"LC_ALL": "C"})
    text = without_colours(pager.seen.read_bytes().decode("ascii"))
    assert "Conseiller penitentiaire" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_windows_feeds_it_the_encoding_of_the_console(pager: Pager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")  # the console itself is UTF-8
    monkeypatch.setenv("LESS", "R")
    with contextlib.redirect_stdout(Terminal(io.BytesIO(), encoding="utf-8")):
        assert paging.encoding() == "utf-8"
        assert paging.page(str(pager.script), "é → 3\u202f500\u00a0€\n")
    assert pager.seen.read_bytes() == "é → 3\u202f500\u00a0€\n".encode()


# -- when it fails


@pytest.mark.parametrize("command", ["visionneuse-absente", "false", "exit 3"])
def test_a_pager_that_is_absent_or_fails_leaves_the_answer_on_the_screen(command: str) -> None:
    code, screen = terminal_of("show", "cpip", env={"PAGER": command})
    assert code == 0
    assert "Conseiller pénitentiaire" in screen
    assert f"La visionneuse « {command} » ne marche pas" in screen


def test_a_pager_that_reads_nothing_is_no_failure() -> None:
    assert terminal_of("show", "cpip", env={"PAGER": "true"}) == (0, "")


def test_without_a_place_for_its_text_the_answer_is_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "no temporary folder")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    monkeypatch.setattr(paging, "past_one_screen", lambda _: True)
    monkeypatch.setenv("PAGER", "true")
    assert "Conseiller pénitentiaire" in without_colours(penit("show", "cpip", tty=True).out)


INTERRUPT = "import os\nfrom penitcareer.cli.pager import page\nos.environ['PARENT'] = str(os.getpid())\n"


def test_an_interruption_is_for_the_pager() -> None:
    done = python(INTERRUPT + "print(page('kill -INT $PARENT; sleep 0.2; exit 0', 'x'))")
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_an_interruption_that_ends_the_pager_ends_the_call() -> None:
    code = "try:\n    page('kill -INT $PARENT; sleep 0.2; exit 130', 'x')\nexcept KeyboardInterrupt:\n    print('130')"
    done = python(INTERRUPT + code)
    assert (done.stdout, done.stderr) == ("130\n", "")


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_less_itself_leaves_the_text_on_the_screen() -> None:
    code, screen = on_terminal("show", "cpip", env={"PAGER": "less", "LESS": UNSET}, keys=b"q")
    assert code == 0
    assert "Conseiller pénitentiaire" in without_colours(screen)
    assert "\x1b[?1049" not in screen, "no other screen, whose text would go with it"
    assert "ESC[" not in screen
