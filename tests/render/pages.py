"""What tests read of a page, through a strict reader of HTML."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

SVG = "{http://www.w3.org/2000/svg}"
# What a page of ours is made of: nothing that runs, nothing that fetches.
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2", "h3", "h4", "h5", "section", "p",
    "strong", "ul", "li", "dl", "div", "dt", "dd", "figure", "table", "caption", "thead", "tbody", "tfoot", "tr", "th",
    "td", "a", "span",
}  # fmt: skip
DRAWN = {"svg", "title", "desc", "g", "path", "rect", "polygon", "text"}
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "scope", "colspan", "rowspan", "role", "aria-label",
    "aria-hidden", "tabindex", "href", "rel", "data-nom",
}  # fmt: skip


@cache
def parsed(page: str) -> Element:
    """The tree of a page without one fault. Raises what html5lib says of the first."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(page)
    return found


def every(root: Element, *names: str) -> list[Element]:
    """The elements of these names, in order."""
    return [element for element in root.iter() if element.tag in names]


def text_of(element: Element) -> str:
    """All that an element says, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def outside_svg(element: Element) -> Iterator[Element]:
    """An element and all in it, images left out."""
    yield element
    for child in element:
        if child.tag != f"{SVG}svg":
            yield from outside_svg(child)


def assert_inert(page: str, more: frozenset[str] = frozenset()) -> None:
    """Nothing in a page runs, loads, or leads elsewhere than to the web; `more`: elements allowed too."""
    root = parsed(page)
    for element in outside_svg(root):
        assert element.tag in ELEMENTS | more, element.tag
        if not more:
            assert set(element.attrib) <= ATTRIBUTES, element.attrib
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style", "srcdoc")]
    for element in root.iter(f"{SVG}svg"):
        assert {one.tag.removeprefix(SVG) for one in element.iter()} <= DRAWN
        for one in element.iter():
            assert not [name for name in one.attrib if name.startswith("on") or "href" in name or name == "style"]
    for link in every(root, "a"):
        assert re.match(r"https?://[^\s\"'<>]+$|#[\w-]+$", link.get("href", "")), link.attrib
