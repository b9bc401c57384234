"""Totals published by others, against ours (shared reference `totaux_publies`, 24 of them).

Checked here: those that say enough (an index, a stage) and whose month the law of data/ covers.
Two more are checked with the bonuses they rest on (`n02`, tests of the ICP). Not comparable: those
before 2023 that mix bonuses (n19, n20, n22, n23, n25, n26, n32, n34, n35: no payslip before 2023),
and those that name neither index nor month, or are doubtful by their own reading (n07, n08, n17,
n28, n29, n31).
"""

from datetime import date

import pytest

from penitcareer.domain.dated import in_force
from penitcareer.domain.money import divide
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import payslip

EURO = 100
# A traitement alone: the index that the page gives or that its amounts imply, and the euros it prints.
TRAITEMENTS = {
    "n10 major": ("2022-10-01", {484: 2347, 502: 2435, 522: 2532, 532: 2580, 541: 2624, 553: 2682}),
    "n11 premier surveillant": ("2022-10-01", {426: 2066, 444: 2153, 463: 2246, 476: 2309}),
    "n13 surveillant": ("2020-01-01", {330: 1546, 472: 2211}),
    "n14 brigadier": ("2020-01-01", {377: 1766, 483: 2263}),
    "n16 major": ("2020-01-01", {482: 2258, 550: 2577}),
    "n04 n05 directeur": ("2025-06-01", {453: 2230, 1129: 5558}),
}


@pytest.mark.parametrize("name", TRAITEMENTS)
def test_a_published_traitement_is_ours_to_the_euro(name: str, catalogue: Catalogue) -> None:
    day, amounts = TRAITEMENTS[name]
    point = in_force(catalogue.pay_rules.parametres["point_100"].valeurs, date.fromisoformat(day))
    assert point is not None
    assert point.valeur is not None
    for index, euros in amounts.items():
        assert abs(divide(index * point.valeur, 12 * 100) - euros * EURO) <= EURO


def test_the_pupil_of_the_2026_campaign_is_within_two_percent(catalogue: Catalogue) -> None:
    """n01: 1 441 € net, the same figure in 2024, 2025 and 2026; ours follows the SMIC."""
    net = payslip(catalogue, "2026-01", corps="cea", grade="eleve", im=366).bulletin.totaux.net_a_payer_avant_impot
    assert abs(net - 1441 * EURO) * 100 <= 2 * 1441 * EURO
