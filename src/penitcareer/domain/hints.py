"""The annotations of a record as typing's own, for who reads them: those of `kinds` are cheaper
to define."""

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from penitcareer.domain.kinds import Either, Kind


def hints_of(declared: type) -> dict[str, Any]:
    """The annotations of a class as typing's."""
    return {name: _typed(hint) for name, hint in get_type_hints(declared, include_extras=True).items()}


def _typed(hint: Any) -> Any:
    if isinstance(hint, Either):
        return Union[tuple(map(_typed, hint.parts))]  # noqa: UP007 (computed)
    if isinstance(hint, Kind):
        return Annotated[(_typed(hint.kind), *hint.marks)]
    origin, args = get_origin(hint), get_args(hint)
    if not args or origin is Literal:
        return hint
    if origin is Annotated:
        return Annotated[(_typed(args[0]), *args[1:])]
    inner = tuple(map(_typed, args))
    return Union[inner] if origin in (Union, UnionType) else origin[inner]  # noqa: UP007
