"""Blocks paid on several threads: NumPy and Polars let go of the interpreter's lock in their loops."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
THREADS = 2
AHEAD = 2  # blocks paid before they are asked for


def in_order(work: Callable[[U], T], items: Iterable[U]) -> Iterator[T]:
    """The results of a work on each item, in their order, some of them done ahead."""
    waiting: deque[Future[T]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
