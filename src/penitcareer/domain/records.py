"""NamedTuple, cheap to define: typing's writes and compiles the source of each constructor, and
checks each annotation, which was a twentieth of what `show` executes.

For mypy and for readers it is typing's: same fields, defaults, methods, text and equality.
From Python 3.14 on, where a class body no longer holds its annotations, it is typing's itself.
"""

from typing import TYPE_CHECKING, Any


class _Probe:
    field: int


if TYPE_CHECKING or "__annotations__" not in vars(_Probe):
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 (taken from here)
else:
    from _collections import _tuplegetter  # what namedtuple() itself uses

    class _Record(type):
        """Makes the annotations of a class the fields of a tuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            getters = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return super().__new__(cls, name, bases, body | getters | own)

    class NamedTuple(tuple, metaclass=_Record):
        """A tuple whose places have names."""

        def __new__(cls, *given: Any, **named: Any) -> Any:
            """One value a field, in order or by name."""
            fields = cls._fields
            if len(given) == len(fields) and not named:
                return tuple.__new__(cls, given)
            placed = dict(zip(fields, given, strict=False)) if given else {}
            values = cls._field_defaults | placed | named
            if len(given) > len(fields) or len(values) != len(fields) or not named.keys().isdisjoint(placed):
                raise TypeError(f"{cls.__name__} takes {', '.join(fields)}")
            try:
                return tuple.__new__(cls, map(values.__getitem__, fields))
            except KeyError as missing:
                raise TypeError(f"{cls.__name__} lacks {missing}") from None

        @classmethod
        def _make(cls, values: Any) -> Any:
            return cls(*values)

        def _replace(self, **named: Any) -> Any:
            if not named.keys() <= set(self._fields):
                raise TypeError(f"{type(self).__name__} takes {', '.join(self._fields)}")
            return tuple.__new__(type(self), map(named.get, self._fields, self))

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"
