"""A page says what the other formats say, to who sees it, hears it or prints it; text stays text."""

import re
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from penitcareer.render.document import Bullets, Column, Document, Facts, Heading, Note, Paragraph, Ranges, Table
from penitcareer.render.formats.html import to_html
from penitcareer.render.words.untyped import untyped
from tests.render.pages import SVG, assert_inert, every, parsed, text_of
from tests.render.test_chart import SMALL
from tests.support import METIERS, READING, penit, same_spaces

HEADINGS = ("h1", "h2", "h3", "h4", "h5")


@cache
def page_of(*arguments: str) -> str:
    result = penit(*arguments, "--format", "html")
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize("tout", [(), ("--tout",)], ids=["bref", "tout"])
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_every_command_writes_a_page_that_is_sound_and_alone(command: tuple[str, ...], tout: tuple[str, ...]) -> None:
    page = page_of(*command, *tout)
    root = parsed(page)
    assert_inert(page)
    assert root.get("lang") == "fr"
    (title,), (first,), *_ = every(root, "title"), every(root, "h1")
    assert text_of(title) == text_of(first) != ""
    ranks = [int(heading.tag[1]) for heading in every(root, *HEADINGS)]
    assert all(after <= before + 1 for before, after in pairwise(ranks)), ranks
    for table in every(root, "table"):
        assert text_of(every(table, "caption")[0])
        assert all(text_of(head) and head.get("scope") for head in every(table, "th"))
    for image in root.iter(f"{SVG}svg"):
        title, described, *_ = image
        assert (image.get("role"), title.tag, described.tag) == ("img", f"{SVG}title", f"{SVG}desc")
        assert title.text
        assert described.text


# What plain text says to type, which a page does not.
TYPED = {"Plus", "Essayez", "penit", "show", "acces", "carriere", "compare", "list", "tri", "salaire", "tout", "cpip"}
TYPED |= {"dspip", "lu", "2610", "net", "zone", "quotite", "contre", "enfants", "grille", *map(str, range(10))}


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_page_says_no_command_to_who_has_no_terminal(command: tuple[str, ...]) -> None:
    body = every(parsed(page_of(*command)), "main")[0]
    assert not re.search(r"\bpenit [a-z]|(?<![\w-])--[a-z]", text_of(body))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("24 autres\u202f: penit sources cpip --tout", "24 autres"),
        ("Indices connus en partie (penit grille cpip).", "Indices connus en partie."),
        ("Brut (décret, article 1, penit grille dsp)", "Brut (décret, article 1)"),
        ("45 ans au plus (--age)\u202f: DSP", "45 ans au plus\u202f: DSP"),
        ("Ce taux compte. Le vôtre\u202f: --taux-impot", "Ce taux compte."),
        ("Pas de parcours. Corps connus : penit grille", "Pas de parcours."),
        ("Refusée. Au plus tôt : --promotion hors_classe@12", "Refusée. Au plus tôt : --promotion hors_classe@12"),
        ("fermé, voir penit show capitaine", "fermé, voir capitaine"),
        ("penit 1.0 -- un titre", "penit 1.0 -- un titre"),
    ],
)
def test_a_text_without_its_command_still_reads(text: str, told: str) -> None:
    assert untyped(text) == told


def test_a_page_says_all_that_plain_text_says() -> None:
    for call in (("show", "cpip", "--tout"), ("compare", "cpip", "dspip"), ("list",), ("paie", "cpip", "--im", "450")):
        said = set(re.findall(r"\w+", " ".join(parsed(page_of(*call)).itertext())))
        plain = re.sub("https?://", "", penit(*call, "--format", "plain").out)  # a link shows what follows
        assert set(re.findall(r"\w+", plain)) <= said | TYPED


def test_a_page_says_the_day_of_its_figures() -> None:
    (foot,) = every(parsed(page_of("list", "--date", "2026-03-09")), "footer")
    assert same_spaces(text_of(foot)).endswith("chiffres au 9 mars 2026")


def document(*blocks: object) -> str:
    return to_html(Document("Titre", "Sous-titre", blocks), date(2026, 1, 2), brief=False)  # type: ignore[arg-type]


def rows_of(page: str) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in every(parsed(page), "tr")]


def test_a_group_of_rows_is_headed_once() -> None:
    columns = (Column("a"), Column("b", right=True))
    page = document(Table(columns, (("x", "1"), ("x", "2"), ("y", "3")), grouped=True))
    assert rows_of(page) == [["a", "b"], ["x", "1"], ["2"], ["y", "3"]]
    heads = [(text_of(head), head.get("scope"), head.get("rowspan")) for head in every(parsed(page), "th")]
    assert heads[2:] == [("x", "rowgroup", "2"), ("y", "row", None)]
    assert len(every(parsed(page), "tbody")) == 2


def test_a_row_of_its_first_cell_alone_heads_those_below() -> None:
    columns = (Column("a"), Column("b"))
    page = document(Table(columns, (("Un", ""), ("x", "1"), ("Deux", ""), ("y", "2"), ("z", "3")), totals=1))
    assert rows_of(page) == [["a", "b"], ["Un"], ["x", "1"], ["Deux"], ["y", "2"], ["z", "3"]]
    assert [head.get("colspan") for head in every(parsed(page), "th") if head.get("scope") == "rowgroup"] == ["2", "2"]
    (foot,) = every(parsed(page), "tfoot")
    assert [text_of(cell) for cell in every(foot, "th", "td")] == ["z", "3"]


def test_a_table_is_named_by_its_own_words_else_by_its_heading() -> None:
    table = Table((Column("a"),), (("x",),))
    page = document(table, Heading("Part"), table, table._replace(legende="Own"))
    assert [text_of(caption) for caption in every(parsed(page), "caption")] == ["Titre", "Part", "Own"]


def test_what_helps_the_eye_alone_is_hidden_from_who_hears() -> None:
    page = document(Table((Column("a"), Column("", eye=True)), (("x", "███"),)))
    assert [cell.get("aria-hidden") for cell in every(parsed(page), "td")] == ["true", "true"]


def test_facts_are_a_list_of_definitions() -> None:
    page = document(Facts((("", "seul"), ("Un", "a"), ("", "b"), ("Deux", "c"))))
    terms = [[(one.tag, text_of(one)) for one in group] for group in every(parsed(page), "dl")[0]]
    assert terms == [[("dt", "Un"), ("dd", "a"), ("dd", "b")], [("dt", "Deux"), ("dd", "c")]]
    assert "<p>seul</p>" in page


def test_curves_and_bars_are_images_that_say_what_they_show() -> None:
    page = document(SMALL, Ranges((("CPIP", 2340_00, 3605_00, False), ("DPIP", 1985_00, 4148_00, True))))
    curves, bars = parsed(page).iter(f"{SVG}svg")
    assert "agent" in (curves[1].text or "")
    assert same_spaces(bars[1].text or "") == "CPIP : de 2 340 € à 3 605 € ; DPIP : de 1 985 € à au moins 4 148 €."
    # 5 ticks of 1 000 € on 720 pixels less the names: bars stand where figures say.
    widths = [float(bar.get("width", 0)) for bar in bars.iter(f"{SVG}rect")]
    assert widths[0] / widths[1] == pytest.approx((3605 - 2340) / (4148 - 1985), rel=0.02)
    assert len(list(bars.iter(f"{SVG}polygon"))) == 1


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Voir https://exemple.fr/a?b=1&c=2, puis.", ["https://exemple.fr/a?b=1&c=2"]),
        ("http://exemple.fr. (https://x.fr/y)", ["http://exemple.fr", "https://x.fr/y"]),
        ("javascript:alert(1) data:text/html,x ftp://x.fr //x.fr file:///etc HTTPS", []),
        ('https://x.fr/"onclick="a()" x', ["https://x.fr/"]),
        ("https://x.fr/'><script>", ["https://x.fr/"]),
        ("https:// https://", []),
    ],
)
def test_an_address_of_the_web_alone_is_a_link(text: str, links: list[str]) -> None:
    for block in (Paragraph(text), Note(text), Bullets(((text, text),)), Facts((("x", text),))):
        page = document(block)
        assert_inert(page)
        found = [link.get("href") for link in every(parsed(page), "a")]
        assert found == links * (2 if isinstance(block, Bullets) else 1)
        assert re.sub(r"https?://(?=\w)", "", text) in text_of(every(parsed(page), "main")[0])


HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title></main><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "&lt;b&gt; &amp;#x3c;script&#62; &NotEqualTilde;",
    "<svg><style>*{display:none}</style></svg> <!-- ]]> -->",
    "}</style><style>*{display:none}",
    "\u202eenvers\u2066 \ud800 \ufdd0 \U0001ffff \x00\x1b",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text_in_every_block(text: str) -> None:
    from penitcareer.render.charts.curves import Chart, Curve, Step

    chart = Chart((Curve(text, (Step(0, 1000_00, 1500_00),)),), 5, text)
    table = Table((Column(text), Column("b")), ((text, ""), (text, text)), grouped=True)
    pairs, ranges = ((text, text),), Ranges(((text, 1, 2, True),))
    blocks = (Heading(text), Paragraph(text), Note(text), Bullets(pairs), Facts(pairs), table, ranges, chart)
    page = to_html(Document(text, text, blocks), None, brief=False)
    assert_inert(page)
    shown = text_of(every(parsed(page), "h1")[0])
    if text.isprintable():
        assert shown == " ".join(text.split())
    assert not re.search("[\x00\x1b\u202a-\u202e\u2066-\u2069]", page)


def test_an_output_without_accents_gets_the_same_page() -> None:
    ascii_page = penit("show", "cpip", "--format", "html", encoding="ascii").out
    assert ascii_page.isascii()
    whole = page_of("show", "cpip")
    assert text_of(parsed(ascii_page)) == text_of(parsed(whole))


@pytest.mark.parametrize("code", METIERS)
def test_a_printed_sheet_names_its_sources(code: str) -> None:
    section = every(parsed(page_of("show", code)), "section")[-1]
    assert text_of(every(section, "h2")[0]) == "Sources"
    assert 1 <= len(every(section, "li")) <= 9
    assert any(link.get("href", "").startswith("http") for link in every(section, "a"))
