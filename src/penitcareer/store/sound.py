"""Read a snapshot that may be damaged: the next one then takes its place, unseen."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from penitcareer.store.snapshot import ODD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, Concatenate, ParamSpec, TypeVar

    from penitcareer.store.reform.under import Reformed
    from penitcareer.store.snapshot import Snapshot

    Source = Snapshot | Reformed

    P = ParamSpec("P")
    R = TypeVar("R")


class Reader:
    """Reads the first of several snapshots for as long as it is sound, then the next. Methods
    that read `_source` are marked `sound`."""

    def __init__(self, snapshots: Iterator[Source]) -> None:
        self._snapshots = snapshots
        self._source = next(snapshots)

    def read_the_next(self) -> bool:
        """Turn to the next snapshot and forget all that was read; False when there is none."""
        snapshots = self._snapshots
        self._source.close()
        following = next(snapshots, None)
        if following is None:
            return False
        vars(self).clear()
        self._snapshots, self._source = snapshots, following
        return True


def sound(method: Callable[Concatenate[Any, P], R]) -> Callable[Concatenate[Any, P], R]:
    """What a method of a Reader gives from the first snapshot that it can read."""

    @wraps(method)
    def from_a_sound_snapshot(self: Reader, /, *args: P.args, **kwargs: P.kwargs) -> R:
        while True:
            try:
                return method(self, *args, **kwargs)
            except ODD:
                if not self.read_the_next():
                    raise

    return from_a_sound_snapshot
