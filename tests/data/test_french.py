"""The French of the data: the trade's words in our own sentences, the state of a fact and not its author's diary."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import DATA, METIERS, ROOT, same_spaces

# The documents the catalogue starts from are not ours to publish: they stand beside the repository.
SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 9  # so many words in a row are somebody's sentence
NAMES = {"id", "code", "url", "sources", "source", "origines"}
TITLES = {"titre", "titre_feminin", "alias", "sens"}  # the name of a métier is nobody's sentence
SENTENCES = {"texte", "precision", "note", "notes", "reserve", "explication", "raison", "motif", "condition"}
# A title quoted from a text, or a document named in full, is not a sentence of ours.
DIARY = re.compile(
    r"n’(?:a|ont) pas été (?:re)?(?:lu|trouv|relev|vérifi|confirm)|n’a pas été retrouv|n’ont pas été retrouv"
    r"|\bnon (?:re)?lue?s?\b|\bnon relevée?s?\b|\baucun texte lu\b|\brien de lu\b|pour ce catalogue|pages consultées"
    r"|\bpages? lues?\b|\bnon (?:trouvée?s?|levée?s?)\b|[Vv]oir les notes"
)
# What is heavy or borrowed, and what is said instead.
HEAVY = {
    r"\bau sein d": "dans",
    r"\ben termes de\b|\bau niveau de la\b|\bau niveau des\b": "pour, dans",
    r"\bdans le cadre de\b|\bde manière à\b|\bafin de\b": "pour, dans",
    r"\bpermettant de\b": "pour",
    r"\bs’apprécie\b": "se calcule",
    r"\bsuite à\b": "après",
    r"\bdélivr(?:e|er|és?) un service\b|\bimpact|\bopportunités?\b|\badresser (?:un|les) problème": "le mot français",
    r"\bconfiance (?:basse|haute)\b": "fragile, sûr",
    r"\bainsi que\b|\bet/ou\b": "et, ou",
}
# A plain space that may end a line before a sign, after a quotation mark or inside a number.
LOOSE = re.compile(r" [:;!?»]|« |\d [€%]|(?<![\d-])\d{1,3} \d{3}(?!\d)")
OTHERS_SHEET = re.compile(r"\b(?:[Ll]a|[Uu]ne) fiche(?! d’orientation| de poste| de l’administration)\b")


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """(key, text) of every text of a file that is not a name, an address or a source."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in NAMES:
                yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    elif isinstance(value, str):
        yield key, value


FILES = {str(path.relative_to(DATA)): path for path in sorted(DATA.rglob("*.yaml"))}
WRITTEN = {name: list(texts(load_yaml(str(path)))) for name, path in FILES.items()}
FOUND = {name: [(key, same_spaces(text)) for key, text in pairs] for name, pairs in WRITTEN.items()}


def found_in(files: dict[str, list[tuple[str, str]]], is_wrong: Callable[[str, str], object]) -> list[tuple[str, str]]:
    """(file, text) of every text that is wrong, by its key and its words."""
    return [(name, text) for name, pairs in files.items() for key, text in pairs if is_wrong(key, text)]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of nine words of a text, whatever its signs and case."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def test_a_run_is_nine_words_whatever_the_signs() -> None:
    assert list(runs("Un deux, trois ; quatre « cinq » six sept huit L’an")) != []
    assert list(runs("Un deux trois quatre cinq six sept huit")) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five documents are not published: ../shared/seeds is not there")
def test_no_sentence_of_the_documents_is_taken_over() -> None:
    documents = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    theirs = {run for text in documents for run in runs(text)}
    assert len(theirs) > 1000
    ours = [(name, text) for name, pairs in FOUND.items() for key, text in pairs if key not in TITLES]
    found = [(name, text) for name, text in ours if theirs & set(runs(text))]
    assert found == []


def test_the_state_of_a_fact_is_said_and_not_its_search() -> None:
    assert found_in(FOUND, lambda _, text: DIARY.search(text)) == []


def test_somebody_elses_sheet_is_named() -> None:
    assert found_in(FOUND, lambda _, text: OTHERS_SHEET.search(text)) == []


def test_no_line_can_break_before_a_sign_nor_inside_a_number() -> None:
    assert found_in(WRITTEN, lambda _, text: LOOSE.search(text)) == []


@pytest.mark.parametrize("heavy", HEAVY)
def test_no_word_is_heavy(heavy: str) -> None:
    found = found_in(FOUND, lambda key, text: key not in TITLES and re.search(heavy, text))
    assert found == [], f"write: {HEAVY[heavy]}"


def test_a_text_names_a_metier_as_people_do() -> None:
    """Its code is for what is typed: « le métier de rédacteur »."""
    codes = re.compile(rf"\bmétiers? (?:{'|'.join(METIERS)})\b")
    assert found_in(FOUND, lambda _, text: codes.search(text)) == []


def test_the_search_for_a_diary_finds_one() -> None:
    assert DIARY.search("les taux suivants n’ont pas été trouvés")
    assert DIARY.search("conditions non lues")
    assert not DIARY.search("Un montant lu sur un bulletin")
    assert OTHERS_SHEET.search("La fiche écrit")
    assert not OTHERS_SHEET.search("La fiche d’orientation écrit")


def test_a_note_has_two_sentences_at_most() -> None:
    def count(text: str) -> int:
        return len(re.findall(r"(?<!art)(?<!\bL)(?<!\bR)[.!?…](?= [A-ZÀÉ«\d]|$)", text))

    assert found_in(FOUND, lambda key, text: key in SENTENCES and count(text) > 2) == []
