"""`penit paie --explique`: the payslip, then each line's meaning and legal source."""

from penitcareer.domain.pay.payslip import Payslip
from penitcareer.render.document import Bullets, Document, Heading
from penitcareer.render.views import payslip
from penitcareer.render.views.facts import sentences
from penitcareer.render.views.payslip import payload, rows

__all__ = ["document", "full", "payload", "rows"]


def document(result: Payslip) -> Document:
    """The payslip and its lines explained."""
    plain = payslip.document(result)
    lines = result.bulletin.lignes
    texts = Bullets(tuple((line.libelle, sentences(line.explication, line.source.titre)) for line in lines))
    return plain._replace(blocks=(*plain.blocks, Heading("Ligne par ligne"), texts))


full = document
