"""A gap is between figures of the same kind, and says no more than they do."""

import pytest

from penitcareer.domain.metiers.gaps import StageGap, stage_gaps
from penitcareer.domain.metiers.reperes import PreuveRepere, Repere
from penitcareer.domain.money import Span


def start(net: Span | None, preuve: PreuveRepere = "grille") -> tuple[Repere, ...]:
    return (Repere("debut", preuve, None, net, None, "s1"),)


@pytest.mark.parametrize(
    ("first", "other", "gap"),
    [
        (Span(2000, 2000), Span(2500, 2500), Span(500, 500)),
        (Span(2000, 2100), Span(2500, 2700), Span(400, 700)),
        (Span(2000, 2000), Span(1500, 1500), Span(-500, -500)),
        (Span(2000, 2000), Span(2500, None), Span(500, None)),
        (Span(2000, 2000), Span(2000, None), Span(0, None)),  # at the least as much
        (Span(2000, 2000), Span(1999, None), None),
        (Span(2000, 2000), Span(1500, None), None),  # it may be more, it may be less
        (Span(2000, None), Span(2500, 2500), None),
        (None, Span(2500, 2500), None),
        (Span(2000, 2000), None, None),
    ],
)
def test_a_gap_holds_every_pair_of_amounts(first: Span | None, other: Span | None, gap: Span | None) -> None:
    found = stage_gaps(start(first), start(other))
    assert found == (() if gap is None else (StageGap("debut", gap, "grille"),))


@pytest.mark.parametrize(
    ("first", "other", "weaker"),
    [
        ("grille", "grille_supposee", "grille_supposee"),
        ("grille_encadree", "grille", "grille_encadree"),
        ("officiel", "publie", "publie"),
        ("grille", "publie", None),
        ("publie", "grille", None),
        ("grille", "indicatif", None),
        ("indicatif", "indicatif", None),  # a sheet's brackets have their own gaps
    ],
)
def test_only_figures_of_the_same_kind_have_a_gap_and_the_weaker_proof_goes_with_it(
    first: PreuveRepere, other: PreuveRepere, weaker: PreuveRepere | None
) -> None:
    found = stage_gaps(start(Span(1, 1), first), start(Span(2, 2), other))
    assert [gap.preuve for gap in found] == ([] if weaker is None else [weaker])


def test_a_stage_that_one_lacks_has_none() -> None:
    end = (Repere("fin", "grille", None, Span(9, 9), None, "s1"),)
    assert stage_gaps(start(Span(1, 1)), end) == ()


@pytest.mark.parametrize(
    ("first", "other", "gap"),
    [
        ((), ("IFO",), Span(500, None)),  # a bonus of unknown amount comes on top
        (("IFO",), (), None),
        (("IFO",), ("IFSE",), None),
        (("IFO",), ("IFO",), None),  # of two corps, hence of two amounts
    ],
)
def test_a_pay_that_lacks_a_bonus_is_a_least_one(
    first: tuple[str, ...], other: tuple[str, ...], gap: Span | None
) -> None:
    low, high = (
        tuple(item._replace(manque=lacks) for item in start(net))
        for net, lacks in ((Span(2000, 2000), first), (Span(2500, 2500), other))
    )
    assert stage_gaps(low, high) == (() if gap is None else (StageGap("debut", gap, "grille"),))
