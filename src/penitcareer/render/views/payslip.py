"""`penit paie`: a payslip that people recognise."""

from typing import Any

from penitcareer.domain.pay.bulletin import PayslipLine
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.situation import Situation
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.render.document import Block, Bullets, Column, Document, Facts, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows, amount, decimal
from penitcareer.render.formats.json_text import fraction, money, money_or_none
from penitcareer.render.views import known
from penitcareer.render.views.facts import joined, sentences
from penitcareer.render.words import french
from penitcareer.render.words.hypotheses import said
from penitcareer.render.words.lacking import not_counted

TOTALS = {
    "brut": "Total brut",
    "retenues": "Total des retenues",
    "net_a_payer_avant_impot": "Net à payer avant impôt",
    "net_social": "Montant net social",
    "net_imposable": "Net imposable",
    "impot": "Impôt prélevé à la source",
    "net_paye": "Net payé",
}
COLUMNS = (
    Column("Ligne", flexible=True),
    Column("Base", right=True),
    Column("Taux", right=True),
    Column("À payer", right=True),
    Column("À déduire", right=True),
)


def document(result: Payslip) -> Document:
    """Lines, totals, then what the payslip assumes."""
    bulletin = result.bulletin
    lines = tuple(_row(line) for line in bulletin.lignes if line.code != "impot")
    blocks: list[Block] = [
        *not_counted(result.situation.manque),
        Table(COLUMNS, lines),
        Facts(_totals(result)),
        *_index_notes(result.situation),
    ]
    if result.hypotheses:
        blocks += [
            Heading("Ce que ce bulletin suppose"),
            Bullets(tuple(hypothesis(item) for item in result.hypotheses)),
        ]
    return Document(title(result), subtitle(result), tuple(blocks))


full = document


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


def title(result: Payslip) -> str:
    """« Bulletin de novembre 2026 : CPIP, indice majoré 450 »."""
    return f"{kind(result)}{french.THIN}: {who(result.situation)}"


def kind(result: Payslip) -> str:
    """« Bulletin de novembre 2026 »."""
    day = result.loi.jour
    what = "Douze mois aux conditions" if result.mois > 1 else "Bulletin"
    return f"{what} {french.of(french.day(f'{day.year}-{day.month:02}'))}"


def who(situation: Situation) -> str:
    """The corps, grade and échelon, or the status, and the index paid."""
    agent = situation.agent
    if not isinstance(agent, Titulaire):
        return f"contractuel à {french.euros(agent.brut)} brut"
    return f"{place(situation)}, {index(situation)}"


def place(situation: Situation) -> str:
    """The corps or the status, with the grade and échelon that are known."""
    request = situation.demande
    return joined(
        request.corps.sigle if request.corps else "titulaire",
        situation.grade.titre if situation.grade and situation.echelon else None,
        f"échelon {french.echelon(situation.echelon.echelon)}" if situation.echelon else None,
    )


def index(situation: Situation) -> str:
    """The index paid, said to be supposed when it is."""
    agent = situation.agent
    assert isinstance(agent, Titulaire)
    supposed = situation.echelon is not None and situation.echelon.im_suppose is not None
    return f"indice majoré {agent.indice_majore}" + (" (supposé)" if supposed else "")


def subtitle(result: Payslip) -> str:
    """Zone, children, share, affectation."""
    request = result.situation.demande
    return joined(
        f"zone {result.situation.zone}",
        french.count(request.enfants, "enfant"),
        {"ecole": "enseignement à l’école", "stage": "stage pratique"}.get(result.situation.periode or ""),
        f"quotité {request.quotite}{french.FIXED}%" if request.quotite != 100 else None,
        {"deconcentre": "service déconcentré", "centrale": "administration centrale"}[result.situation.affectation]
        if request.statut == "titulaire"
        else None,
    )


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


def _row(line: PayslipLine) -> tuple[str, ...]:
    return (
        line.libelle,
        french.euros(line.base, True) if line.base is not None else "",
        french.percent(line.taux) if line.taux is not None else "",
        *paid_and_held(line),
    )


def paid_and_held(line: PayslipLine) -> tuple[str, str]:
    """The cells « À payer » and « À déduire » of a line: what only informs is in neither."""
    shown = french.euros(line.montant, True)
    return {"gain": (shown, ""), "retenue": ("", shown), "information": ("", "")}[line.sens]


def _totals(result: Payslip) -> tuple[tuple[str, str], ...]:
    totals = result.bulletin.totaux
    shown = []
    for name, label in TOTALS.items():
        rate = f" (taux {french.percent(totals.taux_impot)})" if name == "impot" else ""
        shown.append((label, french.euros(getattr(totals, name), True) + rate))
    return tuple(shown)


def _index_notes(situation: Situation) -> list[Note]:
    agent = situation.agent
    notes = []
    if (
        isinstance(agent, Titulaire)
        and situation.indice_demande is not None
        and situation.indice_demande < agent.indice_majore
    ):
        notes.append(
            Note(
                f"L’indice majoré {situation.indice_demande} est sous le minimum de traitement{french.THIN}:"
                f" il est payé à l’indice {agent.indice_majore}."
            )
        )
    corps = situation.demande.corps
    if corps is not None and corps.fichier:
        notes.append(Note(f"Le corps {corps.code} vient du fichier {corps.fichier}"))
    return notes


def hypothesis(item: Hypothese) -> tuple[str, str]:
    """An assumption, with the euros a month it may change and its source."""
    stake = f"Enjeu{french.THIN}: {french.euros(item.enjeu, True)} par mois." if item.enjeu is not None else None
    return ("", sentences(said(item), stake))


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
