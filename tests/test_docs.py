"""What the documentation shows is what the program prints."""

import doctest
import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from penitcareer.domain.metiers.metier import Metier
from tests.support import ROOT, SRC, penit

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def sessions(text: str) -> list[tuple[str, str]]:
    """(command, what it shows) of every ```console block, in order."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            found.append((command, shown))
    return found


PLAYED = (README, *((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("visite", "reformes")))
SHOWN = [one for text in PLAYED for one in sessions(text) if one[0].split()[0] == "penit"]


def test_the_readme_is_short_and_answers_six_questions() -> None:
    assert len(README.splitlines()) <= 150
    assert len(sessions(README)) == 6


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_of_a_page_prints_what_is_shown(
    command: str, shown: str, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    line = command.split("#")[0].strip()
    result = penit(*shlex.split(line)[1:])
    assert result.code == 0, result.err
    if shown.strip():
        assert shown.rstrip("\n") == (result.out + result.err).replace("\r\n", "\n").rstrip("\n")


def test_the_reference_of_commands_is_the_one_the_program_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    pages = import_module("make_docs")
    alone = pages._help("net")  # as the script asks, by a process
    assert alone == penit("net", "--help").out
    monkeypatch.setattr(pages, "_help", lambda *command: penit(*command, "--help").out)
    assert pages.cli_reference() == (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["docs/donnees.md", "docs/json.md", "docs/reformes.md"])
def test_the_tables_of_fields_are_those_of_the_records(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    text = (ROOT / page).read_text(encoding="utf-8")
    assert import_module("field_tables").with_tables(text) == text, "make docs"
    assert "<!-- champs " in text


@pytest.mark.parametrize("page", ["docs/donnees.md", "docs/json.md"])
def test_a_page_tells_every_field_of_a_metier(page: str) -> None:
    told = set(re.findall(r"`(\w+)`", (ROOT / page).read_text(encoding="utf-8")))
    assert set(Metier._fields) - told - {"mots_cles", "fichier"} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


# What is measured belongs in vitesse.md, which says when; a decision says why.
MEASURED = re.compile(r"\d\s?(?:%|fois|ms\b|s\b|Mo\b|millions)")
DATED = {"typer-pin.md", "yaml-reader.md"}  # the first says of which day, the second is compared below


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda page: page.name)
def test_a_decision_quotes_no_measure(page: Path) -> None:
    found = MEASURED.findall(page.read_text(encoding="utf-8"))
    assert bool(found) is (page.name in DATED)


def test_the_limits_of_a_file_are_those_of_the_reader() -> None:
    text = (ROOT / "docs" / "decisions" / "yaml-reader.md").read_text(encoding="utf-8")
    told = [
        int(re.sub(r"\D", "", cell)) for cell in re.findall(r"^\|[^|]+\| ([\d\s]+)(?:Mo)? ?\|$", text, re.MULTILINE)
    ]
    reader = import_module("penitcareer.store.reading.yaml_loader")
    kept = ("VALUES", "RECORDS", "ITEMS", "DEPTH", "ALIASED", "DIRECTIVES")
    assert told == [reader.MAX_BYTES // 1024**2, *(getattr(reader, f"MAX_{name}") for name in kept), 1]


# Where a page that names a file looks for it.
HOMES = ("", "src/penitcareer", "src/penitcareer/domain", "src/penitcareer/render", "docs", "scripts")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_file_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yaml|md|toml|sh))`", page.read_text(encoding="utf-8"))
    lost = [name for name in named if not any((ROOT / home / name).exists() for home in HOMES)]
    assert lost == []


EXAMPLES = [path for path in sorted(SRC.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_in_the_code_answers_what_it_says(path: Path) -> None:
    module = import_module(".".join(path.relative_to(SRC.parent).with_suffix("").parts))
    failed, tried = doctest.testmod(module)
    assert tried > failed == 0
