"""What a result assumes, in words: the sentence, then what it is about."""

from typing import Any

import pytest

from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.views.reserves import hypothesis, reserve_facts
from penitcareer.render.words.hypotheses import WORDED, said
from penitcareer.store.catalogue import Catalogue
from tests.support import same_spaces


@pytest.mark.parametrize(
    ("code", "details", "expected"),
    [
        ("bulletin", (), "Phrase"),
        ("droit_constant", (("2026-11",),), "Phrase (2026-11)"),
        ("prime_par_defaut", (("ICP", "CGT"),), "Phrase (ICP, CGT)"),
        ("durees_non_confirmees", (("Grade base",), ("Grade haut",)), "Phrase (Grade base ; Grade haut)"),
        ("conditions_supposees", (("Un stage.",), ("Un stage",)), "Phrase (Un stage)"),
        ("paie_inconnue", ((14,),), "Phrase (14 mois)"),
        ("conditions_inconnues", (("Grade haut", None),), "Phrase (Grade haut)"),
        ("conditions_inconnues", (("Grade haut", "Texte non lu."),), "Phrase (Grade haut. Texte non lu)"),
        ("passage_connu", (("examen", 4, "Un stage."),), "Phrase (examen, 4 ans de services, Un stage)"),
        ("passage_connu", (("examen", 1),), "Phrase (examen, 1 an de services)"),
        ("passage_connu", (("concours", None),), "Phrase (concours)"),
        ("avancement_median", (("Hors classe", 2024, "Bilan"),), "Phrase (Hors classe, 2024, Bilan)"),
    ],
)
def test_an_assumption_says_what_it_is_about(code: str, details: Any, expected: str) -> None:
    assert same_spaces(said(Hypothese(code, "Phrase", details, None, None))) == expected


def test_what_has_words_of_its_own_is_an_assumption_of_the_data(catalogue: Catalogue) -> None:
    assert set(WORDED) <= set(catalogue.career_wordings)


@pytest.mark.parametrize(("stake", "shown"), [(3, "1 €"), (49, "1 €"), (149, "1 €"), (150, "2 €"), (413_24, "413 €")])
def test_a_few_cents_at_stake_are_not_nothing(stake: int, shown: str) -> None:
    item = Hypothese("zone_par_defaut", "Phrase.", (), stake, None)
    assert same_spaces(hypothesis(item)) == f"Phrase. Effet possible : {shown} par mois."
    assert same_spaces(reserve_facts([item])[0][1]).endswith(f", jusqu’à {shown} par mois")
