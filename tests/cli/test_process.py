"""Where being a process matters: pipes, closed streams, signals, encodings, terminals, pagers, shells."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import UNSET, completed, pay, penit, process, record, same_spaces, without_colours, write_metiers

COMMAND = [sys.executable, "-m", "penitcareer"]


def on_terminal(
    *arguments: str, env: dict[str, str] | None = None, rows: int = 24, columns: int = 80, keys: bytes = b""
) -> tuple[int, str]:
    """Run `penit` on a pseudo-terminal, where keys were typed; its exit code and all it wrote there."""
    leader, follower = pty.openpty()
    os.write(leader, keys)
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = {name: value for name, value in (inherited | (env or {})).items() if value != UNSET}
    child = subprocess.Popen([*COMMAND, *arguments], stdin=follower, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    chunks = []
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        ready, _, _ = select.select([leader], [], [], 0.2)
        try:
            chunk = os.read(leader, 65536) if ready else b""
        except OSError:
            break
        chunks.append(chunk)
        if ready and not chunk:
            break
    code = child.wait(timeout=10)
    os.close(leader)
    return code, b"".join(chunks).decode().replace("\r\n", "\n")


# -- a process like any other


def test_python_m_penitcareer_is_penit() -> None:
    done = process("net", "3500", text=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == tuple(penit("net", "3500"))
    assert "Usage : penit net" in process("net", "--help", text=True).stdout


def test_the_answer_and_the_messages_are_apart() -> None:
    done = process("show", "nope", text=True)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "penit list" in done.stderr.splitlines()[-1]


def test_it_runs_from_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "un dossier été"
    folder.mkdir()
    done = process("list", cwd=folder)
    assert done.returncode == 0
    assert list(folder.iterdir()) == []


def test_nothing_waits_for_an_answer() -> None:
    reader, writer = os.pipe()  # an input that stays open and says nothing
    for command in (("show", "cpip"), ("check",), ()):
        assert process(*command, stdin=reader, timeout=20).returncode == 0
    os.close(reader)
    os.close(writer)


# -- outputs that close, fill or lack signs


def test_a_reader_that_leaves_early_is_no_error() -> None:
    assert len(penit("sources", "--json").out) > 200_000  # more than a pipe holds
    child = subprocess.Popen([*COMMAND, "sources", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.readline() == b"{\n"
    child.stdout.close()
    assert (child.stderr.read(), child.wait(timeout=30)) == (b"", 0)


@pytest.mark.parametrize("command", [("show", "cpip"), ("net", "3500"), ("--help",), ("--version",)], ids=" ".join)
def test_a_reader_that_never_reads_is_no_error(command: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = process(*command, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


# One door opens the streams of every call: each state meets one, and each way to answer a stdout that is closed.
@pytest.mark.parametrize(
    ("closed", "command"),
    [("2>&-", "net 3500"), ("<&-", "--help"), (">&-", "net 3500"), (">&-", "--help"), (">&- 2>&-", "--version")],
)
def test_a_closed_stream_is_no_crash(closed: str, command: str) -> None:
    line = f"{sys.executable} -m penitcareer {command} {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (0, "")
    assert bool(done.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_an_error_without_stderr_keeps_its_code() -> None:
    line = f"{sys.executable} -m penitcareer show nope 2>&-"
    assert subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=30).returncode == 1


# Every encoding is tried in this process (test_streams.py): here is a stream that Python opened so.
@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LANG": UNSET},
    ],
    ids=["ascii", "C"],
)
def test_a_poor_locale_gets_an_answer(env: dict[str, str]) -> None:
    for command in (("show", "cpip"), ("--help",)):
        done = process(*command, env=env)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout
    assert b"Traceback" not in process("show", "é", env=env).stderr


def test_an_argument_that_is_not_utf_8_is_refused_without_crash() -> None:
    done = process(os.fsdecode(b"\xff\xfe"), "x")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_path_that_is_not_utf_8_is_read(tmp_path: Path, fresh_cache: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"m\xe9tiers.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(write_metiers(tmp_path / "f.yaml", record("mien")).read_text())
    for format_ in ("plain", "json"):
        done = penit("list", "--data", os.fsdecode(path), "--format", format_)
        assert (done.code, done.err) == (0, "")
        assert "mien" in done.out
        done.out.encode()


# -- signals


def test_an_interruption_ends_with_130_and_no_traceback(tmp_path: Path, fresh_cache: Path) -> None:
    records = [record(f"m{i}", accroche="mot " * 900, remuneration=pay(("junior", 1, 2))) for i in range(1200)]
    path = write_metiers(tmp_path / "f.yaml", *records)
    # Tests that run in the background ignore the signal, and hand that down.
    code = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    child = subprocess.Popen(
        [sys.executable, "-c", f"{code}from penitcareer.cli.main import main\nmain()", "list", "--data", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # Once the YAML library is in memory, the call is reading its files, for seconds.
    while "_yaml" not in Path(f"/proc/{child.pid}/maps").read_text():
        assert child.poll() is None, "the call ended before it could be interrupted"
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, b"", b"")


# -- a real terminal


def test_a_terminal_shows_colours_and_a_box() -> None:
    code, screen = on_terminal("compare", "cpip", "dspip", "--no-pager")
    assert code == 0
    assert "\x1b[" in screen
    assert "█" in screen
    assert "+1 919 €" in same_spaces(without_colours(screen))
    assert "╭" in on_terminal("show", "cpip", "--no-pager")[1]


@pytest.mark.parametrize("columns", [40, 120])
def test_a_screen_follows_the_width_of_its_terminal(columns: int) -> None:
    _, screen = on_terminal("compare", "cpip", "dsp", "--no-pager", columns=columns)
    widths = [len(line) for line in without_colours(screen).split("\n")]
    assert max(widths) <= columns
    assert max(widths) > columns - 12


def test_no_color_and_dumb_are_obeyed_on_a_terminal() -> None:
    assert not re.search(r"\x1b\[[0-9;]*3\d", on_terminal("net", "3500", env={"NO_COLOR": "1"})[1])
    assert "\x1b" not in on_terminal("net", "3500", env={"TERM": "dumb"})[1]
    assert "\x1b" not in on_terminal("show", "cpip", "--format", "plain", "--no-pager")[1]


# -- shells


def asked(line: str, shell: str = "bash") -> dict[str, str]:
    """What the script of a shell sets to complete a line."""
    return {
        "bash": {"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))},
        "zsh": {"_PENIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line},
        "fish": {
            "_PENIT_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
    }[shell]


def complete(line: str, shell: str = "bash") -> str:
    done = process(env=asked(line, shell), text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return str(done.stdout)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("penit ", ["list", "show", "compare", "net", "brut", "find", "sigle", "sources", "check"]),
        ("penit s", ["show", "sigle", "sources"]),
        ("penit show cp", ["cpip"]),
        ("penit show ds", ["dspip", "dsp"]),
        ("penit compare cpip dr", ["drsp"]),
        ("penit net re", ["redacteur"]),
        ("penit sources cp", ["cpip"]),
        ("penit sigle RIF", ["RIFSEEP"]),
        ("penit list --tri ", ["filiere", "code", "titre", "salaire"]),
        ("penit list --categorie ", ["A+", "A", "B", "C"]),
        ("penit list --filiere s", ["surveillance"]),
        ("penit list --filiere in", ["insertion"]),
        ("penit list --diplome b", ["brevet", "bac", "bac+2", "bac+3", "bac+4", "bac+5", "bac+8"]),
        ("penit list --statut ", ["titulaire", "contractuel"]),
        ("penit show cpip --section sa", ["salaire"]),
        ("penit list --format ", ["table", "plain", "json", "csv", "md", "html"]),
        ("penit show zz", []),
    ],
)
def test_bash_is_offered_what_fits(line: str, offered: list[str]) -> None:
    found = completed(asked(line)).split()
    assert [word for word in offered if word not in found] == []
    if not line.endswith(" ") or not offered:
        assert [word for word in found if word not in offered] == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_show_the_title_beside_the_code(shell: str) -> None:
    shown = complete("penit show cp", shell)
    assert "cpip" in shown
    assert "Conseiller pénitentiaire d’insertion et de probation" in shown


def test_the_users_own_codes_are_offered(own_folder: Path) -> None:
    write_metiers(own_folder / "f.yaml", record("moniteur"))
    assert completed(asked("penit show moni")).split() == ["moniteur"]


def test_completion_survives_broken_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENIT_DATA", str(tmp_path / "rien.yaml"))
    assert complete("penit show cp").split() == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(shell: str) -> None:
    done = penit("--show-completion", shell)
    assert (done.code, done.err) == (0, "")
    assert "_PENIT_COMPLETE=complete_" + shell in done.out
    assert done.out.count("penit") >= 2


def test_bash_really_completes(tmp_path: Path) -> None:
    binary = tmp_path / "penit"
    binary.write_text(f'#!/bin/sh\nexec {sys.executable} -m penitcareer "$@"\n')
    binary.chmod(0o755)
    script = (
        'eval "$(penit --show-completion bash)"; COMP_WORDS=(penit show cp); COMP_CWORD=2; '
        '_penit_completion penit; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("cpip\n", "")


def test_completion_installs_in_the_home_and_says_where(tmp_path: Path) -> None:
    done = process("--install-completion", "bash", env={"HOME": str(tmp_path)}, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Complétion installée : ")
    assert "_PENIT_COMPLETE" in (tmp_path / ".bash_completions" / "penit.sh").read_text()


def test_completion_that_cannot_be_installed_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / ".bash_completions").write_text("a file in the way")
    done = process("--install-completion", "bash", env={"HOME": str(tmp_path)}, text=True)
    assert done.returncode == 1
    assert "penit --show-completion bash" in done.stderr
    assert done.stderr.count("\n") == 1


# -- a home that helps nobody


def test_a_home_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = penit("net", "3500")
    home = tmp_path / "fermé"
    home.write_text("a file where the home should be")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    assert penit("net", "3500") == right
