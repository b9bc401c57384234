"""`penit acces`."""

from penitcareer.cli.call import Call, reading
from penitcareer.cli.words import OneMetier, one_metier

HELP = """Comment on entre dans un métier : diplôme, âge, voies d’accès et ce que chacune demande, école et
paie pendant l’école, engagement, postes ouverts, suites."""
EXAMPLES = ("penit acces cpip", "penit acces dsp --format md")


@reading
def run(
    call: Call,
    metier: OneMetier,
) -> None:
    """The way into a métier."""
    call.emit(call.penit.acces(one_metier(call.penit, metier)))
