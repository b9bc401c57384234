"""`penit check`."""

from typing import Annotated

import typer

from penitcareer.cli.call import Call, reading

HELP = "Vérifier des fichiers de métiers et dire toutes leurs fautes ; sans chemin, les vôtres."
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
    from penitcareer.cli.output import write_text
    from penitcareer.render.formats.json_text import in_ascii
    from penitcareer.render.views import checks
    from penitcareer.store.checking import check_files, json_schema
    from penitcareer.store.folders import user_folder
    from penitcareer.store.opening import given_files, user_files

    if schema:
        write_text(json_schema(), call.sortie, in_ascii)
        return
    if chemin:
        files = dict.fromkeys(file for path in chemin for file in given_files(path))
        call.protect(*files)
        report = check_files(files)
    else:
        closed: list[str] = []
        report = check_files(user_files(closed), user_folder(), closed)
    call.emit(report, checks)
    if report.fautes:
        raise typer.Exit(1)
