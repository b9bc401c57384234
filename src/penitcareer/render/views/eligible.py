"""`penit eligible`: what is open, what one fact would open, what is closed, in one screen."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from penitcareer.domain.entry.eligibility import INCONNU, NON, OUI, Answer, Eligibility
from penitcareer.domain.entry.reason import Reason
from penitcareer.render.document import Block, Bullets, Document, Facts, Heading, Note
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.demands import NATURES, either
from penitcareer.render.views.eligible_table import NOT_COUNTED, full
from penitcareer.render.views.profiles import said, typed
from penitcareer.render.views.reasons import OPTIONS, closed, condition, sentence, to_type
from penitcareer.render.words import french
from penitcareer.render.words.metiers import inside, short_name

__all__ = ["document", "full", "payload", "rows"]
MOST_CONDITIONS = 6  # of one group; the others are counted
ALL_ROUTES = "Toutes voies"


def document(result: Eligibility) -> Document:
    """How many métiers are open, then the groups, the surest first."""
    opened, french_only, one_fact, waivable, unknown = _parted(result)
    later = [answer for answer in result.reponses if answer.dans_ans]
    shut = [answer for answer in result.reponses if answer.reponse == NON and not answer.dans_ans]
    blocks: list[Block] = [
        *_by_route("Ouvert", opened),
        *_by_route("Ouvert si vous êtes français (--nationalite francaise)", french_only),
        *_by_key("Ouvert si", one_fact, lambda answer: _missing(answer), lambda answer: _needs(answer)),
        *_by_key("Bientôt", later, lambda answer: str(answer.dans_ans), lambda answer: _delay(answer)),
        *_by_key("Fermé, sauf dispense", waivable, lambda answer: _missing(answer), lambda answer: _needs(answer)),
        *_by_key("Fermé", shut, lambda answer: _why(answer), lambda answer: _why(answer)),
        *_unknown(unknown),
    ]
    return Document(_title(result, opened, french_only), said(result.profil), (*blocks, *_notes(result)), framed=False)
