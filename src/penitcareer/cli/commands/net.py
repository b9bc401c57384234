"""`penit net`."""

from typing import TYPE_CHECKING, Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL_HINT, Annuel, amount_or_none, joined
from penitcareer.domain.errors import UsageProblem
from penitcareer.domain.metiers.choices import STATUTS
from penitcareer.domain.money import Cents

if TYPE_CHECKING:
    from penitcareer.domain.estimate import Estimate

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
    statut: Annotated[
        str | None,
        types.choice("--statut", "STATUT", STATUTS, "Le net exact à côté : titulaire ou contractuel"),
    ] = None,
    primes: Annotated[
        Cents | None, types.amount("--primes", "La part du brut qui est en primes, avec --statut")
    ] = None,
) -> None:
    """The net range of a gross amount, or the brackets of a métier."""
    from penitcareer.domain.estimate import estimate_net
    from penitcareer.render.views import estimates

    words = joined(montant)
    amount = amount_or_none(words)
    if amount is None and (statut is not None or primes is not None):
        raise UsageProblem("--statut et --primes vont avec un montant. Exemple : penit net 3500 --statut titulaire")
    if amount is None:
        from penitcareer.domain.metiers.sheet import build_sheet
        from penitcareer.render.views import brackets

        metier = call.catalogue.metier(words)
        sheet = build_sheet(metier, call.catalogue.rule, call.smic, call.day, annuel, "salaire")
        call.emit(sheet, brackets)
        return
    result = estimate_net(amount, annuel, call.catalogue.rule, call.smic)
    if statut is None and primes is None:
        call.emit(result, estimates)
    else:
        _emit_exact(call, result, statut or "titulaire", primes or 0)
    if result.looks_annual:
        hint(ANNUAL_HINT)


def _emit_exact(call: Call, result: "Estimate", statut: str, primes: Cents) -> None:
    from penitcareer.domain.pay.exact_net import exact_net
    from penitcareer.domain.pay.law import law_at
    from penitcareer.render.views import exact_net as view

    catalogue = call.catalogue
    law = law_at(catalogue.pay_rules, call.day)
    call.emit(exact_net(law, catalogue.pay_books, result, statut, primes), view)
