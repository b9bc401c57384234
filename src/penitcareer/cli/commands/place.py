"""`penit place`."""

from typing import Annotated, Any

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL_HINT, joined
from penitcareer.domain.errors import PenitError, UsageProblem

HELP = """Où se situe une paie dans un métier : tranche d’ancienneté, échelons, part de la fourchette,
rapport au SMIC et aux autres métiers. Le montant est un brut par mois, sauf --net."""
EXAMPLES = ("penit place 2600 cpip", "penit place 2600 dsp --net")
EXAMPLE = "Exemple : penit place 2600 cpip"


@reading
def run(
    call: Call,
    mots: Annotated[
        list[str],
        typer.Argument(metavar="MONTANT METIER", help="Une paie par mois, puis un métier", autocompletion=metiers),
    ],
    net: Annotated[bool, typer.Option("--net", help="Le montant est un net avant impôt")] = False,
    zone: Annotated[int | None, types.zone()] = None,
) -> None:
    """Where a pay stands in a métier."""
    from penitcareer.domain.amounts import parse_amount
    from penitcareer.domain.career.place import place_of
    from penitcareer.render.views import place

    figures, name = _split(mots)
    amount = parse_amount(figures)
    catalogue = call.catalogue
    code = catalogue.code_of(name)
    entries = catalogue.entries
    metier = next(entry for entry in entries if entry.code == code)
    grid = _grid(call, code, zone)
    call.emit(place_of(amount, net, metier, entries, catalogue.rule, call.smic, grid), place)
    if amount > catalogue.rule.parait_annuel:
        hint(ANNUAL_HINT.split(" : ")[0] + " : donnez-le par mois.")


def _split(words: list[str]) -> tuple[str, str]:
    """The amount, then the name: `2 600 directeur de prison` needs no quotes."""
    names = [position for position, word in enumerate(words) if word[:1].isalpha()]
    if not names or names[0] == 0:
        raise UsageProblem(f"place attend un montant puis un métier. {EXAMPLE}")
    return joined(words[: names[0]]), joined(words[names[0] :])


def _grid(call: Call, code: str, zone: int | None) -> Any:
    """The grid of the métier's first corps, None when it has none."""
    from penitcareer.domain.pay.grid import grid_of
    from penitcareer.domain.pay.law import law_at

    catalogue = call.catalogue
    try:
        corps = catalogue.corps_of(code)
        law = law_at(catalogue.pay_rules, call.day)
    except PenitError:
        return None
    return grid_of(law, catalogue.pay_books, corps, zone)
