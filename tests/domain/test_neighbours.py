"""The métiers next to one, and why."""

import time
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbourhood import MOST, neighbourhood, seen
from penitcareer.domain.metiers.neighbours import Link, Neighbour
from tests.support import metier

HERE = metier(
    "ici",
    filiere="Insertion",
    suites=[{"titre": "Chef", "metier": "chef"}],
    partenaires=["Juges", "écoles", "juges"],
)


def neighbours(*metiers: Metier) -> dict[str, tuple[Neighbour, ...]]:
    found = neighbourhood([seen(one) for one in metiers])
    return {one.code: beside for one, beside in zip(metiers, found, strict=True)}


def beside(*others: Metier) -> list[tuple[str, list[str]]]:
    return [(one.code, [link.code for link in one.liens]) for one in neighbours(HERE, *others)["ici"]]


def other(code: str = "autre", **fields: Any) -> Metier:
    return metier(code, **fields)


def test_nothing_in_common_is_no_neighbour() -> None:
    assert beside(other(), other("b", filiere="Santé", partenaires=["police"])) == []
    assert neighbours(metier(), other()) == {"essai": (), "autre": ()}


def test_a_step_counts_both_ways() -> None:
    assert beside(other("chef"), other("agent", suites=[{"titre": "Ici", "metier": "ici"}])) == [
        ("chef", ["mene_a"]),
        ("agent", ["vient_de"]),
    ]
    both = other("chef", suites=[{"titre": "Retour", "metier": "ici"}])
    assert beside(both) == [("chef", ["mene_a", "vient_de"])]


def test_a_step_to_a_title_without_record_joins_nothing() -> None:
    assert beside(metier(suites=[{"titre": "Chef"}]), other(suites=[{"titre": "Chef", "metier": "chef"}])) == []


def test_filieres_and_partners_are_compared_folded_and_written_as_here() -> None:
    (found,) = neighbours(HERE, other(filiere="INSERTION", partenaires=["JUGES", "Ecoles", "police"]))["ici"]
    assert found == Neighbour(
        "autre", "Métier autre", (Link("filiere", ("Insertion",)), Link("partenaires", ("Juges", "écoles")))
    )


def test_steps_come_first_then_the_filiere_then_partners_then_the_order_and_the_closed_last() -> None:
    ranked = beside(
        other("ferme", filiere="Insertion", suites=[{"titre": "Ici", "metier": "ici"}], recrutement=False),
        other("un", partenaires=["juges"]),
        other("un_bis", partenaires=["juges"]),
        other("deux", partenaires=["juges", "écoles"]),
        other("filiere", filiere="Insertion"),
        other("chef"),
    )
    assert [code for code, _ in ranked] == ["chef", "filiere", "deux", "un", "un_bis", "ferme"]


def test_in_a_filiere_a_shared_partner_comes_first() -> None:
    ranked = beside(other("a", filiere="Insertion"), other("b", filiere="Insertion", partenaires=["juges"]))
    assert [code for code, _ in ranked] == ["b", "a"]


def test_another_filiere_is_no_link_whatever_its_place_in_the_alphabet() -> None:
    for name in ("Direction", "Santé"):
        assert beside(other(filiere=name, partenaires=["juges"])) == [("autre", ["partenaires"])]


def test_there_are_six_at_most() -> None:
    many = [other(f"m{i}", filiere="insertion") for i in range(9)]
    assert [code for code, _ in beside(*many)] == [f"m{i}" for i in range(6)]


def compared_one_by_one(metiers: Sequence[Metier]) -> dict[str, list[str]]:
    """The rule as said, by comparing every pair."""

    def rank(one: Metier, place: int) -> tuple[bool, bool, bool, int, int] | None:
        other = metiers[place]
        after = {step.metier for step in one.suites}
        step = other.code in after or one.code in {step.metier for step in other.suites}
        same = one.filiere is not None and one.filiere == other.filiere
        shared = len(set(one.partenaires) & set(other.partenaires))
        near = other is not one and (step or same or shared)
        return (other.recrutement is False, not step, not same, -shared, place) if near else None

    ranks = {one.code: [rank(one, place) for place in range(len(metiers))] for one in metiers}
    return {
        code: [metiers[place].code for *_, place in sorted(filter(None, found))[:MOST]] for code, found in ranks.items()
    }


def made_up(count: int, seed: int) -> list[Metier]:
    """Métiers with much in common: few filières, few partners, a step here and there."""
    chance = Random(seed)

    def one(number: int) -> Metier:
        return HERE._replace(
            code=f"m{number}",
            filiere=chance.choice((None, "Santé", "Insertion")),
            recrutement=chance.choice((None, True, False)),
            partenaires=tuple(chance.sample([f"p{i}" for i in range(12)], chance.randrange(8))),
            suites=tuple(
                HERE.suites[0]._replace(metier=f"m{chance.randrange(count)}") for _ in range(chance.randrange(3))
            ),
        )

    return [one(number) for number in range(count)]


@pytest.mark.parametrize("seed", range(20))
def test_neighbours_are_those_that_comparing_every_pair_would_give(seed: int) -> None:
    metiers = made_up(60, seed)
    found = {code: [one.code for one in beside] for code, beside in neighbours(*metiers).items()}
    assert found == compared_one_by_one(metiers)


def test_thousands_of_metiers_with_everything_in_common_take_seconds() -> None:
    metiers = made_up(6_000, 0)  # 36 million pairs: half a minute when each is compared
    start = time.process_time()
    assert len(neighbours(*metiers)) == 6_000
    assert time.process_time() - start < 5
