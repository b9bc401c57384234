"""Views of values made by hand: each singular, each unknown, each end of a list."""

from datetime import date
from typing import Any

import pytest

from penitcareer import Penit
from penitcareer.domain.checks import CheckReport, Fault
from penitcareer.domain.dated import TextSource
from penitcareer.domain.entry.eligibility import Answer, Wait
from penitcareer.domain.metiers.sigles import Glossary, Sigle
from penitcareer.domain.money import Range
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.domain.pay.official import OfficialPay, OfficialStep
from penitcareer.domain.reforme import Reforme
from penitcareer.render.document import Bullets, Column, Document, Facts, Heading, Table
from penitcareer.render.formats.csv_rows import amount, decimal
from penitcareer.render.formats.markdown import to_markdown
from penitcareer.render.views import (
    careers_full,
    checks,
    demands,
    eligible,
    eligible_table,
    glossary,
    known,
    official,
    payslip_gap,
)
from penitcareer.render.views.eligible import NAMED
from penitcareer.render.views.reforme import Titled
from penitcareer.render.words import lacking
from tests.support import DAY, same_spaces

FAULTS = (Fault("a.yaml", 3, "titre", "il manque"), Fault("a.yaml", 4, "code", "il manque"))
PAGE = TextSource("Fiche", "https://exemple.fr", "2026-01")


@pytest.mark.parametrize(
    ("report", "title", "under"),
    [
        (CheckReport(("a.yaml",), 0, FAULTS[:1]), "1 erreur", "1 fichier, 0 fiche lisible"),
        (CheckReport(("a.yaml",), 1, FAULTS), "2 erreurs", "1 fichier, 1 fiche lisible"),
        (CheckReport(("a", "b"), 2, FAULTS), "2 erreurs", "2 fichiers, 2 fiches lisibles"),
        (CheckReport(("a",), 3, FAULTS, 5), "7 erreurs", "1 fichier, 3 fiches lisibles, les 2 premières erreurs"),
        (CheckReport(("a",), 1, ()), "1 fiche juste", "1 fichier"),
        (CheckReport(("a",), 2, ()), "2 fiches justes", "1 fichier"),
        (CheckReport(("a",), 0, ()), "Aucune erreur", "1 fichier"),
        (CheckReport((), 0, (), 0, "/d"), "Aucun fichier à vérifier", "Vos métiers se rangent ici : /d"),
        (
            CheckReport((), 0, ()),
            "Aucun fichier à vérifier",
            "Vos métiers se rangent ici : aucun dossier personnel sur ce système",
        ),
    ],
)
def test_a_check_counts_files_records_and_faults(report: CheckReport, title: str, under: str) -> None:
    found = checks.document(report)
    assert (same_spaces(found.titre), same_spaces(found.sous_titre)) == (title, under)


def sigle(name: str, other: str | None = None) -> Sigle:
    return Sigle(name, f"sens de {name}", f"Ce que {name} veut dire.", other, PAGE, date(2026, 11, 1))


def test_a_sigle_is_told_and_several_are_listed() -> None:
    one, two = sigle("AB", "autre"), sigle("CD")
    told = glossary.document(Glossary((one,)))
    assert same_spaces(told.titre) == "AB : sens de AB ; aussi : autre"
    assert [same_spaces(str(block)) for block in told.blocks[:2]] == ["Ce que AB veut dire.", "Source : Fiche"]
    whole = same_spaces(str(glossary.full(Glossary((one,))).blocks[1]))
    assert whole == "Source : Fiche, janvier 2026, https://exemple.fr, consultée le 1er novembre 2026"
    listed = glossary.document(Glossary((one, two)))
    assert (same_spaces(listed.titre), listed.blocks[0], listed.framed) == (
        "2 sigles et mots expliqués",
        "AB, CD",
        False,
    )
    every = glossary.full(Glossary((one, two)))
    assert same_spaces(every.titre) == "2 sigles"
    assert isinstance(every.blocks[0], Bullets)
    assert [same_spaces(text) for _, text in every.blocks[0]] == [
        "sens de AB ; aussi : autre. Ce que AB veut dire.",
        "sens de CD. Ce que CD veut dire.",
    ]


def pay(**fields: Any) -> OfficialPay:
    first, last = OfficialStep("b", "1", 180000, 150000), OfficialStep("h", "special", 300000, 250000)
    return OfficialPay("aae", "AAE", date(2026, 1, 1), first, last, False)._replace(**fields)


def test_an_official_pay_is_told_with_what_it_lacks() -> None:
    said = same_spaces(official.sentence(pay()))
    assert said == (
        "Grille officielle AAE : de 1 800,00 € brut, 1 500,00 € net (b, échelon 1) à 3 000,00 € brut,"
        " 2 500,00 € net (h, échelon spécial), par mois, primes connues comprises, net avant impôt en zone 3,"
        " valeurs du 1er janvier 2026."
    )
    without = same_spaces(official.sentence(pay(manque=("Prime de nuit",))))
    assert without == said[:-1] + ", sans prime de nuit, de montant inconnu."
    assert "indices connus en partie" in official.sentence(pay(premier=None, en_partie=True))
    for unknown in (pay(premier=None, dernier=None), pay(dernier=None), pay(premier=None)):
        assert same_spaces(official.sentence(unknown)) == "Grille officielle AAE : indices inconnus (penit grille aae)."
    (sourced, not_sourced) = official.payload([pay(), pay(premier=None)])
    assert (sourced["sourcee"], not_sourced["sourcee"], not_sourced["premier"]) == (True, False, None)
    assert sourced["premier"] == {"grade": "b", "echelon": "1", "brut": 1800.0, "net": 1500.0, "chevron": None}


def test_bonuses_are_named_within_a_sentence() -> None:
    assert lacking.named(("NBI", "Prime de nuit", "Indemnité")) == "NBI, prime de nuit, indemnité"


def test_what_is_not_known_of_an_index_or_of_an_amount_is_unknown() -> None:
    exact = KnownIndex(400, 400, "grille")
    for index, low in ((None, None), (None, 100), (exact, None)):
        assert known.amount(index, low, low, "inconnu") == "inconnu"
        assert known.amount_payload(index, low, low) is None
        assert known.rounded(index, low, low) == "—"
    assert same_spaces(known.amount(exact, 196419, 196419, "")) == "1 964,19 €"
    assert same_spaces(known.rounded(exact, 196419, 196419)) == "1 964 €"
    assert same_spaces(known.between(Range(196449, 240350))) == "1 964 à 2 404 €"


@pytest.mark.parametrize(
    ("cents", "written"), [(0, "0,00"), (1, "0,01"), (-1, "-0,01"), (-150, "-1,50"), (262500, "2625,00")]
)
def test_an_amount_in_csv(cents: int, written: str) -> None:
    assert amount(cents) == written


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [(922, 1, "92,2"), (0, 1, "0,0"), (1, 3, "0,001"), (-1, 3, "-0,001"), (-12345, 2, "-123,45")],
)
def test_a_decimal_in_csv(value: int, places: int, written: str) -> None:
    assert decimal(value, places) == written


def test_markdown_of_each_block() -> None:
    table = Table((Column("Nom"), Column("Net", right=True), Column("", eye=True)), (("a", "1", "▌"),))
    blocks = (Heading("Titre"), Facts((("Âge", "18 ans"), ("", "suite"))), Bullets((("a", "b"), ("", "c"))), table)
    lines = to_markdown(Document("Un", "deux", blocks)).splitlines()
    assert [line for line in lines if line] == [
        "# Un", "*deux*", "## Titre", "- **Âge** : 18 ans", "- suite", "- **a** : b", "- c",
        "| Nom | Net |", "| --- | --: |", "| a | 1 |",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (Wait("nationalite", 1, 0), "1 voie dépend de votre nationalité."),
        (Wait("nationalite", 1, 1), "1 voie dépend de votre nationalité ; c’est la seule question."),
        (Wait("nationalite", 2, 2), "2 voies dépendent de votre nationalité ; c’est la seule question."),
        (Wait("nationalite", 3, 2), "3 voies dépendent de votre nationalité ; pour 2, c’est la seule question."),
    ],
)
def test_what_would_settle_the_most_is_told(wait: Wait, words: str) -> None:
    assert same_spaces(eligible_table._waiting(wait)) == words


@pytest.mark.parametrize(
    ("count", "end"), [(1, "a1"), (NAMED, f"a{NAMED}"), (NAMED + 1, " et 1 autre"), (NAMED + 2, " et 2 autres")]
)
def test_many_metiers_are_named_then_counted(count: int, end: str) -> None:
    answers = [Answer(f"m{rank}", f"A{rank}", None, None, "oui", ()) for rank in range(1, count + 1)]
    assert same_spaces(eligible._names(answers)).endswith(end)


def test_each_level_of_diploma_has_its_words() -> None:
    assert [same_spaces(demands.level(niveau)) for niveau in range(10)] == [
        "aucun diplôme", "un diplôme de niveau 1", "un diplôme de niveau 2", "CAP ou brevet", "bac", "bac+2", "bac+3",
        "bac+5", "bac+8", "un diplôme de niveau 9",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "early"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False), (date(2027, 1, 2), False)]
)
def test_a_reform_that_has_not_begun_says_so(day: date, early: bool) -> None:
    titled = Titled(checks, Reforme("Essai", date(2027, 1, 1), "r.yaml"), day)
    first = titled.document(CheckReport((), 0, ())).blocks[0]
    assert str(first).startswith("Ce jour-là, la réforme n’a pas commencé") is early


@pytest.mark.parametrize(("cents", "said"), [(0, "="), (1, "+0,01"), (-1, "−0,01"), (-123_456, "−1 234,56")])
def test_a_difference_has_its_sign_and_none_is_equal(cents: int, said: str) -> None:
    assert same_spaces(payslip_gap.signed(cents)) == said


def test_a_career_told_whole_has_a_row_for_each_year_and_each_change_within_it() -> None:
    found = Penit(le=DAY).carriere("attache", annees=30).valeur
    path = found.carrieres[0].parcours
    changes = [segment for year in path.annees for segment in year.changements]
    assert changes
    years = next(block for block in careers_full.single(found) if isinstance(block, Table))
    assert len(years.rows) == len(path.annees) + len(changes)
