"""Each error says what was asked, what is wrong and what to type next, in one line."""

from datetime import date

import pytest

from penitcareer.domain import errors
from penitcareer.domain.checks import Fault

LONG = "x" * 5000


@pytest.mark.parametrize(
    "error",
    [
        errors.UnknownMetier(LONG, ["cpip"]),
        errors.SeveralMetiers(LONG, ["a", "b"]),
        errors.UnknownSigle(LONG),
        errors.InvalidAmount(LONG, "il est vide"),
        errors.InvalidDate(LONG),
        errors.InvalidChoice("--tri", LONG, ["code"]),
        errors.MissingPath(LONG),
        errors.UnwritableFile(LONG, "son dossier n’existe pas"),
    ],
)
def test_a_long_text_is_shortened_in_every_message(error: errors.PenitError) -> None:
    assert len(str(error)) < 300
    assert f"« {'x' * 57}… »" in str(error)


def test_sixty_signs_are_quoted_whole() -> None:
    assert errors.quoted("x" * 60) == f"« {'x' * 60} »"
    assert errors.quoted("x" * 61) == f"« {'x' * 57}… »"


def test_suggestions_are_joined() -> None:
    assert errors.suggestion([]) == ""
    assert errors.suggestion(["a", "b"]) == " Vouliez-vous dire a ou b ?"


def test_a_value_before_its_first_date_says_since_when_it_is_known() -> None:
    error = errors.NoValueAtDate("SMIC", date(2000, 1, 1), date(2023, 1, 1))
    assert "2000-01-01" in str(error)
    assert "2023-01-01" in str(error)


def test_invalid_data_gives_the_first_fault_the_count_and_what_to_type() -> None:
    one = Fault("mes metiers.yaml", 3, "metiers[0].code", "absent")
    assert str(errors.InvalidData([one])) == (
        'mes metiers.yaml:3 : metiers[0].code : absent. Détail : penit check "mes metiers.yaml"'
    )
    assert "(et 2 autres)" in str(errors.InvalidData([one, one, one]))
    assert "(et 1 autre)" in str(errors.InvalidData([one, one]))


def test_a_fault_without_line_or_field_stays_readable() -> None:
    assert str(Fault("f.yaml", None, "", "illisible")) == "f.yaml : illisible"
    assert str(Fault("f.yaml", 2, "", "illisible")) == "f.yaml:2 : illisible"
