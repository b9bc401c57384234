"""A payslip from the options of a case, through the doors that `penit paie` uses."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from penitcareer.domain.pay.bulletin import Bulletin, bulletin_of
from penitcareer.domain.pay.law import Law, law_at
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.payslip_range import payslips_of
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.store.catalogue import Catalogue

CASES = Path(__file__).parent / "cases"
MONTH = "2026-11"
AS_IS = ("grade", "im", "ib", "lettre", "chevron", "nbi", "zone", "enfants", "quotite", "affectation", "categorie",
         "periode", "sans_primes", "sans_transfert", "alsace_moselle", "statut")  # fmt: skip
IN_EUROS = ("brut", "primes", "psc_agent", "psc_employeur")


def cents(euros: Any) -> int:
    """Cents of an amount in euros written as a number or a text; no float goes further."""
    exact = Decimal(str(euros)) * 100
    assert exact == exact.to_integral_value(), euros
    return int(exact)


def law_of(catalogue: Catalogue, month: str = MONTH) -> Law:
    """The law on the first day of a month."""
    return law_at(catalogue.pay_rules, date.fromisoformat(f"{month}-01"))


def request_of(catalogue: Catalogue, options: Mapping[str, Any]) -> PayRequest:
    """The options of a case as a request."""
    asked: dict[str, Any] = {name: options[name] for name in AS_IS if name in options}
    asked |= {name: cents(options[name]) for name in IN_EUROS if name in options}
    if "corps" in options:
        asked["corps"] = catalogue.corps_of(options["corps"])
    if "echelon" in options:
        asked["echelon"] = str(options["echelon"])
    if "ic_csg" in options:
        asked["ic_csg"] = AUTO if options["ic_csg"] == "auto" else cents(options["ic_csg"])
    if "taux_impot" in options:
        asked["taux_impot"] = cents(options["taux_impot"])
    counted = [("nuit", options.get("nuits")), ("astreinte", options.get("astreintes"))]
    named = (*options.get("prime", ()), *(f"{code}={number}" for code, number in counted if number))
    return PayRequest(
        **asked,
        sur_indice=options.get("indice", False),
        primes_nommees=named,
        sans_primes_nommees=tuple(options.get("sans_prime", ())),
    )


def payslip(catalogue: Catalogue, month: str = MONTH, per_year: bool = False, **options: Any) -> Payslip:
    """The payslip of a case, with its hypotheses."""
    found = payslips_of(law_of(catalogue, month), catalogue.pay_books, request_of(catalogue, options), per_year)
    assert isinstance(found, Payslip)
    return found


def bulletin(catalogue: Catalogue, month: str, options: Mapping[str, Any]) -> Bulletin:
    """The same lines, and what the command cannot say: CTI, bonuses by line, 2.2 points base."""
    law, request = law_of(catalogue, month), request_of(catalogue, options)
    found = payslips_of(law, catalogue.pay_books, request)
    assert isinstance(found, Payslip)
    agent = found.situation.agent
    if isinstance(agent, Titulaire):
        if "lignes_primes" in options:
            paid = tuple((code, cents(amount)) for code, amount in options["lignes_primes"].items())
            agent = agent._replace(primes=paid)
        if options.get("cti"):
            agent = agent._replace(cti=law.valeurs.cti_points)
        if "majoration_sur_pss" in options:
            agent = agent._replace(majoration_sur_pss=options["majoration_sur_pss"])
    return bulletin_of(law, catalogue.pay_rules.lignes, agent, request.taux_impot)


def lines_of(result: Bulletin) -> dict[str, int]:
    """Cents by line code."""
    return {line.code: line.montant for line in result.lignes}


def check_sums(result: Payslip) -> None:
    """The lines of a payslip make its totals, to the cent."""
    totals = result.bulletin.totaux
    by_side: dict[str, int] = {"gain": 0, "retenue": 0, "information": 0}
    for line in result.bulletin.lignes:
        assert type(line.montant) is int
        assert line.montant > 0
        by_side[line.sens] += line.montant
    lines = lines_of(result.bulletin)
    tax = lines.get("impot", 0)
    assert totals.brut == by_side["gain"]
    assert totals.retenues == by_side["retenue"] - tax
    assert totals.net_a_payer_avant_impot == totals.net_social == totals.brut - totals.retenues
    assert totals.impot == tax
    assert totals.net_paye == totals.net_a_payer_avant_impot - tax
    added = sum(lines.get(code, 0) for code in ("csg_non_deductible", "crds", "psc_employeur"))
    assert abs(totals.net_imposable - totals.net_a_payer_avant_impot - added) == 0
