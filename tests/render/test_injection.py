"""A value from a file injects no Rich markup, no ANSI, no formula, no HTML, no table break: in any format."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.api.face import Reponse
from penitcareer.cli.output import render
from penitcareer.domain.entry.access import build_access
from penitcareer.domain.entry.eligibility import eligibility
from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.metiers.comparison import compare
from penitcareer.domain.metiers.listing import build_listing, entry_of
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbourhood import neighbourhood, seen
from penitcareer.domain.metiers.provenance import build_provenance
from penitcareer.domain.metiers.search import search, searchable
from penitcareer.domain.metiers.sheet import build_sheet
from penitcareer.render.views import access, comparison, eligible, listing, provenance, sheet
from penitcareer.render.views import search as finding
from tests.render.pages import assert_inert
from tests.support import (
    DAY,
    FORMATS,
    RULE,
    WAIVERS,
    answered,
    drawn,
    metier,
    pay,
    penit,
    record,
    smic,
    without_colours,
    write_metiers,
)

EVIL = (
    "[bold red]gras[/] [link=http://x]y[/link]",
    "\x1b[31mrouge\x1b[0m \x9b31m \x1b]0;titre\x07",
    "\u202eenvers\u202c \u2066x\u2069 \u200f",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> <img src=x>",
    "a | b\n| c |\r\n---\n# titre",
    "x\ty\x00z\x08\x7f",
    ":smile: \\[x] %s {0}",
)
ACTIVE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def evil_record(text: str) -> dict[str, Any]:
    """A record with the text wherever a text may stand."""
    return record(
        "mal", titre=f"M {text}", titre_feminin=text, sigle=text, alias=[text], corps=[text], filiere=text,
        accroche=text, resume=[text], en_clair=text, exemple=text,
        missions=[{"titre": text, "texte": text, "cadre": text}, {"titre": text, "texte": text}],
        employeurs=[text], lieux=[text], partenaires=[text], equipe=[text], outils=[text],
        competences=[{"nom": text, "niveau": 1, "sur": 5, "source": "s"}],
        conditions=[{"texte": text}], mobilite=[{"texte": text}], passerelles=[{"texte": text}],
        teletravail=text, evolution=text, tendances=[{"titre": text, "texte": text}],
        remuneration=pay(("junior", 1500, 2000), reserve=text),
        remunerations_publiees=[{"situation": text, "montant": 1, "base": "net", "precision": text, "source": "s"}],
        acces={
            "diplome": text, "nationalite": text, "voies": [
                {"voie": text, "condition": text, "precision": text, "exige": {"a_verifier": [text]}},
                {"voie": text, "nature": "contrat"},
            ],
            "conditions": [{"texte": text}], "formation": {"lieu": text, "precision": text},
            "engagement": {"existe": True, "precision": text},
            "postes": [{"annee": 2024, "nombre": 1, "precision": text, "source": "s"}],
        },
        notes=[{"sujet": text, "texte": text}], suites=[{"titre": text, "metier": "cpip"}, {"titre": text}],
        precisions={"titre": text, "remuneration": text, "acces": text},
        sources=[{"id": "s", "titre": text, "date_precision": text, "consulte_le": "2026-01-01", "nature": "document"}],
    )  # fmt: skip


COMMANDS = (
    ("show", "mal"),
    ("list",),
    ("compare", "mal", "cpip"),
    ("compare", "mal", "dsp"),
    ("find", "mal"),
    ("sources", "mal"),
    ("net", "mal"),
    ("acces", "mal"),
    ("eligible", "mal", "--age", "30"),
    ("eligible", "mal", "--nationalite", "autre"),
    ("show", "cpip", "--section", "perspectives"),
)


# Each answer is written six times: what does not hide another goes with it, a formula first.
TOGETHER = (" ".join(EVIL[3:5]), " ".join(EVIL[0:3]), "\n".join(EVIL[5:7]), EVIL[7])


@pytest.mark.parametrize("text", TOGETHER)
def test_no_value_of_a_file_acts_on_its_reader(own_folder: Path, text: str) -> None:
    write_metiers(own_folder / "f.yaml", evil_record(text))
    for command in COMMANDS:
        answer = answered(*command)
        for format_ in FORMATS:
            assert_harmless(render(answer, format_), format_)


def assert_harmless(shown: str, format_: str) -> None:
    """Nothing in an answer of this format acts on a terminal, a spreadsheet or a page."""
    assert not ACTIVE.search(shown)
    if format_ == "json":
        json.loads(shown)
    if format_ == "csv":
        header, *rows = csv.reader(io.StringIO(shown, newline=""), delimiter=";")
        for row in rows:
            assert len(row) == len(header)
            for cell in row:
                assert not cell.strip().startswith(("=", "+", "@", "|", "%")) or re.fullmatch(r"-?[\d,]+", cell)
    if format_ == "html":
        assert_inert(shown)
    if format_ == "md":
        assert not re.search(r"(?<!\\)<", shown)
        assert_tables_whole(shown)


def assert_tables_whole(shown: str) -> None:
    """Every line of a Markdown table has as many cells as its header."""
    cells = None
    for line in shown.split("\n"):
        if not line.startswith("| "):
            cells = None
            continue
        count = len(re.findall(r"(?<!\\)\|", re.sub(r"\\\\", "", line)))
        cells = cells or count
        assert count == cells, line


def test_rich_markup_is_shown_as_it_was_written(own_folder: Path) -> None:
    write_metiers(own_folder / "f.yaml", record("mal", titre="[red]X[/red]", accroche=":smile: [link=a]b[/link]"))
    screen = without_colours(penit("show", "mal", tty=True).out)
    assert "[red]X[/red]" in screen
    assert ":smile: [link=a]b[/link]" in screen
    assert "\x1b]8" not in screen


@pytest.mark.parametrize("text", EVIL)
def test_what_is_typed_comes_back_harmless_on_stderr(text: str) -> None:
    for arguments in (("show", text), ("net", text), ("sigle", text), (text,), ("list", "--tri", text),
                      ("show", "cpip", f"--{text}"), ("list", "--data", text.replace("\x00", ""))):  # fmt: skip
        result = penit(*arguments)
        assert result.code in (1, 2)
        assert result.out == ""
        assert result.err.count("\n") == 1
        assert not ACTIVE.search(result.err)


texts = st.text(
    alphabet=st.sampled_from("ab1é€ |<>*_`[]()#+-=@&~\\\"';:.!\n\r\t\x1b\x9b\x07\u202e\u2028中🙂"),
    min_size=1,
    max_size=30,
)


@drawn(100)
@given(texts)
def test_any_text_is_harmless_in_every_view_and_format(text: str) -> None:
    one = _tolerant(text)
    paid = pay(("junior", 2000, 3000))
    other = metier(
        "autre", remuneration=paid, suites=[{"titre": "M", "metier": "mal"}], filiere=text, partenaires=[text]
    )
    closed = one._replace(recrutement=False, remplace_par=text)
    _, beside = neighbourhood([seen(other), seen(one)])
    results: list[tuple[Any, Any]] = [
        (build_sheet(one, RULE, smic(), DAY), sheet),
        (build_listing([entry_of(one), entry_of(other)], RULE, smic()), listing),
        (compare([one, other], RULE, smic()), comparison),
        (build_provenance([one, other], DAY), provenance),
        (build_access(one, {"cpip": text}, (), DAY, DAY), access),
        (eligibility([one, closed, other], Profile(age=30), WAIVERS), eligible),
        (build_sheet(one, RULE, smic(), DAY, neighbours=beside), sheet),
        (search("metier m a", [searchable(one), searchable(other)]), finding),
    ]
    for result, view in results:
        for format_, tout in [(one, False) for one in FORMATS] + [("table", True), ("md", True)]:
            shown = render(Reponse(result, view), format_, tout=tout)
            assert_harmless(without_colours(shown) if format_ == "table" else shown, format_)


def _tolerant(text: str) -> Metier:
    fields = evil_record(text)
    return metier(**fields)
