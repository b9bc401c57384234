"""Métiers side by side: exact gaps at mid-bracket, and nothing made up where a pay is unknown."""

from datetime import date

import pytest

from penitcareer.domain.metiers.comparison import FEWEST, MOST, Comparison, Gap, compare, gap
from penitcareer.domain.money import Range
from penitcareer.store.catalogue import Catalogue
from tests.support import RULE, metier, pay, smic


def of(catalogue: Catalogue, *codes: str) -> Comparison:
    return compare([catalogue.metier(code) for code in codes], catalogue.rule, None)


def test_the_gap_from_cpip_to_dspip_is_the_worked_one(catalogue: Catalogue) -> None:
    found = of(catalogue, "cpip", "dspip")
    assert [level.niveau for level in found.niveaux] == ["junior", "confirme", "senior"]
    reference, other = found.niveaux[1].cellules
    assert (reference.milieu_brut, other.milieu_brut) == (2081_50, 4000_00)
    assert reference.ecart is None
    assert other.ecart == Gap(1918_50, 922)


def test_every_gap_of_the_catalogue_to_cpip(catalogue: Catalogue) -> None:
    gaps = [level.cellules[1].ecart for level in of(catalogue, "cpip", "drsp").niveaux]
    assert gaps == [Gap(1327_00, 728), Gap(2168_50, 1042), Gap(3190_00, 1135)]


def test_the_gap_changes_sign_when_the_reference_changes(catalogue: Catalogue) -> None:
    found = of(catalogue, "dspip", "cpip")
    assert found.reference == "dspip"
    assert found.niveaux[1].cellules[1].ecart == Gap(-1918_50, -480)


@pytest.mark.parametrize(
    ("reference", "other", "expected"),
    [
        ((100, 100), (100, 100), (0, 0)),
        ((100, 101), (100, 102), (1, 5)),  # half a cent goes up; 0.4975 % is 0.5 %
        ((1, 1), (10**8, 10**8), (10**8 - 1, (10**8 - 1) * 1000)),
        ((200, 200), (100, 100), (-100, -500)),
        ((300, 300), (200, 200), (-100, -333)),
    ],
)
def test_a_gap_is_exact_to_the_cent_and_to_the_tenth_of_a_percent(
    reference: tuple[int, int], other: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert gap(Range(*reference), Range(*other)) == Gap(*expected)


def test_an_unknown_pay_leaves_unknown_cells(catalogue: Catalogue) -> None:
    found = of(catalogue, "cpip", "dsp")
    for level in found.niveaux:
        known, unknown = level.cellules
        assert known.tranche is not None
        assert (unknown.tranche, unknown.milieu_brut, unknown.ecart) == (None, None, None)


def test_without_a_known_reference_there_is_no_gap(catalogue: Catalogue) -> None:
    found = of(catalogue, "dsp", "cpip", "dspip")
    assert len(found.niveaux) == 3
    assert all(cell.ecart is None for level in found.niveaux for cell in level.cellules)


def test_two_unknown_pays_have_no_level(catalogue: Catalogue) -> None:
    found = of(catalogue, "dsp", "redacteur")
    assert found.niveaux == ()


def test_a_level_that_no_metier_has_is_left_out_and_one_that_a_single_has_stays() -> None:
    one = metier("un", remuneration=pay(("junior", 1000, 2000)))
    two = metier("deux", remuneration=pay(("senior", 3000, 4000)))
    found = compare([one, two], RULE, smic())
    assert [level.niveau for level in found.niveaux] == ["junior", "senior"]
    assert found.niveaux[1].cellules[0].tranche is None
    assert found.niveaux[1].cellules[1].ecart is None


def test_cells_come_in_the_order_asked(catalogue: Catalogue) -> None:
    found = of(catalogue, "drsp", "cpip", "dsp")
    assert [cell.code for cell in found.niveaux[0].cellules] == ["drsp", "cpip", "dsp"]


def test_each_metier_keeps_its_own_official_pay_or_none(catalogue: Catalogue) -> None:
    metiers = [catalogue.metier(code) for code in ("dsp", "redacteur")]
    official = [catalogue.official(item.corps, date(2026, 11, 1)) for item in metiers]
    assert [[pay.sigle for pay in pays] for pays in compare(metiers, RULE, None, official).officiel] == [
        ["DSP"],
        ["AAE"],
    ]
    assert compare(metiers, RULE, None).officiel == ((), ())


def test_from_two_to_five_metiers() -> None:
    assert (FEWEST, MOST) == (2, 5)
