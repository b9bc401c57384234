"""`penit net METIER`: the brackets of a métier, gross and net."""

from typing import Any

from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.document import Document, Next
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import sheet
from penitcareer.render.views.rules import rule_payload, smic_payload
from penitcareer.render.views.sheet_pay import pay
from penitcareer.render.words import french
from penitcareer.render.words.names import titled


def document(result: Sheet) -> Document:
    """What it pays, and where more is said."""
    code = result.metier.code
    calls = f"penit net {code} --tout · penit show {code}"
    return Document(titled(result.metier), "", (*pay(result), Next(f"Plus{french.THIN}: {calls}")), framed=False)


def full(result: Sheet) -> Document:
    """The pay part of the sheet."""
    return sheet.full(result)


def payload(result: Sheet) -> dict[str, Any]:
    """The brackets in JSON, an empty list when the pay is unknown."""
    found = sheet.payload(result)["metier"]
    paid = found["remuneration"]
    return {
        "code": found["code"],
        "titre": found["titre"],
        "tranches": paid["tranches"] if paid else [],
        "remuneration": paid,
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
    }


def rows(result: Sheet) -> Rows:
    """One line a bracket."""
    header = ("code", "niveau", "brut_min", "brut_max", "net_min", "net_max", "sous_smic", "hors_corps")
    return (
        header,
        [
            (
                result.metier.code,
                bracket.niveau,
                amount(bracket.brut.min),
                amount(bracket.brut.max),
                amount(bracket.net.min),
                amount(bracket.net.max),
                bracket.sous_smic,
                bracket.hors_corps,
            )
            for bracket in result.tranches
        ],
    )
