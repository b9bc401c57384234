"""`penit list`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import filieres
from penitcareer.domain.choices import CATEGORIES, DIPLOMES, SORTS, STATUTS

HELP = "Les métiers du catalogue, un par ligne, et leur net. Un salaire inconnu est affiché « — », jamais 0 €."
EXAMPLES = ("penit list --tri salaire", "penit list --diplome bac --statut titulaire")


@reading
def run(
    call: Call,
    tri: Annotated[
        str,
        types.choice(
            "--tri",
            "CLE",
            SORTS,
            "filiere (par défaut), code, titre, ou salaire : net au début, inconnus en dernier",
        ),
    ] = "filiere",
    categorie: Annotated[str | None, types.choice("--categorie", "CAT", CATEGORIES, "A (avec A+), A+, B ou C")] = None,
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
        types.choice(
            "--diplome",
            "DIPLOME",
            tuple(DIPLOMES),
            "Garder ceux où l’on entre avec ce diplôme : aucun, brevet, cap, bac, bac+3, master…",
        ),
    ] = None,
    statut: Annotated[str | None, types.choice("--statut", "STATUT", STATUTS, "titulaire ou contractuel")] = None,
    min_net: Annotated[
        str | None, types.amount("--min-net", "Garder ceux dont le net connu atteint ce montant", zero=False)
    ] = None,
) -> None:
    """The catalogue, filtered and sorted."""
    call.emit(
        call.penit.metiers(
            tri=tri, categorie=categorie, filiere=filiere, diplome=diplome, statut=statut, min_net=min_net
        )
    )
