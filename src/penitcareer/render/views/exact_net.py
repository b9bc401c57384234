"""`penit net --statut`: the estimate, and the exact net beside it."""

from typing import Any

from penitcareer.domain.pay.exact_net import ExactNet
from penitcareer.render.document import Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money
from penitcareer.render.views import estimates
from penitcareer.render.views.payslip import TOTALS, cents, paid_and_held
from penitcareer.render.words import french

WHY = {
    "titulaire": (
        "La règle des 21 à 25 % vient du privé. Un titulaire paie une retenue pour pension sur son"
        " traitement et la RAFP sur une part de ses primes, pas les cotisations du régime général."
    ),
    "contractuel": (
        "La règle des 21 à 25 % vient du privé. Un contractuel public cotise au régime général et à"
        " l’Ircantec, sans les cotisations conventionnelles du privé."
    ),
}


def document(result: ExactNet) -> Document:
    """The exact net, the estimate, then the payslip of the same gross."""
    return _document(result, estimates.document(result.estimation))


def full(result: ExactNet) -> Document:
    """The same with all that the rule says of itself."""
    return _document(result, estimates.full(result.estimation))


def _document(result: ExactNet, plain: Document) -> Document:
    columns = (
        Column("En euros", flexible=True, bref="{}"),
        Column("À payer", right=True, bref="+{}"),
        Column("À déduire", right=True, bref="−{}"),
    )
    totals = result.bulletin.totaux
    lines = [(line.libelle, *paid_and_held(line)) for line in result.bulletin.lignes if line.code != "impot"]
    lines.append(("Total", cents(totals.brut), cents(totals.retenues)))
    net = totals.net_a_payer_avant_impot
    split = f", dont {french.euros(result.primes)} de primes" if result.primes else ""
    day = french.day(f"{result.loi.jour.year}-{result.loi.jour.month:02}")
    exact = f"Net exact pour un {result.statut}{french.THIN}: {french.euros(net, True)} avant impôt"
    estimated = plain.sous_titre[0].lower() + plain.sous_titre[1:]
    return plain._replace(
        sous_titre=f"{exact}{french.THIN}; {estimated}",
        blocks=(
            *plain.blocks,
            Heading(f"Exact, {result.statut}{split}, zone 3, sans enfant, {day}"),
            Table(columns, tuple(lines), totals=1),
            Note(WHY[result.statut]),
        ),
    )


def payload(result: ExactNet) -> dict[str, Any]:
    """The estimate in JSON, with `exact` beside it."""
    totals = result.bulletin.totaux
    return {
        **estimates.payload(result.estimation),
        "exact": {
            "statut": result.statut,
            "primes": money(result.primes),
            "date": result.loi.jour.isoformat(),
            "lignes": [
                {"code": line.code, "sens": line.sens, "montant": money(line.montant)}
                for line in result.bulletin.lignes
            ],
            "totaux": {name: money(getattr(totals, name)) for name in TOTALS},
        },
    }


def rows(result: ExactNet) -> Rows:
    """The estimate's lines, then the exact month."""
    header, lines = estimates.rows(result.estimation)
    net = amount(result.bulletin.totaux.net_a_payer_avant_impot)
    return (header, [*lines, (f"mois exact {result.statut}", amount(result.estimation.mensuel.montant), net, net)])
