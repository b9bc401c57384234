"""A comparison in JSON and CSV; apart, so that one to read does not pay for them."""

from typing import Any

from penitcareer.domain.metiers.comparison import BracketLevel, Comparison, MetierCell
from penitcareer.domain.metiers.gaps import StageGap
from penitcareer.domain.metiers.metier import Metier
from penitcareer.render.formats.csv_rows import Rows, amount, decimal
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views import official, reperes
from penitcareer.render.views.pay import bracket_payload
from penitcareer.render.views.rules import rule_payload, smic_payload


def payload(result: Comparison) -> dict[str, Any]:
    """The same in JSON; `ecart` is absent for the reference, null when unknown."""
    return {
        "reference": result.reference,
        "metiers": [
            {
                **_metier_payload(metier),
                "grille_officielle": official.payload(pays),
                "reperes": reperes.payload(known),
                "ecarts": [_gap_payload(gap) for gap in gaps],
            }
            for metier, pays, known, gaps in zip(
                result.metiers, result.officiel, result.reperes, result.ecarts, strict=True
            )
        ],
        "tranches": [
            {"niveau": level.niveau, "valeurs": [_cell_payload(cell, result.reference) for cell in level.cellules]}
            for level in result.niveaux
        ],
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
    }


def rows(result: Comparison) -> Rows:
    """One line a level and a métier."""
    header = (
        "niveau", "code", "brut_min", "brut_max", "net_min", "net_max",
        "milieu_brut", "ecart_euros", "ecart_pourcent", "sous_smic", "hors_corps",
    )  # fmt: skip
    return (header, [_csv_row(level, cell) for level in result.niveaux for cell in level.cellules])


def _metier_payload(metier: Metier) -> dict[str, Any]:
    acces = metier.acces
    return {
        "code": metier.code,
        "titre": metier.titre,
        "sigle": metier.sigle,
        "categorie": metier.categorie,
        "diplome": acces.diplome if acces else None,
        "formation": acces.formation._asdict() if acces and acces.formation else None,
        "engagement": acces.engagement._asdict() if acces and acces.engagement else None,
        "missions": [mission._asdict() for mission in metier.missions],
        "teletravail": metier.teletravail,
        "evolution": metier.evolution,
        "reserve": metier.remuneration.reserve if metier.remuneration else None,
        "fichier": metier.fichier,
    }


def _gap_payload(gap: StageGap) -> dict[str, Any]:
    low, high = gap.ecart
    return {"stade": gap.stade, "preuve": gap.preuve, "net": {"min": money(low), "max": money_or_none(high)}}


def _cell_payload(cell: MetierCell, reference: str) -> dict[str, Any]:
    if cell.tranche is None:
        shown: dict[str, Any] = {"code": cell.code, "brut": None, "net": None, "sous_smic": None, "milieu_brut": None}
    else:
        bracket = bracket_payload(cell.tranche)
        shown = {
            "code": cell.code,
            **{key: bracket[key] for key in ("libelle", "brut", "net", "sous_smic", "hors_corps")},
        }
        shown["milieu_brut"] = money(cell.milieu_brut or 0)
    if cell.code != reference:
        shown["ecart"] = (
            {"euros": money(cell.ecart.euros), "pourcent": cell.ecart.pour_mille / 10} if cell.ecart else None
        )
    return shown


def _csv_row(level: BracketLevel, cell: MetierCell) -> tuple[Any, ...]:
    bracket, gap = cell.tranche, cell.ecart
    amounts = (bracket.brut.min, bracket.brut.max, bracket.net.min, bracket.net.max) if bracket else (None,) * 4
    return (
        level.niveau,
        cell.code,
        *(amount(value) for value in amounts),
        amount(cell.milieu_brut),
        amount(gap.euros) if gap else None,
        decimal(gap.pour_mille, 1) if gap else None,
        bracket.sous_smic if bracket else None,
        bracket.hors_corps if bracket else None,
    )
