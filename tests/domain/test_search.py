"""Search in plain words: ranked, forgiving, and it says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.metiers.search import SearchResult, excerpt, search, searchable, searched_text, stem, stems
from penitcareer.store.catalogue import Catalogue
from tests.support import drawn, metier


def found(words: str, *metiers: object) -> SearchResult:
    return search(words, [searchable(one) for one in metiers])  # type: ignore[arg-type]


def codes(result: SearchResult) -> list[str]:
    return [hit.code for hit in result.resultats]


@pytest.mark.parametrize(
    ("word", "root"), [("peines", "peine"), ("travaux", "travau"), ("sas", "sas"), ("pas", "pas"), ("juge", "juge")]
)
def test_a_stem_drops_the_plural_mark_of_words_longer_than_three_letters(word: str, root: str) -> None:
    assert stem(word) == root


def test_small_words_mean_nothing_alone() -> None:
    assert stems("Le juge de l’application des peines") == ("juge", "application", "peine")


@pytest.mark.parametrize("query", ["réinsertion", "REINSERTION", "reinsertions", "Réinsertion !", "de la réinsertion"])
def test_accents_case_plurals_and_small_words_change_nothing(query: str) -> None:
    one = metier("a", accroche="Préparer la réinsertion")
    result = found(query, one)
    assert codes(result) == ["a"]
    assert result.mots == ("reinsertion",)


@pytest.mark.parametrize("query", ["l'insertion", "l’insertion", "linsertion"])
def test_an_apostrophe_separates_words(query: str) -> None:
    one = metier("a", accroche="Aider à l’insertion")
    assert codes(found(query, one)) == ([] if query == "linsertion" else ["a"])


def test_hyphens_separate_words_too() -> None:
    assert codes(found("sous main", metier("a", accroche="placé sous-main de justice"))) == ["a"]


@pytest.mark.parametrize(("query", "hit"), [("form", True), ("for", False), ("formation", True), ("rmation", False)])
def test_a_word_of_four_letters_matches_the_start_of_a_stem(query: str, hit: bool) -> None:
    assert bool(codes(found(query, metier("a", accroche="Suivre une formation")))) is hit


def test_a_short_word_matches_only_whole() -> None:
    assert codes(found("jap", metier("a", accroche="le JAP"), metier("b", accroche="japonais"))) == ["a"]


def test_a_name_weighs_more_than_an_alias_a_mission_and_a_sentence() -> None:
    ranked = found(
        "veilleur",
        metier("phrase", accroche="Un veilleur"),
        metier("mission", missions=[{"titre": "Veilleur", "texte": "de nuit"}]),
        metier("alias", alias=["veilleur"]),
        metier("nom", titre="Veilleur"),
    )
    assert [(hit.code, hit.score) for hit in ranked.resultats] == [
        ("nom", 16),
        ("alias", 12),
        ("mission", 6),
        ("phrase", 2),
    ]


def test_a_whole_stem_weighs_twice_a_beginning() -> None:
    ranked = found("juge", metier("a", accroche="Le jugement"), metier("b", accroche="Le juge"))
    assert [(hit.code, hit.score) for hit in ranked.resultats] == [("b", 2), ("a", 1)]


def test_equal_scores_are_in_order_of_code() -> None:
    assert codes(found("juge", metier("b", accroche="juge"), metier("a", accroche="juge"))) == ["a", "b"]


def test_a_word_counts_once_however_often_it_stands() -> None:
    once, often = metier("a", accroche="juge"), metier("b", accroche="juge juge", en_clair="juge", exemple="juge")
    assert [hit.score for hit in found("juge juges JUGE", once, often).resultats] == [2, 2]


def test_only_metiers_with_every_word_are_kept_when_there_is_one() -> None:
    both, one = metier("z", accroche="le juge et la peine"), metier("a", titre="Juge")
    result = found("juge peine", both, one)
    assert codes(result) == ["z"]
    assert result.complet is True
    assert result.resultats[0].mots == ("juge", "peine")


def test_words_may_stand_in_different_fields() -> None:
    one = metier("a", accroche="le juge", en_clair="la peine")
    result = found("juge peine", one)
    assert result.complet is True
    assert result.resultats[0].score == 4


def test_otherwise_those_with_some_of_the_words_are_shown_most_words_first() -> None:
    two, one = metier("deux", accroche="juge et peine"), metier("un", titre="Juge")
    result = found("juge peine licorne", two, one)
    assert codes(result) == ["deux", "un"]
    assert result.complet is False


def test_nothing_found_is_an_empty_answer() -> None:
    result = found("licorne", metier("a"))
    assert result.resultats == ()
    assert result.complet is False


def test_a_query_of_small_words_only_is_still_searched() -> None:
    assert found("les", metier("a")).mots == ("les",)


def test_the_passage_shown_is_the_one_that_scores_most() -> None:
    one = metier("a", accroche="le juge parle", missions=[{"titre": "Le juge", "texte": "et la peine"}])
    hit = found("juge peine", one).resultats[0]
    assert (hit.champ, hit.extrait) == ("missions", "Le juge : et la peine")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sigle", "ZYX"),
        ("titre_feminin", "zyx"),
        ("alias", ["zyx"]),
        ("corps", ["zyx"]),
        ("missions", [{"titre": "zyx", "texte": "t"}]),
        ("missions", [{"titre": "t", "texte": "zyx"}]),
        ("competences", [{"nom": "zyx"}]),
        ("resume", ["zyx"]),
        ("en_clair", "zyx"),
        ("exemple", "zyx"),
        ("filiere", "zyx"),
        ("employeurs", ["zyx"]),
        ("lieux", ["zyx"]),
        ("partenaires", ["zyx"]),
        ("equipe", ["zyx"]),
        ("outils", ["zyx"]),
        ("conditions", [{"texte": "zyx"}]),
        ("mobilite", [{"texte": "zyx"}]),
        ("passerelles", [{"texte": "zyx"}]),
        ("tendances", [{"titre": "t", "texte": "zyx"}]),
        ("notes", [{"sujet": "t", "texte": "zyx"}]),
        ("acces", {"conditions": [{"texte": "zyx"}]}),
        ("acces", {"voies": [{"voie": "zyx"}]}),
        ("acces", {"voies": [{"voie": "t", "condition": "zyx"}]}),
        ("acces", {"voies": [{"voie": "t", "exige": {"a_verifier": ["zyx"]}}]}),
        ("acces", {"formation": {"lieu": "zyx"}}),
    ],
)
def test_every_text_of_a_record_is_searched(field: str, value: object) -> None:
    assert codes(found("zyx", metier("a", **{field: value}))) == ["a"]


@pytest.mark.parametrize(
    ("query", "found_codes"),
    [("fonctionnaire", ["t", "deux"]), ("contractuels", ["deux"]), ("contrat", ["deux"]), ("titulaire", ["deux", "t"])],
)
def test_a_status_is_searched_in_the_words_people_use(query: str, found_codes: list[str]) -> None:
    both = metier("deux", statuts=["contractuel", "titulaire"])
    assert sorted(codes(found(query, metier("t", statuts=["titulaire"]), both))) == sorted(found_codes)


def test_a_category_is_searched() -> None:
    assert codes(found("catégorie B", metier("b", categorie="B"), metier("a", categorie="A"))) == ["b"]


def test_a_name_that_a_word_repeats_comes_first_and_shows_the_word_itself() -> None:
    named = metier("insertion", titre="Agent d’insertion", resume=["Aider à la réinsertion"])
    mission = metier("a", missions=[{"titre": "Réinsertion", "texte": "t"}])
    result = found("reinsertion", mission, named, metier("autre", titre="Agent d’insertion"))
    assert [(hit.code, hit.score, hit.champ) for hit in result.resultats] == [
        ("autre", 8, "nom"), ("insertion", 8, "resume"), ("a", 6, "missions"),
    ]  # fmt: skip
    assert codes(found("rejet", metier("a", titre="Jet"))) == []  # too short to be sure


def test_an_excerpt_is_the_whole_text_when_short() -> None:
    assert excerpt("court texte", ["texte"]) == "court texte"


def test_an_excerpt_of_a_long_text_holds_the_word_and_says_it_is_cut() -> None:
    text = " ".join(["mot"] * 100 + ["juge"] + ["fin"] * 100)
    cut = excerpt(text, ["juge"])
    assert "juge" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) <= 160 + 10


def test_an_excerpt_at_either_end_is_cut_on_the_other_side_only() -> None:
    start = excerpt("juge " + "mot " * 100 + "x", ["juge"])
    assert start.startswith("juge mot")
    assert start.endswith(" …")
    end = excerpt("x " + "mot " * 100 + "juge", ["juge"])
    assert end.startswith("… ")
    assert end.endswith("mot juge")


def test_a_word_of_any_length_is_shown_whole() -> None:
    assert excerpt("a" * 500 + " juge", ["aaaa"]).startswith("a" * 500)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("juge", "cpip"),
        ("directeur prison", "dsp"),
        ("gardien prison", "surveillant"),
        ("maton", "surveillant"),
        ("matonne", "surveillant"),
        ("binôme de soutien", "educateur"),
        ("sans diplome", "adjoint_administratif"),
        ("lieutenant", "capitaine"),
        ("psychologue", "psychologue"),
        ("bibliotheque", "coordinateur_culturel"),
        ("conseiller", "cpip"),
        ("genesis", "redacteur"),
        ("reinsertion", "cpip"),
        ("logement", "cpip"),
        ("casier", "surveillant"),
        ("region budget", "drsp"),
        ("dpip", "dspip"),
    ],
)
def test_the_best_metier_of_the_catalogue_comes_first(catalogue: Catalogue, query: str, first: str) -> None:
    assert codes(search(query, catalogue.searchables()))[0] == first


@drawn(300)
@given(st.text(max_size=40))
def test_any_query_is_answered_and_ranked(catalogue: Catalogue, text: str) -> None:
    result = search(text, catalogue.searchables())
    ranks = [(-len(hit.mots), -hit.score, hit.code) for hit in result.resultats]
    assert ranks == sorted(ranks)
    assert all(hit.score > 0 for hit in result.resultats)


@drawn(300)
@given(st.text(max_size=400), st.text(min_size=1, max_size=10))
def test_an_excerpt_only_holds_words_of_its_text(text: str, word: str) -> None:
    shown = excerpt(text, stems(word))
    assert shown.removeprefix("… ").removesuffix(" …") in text


def test_a_passage_is_folded_once() -> None:
    assert searched_text("nom", "Les Élèves d’Agen").racines == " eleve agen "


def test_a_search_word_scores_as_an_alias_and_shows_what_the_metier_is() -> None:
    one, bare = metier("a", accroche="Garder la porte", mots_cles=["zyx"]), metier("b", titre="B", mots_cles=["zyx"])
    assert [(hit.score, hit.champ, hit.extrait) for hit in found("zyx", one, bare).resultats] == [
        (12, "mots_cles", "Garder la porte"),
        (12, "mots_cles", "B"),
    ]


def test_three_metiers_share_a_search_word(catalogue: Catalogue) -> None:
    hits = search("personnel technique", catalogue.searchables()).resultats
    assert [hit.code for hit in hits[:3]] == ["adjoint_technique", "directeur_technique", "technicien"]


NUMBERED = " ".join(f"m{number:02}" for number in range(20))  # twenty words of three letters


@pytest.mark.parametrize(
    ("word", "length", "shown"),
    [
        ("m10", 20, "… m08 m09 m10 m11 m12 m13 …"),
        ("m10", 19, "… m08 m09 m10 m11 m12 …"),
        ("m10", 16, "… m08 m09 m10 m11 m12 …"),
        ("m10", 15, "… m09 m10 m11 m12 …"),
        ("m10", 12, "… m09 m10 m11 m12 …"),
        ("m10", 11, "… m09 m10 m11 …"),
        ("m10", 3, "… m10 …"),
        ("m00", 10, "m00 m01 m02 …"),
        ("m01", 12, "m00 m01 m02 m03 …"),
        ("m19", 10, "… m17 m18 m19"),
        ("m18", 12, "… m16 m17 m18 m19"),
        ("absent", 10, "m00 m01 m02 …"),
    ],
)
def test_an_excerpt_takes_a_word_after_then_one_before_until_it_is_long_enough(
    word: str, length: int, shown: str
) -> None:
    assert excerpt(NUMBERED, [word], length) == shown


def test_a_text_of_160_signs_is_shown_whole_and_a_longer_one_is_not() -> None:
    whole = " ".join(["abc"] * 40) + "d"
    assert len(whole) == 160
    assert excerpt(whole, ["abc"]) == whole
    assert excerpt(f"{whole} e", ["abc"]) == f"{whole} …"


def test_a_plural_needs_four_letters() -> None:
    assert [stem(word) for word in ("os", "sas", "lois", "peines")] == ["os", "sas", "loi", "peine"]


def test_the_start_of_a_word_is_enough_from_four_letters_on() -> None:
    known = [searchable(metier(code="a", titre="Alpha", resume=["formation"]))]
    assert [bool(search(word, known).resultats) for word in ("for", "form", "forma")] == [False, True, True]


def test_a_word_of_a_skill_scores_six() -> None:
    skilled = metier(code="a", titre="Alpha", competences=[{"nom": "soudure"}])
    assert search("soudure", [searchable(skilled)]).resultats[0].score == 6


def test_an_excerpt_stops_at_160_signs_and_says_each_side_it_cuts() -> None:
    long = "d" * 155
    assert excerpt(f"abc {long} e f", ["abc"]) == f"abc {long} e …"  # 159 signs are not enough
    longer = "d" * 200
    assert excerpt(f"un abc {longer} e", ["abc"]) == f"… abc {longer} …"
    assert excerpt(f"un {longer} e", ["absent"]) == f"un {longer} …"
