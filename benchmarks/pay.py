"""The payslip engine: one payslip in process, and a million through the same functions.

    .venv/bin/python -m benchmarks.pay

The million goes by blocks that fit the processor's cache, on two threads: NumPy lets go of
the interpreter's lock inside its loops. Every result is compared with the scalar path on a
sample, and on all rows of a first block.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import numpy

from penitcareer.domain.pay.bulletin import bulletin_of, ledger_of, totals_of
from penitcareer.domain.pay.law import Law, PayRules, law_at
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.store.opening import open_catalogue

DAY = date(2026, 11, 1)
ROWS = 1_000_000
BLOCK = 16_384
THREADS = 2
REPEATS = 5
SAMPLE = 2_000
SINGLE_TARGET_US, BULK_TARGET = 40, 5_000_000


def main() -> None:
    """Print both speeds beside their targets."""
    rules = open_catalogue().pay_rules
    law = law_at(rules, DAY)
    single = single_microseconds(law, rules)
    print(f"un bulletin (lignes, bases, totaux, impôt) : {single:.1f} µs, visé {SINGLE_TARGET_US} µs")
    columns = population(law)
    check(law, rules, columns)
    seconds = min(bulk_seconds(law, rules, columns) for _ in range(REPEATS))
    speed = ROWS / seconds / 1_000_000
    print(f"{ROWS:,} bulletins : {seconds:.3f} s, {speed:.1f} millions par seconde, visé {BULK_TARGET / 1e6:.0f}")


def single_microseconds(law: Law, rules: PayRules, rounds: int = 2_000) -> float:
    """Best of several rounds, in microseconds of processor time."""
    agent = Titulaire(450, pss=2200, pss_plancher=2850, primes=(("ifse", 50_000),), transfert=38_900)
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        for _ in range(rounds):
            bulletin_of(law, rules.lignes, agent)
        best = min(best, time.process_time() - start)
    return best / rounds * 1e6


def population(law: Law) -> dict[str, Any]:
    """A made-up population: index, zone, children, bonuses, as columns."""
    random = numpy.random.default_rng(2026)
    rates = numpy.array([0, law.valeurs.ir_zone_2, law.valeurs.ir_zone_1])
    return {
        "indice_majore": random.integers(366, 1515, ROWS, endpoint=True),
        "taux_residence": rates[random.integers(0, 2, ROWS, endpoint=True)],
        "enfants": random.integers(0, 6, ROWS, endpoint=True),
        "primes": random.integers(0, 200_000, ROWS),
    }


def agents(columns: dict[str, Any], rows: slice | int) -> Titulaire:
    """Titulaires of a corps with PSS and bonuses: one row, or a block of rows."""
    kept = {name: int(column[rows]) if isinstance(rows, int) else column[rows] for name, column in columns.items()}
    return Titulaire(
        indice_majore=kept["indice_majore"],
        taux_residence=kept["taux_residence"],
        enfants=kept["enfants"],
        pss=2200,
        pss_plancher=2850,
        primes=(("primes", kept["primes"]),),
        transfert=38_900,
    )


def paid(law: Law, rules: PayRules, agent: Titulaire) -> Any:
    """Net paid, tax included: the last figure of a payslip, which every line leads to."""
    return totals_of(law, rules.lignes, ledger_of(law, agent).montants, agent, None).net_paye


def bulk_seconds(law: Law, rules: PayRules, columns: dict[str, Any]) -> float:
    """Wall time of the whole population, in seconds."""
    blocks = [slice(start, start + BLOCK) for start in range(0, ROWS, BLOCK)]
    start = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        for result in pool.map(lambda rows: paid(law, rules, agents(columns, rows)), blocks):
            assert len(result)
    return time.perf_counter() - start


def check(law: Law, rules: PayRules, columns: dict[str, Any]) -> None:
    """Every line of a sample equals the scalar path's, to the cent."""
    block = agents(columns, slice(0, SAMPLE))
    amounts = ledger_of(law, block).montants
    nets = paid(law, rules, block)
    for row in range(SAMPLE):
        one = agents(columns, row)
        expected = ledger_of(law, one).montants
        for code, column in amounts.items():
            found = int(numpy.broadcast_to(column, SAMPLE)[row])
            assert found == expected.get(code, 0), (row, code, found, expected.get(code, 0))
        assert int(nets[row]) == paid(law, rules, one), row


if __name__ == "__main__":
    main()
