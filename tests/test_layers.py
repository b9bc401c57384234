"""The arrows of the house: cli, explorer, lots -> api -> store, domain, render.views; store -> domain;
cli, explorer -> render -> domain; lots -> store, domain; cli -> explorer, lots by their own commands alone."""

import ast
import json
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support import READING, SRC, STARTUP, answered_lightly, penit, python

ALLOWED = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "render": {"render", "domain"},
    "api": {"api", "store", "domain", "render"},
    "explorer": {"explorer", "api", "domain", "render"},
    "lots": {"lots", "api", "store", "domain"},
    "cli": {"cli", "api", "store", "domain", "render", "explorer", "lots"},
}
OUTSIDERS = {
    "yaml", "pydantic", "pydantic_core", "rich", "typer", "platformdirs", "jinja2", "markupsafe", "textual",
    "polars", "numpy",
}  # fmt: skip
# What each layer may take from outside the standard library.
GUESTS = {
    "domain": set(),
    "store": {"yaml", "pydantic", "pydantic_core", "platformdirs"},
    "render": {"rich", "jinja2", "markupsafe"},
    "api": set(),
    "explorer": {"textual", "rich"},  # a line of Textual’s is made of segments of Rich’s
    "lots": {"polars", "numpy", "fastexcel"},
    "cli": {"typer"},
}
# What these bring with them.
BROUGHT = {"cli": {"rich"}, "explorer": {"platformdirs"}}
# What a command reads its arguments with: closed lists, types, refusals, the bound of a hint.
READ_BY_COMMANDS = {"errors", "estimate", "choices", "career.plan"}
# What the explorer chooses among and marks with: names, closed lists, the best proof of a stage.
READ_BY_EXPLORER = {"errors", "names", "choices", "metiers.comparison", "metiers.reperes"}
FILES = sorted(path for path in SRC.rglob("*.py") if path.parent != SRC)
DOMAIN = [path for path in FILES if path.relative_to(SRC).parts[0] == "domain"]


def layer_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0]


def skipped(layer: str) -> None:
    """Skip the test of a layer whose extra is not installed."""
    if layer == "explorer":
        pytest.importorskip("textual")


def modules_of(layer: str) -> list[str]:
    files = [path for path in FILES if layer_of(path) == layer]
    return [name_of(path) for path in files]


@cache
def tree(path: Path) -> ast.Module:
    """What a file says, read once: each rule looks at all of them."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """Every absolute module name that a file imports, at any depth; no relative import."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def test_a_file_imports_only_along_the_arrows() -> None:
    found = [(str(path.relative_to(SRC)), name) for path in FILES for name in imported(path) if against(path, name)]
    assert found == []


def against(path: Path, name: str) -> bool:
    """Whether this import of a file goes against the arrows."""
    layer, parts = layer_of(path), name.split(".")
    if parts[0] == "penitcareer":
        return len(parts) > 1 and parts[1] not in {*ALLOWED[layer], "__version__"}
    return parts[0] not in sys.stdlib_module_names and parts[0] not in GUESTS[layer]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SRC.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in FILES}


def taken(node: ast.AST, for_types: bool) -> Iterator[ast.ImportFrom]:
    """The imports of a file, at its top or in a function; those for its types alone when asked."""
    for inner in ast.iter_child_nodes(node):
        only_types = isinstance(inner, ast.If) and isinstance(inner.test, ast.Name) and inner.test.id == "TYPE_CHECKING"
        if isinstance(inner, ast.ImportFrom):
            yield inner
        elif for_types or not only_types:
            yield from taken(inner, for_types)


def arrows(for_types: bool) -> dict[str, set[str]]:
    """The modules that each module takes from."""
    found: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        named = [(str(one.module), alias.name) for one in taken(tree(path), for_types) for alias in one.names]
        wholes = {f"{module}.{part}" if f"{module}.{part}" in MODULES else module for module, part in named}
        found[name] = (wholes & MODULES.keys()) - {name}
    return found


def in_a_room(name: str) -> str:
    """The folder of a module within its layer, the module itself where it stands in none: `domain.pay`."""
    return ".".join(name.split(".")[:3])


def test_no_module_and_no_room_leads_back_to_itself() -> None:
    """Not even by an import within a function, nor, between modules, for a type: a circle is read as one piece."""
    rooms: dict[str, set[str]] = {}
    for name, others in arrows(for_types=False).items():
        rooms.setdefault(in_a_room(name), set()).update({*map(in_a_room, others)} - {in_a_room(name)})
    for found in (arrows(for_types=True), rooms):
        try:
            TopologicalSorter(found).prepare()
        except CycleError as circle:
            pytest.fail(" -> ".join(circle.args[1]))


def test_what_stands_in_no_room_takes_from_none() -> None:
    """The words that all rooms share are at the root of the domain: money, names, dates, errors."""
    root = {name_of(path) for path in DOMAIN if path.parent.name == "domain"}
    found = arrows(for_types=True)
    assert {name: found[name] - root for name in root if found[name] - root} == {}


@pytest.mark.parametrize("path", [path for path in FILES if layer_of(path) == "api"], ids=lambda path: path.name)
def test_the_library_names_views_and_refusals_and_lays_nothing_out(path: Path) -> None:
    rendering = {name for name in imported(path) if name.startswith("penitcareer.render")}
    assert all(name.split(".")[2] in ("view", "views", "refusals") for name in rendering)


@pytest.mark.parametrize("path", sorted((SRC / "cli" / "commands").glob("*.py")), ids=lambda path: path.stem)
def test_a_command_computes_nothing(path: Path) -> None:
    """Nor does it open the catalogue: it reads its arguments, calls the library and emits."""
    for name in imported(path):
        layer, _, module = name.removeprefix("penitcareer.").partition(".")
        if layer == "domain" and module:
            assert any(f"{module}.".startswith(f"{one}.") or one.startswith(f"{module}.") for one in READ_BY_COMMANDS)
        if layer == "store":
            assert (path.stem, module.partition(".")[0]) == ("check", "checking")


def test_a_staff_is_paid_by_its_own_command() -> None:
    """Every other call starts without what `lots` needs."""
    for path in FILES:
        if layer_of(path) != "lots" and path.name != "lot.py":
            assert not [name for name in imported(path) if name.startswith("penitcareer.lots")], path


def test_the_explorer_is_opened_by_its_own_command_and_computes_nothing() -> None:
    for path in FILES:
        layer, names = layer_of(path), imported(path)
        if layer == "cli" and path.name != "explorer.py":
            assert not [name for name in names if name.startswith("penitcareer.explorer")], path
        if layer == "explorer":
            read = {name for name in at_run_time(path) if name.startswith("penitcareer.domain.")}
            assert {name.removeprefix("penitcareer.domain.") for name in read} <= READ_BY_EXPLORER, path


def at_run_time(path: Path) -> set[str]:
    """The modules that a file imports from when it runs, not for its types alone."""
    top = tree(path).body
    return {node.module or "" for node in top if isinstance(node, ast.ImportFrom)}


def test_no_other_command_loads_textual() -> None:
    first = {call[0]: call for call in reversed(READING)}
    calls = [(*call, "--format", "table") for call in first.values()]
    code = (
        "import ast, sys\nfrom penitcareer.cli.main import run\n"
        "for call in ast.literal_eval(sys.argv[1]):\n    run(list(call))\n"
        "sys.stderr.write(str(sorted(name for name in sys.modules if name.startswith(('textual', 'penitcareer.ex')))))"
    )
    assert python(code, [repr(calls)]).stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("layer", sorted(ALLOWED))
def test_a_layer_imported_alone_brings_only_what_it_may(layer: str) -> None:
    skipped(layer)
    names = ", ".join(modules_of(layer))
    done = python(f"import json, sys\nimport {names}\nprint(json.dumps(sorted(sys.modules)))")
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout)
    ours = {name.split(".")[1] for name in modules if name.startswith("penitcareer.")}
    assert ours <= ALLOWED[layer]
    guests = {name.split(".")[0] for name in modules} & OUTSIDERS
    assert guests <= GUESTS[layer] | BROUGHT.get(layer, set())


def test_the_domain_reads_no_file_no_clock_and_no_environment() -> None:
    forbidden = {"os", "io", "pathlib", "time", "sys", "subprocess", "socket", "random", "tempfile"}
    for path in DOMAIN:
        assert not {name.split(".")[0] for name in imported(path)} & forbidden, path
        calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        named = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}
        assert not named & {"open", "today", "now", "print", "input"}, path


def test_the_domain_does_not_know_that_it_serves_a_command_line() -> None:
    """An error is a value: `cli` alone names options and calls."""
    found = {path.name: re.findall(r"--\w|\bpenit\b", path.read_text("utf-8")) for path in DOMAIN}
    assert {name: words for name, words in found.items() if words} == {}


def test_only_the_command_line_prints_and_exits() -> None:
    for path in FILES:
        if layer_of(path) == "cli":
            continue
        text = path.read_text("utf-8")
        assert "sys.exit" not in text, path
        assert "print(" not in text.replace("_print(", "").replace("console.print(", ""), path


LIGHT = [
    ("net", "3500"),
    ("brut", "2700"),
    ("net", "cpip"),
    ("show", "cpip"),
    ("compare", "cpip", "dspip"),
    ("list",),
    ("find", "juge"),
    ("sigle", "PPSMJ"),
    ("sources", "cpip"),
    ("show", "cpip", "--json"),
    ("list", "--format", "csv"),
    ("list", "--format", "md"),
    ("--help",),
    ("show", "--help"),
    ("--version",),
    (),
]


def test_with_a_warm_cache_a_pipe_gets_its_answer_without_yaml_pydantic_or_rich() -> None:
    answered_lightly(LIGHT)


def test_completion_imports_neither_yaml_pydantic_nor_rich() -> None:
    """Of any shell: all in one process, where what one of them loads would stay."""
    penit("list")
    asked = {
        "COMP_WORDS": "penit show cp",
        "COMP_CWORD": "2",
        "_TYPER_COMPLETE_ARGS": "penit show cp",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "cp",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    code = STARTUP.replace(
        "code = run(list(call))",
        "os.environ['_PENIT_COMPLETE'] = f'complete_{call}'\n"
        "    try:\n        run([])\n    except SystemExit as end:\n        code = end.code",
    )
    shells = ("bash", "zsh", "fish", "powershell")
    done = python(f"import os\n{code}", [repr(shells)], env=os.environ | asked)
    assert done.stdout.count("cpip") >= len(shells)
    assert done.stderr.splitlines() == [f"{shell} 0 " for shell in shells]


def test_net_loads_its_own_command_and_nothing_of_what_a_metier_is_made_of() -> None:
    penit("list")
    done = python(
        "import sys\nfrom penitcareer.cli.main import run\nrun(['net', '3500'])\n"
        "heavy = ('penitcareer.cli.commands.', 'penitcareer.domain.metiers.metier')\n"
        "sys.stderr.write(' '.join(name for name in sys.modules if name.startswith(heavy)))"
    )
    assert done.stderr == "penitcareer.cli.commands.net"


def test_what_is_private_in_typer_is_held_in_one_module() -> None:
    unstable = {"completion", "core", "exceptions"}  # named without a dash, and documented nowhere
    for path in FILES:
        names = [name.split(".") for name in imported(path) if name.split(".")[0] in ("typer", "click")]
        held = [name for name in names if {*name} & unstable or any(part.startswith("_") for part in name)]
        assert not held or path.name == "typer_ours.py", (path, held)


def types_in(path: Path) -> list[str]:
    """The public classes and type aliases of a module."""
    names = []
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [name for name in names if re.match("[A-Z].*[a-z]", name)]


def homes(names: Iterator[tuple[str, Path]]) -> dict[str, list[str]]:
    """The names that stand in several modules, and these."""
    found: dict[str, list[str]] = {}
    for name, path in names:
        found.setdefault(name, []).append(str(path.relative_to(SRC)))
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_two_types_never_share_a_name() -> None:
    """A homonym costs whoever reads one the time to find out which."""
    assert homes((name, path) for path in FILES for name in types_in(path)) == {}
    classes = ((node.name, path) for path in FILES for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))
    assert homes((name, path) for name, path in classes if not name.startswith("_")) == {}


@pytest.mark.parametrize("layer", ["domain", "store", "api", "lots"])
def test_two_functions_of_a_layer_never_share_a_name(layer: str) -> None:
    """Those of render and of commands are named with their module: `french.day`, `sheet.document`."""
    files = [path for path in FILES if layer_of(path) == layer]
    functions = ((node.name, path) for path in files for node in tree(path).body if isinstance(node, ast.FunctionDef))
    assert homes((name, path) for name, path in functions if not name.startswith("_")) == {}


def test_nothing_is_asserted() -> None:
    """What a type can say is said by it: one is at school, in service, or without a described corps. And
    `python -O` would leave out what an assertion does."""
    found = [(path.name, one.lineno) for path in FILES for one in ast.walk(tree(path)) if isinstance(one, ast.Assert)]
    assert found == []
