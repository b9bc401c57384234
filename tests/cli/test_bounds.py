"""What a message promises is kept: both ends of each bound that it names are tried, and one past each."""

import re

import pytest

from tests.support import penit, same_spaces

BOUND = re.compile(r"\b(?:de|entre) (\d+) (?:à|et) (\d+)\b")
# Calls that take a number, and one out of bounds, to which the refusal says from where to where it goes.
CALLS = (
    ("eligible --age {}", 200),
    ("eligible --diplome bac --services {}", 200),
    ("eligible --diplome bac --activite {}", 200),
    ("eligible --corps cpip --anciennete {}", 200),
    ("paie --statut titulaire --im {}", 9999),
    ("paie --statut titulaire --ib {}", 9999),
    ("paie cpip --im 450 --enfants {}", 99),
    ("paie cpip --im 450 --prime nuit={}", 99),
    ("carriere dsp --annees {}", 99),
    ("carriere dsp --enfants {}", 99),
    ("carriere adjoint_administratif --quotite 80@{}", 99),
    ("carriere dsp --enfant @{}", 99),
    ("sources --date {}-01", 9999),
)


@pytest.mark.parametrize(("call", "absurd"), CALLS, ids=[call for call, _ in CALLS])
def test_what_a_message_promises_is_kept(call: str, absurd: int) -> None:
    def code_of(number: int) -> int:
        return penit(*call.format(number).split()).code

    said = same_spaces(penit(*call.format(absurd).split()).err)
    found = BOUND.search(said)
    assert found, said
    lowest, highest = (int(bound) for bound in found.groups())
    assert [code_of(number) for number in (lowest, highest)] == [0, 0]
    assert all(code_of(number) in (1, 2) for number in (lowest - 1, highest + 1))


def test_the_largest_amount_is_an_amount() -> None:
    assert penit("net", "1000000").code == 0
    assert "1 000 000" in same_spaces(penit("net", "1000000,01").err)
