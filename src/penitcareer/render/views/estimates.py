"""`penit net` and `penit brut`: a range for an amount."""

from typing import TYPE_CHECKING, Any

from penitcareer.domain.estimate import Estimate, Period
from penitcareer.render.document import Caption, Column, Document, Next, Note, Table
from penitcareer.render.words import french

if TYPE_CHECKING:  # the shortest path of all: JSON and CSV are imported when asked for
    from penitcareer.render.formats.csv_rows import Rows


def document(result: Estimate) -> Document:
    """The range by month and by year, with its rule in a line."""
    low, high = (french.percent(rate) for rate in (result.regle.retenue_min, result.regle.retenue_max))
    what = f"Estimation{french.THIN}: brut moins {low} à {high}"
    rule = Caption(f"{what}{french.THIN}; ce n’est pas la paie d’un fonctionnaire.")
    return _document(result, rule)


def full(result: Estimate) -> Document:
    """The same with all that the rule says of itself."""
    return _document(result, Note(french.rule_sentence(result.regle)))


def _document(result: Estimate, rule: Note) -> Document:
    wanted = result.cherche.capitalize()
    columns = (
        Column("Période", bref="{}"),
        Column(result.donne.capitalize(), right=True, bref=f"{{}} {result.donne}"),
        Column(f"{wanted} au moins", right=True, bref="au moins {}"),
        Column(f"{wanted} au plus", right=True, bref="au plus {}"),
    )
    lines = (("Par mois", *_row(result.mensuel)), ("Par an", *_row(result.annuel)))
    title = f"{french.euros(result.mensuel.montant)} {result.donne} par mois"
    subtitle = f"{wanted} estimé{french.THIN}: {french.exact_range(result.mensuel.fourchette)}"
    return Document(title, subtitle, (Table(columns, lines), rule, *_notes(result), _next(result)))


def payload(result: Estimate) -> dict[str, Any]:
    """The same in JSON."""
    from penitcareer.render.formats.json_text import money, money_range
    from penitcareer.render.views.rules import rule_payload, smic_payload

    month, year = result.mensuel, result.annuel
    return {
        result.donne: {"mensuel": money(month.montant), "annuel": money(year.montant)},
        result.cherche: {"mensuel": money_range(month.fourchette), "annuel": money_range(year.fourchette)},
        "regle": rule_payload(result.regle),
        "smic": smic_payload(result.smic),
        "sous_smic": result.sous_smic,
    }


def rows(result: Estimate) -> "Rows":
    """One line a period."""
    from penitcareer.render.formats.csv_rows import amount

    header = ("periode", result.donne, f"{result.cherche}_min", f"{result.cherche}_max")
    periods = (("mois", result.mensuel), ("an", result.annuel))
    return (header, [(name, *map(amount, (found.montant, *found.fourchette))) for name, found in periods])


def _row(period: Period) -> tuple[str, ...]:
    return tuple(french.euros(amount) for amount in (period.montant, *period.fourchette))


def _next(result: Estimate) -> Next:
    """The same amount in the career of a métier, then the exact way."""
    net = " --net" if result.donne == "net" else ""
    return Next(f"Plus{french.THIN}: penit place {typed(result)} cpip{net} · penit paie cpip --im 450")


def typed(result: Estimate) -> str:
    """The monthly amount as a command takes it."""
    return french.euros(result.mensuel.montant).removesuffix(f"{french.FIXED}€").replace(french.THIN, "")


def _notes(result: Estimate) -> list[Note]:
    if result.smic is None or not result.sous_smic:
        return []
    what = "Ce brut est" if result.donne == "brut" else "Le bas de cette fourchette est"
    return [Note(f"{what} inférieur au SMIC. {french.smic_sentence(result.smic)}")]
