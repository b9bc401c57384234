"""The list: filters keep what they say, and an unknown pay never counts as zero."""

import pytest

from penitcareer.domain.errors import InvalidChoice
from penitcareer.domain.metiers.listing import (
    Filters,
    Listing,
    build_listing,
    entry_of,
    filiere_named,
    kept_by,
    named,
    pay_of,
)
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.money import Range
from tests.support import RULE, metier, pay, refused, smic

METIERS = [
    metier("riche", titre="Abbé", categorie="A+", remuneration=pay(("junior", 4000, 6000))),
    metier("pauvre", titre="Zouave", categorie="C", remuneration=pay(("junior", 1500, 1600), ("senior", 1700, 2000))),
    metier("inconnu", titre="Élève", categorie="A"),
    metier(
        "moyen",
        titre="Chef",
        categorie="B",
        remuneration=pay(("junior", 1000, 9000), affichee={"min": 3000, "max": 3002}),
    ),
    metier("autre", titre="eclusier"),
]


def listing(sort: str = "filiere", **filters: object) -> Listing:
    return build_listing([entry_of(one) for one in METIERS], RULE, None, sort, Filters(**filters))  # type: ignore[arg-type]


def codes(found: Listing) -> list[str]:
    return [line.entree.code for line in found.lignes]


def test_the_list_comes_in_the_order_of_the_catalogue() -> None:
    assert codes(listing()) == ["riche", "pauvre", "inconnu", "moyen", "autre"]


def test_the_list_can_come_in_order_of_code() -> None:
    assert codes(listing(sort="code")) == ["autre", "inconnu", "moyen", "pauvre", "riche"]


def test_titles_sort_without_accents_nor_case() -> None:
    assert codes(listing(sort="titre")) == ["riche", "moyen", "autre", "inconnu", "pauvre"]


def test_pay_sorts_on_the_net_of_the_start_and_unknown_comes_last() -> None:
    assert codes(listing(sort="salaire")) == ["moyen", "pauvre", "riche", "autre", "inconnu"]


def test_min_net_says_whose_net_is_unknown() -> None:
    assert listing(min_net=1).net_inconnu == ("inconnu", "autre")
    assert listing().net_inconnu == ()


def test_equal_starts_sort_by_code() -> None:
    twins = [metier(code, remuneration=pay(("junior", 10, 20))) for code in ("b", "a")]
    found = build_listing([entry_of(one) for one in twins], RULE, None, "salaire")
    assert codes(found) == ["a", "b"]


@pytest.mark.parametrize(
    ("category", "kept"),
    [("A", ["riche", "inconnu"]), ("A+", ["riche"]), ("B", ["moyen"]), ("C", ["pauvre"])],
)
def test_category_a_keeps_a_plus_and_a_plus_stands_alone(category: str, kept: list[str]) -> None:
    found = listing(categorie=category)
    assert codes(found) == kept
    assert found.total == 5


@pytest.mark.parametrize(
    ("floor", "kept"),
    [
        (1580_00, ["riche", "pauvre", "moyen"]),  # 2 000 € less 21 %
        (1580_01, ["riche", "moyen"]),
        (4740_00, ["riche", "moyen"]),
        (4740_01, ["moyen"]),
        (7110_01, []),
    ],
)
def test_min_net_keeps_a_senior_net_that_reaches_it_and_no_unknown(floor: int, kept: list[str]) -> None:
    assert codes(listing(min_net=floor)) == kept


def test_without_a_displayed_range_the_list_shows_from_the_lowest_to_the_highest() -> None:
    poor = pay_of(METIERS[1].remuneration, RULE, smic())
    assert poor is not None
    assert poor.affichee == Range(1500_00, 2000_00)
    assert poor.affichee_nette == Range(1125_00, 1580_00)


def test_a_displayed_range_is_the_sources_own() -> None:
    medium = pay_of(METIERS[3].remuneration, RULE, None)
    assert medium is not None
    assert medium.affichee == Range(3000_00, 3002_00)


def test_a_metier_answers_to_every_name_once_folded() -> None:
    one: Metier = metier("dpip", titre="Directeur d’été", sigle="DPIP", alias=["D.P.I.P.", "Chef"], corps=["Corps"])
    assert named(one).noms == ("dpip", "directeur d ete", "d p i p", "chef")
    assert named(one).corps == ("corps",)


DIVERSE = [
    metier("sans", niveau_diplome=0, filiere="Bois", statuts=["titulaire"]),
    metier("bac", niveau_diplome=4, filiere="Bois et fer", statuts=["titulaire", "contractuel"]),
    metier("licence", niveau_diplome=6, filiere="Été", statuts=["contractuel"]),
    metier("inconnu"),
    metier("ferme", niveau_diplome=0, recrutement=False, filiere="Bois"),
]


def kept(**filters: object) -> Listing:
    entries = [entry_of(one) for one in DIVERSE]
    return build_listing(entries, RULE, None, "code", Filters(**filters))  # type: ignore[arg-type]


@pytest.mark.parametrize("level", [None, 0, 4, 8])
def test_a_metier_alone_is_kept_as_it_is_in_the_list(level: int | None) -> None:
    """The explorer filters lines that it has: one where nobody is recruited is left out of a level too."""
    filters = Filters(niveau=level)
    alone = [one.code for one in DIVERSE if kept_by(entry_of(one), filters)]
    assert sorted(alone) == sorted(codes(kept(niveau=level)))


@pytest.mark.parametrize(
    ("level", "expected"),
    [(0, ["sans"]), (3, ["sans"]), (4, ["bac", "sans"]), (5, ["bac", "sans"]), (6, ["bac", "licence", "sans"])],
)
def test_a_diploma_keeps_what_it_opens_and_tells_what_it_leaves_out(level: int, expected: list[str]) -> None:
    found = kept(niveau=level)
    assert codes(found) == expected
    assert (found.niveau_inconnu, found.fermes, found.total) == (("inconnu",), ("ferme",), 5)


def test_without_a_diploma_nothing_is_left_out() -> None:
    found = kept()
    assert len(found.lignes) == 5
    assert (found.niveau_inconnu, found.fermes) == ((), ())


def test_other_filters_come_before_what_the_diploma_leaves_out() -> None:
    found = kept(niveau=8, statut="contractuel")
    assert (codes(found), found.niveau_inconnu, found.fermes) == (["bac", "licence"], (), ())


@pytest.mark.parametrize(("status", "expected"), [("titulaire", ["bac", "sans"]), ("contractuel", ["bac", "licence"])])
def test_a_statut_keeps_those_that_name_it(status: str, expected: list[str]) -> None:
    assert codes(kept(statut=status)) == expected


@pytest.mark.parametrize(
    ("asked", "name"), [("bois", "Bois"), ("BOIS ET", "Bois et fer"), ("ete", "Été"), ("Bois", "Bois"), ("é", "Été")]
)
def test_a_filiere_is_named_whole_or_by_the_only_start(asked: str, name: str) -> None:
    assert filiere_named(asked, [entry_of(one) for one in DIVERSE]) == name


@pytest.mark.parametrize("asked", ["", "bo", "fer", "zz"])
def test_an_unknown_or_ambiguous_filiere_lists_them_all(asked: str) -> None:
    with refused(InvalidChoice, "--filiere : .* Bois, Bois et fer, Été", "list"):
        filiere_named(asked, [entry_of(one) for one in DIVERSE])
