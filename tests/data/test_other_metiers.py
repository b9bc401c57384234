"""The fourteen métiers that no document describes: every fact found about them is told."""

import re
from typing import Any

import pytest

from penitcareer.domain.metier import Acces, Exigences, Metier
from penitcareer.store.catalogue import Catalogue
from tests.data.test_catalogue import CODES, every_text
from tests.support import METIERS

OTHERS = [code for code in METIERS if code not in CODES]
TWO = ("titulaire", "contractuel")
# Category, statuts, lowest level of diploma, filière.
IDENTITY: dict[str, tuple[str | None, tuple[str, ...], int | None, str]] = {
    "surveillant": ("B", ("titulaire",), 4, "surveillance"),
    "surveillant_adjoint": (None, ("contractuel",), None, "surveillance"),
    "capitaine": ("A", ("titulaire",), 6, "commandement"),
    "chef_services": ("A", ("titulaire",), 6, "encadrement"),
    "psychologue": ("A", TWO, 7, "insertion et probation"),
    "assistant_social": ("A", TWO, None, "insertion et probation"),
    "adjoint_technique": ("C", ("titulaire",), 3, "technique"),
    "technicien": ("B", ("titulaire",), 4, "technique"),
    "directeur_technique": ("A", ("titulaire",), 7, "technique"),
    "attache": ("A", ("titulaire",), 6, "administrative"),
    "secretaire_administratif": ("B", ("titulaire",), 4, "administrative"),
    "adjoint_administratif": ("C", ("titulaire",), 0, "administrative"),
    "coordinateur_culturel": (None, ("contractuel",), None, "insertion et probation"),
    "educateur": (None, ("contractuel",), None, "insertion et probation"),
}


@pytest.fixture(scope="module")
def by_code(catalogue: Catalogue) -> dict[str, Metier]:
    return {one.code: one for one in catalogue.metiers()}


def access(one: Metier) -> Acces:
    assert one.acces is not None
    return one.acces


def demands(**known: Any) -> Exigences:
    nothing = {"domaines": (), "corps": (), "a_verifier": ()}
    return Exigences(**{**dict.fromkeys(Exigences._fields), **nothing, **known})


@pytest.mark.parametrize("code", OTHERS)
def test_identity(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    assert (one.categorie, one.statuts, one.niveau_diplome, one.filiere) == IDENTITY[code]
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
    if one.categorie is None:
        assert one.precision("categorie")


@pytest.mark.parametrize("code", ["surveillant", "capitaine", "chef_services", "adjoint_technique", "technicien",
                                  "directeur_technique"])  # fmt: skip
def test_the_special_status_is_said(by_code: dict[str, Metier], code: str) -> None:
    assert "statut spécial" in (by_code[code].precision("statuts") or "")


def test_corps_and_acronyms(by_code: dict[str, Metier]) -> None:
    assert {code: by_code[code].corps for code in OTHERS if by_code[code].corps} == {
        "surveillant": ("CEA",),
        "capitaine": ("CDC",),
        "chef_services": ("CDC",),
        "attache": ("AAE",),
        "secretaire_administratif": ("SA",),
        "adjoint_administratif": ("AA",),
        "technicien": ("technicien",),
        "directeur_technique": ("ingénieur",),
        "adjoint_technique": ("adjoint technique",),
        "psychologue": ("psychologue",),
        "assistant_social": ("ASS",),
    }
    assert {code: by_code[code].sigle for code in OTHERS if by_code[code].sigle} == {
        "chef_services": "CSP",
        "assistant_social": "ASS",
        "attache": "AAE",
        "secretaire_administratif": "SA",
    }


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("surveillant", {"surveillant de l’administration pénitentiaire", "gardien de prison", "agent pénitentiaire"}),
        ("surveillant_adjoint", {"surveillant pénitentiaire adjoint"}),
        ("capitaine", {"officier pénitentiaire", "lieutenant pénitentiaire", "corps de commandement", "lieutenant"}),
        ("psychologue", {"psychologue SPIP", "psychologue PEP", "psychologue parcours d’exécution des peines"}),
        ("assistant_social", {"assistante sociale en SPIP"}),
        ("attache", {"attaché d’administration de l’État"}),
        ("coordinateur_culturel", {"coordonnateur culturel", "coordinatrice culturelle SPIP"}),
        ("educateur", {"éducateur spécialisé en SPIP"}),
        ("technicien", {"technicien de l’administration pénitentiaire", "technicien pénitentiaire"}),
        ("directeur_technique", {"directeur technique de l’administration pénitentiaire", "directeur technique"}),
    ],
)
def test_other_names(by_code: dict[str, Metier], code: str, names: set[str]) -> None:
    assert names <= set(by_code[code].alias)


def test_every_titulaire_has_a_corps_that_exists(catalogue: Catalogue) -> None:
    known = {corps.sigle for corps in catalogue.corps}
    for one in catalogue.metiers():
        assert set(one.corps) <= known
        assert one.corps or "titulaire" not in one.statuts, one.code


def test_the_technical_metiers_have_their_names_of_the_end_of_2025(by_code: dict[str, Metier]) -> None:
    assert by_code["technicien"].titre == "Technicien du ministère de la Justice"
    assert by_code["directeur_technique"].titre == "Ingénieur du ministère de la Justice"


def test_search_words_are_shared_or_pejorative_names(by_code: dict[str, Metier]) -> None:
    assert {code: one.mots_cles for code, one in by_code.items() if one.mots_cles} == {
        "surveillant": ("maton", "matonne"),
        "educateur": ("binôme de soutien",),
        **dict.fromkeys(("adjoint_technique", "technicien", "directeur_technique"), ("personnel technique",)),
        **dict.fromkeys(("attache", "secretaire_administratif", "adjoint_administratif"), ("personnel administratif",)),
    }


def test_a_closed_metier_names_its_heir(by_code: dict[str, Metier]) -> None:
    closed = {code: one.remplace_par for code, one in by_code.items() if one.recrutement is False}
    assert closed == {"chef_services": "capitaine"}


def test_published_amounts(by_code: dict[str, Metier]) -> None:
    found = {
        code: [(p.situation, p.montant, p.base, p.date, p.source) for p in by_code[code].remunerations_publiees]
        for code in OTHERS
        if by_code[code].remunerations_publiees
    }
    cti = "Complément de traitement indiciaire (CTI)"
    assert found == {
        "surveillant": [
            ("Élève à l’ENAP", 1441_00, "net", "2026-01", "campagne"),
            ("Sortie d’école", 2040_00, "net", "2026-01", "campagne"),
            ("Fin de carrière", 3100_00, "net", "2026-01", "campagne"),
            ("Débutant", 2400_00, "brut", None, "s13"),
        ],
        "capitaine": [
            ("IFO, montant de base", 3835_00, "non_precise", "2026-01-01", "ufap24"),
            ("IFO, chef de bâtiment ou de secteur", 5055_00, "non_precise", "2026-01-01", "fo23"),
            ("IFO, adjoint au chef de bâtiment", 4861_00, "non_precise", "2026-01-01", "fo23"),
        ],
        "psychologue": [
            (cti, 183_00, "non_precise", None, "s5"),
            ("IFSE, groupe 2", 8100_00, "brut", "2022-01-01", "ifse"),
            ("IFSE, groupe 1", 8700_00, "brut", "2022-01-01", "ifse"),
        ],
        "assistant_social": [(cti, 183_00, "non_precise", None, "s2")],
        "adjoint_technique": [("Premier échelon", 1360_00, "net", None, "s2")],
        "directeur_technique": [("Dernier échelon de la première classe", 3527_00, "net", None, "s3")],
    }


@pytest.mark.parametrize("code", ["adjoint_technique", "directeur_technique"])
def test_an_old_amount_says_it_is_old(by_code: dict[str, Metier], code: str) -> None:
    (old,) = by_code[code].remunerations_publiees
    assert "Donnée ancienne" in (old.precision or "")
    assert {one.id: one.nature for one in by_code[code].sources}[old.source] == "ancien"


def test_posts_opened_keep_their_year(by_code: dict[str, Metier]) -> None:
    found = {code: [(p.annee, p.nombre, p.source) for p in access(by_code[code]).postes] for code in OTHERS}
    assert {code: posts for code, posts in found.items() if posts} == {
        "surveillant": [
            (2023, 1400, "s6"),
            (2024, 1200, "s1"),
            (2024, 1500, "s5"),
            (2025, 1000, "s7"),
            (2025, 600, "s2"),
            (2026, 1000, "s4"),
        ],
        "capitaine": [(None, 200, "s4")],
        "attache": [(2025, 944, "dgafp")],
    }


# School: months, paid; commitment: exists, years.
@pytest.mark.parametrize(
    ("code", "school", "commitment"),
    [
        ("surveillant", (8, True), (True, 3)),
        ("surveillant_adjoint", (None, None), (None, None)),
        ("capitaine", (12, True), (True, None)),
        ("chef_services", (24, True), (True, None)),
        ("psychologue", (None, None), (None, None)),
        ("assistant_social", (None, None), (None, None)),
        ("adjoint_technique", (None, True), (None, None)),
        ("technicien", (None, True), (None, None)),
        ("directeur_technique", (None, True), (None, None)),
        ("attache", (8, True), (True, 5)),
        ("secretaire_administratif", (None, None), (None, None)),
        ("adjoint_administratif", (None, None), (None, None)),
        ("coordinateur_culturel", (None, None), (None, None)),
        ("educateur", (None, None), (None, None)),
    ],
)
def test_training_and_commitment(
    by_code: dict[str, Metier], code: str, school: tuple[Any, Any], commitment: tuple[Any, Any]
) -> None:
    acces = access(by_code[code])
    assert acces.formation is not None
    assert acces.engagement is not None
    assert (acces.formation.duree_mois, acces.formation.remuneree) == school
    assert (acces.engagement.existe, acces.engagement.duree_annees) == commitment


def test_the_six_months_of_2024_stand_beside_the_eight_of_2025(by_code: dict[str, Metier]) -> None:
    school = access(by_code["surveillant"]).formation
    assert school is not None
    assert "ceux de 2024 s’étaient vu annoncer six mois" in (school.precision or "")


@pytest.mark.parametrize(
    ("code", "steps"),
    [
        ("surveillant", [None, None, "capitaine", "dsp"]),
        ("surveillant_adjoint", ["surveillant"]),
        ("capitaine", [None, None, "dsp"]),
        ("chef_services", [None, "dsp"]),
        ("assistant_social", [None, None]),
        ("adjoint_technique", ["technicien", "directeur_technique"]),
        ("technicien", ["directeur_technique"]),
        ("directeur_technique", [None]),
        ("adjoint_administratif", [None, "secretaire_administratif"]),
        ("cpip", [None, "dspip"]),
        ("dspip", [None, None, "dsp"]),
        ("dsp", [None, None, "drsp"]),
        ("drsp", []),
    ],
)
def test_where_a_metier_leads(by_code: dict[str, Metier], code: str, steps: list[str | None]) -> None:
    assert [step.metier for step in by_code[code].suites] == steps


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("surveillant", ["8 000 €", "trois versements", "4 000 €", "six ans", "plus de 30 000", "cynotechnie",
                         "extractions judiciaires", "renseignement pénitentiaire", "armurier", "logement est gratuit",
                         "1 000 au concours national et 200", "automne 2025", "catégorie c auparavant",
                         "arrêté du 19 août 2025"]),
        ("surveillant", ["1 582 heures", "1 820", "108 par trimestre", "27 ans de services", "100 % la première année",
                         "dossier d’expérience", "855 emplois", "refuser vaut démission", "27 février 2026"]),
        ("surveillant_adjoint", ["l. 113-4-1", "trois ans, renouvelables", "2024-1067", "dix ans d’avant la titular"]),
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


AGES = {"niveau": 4, "age_min": 17, "age_max": 45}


@pytest.mark.parametrize(
    ("code", "routes"),
    [
        (
            "surveillant",
            [("externe", demands(**AGES)), ("externe", demands(**AGES)), ("interne", demands(services=4, age_max=45))],
        ),
        ("surveillant_adjoint", [("contrat", demands(age_min=18, age_max=29))]),
        (
            "capitaine",
            [
                ("externe", demands(niveau=6, age_max=45, age_report=47)),
                ("interne", demands(services=4)),
                ("promotion", demands(corps=("cea",))),
                ("promotion", None),
            ],
        ),
        (
            "chef_services",
            [("externe", demands(niveau=6, age_max=40)), ("interne", demands(services=4)), ("promotion", None)],
        ),
        (
            "assistant_social",
            [(nature, demands(domaines=("service_social",))) for nature in ("sur_titres", "interne", "contrat")],
        ),
        (
            "psychologue",
            [
                (nature, demands(niveau=7, domaines=("psychologie",)))
                for nature in ("externe", "interne", "troisieme_concours", "contrat")
            ],
        ),
        ("adjoint_technique", [("externe", demands(niveau=3)), ("interne", None)]),
        (
            "technicien",
            [
                ("externe", demands(niveau=4)),
                ("interne", None),
                ("promotion", demands(services=11)),
                ("promotion", demands(corps=("adjoint_technique",), anciennete=3)),
            ],
        ),
        (
            "directeur_technique",
            [
                ("externe", demands(niveau=7)),
                ("interne", demands(services=4)),
                ("troisieme_concours", demands(activite=5)),
            ],
        ),
        (
            "attache",
            [
                ("externe", demands(niveau=6)),
                ("interne", demands(services=4)),
                ("troisieme_concours", demands(activite=5)),
            ],
        ),
        ("secretaire_administratif", [("externe", demands(niveau=4)), ("interne", None)]),
        ("adjoint_administratif", [(None, demands()), (None, demands())]),
        ("coordinateur_culturel", [("contrat", None), ("contrat", None)]),
        ("educateur", [("contrat", None)]),
        (
            "cpip",
            [
                ("externe", demands(niveau=6)),
                ("sur_titres", demands(niveau=6, domaines=("social", "educatif"))),
                ("interne", demands(services=4)),
                ("troisieme_concours", demands(activite=5)),
                ("contrat", None),
            ],
        ),
        (
            "dspip",
            [
                ("externe", demands(niveau=6)),
                ("interne", demands()),
                ("promotion", demands(corps=("cpip",), anciennete=4)),
                ("promotion", demands(corps=("cpip",), anciennete=6)),
                ("promotion", demands(corps=("csip",))),
            ],
        ),
        (
            "dsp",
            [
                ("externe", demands(niveau=6, age_max=45)),
                ("interne", demands(services=4)),
                ("promotion", demands(corps=("cdc",))),
                ("promotion", None),
            ],
        ),
        ("drsp", [("nomination", demands())]),
        (
            "redacteur",
            [
                ("externe", demands(niveau=6)),
                ("interne", demands(services=4)),
                ("troisieme_concours", demands(activite=5)),
                ("contrat", None),
            ],
        ),
    ],
)
def test_what_each_route_demands(
    by_code: dict[str, Metier], code: str, routes: list[tuple[str | None, Exigences | None]]
) -> None:
    found = [(v.nature, v.exige and v.exige._replace(a_verifier=())) for v in access(by_code[code]).voies]
    assert found == routes


def test_what_cannot_be_checked_is_named(by_code: dict[str, Metier]) -> None:
    doubtful = [
        (code, number)
        for code, one in by_code.items()
        for number, route in enumerate(access(one).voies)
        if route.exige and route.exige.a_verifier
    ]
    assert doubtful == [
        ("assistant_social", 1),
        ("assistant_social", 2),
        ("capitaine", 2),
        ("drsp", 0),
        ("dsp", 2),
        ("dspip", 1),
        ("dspip", 2),
        ("dspip", 3),
        ("dspip", 4),
        ("psychologue", 1),
        ("psychologue", 2),
        ("psychologue", 3),
        ("surveillant_adjoint", 0),
        ("technicien", 2),
    ]


def test_the_lowest_level_is_that_of_a_route(by_code: dict[str, Metier]) -> None:
    for one in by_code.values():
        levels = [v.exige.niveau for v in access(one).voies if v.exige and v.exige.niveau is not None]
        assert one.niveau_diplome == (min(levels) if levels else {"adjoint_administratif": 0}.get(one.code)), one.code


def test_every_corps_of_a_condition_is_known(catalogue: Catalogue, by_code: dict[str, Metier]) -> None:
    named = {corps for one in by_code.values() for v in access(one).voies if v.exige for corps in v.exige.corps}
    assert named <= {corps.code for corps in catalogue.corps}


def test_every_metier_named_by_another_exists(by_code: dict[str, Metier]) -> None:
    named = {step.metier for one in by_code.values() for step in one.suites if step.metier}
    named |= {one.remplace_par for one in by_code.values() if one.remplace_par}
    assert named <= set(by_code)
