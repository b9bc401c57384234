"""Where a pay stands: both sides of each bound, to the cent."""

import pytest

from penitcareer.domain.career.place import Place, Standing, place_of, position
from penitcareer.domain.metiers.listing import Entry, entry_of
from penitcareer.domain.money import Range
from penitcareer.domain.pay.grid import grid_of
from penitcareer.domain.pay.law import law_at
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import BASE, START, grade, school, subject
from tests.support import RULE, metier, pay, smic

BRACKETS = pay(("junior", 2000, 2400), ("senior", 2400, 3000))


def entry(code: str = "essai", **fields: object) -> Entry:
    return entry_of(metier(code, **fields))


PAID = entry(remuneration=BRACKETS)


def placed(amount: int, is_net: bool = False, **known: object) -> Place:
    return place_of(amount, is_net, PAID, known.get("entries", (PAID,)), RULE, known.get("smic"), known.get("grid"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (1999_99, Standing("sous", None)),
        (2000_00, Standing("dans", 0)),
        (2250_00, Standing("dans", 250)),
        (2000_50, Standing("dans", 1)),  # half a thousandth rounds up
        (3000_00, Standing("dans", 1000)),
        (3000_01, Standing("au_dessus", None)),
    ],
)
def test_a_position_in_a_range(amount: int, expected: Standing) -> None:
    assert position(amount, Range(2000_00, 3000_00)) == expected


def test_a_range_may_be_wider_than_its_lower_bound() -> None:
    assert position(3000_00, Range(1000_00, 5000_00)) == Standing("dans", 500)


def test_a_range_of_one_amount_has_no_share() -> None:
    assert position(2000_00, Range(2000_00, 2000_00)) == Standing("dans", None)


def test_a_gross_pay_stands_in_gross_brackets() -> None:
    found = placed(2500_00)
    assert [item.position.place for item in found.tranches] == ["au_dessus", "dans"]
    assert found.brut == Range(2500_00, 2500_00)
    assert found.affichee == Standing("dans", 500)


def test_a_net_pay_stands_in_net_brackets() -> None:
    """2 000 to 2 400 gross is 1 500 to 1 896 net, 2 400 to 3 000 is 1 800 to 2 370."""
    found = placed(1850_00, is_net=True)
    assert [item.position.part_pour_mille for item in found.tranches] == [884, 88]
    assert found.brut == Range(2341_77, 2466_67)


def test_a_pay_against_the_smic() -> None:
    known = smic(2000_00)
    assert placed(2500_00, smic=known).smic_pour_mille == Range(1250, 1250)
    assert placed(1850_00, is_net=True, smic=known).smic_pour_mille == Range(1171, 1233)
    assert placed(2500_00).smic_pour_mille is None


def test_other_metiers_are_compared_by_what_they_display() -> None:
    low = entry("bas", remuneration=pay(("junior", 1500, 2600)))
    high = entry("haut", remuneration=pay(("junior", 3000, 3500)))
    found = placed(2500_00, entries=(low, PAID, high, entry("inconnu")))
    assert [(item.code, item.affichee, item.position.place) for item in found.autres] == [
        ("bas", Range(1500_00, 2600_00), "dans"),
        ("haut", Range(3000_00, 3500_00), "sous"),
    ]


def test_an_unknown_pay_stays_unknown() -> None:
    bare = entry("inconnu")
    found = place_of(2500_00, False, bare, (bare,), RULE, None, None)
    assert (found.paie, found.affichee, found.tranches, found.corps) == (None, None, (), None)


def test_a_pay_stands_between_two_echelons(catalogue: Catalogue) -> None:
    books = catalogue.pay_books
    corps = subject(school("eleve", 370, 12), grade("muet", (None, None)), BASE).corps
    assert corps is not None
    grid = grid_of(law_at(catalogue.pay_rules, START), books, corps, 3)
    steps = grid.grades[2].echelons
    for is_net in (False, True):
        amounts = [step.net if is_net else step.brut for step in steps]
        assert all(amount is not None for amount in amounts)
        for rank, amount in enumerate(amounts):
            assert amount is not None
            at, below = (placed(value, is_net, grid=grid).corps for value in (amount, amount - 1))
            assert at is not None
            assert below is not None
            assert [item.grade for item in at.grades] == ["Grade base"]  # neither school nor unsourced grades
            reached, above = at.grades[0].atteint, at.grades[0].suivant
            assert reached is not None
            assert reached.echelon == str(rank + 1)
            assert (above.echelon if above else None) == (str(rank + 2) if rank + 1 < len(steps) else None)
            before = below.grades[0].atteint
            assert (before.echelon if before else None) == (str(rank) if rank else None)


def test_a_pay_stands_inside_a_letter(catalogue: Catalogue) -> None:
    """HEA pays at 895, 930 and 977: an amount between two of them names the chevrons."""
    up = grade("haut", (600, None))
    letter = {**up, "echelons": [{"echelon": "1", "lettre": "HEA"}, {"echelon": "2", "lettre": "HEB"}]}
    corps = subject(letter).corps
    assert corps is not None
    found = grid_of(law_at(catalogue.pay_rules, START), catalogue.pay_books, corps)
    assert found.grades[0].echelons[1].brut is not None
    standing = placed(found.grades[0].echelons[1].brut + 1, grid=found).corps
    assert standing is not None
    (place,) = standing.grades
    assert place.atteint is not None
    assert place.suivant is not None
    assert [(step.echelon, step.chevron) for step in (place.atteint, place.suivant)] == [("1", 2), ("1", 3)]
