"""The whole catalogue in one page: all there without a script, small, and nothing of a file acts in it."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from penitcareer import Penit
from penitcareer.api.recueil import gather
from penitcareer.domain.across.recueil import Recueil
from penitcareer.render.catalogue_page import to_page
from penitcareer.render.formats.html import TEMPLATES
from penitcareer.render.views.recueil import Volume, volume
from tests.render.pages import assert_inert, every, parsed, text_of
from tests.render.test_html import HOSTILE
from tests.render.test_injection import ACTIVE, evil_record
from tests.support import METIERS, penit, penit_json, refusal, same_spaces, write_metiers

OURS = frozenset(
    {"header", "nav", "form", "label", "input", "select", "option", "article", "details", "summary", "script"}
)
MOST_BYTES = 1_500_000


@pytest.fixture(scope="module")
def recueil() -> Recueil:
    return gather(Penit(le=date(2026, 11, 21)))


@pytest.fixture(scope="module")
def page(recueil: Recueil) -> str:
    return to_page(recueil)


@pytest.fixture(scope="module")
def root(page: str) -> Element:
    return parsed(page)


def with_id(root: Element, name: str) -> Element:
    return next(element for element in root.iter() if element.get("id") == name)


def test_the_command_writes_the_page_where_asked(
    tmp_path: Path, recueil: Recueil, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert penit("page", "--sortie", "-") == (0, page, "")
    monkeypatch.setattr("penitcareer.api.recueil.gather", lambda _: recueil)  # the same at each call
    monkeypatch.setenv("PENIT_FORMAT", "json")
    assert penit("page", "--sortie", str(tmp_path / "sans_fin")) == (0, "", "")
    assert (tmp_path / "sans_fin").read_text("utf-8") == page
    in_ascii = penit("page", encoding="ascii").out
    assert in_ascii.isascii()
    assert unescape(in_ascii) == unescape(page)


def test_the_command_refuses_a_terminal_and_another_format(tmp_path: Path) -> None:
    refusal("page", "--format", "csv", code=2, words="--format")
    refusal("page", "--sortie", str(tmp_path / "m.md"), code=2, words="Fins possibles : .html")
    refusal("page", "--sortie", str(tmp_path / "m.pdf"), code=2, words="imprimez la page")
    result = penit("page", tty=True)
    assert (result.code, result.out) == (2, "")
    assert "--sortie metiers.html" in " ".join(result.err.split())


def test_the_page_is_small_and_holds_every_metier(page: str, root: Element) -> None:
    assert len(page.encode()) < MOST_BYTES
    rows = [row.get("data-code") for row in every(with_id(root, "table"), "tr") if row.get("data-code")]
    assert rows == [article.get("id", "")[2:] for article in every(root, "article")]
    assert set(rows) == set(METIERS)


def test_every_link_within_the_page_leads_somewhere_and_no_name_is_taken_twice(root: Element) -> None:
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    within = {link.get("href", "")[1:] for link in every(root, "a") if link.get("href", "").startswith("#")}
    assert within <= set(names)


def test_the_list_says_what_the_command_says(root: Element) -> None:
    table = with_id(root, "table")
    shown = {row.get("data-code"): [same_spaces(text_of(cell)) for cell in row] for row in every(table, "tr")}
    for line in penit_json("list")["metiers"]:
        net = next((one["net"] for one in line["reperes"] if one["stade"] == "debut"), None)
        cells = shown[line["code"]]
        assert cells[2] == (line["categorie"] or "—")
        assert f"{round(net['min']):,}".replace(",", " ") in cells[4] if net else cells[4] == "—"


def test_the_list_is_filtered_by_diploma_as_the_command_filters_it(root: Element) -> None:
    rows = [row for row in every(with_id(root, "table"), "tr") if row.get("data-code")]
    for diploma in ("aucun", "bac", "bac+3", "bac+5"):
        kept = {row.get("data-code") for row in rows if f"|{diploma}|" in row.get("data-diplomes", "")}
        assert kept == {line["code"] for line in penit_json("list", "--diplome", diploma)["metiers"]}


def test_a_popular_name_finds_and_is_never_shown(root: Element) -> None:
    row = next(row for row in every(root, "tr") if row.get("data-code") == "surveillant")
    assert "maton" in row.get("data-mots", "")
    assert "maton" not in text_of(root)


def test_what_is_compared_is_said_by_the_commands(root: Element) -> None:
    cells = [
        same_spaces(text_of(one)) for one in with_id(root, "comparer").iter("td") if one.get("data-code") == "cpip"
    ]
    said = same_spaces(penit("compare", "cpip", "dspip").out)
    assert [one for one in cells[:3] if one not in said] == []
    assert "à ne pas citer" in " ".join(cells)


def test_every_sheet_career_and_acronym_is_there(root: Element) -> None:
    said = same_spaces(text_of(with_id(root, "m-dsp")))
    assert "Sa carrière, année par année" in said
    assert "1er an" in said or "hors classe" in said
    for line in penit("show", "dsp", "--tout").out.splitlines()[3:12]:
        for word in re.findall(r"\w+", line):
            assert word in said
    glossary = with_id(root, "sigles")
    assert [text_of(term) for term in every(glossary, "dt")] == [one["sigle"] for one in penit_json("sigle")["sigles"]]


def test_the_careers_of_a_filiere_are_told_together(root: Element) -> None:
    said = same_spaces(text_of(with_id(root, "carrieres")))
    assert "CPIP, DPIP, Assistant de service social, Psychologue" in said
    told = penit("carriere", "cpip", "dspip", "assistant_social", "psychologue").out
    assert re.findall(r"en tout, net.*", same_spaces(told))[0].split()[-1] in said


def test_the_page_says_no_command(root: Element) -> None:
    assert not re.search(r"\bpenit [a-z]|(?<![\w-])--[a-z]+ ", text_of(every(root, "main")[0]))


def test_each_cell_compared_says_its_metier_where_columns_lack_room(root: Element) -> None:
    cells = [one for one in with_id(root, "comparer").iter("td") if one.get("data-code")]
    assert {one.get("data-nom") for one in cells if one.get("data-code") == "dspip"} == {"DPIP"}


def test_only_our_script_may_run_and_nothing_is_fetched(page: str, root: Element) -> None:
    assert_inert(page, OURS)
    (script,) = every(root, "script")
    ours = (Path(TEMPLATES) / "catalogue.js").read_text("ascii")
    assert script.text == ours
    policy = next(one.get("content", "") for one in every(root, "meta") if one.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(ours.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def test_the_style_is_ascii_and_no_text_of_ours_is_lost_in_it() -> None:
    assert (Path(TEMPLATES) / "style.css").read_text("ascii")


def test_a_hostile_file_acts_nowhere_in_the_page(own_folder: Path) -> None:
    texts = [*HOSTILE, "javascript:alert(1)", "\u202eenvers", "|bac|", "#m-cpip"]
    for rank, text in enumerate(texts):  # a surrogate, which no file in UTF-8 holds, goes
        write_metiers(own_folder / f"{rank}.yaml", evil_record(text.replace("\ud800", "")) | {"code": f"mal{rank}"})
    result = penit("page")
    assert (result.code, result.err) == (0, ""), result.err
    assert_inert(result.out, OURS)
    root = parsed(result.out)
    assert len(every(root, "script")) == len(every(root, "style")) == 1
    assert not ACTIVE.search(result.out)
    assert {with_id(root, f"m-mal{rank}").tag for rank in range(len(texts))} == {"article"}


def parts_of(found: Volume) -> Iterator[str]:
    """What a page is made of, in plain lines: who reads a difference sees what changed."""
    yield from (found.titre, found.sous_titre, " | ".join(found.colonnes))
    for line in found.lignes:
        cells = " | ".join(f"{cell.texte} ({cell.cle}){' à droite' * cell.droite}" for cell in line.cases)
        yield f"{line.code}, {line.nom}, {line.filiere}, {'+'.join(line.diplomes)} : {cells} : {line.mots}"
    yield from (*found.notes, " | ".join(found.filieres), " | ".join(found.diplomes), str(found.au_plus))
    for label, row in found.comparaison:
        yield f"{label} : {' | '.join(row)}"
    for code, bars in found.barres:
        yield f"{code} : {bars}"
    for one in found.fiches:
        kinds = ([type(block).__name__ for block in document.blocks] for document in (one.breve, *one.carriere))
        drawn = " ".join(type(block).__name__ for block in one.graphique)
        yield f"{one.code} : {len(one.complete.blocks)} blocs ; {' ; '.join(map(' '.join, kinds))} ; dessin : {drawn}"
    yield from (f"{filiere} : {document.titre}" for filiere, document in found.parcours)
    yield from (f"{acronym} : {meaning}" for acronym, meaning in found.sigles)


def test_the_parts_of_the_page_are_those_kept(recueil: Recueil, golden: Callable[[str, str], None]) -> None:
    golden("recueil", "\n".join(parts_of(volume(recueil))) + "\n")
