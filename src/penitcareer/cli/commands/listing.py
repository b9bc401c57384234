"""`penit list`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, choose, reading
from penitcareer.domain.choices import CATEGORIES, SORTS

HELP = "Les métiers du catalogue, un par ligne. Un salaire inconnu se dit, il ne compte pas pour zéro."
EXAMPLES = ("penit list --tri salaire", "penit list --categorie A --min-net 2500")


@reading
def run(
    call: Call,
    tri: Annotated[
        str,
        typer.Option(
            "--tri",
            metavar="CLE",
            help="code (par défaut), titre, ou salaire : milieu de la fourchette affichée, inconnus en dernier",
            autocompletion=lambda: list(SORTS),
        ),
    ] = "code",
    categorie: Annotated[
        str | None,
        typer.Option(
            "--categorie",
            metavar="CAT",
            help="A (avec A+), A+, B ou C",
            autocompletion=lambda: list(CATEGORIES),
        ),
    ] = None,
    min_net: Annotated[
        str | None,
        typer.Option("--min-net", metavar="MONTANT", help="Garder ceux dont le net senior atteint ce montant"),
    ] = None,
) -> None:
    """The catalogue, filtered and sorted."""
    from penitcareer.domain.amounts import parse_amount
    from penitcareer.domain.listing import build_listing
    from penitcareer.render.views import listing

    sort = choose("--tri", tri, SORTS) or "code"
    category = choose("--categorie", categorie, CATEGORIES)
    floor = parse_amount(min_net) if min_net is not None else None
    catalogue = call.catalogue
    call.emit(build_listing(catalogue.entries, catalogue.rule, call.smic, sort, category, floor), listing)
