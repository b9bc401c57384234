"""The files around the program that nothing runs here: they say the same as the rest."""

import re
from pathlib import Path

import pytest
import yaml

from penitcareer import __version__
from tests.support import ROOT

TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
HOSTED = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_a_version_is_the_same_in_the_package_the_citation_and_the_log() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    log = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert log[0] == __version__


def test_the_hosted_steps_are_steps_of_ours() -> None:
    steps = set(re.findall(r"^step (\w+) ", CI, re.MULTILINE))
    named = [name for line in re.findall(r"\.ci/run (.+)$", HOSTED, re.MULTILINE) for name in line.split()]
    jobs = yaml.safe_load(HOSTED)["jobs"]
    assert named
    assert set(named) <= steps
    assert set(jobs["all"]["needs"]) == set(jobs) - {"all"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_an_issue_template_asks_for_all_that_a_correction_needs(path: Path) -> None:
    template = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = {part.get("id") for part in template["body"] if part.get("validations", {}).get("required")}
    wanted = {"corriger_un_chiffre": {"juste", "source", "date"}, "signaler_un_bogue": {"commande", "version"}}
    assert wanted[path.stem] <= asked
