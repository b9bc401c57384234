"""A payslip in JSON and CSV."""

from typing import Any

from penitcareer.domain.pay.bulletin import PayslipLine
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.render.formats.csv_rows import Rows, amount, decimal
from penitcareer.render.formats.json_text import fraction, money, money_or_none
from penitcareer.render.views import known
from penitcareer.render.words.hypotheses import said

TOTALS = {
    "brut": "Total brut",
    "retenues": "Total des retenues",
    "net_a_payer_avant_impot": "Net à payer avant impôt",
    "net_social": "Montant net social",
    "net_imposable": "Net imposable",
    "impot": "Impôt prélevé à la source",
    "net_paye": "Net payé",
}


def payload(result: Payslip) -> dict[str, Any]:
    """The same in JSON."""
    totals = result.bulletin.totaux
    return {
        "entree": situation_payload(result),
        "lignes": [_line(line) for line in result.bulletin.lignes],
        "totaux": {name: money(getattr(totals, name)) for name in TOTALS},
        "taux_impot": fraction(totals.taux_impot),
        "hypotheses": [hypothesis_payload(item) for item in result.hypotheses],
        "indice": known.index_payload(result.indice),
        "manque": list(result.situation.manque),
    }


def rows(result: Payslip) -> Rows:
    """One line a line of the payslip, then one a total."""
    lines = [
        (
            line.code,
            line.libelle,
            line.sens,
            amount(line.base),
            None if line.taux is None else decimal(line.taux, 2),
            amount(line.montant),
        )
        for line in result.bulletin.lignes
    ]
    totals = [
        (name, label, "total", None, None, amount(getattr(result.bulletin.totaux, name)))
        for name, label in TOTALS.items()
    ]
    return (("code", "libelle", "sens", "base", "taux_pourcent", "montant"), [*lines, *totals])


def situation_payload(result: Payslip) -> dict[str, Any]:
    """What the payslip is of, in JSON."""
    situation = result.situation
    request, agent = situation.demande, situation.agent
    return {
        "date": result.loi.jour.isoformat(),
        "periode": "an" if result.mois > 1 else "mois",
        "statut": request.statut,
        "corps": request.corps.code if request.corps else None,
        "fichier": request.corps.fichier if request.corps else None,
        "grade": situation.grade.code if situation.grade else None,
        "echelon": situation.echelon.echelon if situation.echelon else None,
        "indice_majore": agent.indice_majore if isinstance(agent, Titulaire) else None,
        "indice_demande": situation.indice_demande,
        "nbi": request.nbi,
        "zone": situation.zone,
        "enfants": request.enfants,
        "quotite": request.quotite,
        "periode_ecole": situation.periode,
        "affectation": situation.affectation,
        "primes": [{"code": code, "montant": money(paid)} for code, paid in (*agent.primes, *agent.unites)],
    }


def hypothesis_payload(item: Hypothese) -> dict[str, Any]:
    """The same in JSON."""
    return {"code": item.code, "texte": said(item), "enjeu": money_or_none(item.enjeu), "source": item.source}


def _line(line: PayslipLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "libelle": line.libelle,
        "sens": line.sens,
        "base": money_or_none(line.base),
        "taux": fraction(line.taux) if line.taux is not None else None,
        "montant": money(line.montant),
        "source": line.source.titre,
        "url": line.source.url,
        "explication": line.explication,
    }
