"""The pages in a real browser: read, filtered, sorted, compared, printed, and heard."""

import io
import json
from collections.abc import Callable
from importlib import import_module
from itertools import compress
from pathlib import Path
from typing import Any

import pytest

from penitcareer import Penit
from penitcareer.api.recueil import gather
from penitcareer.render.catalogue_page import to_page
from tests.render.test_injection import evil_record
from tests.support import DAY, METIERS, READING, penit, write_metiers

Opens = Callable[..., Any]
DOCUMENTS = {f"{rank}-{call[0]}": call for rank, call in enumerate(READING)} | {"tout": ("show", "cpip", "--tout")}
A4_WIDTH = 700  # of a sheet less its margins, in pixels of paper
LOOKS = [(1280, "light"), (375, "dark")]
# To listen to a page takes a fifth of a second: one a command. All have one style: its colours and what it
# turns with the screen are half of that, heard where every kind of colour is, in the light and in the dark.
FIRSTS = {call[0]: name for name, call in reversed(DOCUMENTS.items())}
HEARD = {"tout", *FIRSTS.values()}
COLOURED = {"tout", *(FIRSTS[command] for command in ("compare", "carriere", "paie"))}
FEW = ("cpip", "dsp", "coordinateur_culturel")  # two careers that differ, and a métier that has none


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, written once."""
    found = tmp_path_factory.mktemp("pages")
    for name, call in {**DOCUMENTS, "metiers": ("page",)}.items():
        assert penit(*call, "--sortie", str(found / f"{name}.html")) == (0, "", "")
    (found / "few.html").write_text(page_of_few(), "utf-8")
    return found


def page_of_few() -> str:
    """The page of a few métiers: what listens to a page reads all of it, hidden parts too."""
    whole = gather(Penit(le=DAY))
    kept = [line.entree.code in FEW for line in whole.liste.lignes]
    few = whole._replace(
        liste=whole.liste._replace(lignes=tuple(compress(whole.liste.lignes, kept))),
        fiches=tuple(compress(whole.fiches, kept)),
        carrieres=tuple(compress(whole.carrieres, kept)),
        parcours=whole.parcours[:1],
    )
    return to_page(few)


@pytest.fixture
def catalogue(opens: Opens, folder: Path) -> Any:
    return opens(str(folder / "metiers.html"))


def shown(page: Any, selector: str) -> list[str]:
    """The codes of the elements that show, in order."""
    script = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.code)"
    found: list[str] = page.eval_on_selector_all(selector, script)
    return found


def codes(page: Any) -> list[str]:
    return shown(page, "#table tbody tr")


def parts(page: Any) -> list[str]:
    script = "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
    found: list[str] = page.eval_on_selector_all("main > *", script)
    return found


def assert_heard(page: Any, part: str = "html", style: bool = True) -> None:
    """axe-core finds no serious fault in a part of a page, nor in its style."""
    folder = Path(str(import_module("axe_playwright_python").__file__)).parent
    if not page.evaluate("'axe' in window"):
        page.evaluate((folder / "axe.min.js").read_text("utf-8"))
    run = "([part, options]) => axe.run(part, options).then(found => JSON.stringify(found.violations))"
    options = {"resultTypes": ["violations"], "preload": style, "rules": {"color-contrast": {"enabled": style}}}
    found = page.evaluate(run, [part, options])
    faults = [
        (one["id"], one["nodes"][0]["html"]) for one in json.loads(found) if one["impact"] in ("serious", "critical")
    ]
    assert faults == []


def assert_fits(page: Any) -> None:
    """Nothing passes the window: what is wider scrolls in its own frame."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def cut(page: Any, selector: str) -> list[str]:
    """What is wider than its frame, and would be cut on paper."""
    script = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.ariaLabel)"
    found: list[str] = page.eval_on_selector_all(selector, script)
    return found


def printed(page: Any) -> list[Any]:
    """The pages of the PDF that the browser prints."""
    read = import_module("pypdf")
    return list(read.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def test_a_document_reads_on_any_screen(opens: Opens, folder: Path) -> None:
    (wide, light), (narrow, dark) = LOOKS
    page = opens(str(folder / "tout.html"), narrow)
    for name in DOCUMENTS:
        page.set_content((folder / f"{name}.html").read_text("utf-8"))  # half of what a file costs
        assert_fits(page)  # and so in a wider window
        if name in COLOURED:
            page.emulate_media(color_scheme=dark)
            assert_heard(page)
            page.emulate_media(color_scheme=light)
        if name in HEARD:
            page.set_viewport_size({"width": wide, "height": 900})
            assert_heard(page, style=name in COLOURED)
            page.set_viewport_size({"width": narrow, "height": 900})


def test_a_sheet_prints_on_one_page_with_its_day_and_sources(opens: Opens, tmp_path: Path) -> None:
    path = tmp_path / "fiche.html"
    path.touch()
    page = opens(str(path))
    # The longest: others are shorter, and each one costs a quarter of a second.
    longest = sorted(METIERS, key=lambda code: len(penit("show", code).out))[-4:]
    for code in longest:
        assert penit("show", code, "--sortie", str(path)) == (0, "", "")
        page.reload()
        (sheet,) = printed(page)
        text = sheet.extract_text()
        assert "données du" in text
        assert "Sources" in text
        assert (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) == (595, 842)  # A4, in points


def test_all_of_a_sheet_prints_on_as_many_pages_as_needed(opens: Opens, folder: Path) -> None:
    assert 3 <= len(printed(opens(str(folder / "tout.html"), scheme="dark"))) <= 8


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_each_part_of_the_catalogue_reads_on_any_screen(opens: Opens, folder: Path, width: int, scheme: str) -> None:
    page = opens(str(folder / "few.html"), width, scheme)
    for code in ("cpip", "dsp"):
        page.check(f"tr[data-code={code}] input")
    for name in ("liste", "comparer", "m-cpip", "carrieres", "sigles"):
        page.evaluate(f"location.hash = '#{name}'")
        page.wait_for_function(f"document.getElementById('{name}').checkVisibility()")
        assert parts(page) == [name]
        assert_fits(page)
        assert_heard(page, f"#{name}")


def test_the_list_is_filtered_by_words_field_and_diploma(catalogue: Any) -> None:
    assert set(codes(catalogue)) == set(METIERS)
    catalogue.fill("#mots", "MATON")
    assert codes(catalogue) == ["surveillant"]
    catalogue.fill("#mots", "pénitentiaire insertion")
    assert "cpip" in codes(catalogue)
    assert catalogue.inner_text("#trouves") == str(len(codes(catalogue)))
    catalogue.fill("#mots", "")
    catalogue.select_option("#filiere", "technique")
    catalogue.select_option("#diplome", "bac")
    assert codes(catalogue) == ["adjoint_technique", "technicien"]


def test_the_list_is_sorted_both_ways_unknown_last(catalogue: Any) -> None:
    before = codes(catalogue)
    catalogue.click("thead >> text=Net au début")
    up = codes(catalogue)
    catalogue.click("thead >> text=Net au début")
    down = codes(catalogue)
    known = [code for code in up if code not in up[up.index("drsp") + 1 :]]
    assert known[-1] == down[0] == "drsp"
    assert up != before
    assert sorted(up) == sorted(before)
    assert up[len(known) :] == down[len(known) :]


def test_what_is_ticked_is_compared_five_at_most(catalogue: Any) -> None:
    catalogue.evaluate("location.hash = '#comparer'")
    catalogue.wait_for_selector("#aide")
    assert shown(catalogue, "#comparer td[data-code]") == []
    catalogue.click("nav >> text=Les métiers")
    asked = codes(catalogue)[:5]
    for code in asked:
        catalogue.check(f"tr[data-code={code}] input")
    assert catalogue.is_disabled("tr[data-code=dsp] input")
    catalogue.uncheck(f"tr[data-code={asked[-1]}] input")
    assert catalogue.is_enabled("tr[data-code=dsp] input")
    catalogue.click("nav >> text=Comparer")
    assert shown(catalogue, "#comparer th[data-code]") == asked[:-1]
    assert len(printed(catalogue)) <= 2
    catalogue.click("#comparer th >> text=CPIP")
    assert parts(catalogue) == ["m-cpip"]
    assert len(printed(catalogue)) <= 2


def test_what_is_compared_is_whole_on_a_telephone_and_on_paper_without_script(opens: Opens, folder: Path) -> None:
    page = opens(str(folder / "metiers.html"), 375)
    for code in ("cpip", "dspip", "surveillant"):
        page.check(f"tr[data-code={code}] input")
    page.click("nav >> text=Comparer")
    assert cut(page, "#comparer .defile:has(table)") == []
    assert shown(page, "#comparer td[data-code]")[:3] == ["cpip", "dspip", "surveillant"]
    page = opens(str(folder / "metiers.html"), A4_WIDTH, scripts=False)
    page.emulate_media(media="print")
    assert cut(page, "#comparer .defile") == []
    assert len(shown(page, "#comparer tr:first-child td[data-code]")) == len(METIERS)


def test_the_keyboard_is_enough(catalogue: Any) -> None:
    catalogue.focus("#mots")
    catalogue.keyboard.type("surveillant")
    found = codes(catalogue)
    catalogue.focus(f"tr[data-code={found[0]}] input")
    catalogue.keyboard.press("Space")
    assert catalogue.inner_text("#compte").strip() == "(1)"
    catalogue.keyboard.press("Tab")
    catalogue.keyboard.press("Enter")
    catalogue.wait_for_selector(f"#m-{found[0]}")
    assert parts(catalogue) == [f"m-{found[0]}"]


def test_hostile_titles_do_nothing(opens: Opens, own_folder: Path, tmp_path: Path) -> None:
    """The browser would say what its policy stopped; a title that acts would leave its mark."""
    acts = "document.body.lang='x'"
    text = f"</title></script><script>{acts}</script><img src=x onerror=\"{acts}\"> javascript:{acts} ' onfocus='{acts}"
    write_metiers(own_folder / "f.yaml", evil_record(text))
    for name, call in {"fiche": ("show", "mal", "--tout"), "metiers": ("page",)}.items():
        assert penit(*call, "--sortie", str(tmp_path / f"{name}.html")) == (0, "", "")
        page = opens(str(tmp_path / f"{name}.html"))
        assert page.get_attribute("body", "lang") is None
        assert page.locator("img").count() == 0
        assert "onerror" in page.inner_text("main")


def test_without_script_all_is_there(opens: Opens, folder: Path) -> None:
    page = opens(str(folder / "metiers.html"), scripts=False)
    text = page.inner_text("body")
    for said in ("Conseiller pénitentiaire d’insertion et de probation", "à ne pas citer", "personne placée sous main"):
        assert said in text
    assert page.locator("article:visible").count() == len(METIERS)
    assert not page.is_visible("#filtres")
