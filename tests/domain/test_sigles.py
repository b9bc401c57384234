"""Acronyms and what they stand for."""

from datetime import date

import pytest

from penitcareer.domain.errors import UnknownSigle
from penitcareer.domain.metiers.sigles import Sigle, find_sigle
from penitcareer.render.refusals import sentence
from tests.support import PAGE

KNOWN = [Sigle(name, "sens", "explication", None, PAGE, date(2026, 1, 1)) for name in ("PPSMJ", "Genesis", "PSS")]


@pytest.mark.parametrize("asked", ["PPSMJ", "ppsmj", "p.p.s.m.j.", "P P S M J", " ppsmj "])
def test_an_acronym_is_found_whatever_its_case_and_points(asked: str) -> None:
    assert find_sigle(asked, KNOWN).sigle == "PPSMJ"


def test_a_mistyped_acronym_gets_the_nearest_in_its_own_case() -> None:
    with pytest.raises(UnknownSigle) as caught:
        find_sigle("genesys", KNOWN)
    assert caught.value.nearest == ("Genesis",)
    assert "penit sigle" in sentence(caught.value, {})


def test_an_acronym_like_no_other_gets_the_list() -> None:
    with pytest.raises(UnknownSigle) as caught:
        find_sigle("zzz", KNOWN)
    assert caught.value.nearest == ()
