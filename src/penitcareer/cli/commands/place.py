"""`penit place`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call
from penitcareer.cli.completion import metiers
from penitcareer.cli.reforming import reading_law
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL, joined
from penitcareer.domain.errors import UsageProblem

HELP = """Où se situe une paie dans un métier : tranche d’ancienneté, échelons, part de la fourchette,
rapport au SMIC et aux autres métiers. Le montant est un brut par mois, sauf --net."""
EXAMPLES = ("penit place 2600 cpip", "penit place 2600 dsp --net")
EXAMPLE = "Exemple : penit place 2600 cpip"


@reading_law
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
    amount, name = _split(mots)
    reponse = call.penit.place(amount, name, net=net, zone=zone)
    call.emit(reponse)
    if reponse.valeur.montant > call.penit.parait_annuel:
        hint(f"{ANNUAL} : donnez-le par mois.")


def _split(words: list[str]) -> tuple[str, str]:
    """The amount and the name, in either order: `2 600 directeur de prison` needs no quotes."""
    starts = [not word[:1].isalpha() for word in words]
    changes = [position for position in range(1, len(words)) if starts[position] != starts[0]]
    if not changes:
        raise UsageProblem(f"place attend un montant et un métier. {EXAMPLE}")
    turn = changes[0]
    first, second = joined(words[:turn]), joined(words[turn:])
    return (first, second) if starts[0] else (second, first)
