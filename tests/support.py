"""What several tests share: runners of `penit`, and small true records to feed it."""

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import pytest
import yaml
from hypothesis import settings

from penitcareer.api.face import Reponse
from penitcareer.cli.main import build_app, run
from penitcareer.cli.tree import COMMANDS
from penitcareer.domain.dated import TextSource
from penitcareer.domain.entry.waivers import Waivers
from penitcareer.domain.errors import PenitError
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.render.refusals import sentence
from penitcareer.render.words.wrapping import columns
from penitcareer.store.convert import record_from
from penitcareer.store.reading.door import model_of
from penitcareer.store.reading.yaml_loader import load_yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
SRC = ROOT / "src" / "penitcareer"

DAY = date(2026, 11, 21)
PAGE = TextSource("Fiche", None, None)
WAIVERS = Waivers(3, 1, "Trois enfants lèvent une limite.", (PAGE,), date(2026, 11, 21))
RULE = Rule("Net estimé", 2100, 2500, 20_000_00, "Ordre de grandeur.", PAGE, date(2026, 11, 21))

# Every métier of the catalogue, in the order of its map.
METIERS = [code for filiere in load_yaml(str(DATA / "metiers.yaml"))["filieres"] for code in filiere["metiers"]]
FORMATS = ("table", "plain", "json", "csv", "md", "html")
KEPT_AS = FORMATS[:-1]  # a page is mostly its style: tests read it, none keeps it
# Calls that no example shows, and that print a result of another shape.
UNSHOWN = (("list",), ("sigle",), ("net", "cpip"), ("sources",), ("grille",))


def without_format(words: list[str]) -> tuple[str, ...]:
    """A call whose format is still to choose."""
    at = words.index("--format") if "--format" in words else len(words)
    return (*words[:at], *words[at + 2 :])


def reading_calls() -> tuple[tuple[str, ...], ...]:
    """Every example of every command's help, each once, its format left open."""
    modules = [import_module(f"penitcareer.cli.commands.{module}") for module, _ in COMMANDS.values()]
    shown = (without_format(shlex.split(line)[1:]) for module in modules for line in module.EXAMPLES)
    # The JSON Schema, help and the page of the catalogue are the same text whatever the format, the
    # explorer writes none, and a staff is a file (tests/lots).
    alone = ("aide", "page", "explorer", "lot")
    reading = (call for call in shown if "--schema" not in call and call[0] not in alone)
    return tuple(dict.fromkeys([*reading, *UNSHOWN]))


READING = reading_calls()


def plain_yaml(path: Path) -> Any:
    """A file as YAML alone has it, without our reader; ten times faster where libyaml is there."""
    return yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class Result(NamedTuple):
    """What a call of `penit` left behind."""

    code: int
    out: str
    err: str


class Terminal(io.TextIOWrapper):
    """A captured stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@contextlib.contextmanager
def same_environment() -> Iterator[None]:
    """What is done inside leaves the variables as they were."""
    before = dict(os.environ)
    try:
        yield
    finally:
        if os.environ != before:
            os.environ.clear()
            os.environ.update(before)


def penit(*arguments: str, tty: bool = False, encoding: str = "utf-8") -> Result:
    """Run `penit` in this process: fast. `tty`: its standard output is a terminal."""
    kind = Terminal if tty else io.TextIOWrapper
    out = kind(io.BytesIO(), encoding=encoding, newline="")
    err = kind(io.BytesIO(), encoding=encoding, newline="")
    with same_environment(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(list(arguments))
        out.flush()
        err.flush()
    return Result(code, _written(out), _written(err))


def completed(variables: dict[str, str]) -> str:
    """What completion writes in this process for what the script of a shell sets; it ends in success."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for name, value in variables.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run([])
    assert (ended.value.code, err.getvalue()) == (0, "")
    return out.getvalue()


def compare_screen(folder: Path, update: bool) -> Callable[[str, str], None]:
    """A comparison of screens with the files of a folder, which it rewrites on `update`."""

    def compare(name: str, screen: str) -> None:
        path = folder / f"{name}.txt"
        if update:
            folder.mkdir(exist_ok=True)
            path.write_bytes(screen.encode())
        kept = path.read_bytes().decode() if path.exists() else ""
        assert screen == kept, f"{path} differs; if the new screen is right: pytest --update-golden"

    return compare


def screen(*arguments: str, width: int = 80, format_: str = "table") -> str:
    """What a call that succeeds writes, without colour, for a terminal of a width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", str(width))
        result = penit(*arguments, "--format", format_)
    assert (result.code, result.err) == (0, "")
    return result.out


def kept_screens(screens: dict[str, tuple[str, ...]], kinds: tuple[str, ...] = KEPT_AS) -> list[tuple[str, str]]:
    """(screen, kind) of each file of a golden folder: a kind is a format, or a width.

    The first screen of a command is kept in every kind, the others as plain text: what they
    share is then read once in a difference, not once a file.
    """
    first = {command[0]: name for name, command in reversed(screens.items())}
    whole = set(first.values())
    return [(name, kind) for name in screens for kind in (kinds if name in whole else ("plain",))]


def screen_of(kind: str, *arguments: str) -> str:
    """What a call writes in a format, or for a terminal of a width."""
    return screen(*arguments, width=int(kind)) if kind.isdigit() else screen(*arguments, format_=kind)


def too_wide(*arguments: str, width: int) -> list[str]:
    """The lines of a terminal's screen that pass its width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        result = penit(*arguments, tty=True)
    assert (result.code, result.err) == (0, "")
    return [line for line in without_colours(result.out).split("\n") if columns(line) > width]


def answered(*arguments: str) -> Reponse[Any]:
    """What a call that succeeds answers, worked out and not written: a test lays it out as it needs."""
    written: list[Reponse[Any]] = []
    with mock.patch("penitcareer.cli.output.write", lambda reponse, *_: written.append(reponse)):
        assert penit(*arguments) == (0, "", ""), arguments
    (found,) = written
    return found


def refusal(*arguments: str, code: int, words: str) -> str:
    """The one sentence on stderr of a call that is refused with this code, these words in it."""
    result = penit(*arguments)
    assert (result.code, result.out) == (code, "")
    assert words in same_spaces(result.err)
    assert result.err.count("\n") == 1
    return result.err


def options_of(command: str) -> dict[str, str]:
    """The option of each parameter of a command."""
    return {str(param.name): param.opts[0] for param in build_app().get_command(None, command).params}


@contextlib.contextmanager
def refused(kind: type[PenitError], words: str, command: str) -> Iterator[None]:
    """What is done inside is refused by this error, that a command says with these words."""
    with pytest.raises(kind) as caught:
        yield
    said = sentence(caught.value, options_of(command))
    assert re.search(words, said), said


def penit_json(*arguments: str) -> Any:
    """The decoded answer of a call with `--json`, which must succeed."""
    result = penit(*arguments, "--json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def process(*arguments: str, env: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[Any]:
    """Run `python -m penitcareer` as a process of its own, its streams in pipes."""
    settings: dict[str, Any] = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 60}
    if "stdout" in options or "stderr" in options:
        settings.pop("capture_output")
    environment = {name: value for name, value in (os.environ | (env or {})).items() if value != UNSET}
    command = [sys.executable, "-m", "penitcareer", *arguments]
    return subprocess.run(command, env=environment, check=False, **(settings | options))


def drawn(count: int) -> settings:
    """So many examples of a property by night (`make nightly`), a tenth of them in `make test`."""
    return settings(max_examples=count // 10 if settings().derandomize else count)


UNSET = "\0unset"  # as a value of `process(env=…)`: the variable is not there


def python(code: str, arguments: Iterable[str] = (), **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a few lines in a fresh interpreter."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)


STARTUP = """
import ast, sys
from penitcareer.cli.main import run
for call in ast.literal_eval(sys.argv[1]):
    code = run(list(call))
    slow = {"yaml", "pydantic", "pydantic_core", "rich", "jinja2", "textual"}
    heavy = sorted({name.split(".")[0] for name in sys.modules} & slow)
    sys.stderr.write(f"{call} {code} {' '.join(heavy)}\\n")
"""


def answered_lightly(calls: Sequence[tuple[str, ...]]) -> None:
    """Each of these calls is answered from a warm cache without loading a slow library: all in
    one process, where what one of them loads would stay."""
    assert penit("list").code == 0  # warms the cache
    assert python(STARTUP, [repr(calls)]).stderr.splitlines() == [f"{call} 0 " for call in calls]


def smic(cents: int = 1823_03, day: date = date(2026, 1, 1)) -> ValueAtDate:
    """A SMIC of the day."""
    return ValueAtDate("SMIC", cents, day, PAGE, None)


def record(code: str = "essai", **fields: Any) -> dict[str, Any]:
    """A small valid record, as a data file holds it."""
    source = {"id": "s", "titre": "Une source", "consulte_le": "2026-01-01", "nature": "document"}
    return {"code": code, "titre": f"Métier {code}", "sources": [source], **fields}


def pay(*brackets: tuple[str, Any, Any], **fields: Any) -> dict[str, Any]:
    """A remuneration; its brackets are (level, lowest, highest) in euros."""
    starts = {"junior": (0, 3), "confirme": (3, 5), "senior": (5, None)}
    tranches = [
        {
            "niveau": level,
            "libelle": level,
            "anciennete_min": starts[level][0],
            "anciennete_max": starts[level][1],
            "brut": {"min": low, "max": high},
        }
        for level, low, high in brackets
    ]
    return {"base": "brut mensuel", "tranches": tranches, "source": "s", **fields}


def metier(code: str = "essai", **fields: Any) -> Metier:
    """A métier as the domain knows it, through the same door as a data file."""
    model = model_of(Metier).model_validate(_exact(record(code, **fields)))
    return record_from(Metier, {**model.model_dump(), "fichier": None})


def _exact(value: Any) -> Any:
    """Floats as the decimals that our YAML reader makes of them."""
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(item) for item in value]
    return Decimal(str(value)) if isinstance(value, float) else value


def as_yaml(value: Any) -> str:
    """A value as YAML: JSON is YAML once its control characters are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=float)
    return "".join(sign if sign == "\n" or sign.isprintable() else f"\\U{ord(sign):08x}" for sign in text)


def write_metiers(path: Path, *records: dict[str, Any]) -> Path:
    """A file of métiers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_yaml({"metiers": list(records)}), encoding="utf-8")
    return path


def same_spaces(text: str) -> str:
    """A text with plain spaces only, for comparisons about words and figures."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def without_colours(text: str) -> str:
    """A screen without its colour codes."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def squeezed(text: str) -> str:
    """A screen without colours, spaces nor line ends: what was cut to fit is whole again."""
    return "".join(without_colours(text).split())


def _written(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)
