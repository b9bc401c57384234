"""What is known of an échelon's index, and what it pays: worked by hand, then properties."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Corps, Encadrement
from penitcareer.domain.pay.grid import GridEchelon, grid_of
from penitcareer.domain.pay.known_index import EndPay, KnownIndex, index_of, least_net
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.payslip_range import PayslipRange, payslips_of
from penitcareer.domain.pay.stage_pay import Preuve
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import MONTH, law_of, lines_of, payslip, request_of
from tests.pay.test_parts import UNSOURCED
from tests.support import penit, penit_json, same_spaces

PUBLISHED: Preuve = "grille_encadree"
KNOWN = [
    ("cpip", "classe_normale", "1", KnownIndex(399, 399, PUBLISHED)),
    ("cpip", "classe_normale", "3", KnownIndex(399, 488, PUBLISHED)),
    ("cpip", "classe_normale", "9", KnownIndex(489, 643, PUBLISHED)),
    ("cpip", "classe_exceptionnelle", "1", KnownIndex(502, 508, PUBLISHED)),
    ("cpip", "classe_exceptionnelle", "2", KnownIndex(502, 673, PUBLISHED)),
    ("dpip", "classe_normale", "1", KnownIndex(415, None, PUBLISHED)),
    ("dpip", "classe_exceptionnelle", "7", KnownIndex(895, None, PUBLISHED)),
    ("cea", "surveillant_brigadier", "5", KnownIndex(401, 401, "grille_supposee", suppose=True)),
    ("cea", "surveillant_brigadier", "3", KnownIndex(381, 381, PUBLISHED)),
    ("cea", "brigadier_chef", "1", KnownIndex(366, 532, PUBLISHED)),
    ("cpip", "eleve", "unique", None),
]  # fmt: skip


def known(catalogue: Catalogue, code: str, grade: str, echelon: str, month: str = MONTH) -> KnownIndex | None:
    corps = catalogue.corps_of(code)
    found = next(item for item in corps.grades if item.code == grade)
    step = next(item for item in found.echelons if item.echelon == echelon)
    return index_of(law_of(catalogue, month), catalogue.pay_books.baremes, corps, found, step)


@pytest.mark.parametrize(("code", "grade", "echelon", "expected"), KNOWN)
def test_what_is_known_of_an_echelon(
    catalogue: Catalogue, code: str, grade: str, echelon: str, expected: KnownIndex | None
) -> None:
    assert known(catalogue, code, grade, echelon) == expected


def test_bounds_hold_from_2024_only(catalogue: Catalogue) -> None:
    assert known(catalogue, "cpip", "classe_normale", "3", "2023-12") is None
    assert known(catalogue, "cea", "surveillant_brigadier", "5", "2023-12") is None


PROVEN: Preuve = "grille"
SUPPOSED: Preuve = "grille_supposee"
RAISED: list[tuple[KnownIndex, KnownIndex, KnownIndex]] = [
    # what is guaranteed is below, the same, above, and beyond one end
    (KnownIndex(400, 420, PROVEN), KnownIndex(380, 390, SUPPOSED, True), KnownIndex(400, 420, PROVEN)),
    (KnownIndex(400, 420, PROVEN), KnownIndex(400, 420, SUPPOSED, True), KnownIndex(400, 420, PROVEN)),
    (KnownIndex(400, 420, PROVEN), KnownIndex(430, 430, SUPPOSED, True), KnownIndex(430, 430, SUPPOSED, True)),
    (KnownIndex(400, 420, PROVEN), KnownIndex(390, 430, PUBLISHED), KnownIndex(400, 430, PUBLISHED)),
    (KnownIndex(400, 420, PROVEN), KnownIndex(410, 415, PUBLISHED), KnownIndex(410, 420, PUBLISHED)),
    (KnownIndex(400, None, PROVEN), KnownIndex(380, 390, PUBLISHED), KnownIndex(400, None, PROVEN)),
    (KnownIndex(400, 420, PROVEN), KnownIndex(380, None, PUBLISHED), KnownIndex(400, None, PUBLISHED)),
    (KnownIndex(400, 400, SUPPOSED, True), KnownIndex(405, 405, PROVEN), KnownIndex(405, 405, PROVEN, True)),
]


@pytest.mark.parametrize(("own", "floor", "paid"), RAISED)
def test_an_index_is_raised_where_what_is_guaranteed_is_above(
    own: KnownIndex, floor: KnownIndex, paid: KnownIndex
) -> None:
    assert own.raised(floor) == paid


@pytest.mark.parametrize(("chevron", "im"), [(None, 895), (1, 895), (2, 930), (3, 977)])
def test_a_payslip_says_the_index_of_its_chevron(catalogue: Catalogue, chevron: int | None, im: int) -> None:
    found = slips(catalogue, corps="dsp", grade="hors_classe", echelon=6, chevron=chevron)
    assert isinstance(found, Payslip)
    assert found.indice == KnownIndex(im, im, PROVEN)


def slips(catalogue: Catalogue, **options: Any) -> Payslip | PayslipRange:
    return payslips_of(law_of(catalogue), catalogue.pay_books, request_of(catalogue, options))


def test_cpip_echelon_1_by_hand(catalogue: Catalogue) -> None:
    found = slips(catalogue, corps="cpip", echelon=1)
    assert isinstance(found, Payslip)
    # 399 points of 59,073.40 euros a year for 1,200: 1,964.19; the PSS is at its floor.
    assert lines_of(found.bulletin)["traitement"] == 1964_19
    assert lines_of(found.bulletin)["pss"] == 528_93
    assert "indice_encadre" in {item.code for item in found.hypotheses}


def test_cpip_echelon_3_is_between_both_payslips(catalogue: Catalogue) -> None:
    found = slips(catalogue, corps="cpip", echelon=3, zone=1)
    assert isinstance(found, PayslipRange)
    assert found.haut is not None
    for end, im in ((found.bas, 399), (found.haut, 488)):
        assert end.bulletin == payslip(catalogue, corps="cpip", im=im, zone=1).bulletin
        assert end.situation.echelon is not None
        assert end.situation.echelon.echelon == "3"
    assert found.net_min == found.bas.bulletin.totaux.net_a_payer_avant_impot


def test_the_floor_of_a_dpip_has_no_top(catalogue: Catalogue) -> None:
    found = slips(catalogue, corps="dpip")
    assert isinstance(found, PayslipRange)
    assert found.haut is None
    assert found.bas.bulletin == payslip(catalogue, corps="dpip", im=415).bulletin
    out = same_spaces(penit("paie", "dpip").out)
    assert "au moins 1 985 € net avant impôt" in out.splitlines()[0]
    assert penit_json("paie", "dpip")["net_encadre"] == {"min": 1984.72, "max": None, "preuve": PUBLISHED}


def test_a_supposition_carries_the_word(catalogue: Catalogue) -> None:
    found = slips(catalogue, corps="cea", echelon=5)
    assert isinstance(found, Payslip)
    assert found.bulletin == payslip(catalogue, corps="cea", im=401).bulletin
    assert "indice_suppose" in {item.code for item in found.hypotheses}
    out = same_spaces(penit("paie", "cea", "--echelon", "5").out)
    assert "indice majoré 401 (supposé)" in out.splitlines()[0]
    grid = same_spaces(penit("grille", "cea").out)
    assert "≈ 401 (supposé)" in grid


def test_the_net_of_a_range_is_its_least_where_the_smic_tops_up(catalogue: Catalogue) -> None:
    found = slips(catalogue, corps="cea", grade="major")
    assert isinstance(found, PayslipRange)
    nets = [
        payslip(catalogue, corps="cea", grade="major", im=im).bulletin.totaux.net_a_payer_avant_impot
        for im in range(366, 420)
    ]
    assert found.net_min == min(nets) < nets[0]
    assert "le net descend à 2 102,04 €" in same_spaces(penit("paie", "cea", "--grade", "major").out)


def test_the_first_line_says_the_range_and_json_both_ends() -> None:
    result = same_spaces(penit("paie", "cpip", "--echelon", "3").out)
    assert "échelon 3 : 2 340 à 2 673 € net avant impôt" in result.splitlines()[0]
    decoded = penit_json("paie", "cpip", "--echelon", "3")
    assert decoded["indice"] == {"min": 399, "max": 488, "preuve": PUBLISHED}
    assert decoded["net_encadre"] == {"min": 2339.67, "max": 2673.39, "preuve": PUBLISHED}
    for end, im in (("bas", "399"), ("haut", "488")):
        assert decoded[end]["totaux"] == penit_json("paie", "cpip", "--im", im)["totaux"]
    assert penit("paie", "cpip", "--echelon", "3", "--contre", "--im 450").code == 2


def test_the_grid_of_cpip() -> None:
    grid = penit_json("grille", "cpip", "--grade", "classe_normale")
    steps = grid["grades"][0]["echelons"]
    assert [step["indice_majore"] for step in steps] == [399, *[None] * 12, 643]
    assert (steps[2]["net"], steps[2]["net_encadre"]) == (None, {"min": 2339.67, "max": 2673.39, "preuve": PUBLISHED})
    out = same_spaces(penit("grille", "cpip").out)
    assert "399 à 488" in out
    assert "2 340 à 2 673 €" in out
    assert "au moins 1 985 €" in same_spaces(penit("grille", "dpip").out)


def test_the_least_net_stops_where_the_smic_does() -> None:
    pays = {index: EndPay(net, topped_up=index < 380) for index, net in enumerate(range(500, 450, -1), 366)}
    asked = KnownIndex(366, None, "grille_encadree")
    assert least_net(asked, pays[366], pays.__getitem__) == pays[380].net
    assert least_net(asked._replace(max=370), pays[366], pays.__getitem__) == pays[370].net
    assert least_net(asked._replace(min=390), pays[390], pays.__getitem__) == pays[390].net


@settings(max_examples=15, deadline=None)
@given(st.integers(366, 700), st.integers(0, 120), st.integers(0, 1000))
def test_a_range_contains_what_an_exact_index_pays(catalogue: Catalogue, low: int, width: int, share: int) -> None:
    """What a user's file gives later lies within the bounds known before."""
    index = low + width * share // 1000
    books = catalogue.pay_books
    bounded = UNSOURCED._replace(im_min=low, im_max=low + width)
    before = _only(catalogue, books, bounded)
    after = _only(catalogue, books, UNSOURCED._replace(im=index))
    assert before.bas is not None
    assert before.haut is not None
    assert after.bas is not None
    for part in ("traitement", "brut", "net"):
        ends = (getattr(before.bas, part), getattr(before.haut, part))
        assert ends[0] <= getattr(after.bas, part)
        assert getattr(after.bas, part) <= max(ends) or index < 400


def _only(catalogue: Catalogue, books: PayBooks, echelon: Any) -> GridEchelon:
    corps: Corps = catalogue.corps_of("cea")
    reason = Encadrement("bornes", "Une raison.", corps.sources)
    grade = corps.grades[2]._replace(echelons=(echelon,), encadrement=reason)
    grid = grid_of(law_of(catalogue), books, corps._replace(grades=(grade,)), 3)
    return grid.grades[0].echelons[0]
