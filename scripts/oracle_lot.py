"""`make oracle`, whole staffs: the rows a second of `bulletins` beside those of OpenFisca-France, the same
rows on both sides, and the lines of these rows compared.

    python scripts/oracle_lot.py PYTHON_OF_THE_ORACLE

Exits 1 when a gap has no known cause. Theirs goes from columns of numbers, and of one fact in words, to 19
variables as single-precision columns. Ours is timed three times, each doing more than the one before:

- « nombres à nombres »: the sums, from columns of numbers to every line and total in cents;
- « colonnes à colonnes »: the same from facts of any kind, read, checked and grouped by form first,
  and the columns in the order of the rows;
- « table à table »: `bulletins`, which also makes decimals of them, with what is unknown left empty,
  and the remarks.

The last two run on two threads: processor time counts both.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from datetime import date
from functools import partial
from time import process_time
from typing import Any
from unittest.mock import patch

import polars as pl
from oracle import OTHER_SIDE, SEED, _time
from oracle_cases import Case, cases_of, random_requests, to_openfisca
from oracle_differences import UNEXPLAINED, compared, gaps_of

from penitcareer import Penit, bulletins
from penitcareer.domain.pay.bulletin import Agent, ledger_of, totals_of
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.request import PayRequest
from penitcareer.lots import sums
from penitcareer.lots.staff import Staff
from penitcareer.lots.tables import blocks
from penitcareer.lots.threads import in_order
from penitcareer.store.opening import open_catalogue

COUNT, TIMES = 500, 400  # different agents, and how often each is in the staff
REPEATS = 3
DAY = date(2026, 11, 1)


def main(arguments: Sequence[str]) -> int:
    """Compare, time; 1 when something is unexplained."""
    catalogue = open_catalogue()
    requests = [request for _, request in random_requests(catalogue, COUNT, SEED) if not request.ic_csg]
    staff = pl.DataFrame([_row(request) for request in requests], infer_schema_length=None)
    penit = Penit(le=DAY)
    paid = bulletins(staff, penit).to_dicts()
    cases = [
        case._replace(lignes=_lines(row))
        for case, row in zip(cases_of(catalogue, [(DAY, request) for request in requests]), paid, strict=True)
    ]
    answer = _ask(arguments[0], cases)
    pairs = zip(cases, answer["cas"], strict=True)
    gaps = [gap for case, found in pairs for gap in gaps_of(case, found["brut"], found["impose"])]
    odd = [gap for gap in gaps if gap.cause == UNEXPLAINED]
    whole, theirs = pl.concat([staff] * TIMES), answer["durees"]
    print(f"{len(whole)} lignes d’un même mois, {sum(map(compared, cases))} lignes et totaux comparés,")
    print(f"{len(gaps)} écarts, sans cause connue : {len(odd)}.")
    print(f"OpenFisca : {_speeds(len(whole), theirs['lot'], theirs['processeur'])}")
    agents = _agents(whole, penit)
    for name, action in (
        ("nombres à nombres", partial(_arithmetic, agents, penit)),
        ("colonnes à colonnes", partial(_sums, whole, penit)),
        ("table à table", partial(bulletins, whole, penit)),
    ):
        ours, busy = _time(action, REPEATS), _time(action, REPEATS, process_time)
        print(f"penit, {name} : {_speeds(len(whole), ours, busy)},", end=" ")
        print(f"{theirs['lot'] / ours:.1f} et {theirs['processeur'] / busy:.1f} fois OpenFisca")
    return int(bool(odd))


def _ask(python: str, cases: Sequence[Case]) -> dict[str, Any]:
    asked = json.dumps({"cas": [to_openfisca(case) for case in cases], "mesurer": False, "fois": TIMES})
    done = subprocess.run([python, str(OTHER_SIDE)], input=asked, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"OpenFisca a échoué :\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _agents(table: pl.DataFrame, penit: Penit) -> list[Agent]:
    """The agents of a table, as the engine is given them: those of a form together, as columns."""
    with patch.object(sums, "ledger_of", wraps=ledger_of) as engine:
        Staff(penit, table.columns).paid(table)
    return [call.args[1] for call in engine.call_args_list]


def _arithmetic(agents: Sequence[Agent], penit: Penit) -> None:
    """Every line and total but the tax, which OpenFisca has not."""
    law, texts = penit._law, penit._catalogue.pay_books.lignes
    for agent in agents:
        totals_of(law, texts, ledger_of(law, agent).montants, agent, 0)


def _sums(table: pl.DataFrame, penit: Penit) -> None:
    """Every line and total as columns of cents."""
    staff = Staff(penit, table.columns)
    deque(in_order(staff.paid, blocks(table)), 0)


def _speeds(rows: int, wall: float, busy: float) -> str:
    return f"{rows / wall:,.0f} lignes/s, {rows / busy:,.0f} par seconde de processeur"


def _row(request: PayRequest) -> dict[str, Any]:
    """A request as a row of a staff."""
    said = {name: value for name, value in request._asdict().items() if value not in (None, (), False, 0)}
    corps = request.corps
    return {name: _written(name, value) for name, value in said.items() if name != "corps"} | {
        "corps": corps.code if corps else None
    }


def _written(name: str, value: Any) -> Any:
    if name in ("primes", "brut"):
        return value / 100
    return "auto" if (name, value) == ("ic_csg", AUTO) else value


def _lines(row: dict[str, Any]) -> dict[str, int]:
    """The lines of a row in cents, by code, as a payslip has them."""
    lines = {
        name.removeprefix("ligne_"): int(value * 100) for name, value in row.items() if name[:6] == "ligne_" and value
    }
    return lines | {"impot": int(row["total_impot"] * 100)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
