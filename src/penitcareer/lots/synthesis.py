"""A staff added up by corps, grade and zone, in bounded memory: gross and net are counted by
amount, so that quartiles are exact without keeping the rows."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from penitcareer.domain.money import Span
from penitcareer.domain.staff import DIMENSIONS, Dimension, Quartiles, StaffGroup, Synthese
from penitcareer.lots.forms import StaffPost
from penitcareer.lots.run import StaffRun
from penitcareer.lots.staff import PaidTable

MOST_HELD = 200_000  # distinct amounts, before those of several blocks are put together
POST = {"corps": pl.Categorical, "grade": pl.Categorical, "zone": pl.Int64}  # what is grouped is numbers
KEYS: dict[Dimension, list[str]] = {"ensemble": [], "corps": ["corps"], "grade": ["corps", "grade"], "zone": ["zone"]}
NET = "net_a_payer_avant_impot"


def synthesis_of(run: StaffRun) -> Synthese:
    """Pay every row of a run and add them up."""
    held: list[pl.DataFrame] = []
    for paid in run.paid():
        held.append(_counted(paid))
        if sum(map(len, held)) > MOST_HELD:
            held = [_together(held)]
    counts = _together(held) if held else pl.DataFrame(schema=_SCHEMA)
    groups = tuple(group for name in DIMENSIONS for group in _groups(counts, name))
    return Synthese(run.jour, run.lignes, run.anomalies, groups)


_SUMS = ("n", "encadres", "ouverts", "brut_min", "brut_max", "net_min", "net_max")
_SCHEMA = {**POST, "net": pl.Int64, **dict.fromkeys(_SUMS, pl.Int64)}


def _counted(paid: PaidTable) -> pl.DataFrame:
    """The paid rows of a block by post and net; `net` null where the index is bounded."""
    exact, capped = paid.exacts[paid.payes], paid.plafonnes[paid.payes]
    low = {name: paid.bas[name][paid.payes] for name in ("brut", NET)}
    high = {name: np.where(capped, paid.haut[name][paid.payes], 0) for name in ("brut", NET)}
    rows = (
        posts_of(paid)
        .filter(paid.payes)
        .with_columns(
            pl.Series("net", low[NET]).set(pl.Series(~exact), None),
            pl.lit(1, pl.Int64).alias("n"),
            pl.Series("encadres", ~exact).cast(pl.Int64),
            pl.Series("ouverts", ~capped).cast(pl.Int64),
            *(pl.Series(f"{short}_min", low[name]) for short, name in (("brut", "brut"), ("net", NET))),
            *(pl.Series(f"{short}_max", high[name]) for short, name in (("brut", "brut"), ("net", NET))),
        )
    )
    return _together([rows.select(list(_SCHEMA))])


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


def _together(tables: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(tables).group_by(*POST, "net").agg(pl.col(_SUMS).sum())


def _groups(counts: pl.DataFrame, dimension: Dimension) -> Iterator[StaffGroup]:
    for named, part in groups_of(counts, dimension):
        total = {name: int(part[name].sum()) for name in _SUMS}
        open_ended = total["ouverts"] > 0
        yield StaffGroup(
            dimension,
            named["corps"],
            named["grade"],
            named["zone"],
            total["n"],
            total["encadres"],
            Span(total["brut_min"], None if open_ended else total["brut_max"]),
            Span(total["net_min"], None if open_ended else total["net_max"]),
            _quartiles(part),
        )


def _quartiles(part: pl.DataFrame) -> Quartiles | None:
    """The quartiles of the nets of exact indices, None without any."""
    nets = part.filter(pl.col("net").is_not_null()).group_by("net").agg(pl.col("n").sum()).sort("net")
    if not len(nets):
        return None
    reached = nets["n"].cum_sum().to_numpy()
    found = [int(nets["net"][int(np.searchsorted(reached * 4, rank * reached[-1]))]) for rank in (1, 2, 3)]
    return Quartiles(*found)
