"""What every answer stands on: the catalogue and the day, the answer's type, and what a caller
gives, read once at the face: euros to cents, lists, bounds."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from penitcareer.domain.amounts import parse_amount, parse_percentage
from penitcareer.domain.errors import InvalidChoice, NotAPercentage, OutOfBounds
from penitcareer.domain.parameters import ValueAtDate, value_if_known
from penitcareer.store.opening import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

    from penitcareer.domain.checks import IgnoredFile
    from penitcareer.domain.money import Cents, TenThousandths
    from penitcareer.domain.pay.law import Law
    from penitcareer.render.view import View
    from penitcareer.store.catalogue import Catalogue

    Montant = int | str | Decimal

T = TypeVar("T")


class Reponse(Generic[T]):
    """An answer: the frozen value that was computed, and the view that writes it."""

    __slots__ = ("_valeur", "_vue")

    def __init__(self, valeur: T, vue: View[T]) -> None:
        self._valeur, self._vue = valeur, vue

    @property
    def valeur(self) -> T:
        """What was computed, amounts in cents."""
        return self._valeur

    @property
    def vue(self) -> View[T]:
        """How it is written."""
        return self._vue

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the command, as Python values: amounts in euros, unknown None."""
        from penitcareer.render.view import json_values

        return json_values(self._valeur, self._vue)

    def _repr_html_(self) -> str:
        """The page of the command, for a notebook: in a frame of its own, whose style stays there."""
        from html import escape

        from penitcareer.render.view import html_page

        page = escape(html_page(self._valeur, self._vue))
        return f'<iframe srcdoc="{page}" style="width: 100%; height: 32em; border: 0"></iframe>'


class Opened:
    """A catalogue, opened when first read, and the day of the answers."""

    def __init__(self, data: str | None = None, le: date | None = None) -> None:
        """`data`: a YAML file or folder to add; `le`: the day, today by default."""
        self._data = data
        self._le = le

    @property
    def le(self) -> date:
        """The day of the answers."""
        return self._le or date.today()

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
        return open_catalogue(self._data)

    @property
    def _smic(self) -> ValueAtDate | None:
        """The SMIC of the day, None before its first known date."""
        return value_if_known(self._catalogue.smic, self.le)

    @property
    def _law(self) -> Law:
        """The law of the day. Raises NoValueAtDate."""
        from penitcareer.domain.pay.law import law_at

        return law_at(self._catalogue.pay_rules, self.le)


def cents(amount: Montant, zero: bool = False) -> Cents:
    """Cents of an amount in euros: `3500`, `"3 500,50"`, `Decimal("3500.5")`; `zero`: whether
    0 is one. Raises InvalidAmount."""
    text = written(amount)
    return 0 if zero and text.strip() == "0" else parse_amount(text)


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
