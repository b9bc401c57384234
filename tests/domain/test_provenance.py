"""Where facts come from, and how long ago it was read."""

from datetime import date

import pytest

from penitcareer.domain.across.usage import cited_by
from penitcareer.domain.dated import Dated, TextSource
from penitcareer.domain.metiers.provenance import Cited, User, build_provenance, is_stale, sources_of
from penitcareer.render.words.users import USAGES, counted, label, named
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.ours import read_sources
from tests.support import DATA, DAY, metier, pay, same_spaces

SOURCES = [
    {"id": name, "titre": name, "consulte_le": read, "nature": "document"}
    for name, read in (("a", "2025-05-21"), ("b", "2025-05-20"), ("c", "2026-11-21"))
]


@pytest.mark.parametrize(
    ("read_on", "day", "stale"),
    [
        (date(2025, 5, 21), date(2026, 11, 21), False),
        (date(2025, 5, 20), date(2026, 11, 21), True),
        (date(2025, 5, 22), date(2026, 11, 21), False),
        (date(2025, 4, 30), date(2026, 10, 31), True),
        (date(2025, 8, 31), date(2027, 2, 28), False),
        (date(2025, 8, 31), date(2027, 3, 1), True),
        (date(2026, 11, 21), date(2026, 11, 21), False),
        (date(2026, 11, 22), date(2026, 11, 21), False),  # read after the day asked
        (date(2020, 1, 1), date(2026, 1, 1), True),
    ],
)
def test_a_source_is_stale_after_eighteen_months_to_the_day(read_on: date, day: date, stale: bool) -> None:
    assert is_stale(read_on, day) is stale


def test_each_source_says_what_it_supports_in_the_order_of_the_record() -> None:
    one = metier(
        sources=SOURCES,
        titre="Titre",
        remuneration=pay(("junior", 1, 2)) | {"source": "a"},
        competences=[{"nom": "n", "source": "b"}, {"nom": "m", "source": "b"}],
        acces={"voies": [{"voie": "v", "source": "a"}], "formation": {"source": "b"}},
        origines={"titre": "b", "remuneration": "b"},
    )
    uses = {use.source.id: use for use in sources_of(one, DAY).sources}
    assert uses["a"].appuie == ("remuneration", "acces")
    assert uses["b"].appuie == ("titre", "competences", "remuneration", "acces")
    assert uses["c"].appuie == ()
    assert [uses[name].perimee for name in "abc"] == [False, True, False]


def test_every_source_of_the_catalogue_supports_something(catalogue: Catalogue) -> None:
    idle = [
        (metier.code, use.source.id)
        for metier in build_provenance(catalogue.metiers, DAY).metiers
        for use in metier.sources
        if not use.appuie
    ]
    assert idle == []


def test_every_known_fact_of_the_catalogue_rests_on_a_source(catalogue: Catalogue) -> None:
    silent = {"code", "titre_court", "mots_cles", "precisions", "origines", "sources", "fichier", "notes"}
    for one in catalogue.metiers:
        supported = {field for use in sources_of(one, DAY).sources for field in use.appuie}
        known = {field for field in one._fields if getattr(one, field) and field not in silent}
        derived = {"dsp": {"alias"}}.get(one.code, set())  # our own words, and « precisions » says so
        assert known - supported - derived == set(), one.code
        assert all(one.precision(field) for field in derived)


def test_a_source_of_several_metiers_names_the_others() -> None:
    shared = {"id": "x", "titre": "Page", "url": "https://a.fr/", "consulte_le": "2026-01-01", "nature": "presse"}
    later = {**shared, "id": "y", "titre": "Autre", "date": "2024"}
    seen = [metier(code, sources=[{**shared, "id": code}, later]) for code in ("a", "b")] + [
        metier("c", sources=[later])
    ]
    found = build_provenance(seen, DAY).metiers
    assert [[use.autres for use in one.sources] for one in found] == [
        [("b",), ("b", "c")],
        [("a",), ("a", "c")],
        [("a", "b")],
    ]


def test_the_others_of_a_metier_alone_are_not_looked_at(catalogue: Catalogue) -> None:
    assert {use.autres for use in build_provenance([catalogue.metier("cpip")], DAY).metiers[0].sources} == {None}


def test_the_sources_of_several_metiers_keep_their_order(catalogue: Catalogue) -> None:
    found = build_provenance(catalogue.metiers, DAY)
    assert [one.code for one in found.metiers] == [code for code, _ in catalogue.titles]
    assert found.jour == DAY


CRDS, TAX, CPIP = User("droit", "crds", "CRDS"), User("droit", "impot", None), User("corps", "cpip", "Conseiller")


def test_a_source_is_met_once_with_all_that_rests_on_it() -> None:
    page = {"id": "x", "titre": "Page", "url": "https://a.fr/", "consulte_le": "2026-01-01", "nature": "presse"}
    one, article = metier("a", sources=[page]), TextSource("Page, art. 3", "https://a.fr/", None)
    later = TextSource("Page", "https://a.fr/", "2024")
    rate = (1, Dated(DAY, 50, article, None), Dated(DAY, 60, article, None))
    of_metier = User("metier", "a", one.titre)
    assert cited_by(
        [(of_metier, one), (CRDS, rate), (TAX, (later, TextSource("Livre", None, None))), (CPIP, rate)]
    ) == (
        Cited("Page", "https://a.fr/", None, "presse", (of_metier, CRDS, CPIP)),
        Cited("Page", "https://a.fr/", "2024", None, (TAX,)),
        Cited("Livre", None, None, None, (TAX,)),
    )


def test_something_rests_on_every_source_that_files_cite(catalogue: Catalogue) -> None:
    used = {one.url or one.titre: one.utilisateurs for one in cited_by(catalogue.users)}
    idle = [name for name, source in read_sources(str(DATA)).items() if not used.get(source["url"] or source["titre"])]
    assert idle == []
    assert {user.genre for those in used.values() for user in those} == set(USAGES)


def test_what_rests_on_sources_is_every_metier_corps_bonus_and_rule(catalogue: Catalogue) -> None:
    users = dict.fromkeys(user for user, _ in catalogue.users)
    codes = {genre: [user.code for user in users if user.genre == genre] for genre in USAGES}
    assert codes["metier"] == [code for code, _ in catalogue.titles]
    assert codes["corps"] == [one.code for one in catalogue.corps]
    assert codes["prime"] == [one.code for one in catalogue.pay_books.primes]
    assert codes["sigle"] == [one.sigle for one in catalogue.sigles()]
    lines = {*catalogue.pay_books.lignes} - {*codes["prime"]}
    tables = {"bareme_a", "hors_echelle", "impot", "regle_estimation", "dispenses"}
    assert set(codes["droit"]) == {*catalogue.pay_rules.parametres} | lines | tables
    assert all(map(label, users))


def test_users_are_counted_and_named_by_kind() -> None:
    seen = [
        CPIP,
        CRDS,
        User("metier", "dsp", "Directeur"),
        TAX,
        User("sigle", "PSS", "prime"),
        User("metier", "a", "A"),
    ]
    assert same_spaces(counted(seen)) == "2 métiers, 1 corps, 2 règles de paie, 1 sigle"
    assert same_spaces(named(seen)) == (
        "dsp, a ; corps cpip ; règles de paie « CRDS », « Taux d’impôt par défaut » ; sigle PSS"
    )
    twice = [CRDS, User("droit", "crds_ligne", "CRDS")]  # a rate and its line
    assert same_spaces(named(twice)) == "règle de paie « CRDS »"
