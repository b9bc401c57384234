"""The OpenFisca side of `make oracle`, run by the interpreter of its own environment.

Reads `{"cas": [...], "mesurer": bool, "fois": int | absent}` on standard input (a case is made by
`oracle_cases.to_openfisca`) and writes `{"version": …, "grille": …, "cas": [...],
"durees": …}`. Each case is computed twice: from what is known of the agent alone
(`brut`), then with the amounts of `imposees` set in place of OpenFisca's own (`impose`).
"""

import json
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from itertools import groupby
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy
from openfisca_core.simulations import SimulationBuilder  # type: ignore[import-not-found]  # absent from .venv
from openfisca_france import FranceTaxBenefitSystem  # type: ignore[import-not-found]  # absent from .venv

Case = dict[str, Any]
Amounts = dict[str, float]

READ = (
    "traitement_indiciaire_brut",
    "nouvelle_bonification_indiciaire",
    "indemnite_residence",
    "supplement_familial_traitement",
    "indemnite_compensatrice_csg",
    "primes_fonction_publique",
    "primes_salaires_non_exonerees",
    "plafond_securite_sociale",
    "pension_salarie",
    "rafp_salarie",
    "vieillesse_plafonnee_salarie",
    "vieillesse_deplafonnee_salarie",
    "ircantec_salarie",
    "mmid_salarie",
    "csg_deductible_salaire",
    "csg_imposable_salaire",
    "crds_salaire",
    "salaire_net",
    "salaire_imposable",
)
REPEATS = 20


class Engine:
    """The tax and benefit system, loaded once."""

    def __init__(self) -> None:
        self.system = FranceTaxBenefitSystem()

    def payslips(self, cases: list[Case], imposed: list[Amounts] | None = None) -> list[Amounts]:
        """Every amount of READ, a case a row; all cases are of one month."""
        columns = {name: column.tolist() for name, column in self.columns(cases, imposed).items()}
        return [{name: columns[name][row] for name in READ} for row in range(len(cases))]

    def columns(self, cases: list[Case], imposed: list[Amounts] | None = None) -> dict[str, Any]:
        """The same as columns."""
        month = cases[0]["mois"]
        given = self.inputs(cases, month)
        for name in imposed[0] if imposed else ():
            given[name] = [amounts[name] for amounts in imposed or ()]
        return self.calculated(given, len(cases), month)

    def calculated(self, given: Mapping[str, Any], count: int, month: str) -> dict[str, Any]:
        """Every variable of READ, from columns to columns."""
        simulation = SimulationBuilder().build_default_simulation(self.system, count)
        for name, values in given.items():
            simulation.set_input(name, month, values)
        return {name: simulation.calculate(name, month) for name in READ}

    def inputs(self, cases: list[Case], month: str) -> dict[str, list[Any]]:
        """What is told of these cases, as columns."""
        pay = self.system.parameters(month).marche_travail.remuneration_dans_fonction_publique
        point = pay.indicefp.point_indice_en_nominal / 12
        inputs = {
            "categorie_salarie": [case["categorie"] for case in cases],
            "traitement_indiciaire_brut": [case["indice"] * point * case["part"] for case in cases],
            "nouvelle_bonification_indiciaire": [case["nbi"] * point * case["part"] for case in cases],
            "salaire_de_base": [case["brut"] for case in cases],
            "primes_fonction_publique": [case["primes"] for case in cases],
            "zone_apl": [case["zone"] for case in cases],
            "af_nbenf_fonc": [case["enfants"] for case in cases],
            "salarie_regime_alsace_moselle": [case["alsace_moselle"] for case in cases],
        }
        if not any(case["compensatrice"] for case in cases):
            inputs["indemnite_compensatrice_csg"] = [0.0] * len(cases)
        return inputs

    def last_grid(self) -> str:
        """The last date of effect of its default withholding grid."""
        grid = self.system.parameters.impot_revenu.bareme_ir_depuis_1945.bareme_taux_neutre.bareme_metropole
        dates: list[str] = [value.instant_str for bracket in grid.brackets for value in bracket.threshold.values_list]
        return max(dates)


def month_and_compensation(case: Case) -> tuple[str, bool]:
    """What the cases of one simulation share."""
    return case["mois"], case["compensatrice"]


def both_ways(engine: Engine, cases: list[Case]) -> list[dict[str, Amounts]]:
    """Each case alone, then with its imposed amounts; an amount that only other cases of the
    month impose keeps the value OpenFisca gave it."""
    results: list[tuple[int, dict[str, Amounts]]] = []
    order = sorted(range(len(cases)), key=lambda rank: month_and_compensation(cases[rank]))
    for _, group in groupby(order, key=lambda rank: month_and_compensation(cases[rank])):
        ranks = list(group)
        chosen = [cases[rank] for rank in ranks]
        alone = engine.payslips(chosen)
        names = sorted({name for case in chosen for name in case["imposees"]})
        imposed = [
            {name: case["imposees"].get(name, own[name]) for name in names}
            for case, own in zip(chosen, alone, strict=True)
        ]
        again = engine.payslips(chosen, imposed)
        pairs = zip(ranks, alone, again, strict=True)
        results += [(rank, {"brut": own, "impose": other}) for rank, own, other in pairs]
    return [result for _, result in sorted(results, key=lambda pair: pair[0])]


def seconds(simulate: Callable[[], object], repeats: int, clock: Callable[[], float] = perf_counter) -> float:
    """Median time of a simulation."""
    times = []
    for _ in range(repeats):
        start = clock()
        simulate()
        times.append(clock() - start)
    return median(times)


def staff_seconds(engine: Engine, cases: list[Case], times: int) -> dict[str, float]:
    """The times of a whole staff, these cases so many times: from NumPy columns to NumPy columns."""
    month, count = cases[0]["mois"], len(cases) * times
    given = {name: numpy.tile(numpy.array(values), times) for name, values in engine.inputs(cases, month).items()}

    def simulate() -> object:
        return engine.calculated(given, count, month)

    return {"lot": seconds(simulate, 3), "processeur": seconds(simulate, 3, process_time)}


def main() -> None:
    """Answer one request."""
    asked = json.load(sys.stdin)
    engine = Engine()
    cases = asked["cas"]
    answer: dict[str, Any] = {"version": version("openfisca-france"), "grille": engine.last_grid()}
    answer["cas"] = both_ways(engine, cases)
    if asked["mesurer"]:
        same_month = [{**case, "mois": cases[0]["mois"], "compensatrice": False} for case in cases]
        answer["durees"] = {
            "un": seconds(lambda: engine.payslips(same_month[:1]), REPEATS),
            "tous": seconds(lambda: engine.payslips(same_month), REPEATS // 4),
        }
    if times := asked.get("fois"):
        answer["durees"] = staff_seconds(engine, cases, times)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
