"""Bad files of up to 10 MB: refused in under 5 s and 300 MB, wherever they lie."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from penitcareer.domain.checks import CheckReport
from penitcareer.domain.errors import MOST_FAULTS, InvalidData
from penitcareer.render.refusals import sentence
from penitcareer.store.checking import check_files
from penitcareer.store.collect import collect
from penitcareer.store.folders import data_folder
from penitcareer.store.reading import yaml_loader
from tests.support import penit, penit_json, python, same_spaces

TEN_MEGABYTES = yaml_loader.MAX_BYTES - 1000


def items(unit: str, frame: str = "metiers: [{}]\n") -> str:
    """Ten megabytes of one item."""
    return frame.format(unit * (TEN_MEGABYTES // len(unit)))


def records(unit: str, count: int = yaml_loader.MAX_RECORDS) -> str:
    return "metiers:\n" + f"- {unit}\n" * count


HOSTILE: dict[str, Callable[[], str]] = {
    "ones": lambda: items("1,"),
    "empty lists": lambda: items("[],"),
    "pairs": lambda: items("a: b,"),
    "lists of lists": lambda: items("[" + "1," * 999 + "],"),
    "unknown keys": lambda: "metiers:\n" + "".join(f"  k{number}: 1\n" for number in range(800_000)),
    "records of unknown keys": lambda: records("{" + ", ".join(f"k{number}: 1" for number in range(9)) + "}"),
    "faults of a union": lambda: "corps:\n  anciens_indices:\n" + ("  - indices_bruts: [" + "x," * 900 + "]\n") * 110,
    "references": lambda: records("{code: a, titre: a, sources: [], conditions: [{texte: a, source: b}]}", 3_000),
    "directives": lambda: "".join(f"%TAG !a{number}! tag:x\n" for number in range(100_000)) + "---\na: 1\n",
    "directives of a second document": lambda: (
        "a: 1\n...\n" + "".join(f"%TAG !a{number}! tag:x\n" for number in range(100_000)) + "---\na: 1\n"
    ),
    "anchors": lambda: "".join(f"- &a{number} 1\n" for number in range(700_000)),
    "a long key": lambda: '? "' + "a" * TEN_MEGABYTES + '"\n: 1\n',
    "a long alias": lambda: "a: *" + "a" * TEN_MEGABYTES,
}
# Each file in turn, in one process: the peak of all is the largest of each. What a call says goes to a file.
MEASURED = """
import contextlib, sys, time
from penitcareer.cli.main import run
for path in sys.argv[2:]:
    start = time.process_time()
    with open(path + ".err", "w", encoding="utf-8") as err, open(path + ".out", "w", encoding="utf-8") as out:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            code = run([word.format(path) for word in sys.argv[1].split()])
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(code, time.process_time() - start, int(peak.split()[1]) / 1024)
"""


def written(folder: Path, name: str) -> Path:
    path = folder / f"{name.replace(' ', '_')}.yaml"
    path.write_text(HOSTILE[name](), encoding="utf-8")
    return path


def test_a_bad_file_is_refused_within_bounds(tmp_path: Path, own_folder: Path) -> None:
    paths = [written(tmp_path, name) for name in HOSTILE]
    done = python(MEASURED, arguments=["check {}", *map(str, paths)])
    assert done.stdout.count("\n") == len(paths), done.stderr
    for path, line in zip(paths, done.stdout.splitlines(), strict=True):
        code, seconds, megabytes = map(float, line.split())
        assert code == 1, path
        assert seconds < 5, path
        assert megabytes < 300, path
        assert len(Path(f"{path}.err").read_text(encoding="utf-8")) < 1000, path


# One reader reads all three: a kind of each other place shows that it does.
@pytest.mark.parametrize(
    ("call", "name", "code"), [("show cpip --data {}", "faults of a union", 1), ("show cpip", "ones", 0)]
)
def test_so_it_is_in_another_place(tmp_path: Path, own_folder: Path, call: str, name: str, code: int) -> None:
    path = written(tmp_path if "{}" in call else own_folder, name)
    start = time.process_time()
    done = penit(*call.format(path).split())
    assert (done.code, path.name in done.err, len(done.err) < 1000) == (code, True, True)
    assert time.process_time() - start < 5


def fault_of(folder: Path, text: str) -> str:
    path = folder / "f.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        yaml_loader.load_yaml(str(path))
    return same_spaces(caught.value.faults[0].message)


def test_a_file_holds_a_hundred_thousand_values(tmp_path: Path) -> None:
    assert yaml_loader.MAX_VALUES == 100_000
    row = "[" + "1," * 99 + "]"
    block = "".join(f"b{number}: [{','.join([row] * 99)}]\n" for number in range(10))  # 10 x (99 x 100 + 1)
    rest = "z: [" + "1," * 988 + "]\n"
    path = tmp_path / "f.yaml"
    path.write_text(block + rest)
    assert len(yaml_loader.load_yaml(str(path))) == 11
    assert "plus de 100 000 valeurs" in fault_of(tmp_path, block + rest + "y: 1\ny2: 1\n")


@pytest.mark.parametrize(
    ("fits", "passes", "most"),
    [
        ("metiers: [" + "1," * 10_000 + "]", "metiers: [" + "1," * 10_001 + "]", "10 000"),
        ("a: {b: [" + "1," * 1000 + "]}", "a: {b: [" + "1," * 1001 + "]}", "1 000"),
        ("[" + "1," * 1000 + "]", "[" + "1," * 1001 + "]", "1 000"),
        ("a: [[" + "1," * 1000 + "]]", "a: [[" + "1," * 1001 + "]]", "1 000"),
        (
            "a: {" + ",".join(f"k{number}: 1" for number in range(1000)) + "}",
            "a: {" + ",".join(f"k{number}: 1" for number in range(1001)) + "}",
            "1 000",
        ),
    ],
)
def test_a_list_and_a_block_are_bounded(tmp_path: Path, fits: str, passes: str, most: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(fits)
    yaml_loader.load_yaml(str(path))
    assert f"plus de {most} éléments" in fault_of(tmp_path, passes)


def test_a_hundred_directives_are_read_and_one_more_refused(tmp_path: Path) -> None:
    lines = "".join(f"%TAG !a{number}! tag:x\n" for number in range(100))
    path = tmp_path / "f.yaml"
    path.write_text(lines + "---\na: 1\n")
    assert yaml_loader.load_yaml(str(path)) == {"a": 1}
    for line_end in ("\n", "\r", "\r\n", "\u2028", "\x85", "\n\ufeff"):
        text = line_end.join(["", *lines.split(), "%TAG !b! tag:x", "---", "a: 1"])
        assert "directives" in fault_of(tmp_path, text), repr(line_end)
    path.write_text(f"a: '{'%' * 101}'\n")
    assert yaml_loader.load_yaml(str(path)) == {"a": "%" * 101}


def test_the_first_thousand_faults_are_kept_and_the_others_counted(tmp_path: Path) -> None:
    assert MOST_FAULTS == 1000
    path = tmp_path / "f.yaml"
    path.write_text("metiers: [" + "1," * 1500 + "]")
    report = check_files([str(path)])
    assert (len(report.fautes), report.omises) == (1000, 500)
    result = penit("check", str(path))
    assert result.code == 1
    assert same_spaces(result.out).startswith("1 500 erreurs\n1 fichier, 0 fiche lisible, les 1 000 premières erreurs")
    with pytest.raises(InvalidData) as caught:
        collect(data_folder(), (), [str(path), str(path)], [])
    assert (len(caught.value.faults), caught.value.omitted) == (1000, 2000)
    assert "(et 2999 autres)" in sentence(caught.value, {})


def test_faults_of_several_files_are_counted_together(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.yaml" for name in "abc"]
    for path in paths:
        path.write_text("metiers: [" + "1," * 400 + "]")
    found = penit("check", *map(str, paths), "--json")
    assert found.code == 1
    report = check_files(map(str, paths))
    assert isinstance(report, CheckReport)
    assert (len(report.fautes), report.omises) == (1000, 200)


def test_codes_met_twice_are_counted_too(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    source = "{id: s, titre: t, consulte_le: 2026-01-01, nature: document}"
    path.write_text(records(f"{{code: a, titre: t, sources: [{source}]}}", 1502))
    report = check_files([str(path)])
    assert (len(report.fautes), report.omises) == (1000, 501)


def test_few_faults_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("metiers: [1, 2]")
    assert penit("check", str(path)).out.startswith("2 erreurs\n1 fichier, 0 fiche lisible\n")


def test_a_message_and_a_field_are_short_whatever_the_file_holds(tmp_path: Path) -> None:
    source = "{id: s, titre: t, consulte_le: 2026-01-01, nature: document}"
    facts = "".join(f"  - {{texte: x, source: s{'x' * 30}{number}}}\n" for number in range(900))
    path = tmp_path / "f.yaml"
    path.write_text(
        f"metiers:\n- code: a\n  titre: t\n  sources: [{source}]\n  conditions:\n{facts}"
        f"- code: b\n  titre: t\n  sources: [{source}]\n  ? {'k' * 5000}\n  : 1\n"
    )
    faults = check_files([str(path)]).fautes
    assert len(faults) == 2
    assert all(len(fault.message) <= 400 and len(fault.champ) < 100 for fault in faults)


def test_the_number_of_faults_left_out_is_in_the_json(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("metiers: []")
    assert penit_json("check", str(path))["fautes_omises"] == 0
