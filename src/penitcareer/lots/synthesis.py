"""A staff added up by corps, grade and zone, in bounded memory."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from penitcareer.domain.money import Span
from penitcareer.domain.staff import Dimension, Quartiles, StaffGroup, Synthese
from penitcareer.lots.forms import StaffPost
from penitcareer.lots.nets import Nets
from penitcareer.lots.run import StaffRun
from penitcareer.lots.staff import PaidTable

POST = {"corps": pl.Categorical, "grade": pl.Categorical, "zone": pl.Int64}  # what is grouped is numbers
KEYS: dict[Dimension, list[str]] = {"ensemble": [], "corps": ["corps"], "grade": ["corps", "grade"], "zone": ["zone"]}
NET = "net_a_payer_avant_impot"
SUMS = ("effectif", "encadres", "ouverts", "brut_min", "brut_max", "net_min", "net_max")


def synthesis_of(run: StaffRun) -> Synthese:
    """Pay every row of a run and add them up."""
    posts = pl.DataFrame(schema={**POST, **dict.fromkeys(SUMS, pl.Int64)})
    grades, zones = Nets("corps", "grade"), Nets("zone")
    for paid in run.paid():
        posts = pl.concat([posts, _rows(paid)]).group_by(*POST).sum()
        grades.add(paid, paid.bas[NET])
        zones.add(paid, paid.bas[NET])
    return Synthese(run.jour, run.lignes, run.anomalies, tuple(_groups(posts, grades, zones)))


def _rows(paid: PaidTable) -> pl.DataFrame:
    """The paid rows of a block: what each adds to its post."""
    exact, capped = paid.exacts[paid.payes], paid.plafonnes[paid.payes]
    low = {name: paid.bas[name][paid.payes] for name in ("brut", NET)}
    high = {name: np.where(capped, paid.haut[name][paid.payes], 0) for name in ("brut", NET)}
    ends = (low["brut"], high["brut"], low[NET], high[NET])
    counted = dict(zip(SUMS, (np.ones(len(exact), np.int64), ~exact, ~capped, *ends), strict=True))
    rows = pl.DataFrame({name: column.astype(np.int64) for name, column in counted.items()})
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


def _groups(posts: pl.DataFrame, grades: Nets, zones: Nets) -> Iterator[StaffGroup]:
    for name, keys in KEYS.items():
        nets = zones if name == "zone" else grades
        for named, part in groups_of(posts, name):
            total = {one: int(part[one].sum()) for one in SUMS}
            yield _group(name, named, total, nets.quartiles(tuple(named[key] for key in keys)))


def _group(by: Dimension, named: dict[str, Any], total: dict[str, int], quartiles: Quartiles | None) -> StaffGroup:
    gross, net = (
        Span(total[f"{short}_min"], None if total["ouverts"] else total[f"{short}_max"]) for short in ("brut", "net")
    )
    who = (named["corps"], named["grade"], named["zone"])
    return StaffGroup(by, *who, total["effectif"], total["encadres"], gross, net, quartiles)
