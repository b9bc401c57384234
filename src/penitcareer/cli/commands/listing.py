"""`penit list`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, choose, reading
from penitcareer.cli.completion import filieres
from penitcareer.domain.choices import CATEGORIES, DIPLOMES, SORTS, STATUTS

HELP = "Les métiers du catalogue, un par ligne. Un salaire inconnu se dit, il ne compte pas pour zéro."
EXAMPLES = ("penit list --tri salaire", "penit list --diplome bac --statut titulaire")


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
    filiere: Annotated[
        str | None,
        typer.Option(
            "--filiere",
            metavar="FILIERE",
            help="surveillance, technique, administrative… ; le début du nom suffit",
            autocompletion=filieres,
        ),
    ] = None,
    diplome: Annotated[
        str | None,
        typer.Option(
            "--diplome",
            metavar="DIPLOME",
            help="Garder ceux où l’on entre avec ce diplôme : aucun, brevet, cap, bac, bac+3, master…",
            autocompletion=lambda: list(DIPLOMES),
        ),
    ] = None,
    statut: Annotated[
        str | None,
        typer.Option(
            "--statut",
            metavar="STATUT",
            help="titulaire ou contractuel",
            autocompletion=lambda: list(STATUTS),
        ),
    ] = None,
    min_net: Annotated[
        str | None,
        typer.Option("--min-net", metavar="MONTANT", help="Garder ceux dont le net senior atteint ce montant"),
    ] = None,
) -> None:
    """The catalogue, filtered and sorted."""
    from penitcareer.domain.amounts import parse_amount
    from penitcareer.domain.listing import Filters, build_listing, filiere_named
    from penitcareer.render.views import listing

    sort = choose("--tri", tri, SORTS) or "code"
    category = choose("--categorie", categorie, CATEGORIES)
    diploma = choose("--diplome", diplome and diplome.replace(" ", ""), tuple(DIPLOMES))
    status = choose("--statut", statut, STATUTS)
    floor = parse_amount(min_net) if min_net is not None else None
    catalogue = call.catalogue
    entries = catalogue.entries
    branch = filiere_named(filiere, entries) if filiere is not None else None
    filters = Filters(category, branch, status, floor, DIPLOMES[diploma] if diploma else None)
    call.emit(build_listing(entries, catalogue.rule, call.smic, sort, filters), listing)
