"""`penit place`: where a pay stands."""

from typing import Any

from penitcareer.domain.career.place import CareerPlace, CorpsPlace, EchelonPay, Place, Standing
from penitcareer.domain.money import Range
from penitcareer.render.document import Block, Bullets, Column, Document, Facts, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Cell, Rows, amount, decimal
from penitcareer.render.formats.json_text import money, money_range
from penitcareer.render.views.pay import bracket_label, bracket_payload
from penitcareer.render.views.place_short import NO_INDEX, document, place_words, sentence, times
from penitcareer.render.views.rules import rule_payload, smic_payload
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted

__all__ = ["document", "full", "payload", "rows"]


def full(result: Place) -> Document:
    """Against the SMIC, in the brackets, at the échelons, among the métiers."""
    kind = "net avant impôt" if result.net else "brut"
    title = f"{french.euros(result.montant)} {kind} par mois{french.THIN}: {result.metier.titre}"
    blocks: list[Block] = [Facts(tuple(_facts(result)))]
    blocks += _brackets(result)
    if result.corps is not None:
        blocks += _corps(result.corps, result.net)
    if result.autres:
        columns = (Column("Métier", flexible=True), Column("Fourchette affichée", right=True), Column("Ce montant"))
        lines = tuple(
            (other.titre, french.amount_range(other.affichee), standing(other.position)) for other in result.autres
        )
        blocks += [Heading("Dans les autres métiers"), Table(columns, lines)]
    blocks.append(Note(french.rule_sentence(result.regle)))
    if result.smic is not None:
        blocks.append(Note(french.smic_sentence(result.smic)))
    return Document(title, "", tuple(blocks))


def payload(result: Place) -> dict[str, Any]:
    """The same in JSON."""
    share = result.smic_pour_mille
    return {
        "montant": money(result.montant),
        "base": "net" if result.net else "brut",
        "brut": money_range(result.brut),
        "metier": result.metier.code,
        "affichee": _position(result.affichee),
        "tranches": [
            {**bracket_payload(item.tranche), "position": _position(item.position)} for item in result.tranches
        ],
        "corps": _corps_payload(result.corps),
        "carriere": _career_payload(result.carriere),
        "autres_carrieres": [_career_payload(other) for other in result.autres_carrieres],
        "autres": [
            {
                "code": other.code,
                "titre": other.titre,
                "affichee": money_range(other.affichee),
                "position": _position(other.position),
            }
            for other in result.autres
        ],
        "smic": smic_payload(result.smic),
        "rapport_au_smic": {"min": share.min / 1000, "max": share.max / 1000} if share else None,
        "regle": rule_payload(result.regle),
    }


def rows(result: Place) -> Rows:
    """One line a range: the métier's brackets, its grades, the other métiers."""
    header = ("objet", "nom", "min", "max", "place", "part_pourcent")
    lines: list[tuple[Cell, ...]] = []
    for item in result.tranches:
        bounds = item.tranche.net if result.net else item.tranche.brut
        lines.append(("tranche", item.tranche.niveau, *_placed(bounds, item.position)))
    lines += [("metier", other.code, *_placed(other.affichee, other.position)) for other in result.autres]
    for grade in result.corps.grades if result.corps else ():
        reached, above = (_paid(step, result.net) for step in (grade.atteint, grade.suivant))
        lines.append(("grade", grade.grade, amount(reached), amount(above), None, None))
    return (header, lines)


def standing(position: Standing) -> str:
    """« au-dessous », « dans le bas de la fourchette », « au-dessus »."""
    return place_words(position)


def _facts(result: Place) -> list[tuple[str, str]]:
    facts = []
    if result.net:
        facts.append(("Brut estimé", french.amount_range(result.brut)))
    if result.smic_pour_mille is not None:
        facts.append(("Rapport au SMIC", f"{times(result.smic_pour_mille)} fois, en brut"))
    if result.paie is None:
        facts.append(("Salaire du métier", french.UNKNOWN))
    elif result.affichee is not None and result.fourchette is not None:
        shown = french.amount_range(result.fourchette)
        facts.append(("Fourchette affichée", f"{shown}, {standing(result.affichee)}"))
    return facts


def _brackets(result: Place) -> list[Block]:
    if not result.tranches:
        return []
    kind = "Net estimé" if result.net else "Brut"
    columns = (Column("Ancienneté"), Column(kind, right=True), Column("Ce montant"))
    lines = tuple(
        (
            bracket_label(item.tranche),
            french.amount_range(item.tranche.net if result.net else item.tranche.brut),
            standing(item.position),
        )
        for item in result.tranches
    )
    return [Heading("Dans les tranches d’ancienneté"), Table(columns, lines)]


def _corps(found: CorpsPlace, is_net: bool) -> list[Block]:
    corps = found.grille.corps
    heading = Heading(f"Dans la grille du corps ({corps.sigle}), primes connues comprises")
    if not found.grades:
        return [
            heading,
            Note(NO_INDEX.format(code=corps.code)),
        ]
    return [
        heading,
        *not_counted(found.manque),
        Bullets(tuple((grade.grade, sentence(grade, is_net)) for grade in found.grades)),
    ]


def _paid(step: EchelonPay | None, is_net: bool) -> Any:
    return None if step is None else step.net if is_net else step.brut


def _position(position: Standing | None) -> dict[str, Any] | None:
    if position is None:
        return None
    share = position.part_pour_mille
    return {"place": position.place, "part": None if share is None else share / 1000}


def _corps_payload(found: CorpsPlace | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "corps": found.grille.corps.code,
        "statut": found.grille.statut,
        "grades": [
            {"grade": grade.grade, "atteint": _step(grade.atteint), "suivant": _step(grade.suivant)}
            for grade in found.grades
        ],
        "manque": list(found.manque),
    }


def _career_payload(found: CareerPlace | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "code": found.code,
        "titre": found.titre,
        "fourchette": money_range(found.fourchette),
        "preuve": found.preuve,
        "position": _position(found.position),
        "manque": list(found.manque),
        "plancher": found.plancher,
    }


def _step(step: EchelonPay | None) -> dict[str, Any] | None:
    if step is None:
        return None
    paid = {"brut": money(step.brut), "net": money(step.net)}
    return {"echelon": step.echelon, **paid, "chevron": step.chevron}


def _placed(bounds: Range, position: Standing) -> tuple[Cell, ...]:
    share = position.part_pour_mille
    percent = None if share is None else decimal(share, 1)
    return (amount(bounds.min), amount(bounds.max), position.place, percent)
