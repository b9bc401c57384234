"""How far the reading of many files is: told to who asked to hear it, to nobody by default."""

from collections.abc import Callable, Collection, Iterator

Listener = Callable[[int, int], None]  # files read, of how many
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Tell a listener of each file read from now on."""
    _listeners.append(listener)


def followed(paths: Collection[str]) -> Iterator[str]:
    """The same paths, each told when its turn comes, then the end."""
    for done, path in enumerate(paths):
        _tell(done, len(paths))
        yield path
    _tell(len(paths), len(paths))


def _tell(done: int, total: int) -> None:
    for listener in _listeners:
        listener(done, total)
