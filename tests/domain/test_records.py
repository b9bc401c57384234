"""Our NamedTuple is typing's, cheaper to define."""

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any, Generic, TypeVar, get_args, get_origin

import pytest

from penitcareer.domain import records
from penitcareer.domain.records import NamedTuple

T = TypeVar("T")


class Ours(NamedTuple):
    """A record."""

    a: int
    b: str = "x"
    c: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        """Twice a."""
        return self.a * 2


class Theirs(typing.NamedTuple):
    """The same."""

    a: int
    b: str = "x"
    c: tuple[int, ...] = ()


class Held(NamedTuple, Generic[T]):
    """A generic record."""

    valeur: T


@pytest.mark.parametrize(
    "use",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, "y", (2,)),
        lambda kind: kind(c=(3,), a=1),
        lambda kind: kind(1, c=(4,)),
        lambda kind: kind(1)._replace(b="z"),
        lambda kind: kind(1, "y", (2,))._replace(b=None, a=0),
        lambda kind: kind._make([1, "y", ()]),
        lambda kind: kind(1)._asdict(),
        lambda kind: repr(kind(1)).removeprefix(kind.__name__),
        lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__annotations__),
        lambda kind: [kind(1).a, kind(1).b, kind(1).c],
    ],
)
def test_it_does_what_typing_s_does(use: Callable[[Any], Any]) -> None:
    assert use(Ours) == use(Theirs)


@pytest.mark.parametrize(
    "use",
    [
        lambda kind: kind(),
        lambda kind: kind(1, "y", (), 4),
        lambda kind: kind(1, a=2),
        lambda kind: kind(1, d=2),
        lambda kind: kind(b="y", d=2),
        lambda kind: kind(1)._replace(d=2),
    ],
)
def test_it_refuses_what_typing_s_refuses(use: Callable[[Any], Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError)):
            use(kind)


def test_it_cannot_change_and_keeps_its_type() -> None:
    one = Ours(1)
    for name in ("a", "other"):
        with pytest.raises(AttributeError):
            setattr(one, name, 2)
    for other in (copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert type(other) is Ours
        assert other == one
    assert one.double == 2


def test_a_generic_one_tells_its_argument() -> None:
    assert Held(3).valeur == 3
    assert get_origin(Held[int]) is Held
    assert get_args(Held[int]) == (int,)
    assert records.NamedTuple.__module__ == "penitcareer.domain.records"
