"""`penit acces`."""

from typing import TYPE_CHECKING

from penitcareer.cli.call import Call, reading
from penitcareer.cli.words import OneMetier, one_metier

if TYPE_CHECKING:
    from penitcareer.domain.metiers.metier import Metier
    from penitcareer.domain.pay.grid import Grid

HELP = """Comment on entre dans un métier : diplôme, âge, voies d’accès et ce que chacune demande, école et
paie pendant l’école, engagement, postes ouverts, suites."""
EXAMPLES = ("penit acces cpip", "penit acces dsp --format md")


@reading
def run(
    call: Call,
    metier: OneMetier,
) -> None:
    """The way into a métier."""
    from penitcareer.domain.entry.access import build_access
    from penitcareer.render.views import access

    found = call.catalogue.metier(one_metier(call.catalogue, metier))
    call.emit(build_access(found, dict(call.catalogue.titles), _grids(call, found), call.day), access)


def _grids(call: Call, metier: "Metier") -> "tuple[Grid, ...] | None":
    """The grids of training of the corps of a métier; None for a day before them all."""
    from penitcareer.domain.entry.access import training_grids
    from penitcareer.domain.pay.law import law_at

    if call.day < call.catalogue.pay_rules.premier_jour:
        return None
    if not metier.corps:
        return ()
    catalogue = call.catalogue
    corps = [item for item in catalogue.corps if item.sigle in metier.corps]
    return training_grids(law_at(catalogue.pay_rules, call.day), catalogue.pay_books, corps)
