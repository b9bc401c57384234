"""Where a pay stands, in one screen: in the career first, then at the échelons, and elsewhere."""

from collections.abc import Iterator

from penitcareer.domain.career.place import CareerPlace, EchelonPay, EchelonPlace, Place, Standing
from penitcareer.domain.money import Range
from penitcareer.render.document import Block, Bullets, Document, Facts, Next, Note
from penitcareer.render.views.sheet_pay import outside
from penitcareer.render.words import french
from penitcareer.render.words.grades import short_title
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.metiers import short_name
from penitcareer.render.words.preuves import MARKS, legend

THIRD = 1000 // 3
PARTLY = "*"
NO_INDEX = (
    f"Aucun indice exact ni encadré des deux côtés{french.THIN}: pas d’échelon à comparer (penit grille {{code}})."
)
ELSEWHERE = {"dans": "Dans la fourchette de", "au_dessus": "Au-dessus de", "sous": "En dessous de"}


def document(result: Place) -> Document:
    """The answer, against the SMIC, at the échelons, and in the other métiers."""
    return Document(_answer(result), _against_smic(result), tuple(_blocks(result)), framed=False)


def place_words(position: Standing) -> str:
    """« au-dessous », « dans le bas de la fourchette », « au-dessus »."""
    if position.place != "dans":
        return {"sous": "au-dessous", "au_dessus": "au-dessus"}[position.place]
    share = position.part_pour_mille
    if share is None:
        return "dans la fourchette"
    where = "dans le bas" if share < THIRD else "dans le haut" if share > 2 * THIRD else "au milieu"
    return f"{where} de la fourchette"


def sentence(grade: EchelonPlace, is_net: bool) -> str:
    """« de l’échelon 3 (2 577 €) à l’échelon 4 (2 758 €) »."""
    reached, above = (_named(step, is_net) for step in (grade.atteint, grade.suivant))
    if grade.atteint is None:
        return f"sous l’{above}"
    return f"au-dessus de l’{reached}, le dernier" if grade.suivant is None else f"de l’{reached} à l’{above}"


def times(share: Range) -> str:
    """« 1,34 », « 1,27 à 1,34 »: thousandths to the hundredth."""
    low, high = (f"{divided // 100},{divided % 100:02}" for divided in ((bound + 5) // 10 for bound in share))
    return low if low == high else f"{low} à {high}"


def _answer(result: Place) -> str:
    """« DSP : 2 600 € net par mois, dans le bas de la fourchette (2 178–5 405 €) »."""
    kind = "net avant impôt" if result.net else "brut"
    what = f"{_name(result)}{french.THIN}: {french.euros(result.montant)} {kind} par mois"
    found = result.carriere
    if found is None and result.affichee and result.fourchette:
        bounds = f"({french.amount_range(result.fourchette)}) {MARKS['indicatif']}"
        return f"{what}, {place_words(result.affichee)} {bounds}"
    if found is None:
        return f"{what}, paie du métier inconnue"
    more = " au moins" if _partly(found) else ""
    bounds = f"({french.amount_range(found.fourchette)}{more}) {MARKS[found.preuve]}"
    return f"{what}, {_in_career(found)} {bounds}"


def _in_career(found: CareerPlace) -> str:
    end = f"la fin de carrière{' connue' if _partly(found) else ''}"
    outside = {"sous": "sous le début de carrière", "au_dessus": f"au-dessus de {end}"}
    return outside.get(found.position.place) or place_words(found.position)


def _name(result: Place) -> str:
    return result.metier.sigle or short_name(result.metier.titre, None)


def _against_smic(result: Place) -> str:
    """« 1,34 fois le SMIC », with the gross that a net stands for."""
    parts = (
        [f"brut estimé{french.THIN}: {french.amount_range(result.brut)} (règle des {french.rule_rates(result.regle)})"]
        if result.net
        else []
    )
    if result.smic_pour_mille is not None:
        parts.append(f"{times(result.smic_pour_mille)} fois le SMIC, en brut")
    return f"{french.THIN}; ".join(parts)


def _blocks(result: Place) -> Iterator[Block]:
    if result.corps is not None:
        corps = result.corps.grille.corps
        yield from not_counted(result.corps.manque)
        if result.corps.grades:
            yield Bullets(
                tuple(
                    (french.capital(short_title(item.grade, corps)), sentence(item, result.net))
                    for item in result.corps.grades
                )
            )
        else:
            yield Note(NO_INDEX.format(code=corps.code))
    yield from _sheet(result)
    if elsewhere := tuple(_elsewhere(result)):
        yield Facts(elsewhere)
    careers = [result.carriere, *result.autres_carrieres]
    proofs = [found.preuve for found in careers if found]
    if any(_partly(other) for other in result.autres_carrieres):
        yield Note(f"{PARTLY} fourchette incomplète{french.THIN}: une prime ou le haut de la grille manque")
    yield legend([*proofs, "indicatif"] if result.tranches else proofs)
    code = result.metier.code
    first = "carriere" if result.corps or result.paie else "acces"
    yield Next(f"Plus{french.THIN}: penit {first} {code} · penit show {code}")


def _partly(found: CareerPlace) -> bool:
    """Whether a career pays more than is counted."""
    return bool(found.manque) or found.plancher


def _sheet(result: Place) -> Iterator[Note]:
    """The brackets of the orientation sheet, then those that are no pay of the corps."""
    for item in result.tranches:
        bounds = french.amount_range(item.tranche.net if result.net else item.tranche.brut)
        kind = "net estimé" if result.net else "brut"
        level = french.LEVELS[item.tranche.niveau].lower()
        yield Note(f"{MARKS['indicatif']} {level}{french.THIN}: {bounds} {kind}, {place_words(item.position)}")
    yield from outside(result.paie.tranches if result.paie else ())


def _elsewhere(result: Place) -> Iterator[tuple[str, str]]:
    """The other métiers by where the amount stands in their career."""
    for place, label in ELSEWHERE.items():
        names = [_marked(other) for other in result.autres_carrieres if other.position.place == place]
        if names:
            yield label, ", ".join(names)


def _marked(found: CareerPlace) -> str:
    """« DPIP ◐* »."""
    name = found.sigle or short_name(found.titre, None)
    return f"{name}{french.FIXED}{MARKS[found.preuve]}{PARTLY if _partly(found) else ''}"


def _named(step: EchelonPay | None, is_net: bool) -> str:
    if step is None:
        return ""
    paid = french.rounded_euros(step.net if is_net else step.brut)
    return f"échelon {french.echelon(step.echelon, step.chevron)} ({paid})"
