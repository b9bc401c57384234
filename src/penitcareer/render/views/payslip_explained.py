"""`penit paie --explique`: the payslip, then each line's meaning and legal source."""

from penitcareer.domain.pay.payslip import Payslip
from penitcareer.render.document import Bullets, Document, Heading, Table
from penitcareer.render.views import payslip
from penitcareer.render.views.facts import sentences
from penitcareer.render.views.payslip_data import payload, rows

__all__ = ["document", "full", "payload", "rows"]


def document(result: Payslip) -> Document:
    """The payslip, its lines explained, then what it assumes."""
    return _explained(payslip.document(result), result)


def full(result: Payslip) -> Document:
    """The same with every total and every assumption."""
    return _explained(payslip.full(result), result)


def _explained(plain: Document, result: Payslip) -> Document:
    after = 1 + next(rank for rank, block in enumerate(plain.blocks) if isinstance(block, Table))
    texts = tuple((line.libelle, sentences(line.explication, line.source.titre)) for line in result.bulletin.lignes)
    explained = (Heading("Ligne par ligne"), Bullets(texts))
    return plain._replace(blocks=(*plain.blocks[:after], *explained, *plain.blocks[after:]))
