"""`penit net`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL_HINT, Annuel, joined, names_a_metier
from penitcareer.domain.choices import STATUTS
from penitcareer.domain.errors import UsageProblem

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
        types.choice("--statut", "STATUT", STATUTS, "Le net d’un bulletin à côté : titulaire ou contractuel"),
    ] = None,
    primes: Annotated[
        str | None, types.amount("--primes", "La part du brut qui est en primes (avec --corps, en plus des siennes)")
    ] = None,
    corps: Annotated[str | None, types.text("--corps", "CORPS", "Le corps d’un titulaire : cpip, aae…")] = None,
) -> None:
    """The net range of a gross amount, or the brackets of a métier."""
    words = joined(montant)
    if names_a_metier(words):
        if statut is not None or primes is not None or corps is not None:
            raise UsageProblem(
                "--statut, --primes et --corps vont avec un montant. Exemple : penit net 3500 --corps cpip"
            )
        call.emit(call.penit.tranches(words, annuel=annuel))
        return
    reponse = call.penit.net(words, annuel=annuel, statut=statut, primes=primes, corps=corps)
    call.emit(reponse)
    if reponse.valeur.parait_annuel:
        hint(ANNUAL_HINT)
