"""`penit paie`: a payslip that people recognise."""

from collections.abc import Iterable, Mapping

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.bulletin import PayslipLine
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.pay.situation import Situation
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.render.document import Block, Column, Document, Facts, Note, Paragraph, Table
from penitcareer.render.views.facts import joined
from penitcareer.render.views.payslip_data import TOTALS, payload, rows
from penitcareer.render.views.reserves import every_reserve, reserve_block
from penitcareer.render.words import french
from penitcareer.render.words.corps import called, with_corps
from penitcareer.render.words.grades import short_grade
from penitcareer.render.words.hypotheses import said
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence
from penitcareer.render.words.reserves import FIRST

__all__ = ["document", "full", "payload", "rows"]

FULL_TIME = 100
COLUMNS = (
    Column("En euros", flexible=True, bref="{}"),
    Column("Base", right=True),
    Column("Taux", right=True),
    Column("À payer", right=True, bref="+{}"),
    Column("À déduire", right=True, bref="−{}"),
)


def document(result: Payslip) -> Document:
    """The net, the lines and their totals, then what the payslip assumes."""
    others = [item for item in result.hypotheses if item.code not in FIRST]
    reserved = reserve_block(named(others, result.situation), tries(result))
    return _document(result, (*_index_notes(result.situation), reserved))


def full(result: Payslip) -> Document:
    """The same with every total and every assumption."""
    assumed = every_reserve("Ce que ce bulletin suppose", result.hypotheses)
    return _document(result, (Facts(_totals(result)), *_index_notes(result.situation), *assumed))


def _document(result: Payslip, after: tuple[Block, ...]) -> Document:
    blocks = (Paragraph(subtitle(result)), *said_first(result), table(result), *after)
    return Document(title(result), net_line(result), blocks, framed=False)


def said_first(result: Payslip) -> list[Note]:
    """What the pay lacks, and how to read it: before its lines."""
    first = (Note(said(item)) for item in result.hypotheses if item.code in FIRST)
    return [*not_counted(result.situation.manque), *first]


def table(result: Payslip) -> Table:
    """The lines, and what they add up to."""
    bulletin = result.bulletin
    names = short_names(result.situation)
    lines = tuple(_row(line, names) for line in bulletin.lignes if line.code != "impot")
    paid, held = (cents(total) for total in (bulletin.totaux.brut, bulletin.totaux.retenues))
    return Table(COLUMNS, (*lines, ("Total", "", "", paid, held)), totals=1)


def net_line(result: Payslip) -> str:
    """« Net à payer avant impôt 2 530,92 € · après impôt (5,30 %) 2 391,91 € »."""
    totals = result.bulletin.totaux
    before, after = (french.euros(net, True) for net in (totals.net_a_payer_avant_impot, totals.net_paye))
    over = ", sur douze mois" if result.mois > 1 else ""
    rate = french.percent(totals.taux_impot)
    return f"Net à payer avant impôt{over} {before} · après impôt ({rate}) {after}"


def tries(result: Payslip) -> str:
    """A few changes worth typing next; at one end of a bounded index, one's own index first."""
    request = result.situation.demande
    titulaire, index = request.statut == "titulaire", result.indice
    bounded = index is not None and index.min != index.max
    others = [
        f"--im {result.situation.indice_demande} (l’indice de votre bulletin)" if bounded else "",
        "--zone 1" if request.zone is None and titulaire else "",
        "--quotite 80" if request.quotite == FULL_TIME and result.situation.periode != "ecole" else "",
        f"--contre '--enfants {request.enfants - 1 if request.enfants else 1}'" if titulaire and not bounded else "",
        "--lu net=2610" if result.mois == 1 and not bounded else "",
    ]
    return " · ".join(option for option in others if option)


def named(items: Iterable[Hypothese], *situations: Situation) -> tuple[Hypothese, ...]:
    """The assumptions of situations, bonuses by their sigle where they have one."""
    sigles = {bonus.libelle: bonus.sigle for situation in situations for bonus in bonuses(situation) if bonus.sigle}
    return tuple(
        item._replace(details=tuple((sigles.get(str(first), first), *rest) for first, *rest in item.details))
        for item in items
    )


def bonuses(situation: Situation) -> list[Prime]:
    """The bonuses of a situation, their amount known or not."""
    return [item.prime for item in (*situation.primes, *situation.primes_inconnues)]


def title(result: Payslip) -> str:
    """« CPIP, indice majoré 450 · novembre 2026 »."""
    return f"{french.capital(who(result.situation))} · {period(result)}"


def period(result: Payslip) -> str:
    """« novembre 2026 »."""
    month = french.month(result.loi.jour)
    return f"douze mois aux conditions {french.of(month)}" if result.mois > 1 else month


def who(situation: Situation) -> str:
    """The corps, grade and échelon, or the status, and the index paid, said to be supposed when it is."""
    agent = situation.agent
    if not isinstance(agent, Titulaire):
        return f"contractuel à {french.euros(agent.brut)} brut"
    supposed = situation.echelon is not None and situation.echelon.im_suppose is not None
    return f"{place(situation)}, indice majoré {agent.indice_majore}" + (" (supposé)" if supposed else "")


def place(situation: Situation) -> str:
    """The corps or the status, with the grade and échelon that are known or asked."""
    corps, told = situation.demande.corps, situation.echelon or situation.demande.grade
    if corps is None:
        return "titulaire"
    grade = short_grade(situation.grade, corps) if situation.grade and told else called(corps)
    return joined(
        with_corps(corps),
        None if grade.partition(" et ")[0] == called(corps) else in_a_sentence(grade),  # its name says it already
        f"échelon {french.echelon(situation.echelon.echelon)}" if situation.echelon else None,
    )


def subtitle(result: Payslip) -> str:
    """Share, zone, children, affectation."""
    request, share = result.situation.demande, result.situation.agent.quotite
    part = f"temps partiel à {request.quotite}{french.FIXED}%"
    if share.numerateur * FULL_TIME != request.quotite * share.denominateur:
        part += f", payé {share.numerateur}/{share.denominateur}"
    return joined(
        "temps plein" if request.quotite == FULL_TIME else part,
        f"zone {result.situation.zone}",
        french.count(request.enfants, "enfant") if request.enfants else "sans enfant",
        {"ecole": "enseignement à l’école", "stage": "stage pratique"}.get(result.situation.periode or ""),
        {"deconcentre": "service déconcentré", "centrale": "administration centrale"}[result.situation.affectation]
        if request.statut == "titulaire"
        else None,
    )


def short_names(situation: Situation) -> dict[str, str]:
    """« Indemnité de fonctions (IFSE) » for a bonus whose whole name is long, by its code."""
    return {
        bonus.code: f"{bonus.libelle.partition(',')[0]} ({bonus.sigle})"
        for bonus in bonuses(situation)
        if bonus.sigle and "," in bonus.libelle
    }


def _row(line: PayslipLine, names: Mapping[str, str]) -> tuple[str, ...]:
    base = line.montant if line.sens == "information" else line.base  # it is a base of others
    return (
        names.get(line.code, line.libelle),
        cents(base) if base is not None else "",
        french.percent(line.taux) if line.taux is not None else "",
        *paid_and_held(line),
    )


def paid_and_held(line: PayslipLine) -> tuple[str, str]:
    """The cells « À payer » and « À déduire » of a line: what only informs is in neither."""
    shown = cents(line.montant)
    return {"gain": (shown, ""), "retenue": ("", shown), "information": ("", "")}[line.sens]


def cents(amount: Cents) -> str:
    """« 2 215,25 »: the unit of a payslip needs not be said on every line."""
    return french.euros(amount, True).removesuffix(f"{french.FIXED}€")


def cents_or_unknown(amount: Cents | None) -> str:
    """The same, « — » where it is due and unknown."""
    return french.NOTHING if amount is None else cents(amount)


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
