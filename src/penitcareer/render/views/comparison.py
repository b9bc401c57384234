"""`penit compare`: pay level by level, then every other field, side by side."""

from typing import Any

from penitcareer.domain.metiers.comparison import BracketLevel, Comparison, MetierCell
from penitcareer.domain.metiers.metier import Formation, Metier
from penitcareer.render.document import Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount, decimal
from penitcareer.render.formats.json_text import money
from penitcareer.render.views import official, reperes
from penitcareer.render.views.facts import category, commitment, training
from penitcareer.render.views.pay import bracket_payload, caveats, gross
from penitcareer.render.views.rules import rule_payload, smic_payload
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted


def document(result: Comparison) -> Document:
    """The pay table with gaps and bars, then the rest, then every source's reserve."""
    names = [metier.code for metier in result.metiers]
    blocks: list[Any] = []
    if any(result.reperes):
        blocks += [Heading("Net par mois, avant impôt"), *_lacks(result), _reperes_table(result)]
    blocks.append(Heading("Salaire indicatif, par mois"))
    if result.niveaux:
        blocks += [_pay_table(result), *_pay_notes(result)]
    else:
        blocks.append(Note(f"Rémunération de ces métiers{french.THIN}: {french.UNKNOWN}e."))
    blocks += [Note(official.sentence(pay)) for pays in result.officiel for pay in pays]
    blocks += [Heading("Le reste"), _fields_table(result)]
    blocks += [Note(_reserve(metier)) for metier in result.metiers]
    blocks += [Note(f"{metier.code} vient du fichier {metier.fichier}") for metier in result.metiers if metier.fichier]
    return Document(
        " · ".join(names), f"Écarts calculés au milieu des tranches, par rapport à {result.reference}", tuple(blocks)
    )


full = document


def payload(result: Comparison) -> dict[str, Any]:
    """The same in JSON; `ecart` is absent for the reference, null when unknown."""
    return {
        "reference": result.reference,
        "metiers": [
            {
                **_metier_payload(metier),
                "grille_officielle": official.payload(pays),
                "reperes": reperes.payload(known),
            }
            for metier, pays, known in zip(result.metiers, result.officiel, result.reperes, strict=True)
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


def _lacks(result: Comparison) -> list[Note]:
    """The bonuses that the pay of each métier lacks."""
    found = []
    for metier, known in zip(result.metiers, result.reperes, strict=True):
        names = dict.fromkeys(name for item in known for name in item.manque)
        found += not_counted(tuple(names), metier.code)
    return found


def _reperes_table(result: Comparison) -> Table:
    """One line a stage and a métier, with its proof; no gap, for a gap between figures of
    different kinds means nothing."""
    columns = (Column("Moment"), Column("Métier"), Column("Net", right=True), Column("Preuve"))
    lines = [
        (label, metier.code, reperes.net_words(item), reperes.PREUVES[item.preuve])
        for stade, label in reperes.STADES.items()
        for metier, known in zip(result.metiers, result.reperes, strict=True)
        if (item := next((one for one in known if one.stade == stade), None)) is not None
    ]
    return Table(columns, tuple(lines), grouped=True)


def _pay_table(result: Comparison) -> Table:
    columns = (
        Column("Niveau"),
        Column("Métier"),
        Column("Brut", right=True),
        Column("Net estimé", right=True),
        Column("Écart", right=True),
        Column("", eye=True),
    )
    return Table(
        columns,
        tuple(_pay_row(result, level, cell) for level in result.niveaux for cell in level.cellules),
        grouped=True,
    )


def _pay_row(result: Comparison, level: BracketLevel, cell: MetierCell) -> tuple[str, ...]:
    label = french.LEVELS[level.niveau]
    if cell.bracket is None:
        return (label, cell.code, french.UNKNOWN, french.UNKNOWN, "", "")
    if cell.code == result.reference:
        gap = "référence"
    else:
        gap = (
            f"{french.signed_euros(cell.ecart.euros)} ({french.signed_percent(cell.ecart.pour_mille)})"
            if cell.ecart
            else "inconnu"
        )
    return (
        label,
        cell.code,
        gross(cell.bracket),
        french.amount_range(cell.bracket.net),
        gap,
        french.bar(cell.bracket.brut, result.plafond) if cell.bracket.hors_corps is None else "",
    )


def _pay_notes(result: Comparison) -> list[Note]:
    known = [cell.bracket for level in result.niveaux for cell in level.cellules if cell.bracket]
    labels = dict.fromkeys(f"{french.LEVELS[bracket.niveau]}{french.THIN}: {bracket.libelle}" for bracket in known)
    return [
        Note(f"Ancienneté selon les sources. {f'{french.THIN}; '.join(labels)}."),
        *caveats(known, result.regle, result.smic),
    ]


def _fields_table(result: Comparison) -> Table:
    metiers = result.metiers
    fields = (
        ("Titre", [metier.titre for metier in metiers]),
        ("Catégorie", [category(metier) for metier in metiers]),
        ("Diplôme", [metier.acces.diplome if metier.acces else None for metier in metiers]),
        ("Formation", [training(_formation(metier)) for metier in metiers]),
        ("Engagement", [commitment(metier.acces.engagement if metier.acces else None) for metier in metiers]),
        (
            "Missions",
            [f"{french.THIN}; ".join(mission.titre for mission in metier.missions) or None for metier in metiers],
        ),
        ("Télétravail", [metier.teletravail for metier in metiers]),
        ("Évolution", [metier.evolution for metier in metiers]),
    )
    columns = (Column("Champ"), *(Column(metier.code, flexible=True) for metier in metiers))
    return Table(
        columns, tuple((label, *(value or french.UNKNOWN for value in values)) for label, values in fields), prose=True
    )


def _formation(metier: Metier) -> Formation | None:
    return metier.acces.formation if metier.acces else None


def _reserve(metier: Metier) -> str:
    pay = metier.remuneration
    if pay is None:
        return f"{metier.code}{french.THIN}: rémunération {french.UNKNOWN}e par sa source."
    return f"{metier.code}{french.THIN}: {pay.reserve or 'la source ne fait pas de réserve.'}"


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


def _cell_payload(cell: MetierCell, reference: str) -> dict[str, Any]:
    if cell.bracket is None:
        shown: dict[str, Any] = {"code": cell.code, "brut": None, "net": None, "sous_smic": None, "milieu_brut": None}
    else:
        bracket = bracket_payload(cell.bracket)
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
    bracket, gap = cell.bracket, cell.ecart
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
