"""What a métier pays at each stage, by the best proof."""

from datetime import date
from typing import Any

import pytest

from penitcareer.domain.metiers.remuneration import Remuneration, RemunerationPubliee, Tranche
from penitcareer.domain.metiers.reperes import BEST_FIRST, Repere, Stages, at, highest_net, published, reperes_of
from penitcareer.domain.money import Range, Span
from penitcareer.domain.pay.stage_pay import CorpsStages, StagePay
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import law_of, payslip

DAY = date(2026, 11, 1)


def stage(stade: Any, net: int, preuve: Any = "grille", promotion: bool = False) -> StagePay:
    return StagePay(stade, "Grade", "1", promotion, preuve, Span(net + 1, net + 1), Span(net, net), ("prime",))


def repere(stade: Any, preuve: Any, net: int, day: str | None = None) -> Repere:
    return Repere(stade, preuve, None, Span(net, net), day, "s1")


def brackets(*amounts: int, hors_corps: str | None = None) -> Remuneration:
    tranches = tuple(
        Tranche("junior", "x", place, None, Range(low, low), hors_corps if place == 0 else None)
        for place, low in enumerate(amounts)
    )
    return Remuneration("brut mensuel", tranches, None, None, "fiche")


def found(catalogue: Catalogue, pay: Remuneration | None, *known: Repere, stages: Stages | None = None) -> list[Repere]:
    return list(reperes_of(("X",), pay, known, stages or {}, catalogue.rule))


def test_the_best_proof_is_put_forward_then_the_latest(catalogue: Catalogue) -> None:
    known = [repere("debut", preuve, place) for place, preuve in enumerate(BEST_FIRST)]
    for place in range(len(known)):
        (kept,) = found(catalogue, None, *reversed(known[place:]))
        assert kept.preuve == BEST_FIRST[place]
    recent, old, undated = (repere("debut", "publie", net, day) for net, day in ((1, "2026"), (2, "2020"), (3, None)))
    for order in ((recent, old, undated), (undated, old, recent)):
        assert found(catalogue, None, *order) == [recent]


def test_a_grid_gives_both_ends_and_what_lacks(catalogue: Catalogue) -> None:
    etapes = (stage("debut", 1500), stage("fin", 3000, promotion=True), stage("fin", 2500))
    stages = {"X": CorpsStages("X", date(2024, 1, 1), etapes)}
    kept = found(catalogue, brackets(2000, 9000), repere("fin", "publie", 9000), stages=stages)
    assert [(item.stade, item.net, item.promotion) for item in kept] == [
        ("debut", Span(1500, 1500), False), ("fin", Span(3000, 3000), True), ("fin", Span(2500, 2500), False),
    ]  # fmt: skip
    assert (kept[0].manque, kept[0].date) == (("prime",), "2024-01-01")
    assert at(kept, "fin") == kept[1]
    assert highest_net(kept) == 3000
    assert (at(kept, "ecole"), highest_net([])) == (None, None)


def test_a_bracket_out_of_the_corps_is_used_for_nothing(catalogue: Catalogue) -> None:
    plain = found(catalogue, brackets(200000, 300000))
    assert [(item.stade, item.preuve, item.brut) for item in plain] == [
        ("debut", "indicatif", Span(200000, 200000)), ("fin", "indicatif", Span(300000, 300000)),
    ]  # fmt: skip
    assert plain[0].net == Span(150000, 158000)
    assert [item.stade for item in found(catalogue, brackets(200000, 300000, hors_corps="un SMIC"))] == ["fin"]


def test_a_published_amount_needs_a_stage_and_a_base(catalogue: Catalogue) -> None:
    metier = catalogue.metier("surveillant")
    assert [(item.stade, item.net) for item in published(metier) if item.net] == [
        ("ecole", Span(1441_00, 1441_00)), ("debut", Span(2040_00, 2040_00)), ("fin", Span(3100_00, 3100_00)),
    ]  # fmt: skip
    yearly = RemunerationPubliee("x", None, 1200_00, 2400_00, "brut", "an", None, None, metier.sources[0].id, "debut")
    (monthly,) = published(metier._replace(remunerations_publiees=(yearly,)))
    assert (monthly.brut, monthly.net) == (Span(100_00, 200_00), None)
    for unused in (yearly._replace(base="non_precise"), yearly._replace(stade=None)):
        assert published(metier._replace(remunerations_publiees=(unused,))) == ()


# Every start that is not indicative, and its proof.
STARTS = {
    "adjoint_administratif": "grille", "assistant_social": "grille", "attache": "grille", "cpip": "grille_encadree",
    "drsp": "publie", "dsp": "grille", "dspip": "grille_encadree", "psychologue": "grille_supposee",
    "redacteur": "grille", "secretaire_administratif": "grille", "surveillant": "grille_supposee",
    "technicien": "grille_supposee",
}  # fmt: skip


def of_catalogue(catalogue: Catalogue) -> dict[str, tuple[Repere, ...]]:
    stages = catalogue.stages(DAY)
    return {
        entry.code: reperes_of(entry.corps, entry.remuneration, entry.publies, stages, catalogue.rule)
        for entry in catalogue.entries
    }


def test_the_starts_that_are_not_indicative(catalogue: Catalogue) -> None:
    starts = {code: at(reperes, "debut") for code, reperes in of_catalogue(catalogue).items()}
    assert {code: item.preuve for code, item in starts.items() if item and item.preuve != "indicatif"} == STARTS


@pytest.mark.parametrize(
    ("code", "stade", "options"),
    [
        ("cpip", "debut", {"corps": "cpip", "im": 399}),
        ("cpip", "fin", {"corps": "cpip", "grade": "classe_exceptionnelle", "im": 673}),
        ("secretaire_administratif", "debut", {"corps": "sa", "echelon": 1}),
        ("adjoint_administratif", "debut", {"corps": "aa", "echelon": 1}),
        ("psychologue", "debut", {"corps": "psychologue", "echelon": 1}),
        ("dsp", "fin", {"corps": "dsp", "grade": "classe_exceptionnelle", "lettre": "HED", "chevron": 3}),
        ("surveillant", "fin", {"corps": "cea", "grade": "major", "echelon": 8}),
    ],
)
def test_a_repere_is_what_the_payslip_pays(
    catalogue: Catalogue, code: str, stade: Any, options: dict[str, Any]
) -> None:
    kept = at(of_catalogue(catalogue)[code], stade)
    totals = payslip(catalogue, zone=3, **options).bulletin.totaux
    assert kept is not None
    assert (kept.brut, kept.net) == (
        Span(totals.brut, totals.brut), Span(*[totals.net_a_payer_avant_impot] * 2),
    )  # fmt: skip


def test_nothing_is_a_pay_of_titulaire_under_the_legal_minimum(catalogue: Catalogue) -> None:
    law = law_of(catalogue)
    floor = payslip(catalogue, im=law.valeurs.minimum_traitement).bulletin.totaux.net_a_payer_avant_impot
    least = min(
        payslip(catalogue, im=im).bulletin.totaux.net_a_payer_avant_impot
        for im in range(law.valeurs.minimum_traitement, 382)
    )
    assert least <= floor
    for code, reperes in of_catalogue(catalogue).items():
        for item in reperes:
            assert item.stade == "ecole" or item.net is None or item.net.min >= least, (code, item)
            assert item.net is None or item.net.max is None or item.net.min <= item.net.max
            assert item.brut is None or item.net is None or item.net.min <= item.brut.min
