"""`penit brut`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL_HINT, Annuel, joined

HELP = "Du net voulu au brut qu’il faut : une fourchette, par mois et par an, avec sa règle."
EXAMPLES = ("penit brut 2700", "penit brut 32400 --annuel")


@reading
def run(
    call: Call,
    montant: Annotated[list[str], typer.Argument(metavar="MONTANT", help="Le net voulu : 2700, « 2 700 € », 2,7k…")],
    annuel: Annuel = False,
) -> None:
    """The gross range that leads to a wanted net."""
    reponse = call.penit.brut(joined(montant), annuel=annuel)
    call.emit(reponse)
    if reponse.valeur.parait_annuel:
        hint(ANNUAL_HINT)
