"""`make oracle`: 500 random payslips against OpenFisca-France, and the times of both.

    python scripts/oracle.py PYTHON_OF_THE_ORACLE

Exits 1 when a gap over tolerance has no known cause (docs/oracles.md).
"""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from oracle_cases import Case, cases_of, random_requests, to_openfisca
from oracle_differences import UNEXPLAINED, Gap, compared, gaps_of

from penitcareer.domain.pay.bulletin import bulletin_of
from penitcareer.domain.pay.law import law_at
from penitcareer.domain.pay.situation import situation_of
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.opening import open_catalogue

COUNT, SEED = 500, 2026
SHOWN = 3
OTHER_SIDE = Path(__file__).with_name("oracle_openfisca.py")
COLD = ("paie", "--statut", "titulaire", "--im", "450", "--json")
COLD_TIMES, THEIR_COLD_TIMES, WARM_TIMES, BULK_TIMES = 9, 3, 500, 15


def main(arguments: Sequence[str]) -> int:
    """Compare, print, time; 1 when something is unexplained."""
    python = arguments[0]
    catalogue = open_catalogue()
    cases = cases_of(catalogue, random_requests(catalogue, COUNT, SEED))
    answer = _ask(python, cases, measure=True)
    pairs = zip(cases, answer["cas"], strict=True)
    gaps = [gap for case, found in pairs for gap in gaps_of(case, found["brut"], found["impose"])]
    print(f"OpenFisca-France {answer['version']}, graine {SEED}.\n")
    _print_gaps(cases, gaps)
    print(f"\nImpôt non comparé : aucune variable ne le calcule, et sa grille s’arrête au {answer['grille']}.\n")
    _print_times(python, catalogue, cases, answer["durees"])
    return int(any(gap.cause == UNEXPLAINED for gap in gaps))


def _ask(python: str, cases: Sequence[Case], *, measure: bool) -> dict[str, Any]:
    """What OpenFisca finds for these cases, in one process."""
    asked = json.dumps({"cas": [to_openfisca(case) for case in cases], "mesurer": measure})
    done = subprocess.run([python, str(OTHER_SIDE)], input=asked, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"OpenFisca a échoué :\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _print_gaps(cases: Sequence[Case], gaps: Sequence[Gap]) -> None:
    by_cause: dict[str, list[Gap]] = defaultdict(list)
    for gap in gaps:
        by_cause[gap.cause].append(gap)
    concerned = len({id(gap.case) for gap in gaps})
    lines = sum(compared(case) for case in cases)
    print(f"{len(cases)} bulletins, {lines} lignes et totaux comparés ; {len(gaps)} écarts dans {concerned} bulletins.")
    for cause, found in sorted(by_cause.items(), key=lambda item: -len(item[1])):
        largest = max(found, key=lambda gap: abs(gap.ecart))
        counts = ", ".join(f"{line} {count}" for line, count in Counter(gap.ligne for gap in found).most_common())
        print(f"  {cause:<28} {len(found):>4} écarts, au plus {largest.ecart:+.2f} € ({counts})")
    for gap in by_cause[UNEXPLAINED][:SHOWN]:
        request = {name: value for name, value in gap.case.request._asdict().items() if value and name != "corps"}
        print(f"    {gap.case.jour:%Y-%m} {gap.ligne} {gap.ecart:+.2f} : {request}")
    print(f"Sans cause connue : {len(by_cause[UNEXPLAINED])}.")


def _print_times(python: str, catalogue: Catalogue, cases: Sequence[Case], theirs: dict[str, float]) -> None:
    """Each kind of call: ours, theirs, how many times ours goes into theirs."""
    penit = str(Path(sys.executable).with_name("penit"))
    books = catalogue.pay_books
    law = law_at(catalogue.pay_rules, cases[0].jour)

    def payslips(chosen: Sequence[Case]) -> None:
        for case in chosen:
            bulletin_of(law, books.lignes, situation_of(law, books, case.request).agent)

    def alone() -> None:
        subprocess.run([penit, *COLD], capture_output=True, check=True)

    rows = (
        ("à froid, un bulletin", _time(alone, COLD_TIMES), _time(_asking(python, cases[:1]), THEIR_COLD_TIMES)),
        ("à chaud, un bulletin", _time(lambda: payslips(cases[:1]), WARM_TIMES), theirs["un"]),
        (f"en masse, {COUNT} d’un même mois", _time(lambda: payslips(cases), BULK_TIMES), theirs["tous"]),
    )
    print(f"{'Durées (médianes)':<32}{'penit':>12}{'OpenFisca':>14}{'rapport':>10}")
    for label, ours, others in rows:
        print(f"{label:<32}{ours * 1000:>9.3f} ms{others * 1000:>11.1f} ms{others / ours:>9.0f}x")


def _asking(python: str, cases: Sequence[Case]) -> Callable[[], object]:
    return lambda: _ask(python, cases, measure=False)


def _time(action: Callable[[], object], times: int, clock: Callable[[], float] = perf_counter) -> float:
    """Median seconds of an action, once warm."""
    action()
    durations = []
    for _ in range(times):
        start = clock()
        action()
        durations.append(clock() - start)
    return median(durations)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
