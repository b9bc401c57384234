"""How many agents of each group have each net, to the cent: quartiles are exact, and no row is kept."""

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from penitcareer.domain.staff import Quartiles
from penitcareer.lots.codes import Numbers
from penitcareer.lots.staff import PaidTable

PAGE = 4096  # nets that are counted in one table, from the first agent who has one of them
PAGES = 1 << 20  # of a group: past any net

Counts = NDArray[np.uint32]


class Nets:
    """The nets of exact indices by group. What it weighs follows from their range, not from the rows."""

    def __init__(self, *traits: str) -> None:
        """`traits`: the fields of a post that make its group."""
        self._traits = traits
        self._ranks: dict[tuple[Any, ...], int] = {}
        self._pages: dict[int, Counts] = {}  # by rank of a group, then by net

    def add(self, paid: PaidTable, nets: Numbers) -> None:
        """Count the nets of some paid rows."""
        ranks = np.array([self._rank(post) for post in paid.posts], np.int64)[paid.rangs]
        cells = np.sort((ranks * (PAGES * PAGE) + nets)[paid.exacts])
        pages, starts = np.unique(cells // PAGE, return_index=True)
        for page, (start, end) in zip(pages.tolist(), pairwise([*starts.tolist(), len(cells)]), strict=True):
            counts = self._pages.setdefault(page, np.zeros(PAGE, np.uint32))
            counts += np.bincount(cells[start:end] % PAGE, minlength=PAGE).astype(np.uint32)

    def _rank(self, post: object) -> int:
        """That of the group of a post, or of what is no post."""
        group = tuple(getattr(post, trait, None) for trait in self._traits)
        return self._ranks.setdefault(group, len(self._ranks))

    def quartiles(self, begun: tuple[Any, ...]) -> Quartiles | None:
        """Those of the groups that begin with these traits, together; None without any net."""
        ranks = {rank for group, rank in self._ranks.items() if group[: len(begun)] == begun}
        found: dict[int, Counts] = {}
        for place, counts in self._pages.items():
            rank, page = divmod(place, PAGES)
            if rank in ranks:
                found[page] = found[page] + counts if page in found else counts
        return Quartiles(*(_reached(found, quarter) for quarter in (1, 2, 3))) if found else None


def _reached(found: dict[int, Counts], quarter: int) -> int:
    """The least net that so many quarters of the agents do not pass."""
    pages = sorted(found)
    so_far = np.cumsum([int(found[page].sum()) for page in pages])
    least = quarter * so_far[-1]
    at = int(np.searchsorted(so_far * 4, least))
    within = np.cumsum(found[pages[at]], dtype=np.int64) + (so_far[at - 1] if at else 0)
    return pages[at] * PAGE + int(np.searchsorted(within * 4, least))
