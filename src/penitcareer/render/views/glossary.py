"""`penit sigle`: acronyms, what they stand for."""

from typing import Any

from penitcareer.domain.metiers.sigles import Glossary, Sigle
from penitcareer.render.document import Bullets, Document, Facts, Paragraph
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.facts import joined
from penitcareer.render.views.rules import text_payload
from penitcareer.render.words import french


def document(result: Glossary) -> Document:
    """One acronym in full, or a list."""
    if len(result.sigles) == 1:
        return _one(result.sigles[0])
    items = tuple((sigle.sigle, f"{_meanings(sigle)}. {sigle.explication}") for sigle in result.sigles)
    return Document(french.count(len(items), "sigle"), "", (Bullets(items),))


full = document


def payload(result: Glossary) -> dict[str, Any]:
    """The same in JSON."""
    return {
        "sigles": [
            {**sigle._asdict(), "source": text_payload(sigle.source), "consulte_le": sigle.consulte_le.isoformat()}
            for sigle in result.sigles
        ]
    }


def rows(result: Glossary) -> Rows:
    """One line an acronym."""
    return (
        ("sigle", "sens", "autre_sens", "explication", "source", "consulte_le"),
        [
            (s.sigle, s.sens, s.autre_sens, s.explication, s.source.titre, s.consulte_le.isoformat())
            for s in result.sigles
        ],
    )


def _one(sigle: Sigle) -> Document:
    source = sigle.source
    read = f"lue le {french.day(sigle.consulte_le.isoformat())}"
    published = french.day(source.date) if source.date else None
    origin = joined(source.titre, published, source.url, read)
    return Document(sigle.sigle, _meanings(sigle), (Paragraph(sigle.explication), Facts((("Source", origin),))))


def _meanings(sigle: Sigle) -> str:
    return f"{sigle.sens}{french.THIN}; aussi{french.THIN}: {sigle.autre_sens}" if sigle.autre_sens else sigle.sens
