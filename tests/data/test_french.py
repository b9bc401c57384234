"""The French of the data: the trade's words in our own sentences, the state of a fact and not its author's diary."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import DATA, ROOT, same_spaces

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
    r"|[Vv]oir les notes"
)
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
        yield key, same_spaces(value)


FILES = {str(path.relative_to(DATA)): path for path in sorted(DATA.rglob("*.yaml"))}
FOUND = {name: list(texts(load_yaml(str(path)))) for name, path in FILES.items()}


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


@pytest.mark.parametrize("name", FOUND)
def test_the_state_of_a_fact_is_said_and_not_its_search(name: str) -> None:
    assert [text for _, text in FOUND[name] if DIARY.search(text)] == []


@pytest.mark.parametrize("name", FOUND)
def test_somebody_elses_sheet_is_named(name: str) -> None:
    assert [text for _, text in FOUND[name] if OTHERS_SHEET.search(text)] == []


def test_the_search_for_a_diary_finds_one() -> None:
    assert DIARY.search("les taux suivants n’ont pas été trouvés")
    assert DIARY.search("conditions non lues")
    assert not DIARY.search("Un montant lu sur un bulletin")
    assert OTHERS_SHEET.search("La fiche écrit")
    assert not OTHERS_SHEET.search("La fiche d’orientation écrit")


@pytest.mark.parametrize("name", FOUND)
def test_a_note_has_two_sentences_at_most(name: str) -> None:
    def count(text: str) -> int:
        return len(re.findall(r"(?<!art)(?<!\bL)(?<!\bR)[.!?…](?= [A-ZÀÉ«\d]|$)", text))

    assert [text for key, text in FOUND[name] if key in SENTENCES and count(text) > 2] == []
