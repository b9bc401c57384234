"""A career from where one is: an échelon and its day, or an index; the school is skipped."""

from datetime import date

import pytest

from penitcareer.domain.career.errors import NoSuchIndex, StartAhead, TwoStarts
from penitcareer.domain.career.plan import Departure, Wish
from penitcareer.domain.pay.errors import UnknownEchelon, UnknownGrade
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import (
    BASE,
    TOP,
    UP,
    careers,
    codes,
    details,
    grade,
    promotion,
    route,
    school,
    stages,
    subject,
)
from tests.support import penit_json, refused, same_spaces, screen

HERE = subject(school("eleve", 370, 12), BASE, UP, TOP)


def test_the_echelon_goes_on_from_the_day_it_was_taken(catalogue: Catalogue) -> None:
    """Échelon 2 lasts 24 months: taken 8 months before, it ends at month 16."""
    found = careers(catalogue, HERE, depart=Departure(echelon="2", le=date(2026, 3, 1)))
    assert stages(found)[:3] == [(0, "base", "2"), (16, "base", "3"), (52, "base", "4")]
    assert "depart_sans_date" not in codes(found)


def test_without_a_day_it_is_taken_now(catalogue: Catalogue) -> None:
    found = careers(catalogue, HERE, depart=Departure(echelon="2"))
    assert stages(found)[:2] == [(0, "base", "2"), (24, "base", "3")]
    assert "depart_sans_date" in codes(found)


def test_what_seniority_gave_since_is_counted(catalogue: Catalogue) -> None:
    found = careers(catalogue, HERE, depart=Departure(echelon="1", le=date(2024, 11, 1)))
    assert stages(found)[:2] == [(0, "base", "2"), (12, "base", "3")]


def test_a_grade_may_be_named(catalogue: Catalogue) -> None:
    found = careers(catalogue, HERE, depart=Departure(grade="haut", echelon="2"))
    assert stages(found)[:2] == [(0, "haut", "2"), (24, "haut", "3")]
    with pytest.raises(UnknownGrade):
        careers(catalogue, HERE, depart=Departure(grade="bas", echelon="2"))
    with pytest.raises(UnknownEchelon):
        careers(catalogue, HERE, depart=Departure(echelon="9"))


def test_the_lengths_before_count_as_services(catalogue: Catalogue) -> None:
    """Échelon 3 follows 12 and 24 months: six years of services come three years later."""
    rules = {"promotions": [promotion("base", "haut", route(services_annees=6))]}
    found = careers(catalogue, subject(carriere=rules), depart=Departure(echelon="3"), avancement="au_plus_tot")
    assert (36, "haut", "3") in stages(found)  # from index 480, reached that month
    assert "depart_anciennete" in codes(found)


@pytest.mark.parametrize(("im", "place"), [(450, ("base", "3")), (470, ("haut", "2")), (520, ("sommet", "1"))])
def test_an_index_is_that_of_its_echelon(catalogue: Catalogue, im: int, place: tuple[str, str]) -> None:
    assert stages(careers(catalogue, HERE, depart=Departure(im=im)))[0] == (0, *place)


def test_an_index_within_bounds_is_paid_at_once_and_bounds_what_follows(catalogue: Catalogue) -> None:
    bounds = {"nature": "bornes", "raison": "Essai.", "sources": [{"titre": "Essai"}]}
    here = subject(grade("base", (400, 12), (None, 12), (None, 12), (500, None), encadrement=bounds))
    found = careers(catalogue, here, depart=Departure(im=450), zone=3)
    segments = found.carrieres[0].parcours.segments
    exact = penit_json("paie", "--im", "450", "--zone", "3", "--date", "2026-11")["totaux"]["net_a_payer_avant_impot"]
    assert [item.etape.echelon.echelon for item in segments if item.etape.echelon] == ["2", "3", "4"]
    first, second = (item.paie.net for item in segments[:2] if item.paie)
    assert first == (round(exact * 100),) * 2
    assert (second[0], (second[1] or 0) > first[0]) == (first[0], True)
    assert details(found, "depart_echelon_suppose") == (("2", "Grade base"),)


def test_a_supposed_start_is_said_on_the_short_screen_and_no_other_is() -> None:
    """450 is no known index of the CEA: the lowest échelon that may have it is brigadier-chef's first."""
    supposed = same_spaces(screen("carriere", "cea", "--im", "450"))
    assert supposed.startswith("Surveillant (corps CEA), depuis l’échelon 1 supposé · net")
    said = " ".join(supposed.split())
    assert "Départ supposé à l’échelon 1 (brigadier-chef pénitentiaire), le plus bas possible : --depuis dit" in said
    known = same_spaces(screen("carriere", "cea", "--im", "377"))
    assert "depuis l’échelon 2" in known
    assert "échelon 2 supposé" not in known
    assert "Départ supposé" not in known


def test_an_index_that_nobody_pays_is_refused_with_the_nearest(catalogue: Catalogue) -> None:
    with refused(NoSuchIndex, "les plus proches : 450 ou 470", "carriere"):
        careers(catalogue, HERE, depart=Departure(im=460))


def test_a_start_makes_sense(catalogue: Catalogue) -> None:
    with refused(StartAhead, "2026-12, après le départ", "carriere"):
        careers(catalogue, HERE, depart=Departure(echelon="2", le=date(2026, 12, 1)))
    assert stages(careers(catalogue, HERE, depart=Departure(echelon="2", le=date(2026, 11, 1))))[0] == (0, "base", "2")
    with refused(TwoStarts, "pas les deux", "carriere"):
        careers(catalogue, HERE, depart=Departure(echelon="2", im=420))


def test_one_may_start_at_school(catalogue: Catalogue) -> None:
    found = careers(
        catalogue, HERE, depart=Departure(grade="eleve", le=date(2026, 5, 1)), promotions=(Wish("haut", 2),)
    )
    assert stages(found)[:2] == [(0, "eleve", "unique"), (6, "base", "1")]


def test_the_command_starts_from_where_one_is() -> None:
    path = penit_json("carriere", "dsp", "--depuis", "echelon=5@2025-03", "--annees", "1", "--date", "2026-11")[
        "parcours"
    ][0]
    assert path["depart"] == {"grade": None, "echelon": "5", "depuis": "2025-03", "indice_majore": None}
    assert path["annees"][0]["echelon"] == "5"
    assert path["annees"][0]["net"] == 2892.02
    assert [row["mois"] for row in path["annees"][0]["changements"]] == ["2027-03"]
    known = penit_json("carriere", "cpip", "--im", "450", "--annees", "1", "--date", "2026-11")["parcours"][0]
    assert known["annees"][0]["net"] == 2530.92
    assert penit_json("carriere", "dsp", "--annees", "1")["parcours"][0]["depart"] is None
