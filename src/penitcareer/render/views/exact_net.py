"""`penit net --statut`: the estimate, and the net of a payslip beside it."""

from typing import Any

from penitcareer.domain.pay.exact_net import ExactNet
from penitcareer.render.document import Bullets, Column, Document, Heading, Next, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money
from penitcareer.render.views import estimates
from penitcareer.render.views.payslip import cents, paid_and_held
from penitcareer.render.views.payslip_data import TOTALS, hypothesis_payload
from penitcareer.render.views.reserves import hypothesis
from penitcareer.render.words import french
from penitcareer.render.words.corps import called
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence

WHY = {
    "titulaire": (
        "La règle des {taux} vient du privé. Un titulaire paie une retenue pour pension sur son"
        " traitement et la RAFP sur une part de ses primes, pas les cotisations du régime général."
    ),
    "contractuel": (
        "La règle des {taux} vient du privé. Un contractuel public cotise au régime général et à"
        " l’Ircantec, sans les cotisations conventionnelles du privé."
    ),
}


ASK = "Avec le corps, sa PSS, ses 2,2 points et ses primes sont comptés : --corps cpip"


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
    day = french.month(result.loi.jour)
    exact = f"Net {_nature(result)} pour {_whose(result)}{french.THIN}: {french.euros(net, True)} avant impôt"
    estimated = french.small(plain.sous_titre)
    return plain._replace(
        sous_titre=f"{exact}{french.THIN}; {estimated}",
        blocks=(
            *not_counted(result.manque),
            *(_next(result) if isinstance(block, Next) else block for block in plain.blocks),
            Heading(f"{_nature(result).capitalize()}, {_whose(result)}{split}, zone 3, sans enfant, {day}"),
            Table(columns, tuple(lines), totals=1),
            *([Note(f"Grade{french.THIN}: {result.grade.titre}.")] if result.grade else []),
            Note(WHY[result.statut].format(taux=french.rule_rates(result.estimation.regle))),
            *([Note(ASK)] if result.statut == "titulaire" and result.corps is None else []),
            Heading("Ce que ce calcul suppose"),
            Bullets(tuple(("", hypothesis(item)) for item in result.hypotheses)),
        ),
    )


def _next(result: ExactNet) -> Next:
    """The whole payslip of who is paid so."""
    amount = estimates.typed(result.estimation)
    if result.statut == "contractuel":
        calls = [f"penit paie --statut contractuel --brut {amount}"]
    elif result.corps is None:
        calls = [f"penit net {amount} --corps cpip", f"penit place {amount} cpip"]
    else:
        paid = f"penit paie {result.corps.code} --im {result.indice}" if result.indice else ""
        calls = [paid, f"penit grille {result.corps.code}"]
    return Next(f"Plus{french.THIN}: {' · '.join(filter(None, calls))}")


def _nature(result: ExactNet) -> str:
    return "exact" if result.exact else "calculé"


def _whose(result: ExactNet) -> str:
    """« un contractuel », « un titulaire, sans les régimes particuliers », « un CPIP à l’indice
    majoré 450 »."""
    if result.corps is None:
        return "un contractuel" if result.statut == "contractuel" else "un titulaire, sans les régimes particuliers"
    index = f"à l’indice majoré {result.indice}" if result.indice is not None else "entre deux indices"
    return f"un {in_a_sentence(called(result.corps))} {index}"


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
            "nature": "exact" if result.exact else "calcule",
            "corps": result.corps.code if result.corps else None,
            "grade": result.grade.code if result.grade else None,
            "indice_majore": result.indice,
            "manque": list(result.manque),
            "hypotheses": [hypothesis_payload(item) for item in result.hypotheses],
        },
    }


def rows(result: ExactNet) -> Rows:
    """The estimate's lines, then the exact month."""
    header, lines = estimates.rows(result.estimation)
    net = amount(result.bulletin.totaux.net_a_payer_avant_impot)
    name = f"mois {_nature(result)} {result.statut}"
    return (header, [*lines, (name, amount(result.estimation.mensuel.montant), net, net)])
