"""What completion offers: clean words that need no quoting, in every shell, and its installation."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.cli import completion
from penitcareer.cli.shells import SHELLS, VALUE, plain
from penitcareer.cli.tree import COMMANDS
from penitcareer.cli.typer_ours import CompletionItem, ShellComplete
from penitcareer.domain import choices
from penitcareer.store.catalogue import Catalogue
from tests.support import Result, completed, penit, process, record, refusal, write_metiers

READ_BY_A_SHELL = set("'\"`$\\;:&|<>(){}[]*?!#~%=@^")


def asked(line: str, shell: str) -> dict[str, str]:
    """What the script of a shell sets to complete a line."""
    variables = {"_PENIT_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        return variables | {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    word = line.split(" ")[-1] if shell in ("powershell", "pwsh") else ""
    return variables | {
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": word,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def offered(line: str, shell: str = "bash") -> str:
    """What a shell is given: in this process, where test_process.py and test_shells.py start one."""
    return completed(asked(line, shell))


def words(line: str, shell: str = "bash") -> list[str]:
    return offered(line, shell).split()


# -- clean text


@given(st.text(max_size=80))
def test_what_is_said_of_a_word_means_nothing_to_a_shell(text: str) -> None:
    said = plain(text)
    assert not READ_BY_A_SHELL & set(said)
    assert said == " ".join(said.split())
    assert not said or said.isprintable() or any(sign.isalpha() for sign in said)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252", "cp850"])
def test_no_sign_comes_back_when_stdout_lacks_another(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`’` and `⑴` would be written `'` and `(` in ASCII."""
    with open(os.devnull, "w", encoding=encoding) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        said = plain("".join(chr(sign) for sign in range(0x20000) if not 0x3400 < sign < 0xD800))  # but ideograms
    assert not READ_BY_A_SHELL & set(said)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", said)
    assert said.encode(encoding)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Directeur de l'École", "Directeur de l’École"),
        ("Surveillant (titulaire), de nuit : 21 %", "Surveillant titulaire, de nuit – 21 pour cent"),
        ("a\n\tb\r\nc\x1b[31md\u2028e\u202ef", "a b c 31md e f"),
        ("Начальник, 所長, رئيس", "Начальник, 所長, رئيس"),
        ("e\u0301cole", "e\u0301cole"),
        (r"T \$(touch PWN) \ ", "T touch PWN"),
        ("$`", ""),
    ],
)
def test_a_title_stays_readable(text: str, said: str) -> None:
    assert plain(text) == said


# -- values that need no quoting


@pytest.mark.parametrize("shell", SHELLS)
def test_a_hostile_filiere_and_title_leave_as_plain_words(shell: str, own_folder: Path) -> None:
    filieres = ["qq;touch PWN", "-rf `x`", "qq $(x)", "日本", "État-major 'x'", "insertion sociale"]
    records = [
        record(f"zz{number}", titre=f"x:::y\n{filiere}", filiere=filiere) for number, filiere in enumerate(filieres)
    ]
    write_metiers(own_folder / "f.yaml", *records)
    told = offered("penit list --filiere ", shell) + offered("penit show zz", shell)
    allowed = {"zsh": r"""\[:lowerup\]={}'"();:""", "powershell": ":", "pwsh": ":"}.get(shell, "")
    assert not READ_BY_A_SHELL & (set(told) - set(allowed))
    assert len(told.splitlines()) == {"zsh": 2}.get(shell, told.count("\n"))


@pytest.mark.parametrize("shell", SHELLS)
def test_a_value_that_needs_quoting_is_not_offered(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the place offers."""
    hostile = ["a;b", "a b", "$(x)", "a'", "a\n", "a\\", "~", "*", "--x=$y", "-x;", "--", "", "é", "a:b", "%1", "=x"]
    found = [CompletionItem(value) for value in ("bac+2", "chef_services", "--min-net", *hostile)]
    monkeypatch.setattr(ShellComplete, "get_completions", lambda *_: found)
    ours = SHELLS[shell](cast("Any", None), {}, "penit", "_PENIT_COMPLETE")
    assert [item.value for item in ours.get_completions([], "")] == ["bac+2", "chef_services", "--min-net"]


def test_each_filiere_offered_is_taken_by_the_command(own_folder: Path) -> None:
    own = [
        "qq;touch PWN",
        "qq $(x)",
        "État-major 'x'",
        "insertion sociale",
        "-x",
        "technique",
        "technique fine",
        "日本",
    ]
    write_metiers(own_folder / "f.yaml", *[record(f"f{number}", filiere=name) for number, name in enumerate(own)])
    found = words("penit list --filiere ")
    assert {"qq-touch-pwn", "qq-x", "etat", "insertion-sociale", "insertion-et-probation", "x", "surveillance"} <= set(
        found
    )
    assert all(penit("list", "--filiere", name).code == 0 for name in found)


def test_nothing_of_ours_is_left_out_for_its_signs(catalogue: Catalogue) -> None:
    closed: list[Sequence[str]] = [
        list(choices.SECTIONS), choices.SORTS, choices.CATEGORIES, choices.STATUTS, choices.AVANCEMENTS,
        list(choices.DIPLOMES), choices.DOMAINES, choices.NATIONALITES, [choices.AUCUN], list(COMMANDS),
    ]  # fmt: skip
    ours = [value for values in closed for value in values]
    ours += [value for find in (completion.metiers, completion.corps, completion.sigles) for value, _ in find()]
    ours += [value for value, _ in completion.filieres()]
    assert [value for value in ours if not VALUE.fullmatch(value)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_is_offered_with_a_french_line(command: str) -> None:
    told = offered(f"penit {command} --", "fish")
    shown = penit(command, "--help").out
    options = {line.split("\t")[0] for line in told.splitlines()}
    assert options == set(re.findall(r"(?:^  |^  -., |, )(--[a-z-]+)", shown, re.MULTILINE))
    assert "Show this message" not in told


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_a_value_written_after_equals_comes_back_with_its_option(shell: str) -> None:
    assert "--format=json" in offered("penit list --format=js", shell)
    assert offered("penit list --$(x)=js", shell).strip() in ("", "_files")


def test_bash_completes_what_follows_equals() -> None:
    variables = {"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": "penit list --format = js", "COMP_CWORD": "4"}
    assert process(env=variables, text=True).stdout == "json\n"


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_is_given_two_parts_a_line_none_empty(shell: str, own_folder: Path) -> None:
    write_metiers(own_folder / "f.yaml", record("zza", titre="a:::b\nc"), record("zzb", titre="$`'z"))
    assert offered("penit show zz", shell).splitlines() == ["zza:::a–––b c", "zzb:::’z"]
    assert offered("penit list --diplome bac+2", shell) == "bac+2::: \n"


def test_a_sign_that_zsh_would_read_does_not_come_back_in_ascii() -> None:
    told = process(env=asked("penit show cp", "zsh") | {"PYTHONIOENCODING": "ascii"}, text=True).stdout
    assert '"cpip:Conseiller penitentiaire d insertion et de probation"' in told


# -- the variable without what the scripts set beside it


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"_PENIT_COMPLETE": "complete_bash"}, "COMP_WORDS"),
        ({"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": "penit "}, "COMP_CWORD"),
        ({"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": "penit ", "COMP_CWORD": "²"}, "COMP_CWORD"),
        ({"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": "penit ", "COMP_CWORD": "9" * 5000}, "COMP_CWORD"),
        ({"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": "penit ", "COMP_CWORD": "-1"}, "COMP_CWORD"),
        ({"_PENIT_COMPLETE": "complete_zsh"}, "_TYPER_COMPLETE_ARGS"),
        ({"_PENIT_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "penit "}, "_TYPER_COMPLETE_FISH_ACTION"),
        ({"_PENIT_COMPLETE": "complete_powershell"}, "_TYPER_COMPLETE_ARGS"),
        ({"_PENIT_COMPLETE": "complete_tcsh"}, "complete_bash"),
        ({"_PENIT_COMPLETE": "source_bash"}, "complete_bash"),
        ({"_PENIT_COMPLETE": "1"}, "complete_bash"),
    ],
)
def test_a_stray_variable_is_named_in_one_sentence(
    variables: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    sentence = refusal("net", "3500", code=2, words=said)
    assert "_PENIT_COMPLETE" in sentence


def test_an_empty_variable_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """PowerShell leaves it so after a completion."""
    answer = penit("net", "3500")
    monkeypatch.setenv("_PENIT_COMPLETE", "")
    assert penit("net", "3500") == answer


# -- installation


def install(shell: str, home: Path, **variables: str) -> Result:
    """In this process, where test_process.py starts one."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ({"HOME": str(home), "ZDOTDIR": "", "XDG_CONFIG_HOME": ""} | variables).items():
            patch.setenv(name, value)
        return penit("--install-completion", shell)


@pytest.mark.parametrize(("shell", "name"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
@pytest.mark.parametrize("before", [b"", b"alias caf\xe9=x\n", b"alias \xff\x00=x", "alias thé=x\r\n".encode()])
def test_a_start_up_file_of_any_encoding_gains_one_line_once(
    shell: str, name: str, before: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(before)
    assert (install(shell, tmp_path).code, install(shell, tmp_path).code) == (0, 0)
    after = (tmp_path / name).read_bytes()
    assert after.startswith(before)
    assert len(after[len(before) :].strip().splitlines()) == 1
    assert after.endswith(b"\n")


def test_a_home_with_an_apostrophe_is_quoted(tmp_path: Path) -> None:
    home = tmp_path / "l'œuvre $(touch PWN)"
    home.mkdir()
    assert install("bash", home).code == 0
    script = 'complete() { echo complete "$@"; }; . "$HOME/.bashrc"'
    done = subprocess.run(
        ["bash", "-c", script], env=os.environ | {"HOME": str(home)}, cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("complete -o default -F _penit_completion penit\n", "")
    assert not list(tmp_path.rglob("PWN"))


def test_zsh_and_fish_are_set_up_where_they_look(tmp_path: Path) -> None:
    assert install("zsh", tmp_path, ZDOTDIR=str(tmp_path / "z")).code == 0
    assert "compinit" in (tmp_path / "z" / ".zshrc").read_text()
    assert install("fish", tmp_path, XDG_CONFIG_HOME=str(tmp_path / "c")).code == 0
    assert "_PENIT_COMPLETE" in (tmp_path / "c" / "fish" / "completions" / "penit.fish").read_text()


def test_a_start_up_file_that_is_no_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".bashrc")
    done = install("bash", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "penit --show-completion bash" in done.err


@pytest.mark.parametrize("before", ["", "Set-Alias thé penit", "\ufeffSet-Alias thé penit\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_powershell_s_profile_keeps_its_encoding(before: str, encoding: str, tmp_path: Path) -> None:
    if encoding == "utf-16-le":
        before = "\ufeff" + before.removeprefix("\ufeff")
    profile = tmp_path / "Café" / "profile.ps1"
    profile.parent.mkdir()
    profile.write_bytes(before.encode(encoding))
    powershell(tmp_path, f"printf '\\357\\273\\277%s\\r\\n' {shlex.quote(str(profile))}")
    for _ in range(2):
        done = install("pwsh", tmp_path, PATH=f"{tmp_path}:{os.environ['PATH']}")
        assert (done.code, str(profile) in done.err) == (0, True)
    after = profile.read_bytes().decode(encoding)
    assert after.startswith(before)
    assert after.count("Register-ArgumentCompleter") == 1


@pytest.mark.parametrize("lines", [None, "exit 1", "printf '\\377'"])
def test_a_powershell_that_does_not_answer_is_a_sentence(lines: str | None, tmp_path: Path) -> None:
    if lines:
        powershell(tmp_path, lines)
    done = install("pwsh", tmp_path, PATH=str(tmp_path))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "penit --show-completion pwsh" in done.err


def powershell(folder: Path, lines: str) -> None:
    """A `pwsh` that runs these lines of sh whatever it is asked."""
    path = folder / "pwsh"
    path.write_text(f"#!{shutil.which('sh')}\n{lines}\n")
    path.chmod(0o755)
