"""What a pay lacks, a bonus of unknown amount, is said by every result that shows the pay."""

from typing import Any

import pytest

from penitcareer.domain.pay.payslip import compare_payslips
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import payslip
from tests.support import penit, penit_json, same_spaces

IFO = "Indemnité de fonctions et d’objectifs"
LACKS = "on compté : indemnité de fonctions et d’objectifs, de montant inconnu"


def said(*words: str) -> str:
    return " ".join(penit(*words).out.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_an_unknown_line_has_no_difference(catalogue: Catalogue) -> None:
    cpip, dpip = payslip(catalogue, corps="cpip", im=450), payslip(catalogue, corps="dpip", im=450)
    for before, after, ends in ((cpip, dpip, (0, None)), (dpip, cpip, (None, 0)), (dpip, dpip, (None, None))):
        line = next(line for line in compare_payslips(before, after).lignes if line.code == "ifo")
        assert (line.libelle, line.sens, line.avant, line.apres, line.ecart) == (IFO, "gain", *ends, None)


def test_an_unknown_line_stands_among_what_is_paid(catalogue: Catalogue) -> None:
    dpip = payslip(catalogue, corps="dpip", im=450)
    codes = [line.code for line in compare_payslips(dpip, dpip).lignes]
    assert codes[:3] == ["traitement", "pss", "ifo"]


def test_two_payslips_say_their_hypotheses_once(catalogue: Catalogue) -> None:
    cpip, dpip = payslip(catalogue, corps="cpip", im=450), payslip(catalogue, corps="dpip", im=450)
    found = compare_payslips(cpip, dpip).hypotheses
    sides = {item.hypothese.code: (item.avant, item.apres) for item in found}
    assert len(sides) == len(found)
    assert sides["zone_3_par_defaut"] == (True, True)
    assert sides["prime_par_defaut"] == (True, False)
    assert sides["prime_inconnue"] == (False, True)
    # The zone changes more where the bonuses leave room under the ceiling of RAFP: the larger stake.
    stakes = [item.enjeu for slip in (cpip, dpip) for item in slip.hypotheses if item.code == "zone_3_par_defaut"]
    assert next(item.hypothese.enjeu for item in found if item.hypothese.code == "zone_3_par_defaut") == max(
        stake or 0 for stake in stakes
    )


def test_a_comparison_says_what_its_totals_lack() -> None:
    asked = ("paie", "cpip", "--im", "450", "--contre", "dpip")
    gaps = penit_json(*asked)["ecarts"]
    assert gaps["manque"] == {"avant": [], "apres": [IFO]}
    line = next(line for line in gaps["lignes"] if line["code"] == "ifo")
    assert (line["avant"], line["apres"], line["ecart"]) == (0, None, None)
    assert f"Après : n{LACKS}." in said(*asked)


def test_a_place_says_which_other_careers_are_not_whole() -> None:
    """The IFSE of an AAE is unknown, the grid of a DPIP has no end; a CPIP has both."""
    found = {one["code"]: one for one in penit_json("place", "5600", "dsp")["autres_carrieres"]}
    assert found["attache"]["manque"] == ["Indemnité de fonctions, de sujétions et d’expertise"]
    assert found["dspip"]["plancher"] is True
    assert (found["cpip"]["manque"], found["cpip"]["plancher"]) == ([], False)
    shown = said("place", "5600", "dsp")
    assert all(text in shown for text in ("AAE ●*", "DPIP ◐*", "CPIP ◐,", "* fourchette incomplète"))


def test_the_end_of_a_career_that_lacks_a_bonus_is_at_least_that() -> None:
    assert "au-dessus de la fin de carrière connue (2 823–7 711 € au moins)" in said("place", "8000", "dsp")
    assert "au-dessus de la fin de carrière connue (2 572–5 375 € au moins)" in said("place", "5800", "dpip")
    assert "sous le début de carrière (2 823–7 711 € au moins)" in said("place", "2700", "dsp")
    assert "au-dessus de la fin de carrière (3 007–4 644 €)" in said("place", "5800", "cpip")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("cpip", "dpip", False),
        ("dpip", "cpip", False),
        ("dpip", "dsp", False),
        ("dpip", "--quotite 80", False),
        ("dpip", "--sans-prime ifo", False),
        ("dpip", "--im 500", True),
        ("dpip", "--zone 1", True),
    ],
)
def test_totals_are_subtracted_only_when_they_lack_the_same(before: str, after: str, told: bool) -> None:
    """DPIP less CPIP would be −413,24, were the unknown IFO nothing."""
    asked = ("paie", before, "--im", "450", "--contre", after)
    gaps = penit_json(*asked)["ecarts"]
    assert gaps["comparables"] is told
    assert {amount is not None for amount in gaps["totaux"].values()} == {told}
    first, *rest = penit(*asked).out.splitlines()
    assert ("effet sur le net inconnu" in first) is not told
    totals = [line for line in rest if line.startswith("Total brut")]
    assert totals[0].endswith("—") is not told
    assert ("L’effet suppose que ce qui n’est pas compté ne change pas" in " ".join(rest)) is told


def test_a_deduction_has_no_difference_while_it_rests_on_a_bonus_of_unknown_amount() -> None:
    """The IFO of the DPIP, unknown, enters the CSG, the RAFP and the transfert, hence the tax; not the
    pensions nor what is paid by the index. Its transfert is at its cap with another bonus of 100 €."""
    found = penit_json("paie", "cpip", "--im", "450", "--contre", "dpip --zone 1")["ecarts"]["lignes"]
    gaps = {line["code"]: line["ecart"] for line in found}
    resting = {"transfert_primes_points", "rafp", "csg_deductible", "csg_non_deductible", "crds", "impot"}
    assert {code for code, gap in gaps.items() if gap is None} == {"ifo", *resting}
    assert gaps["ifse"] == -513.67
    assert (gaps["pension_civile"], gaps["pension_pss"], gaps["pss"]) == (0, 0, 0)
    capped = penit_json("paie", "cpip", "--im", "450", "--contre", "dpip --primes 100")["ecarts"]["lignes"]
    assert {line["code"]: line["ecart"] for line in capped}["transfert_primes_points"] == 0


def test_what_a_side_lacks_makes_its_totals_least_ones() -> None:
    shown = same_spaces(penit("paie", "cpip", "--im", "450", "--contre", "dpip").out).splitlines()
    cells = {line[:24].strip(): line[24:].split() for line in shown}
    assert cells["Total brut"] == ["3", "257,85", "≥", "2", "744,18", "—"]
    assert cells["Net payé"] == ["2", "391,91", "—", "—"]
    assert cells["CSG déductible"] == ["215,49", "≥", "183,34", "—"]


def lacking(found: dict[str, Any], *path: Any) -> Any:
    for step in path:
        found = found[step]
    return found


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (("paie", "dpip", "--im", "450"), [("manque",)]),
        (("paie", "dpip", "--echelon", "2"), [("manque",), ("bas", "manque")]),
        (("grille", "dsp"), [("manque",), ("grades", 2, "manque")]),
        (("place", "4000", "dsp"), [("corps", "manque")]),
        (("carriere", "dsp", "--annees", "4"), [("parcours", 0, "manque"), ("parcours", 0, "annees", 3, "manque")]),
        (("carriere", "cpip", "dsp", "--annees", "4"), [("croisements", 0, "manque", "dsp")]),
        (("compare", "cpip", "dsp"), [("metiers", 1, "reperes", 1, "manque")]),
        (("show", "dsp"), [("metier", "reperes", 1, "manque"), ("metier", "grille_officielle", 0, "manque")]),
    ],
    ids=lambda item: " ".join(item) if isinstance(item[0], str) else "",
)
def test_every_result_says_what_it_lacks(words: tuple[str, ...], paths: list[tuple[Any, ...]]) -> None:
    found = penit_json(*words)
    for path in paths:
        assert lacking(found, *path) == [IFO]


@pytest.mark.parametrize(
    "words",
    [
        ("paie", "dpip", "--im", "450"),
        ("paie", "dpip", "--echelon", "2"),
        ("grille", "dsp"),
        ("carriere", "dsp", "--annees", "4"),
        ("carriere", "cpip", "dsp", "--annees", "4"),
    ],
    ids=" ".join,
)
def test_the_first_lines_say_it(words: tuple[str, ...]) -> None:
    lines = [line for line in penit(*words).out.replace("\u202f", " ").replace("\u00a0", " ").splitlines() if line]
    assert any(LACKS in line for line in lines[:4])


def test_the_place_says_it_above_its_echelons() -> None:
    screen = said("place", "4000", "dsp")
    assert screen.index(f"N{LACKS}") < screen.index("de l’échelon")


def test_what_lacks_nothing_says_nothing() -> None:
    for words in (("paie", "cpip", "--im", "450"), ("grille", "cpip"), ("carriere", "cpip", "--annees", "4")):
        assert LACKS not in said(*words)
        assert penit_json(*words).get("manque", []) == []
