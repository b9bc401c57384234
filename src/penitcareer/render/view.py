"""What a view is: a module of `render/views` that turns one type of result into every format."""

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from penitcareer.domain.reforme import Reforme
    from penitcareer.render.document import Document
    from penitcareer.render.formats.csv_rows import Rows

SCHEMA = 1  # of the JSON: keys are added, never changed
T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


class View(Protocol[T_contra]):
    """The functions of a view. A module is one: mypy refuses a result to another's view."""

    def document(self, result: T_contra) -> "Document":
        """A title and blocks, the answer first, in one screen: terminal, plain text, Markdown."""

    def full(self, result: T_contra) -> "Document":
        """The same with everything known (`--tout`); `document` itself where it leaves nothing out."""

    def payload(self, result: T_contra) -> dict[str, Any]:
        """JSON values by stable keys."""

    def rows(self, result: T_contra) -> "Rows":
        """A header and lines of cells: CSV."""


def json_values(result: T, view: View[T]) -> dict[str, Any]:
    """The whole JSON of a result, its schema first."""
    return {"schema": SCHEMA, **view.payload(result)}


def json_values_by_law(result: T, view: View[T], reform: "Reforme | None") -> dict[str, Any]:
    """The same of a result that the law decides, or a reform."""
    under = reform and {"nom": reform.nom, "depuis": reform.depuis.isoformat()}
    return {"schema": SCHEMA, "reforme": under, **view.payload(result)}


def exact(values: Any) -> Any:
    """JSON values with decimals for numbers."""
    from penitcareer.render.formats.decimals import in_decimals

    return in_decimals(values)


def html_page(result: T, view: View[T], day: "date | None" = None, tout: bool = False) -> str:
    """The page of a result; `day`: that of its figures; `tout`: with all that is known."""
    from penitcareer.render.formats.html import to_html

    shown = view.full if tout else getattr(view, "printed", view.document)
    return to_html(shown(result), day, brief=not tout)
