"""`penit net METIER`: the brackets of a métier, gross and net."""

from typing import Any

from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.document import Document
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.views import sheet
from penitcareer.render.views.rules import rule_payload, smic_payload


def document(result: Sheet) -> Document:
    """The pay part of the sheet."""
    return sheet.document(result)


full = document


def payload(result: Sheet) -> dict[str, Any]:
    """The brackets in JSON, an empty list when the pay is unknown."""
    full = sheet.payload(result)["metier"]
    pay = full["remuneration"]
    return {
        "code": full["code"],
        "titre": full["titre"],
        "tranches": pay["tranches"] if pay else [],
        "remuneration": pay,
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
