"""What every answer stands on: the catalogue and the day, the answer's type, and what a caller
gives, read once at the face: euros to cents, lists, bounds."""

from __future__ import annotations

from datetime import date
from functools import cached_property, wraps
from os import fspath
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from penitcareer.domain.amounts import parse_amount, parse_percentage
from penitcareer.domain.errors import InvalidAmount, InvalidChoice, NotAPercentage, OutOfBounds
from penitcareer.domain.parameters import ValueAtDate, value_if_known
from penitcareer.store.opening import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from decimal import Decimal
    from os import PathLike
    from typing import Self

    from penitcareer.domain.checks import IgnoredFile
    from penitcareer.domain.money import Cents, TenThousandths
    from penitcareer.domain.pay.law import Law
    from penitcareer.domain.reforme import Reforme
    from penitcareer.render.view import View
    from penitcareer.store.catalogue import Catalogue
    from penitcareer.store.reform.under import ReformFile

    Chemin = str | PathLike[str]
    Montant = int | str | Decimal

# A frame becomes as high as its page, where a notebook lets it.
AS_HIGH = "this.style.height = `calc(${this.contentDocument.body.offsetHeight}px + 2em)`"
T = TypeVar("T")
M = TypeVar("M", bound="Callable[..., Reponse[Any]]")


class Reponse(Generic[T]):
    """An answer: the frozen value that was computed, and the view that writes it."""

    __slots__ = ("_regle", "_valeur", "_vue")

    def __init__(self, valeur: T, vue: View[T], regle: Regle[T] | None = None) -> None:
        """`regle`: the law it follows, when the law decides it."""
        self._valeur, self._vue, self._regle = valeur, vue, regle

    @property
    def valeur(self) -> T:
        """What was computed, amounts in cents."""
        return self._valeur

    @property
    def vue(self) -> View[T]:
        """How it is written."""
        if self._regle is None or self._regle.reforme is None:
            return self._vue
        from penitcareer.render.views.reforme import Titled

        return Titled(self._vue, self._regle.reforme, self._regle.le)

    @property
    def reforme(self) -> Reforme | None:
        """The reform it is under, None for the law."""
        return self._regle.reforme if self._regle else None

    def contre_droit(self) -> Reponse[Any]:
        """The same under both laws, and the difference line by line. Raises ContradictoryPay
        without a reform, and for what has no such lines."""
        from penitcareer.api.both_laws import both_laws

        rule = needed(self._regle if self.reforme else None)
        return Reponse(*both_laws(self._valeur, self._vue, rule.droit), rule)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the command, as Python values: amounts in euros, unknown None."""
        from penitcareer.render.view import json_values, json_values_by_law

        if self._regle is None:
            return json_values(self._valeur, self._vue)
        return json_values_by_law(self._valeur, self._vue, self.reforme)

    def __getitem__(self, key: str) -> Any:
        """A part of the JSON by its key, amounts as Decimal euros, unknown None."""
        from penitcareer.render.view import exact

        return exact(self.to_dict()[key])

    def __iter__(self) -> Iterator[str]:
        """The keys of the JSON."""
        return iter(self.to_dict())

    def __repr__(self) -> str:
        """What was computed, by its type: the values of a career would fill screens."""
        return f"<Reponse : {type(self._valeur).__name__}>"

    def _repr_html_(self) -> str:
        """The page of the command, for a notebook: in a frame of its own, whose style stays there."""
        from html import escape

        from penitcareer.render.view import html_page

        page = escape(html_page(self._valeur, self.vue, self._regle.le if self._regle else None))
        return f'<iframe srcdoc="{page}" style="width: 100%; height: 32em; border: 0" onload="{AS_HIGH}"></iframe>'


class Regle(Generic[T]):
    """What an answer follows on a day: a reform, or the law alone, under which `droit` computes
    the same."""

    __slots__ = ("droit", "le", "reforme")

    def __init__(self, reforme: Reforme | None, le: date, droit: Callable[[], T]) -> None:
        self.reforme, self.le, self.droit = reforme, le, droit


def by_law(method: M) -> M:
    """Make a method of `Penit` one whose answer the law decides: it says under which, and can
    be asked again under the law alone."""

    @wraps(method)
    def answer(self: Opened, *given: Any, **named: Any) -> Any:
        reponse = method(self, *given, **named)
        rule = Regle(self.reforme, self.le, lambda: method(self.sans_reforme, *given, **named).valeur)
        return Reponse(reponse.valeur, reponse.vue, rule)

    return answer  # type: ignore[return-value]


class Opened:
    """A catalogue, opened when first read, and the day of the answers."""

    def __init__(self, data: Chemin | None = None, le: date | None = None, reforme: Chemin | None = None) -> None:
        """`data`: a YAML file or folder to add; `le`: the day, today by default, or that of
        the reform if it is later; `reforme`: a YAML file that changes the law from a day on."""
        self._le = le
        self._data = None if data is None else fspath(data)
        self._reform = None if reforme is None else fspath(reforme)

    @property
    def le(self) -> date:
        """The day of the answers."""
        if self._le is not None:
            return self._le
        return date.today() if self.reforme is None else max(date.today(), self.reforme.depuis)

    @property
    def reforme(self) -> Reforme | None:
        """The reform that the answers are under, None for the law. Raises InvalidData."""
        return None if self._reform_file is None else self._reform_file.reforme

    @cached_property
    def sans_reforme(self) -> Self:
        """The same under the law alone."""
        return type(self)(self._data, self.le)

    @cached_property
    def _reform_file(self) -> ReformFile | None:
        if self._reform is None:
            return None
        from penitcareer.store.reform.under import ReformFile

        return ReformFile(self._reform)

    @property
    def fichiers_ignores(self) -> tuple[IgnoredFile, ...]:
        """The user's files that were left out, and how many faults each has."""
        return self._catalogue.ignored

    @property
    def parait_annuel(self) -> Cents:
        """Above it, an amount given for a month looks like a year's."""
        return self._catalogue.rule.parait_annuel

    @property
    def lues_le(self) -> date:
        """The most recent day on which a source of the catalogue was read."""
        return self._catalogue.read_on

    @cached_property
    def _catalogue(self) -> Catalogue:
        return open_catalogue(self._data, self._reform_file, self.le)

    @property
    def _smic(self) -> ValueAtDate | None:
        """The SMIC of the day, None before its first known date."""
        return value_if_known(self._catalogue.smic, self.le)

    @property
    def _law(self) -> Law:
        """The law of the day. Raises NoValueAtDate."""
        from penitcareer.domain.pay.law import law_at

        return law_at(self._catalogue.pay_rules, self.le)


def needed(under_reform: T | None) -> T:
    """What there is under a reform only. Raises ContradictoryPay without one."""
    if under_reform is None:
        from penitcareer.domain.pay.errors import ContradictoryPay

        raise ContradictoryPay("sans_reforme")
    return under_reform


def cents(amount: Montant, zero: bool = False, field: str | None = None) -> Cents:
    """Cents of an amount in euros: `3500`, `"3 500,50"`, `Decimal("3500.5")`; `zero`: whether
    0 is one; `field`: what an error says that it is the amount of. Raises InvalidAmount."""
    text = written(amount)
    try:
        return 0 if zero and text.strip() == "0" else parse_amount(text)
    except InvalidAmount as problem:
        problem.field = field
        raise


def ten_thousandths(percentage: Montant) -> TenThousandths:
    """Ten-thousandths of a percentage of at most two decimals: `"4,2"` is 420."""
    text = written(percentage)
    rate = parse_percentage(text)
    if rate is None:
        raise NotAPercentage(text)
    return rate


def written(amount: Montant) -> str:
    """An amount as its text, which is then read in one way whatever its type."""
    if isinstance(amount, str | int):
        return str(amount)
    if not hasattr(amount, "normalize"):
        raise TypeError("no float holds money exactly: give an int, a text or a Decimal")
    return format(amount.normalize(), "f")


def one_of(field: str, value: str, choices: Collection[str]) -> str:
    """A value of a closed list. Raises InvalidChoice with the nearest."""
    if value not in choices:
        from penitcareer.domain.names import nearest

        raise InvalidChoice(field, value, tuple(choices), nearest(value, tuple(choices)))
    return value


def within(field: str, value: int, bounds: tuple[int, int]) -> int:
    """A whole number within bounds, both included. Raises OutOfBounds."""
    lowest, highest = bounds
    if not lowest <= value <= highest:
        raise OutOfBounds(field, value, lowest, highest)
    return value


def within_if_said(field: str, value: int | None, bounds: tuple[int, int]) -> int | None:
    """The same of what may be left out."""
    return None if value is None else within(field, value, bounds)
