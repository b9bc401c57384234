"""`penit carriere`: one career, or several side by side, in one screen; year by year with `--tout`."""

from penitcareer.domain.career.careers import Careers
from penitcareer.render.document import Document
from penitcareer.render.views import careers_full, careers_one, careers_several
from penitcareer.render.views.careers_data import payload, rows

__all__ = ["document", "full", "payload", "rows", "svg"]


def document(result: Careers) -> Document:
    """Totals and changes of one career, or several at a few milestones."""
    return careers_one.document(result) if len(result.carrieres) == 1 else careers_several.document(result)


def full(result: Careers) -> Document:
    """The same year by year, with every assumption."""
    blocks = careers_full.single(result) if len(result.carrieres) == 1 else careers_full.several(result)
    return Document(*careers_full.titles(result), tuple(blocks))


def svg(result: Careers) -> str:
    """The chart alone, as an image that needs nothing else."""
    from penitcareer.render.charts.svg import to_svg
    from penitcareer.render.words.french import THIN
    from penitcareer.render.words.hypotheses import said

    notes = [f"{who}{THIN}: {said(item)}" for item, who in careers_full.shared(result)]
    return to_svg(careers_full.chart(result, eye=False), *careers_full.titles(result), notes)
