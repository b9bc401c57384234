"""The whole catalogue as one page, which a script of its own sorts, filters and compares.

Without the script all of it is there to read. Its policy runs that script alone, known by what it is.
"""

import base64
import hashlib
import os

from penitcareer.domain.across.recueil import Recueil
from penitcareer.render.charts.svg_ranges import range_rows
from penitcareer.render.document import Ranges, mapped
from penitcareer.render.formats.html import TEMPLATES, foot, render
from penitcareer.render.views.recueil import volume
from penitcareer.render.words.markup import markup_safe
from penitcareer.render.words.untyped import untyped

SCRIPT = "catalogue.js"


def to_page(result: Recueil) -> str:
    """The page of a catalogue."""
    shown = mapped(volume(result), lambda text: markup_safe(untyped(text)))
    with open(os.path.join(TEMPLATES, SCRIPT), encoding="ascii") as file:
        script = file.read()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    axis, *bars = range_rows(Ranges(one for _, ranges in shown.barres for one in ranges))
    return render(
        "catalogue.html",
        volume=shown,
        axe=axis,
        barres=list(zip((code for code, _ in shown.barres), bars, strict=True)),
        script=script,
        empreinte=digest,
        pied=foot(result.jour),
    )
