"""The dated values and the tables of the law under a reform."""

from typing import Any

from penitcareer.domain.kinds import LATEST
from penitcareer.domain.pay.law import TaxGrid
from penitcareer.store.convert import record_from
from penitcareer.store.law import bareme_of, letters_of
from penitcareer.store.reform.notes import Notes
from penitcareer.store.snapshot import Plain

LAST = f"{LATEST}-12-31"  # as the day of an answer


def source_of(reform: Plain) -> Plain:
    """What a value of the reform cites: the reform."""
    return {"titre": f"Réforme : {reform['nom']}", "url": None, "date": None}


def since(reform: Plain, values: list[Plain], value: Any) -> list[Plain]:
    """Dated values, this one in force from the reform on, whatever was to come later."""
    before = [item for item in values if item["depuis"] < reform["depuis"]]
    dated = {"depuis": reform["depuis"], "valeur": value, "source": source_of(reform), "confiance": None}
    return [*before, dated]


def parameters_under(reform: Plain, parameters: Plain) -> Plain:
    """The parameters, the SMIC among them."""
    named = {code: value for code, value in reform["parametres"].items() if value is not None}
    changed = {
        code: {**parameters[code], "valeurs": since(reform, parameters[code]["valeurs"], value)}
        for code, value in named.items()
    }
    return parameters | changed


def tables_under(reform: Plain, law: Plain, notes: Notes) -> Plain:
    """The law with the tables that change: tax brackets whole, scales by their rows."""
    first = law["majores"]["depuis"]
    if reform["depuis"] < first:  # before, every index of a grid was another
        notes.wrong(("depuis",), f"une réforme commence au plus tôt le {first}")
    if reform["depuis"] > LAST:
        notes.wrong(("depuis",), f"une réforme commence au plus tard le {LAST}")
    notes.twice(("bareme_a",), reform["bareme_a"], "ib")
    notes.twice(("hors_echelle",), reform["hors_echelle"], "lettre")
    changed: Plain = {}
    if reform["impot"]:
        grid = {**law["impot"][-1], "depuis": reform["depuis"], "verifie_le": reform["depuis"]}
        grid["tranches"] = reform["impot"]
        notes.broken(("impot",), record_from(TaxGrid, grid), {})
        changed["impot"] = _after(reform, law["impot"], grid)
    if reform["bareme_a"]:
        rows = bareme_of(law) | {row["ib"]: row["im"] for row in reform["bareme_a"]}
        scale = {"depuis": reform["depuis"], "couples": sorted(rows.items()), "decale": None}
        changed["bareme_a"] = _after(reform, law["bareme_a"], scale)
    if reform["hors_echelle"]:
        letters = letters_of(law) | {row["lettre"]: row["chevrons"] for row in reform["hors_echelle"]}
        scale = {"depuis": reform["depuis"], "lettres": list(letters.items())}
        changed["hors_echelle"] = _after(reform, law["hors_echelle"], scale)
    return law | changed


def _after(reform: Plain, tables: list[Plain], table: Plain) -> list[Plain]:
    """The tables of before the reform, then its own."""
    return [*(one for one in tables if one["depuis"] < reform["depuis"]), table]
