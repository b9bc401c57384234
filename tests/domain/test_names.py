"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.errors import SeveralMetiers, UnknownMetier
from penitcareer.domain.names import codes_named, codes_named_in_part, fold, name_key, nearest
from penitcareer.render.refusals import sentence
from penitcareer.store.catalogue import Catalogue
from tests.support import drawn


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Conseillère d’Insertion", "conseillere d insertion"),
        ("CONSEILLERE D'INSERTION", "conseillere d insertion"),
        ("sous-main", "sous main"),
        ("  a \t b ", "a b"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("A+", "a+"),
        ("ÉLÈVE", "eleve"),
        ("e\u0301le\u0300ve", "eleve"),
        ("Ｆｕｌｌ", "full"),
        ("chef_services", "chef services"),
        ("", ""),
        ("!?…", ""),
        ("中文", "中文"),
        ("Тюремный Инспектор", "тюремныи инспектор"),
        ("ΦΎΛΑΚΑΣ", "φυλακασ"),
        ("مُوَظَّف السِّجن", "موظف السجن"),
        ("lʼÉcole", "l ecole"),
        ("2²™", "22tm"),
        ("a_b__c", "a b c"),
        ("❤️", ""),
    ],
)
def test_a_name_loses_accents_case_and_signs(text: str, folded: str) -> None:
    assert fold(text) == folded


@drawn(2000)
@given(st.text(max_size=80))
def test_folding_loses_no_word_and_changes_nothing_twice(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert "  " not in folded
    assert folded == folded.strip()
    assert bool(folded) or not any(sign.isalpha() for sign in text)


def test_a_name_of_signs_is_its_own_key() -> None:
    assert name_key("Élève") == "eleve"
    assert name_key("—") == "—" != name_key("…")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("cpip", "cpip"),
        ("CPIP", "cpip"),
        ("cip", "cpip"),
        ("spip", "cpip"),
        ("Conseiller pénitentiaire d’insertion et de probation", "cpip"),
        ("conseillere penitentiaire d'insertion et de probation", "cpip"),
        ("conseiller d'insertion et de probation", "cpip"),
        ("dspip", "dspip"),
        ("dpip", "dspip"),
        ("dfspip", "dspip"),
        ("directeur de SPIP", "dspip"),
        ("dsp", "dsp"),
        ("directrice de prison", "dsp"),
        ("drsp", "drsp"),
        ("disp", "drsp"),
        ("directeur régional", "drsp"),
        ("DIRECTEUR REGIONAL DES SERVICES PENITENTIAIRES", "drsp"),
        ("redacteur", "redacteur"),
        ("rédacteur", "redacteur"),
        ("rédactrice en administration centrale", "redacteur"),
        ("AAE", "attache"),
        ("attaché", "attache"),
        ("gardien de prison", "surveillant"),
        ("Gardienne de prison", "surveillant"),
        ("CEA", "surveillant"),
        ("lieutenant", "capitaine"),
        ("CDC", "capitaine"),
        ("CSP", "chef_services"),
        ("chef services", "chef_services"),
        ("cheffe des services pénitentiaires", "chef_services"),
        ("assistante sociale", "assistant_social"),
        ("psychologue PEP", "psychologue"),
        ("éducatrice spécialisée en SPIP", "educateur"),
    ],
)
def test_a_metier_answers_to_its_code_alias_acronym_corps_and_title(
    catalogue: Catalogue, query: str, code: str
) -> None:
    assert catalogue.code_of(query) == code
    assert catalogue.metier(query).code == code


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("surveillante", {"surveillant"}),
        ("Rédactrice", {"redacteur"}),
        ("éducatrice", {"educateur"}),
        ("attachée", {"attache"}),
        ("technicienne", {"technicien"}),
        ("conseiller", {"cpip"}),
        ("Conseillère", {"cpip"}),
        ("gardienne", {"surveillant"}),
        ("officière", {"capitaine"}),
        ("coordinatrice", {"coordinateur_culturel"}),
        ("directrice technique", {"directeur_technique"}),
        ("directeur", {"dsp", "dspip", "drsp", "directeur_technique"}),
        ("directrice", {"dsp", "dspip", "drsp", "directeur_technique"}),
        ("adjointe", {"adjoint_technique", "adjoint_administratif"}),
        ("commandant", {"capitaine"}),
        ("commandante", {"capitaine"}),
        ("commandant divisionnaire", {"capitaine"}),
        ("brigadier-chef", {"surveillant"}),
        ("major", {"surveillant"}),
        ("élève", set()),  # of every school
        ("élève capitaine", {"capitaine"}),
        ("penitentiaire", set()),  # no first word
        ("directeur de", {"dsp", "dspip"}),
        ("d", set()),
        ("e", set()),
    ],
)
def test_a_feminine_the_first_words_and_a_grade_find_their_metier(
    catalogue: Catalogue, query: str, codes: set[str]
) -> None:
    assert set(catalogue.codes_of(query)) == codes


def test_a_name_in_part_gives_way_to_a_whole_one() -> None:
    names = [("garde", "a"), ("garde de nuit", "b"), ("gardien", "c"), ("gardienne de jour", "d")]
    assert codes_named_in_part("gardienne", names) == ("c",)
    assert codes_named_in_part("garde", names) == ("b",)
    assert codes_named_in_part("gard", names) == ()


def test_no_name_of_the_catalogue_stands_for_two_metiers(catalogue: Catalogue) -> None:
    for name, code in catalogue.names:
        assert catalogue.code_of(name) == code


@pytest.mark.parametrize("word", ["maton", "personnel technique", "personnel administratif", "binôme de soutien"])
def test_a_search_word_names_no_metier(catalogue: Catalogue, word: str) -> None:
    assert catalogue.codes_of(word) == ()


def test_a_code_wins_over_the_alias_of_another() -> None:
    names = [("dpip", "autre"), ("dpip", "dpip"), ("dpip", "encore")]
    assert codes_named("DPIP", names) == ("dpip",)


def test_a_code_is_found_with_a_space_for_its_underscore() -> None:
    assert codes_named("chef services", [("chef services", "chef_services")]) == ("chef_services",)


def test_a_name_shared_by_two_names_both() -> None:
    assert codes_named("Chef", [("chef", "a"), ("chef", "b"), ("chef", "a")]) == ("a", "b")


@pytest.mark.parametrize("query", ["", "  ", "!?", "\u200b"])
def test_an_empty_query_names_nothing(query: str) -> None:
    assert codes_named(query, [("", "a"), ("a", "a")]) == ()


@pytest.mark.parametrize(
    ("typo", "code"),
    [
        ("cpi", "cpip"),
        ("dspi", "dspip"),
        ("redactuer", "redacteur"),
        ("drps", "drsp"),
        ("dps", "dsp"),
        ("derecteur de prison", "dsp"),
    ],
)
def test_a_typo_gets_the_nearest_name_first(catalogue: Catalogue, typo: str, code: str) -> None:
    with pytest.raises(UnknownMetier) as caught:
        catalogue.metier(typo)
    assert caught.value.nearest[0] == code
    assert f"Vouliez-vous dire {code}" in sentence(caught.value, {})
    assert "penit list" in sentence(caught.value, {})


@pytest.mark.parametrize("name", ["zzzz", "intendant", "juge", "greffier"])
def test_a_far_name_gets_no_suggestion(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(UnknownMetier) as caught:
        catalogue.metier(name)
    assert caught.value.nearest == ()


@drawn(1000)
@given(st.text(max_size=60))
def test_any_name_finds_a_metier_or_is_refused_in_one_line(catalogue: Catalogue, text: str) -> None:
    try:
        assert catalogue.code_of(text) in dict(catalogue.titles)
    except (UnknownMetier, SeveralMetiers) as error:
        assert len(sentence(error, {})) < 300  # noqa: PT017


def test_nearest_gives_at_most_what_is_asked() -> None:
    assert nearest("abcd", ["abce", "abcf", "abcg", "abch"], limit=2) == ("abch", "abcg")
    assert nearest("abcd", []) == ()


def test_what_is_typed_may_begin_a_name() -> None:
    assert nearest("psycho", ["droit", "psychologie"]) == ("psychologie",)
    assert nearest("psy", ["droit", "psychologie"]) == ()
