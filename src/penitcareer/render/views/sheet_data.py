"""A sheet in JSON and CSV; apart, so that a sheet to read does not pay for them."""

from typing import Any

from penitcareer.domain.choices import SECTIONS
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.formats.json_text import money_or_none
from penitcareer.render.views import official, prospects, reperes
from penitcareer.render.views.flat import flat, plain
from penitcareer.render.views.pay import remuneration_payload
from penitcareer.render.views.provenance import source_payload
from penitcareer.render.views.rules import rule_payload, smic_payload

# What the JSON of a part adds to the fields of the record.
COMPUTED = {"salaire": ("grille_officielle", "reperes"), "perspectives": ("voisins",)}


def payload(result: Sheet) -> dict[str, Any]:
    """The record in JSON, keys as in the data files, pay with its net; some parts of it when
    they were asked."""
    metier = result.metier
    full = {
        **plain(metier),
        "remuneration": remuneration_payload(
            metier.remuneration, result.tranches, result.affichee, result.affichee_nette, result.mois > 1
        ),
        "remunerations_publiees": [
            {
                **pay._asdict(),
                "montant": money_or_none(pay.montant),
                "min": money_or_none(pay.min),
                "max": money_or_none(pay.max),
            }
            for pay in metier.remunerations_publiees
        ],
        "grille_officielle": official.payload(result.officiel),
        "reperes": reperes.payload(result.reperes),
        "voisins": prospects.neighbours_payload(result.voisins),
        "precisions": dict(metier.precisions),
        "origines": dict(metier.origines),
        "sources": [source_payload(use) for use in result.sources.sources],
    }
    if not result.whole:
        asked = (field for name in result.sections for field in (*SECTIONS[name], *COMPUTED.get(name, ())))
        kept = ("code", "titre", *asked, "fichier")
        full = {key: full[key] for key in kept}
    return {"metier": full, "regle": rule_payload(result.regle), "smic": smic_payload(result.smic)}


def rows(result: Sheet) -> Rows:
    """Every value of the JSON, one a line, under its path."""
    return (("champ", "valeur"), list(flat("", payload(result)["metier"])))
