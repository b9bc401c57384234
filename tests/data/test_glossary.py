"""The glossary covers every acronym that a screen prints, and the words of a payslip."""

import re

import pytest

from penitcareer.cli.main import build_app
from penitcareer.cli.tree import COMMANDS
from penitcareer.store.catalogue import Catalogue
from tests.support import METIERS, READING, penit, same_spaces

ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z]\w*\b")
# Printed, and explained by `penit sigle` to nobody: each for its reason.
ALLOWED = {
    # who published a source, named as it names itself
    **dict.fromkeys(("ASH", "CASVP", "CFDT", "CFTC", "CGT", "CIDJ", "DGFiP", "FO", "FSU", "L4M", "RDV", "SNALC", "SNDP",
                     "SNEPAP", "SNPES", "SPM", "UFAP", "UNSA"), "name of a publisher"),
    **dict.fromkeys(("II", "III", "IV"), "Roman numeral"),
    **dict.fromkeys(("AAAA", "ARGUMENTS", "CHEMIN", "CODE", "COMMANDE", "CORPS", "FICHIER", "FORMAT", "METIER", "MM",
                     "SHELL"), "word to replace in a call to copy"),
    **dict.fromkeys(("JSON", "SVG", "YAML"), "format of a file, known to who asks for it"),
    **dict.fromkeys(("FORCE_COLOR", "LESS", "NO_COLOR", "PAGER", "PENIT_DATA", "PENIT_DATE", "PENIT_FORMAT"),
                    "variable of the environment"),
    "MET": "number of a sheet of another site",
}  # fmt: skip
WORDS = (
    "quotité", "chevron", "zone", "droit constant", "hors échelle", "corps", "grade", "échelon", "catégorie",
    "euros constants", "grille encadrée", "milieu ouvert", "transfert primes/points",
    "transfert primes-points", "troisième concours",
)  # fmt: skip


def words_of(page: str) -> str:
    """What a page says: without its style, its script, its addresses and its tags."""
    said = re.sub(r"<(style|script|a)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", said)


@pytest.fixture(scope="module")
def printed(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each acronym of the screens, of the page and of help, with a call that prints it."""
    calls = [*READING, *((name, code) for name in ("show", "acces") for code in METIERS)]
    calls += [("show", code, "--tout") for code in METIERS] + [("list", "--tout")]
    calls += [(name, code, "--tout") for name in ("show", "acces") for code in METIERS]
    calls += [("eligible", "--age", "30", "--tout"), ("find", "prison"), ("sources",), ("sources", "--tout")]
    calls += [("sigle", "--tout"), ("compare", "cpip", "surveillant", "--tout"), ("carriere", "cpip", "dsp", "--tout")]
    calls += [("grille", one.code, "--tout") for one in catalogue.corps]
    calls += [("paie", one.code, "--im", "450", "--tout") for one in catalogue.corps]
    found: dict[str, str] = {}
    for call in calls:
        result = penit(*call, "--format", "plain")
        assert result.code == 0, call
        for word in ACRONYM.findall(re.sub(r"https?://\S+", "", result.out)):
            found.setdefault(word, " ".join(call))
    for subject in ((), ("sorties",), ("completion",)):
        for word in ACRONYM.findall(penit("aide", *subject).out):
            found.setdefault(word, " ".join(("aide", *subject)))
    page = tmp_path_factory.mktemp("page") / "metiers.html"
    assert penit("page", "--sortie", str(page)).code == 0
    for word in ACRONYM.findall(words_of(page.read_text(encoding="utf-8"))):
        found.setdefault(word, "page")
    for name in COMMANDS:
        command = build_app().get_command(None, name)
        for text in (command.help, *(param.help for param in command.params)):
            for word in ACRONYM.findall(text or ""):
                found.setdefault(word, f"{name} --help")
    return found


def test_every_acronym_of_a_screen_is_explained(printed: dict[str, str], catalogue: Catalogue) -> None:
    known = {one.sigle for one in catalogue.sigles()}
    assert {word: call for word, call in printed.items() if word not in known and word not in ALLOWED} == {}


def test_what_is_allowed_is_still_printed(printed: dict[str, str]) -> None:
    assert sorted(set(ALLOWED) - set(printed)) == []


@pytest.mark.parametrize("word", [*WORDS, "Quotite", "HORS-ECHELLE", "IM", "hebbis"])
def test_a_word_is_explained_as_an_acronym_is(word: str) -> None:
    result = penit("sigle", *word.split())
    assert result.code == 0, result.err
    assert len(result.out.splitlines()) > 3


def test_a_word_says_what_it_is_in_one_plain_sentence(catalogue: Catalogue) -> None:
    for one in catalogue.sigles():
        assert one.explication.endswith("."), one.sigle
        assert same_spaces(one.explication).count(". ") == 0, one.sigle
