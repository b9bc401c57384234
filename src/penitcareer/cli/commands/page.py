"""`penit page`."""

import sys

from penitcareer.cli.call import Call, filling
from penitcareer.domain.errors import UsageProblem

HELP = """Tout le catalogue en une page : la liste à trier et à filtrer, chaque fiche, la comparaison des
métiers cochés, les carrières, les sigles. Un seul fichier, à ouvrir d’un double clic, sans réseau."""
EXAMPLES = ("penit page --sortie metiers.html", "penit page --date 2026-01 --sortie metiers.html")


@filling
def run(call: Call) -> None:
    """The catalogue as one page."""
    if call.sortie is not None:
        from penitcareer.cli.files import check_page

        check_page(call.sortie)
    elif sys.stdout.isatty():
        raise UsageProblem("Une page ne se lit pas dans un terminal. Choisissez un fichier : --sortie metiers.html")
    from penitcareer.api.recueil import gather
    from penitcareer.cli.output import write_text
    from penitcareer.render.catalogue_page import to_page
    from penitcareer.render.formats.html import in_ascii

    write_text(to_page(gather(call.penit)), call.sortie, in_ascii)
