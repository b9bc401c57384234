"""What live controls offer: never what the library would refuse."""

import pytest

from penitcareer import Penit
from penitcareer.api.demande import Demande
from penitcareer.api.live import Live
from penitcareer.domain.career.errors import PromotionTooEarly
from tests.support import DAY


@pytest.fixture(scope="module")
def live(known_world: None) -> Live:
    return Live(Penit(le=DAY))


def test_names_are_found_by_how_their_words_start(live: Live) -> None:
    assert live.named("Éduc") == frozenset({"educateur"})
    assert live.named("direct prison") == live.named("prison DIRECT")
    assert "dsp" in (live.named("direct prison") or ())
    assert live.named("  ") is None
    assert live.named("zzz") == frozenset()
    assert "surveillant" in (live.named("gardien") or ())


def test_filters_keep_what_the_list_keeps(live: Live) -> None:
    penit = Penit(le=DAY)
    for filiere, diplome in (
        (None, "bac"),
        ("technique", None),
        ("technique", "bac"),
        ("insertion et probation", "bac+3"),
    ):
        asked = penit.metiers(filiere=filiere, diplome=diplome).valeur.lignes
        assert tuple(live.filtered(filiere, diplome)) == asked != live.lines
    assert tuple(live.filtered(None, None)) == live.lines


def test_each_bonus_offered_is_one_that_the_post_is_paid(live: Live) -> None:
    post: Demande = {"corps": "cpip"}
    penit = Penit(le=DAY)
    offered = live.bonuses(post)
    assert [bonus.prime.code for bonus in offered if bonus.own] == ["pss", "ifse"]
    for bonus in offered:
        asked: Demande = (
            {**post, "sans_primes_nommees": [bonus.prime.code]}
            if bonus.own
            else {**post, "primes_nommees": [bonus.prime.code]}
        )
        assert penit.paie(**asked).valeur
    assert all(bonus.most > 1 for bonus in offered if bonus.prime.by_unit)
    assert live.bonuses({"corps": "x"}) == ()


def test_the_first_year_of_a_promotion_is_accepted_and_the_one_before_is_not(live: Live) -> None:
    year = live.first_year(["dsp"], "hors_classe")
    assert year
    penit = Penit(le=DAY)
    assert penit.carriere("dsp", promotions=[("hors_classe", year)]).valeur
    with pytest.raises(PromotionTooEarly):
        penit.carriere("dsp", promotions=[("hors_classe", year - 1)])
    assert live.first_year(["dsp"], "x") is None
    assert live.first_year(["dsp"], "classe_exceptionnelle") is None


def test_the_grades_of_two_corps_that_share_a_code_are_one_promotion(live: Live) -> None:
    found = live.promotions(["cpip", "dspip", "coordinateur_culturel"])
    assert [corps.code for _, corps in found["classe_exceptionnelle"]] == ["cpip", "dpip"]
    assert [corps.code for _, corps in found["hors_classe"]] == ["dpip"]
    assert live.promotions(["coordinateur_culturel"]) == {}
    assert live.corps_of("coordinateur_culturel") is None
