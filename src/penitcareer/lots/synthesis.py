"""A staff added up by corps, grade and zone: by post, and by amount of net so that quartiles are
exact without keeping the rows."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from penitcareer.domain.money import Span
from penitcareer.domain.staff import DIMENSIONS, Dimension, Quartiles, StaffGroup, Synthese
from penitcareer.lots.forms import StaffPost
from penitcareer.lots.run import StaffRun
from penitcareer.lots.staff import PaidTable

MOST_HELD = 200_000  # distinct nets, before those of several blocks are put together
POST = {"corps": pl.Categorical, "grade": pl.Categorical, "zone": pl.Int64}  # what is grouped is numbers
KEYS: dict[Dimension, list[str]] = {"ensemble": [], "corps": ["corps"], "grade": ["corps", "grade"], "zone": ["zone"]}
NET = "net_a_payer_avant_impot"


SUMS = ("effectif", "encadres", "ouverts", "brut_min", "brut_max", "net_min", "net_max")


def synthesis_of(run: StaffRun) -> Synthese:
    """Pay every row of a run and add them up."""
    posts, nets = Counts(POST, *SUMS), Counts({**POST, "net": pl.Int64}, "n")
    for paid in run.paid():
        rows = _rows(paid)
        posts.add(rows.drop("net").group_by(*POST).sum())
        nets.add(rows.filter(pl.col("encadres") == 0).group_by(*POST, "net").agg(pl.len().cast(pl.Int64).alias("n")))
    groups = tuple(group for name in DIMENSIONS for group in _groups(posts.whole(), nets.whole(), name))
    return Synthese(run.jour, run.lignes, run.anomalies, groups)


class Counts:
    """What was counted by some keys, block after block: put together each time that it is twice as
    long as it was when put together before."""

    def __init__(self, keys: dict[str, Any], *counted: str) -> None:
        """`keys`: with their types."""
        self._keys = tuple(keys)
        self._held = [pl.DataFrame(schema={**keys, **dict.fromkeys(counted, pl.Int64)})]
        self._most = MOST_HELD

    def add(self, counts: pl.DataFrame) -> None:
        """Add those of a block."""
        self._held.append(counts)
        if sum(map(len, self._held)) > self._most:
            self._held = [self.whole()]
            self._most = max(MOST_HELD, 2 * len(self._held[0]))

    def whole(self) -> pl.DataFrame:
        """Those of every block."""
        return pl.concat(self._held).group_by(*self._keys).sum()


def _rows(paid: PaidTable) -> pl.DataFrame:
    """The paid rows of a block: what each adds to its post, and its net."""
    exact, capped = paid.exacts[paid.payes], paid.plafonnes[paid.payes]
    low = {name: paid.bas[name][paid.payes] for name in ("brut", NET)}
    high = {name: np.where(capped, paid.haut[name][paid.payes], 0) for name in ("brut", NET)}
    ends = (low["brut"], high["brut"], low[NET], high[NET])
    counted = dict(zip(SUMS, (np.ones(len(exact), np.int64), ~exact, ~capped, *ends), strict=True))
    rows = pl.DataFrame({name: column.astype(np.int64) for name, column in counted.items()} | {"net": low[NET]})
    return pl.concat([posts_of(paid).filter(paid.payes), rows], how="horizontal")


def posts_of(paid: PaidTable) -> pl.DataFrame:
    """The post of each row of a table, by what staffs are grouped by."""
    known = [post if isinstance(post, StaffPost) else None for post in paid.posts]
    posts = {name: [getattr(post, name, None) for post in known] for name in POST}
    return pl.DataFrame(posts, schema=POST)[paid.rangs]


def groups_of(counts: pl.DataFrame, dimension: Dimension) -> Iterator[tuple[dict[str, Any], pl.DataFrame]]:
    """What was counted, by the groups of a dimension in the order of their names; who has no corps
    or grade comes last."""
    keys = KEYS[dimension]
    parts = counts.partition_by(keys, as_dict=True) if keys else {(): counts} if len(counts) else {}
    for key, part in sorted(parts.items(), key=lambda item: tuple((one is None, one) for one in item[0])):
        yield dict.fromkeys(POST) | dict(zip(keys, key, strict=True)), part


def _groups(posts: pl.DataFrame, nets: pl.DataFrame, dimension: Dimension) -> Iterator[StaffGroup]:
    counted = {tuple(named.values()): part for named, part in groups_of(nets, dimension)}
    for named, part in groups_of(posts, dimension):
        total = {name: int(part[name].sum()) for name in SUMS}
        open_ended = total["ouverts"] > 0
        exact = counted.get(tuple(named.values()))
        yield StaffGroup(
            dimension,
            named["corps"],
            named["grade"],
            named["zone"],
            total["effectif"],
            total["encadres"],
            Span(total["brut_min"], None if open_ended else total["brut_max"]),
            Span(total["net_min"], None if open_ended else total["net_max"]),
            None if exact is None else _quartiles(exact),
        )


def _quartiles(nets: pl.DataFrame) -> Quartiles:
    """The quartiles of some nets."""
    ordered = nets.group_by("net").agg(pl.col("n").sum()).sort("net")
    reached = ordered["n"].cum_sum().to_numpy()
    found = [int(ordered["net"][int(np.searchsorted(reached * 4, rank * reached[-1]))]) for rank in (1, 2, 3)]
    return Quartiles(*found)
