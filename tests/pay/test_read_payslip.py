"""`penit paie --lu`: one's own payslip beside the computed one."""

import re
from typing import Any

import pytest

from penitcareer.domain.pay.errors import UnknownLine
from penitcareer.domain.pay.read_payslip import NET, ReadPayslip, read_of
from penitcareer.store.catalogue import Catalogue
from tests.pay.support import payslip
from tests.support import penit, penit_json, refusal, same_spaces

CPIP = ("paie", "cpip", "--im", "450")


def read(catalogue: Catalogue, amounts: dict[str, int], **options: Any) -> ReadPayslip:
    return read_of(catalogue.pay_books, payslip(catalogue, **options), amounts)


def test_the_same_payslip_has_no_gap(catalogue: Catalogue) -> None:
    slip = payslip(catalogue, corps="cpip", im=450)
    found = read_of(catalogue.pay_books, slip, {"net": slip.bulletin.totaux.net_a_payer_avant_impot, "pss": 528_93})
    assert [line.ecart for line in found.lignes] == [0, 0]
    assert found.pistes == ()


@pytest.mark.parametrize(
    ("options", "code", "value"),
    [
        ({"zone": 1}, "zone_3_par_defaut", 1),
        ({"zone": 2}, "zone_3_par_defaut", 2),
        ({"affectation": "centrale"}, "affectation_supposee", None),
        ({"ic_csg": "auto"}, "compensatrice_absente", None),
        ({"sans_transfert": True}, "transfert_categorie", None),
        ({"psc_agent": 35}, "psc_absente", 35_00),
    ],
)
def test_what_makes_the_gap_is_the_first_lead(
    catalogue: Catalogue, options: dict[str, Any], code: str, value: int | None
) -> None:
    mine = payslip(catalogue, corps="cpip", im=450, **options).bulletin.totaux.net_a_payer_avant_impot
    found = read(catalogue, {"net": mine}, corps="cpip", im=450)
    exact = [lead for lead in found.pistes if lead.reste == 0]
    assert (code, value) in [(lead.hypothese.code, lead.valeur) for lead in exact]
    assert found.pistes[0].reste == 0
    assert {lead.effet for lead in exact} == {found.lignes[0].ecart}


def test_a_bonus_of_another_amount_is_found_to_the_cent(catalogue: Catalogue) -> None:
    """13 € more of IFSE: 13 less RAFP already at its cap, CSG 9.2 % of 98.25 % and CRDS."""
    slip = payslip(catalogue, corps="dsp", echelon=3)
    net = slip.bulletin.totaux.net_a_payer_avant_impot
    found = read_of(catalogue.pay_books, slip, {"net": net + 100_00})
    lead = next(lead for lead in found.pistes if lead.hypothese.code == "prime_inconnue")
    with_it = payslip(catalogue, corps="dsp", echelon=3, primes=(lead.valeur or 0) / 100)
    assert with_it.bulletin.totaux.net_a_payer_avant_impot == net + 100_00 == net + lead.effet


def test_a_bonus_is_supposed_absent_or_of_an_amount_that_a_month_pays(catalogue: Catalogue) -> None:
    """Without the IFSE, nothing of it is an amount; no amount below the whole net pays so much more."""
    without = payslip(catalogue, corps="cpip", im=450, sans_prime=("ifse",))
    net = without.bulletin.totaux.net_a_payer_avant_impot
    of_bonus = [[lead.valeur for lead in read(catalogue, {"net": each}, corps="cpip", im=450).pistes
                 if lead.hypothese.code == "prime_par_defaut"] for each in (net, 100_000_00)]  # fmt: skip
    assert of_bonus[0][0] is None
    assert 0 not in of_bonus[0]
    assert of_bonus[1] == []


def test_every_line_read_counts(catalogue: Catalogue) -> None:
    """In central administration the PSS is not paid: the zone does not explain that."""
    mine = payslip(catalogue, corps="cpip", im=450, affectation="centrale")
    net = mine.bulletin.totaux.net_a_payer_avant_impot
    found = read(catalogue, {"net": net, "pss": 0}, corps="cpip", im=450)
    assert (found.pistes[0].hypothese.code, found.pistes[0].reste) == ("affectation_supposee", 0)
    assert all(lead.reste > 0 for lead in found.pistes[1:])


def test_a_line_that_no_payslip_has_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownLine) as caught:
        read(catalogue, {"psss": 1}, corps="cpip", im=450)
    assert caught.value.nearest == ("pss",)


def test_the_json_adds_what_was_read() -> None:
    plain, found = penit_json(*CPIP), penit_json(*CPIP, "--lu", "net=2591,04", "--lu", "PSS=528,93")
    read_ = found.pop("lu")
    assert found == plain
    assert [line["code"] for line in read_["lignes"]] == [NET, "pss"]
    assert read_["lignes"][0]["ecart"] == 60.12
    assert read_["pistes"][0] == {"code": "zone_3_par_defaut", "texte": "Zone 1", "effet": 60.12, "reste": 0.0}


def test_an_acronym_keeps_its_capitals_within_the_answer() -> None:
    for read, words in (("crds=20", "4,16 € de plus que le calcul : CRDS"), ("csg_deductible=200", ": CSG déductible")):
        first = same_spaces(penit(*CPIP, "--lu", read).out).partition("\n")[0]
        assert first.endswith(words)


def test_the_screen_says_the_gap_first_in_one_screen() -> None:
    lines = same_spaces(penit(*CPIP, "--lu", "net=2610").out).splitlines()
    assert lines[0] == "Votre bulletin a 79,08 € de plus que le calcul : net à payer avant impôt"
    assert len(lines) < 24
    assert any(re.match(r"IFSE de 601,08 €\s+\+79,08\s+rien", line) for line in lines)
    assert "au centime" in penit(*CPIP, "--lu", "net=2530.92").out
    assert "Le bulletin calculé" in penit(*CPIP, "--lu", "net=2610", "--tout").out


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("--lu nett=2610", 1, "Vouliez-vous dire net ?"),
        ("--lu net", 2, "--lu net=2610"),
        ("--lu net=beaucoup", 2, "--lu"),
        ("--lu net=2610 --annuel", 2, "retirez --contre et --annuel"),
        ("--lu net=2610 --contre --zone=1", 2, "retirez --contre et --annuel"),
    ],
)
def test_what_cannot_be_compared_is_refused(typed: str, code: int, words: str) -> None:
    refusal(*CPIP, *typed.split(), code=code, words=words)
    refusal("paie", "cpip", "--echelon", "3", "--lu", "net=2610", code=2, words="bornes")


def test_the_contract_flag_has_a_name_of_its_own_and_keeps_the_former() -> None:
    asked = ("paie", "--statut", "contractuel", "--brut", "2500", "--zone", "2")
    assert penit_json(*asked, "--sur-indice") == penit_json(*asked, "--indice")
    kept = penit_json(*asked, "--sur-indice", "--contre", "--quotite=80")["apres"]["entree"]
    assert (kept["zone"], kept["quotite"]) == (2, 80)
    help_ = penit("paie", "--help").out
    assert "--sur-indice" in help_
    assert "--indice " not in help_
