"""All faults of all files at once, each with file, line, field and a French sentence."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.metiers.metier import Metier
from penitcareer.store.checking import check_files
from penitcareer.store.collect import read_file
from penitcareer.store.convert import record_from
from tests.support import as_yaml, drawn, pay, penit, record, write_metiers


def read_metiers(path: Path) -> list[Metier]:
    """The métiers of a file, as the domain gets them."""
    return [record_from(Metier, {**one, "fichier": None}) for one in read_file(str(path))["metiers"]]


def faults_of(folder: Path, *records: dict[str, Any]) -> list[Fault]:
    return list(check_files([str(write_metiers(folder / "f.yaml", *records))]).fautes)


def only_fault(folder: Path, **fields: Any) -> tuple[str, str]:
    """Field and message of the one fault of a record with these fields."""
    (fault,) = faults_of(folder, record(**fields))
    assert fault.ligne is not None
    return fault.champ.removeprefix("metiers[0]").lstrip("."), fault.message


def test_every_fault_of_every_file_is_given_at_once(tmp_path: Path) -> None:
    one, two = tmp_path / "un.yaml", tmp_path / "deux.yaml"
    one.write_text("metiers:\n  - code: X\n    titre: 12\n    sources: []\n    titr: a\n")
    two.write_text("metiers:\n  - code: a\n    titre: t\n  - code: b\n    titre: t\n    sources: 3\n")
    found = check_files([str(one), str(two)]).fautes
    assert [(Path(fault.fichier).name, fault.ligne, fault.champ) for fault in found] == [
        ("un.yaml", 2, "metiers[0].code"),
        ("un.yaml", 3, "metiers[0].titre"),
        ("un.yaml", 4, "metiers[0].sources"),
        ("un.yaml", 5, "metiers[0].titr"),
        ("deux.yaml", 2, "metiers[0].sources"),
        ("deux.yaml", 6, "metiers[1].sources"),
    ]


def test_an_unknown_field_suggests_the_right_one(tmp_path: Path) -> None:
    assert only_fault(tmp_path, categori="A") == ("categori", "champ inconnu ; vouliez-vous dire categorie ?")
    assert only_fault(tmp_path, zzz="A") == ("zzz", "champ inconnu")


def test_an_unknown_field_deep_down_is_compared_with_its_own_neighbours(tmp_path: Path) -> None:
    fields = pay(("junior", 1, 2))
    fields["tranches"][0]["libele"] = "x"
    assert only_fault(tmp_path, remuneration=fields) == (
        "remuneration.tranches[0].libele",
        "champ inconnu ; vouliez-vous dire libelle ?",
    )
    assert "vouliez-vous dire voies" in only_fault(tmp_path, acces={"voie": []})[1]


LONG = "x" * 5000
PUBLISHED = {"situation": "s", "base": "net", "source": "s"}


@pytest.mark.parametrize(
    ("fields", "champ", "message"),
    [
        ({"code": "Trop"}, "code", "écriture refusée"),
        ({"code": "é"}, "code", "écriture refusée"),
        ({"code": "a" * 41}, "code", "écriture refusée"),
        ({"titre": ""}, "titre", "texte vide"),
        ({"titre": None}, "titre", "texte attendu"),
        ({"titre": "…"}, "", "ni lettre ni chiffre"),
        ({"titre": "x" * 201}, "titre", "plus de 200 caractères"),
        ({"accroche": LONG}, "accroche", "plus de 4000 caractères"),
        ({"accroche": 12}, "accroche", "texte attendu"),
        ({"alias": "un"}, "alias", "liste attendue"),
        ({"alias": [1]}, "alias[0]", "texte attendu"),
        ({"categorie": "D"}, "categorie", "attendu : A+, A, B ou C"),
        ({"acces": []}, "acces", "bloc de champs attendu"),
        ({"acces": {"formation": {"duree_mois": "12"}}}, "acces.formation.duree_mois", "nombre entier attendu"),
        ({"acces": {"formation": {"duree_mois": 1.5}}}, "acces.formation.duree_mois", "nombre entier attendu"),
        ({"acces": {"formation": {"duree_mois": -1}}}, "acces.formation.duree_mois", "au moins 0"),
        ({"acces": {"formation": {"duree_mois": 121}}}, "acces.formation.duree_mois", "au plus 120"),
        ({"acces": {"formation": {"remuneree": "oui"}}}, "acces.formation.remuneree", "true ou false attendu"),
        ({"acces": {"engagement": {"duree_annees": 61}}}, "acces.engagement.duree_annees", "au plus 60"),
        ({"precisions": []}, "precisions", "bloc de champs attendu"),
        ({"precisions": {"inconnu": "x"}}, "", "champs inconnus : inconnu"),
        ({"origines": {"titre": "s9"}}, "", "source non déclarée dans sources : s9"),
        ({"missions": [{"titre": "t"}]}, "missions[0].texte", "champ obligatoire absent"),
        ({"conditions": [{"texte": "t", "source": "x1"}]}, "", "source non déclarée dans sources : x1"),
        ({"acces": {"voies": [{"voie": "v", "source": "x2"}]}}, "", "source non déclarée dans sources : x2"),
        ({"competences": [{"nom": "n", "niveau": 11, "sur": 10}]}, "competences[0].niveau", "au plus 10"),
        ({"remuneration": pay()}, "remuneration.tranches", "liste vide"),
        ({"remuneration": pay(("junior", 3, 2))}, "remuneration.tranches[0].brut", "la borne min dépasse"),
        ({"remuneration": pay(("junior", 0, 2))}, "remuneration.tranches[0].brut.min", "inconnu s’écrit null"),
        ({"remuneration": pay(("junior", -1, 2))}, "remuneration.tranches[0].brut.min", "un montant dépasse 0"),
        ({"remuneration": pay(("junior", 1, 1_000_001))}, "remuneration.tranches[0].brut.max", "1 000 000"),
        ({"remuneration": pay(("junior", 1.001, 2))}, "remuneration.tranches[0].brut.min", "deux décimales"),
        ({"remuneration": pay(("junior", "1", 2))}, "remuneration.tranches[0].brut.min", "sans guillemets"),
        ({"remuneration": pay(("junior", True, 2))}, "remuneration.tranches[0].brut.min", "nombre attendu"),
        ({"remuneration": pay(("senior", 1, 2), ("junior", 1, 2))}, "remuneration", "de la moins à la plus ancienne"),
        ({"remuneration": pay(("junior", 1, 2), ("junior", 1, 2))}, "remuneration", "qu'une fois"),
        ({"remuneration": pay(("junior", 1, 2), base="net")}, "remuneration.base", "attendu : brut mensuel"),
        ({"remunerations_publiees": [PUBLISHED]}, "remunerations_publiees[0]", "soit montant, soit min et max"),
        ({"remunerations_publiees": [{**PUBLISHED, "montant": 1, "min": 1, "max": 2}]}, "remunerations_publiees[0]",
         "soit montant"),
        ({"remunerations_publiees": [{**PUBLISHED, "min": 1}]}, "remunerations_publiees[0]", "soit montant"),
        ({"remunerations_publiees": [{**PUBLISHED, "montant": 5, "max": 2}]}, "remunerations_publiees[0]", "soit"),
        ({"remunerations_publiees": [{**PUBLISHED, "min": 3, "max": 2}]}, "remunerations_publiees[0]", "la borne min"),
        ({"remunerations_publiees": [{**PUBLISHED, "montant": 1, "date": "21/11/2026"}]},
         "remunerations_publiees[0].date", "écriture refusée"),
        ({"remunerations_publiees": [{**PUBLISHED, "montant": 1, "date": "2026-13"}]},
         "remunerations_publiees[0].date", "écriture refusée"),
    ],
)  # fmt: skip
def test_a_fault_names_its_field_and_says_what_is_due(
    tmp_path: Path, fields: dict[str, Any], champ: str, message: str
) -> None:
    found_field, found_message = only_fault(tmp_path, **fields)
    assert found_field == champ
    assert message in found_message


SOURCE = {"id": "s", "titre": "t", "consulte_le": "2026-01-01", "nature": "document"}


@pytest.mark.parametrize(
    ("source", "champ", "message"),
    [
        ({"consulte_le": "2026-1-1"}, "sources[0].consulte_le", "écriture refusée"),
        ({"consulte_le": "2026-02-30"}, "sources[0].consulte_le", "n’existe pas"),
        ({"consulte_le": "2025-02-29"}, "sources[0].consulte_le", "n’existe pas"),
        ({"consulte_le": "0000-01-01"}, "sources[0].consulte_le", "n’existe pas"),
        ({"consulte_le": "２０２６-11-21"}, "sources[0].consulte_le", "écriture refusée"),
        ({"consulte_le": None}, "sources[0].consulte_le", "texte attendu"),
        ({"date": "2026-00"}, "sources[0].date", "écriture refusée"),
        ({"date": "٢٠٢٦"}, "sources[0].date", "écriture refusée"),
        ({"date": "2026-11-31"}, "sources[0].date", "n’existe pas"),
        ({"url": "javascript:alert(1)"}, "sources[0].url", "écriture refusée"),
        ({"url": "https://a b"}, "sources[0].url", "écriture refusée"),
        ({"id": "S 1"}, "sources[0].id", "écriture refusée"),
        ({"nature": "blog"}, "sources[0].nature", "valeur inconnue"),
    ],
)
def test_a_source_is_checked_too(tmp_path: Path, source: dict[str, Any], champ: str, message: str) -> None:
    found_field, found_message = only_fault(tmp_path, sources=[SOURCE | source])
    assert found_field == champ
    assert message in found_message


@pytest.mark.parametrize("day", ["2024-02-29", "2026-12-31"])
def test_a_day_of_the_calendar_is_taken(tmp_path: Path, day: str) -> None:
    assert faults_of(tmp_path, record(sources=[SOURCE | {"consulte_le": day, "date": day}])) == []


def test_two_sources_with_one_id_are_refused(tmp_path: Path) -> None:
    assert only_fault(tmp_path, sources=[SOURCE, SOURCE]) == ("", "deux sources ont le même id")


def test_a_level_of_skill_goes_with_its_scale(tmp_path: Path) -> None:
    for half in ({"niveau": 3}, {"sur": 5}, {"niveau": 6, "sur": 5}):
        champ, message = only_fault(tmp_path, competences=[{"nom": "n", **half}])
        assert champ == "competences[0]"
        assert "niveau" in message
    assert faults_of(tmp_path, record(competences=[{"nom": "n", "niveau": 5, "sur": 5}])) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "bloc de champs attendu"),
        ("[]", "bloc de champs attendu"),
        ("metier: []", "vouliez-vous dire metiers"),
        ("metiers: {}", "liste attendue"),
        ("metiers:", "liste attendue"),
        ("metiers: [1]", "bloc de champs attendu"),
        ("metiers: [null]", "bloc de champs attendu"),
    ],
)
def test_a_root_of_another_shape_is_a_fault(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(content)
    assert any(words in fault.message for fault in check_files([str(path)]).fautes)


def test_an_empty_list_of_metiers_is_right(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == []


def test_a_code_met_twice_is_a_fault_in_a_file_and_between_files(tmp_path: Path) -> None:
    twice = write_metiers(tmp_path / "a.yaml", record("un"), record("deux"), record("un"))
    (fault,) = check_files([str(twice)]).fautes
    assert (fault.champ, fault.message) == ("metiers[2].code", "le code un est en double")
    one, two = (write_metiers(tmp_path / name, record("un")) for name in ("b.yaml", "c.yaml"))
    report = check_files([str(one), str(two)])
    assert [(fault.fichier, fault.message) for fault in report.fautes] == [
        (str(two), f"le code un est déjà dans {one}")
    ]
    assert report.fiches == 2


values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5_000_000) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "code", "titre", "titre_feminin", "sigle", "alias", "corps", "filiere", "categorie", "accroche", "resume",
    "missions", "competences", "conditions", "tendances", "remuneration", "remunerations_publiees", "acces", "notes",
    "precisions", "origines", "sources", "autre",
]  # fmt: skip
dates = st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True) | st.dates().map(datetime.date.isoformat)


@drawn(700)
@given(st.dictionaries(st.sampled_from(FIELDS), values, max_size=4))
def test_any_record_is_right_or_refused_with_its_faults(tmp_path: Path, fields: dict[str, Any]) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(as_yaml({"metiers": [record() | fields]}), "utf-8", "surrogatepass")
    try:
        metiers = read_metiers(path)
    except InvalidData as error:
        assert error.faults  # noqa: PT017
        assert all(fault.message for fault in error.faults)  # noqa: PT017
        return
    assert all(one.code and one.sources for one in metiers)


@drawn(300)
@given(dates, dates)
def test_a_file_that_is_right_can_always_be_shown(tmp_path: Path, read: str, published: str) -> None:
    path = write_metiers(
        tmp_path / "f.yaml",
        record(sources=[SOURCE | {"consulte_le": read, "date": published}], origines={"titre": "s"}),
    )
    try:
        (one,) = read_metiers(path)
    except InvalidData:
        return
    assert one.sources[0].consulte_le.isoformat() == read
    datetime.date.fromisoformat(published)


def test_every_field_that_origins_may_name_can_be_listed(tmp_path: Path) -> None:
    fields = [*record(), "origines", "precisions", "notes", "alias"]
    path = write_metiers(tmp_path / "f.yaml", record(origines=dict.fromkeys(fields, "s")))
    assert check_files([str(path)]).fautes == ()
    result = penit("sources", "essai", "--data", str(path))
    assert (result.code, result.err) == (0, "")
