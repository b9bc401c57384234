"""What a reform does to a staff, added up in bounded memory: by post, and by the net under the law
alone, counted by euro so that deciles need no row to be kept."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import add
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from penitcareer.domain.money import Span
from penitcareer.domain.pay.law import LineText
from penitcareer.domain.staff import DIMENSIONS
from penitcareer.domain.staff_effects import DECILES, EffectDimension, LineTotal, StaffEffect, StaffEffects
from penitcareer.lots.both_laws import SUMS, PaidRows, RowGaps, gaps_of
from penitcareer.lots.codes import Mask
from penitcareer.lots.staff import PaidTable
from penitcareer.lots.synthesis import POST, groups_of, posts_of

COUNTS = ("effectif", "gagnants", "perdants", "inchanges", "incertains")
ADDED = (*COUNTS, "ouverts", *(f"{short}_{end}" for short in SUMS for end in ("min", "max")))
EURO = 100  # cents

LineSums = dict[str, int]  # by code of line, in cents


class RowNumbers(NamedTuple):
    """How many rows there are, and of each sort. The fields of StaffEffects."""

    lignes: int
    anomalies: int
    une_loi: int
    incomparables: int
    exacts: int


class Counted(NamedTuple):
    """The effects on some rows: by post, by euro of net, by line of the payslips whose index both
    laws give, and how many rows are in none."""

    postes: pl.DataFrame
    nets: pl.DataFrame
    droit: LineSums
    reforme: LineSums
    nombres: RowNumbers


def counted(paid: PaidRows) -> Counted:
    """The effects on the rows of a table."""
    reform, law = paid.paies, paid.droit or paid.paies
    gaps = gaps_of(paid, law)
    rows = pl.DataFrame({name: column[gaps.connus] for name, column in _effects(gaps).items()})
    known = pl.Series(gaps.connus)
    posts = pl.concat([posts_of(reform).filter(known), rows], how="horizontal")
    exact = gaps.connus & law.exacts
    euros = -(-law.totaux[SUMS["net"]] // EURO)
    nets = rows.with_columns(pl.Series("euros", euros[gaps.connus])).filter(pl.Series(law.exacts[gaps.connus]))
    exact &= reform.exacts
    return Counted(
        _added(posts, *POST),
        _added(nets, "euros"),
        _lines(law, exact),
        _lines(reform, exact),
        RowNumbers(
            len(paid.table),
            len(paid.refus),
            int((law.payes ^ reform.payes).sum()),
            int((law.payes & reform.payes & ~gaps.connus).sum()),
            int(exact.sum()),
        ),
    )


def effects(counts: Iterable[Counted], day: date, texts: Mapping[str, LineText]) -> StaffEffects:
    """The effects on a whole staff; `texts`: what its lines are called."""
    whole = reduce(_both, counts, NOTHING)
    groups: list[StaffEffect] = []
    for name in DIMENSIONS:
        groups += (_effect(name, part, **named) for named, part in groups_of(whole.postes, name))
    lines = tuple(
        LineTotal(code, text.libelle, whole.droit.get(code, 0), whole.reforme.get(code, 0))
        for code, text in texts.items()
        if whole.droit.get(code) or whole.reforme.get(code)
    )
    each = (*groups, *_deciles(whole.nets))
    return StaffEffects(jour=day, **whole.nombres._asdict(), groupes=each, bulletin=lines)


def _effects(gaps: RowGaps) -> dict[str, Any]:
    """What each row adds to the effects of its group."""
    low, high, capped = gaps.bas["net"], gaps.haut["net"], gaps.plafonnes
    gains, loses = low > 0, capped & (high < 0)
    alike = capped & (low == 0) & (high == 0)
    found: dict[str, Any] = {"effectif": np.ones(len(low), np.int64), "gagnants": gains, "perdants": loses}
    found |= {"inchanges": alike, "incertains": ~(gains | loses | alike), "ouverts": ~capped}
    for short in SUMS:
        found |= {f"{short}_min": gaps.bas[short], f"{short}_max": np.where(capped, gaps.haut[short], 0)}
    return {name: column.astype(np.int64) for name, column in found.items()}


def _lines(paid: PaidTable, where: Mask) -> LineSums:
    return {code: int(column[where].sum()) for code, column in paid.lignes.items()}


def _added(table: pl.DataFrame, *keys: str) -> pl.DataFrame:
    return table.group_by(*keys).agg(pl.col(ADDED).sum())


def _both(one: Counted, other: Counted) -> Counted:
    """The effects on the rows of both."""
    return Counted(
        _added(pl.concat([one.postes, other.postes]), *POST),
        _added(pl.concat([one.nets, other.nets]), "euros"),
        _sums(one.droit, other.droit),
        _sums(one.reforme, other.reforme),
        RowNumbers(*map(add, one.nombres, other.nombres)),
    )


def _sums(one: LineSums, other: LineSums) -> LineSums:
    return {code: one.get(code, 0) + other.get(code, 0) for code in one | other}


def _schema(keys: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(schema={**keys, **dict.fromkeys(ADDED, pl.Int64)})


NOTHING = Counted(_schema(POST), _schema({"euros": pl.Int64}), {}, {}, RowNumbers(0, 0, 0, 0, 0))


def _deciles(nets: pl.DataFrame) -> Iterator[StaffEffect]:
    """The tenths of the agents, from the least net to the most; those of one euro are in the same."""
    ordered = nets.sort("euros")
    before = ordered["effectif"].cum_sum() - ordered["effectif"]
    tenths = ordered.with_columns((before * DECILES // max(int(ordered["effectif"].sum()), 1) + 1).alias("decile"))
    for (rank,), part in tenths.partition_by("decile", as_dict=True, maintain_order=True).items():
        yield _effect("decile", part, decile=rank, jusqu_a=int(part["euros"][-1]) * EURO)


def _effect(
    by: EffectDimension,
    part: pl.DataFrame,
    corps: str | None = None,
    grade: str | None = None,
    zone: int | None = None,
    decile: int | None = None,
    jusqu_a: int | None = None,
) -> StaffEffect:
    total = {name: int(part[name].sum()) for name in ADDED}
    found: dict[str, Any] = {name: total[name] for name in COUNTS}
    found |= {short: Span(total[f"{short}_min"], None if total["ouverts"] else total[f"{short}_max"]) for short in SUMS}
    return StaffEffect(by, corps, grade, zone, decile, jusqu_a, **found)
