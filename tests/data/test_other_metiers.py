"""The fourteen métiers that no document describes: every fact found about them is told."""

import re

import pytest

from penitcareer.domain.entry.profile import corps_asked
from penitcareer.domain.metiers.metier import Acces, Metier
from penitcareer.domain.names import name_key
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.reading.yaml_loader import load_yaml
from tests.data.test_catalogue import CODES, every_text
from tests.support import DATA, METIERS

OTHERS = [code for code in METIERS if code not in CODES]


@pytest.fixture(scope="module")
def by_code(catalogue: Catalogue) -> dict[str, Metier]:
    return {one.code: one for one in catalogue.metiers}


def access(one: Metier) -> Acces:
    assert one.acces is not None
    return one.acces


@pytest.mark.parametrize("code", OTHERS)
def test_a_title_has_both_genders_and_no_pay_is_made_up(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    assert one.titre_feminin
    assert (one.titre_feminin == one.titre) is (code in ("capitaine", "psychologue"))
    assert one.remuneration is None
    assert (one.teletravail, one.evolution) == (None, None)


@pytest.mark.parametrize("code", OTHERS)
def test_every_record_has_what_a_reader_looks_for(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    for field in ("accroche", "resume", "en_clair", "missions", "employeurs", "acces"):
        assert getattr(one, field), field
    assert re.search(r"\b(tu|ton|toi|te|t’)\b", (one.en_clair or "").lower())
    assert not re.search(r"\b(tu|ton|ta)\b", " ".join(one.resume).lower())
    assert all(fact.source for fact in one.passerelles)
    assert (one.categorie is None) is (one.statuts == ("contractuel",))


@pytest.mark.parametrize("code", ["surveillant", "capitaine", "chef_services", "adjoint_technique", "technicien",
                                  "directeur_technique"])  # fmt: skip
def test_the_special_status_is_said(by_code: dict[str, Metier], code: str) -> None:
    assert "statut spécial" in (by_code[code].precision("statuts") or "")


def test_search_words_are_shared_or_pejorative_names_or_what_is_asked(by_code: dict[str, Metier]) -> None:
    assert {code: one.mots_cles for code, one in by_code.items() if one.mots_cles} == {
        "surveillant": ("maton", "matonne"),
        "educateur": ("binôme de soutien",),
        **dict.fromkeys(("adjoint_technique", "technicien", "directeur_technique"), ("personnel technique",)),
        **dict.fromkeys(("attache", "secretaire_administratif"), ("personnel administratif",)),
        "adjoint_administratif": ("personnel administratif", "sans diplôme"),
    }


def test_a_closed_metier_names_its_heir(by_code: dict[str, Metier]) -> None:
    closed = {code: one.remplace_par for code, one in by_code.items() if one.recrutement is False}
    assert closed == {"chef_services": "capitaine"}


@pytest.mark.parametrize("code", ["adjoint_technique", "directeur_technique"])
def test_an_old_amount_says_it_is_old(by_code: dict[str, Metier], code: str) -> None:
    (old,) = by_code[code].remunerations_publiees
    assert "Donnée ancienne" in (old.precision or "")
    assert {one.id: one.nature for one in by_code[code].sources}[old.source] == "ancien"


def test_the_six_months_of_2024_stand_beside_the_eight_of_2025(by_code: dict[str, Metier]) -> None:
    school = access(by_code["surveillant"]).formation
    assert school is not None
    assert "en 2024, six mois étaient annoncés" in (school.precision or "")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("surveillant", ["8 000 €", "trois versements", "4 000 €", "six ans", "plus de 30 000", "cynotechnie",
                         "extractions judiciaires", "renseignement pénitentiaire", "armurier", "logement gratuit",
                         "1 000 au concours national et 200", "automne 2025", "catégorie c auparavant",
                         "arrêté du 19 août 2025"]),
        ("surveillant", ["1 582 heures", "1 820", "108 heures par trimestre", "27 ans de services",
                         "100 % la première année",
                         "dossier d’expérience", "855 emplois", "refuser vaut démission", "27 février 2026"]),
        ("surveillant_adjoint", ["l. 113-4-1", "trois ans, renouvelables", "2024-1067", "dix ans qui précèdent"]),
        ("capitaine", ["droit d’option", "40 % des postes", "30 % des postes", "47 ans", "200 places", "bac+2",
                       "donnée ancienne", "parcours de professionnalisation de deux ans", "en extinction"]),
        ("capitaine", ["3 016 €", "650 officiers", "deux ans au moins", "15 octobre 2024", "27 ans de services"]),
        ("chef_services", ["40 ans au plus", "de 2019 à 2023", "historique", "alternance", "chef de détention"]),
        ("psychologue", ["2022-741", "28 avril 2022", "plus de 100", "près de 300", "cdi", "télétravail",
                         "analyse des pratiques"]),
        ("assistant_social", ["diplôme d’état", "rifseep", "300 personnes détenues", "2022-741",
                              "conseiller technique de service social", "d’une direction du ministère"]),
        ("adjoint_technique", ["maintenance", "atelier", "primes comprises"]),
        ("technicien", ["second du directeur technique", "hygiène", "restauration collective", "juin 2008", "2025-1327",
                        "27 décembre 2025"]),
        ("directeur_technique", ["projets immobiliers", "marchés publics", "production", "directeur interrégional",
                                 "2025-1327", "27 décembre 2025", "bac+3 suffisait"]),
        ("attache", ["bastia, lille, lyon, metz ou nantes", "douze mois d’avant", "six mois en poste",
                     "11 000 inscrits", "titularisation", "400 € par an", "contrôle de gestion", "acheteur"]),
        ("secretaire_administratif", ["économat", "ordonnancement", "comptabilité"]),
        ("adjoint_administratif", ["aucun diplôme", "24 mars 2023"]),
        ("coordinateur_culturel", ["association", "8 pour la seule normandie", "bibliothèque", "date approximative"]),
        ("educateur", ["moins de 3 ans", "de 3 à 8 ans", "plus de 8 ans", "49 points d’indice", "début de 2023",
                       "protection judiciaire de la jeunesse"]),
    ],
)  # fmt: skip
def test_each_fact_is_told(by_code: dict[str, Metier], code: str, words: list[str]) -> None:
    text = every_text(by_code[code])
    assert [word for word in words if word not in text] == []


def test_a_record_of_ours_writes_the_level_of_a_diploma_only_when_no_route_says_it() -> None:
    records = [load_yaml(str(path))["metiers"][0] for path in sorted((DATA / "metiers").iterdir())]
    written = {one["code"]: one["niveau_diplome"] for one in records if one.get("niveau_diplome") is not None}
    assert written == {"adjoint_administratif": 0}


def test_every_corps_of_a_condition_is_known(catalogue: Catalogue, by_code: dict[str, Metier]) -> None:
    named = {corps for one in by_code.values() for v in access(one).voies if v.exige for corps in v.exige.corps}
    assert named <= {corps.code for corps in catalogue.corps}


def test_every_metier_named_by_another_exists(by_code: dict[str, Metier]) -> None:
    named = {step.metier for one in by_code.values() for step in one.suites if step.metier}
    named |= {one.remplace_par for one in by_code.values() if one.remplace_par}
    assert named <= set(by_code)


@pytest.mark.parametrize(
    ("name", "code"),
    [("gardien de prison", "cea"), ("Directrice de prison", "dsp"), ("CIP", "cpip")],
)
def test_a_corps_answers_to_the_names_of_its_metier(catalogue: Catalogue, name: str, code: str) -> None:
    assert corps_asked(name, catalogue.corps_names, catalogue.metiers) == code
    assert catalogue.corps_of(name).code == code


def test_a_corps_repeats_no_name_of_its_own_nor_of_its_metier(catalogue: Catalogue) -> None:
    first = {code: catalogue.metier(code).corps[:1] for code in METIERS}
    for corps in catalogue.corps:
        told = {name_key(name) for name in (corps.code, corps.sigle, corps.titre)}
        told |= {name for name, code in catalogue.names if first[code] == (corps.sigle,)}
        assert [name for name in corps.alias if name_key(name) in told] == [], corps.code


def test_the_school_of_a_metier_lasts_as_the_grades_of_its_corps_do(catalogue: Catalogue) -> None:
    """Two facts, each with its source: what is called school counts the year of stagiaire in
    some corps only. They may not contradict each other where one still recruits."""
    for metier in catalogue.metiers:
        training = metier.acces.formation if metier.acces else None
        if metier.recrutement is False or not metier.corps or training is None or training.duree_mois is None:
            continue
        grades = {grade.code: grade.echelons[0].duree_mois for grade in catalogue.corps_of(metier.corps[0]).grades}
        eleve, stagiaire = grades.get("eleve"), grades.get("stagiaire")
        if eleve is not None:
            assert training.duree_mois in (eleve, eleve + (stagiaire or 0)), metier.code
