"""HTML: one file that needs nothing else, no network, no script, to read or to print.

Jinja2 is imported here alone, for a page alone. Every text is escaped by the templates, but
for our own images, escaped already; the policy of the page forbids what is not of the templates.
"""

import os
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from penitcareer import __version__
from penitcareer.render.charts.svg import inline_svg
from penitcareer.render.charts.svg_ranges import ranges_svg
from penitcareer.render.document import Document, mapped
from penitcareer.render.formats import html_blocks
from penitcareer.render.words import french
from penitcareer.render.words.markup import markup_safe
from penitcareer.render.words.untyped import without_commands

TEMPLATES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "templates")


def to_html(document: Document, day: date | None, brief: bool) -> str:
    """A document as a page; `day`: that of its figures; `brief`: one that holds on a sheet of paper."""
    return render(
        "document.html", document=mapped(without_commands(document), markup_safe), pied=foot(day), breve=brief
    )


def render(template: str, **values: Any) -> str:
    """A template and what it needs."""
    return _environment().get_template(template).render(**values)


def foot(day: date | None) -> str:
    """What wrote the page, and for which day."""
    return f"penit {__version__}" + (f" · chiffres au {french.day(day.isoformat())}" if day else "")


def in_ascii(page: str) -> str:
    """The same page in ASCII, which any encoding writes; styles and scripts are ASCII already."""
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


@cache
def _environment() -> Environment:
    """The templates, compiled once in a process."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"lie": html_blocks.linked, "ancre": html_blocks.slug}
    found.globals |= {
        "parties": html_blocks.parts_of,
        "faits": html_blocks.facts_of,
        "corps_de": html_blocks.bodies_of,
        "courbes": inline_svg,
        "barres": ranges_svg,
    }
    return found
