"""A result under a reform, in the view of its own: titled, and named in every line of a CSV."""

import re
from datetime import date
from typing import Any, Generic, TypeVar

from penitcareer.domain.reforme import Reforme
from penitcareer.render.document import Document, Next, Note
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.view import View
from penitcareer.render.words import french
from penitcareer.render.words.quoting import quoted_path

T = TypeVar("T")
# A call worth typing next, up to what is said of it or to the next one: those that take a reform.
CALL = re.compile(r"penit (?:paie|grille|carriere|place|compare|lot)\b(?:(?! ·| \().)*")


class Titled(Generic[T]):
    """A view whose documents say the reform in their first line."""

    def __init__(self, view: View[T], reform: Reforme, day: date) -> None:
        """`day`: that of the result, perhaps before the reform, which then changes nothing."""
        self._view, self._reform = view, reform
        self._early = day < reform.depuis

    def document(self, result: T) -> Document:
        """The same, titled."""
        return self._titled(self._view.document(result))

    def full(self, result: T) -> Document:
        """The same with everything known, titled."""
        return self._titled(self._view.full(result))

    def printed(self, result: T) -> Document:
        """The same as a page shows it, titled."""
        return self._titled(getattr(self._view, "printed", self._view.document)(result))

    def payload(self, result: T) -> dict[str, Any]:
        """The same in JSON, which names the reform beside."""
        return self._view.payload(result)

    def rows(self, result: T) -> Rows:
        """The same lines, and a last column."""
        header, lines = self._view.rows(result)
        return ((*header, "reforme"), [(*line, self._reform.nom) for line in lines])

    def _titled(self, page: Document) -> Document:
        since = self._reform.depuis
        named = f"{french.in_quotes(self._reform.nom)}, depuis le {french.day(since.isoformat())}"
        early = f"Ce jour-là, la réforme n’a pas commencé et ne change rien. Essayez --date {since:%Y-%m}"
        asked = f" --reforme {quoted_path(self._reform.fichier)}"
        blocks = _repeated((Note(early), *page.blocks) if self._early else page.blocks, asked)
        return page._replace(titre=f"{page.titre} · sous réforme {named}", blocks=blocks)


def _repeated(value: Any, asked: str) -> Any:
    """The same blocks, and each call worth typing next under the same reform."""
    if isinstance(value, Next):
        return Next(CALL.sub(lambda call: call[0] + asked, value))
    if isinstance(value, tuple):
        items = [_repeated(item, asked) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    return value
