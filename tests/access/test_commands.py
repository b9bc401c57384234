"""`penit acces`, `penit eligible` and the neighbours of `penit show`, as typed."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from penitcareer.domain.choices import DIPLOMES, DOMAINES
from penitcareer.domain.entry.access import build_access
from penitcareer.domain.entry.eligibility import answers_of
from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.metiers.neighbourhood import MOST
from penitcareer.render.views.access_full import nationality
from penitcareer.store.catalogue import Catalogue
from tests.support import (
    DAY,
    KEPT_AS,
    METIERS,
    WAIVERS,
    answered_lightly,
    completed,
    kept_screens,
    penit,
    penit_json,
    record,
    refusal,
    same_spaces,
    screen_of,
    too_wide,
    without_colours,
    write_metiers,
)

CASES = Path(__file__).parent / "cases" / "metiers.yaml"
INVENTED = ("essai_conseil", "essai_chef", "essai_ancien", "essai_muet")
SCREENS: dict[str, tuple[str, ...]] = {
    "acces_conseil": ("acces", "essai_conseil"),
    "acces_tout": ("acces", "essai_conseil", "--tout"),
    "acces_chef": ("acces", "essai_chef"),
    "acces_ancien": ("acces", "essai_ancien"),
    "acces_muet": ("acces", "essai_muet"),
    "eligible_age": ("eligible", *INVENTED, "--diplome", "bac+3", "--age", "48"),
    "eligible_agent": ("eligible", *INVENTED, "--diplome", "bac+2", "--services", "6", "--activite", "4", "--corps",
                       "cpip", "--anciennete", "6", "--nationalite", "francaise"),
    "eligible_autre": ("eligible", *INVENTED, "--diplome", "bac+3", "--domaine", "social", "--nationalite", "autre"),
    "eligible_tout": ("eligible", *INVENTED, "--diplome", "bac+3", "--age", "48", "--tout"),
    "voisins": ("show", "essai_conseil", "--section", "perspectives"),
}  # fmt: skip
KEPT = kept_screens(SCREENS, (*KEPT_AS, "40"))
UNKNOWN_ROUTE = "Conditions inconnues."


def without_path(screen: str) -> str:
    """A screen without the folder of this clone."""
    shown = screen.replace(json.dumps(str(CASES))[1:-1], "…")
    return re.sub(r"vient\s+du\s+fichier\s[^\n]+(\n[^\n]+)*", "vient du fichier …", shown)


@pytest.mark.parametrize(("name", "kind"), KEPT)
def test_a_screen_is_the_one_kept(name: str, kind: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.{kind}", without_path(screen_of(kind, *SCREENS[name])))


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_its_terminal(name: str, width: int) -> None:
    assert too_wide(*SCREENS[name], width=width) == []


@pytest.mark.parametrize("name", [name for name in SCREENS if name.startswith("eligible")])
def test_a_narrow_screen_says_every_reason(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def words(width: str) -> set[str]:
        monkeypatch.setenv("COLUMNS", width)
        return set(re.findall(r"[\w+’-]{4,}", without_colours(penit(*SCREENS[name], tty=True).out)))

    assert words("200") - words("40") <= {"Métier", "Voie", "Pourquoi", "manque"}


# -- mistakes

WRONG = [
    (("eligible",), 2, "Donnez au moins une information sur vous"),
    (("eligible", "--age", "200"), 2, "--age attend un nombre entier de 14 à 99, pas « 200 »"),
    (("eligible", "--age", "13"), 2, "--age attend un nombre entier de 14 à 99"),
    (("eligible", "--age", "abc"), 2, "pas « abc »"),
    (("eligible", "--age", ""), 2, "pas «  »"),
    (("eligible", "--age", "-3"), 2, "pas « -3 »"),
    (("eligible", "--services", "61"), 2, "--services attend un nombre entier de 0 à 60"),
    (("eligible", "--activite", "x"), 2, "--activite attend un nombre"),
    (("eligible", "--diplome", "bcc"), 2, "Vouliez-vous dire bac"),
    (("eligible", "--diplome", "zzz"), 2, "Valeurs possibles : aucun, brevet, cap, bac, bac+2"),
    (("eligible", "--domaine", "psycho"), 2, "Vouliez-vous dire psychologie ?"),
    (("eligible", "--domaine", "social", "--domaine", "droit"), 2, "--domaine : valeur inconnue « droit »"),
    (("eligible", "--nationalite", "francais"), 2, "Vouliez-vous dire francaise ?"),
    (("eligible", "--corps", "cpp"), 1, "Vouliez-vous dire cpip"),
    (("eligible", "--corps", "essayer"), 1, "Vouliez-vous dire essayeur ?"),
    (("eligible", "--anciennete", "6"), 2, "ajoutez --corps"),
    (("eligible", "--corps", "aucun", "--anciennete", "6"), 2, "ajoutez --corps"),
    (("eligible", "--corps", "cpip", "--anciennete", "six"), 2, "--anciennete attend un nombre"),
    (("eligible", "--age", "20", "--services", "5"), 2, "--services 5 contredit --age 20 : à cet âge, 4 au plus"),
    (("eligible", "--services", "2", "--corps", "cpip", "--anciennete", "6"), 2, "sont aussi des services publics"),
    (("eligible", "--enfants", "16"), 2, "--enfants attend un nombre entier de 0 à 15"),
    (("eligible", "--diplome", "aucun", "--domaine", "social"), 2, "--diplome aucun n’en a pas"),
    (("eligible", "essai_consei", "--age", "30"), 1, "Vouliez-vous dire essai_conseil"),
    (("eligible", "--ages", "30"), 2, "Vouliez-vous dire --age"),
    (("acces",), 2, "Il manque METIER"),
    (("acces", "essai_consei"), 1, "Vouliez-vous dire essai_conseil"),
    (("acces", "essai_conseil", "essai_chef"), 2, "Un seul métier à la fois"),
    (("acess", "cpip"), 2, "Vouliez-vous dire penit acces"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG, ids=str)
def test_a_mistake_gets_one_french_sentence_and_its_exit_code(
    arguments: tuple[str, ...], code: int, words: str
) -> None:
    refusal(*arguments, code=code, words=words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("--diplome", "Bac + 3"), ("--diplome", "bac+3")),
        (("--diplome", "Licence"), ("--diplome", "bac+4")),
        (("--domaine", "Service social"), ("--domaine", "service_social")),
        (("--domaine", "éducatif"), ("--domaine", "educatif")),
        (("--nationalite", "Française"), ("--nationalite", "francaise")),
        (("--corps", "CPIP"), ("--corps", "cpip")),
        (("--corps", "Aucun"), ("--corps", "aucun")),
    ],
)
def test_a_choice_is_read_as_people_write_it(typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert penit("eligible", *typed) == penit("eligible", *meant)


# -- eligible


def reponses(*facts: str, metiers: tuple[str, ...] = INVENTED) -> dict[tuple[str, str | None], str]:
    found = penit_json("eligible", *metiers, *facts)["reponses"]
    return {(one["metier"], one["voie"]): one["reponse"] for one in found}


def test_the_json_is_the_one_promised() -> None:
    answer = penit_json("eligible", "essai_conseil", "essai_ancien", "--diplome", "bac+2", "--nationalite", "francaise")
    assert list(answer) == ["schema", "reponses", "profil", "attentes", "nationalite_non_dite"]
    assert answer["reponses"][0] == {
        "metier": "essai_conseil", "titre": "Conseiller d’essai", "voie": "Contrat local", "nature": "contrat",
        "reponse": "oui", "raisons": [], "dans_ans": None,
    }  # fmt: skip
    closed = answer["reponses"][-1]
    assert (closed["metier"], closed["reponse"]) == ("essai_ancien", "non")
    assert [same_spaces(text) for text in closed["raisons"]] == ["Plus de recrutement : voir essai_chef."]
    refused = next(one for one in answer["reponses"] if one["voie"] == "Concours sur titres")
    assert refused["raisons"] == ["Il faut bac+3, vous avez bac+2."]
    assert answer["profil"]["niveau"] == DIPLOMES["bac+2"]
    assert answer["attentes"][0] == {"option": "--services", "reponses": 1, "seules": 1}


def test_without_a_fact_a_named_metier_says_everything_that_is_missing() -> None:
    answer = penit_json("eligible", "essai_conseil")
    assert {one["reponse"] for one in answer["reponses"]} == {"inconnu"}
    assert {wait["option"] for wait in answer["attentes"]} == {
        "--diplome", "--domaine", "--age", "--services", "--activite", "--nationalite",
    }  # fmt: skip


def test_every_metier_is_answered_when_none_is_named() -> None:
    found = reponses("--diplome", "bac", metiers=())
    listed = {one["code"] for one in penit_json("list")["metiers"]}
    assert {code for code, _ in found} == listed
    assert set(INVENTED) < listed


def test_each_route_has_its_answer() -> None:
    french = ("--nationalite", "francaise")
    found = reponses("--diplome", "licence", "--age", "45", "--domaine", "service_social", "--services", "4", *french)
    assert found["essai_conseil", "Concours externe"] == "oui"
    assert found["essai_conseil", "Concours sur titres"] == "oui"
    assert found["essai_conseil", "Concours interne"] == "oui"
    assert found["essai_conseil", "Troisième concours"] == "inconnu"
    assert found["essai_chef", "Nomination"] == "inconnu"
    assert found["essai_chef", "Autre voie"] == "inconnu"
    assert found["essai_muet", None] == "inconnu"
    late = ("--age", "51", "--diplome", "bac+3", *french)
    assert reponses(*late)["essai_conseil", "Concours externe"] == "inconnu"
    assert reponses(*late, "--enfants", "0", "--sans-dispense-age")["essai_conseil", "Concours externe"] == "non"
    assert reponses(*late, "--enfants", "3")["essai_conseil", "Concours externe"] == "oui"
    assert reponses(*late, "--dispense-age")["essai_conseil", "Concours externe"] == "oui"
    other = reponses("--diplome", "bac+3", "--domaine", "autre", *french)
    assert other["essai_conseil", "Concours sur titres"] == "non"
    assert reponses("--corps", "essayeur", "--anciennete", "6", *french)["essai_chef", "Examen professionnel"] == "oui"
    assert reponses("--corps", "cea")["essai_chef", "Examen professionnel"] == "non"
    assert reponses("--nationalite", "autre")["essai_conseil", "Concours interne"] == "non"


def test_a_csv_line_is_a_route() -> None:
    text = penit("eligible", *INVENTED, "--age", "30", "--format", "csv").out
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert header == ["metier", "titre", "voie", "nature", "reponse", "raisons", "dans_ans"]
    assert len(rows) == 10
    assert {row[4] for row in rows} == {"inconnu", "non"}


def test_the_screen_ends_with_what_would_settle_the_most() -> None:
    facts = ("eligible", *INVENTED, "--diplome", "bac+3", "--age", "30", "--domaine", "social")
    asked = "7 voies dépendent de votre nationalité ; pour 2, c’est la seule question."
    assert asked in same_spaces(penit(*facts, "--tout").out)
    one = penit("eligible", "essai_conseil", "--diplome", "bac+2", "--services", "4", "--nationalite", "francaise")
    assert "--activite 0" in one.out.splitlines()[-1]


def test_what_the_tool_does_not_examine_is_said_once() -> None:
    for arguments in (("--age", "30"), ("essai_ancien", "--age", "30"), ("--age", "30", "--tout")):
        assert penit("eligible", *arguments).out.count("casier judiciaire") == 1


def test_a_nationality_that_no_record_says_is_named_in_full_and_asked_once_in_short() -> None:
    call = ("eligible", "essai_chef", "--corps", "cpip", "--anciennete", "6")
    assert "Nationalité demandée : inconnue pour Chef d’essai." in same_spaces(penit(*call, "--tout").out)
    assert penit(*call).out.count("--nationalite") == 2  # the group, and the call to type next
    assert "nationalité demandée" not in penit(*call, "--nationalite", "francaise").out.lower()


def test_the_first_line_is_how_many_metiers_are_open() -> None:
    def first(*facts: str) -> str:
        return same_spaces(penit("eligible", *facts).out.splitlines()[0])

    assert first("cpip", "dsp", "--diplome", "bac+3", "--age", "25") == (
        "2 métiers vous sont ouverts si vous êtes français"
    )
    assert first("cpip", "--diplome", "bac+3", "--nationalite", "francaise") == "1 métier vous est ouvert"
    assert first("essai_conseil", "cpip", "--diplome", "bac+3", "--age", "25") == (
        "1 métier vous est ouvert, 2 si vous êtes français"
    )
    assert first("psychologue", "--diplome", "bac") == "Aucun métier ne vous est ouvert sans une condition de plus"


def test_a_limit_that_may_be_waived_is_unknown_on_the_screen_as_in_json() -> None:
    asked = ("eligible", "surveillant", "--age", "46", "--diplome", "bac", "--nationalite", "francaise")
    for more, answer, title in (
        ((), "inconnu", "On ne sait pas si une dispense s’applique (--enfants ou --dispense-age)"),
        (("--enfants", "0"), "inconnu", "On ne sait pas si une dispense s’applique (--dispense-age)"),
        (("--enfants", "0", "--sans-dispense-age"), "non", "Fermé"),
        (("--enfants", "3"), "oui", "Ouvert"),
        (("--dispense-age",), "oui", "Ouvert"),
    ):
        found = penit_json(*asked, *more)["reponses"]
        assert answer in {one["reponse"] for one in found if one["nature"] == "externe"}
        lines = penit(*asked, *more).out.splitlines()
        assert title in lines
        assert ("Fermé" in lines) == (answer == "non")


def test_a_route_that_time_opens_is_told_with_its_delay() -> None:
    call = ("eligible", "cpip", "--diplome", "bac+2", "--services", "3", "--nationalite", "francaise")
    assert "Bientôt\n- dans 1 an : CPIP (concours interne)" in same_spaces(penit(*call).out)
    assert {one["voie"]: one["dans_ans"] for one in penit_json(*call)["reponses"]}["Concours interne"] == 1


def test_each_metier_stands_once_among_many_where_it_is_most_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PENIT_DATA")
    shown = penit("eligible", "--diplome", "bac+3", "--age", "25", "--nationalite", "francaise").out
    assert shown.count("CPIP") == 1
    assert penit("eligible", "cpip", "--diplome", "bac+3", "--age", "25").out.count("CPIP") > 1
    # the contest that asks for an age alone, not the one that asks for services too
    nearest = same_spaces(penit("eligible", "--diplome", "bac").out)
    assert "- 17 ans au moins, 45 ans au plus (--age) : surveillant\n" in nearest
    assert "autre cas" not in nearest


PROFILES = [
    (),
    ("--age", "25"),
    ("--age", "25", "--nationalite", "francaise"),
    ("--age", "48", "--services", "3"),
    ("--diplome", "bac"),
    ("--diplome", "aucun", "--age", "48"),
    ("--nationalite", "autre", "--corps", "cea"),
]


@pytest.mark.parametrize("facts", PROFILES, ids=" ".join)
def test_the_answer_is_one_screen(facts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PENIT_DATA")
    asked = facts if "--diplome" in facts else ("--diplome", "bac+3", *facts)
    assert len(penit("eligible", *asked, tty=True).out.splitlines()) <= 30


def test_every_route_that_asks_for_the_diploma_of_a_social_worker_asks_for_its_level(catalogue: Catalogue) -> None:
    routes = [route for one in catalogue.metiers if one.acces for route in one.acces.voies if route.exige]
    social = [route.exige for route in routes if route.exige and route.exige.domaines == ("service_social",)]
    assert social
    assert {demands.niveau for demands in social} == {6}


# -- acces


def test_an_unknown_grid_an_unsourced_index_and_a_day_before_all_grids_are_said() -> None:
    shown = same_spaces(penit("acces", "essai_conseil", "--tout").out)
    assert "Grille XYZ : inconnue" in shown
    assert "indice inconnu (penit grille cpip)" in same_spaces(penit("acces", "essai_ancien", "--tout").out)
    old = penit("acces", "essai_conseil", "--date", "2022-12", "--tout")
    assert (old.code, old.err) == (0, "")
    assert "aucun calcul avant janvier 2023" in same_spaces(old.out)
    assert penit_json("acces", "essai_conseil", "--date", "2022-12")["paie_ecole"] is None


def test_pay_at_school_after_the_last_check_is_at_constant_law() -> None:
    assert "droit constant" not in penit("acces", "essai_conseil", "--tout").out
    assert "à droit constant depuis le" in penit("acces", "essai_conseil", "--date", "2027-03", "--tout").out


def test_a_fact_names_its_source_and_its_date_or_says_it_has_none() -> None:
    shown = same_spaces(penit("acces", "essai_conseil", "--tout").out)
    assert "Nationalité : française [texte, 18 janvier 2021]" in shown
    assert "- Contrat local : bac (niveau 4) [page, consultée le 21 novembre 2026]" in shown
    assert "- Inspecteur d’essai [source non précisée]" in shown
    assert "- [autre]" not in shown
    assert "- [texte] Décret d’essai : source officielle" in shown


def test_a_demand_is_said_once_and_what_is_to_check_stays() -> None:
    shown = same_spaces(penit("acces", "cpip", "--tout").out)
    assert "- Concours interne : 4 ans de services publics. Ouvert aux agents publics" in shown
    assert shown.count("4 ans de services publics") == 1
    assert "Être brigadier-chef ou major pénitentiaire. À vérifier : " in same_spaces(
        penit("acces", "capitaine", "--tout").out
    )


def test_a_number_of_posts_and_its_precision_are_one_phrase() -> None:
    assert "- 2023 : 1 400 postes environ, dont 1 000 au concours" in same_spaces(
        penit("acces", "surveillant", "--tout").out
    )
    assert "- 2016 : 126 postes. 76 en externe" in same_spaces(penit("acces", "cpip", "--tout").out)


def test_a_contract_has_no_category() -> None:
    assert "Catégorie : sans objet (contrat)\n" in same_spaces(penit("show", "surveillant_adjoint", "--tout").out)
    assert "Catégorie : inconnu" in same_spaces(penit("show", "essai_muet", "--tout").out)


def test_a_closed_metier_names_its_heir() -> None:
    assert "On n’y recrute plus, voir chef d’essai (penit acces essai_chef)" in same_spaces(
        penit("acces", "essai_ancien", "--tout").out
    )
    assert penit_json("acces", "essai_ancien")["remplace_par"] == {"code": "essai_chef", "titre": "Chef d’essai"}


def test_json_of_access_puts_demands_in_words_beside_the_figures() -> None:
    routes = penit_json("acces", "essai_conseil")["acces"]["voies"]
    assert routes[0]["exige"]["age_max"] == 45
    assert [same_spaces(text) for text in routes[0]["demandes"]] == [
        "bac+3 (niveau 6)",
        "18 ans au moins, 45 ans au plus (50 avec tous les reculs)",
    ]
    assert penit_json("acces", "essai_chef")["acces"]["voies"][2]["demandes"] is None


@pytest.mark.parametrize("code", METIERS)
def test_the_way_in_is_one_screen_whose_first_line_is_the_diploma(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = without_colours(penit("acces", code, tty=True).out).splitlines()
    assert len(lines) <= 36
    assert lines[0].startswith("Devenir ")


def test_the_first_line_and_the_school_are_those_of_the_record() -> None:
    lines = same_spaces(penit("acces", "surveillant").out).splitlines()
    assert lines[0] == "Devenir surveillant : baccalauréat (niveau 4), 3 voies d’accès"
    assert "Paie à l’école : 1 441 € net par mois, janvier 2026 ◔" in lines
    assert "Postes ouverts : 1 000 postes et plus, à la première campagne (2026)" in lines
    closed = same_spaces(penit("acces", "essai_ancien").out.splitlines()[0])
    assert closed == "Devenir essayeur d’autrefois : on n’y recrute plus, voir chef d’essai"
    assert penit("acces", "essai_muet").out.startswith("Devenir métier d’essai muet")


def test_acces_gives_the_pay_of_a_school_that_show_and_list_give() -> None:
    for code in METIERS:
        shown = penit_json("acces", code)["reperes"]
        assert shown == next(one["reperes"] for one in penit_json("list")["metiers"] if one["code"] == code)


def test_acces_and_eligible_agree_on_what_is_unknown(catalogue: Catalogue) -> None:
    everything: dict[str, Any] = {
        "niveau": 8,
        "domaines": DOMAINES,
        "age": 29,
        "services": 10,
        "activite": 10,
        "enfants": 0,
    }
    for one in (one for one in catalogue.metiers if one.recrutement is not False):
        access = build_access(one, {}, (), DAY, DAY)
        for told, word in (("francaise", "oui"), ("autre", "inconnu")):
            profile = Profile(**everything, nationalite=told, dispense_age=False, dispense_diplome=False)
            for answer in answers_of(one, profile, WAIVERS):
                silent = any(reason.code in ("exige", "voies") for reason in answer.raisons)
                assert silent == (answer.voie in access.voies_tues or answer.voie is None), (one.code, answer.voie)
                unsaid = any(reason.code == "nationalite" and not reason.echec for reason in answer.raisons)
                asked = nationality(one).startswith("inconnu")
                assert not unsaid or (asked and word == "inconnu"), one.code


def test_an_age_that_some_routes_do_not_say_is_told_of_them_alone() -> None:
    shown = same_spaces(penit("acces", "cpip").out)
    assert "Âge : aucune limite ; Contrat local : inconnu\n" in shown
    assert "Âge : aucune limite\n" in same_spaces(penit("acces", "psychologue").out)
    assert "âge" in same_spaces(penit("acces", "essai_muet").out).split("Inconnu : ")[1].splitlines()[0]
    assert "Nationalité : non demandée pour un contrat\n" in same_spaces(penit("acces", "surveillant_adjoint").out)
    assert "Nationalité : inconnue ; être français suffit\n" in same_spaces(penit("acces", "dsp").out)


# -- neighbours


def test_show_gives_the_neighbours_of_a_metier_and_why() -> None:
    found = penit_json("show", "essai_conseil")["metier"]["voisins"]
    assert found == [
        {
            "code": "essai_chef",
            "titre": "Chef d’essai",
            "liens": ["mène à essai_chef", "même filière (essais)", "partenaires communs (jurys)"],
        }
    ]
    (back,) = penit_json("show", "essai_chef", "--section", "perspectives")["metier"]["voisins"]
    assert back["liens"] == ["vient d’essai_conseil", "même filière (essais)", "partenaires communs (Jurys)"]
    assert "voisins" not in penit_json("show", "essai_chef", "--section", "acces")["metier"]
    assert penit_json("show", "essai_muet")["metier"]["voisins"] == []


def test_the_built_in_metiers_have_neighbours_too() -> None:
    for one in penit_json("list")["metiers"]:
        beside = penit_json("show", one["code"])["metier"]["voisins"]
        assert len(beside) <= MOST
        assert one["code"] not in {other["code"] for other in beside}


def test_the_user_s_own_metiers_are_neighbours(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PENIT_DATA")
    write_metiers(own_folder / "a.yaml", record("mien", suites=[{"titre": "CPIP", "metier": "cpip"}]))
    found = {one["code"]: one["liens"] for one in penit_json("show", "cpip")["metier"]["voisins"]}
    assert found["mien"] == ["vient de mien"]
    write_metiers(own_folder / "a.yaml", record("mien"))
    assert "mien" not in {one["code"] for one in penit_json("show", "cpip")["metier"]["voisins"]}


def test_show_reads_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    penit("list")
    monkeypatch.setattr(Catalogue, "metiers", lambda _: pytest.fail("every record was read"))
    assert penit("show", "essai_conseil").code == 0
    assert penit("acces", "essai_conseil").code == 0


# -- start-up and completion


def test_with_a_warm_cache_a_pipe_gets_its_answer_without_yaml_pydantic_or_rich() -> None:
    answered_lightly(list(SCREENS.values()))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("penit acces essai_co", {"essai_conseil"}),
        ("penit eligible essai_c", {"essai_conseil", "essai_chef"}),
        ("penit eligible --diplome bac+", {"bac+2", "bac+3", "bac+4", "bac+5", "bac+8"}),
        ("penit eligible --domaine s", {name for name in DOMAINES if name.startswith("s")}),
        ("penit eligible --nationalite a", {"autre"}),
        ("penit eligible --corps a", {"aa", "aae", "adjoint_technique", "assistant_service_social", "aucun"}),
    ],
)
def test_completion_offers_metiers_diplomas_and_corps(line: str, offered: set[str]) -> None:
    asked = {"_PENIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    assert set(completed(asked).split()) == offered


# Diplomas of a same level stand together, from the lowest; beside them, the level that a record demands.
LADDER = [
    (0, ("aucun",)),
    (3, ("brevet", "cap")),
    (4, ("bac",)),
    (5, ("bac+2",)),
    (6, ("bac+3", "licence", "bac+4")),
    (7, ("bac+5", "master")),
    (8, ("bac+8", "doctorat")),
]


def test_a_diploma_opens_its_level_and_those_below_and_no_other(tmp_path: Path) -> None:
    demanded = [level for level, _ in LADDER[1:]]
    records = [
        record(f"n{level}", acces={"voies": [{"voie": "Concours", "nature": "externe", "exige": {"niveau": level}}]})
        for level in demanded
    ]
    path = str(write_metiers(tmp_path / "f.yaml", *records))
    for held, names in LADDER:
        for name in names:
            plain = ("--nationalite", "francaise", "--enfants", "0", "--sans-dispense-diplome")
            found = penit_json("eligible", *(one["code"] for one in records), "--diplome", name, "--data", path, *plain)
            told = {one["metier"]: one["reponse"] for one in found["reponses"]}
            assert told == {f"n{level}": "oui" if level <= held else "non" for level in demanded}, name
