"""`penit sigle`: acronyms, what they stand for."""

from typing import Any

from penitcareer.domain.metiers.sigles import Glossary, Sigle
from penitcareer.render.document import Bullets, Document, Next, Note, Paragraph
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.facts import joined
from penitcareer.render.views.rules import text_payload
from penitcareer.render.words import french

OTHERS = Next(f"Plus{french.THIN}: penit sigle (tous les sigles et mots expliqués)")


def document(result: Glossary) -> Document:
    """What one stands for, or which are explained."""
    if len(result.sigles) == 1:
        return _one(result.sigles[0], result.sigles[0].source.titre)
    names = ", ".join(sigle.sigle for sigle in result.sigles)
    count = french.count(len(result.sigles), "sigle ou mot expliqué", "sigles et mots expliqués")
    more = Next(f"Plus{french.THIN}: penit sigle PSS · penit sigle --tout (tous, avec leur sens)")
    return Document(count, "", (Paragraph(names), more), framed=False)


def full(result: Glossary) -> Document:
    """One acronym with its source in full, or the whole list."""
    if len(result.sigles) == 1:
        sigle = result.sigles[0]
        published = french.day(sigle.source.date) if sigle.source.date else None
        read = f"consultée le {french.day(sigle.consulte_le.isoformat())}"
        return _one(sigle, joined(sigle.source.titre, published, sigle.source.url, read))
    items = tuple((sigle.sigle, f"{_meanings(sigle)}. {sigle.explication}") for sigle in result.sigles)
    return Document(french.count(len(items), "sigle"), "", (Bullets(items),))


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


def _one(sigle: Sigle, source: str) -> Document:
    title = f"{sigle.sigle}{french.THIN}: {_meanings(sigle)}"
    origin = Note(f"Source{french.THIN}: {source}")
    return Document(title, "", (Paragraph(sigle.explication), origin, OTHERS), framed=False)


def _meanings(sigle: Sigle) -> str:
    return f"{sigle.sens}{french.THIN}; aussi{french.THIN}: {sigle.autre_sens}" if sigle.autre_sens else sigle.sens
