"""Completion in real shells, on a pseudo-terminal: what a data file says is typed, listed, never run.

Each shell that the machine lacks is skipped; `.ci/run` installs them where it can.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest

from tests.support import penit, process, record, write_metiers

SHELLS = {
    "bash": ("bash", "--noprofile", "--rcfile", ".bashrc", "-i"),
    "zsh": ("zsh", "-i"),
    "fish": ("fish", "--init-command", "source prompt.fish", "-i"),
}
# The start-up files of someone who keeps them in Latin-1.
START = {
    ".bashrc": b"PS1='> ' # caf\xe9",
    ".zshrc": b"PS1='> ' # caf\xe9",
    "prompt.fish": b"set fish_autosuggestion_enabled 0; function fish_prompt; echo '> '; end",
}
# Where it is not there, fish first makes completions of every manual of the machine, for seconds.
FISH_READ_MANUALS = "share/fish/generated_completions"
# What is typed by a shell as one argument is a line of `typed`; nothing else is run.
PENIT = """#!/bin/sh
if [ -n "$_PENIT_COMPLETE" ]; then exec {python} -m penitcareer "$@"; fi
for word; do printf '<%s>' "$word"; done >>{typed}
echo >>{typed}
"""
QUIET = 0.3  # seconds
AT_FISH_PROMPT = b"\r\x1b[C\x1b[C"  # fish drops a Tab typed before it is there; other shells keep it
HOSTILE = {
    "zza_dollar": r"T \$(touch PWN)",
    "zzb_substitution": "$(touch PWN) ${x:=$(touch PWN)} <(touch PWN)",
    "zzc_backslash": "titre \\",
    "zzd_backquote": "`touch PWN` \\`touch PWN\\`",
    "zze_semicolon": "a; touch PWN; b & touch PWN | touch PWN",
    "zzf_quotes": "a'; touch PWN; ' b\"; touch PWN; \"",
    "zzg_newline": "a\ntouch PWN\n b\r\ntouch PWN\r",
    "zzh_escape": "\x1b]0;PWN\x07\x1b[31mrouge\x9b31m\x00",
    "zzi_signs": "100 %F{red} %n :: a:b [c] (d) {e} ((f)) ~ # ! * ? < > ^ = @",
    "zzj_bidi": "\u202etouch PWN\u2066",
    "zzk_markup": "[bold]gras[/bold] [link=file:///etc]x[/]",
    "zzl_ecole": "Directeur de l'École d’État",
}
# Every title is told at once below; alone, a quote or a line has no other to close it.
ALONE = ("zza_dollar", "zzc_backslash", "zzd_backquote", "zzf_quotes", "zzg_newline")
CASES = {
    "SH\tCP\t": "<show><cpip>",
    "show cpip --SEC\tsa\t": "<show><cpip><--section><salaire>",
    "sigle rif\t": "<sigle><RIFSEEP>",
    "list --categorie a+\t": "<list><--categorie><A+>",
    "list --format=JS\t": "<list><--format=json>",
}


class Session:
    """A shell at work on a terminal of its own, in a folder of its own."""

    def __init__(self, shell: str, folder: Path, variables: dict[str, str]) -> None:
        self.name, self.folder, self.typed, self._screen = shell, folder, folder / "typed", b""
        self.typed.touch()
        penit = folder / "bin" / "penit"
        penit.parent.mkdir()
        penit.write_text(PENIT.format(python=sys.executable, typed=self.typed))
        penit.chmod(0o755)
        for name, lines in START.items():
            (folder / name).write_bytes(lines)
        (folder / FISH_READ_MANUALS).mkdir(parents=True)
        home = {"HOME": str(folder), "ZDOTDIR": str(folder), "XDG_DATA_HOME": str(folder / "share")}
        settings = variables | home | {"TERM": "xterm", "LC_ALL": "C.UTF-8"}
        assert process("--install-completion", shell, env=settings).returncode == 0
        environment = os.environ | settings | {"PATH": f"{penit.parent}:{os.environ['PATH']}"}
        self._pid, self._leader = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a worker of the suite ignores it, and so would the shell
            os.execvpe(SHELLS[shell][0], SHELLS[shell], environment)
        fcntl.ioctl(self._leader, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self.wait(lambda: "> " in self.screen)

    @property
    def screen(self) -> str:
        """All that was written so far, without the terminal's own codes."""
        text = self._screen.decode(errors="replace")
        return re.sub(r"\x1b(\[[0-9;?>=]*[A-Za-z]|[()].|[=>])", "", text)

    @property
    def ran(self) -> list[str]:
        """The calls of `penit`, each argument between brackets; not one that is being written."""
        return self.typed.read_text().split("\n")[:-1]

    def wait(self, done: Callable[[], bool]) -> None:
        """Read what the shell writes until it is enough."""
        deadline = time.monotonic() + 60
        while not done():
            assert time.monotonic() < deadline, self.screen[-2000:]
            if select.select([self._leader], [], [], 0.05)[0]:
                self._screen += os.read(self._leader, 65536)

    def settle(self) -> None:
        """Read until the shell is silent, at its prompt."""
        while select.select([self._leader], [], [], QUIET)[0]:
            self._screen += os.read(self._leader, 65536)

    def run(self, keys: str) -> str:
        """What `penit` receives once these keys and Enter are typed."""
        before = len(self.ran)
        if self.name == "fish":
            self.wait(lambda: self._screen.endswith(AT_FISH_PROMPT))
        self._screen = b""
        os.write(self._leader, keys.encode() + b"\r")
        self.wait(lambda: len(self.ran) > before)
        return self.ran[-1]

    def shows(self, keys: str, *words: str) -> str:
        """The screen once these keys are typed and all these words are on it; the line is then dropped."""
        self.settle()
        self._screen = b""
        os.write(self._leader, keys.encode())
        self.wait(lambda: all(word in self.screen for word in words))
        self.settle()
        shown, self._screen = self.screen, b""
        os.write(self._leader, b"\x03")
        self.wait(lambda: "> " in self.screen)
        return shown

    def close(self) -> None:
        """End the shell and what it started."""
        os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._leader)


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where the hostile catalogue is, and its cache, which is there."""
    folder = tmp_path_factory.mktemp("hostile")
    records = [record(code, titre=title) for code, title in HOSTILE.items()]
    own = folder / "config" / "penitcareer" / "metiers" / "hostile.yaml"
    write_metiers(own, *records, record("yyy", titre="y", filiere="qq;>PWN;echo x"))
    found = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": str(folder / "cache")}
    with mock.patch.dict(os.environ, found):
        assert penit("show", "yyy").code == 0
    return found


@pytest.fixture(scope="module", params=SHELLS)
def shell(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, variables: dict[str, str]
) -> Iterator[Session]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed here; .ci/run installs it where it can")
    session = Session(request.param, tmp_path_factory.mktemp("shell"), variables)
    yield session
    session.close()


def test_a_hostile_catalogue_runs_nothing_and_breaks_nothing(shell: Session) -> None:
    for code in ALONE if shell.name != "bash" else ALONE[:1]:  # which is told no title
        assert shell.run(f"penit show {code[:3]}\t") == f"<show><{code}>"
    assert shell.run("penit list --filiere q\t") == "<list><--filiere><qq>"
    assert shell.run("penit show cp\t") == "<show><cpip>"
    listed = shell.shows("penit show zz\t\t" if shell.name == "bash" else "penit show zz\t", *HOSTILE)
    if shell.name != "bash":
        assert "Directeur de l’École d’État" in listed
        assert "T touch PWN" in listed
    assert not list(shell.folder.rglob("PWN*"))


def test_case_is_ignored(shell: Session) -> None:
    for keys, received in CASES.items():
        assert shell.run(f"penit {keys}") == received
