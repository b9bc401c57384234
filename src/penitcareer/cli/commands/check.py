"""`penit check`."""

from typing import Annotated

import typer

from penitcareer.api import Penit
from penitcareer.cli.call import Call, reading

HELP = "Vérifier des fichiers de métiers et dire toutes leurs erreurs ; sans chemin, les vôtres."
MOST_WORDS = 100_000  # files, which a shell lists
EXAMPLES = ("penit check", "penit check --schema")


@reading
def run(
    call: Call,
    chemin: Annotated[list[str] | None, typer.Argument(metavar="[CHEMIN…]", help="Fichiers ou dossiers YAML")] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Écrire le schéma JSON d’un fichier, pour un éditeur")
    ] = False,
) -> None:
    """Every fault of data files."""
    if schema:
        from penitcareer.cli.output import write_text
        from penitcareer.render.formats.json_text import in_ascii
        from penitcareer.store.checking import json_schema

        write_text(json_schema(), call.sortie, in_ascii)
        return
    call.protect(*(chemin or ()))
    reponse = Penit.verifier(*(chemin or ()))
    call.emit(reponse)
    if reponse.valeur.fautes:
        raise typer.Exit(1)
