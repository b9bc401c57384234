"""`penit page`."""

import sys

from penitcareer.cli.call import Call, reading
from penitcareer.domain.errors import UsageProblem

HELP = """Tout le catalogue en un fichier HTML : la liste à trier et à filtrer, chaque fiche, la comparaison des
métiers cochés, les carrières, les sigles. Il s’ouvre et se lit sans réseau, et sans script aussi."""
EXAMPLES = ("penit page --sortie metiers.html", "penit page --date 2026-01 --sortie metiers.html")
FORMAT, WHERE = "html", "Choisissez un fichier : --sortie metiers.html"


@reading
def run(call: Call) -> None:
    """The catalogue as one page."""
    if call.format not in (None, FORMAT):
        raise UsageProblem(f"penit page n’écrit que du HTML, pas du {call.format}. {WHERE}")
    if call.sortie is None and sys.stdout.isatty():
        raise UsageProblem(f"penit page écrit une page trop longue pour un terminal. {WHERE}")
    from penitcareer.api.recueil import gather
    from penitcareer.cli.output import write_text
    from penitcareer.render.formats.catalogue_page import to_page
    from penitcareer.render.formats.html import in_ascii

    write_text(to_page(gather(call.penit)), call.sortie, in_ascii)
