"""`penit net`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, hint, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.words import ANNUAL_HINT, Annuel, amount_or_none, joined

HELP = "Du brut au net : une fourchette, par mois et par an, avec sa règle. Avec un métier, ses tranches."
EXAMPLES = ("penit net 3500", "penit net 42k --annuel")


@reading
def run(
    call: Call,
    montant: Annotated[
        list[str],
        typer.Argument(metavar="MONTANT", help="3500, « 3 500,50 € », 3,5k… ou un métier", autocompletion=metiers),
    ],
    annuel: Annuel = False,
) -> None:
    """The net range of a gross amount, or the brackets of a métier."""
    from penitcareer.domain.estimate import estimate_net
    from penitcareer.render.views import estimates

    words = joined(montant)
    amount = amount_or_none(words)
    if amount is None:
        from penitcareer.domain.sheet import build_sheet
        from penitcareer.render.views import brackets

        metier = call.catalogue.metier(words)
        sheet = build_sheet(metier, call.catalogue.rule, call.smic, call.day, annuel, "salaire")
        call.emit(sheet, brackets)
        return
    result = estimate_net(amount, annuel, call.catalogue.rule, call.smic)
    call.emit(result, estimates)
    if result.looks_annual:
        hint(ANNUAL_HINT)
