"""`penit paie --lu`: one's own payslip beside the computed one."""

from collections.abc import Callable, Mapping
from typing import Any

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.payslip import GAIN
from penitcareer.domain.pay.read_payslip import NET, Clue, ReadLine, ReadPayslip
from penitcareer.render.document import Block, Column, Document, Facts, Heading, Next, Note, Paragraph, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money
from penitcareer.render.views import payslip, payslip_data
from penitcareer.render.views.payslip_gap import signed
from penitcareer.render.views.reserves import every_reserve
from penitcareer.render.words import french, reserves
from penitcareer.render.words.names import in_a_sentence

MOST_LEADS = 5
VALUES: dict[str, Callable[[int, str], str]] = {
    "zone_3_par_defaut": lambda value, _: f"zone {value}",
    "psc_absente": lambda value, _: f"complémentaire santé de {french.euros(value, True)}",
    "prime_par_defaut": lambda value, bonus: f"{bonus} de {french.euros(value, True)}",
    "prime_inconnue": lambda value, bonus: f"{bonus} de {french.euros(value, True)}",
}
INSTEAD: dict[str, Callable[[str], str]] = {
    "affectation_supposee": lambda _: "affectation sans PSS (administration centrale)",
    "compensatrice_absente": lambda _: "indemnité compensatrice de CSG",
    "prime_par_defaut": lambda bonus: f"sans {bonus}",
    "base_majoration_pss": lambda _: "majoration sans la PSS",
    "plancher_pss_apres_2024": lambda _: "PSS sans plancher",
    "transfert_categorie": lambda _: "sans transfert primes/points",
}
UNEXPLAINED = (
    "Aucune hypothèse de ce calcul ne l’explique seule. À vérifier : l’échelon ou l’indice, la quotité, les"
    " enfants, puis chaque ligne."
)


def document(result: ReadPayslip) -> Document:
    """The gap, where it is, and what could explain it."""
    return Document(_answer(result), payslip.title(result.bulletin), tuple(_blocks(result)), framed=False)


def full(result: ReadPayslip) -> Document:
    """The same, then the whole computed payslip."""
    slip = result.bulletin
    assumed = every_reserve("Ce que ce bulletin suppose", slip.hypotheses)
    blocks = (*_blocks(result, len(result.pistes)), Heading("Le bulletin calculé"), payslip.table(slip), *assumed)
    return document(result)._replace(blocks=blocks)


def payload(result: ReadPayslip) -> dict[str, Any]:
    """The payslip in JSON, with what was read beside it."""
    return {
        **payslip_data.payload(result.bulletin),
        "lu": {
            "lignes": [
                {
                    "code": line.code,
                    "libelle": label(result, line),
                    "calcule": money(line.calcule),
                    "lu": money(line.lu),
                    "ecart": money(line.ecart),
                }
                for line in result.lignes
            ],
            "pistes": [
                {
                    "code": lead.hypothese.code,
                    "texte": _named(lead, _sigles(result)),
                    "effet": money(lead.effet),
                    "reste": money(lead.reste),
                }
                for lead in result.pistes
            ],
        },
    }


def rows(result: ReadPayslip) -> Rows:
    """One line a line read."""
    header = ("code", "libelle", "calcule", "lu", "ecart")
    return (
        header,
        [
            (line.code, label(result, line), amount(line.calcule), amount(line.lu), amount(line.ecart))
            for line in result.lignes
        ],
    )


def label(result: ReadPayslip, line: ReadLine) -> str:
    """« Net à payer avant impôt », « Prime de sujétions spéciales »."""
    return payslip_data.TOTALS.get(line.code) or result.libelles[line.code]


def _answer(result: ReadPayslip) -> str:
    wrong = [line for line in result.lignes if line.ecart]
    if not wrong:
        return "Votre bulletin est celui du calcul, au centime"
    line = next((line for line in wrong if line.code == NET), wrong[0])
    more = "de plus" if line.ecart > 0 else "de moins"
    gap = french.euros(abs(line.ecart), True)
    return f"Votre bulletin a {gap} {more} que le calcul{french.THIN}: {in_a_sentence(label(result, line))}"


def _blocks(result: ReadPayslip, most: int = MOST_LEADS) -> list[Block]:
    columns = (
        Column("En euros", flexible=True, bref="{}"),
        Column("Calculé", right=True, bref="calculé {}"),
        Column("Lu", right=True, bref="lu {}"),
        Column("Écart", right=True, bref="{}"),
    )
    lines = tuple(
        (label(result, line), payslip.cents(line.calcule), payslip.cents(line.lu), signed(line.ecart))
        for line in result.lignes
    )
    blocks: list[Block] = [Paragraph(payslip.subtitle(result.bulletin)), Table(columns, lines)]
    if all(line.ecart == 0 for line in result.lignes):
        return blocks
    if not result.pistes:
        return [*blocks, Note(UNEXPLAINED), *_tries(result)]
    titles = (
        Column("Hypothèse", flexible=True, bref="{}"),
        Column("Effet sur le net", right=True, bref="{}"),
        Column("Reste à expliquer", right=True, bref="reste {}"),
    )
    sigles = _sigles(result)
    leads = tuple((_named(lead, sigles), signed(lead.effet), _left(lead.reste)) for lead in result.pistes[:most])
    blocks += [Heading("Ce qui peut l’expliquer"), Table(titles, leads)]
    return [*blocks, *_tries(result)]


def _tries(result: ReadPayslip) -> list[Block]:
    """One more line of one's own payslip, the second one paid: the first follows the index."""
    read = {line.code for line in result.lignes}
    paid = [line for line in result.bulletin.bulletin.lignes if line.sens == GAIN and line.code not in read]
    asked = (f"--lu {line.code}={payslip.cents(line.montant).replace(french.THIN, '')}" for line in paid[:2][-1:])
    return [Facts((("Essayez", Next(f"{option} (une ligne de votre bulletin)")),)) for option in asked]


def _sigles(result: ReadPayslip) -> dict[str, str]:
    known = payslip.bonuses(result.bulletin.situation)
    return {bonus.libelle: bonus.sigle for bonus in known if bonus.sigle}


def _named(lead: Clue, sigles: Mapping[str, str]) -> str:
    """« Zone 1 », « IFSE de 602,10 € », « Affectation sans PSS »."""
    item = lead.hypothese
    about = str(item.details[0][0]) if item.details else ""
    about = sigles.get(about, about)
    if lead.valeur is not None:
        text = VALUES[item.code](lead.valeur, about)
    else:
        text = INSTEAD[item.code](about) if item.code in INSTEAD else reserves.brief(item)
    return french.capital(text)


def _left(cents: Cents) -> str:
    return "rien" if cents == 0 else payslip.cents(cents)
