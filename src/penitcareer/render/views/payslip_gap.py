"""`penit paie --contre`: two payslips side by side."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.payslip import LineGap, Payslip, PayslipGap, SharedHypothese
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.render.document import Block, Bullets, Column, Document, Heading, Note, Paragraph, Table
from penitcareer.render.formats.csv_rows import Rows, amount
from penitcareer.render.formats.json_text import money, money_or_none
from penitcareer.render.views import payslip, payslip_data
from penitcareer.render.views.reserves import hypothesis, reserve_block
from penitcareer.render.words import french
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence

COLUMNS = (
    Column("En euros", flexible=True, bref="{}"),
    Column("Avant", right=True, bref="avant {}"),
    Column("Après", right=True, bref="après {}"),
    Column("Effet sur le net", right=True, bref="{}"),
)
NET, PAID = "net_a_payer_avant_impot", "net_paye"
SHOWN = ("brut", "retenues", NET, "impot", PAID)
LEAST = f"≥{french.FIXED}"
LOWER = ("retenues", "impot")  # totals that leave less when they grow
SAME_BONUS = "L’effet suppose que ce qui n’est pas compté ne change pas, ni ses cotisations."
PLACES = {"deconcentre": "passer en service déconcentré", "centrale": "passer en administration centrale"}


def document(result: PayslipGap) -> Document:
    """The effect on the net in the first line, then what changes; the rest is folded."""
    changed = [gap for gap in result.lignes if gap.ecart != 0 and gap.code != "impot"]
    folded = _folded(len(result.lignes) - len(changed) - any(gap.code == "impot" for gap in result.lignes))
    assumed = (item.hypothese for item in result.hypotheses)
    reserved = reserve_block(payslip.named(assumed, result.avant.situation, result.apres.situation), _tries(result))
    return _document(result, changed, folded, (reserved,))


def full(result: PayslipGap) -> Document:
    """The same with every line and every assumption."""
    assumed = Bullets(tuple(_assumed(item) for item in result.hypotheses))
    lines = [gap for gap in result.lignes if gap.code != "impot"]
    return _document(result, lines, (), (Heading("Ce que ces bulletins supposent"), assumed))


def _document(
    result: PayslipGap, shown: Sequence[LineGap], folded: tuple[tuple[str, ...], ...], after: tuple[Block, ...]
) -> Document:
    before = result.avant
    names = payslip.short_names(before.situation) | payslip.short_names(result.apres.situation)
    lines = tuple(_row(gap, names.get(gap.code, gap.libelle), (before, result.apres)) for gap in shown)
    blocks: list[Block] = [
        Paragraph(f"Avant{french.THIN}: {payslip.subtitle(before)}"),
        *_lacking(result),
        Table(COLUMNS, (*lines, *folded, *_totals(result)), totals=len(SHOWN)),
        *_tax_step(result),
        *_share(result),
    ]
    return Document(_answer(result), payslip.title(before), (*blocks, *after), framed=False)


def payload(result: PayslipGap) -> dict[str, Any]:
    """Both payslips in JSON, and the differences."""
    before, after = result.avant.bulletin.totaux, result.apres.bulletin.totaux
    return {
        "avant": payslip_data.payload(result.avant),
        "apres": payslip_data.payload(result.apres),
        "ecarts": {
            "lignes": [
                {
                    **gap._asdict(),
                    "avant": money_or_none(gap.avant),
                    "apres": money_or_none(gap.apres),
                    "ecart": money_or_none(gap.ecart),
                }
                for gap in result.lignes
            ],
            "totaux": {
                name: money(getattr(after, name) - getattr(before, name)) if result.comparable else None
                for name in payslip_data.TOTALS
            },
            "comparables": result.comparable,
            "marche_impot": result.marche_impot,
            "manque": {"avant": list(result.avant.situation.manque), "apres": list(result.apres.situation.manque)},
            "hypotheses": [
                {**payslip_data.hypothesis_payload(item.hypothese), "avant": item.avant, "apres": item.apres}
                for item in result.hypotheses
            ],
        },
    }


def rows(result: PayslipGap) -> Rows:
    """One line a line of either payslip."""
    return (
        ("code", "libelle", "sens", "avant", "apres", "ecart"),
        [
            (gap.code, gap.libelle, gap.sens, amount(gap.avant), amount(gap.apres), amount(gap.ecart))
            for gap in result.lignes
        ],
    )


def signed(cents: Cents) -> str:
    """« +50,09 », « −12,30 », « = »."""
    if not cents:
        return "="
    return ("+" if cents > 0 else "−") + payslip.cents(abs(cents))


def _answer(result: PayslipGap) -> str:
    """« Passer en zone 1 : +50,09 € net par mois avant impôt, +19,90 € après impôt »; unknown when a
    side lacks a bonus that the other does not."""
    if not result.comparable:
        return f"{_change(result)}{french.THIN}: effet sur le net inconnu, faute du montant d’une prime"
    euro = f"{french.FIXED}€"
    gains = (_effect(result, total) for total in (NET, PAID))
    before, after = (f"{signed(gain)}{euro}" if gain else f"0{euro}" for gain in gains)
    over = "sur douze mois" if result.avant.mois > 1 else "par mois"
    return f"{_change(result)}{french.THIN}: {before} net {over} avant impôt, {after} après impôt"


def _change(result: PayslipGap) -> str:
    """« Passer en zone 1, avec 2 enfants »."""
    parts = _changes(result.avant, result.apres) or ["cette réforme" if result.deux_lois else "ce changement"]
    first, *others = parts
    return french.capital(", ".join([first, *(part.removeprefix("passer ") for part in others)]))


def _tries(result: PayslipGap) -> str:
    """What the same command may say more."""
    asked = result.avant.situation.demande
    others = [
        "--annuel" if result.avant.mois == 1 and not asked.prime_unique else "",
        "--taux-impot 5 (votre taux)" if asked.taux_impot is None else "",
        "--tout",
    ]
    return " · ".join(option for option in others if option)


def _changes(before: Payslip, after: Payslip) -> list[str]:
    """What differs between two situations, each as one would say it."""
    old, new = before.situation, after.situation
    asked, wished = old.demande, new.demande
    parts = []
    if old.grade == new.grade and old.echelon != new.echelon and new.echelon:
        parts.append(f"passer à l’échelon {french.echelon(new.echelon.echelon)}")
    elif payslip.place(old) != payslip.place(new):
        parts.append(f"passer à {in_a_sentence(payslip.place(new))}")
    elif isinstance(new.agent, Titulaire) and isinstance(old.agent, Titulaire):
        if old.agent.indice_majore != new.agent.indice_majore:
            parts.append(f"passer à l’indice majoré {new.agent.indice_majore}")
    elif asked.brut != wished.brut:
        parts.append(f"passer à {payslip.who(new)}")
    if old.zone != new.zone:
        parts.append(f"passer en zone {new.zone}")
    if asked.quotite != wished.quotite:
        parts.append(f"passer à {wished.quotite}{french.FIXED}%")
    if asked.enfants != wished.enfants:
        parts.append(f"avec {french.count(wished.enfants, 'enfant')}" if wished.enfants else "sans enfant")
    if old.affectation != new.affectation:
        parts.append(PLACES[new.affectation])
    return parts


def _lacking(result: PayslipGap) -> list[Note]:
    """The bonuses that are not counted; that both payslips lack them does not make them equal."""
    before, after = result.avant.situation.manque, result.apres.situation.manque
    if before != after:
        return [*not_counted(before, "Avant"), *not_counted(after, "Après")]
    same = [Note(SAME_BONUS)] if before and result.comparable else []
    return [*not_counted(before), *same]


def _effect(result: PayslipGap, total: str) -> Cents:
    """What a total changes in the net: a deduction that grows is a loss."""
    gap: Cents = getattr(result.apres.bulletin.totaux, total) - getattr(result.avant.bulletin.totaux, total)
    return -gap if total in LOWER else gap


def _row(gap: LineGap, name: str, slips: tuple[Payslip, Payslip]) -> tuple[str, ...]:
    ends = [payslip.cents_or_unknown(end) for end in (gap.avant, gap.apres)]
    if gap.ecart is not None:
        return (name, *ends, signed(gap.ecart))
    if gap.sens == "retenue":  # it rests on a bonus that a side lacks
        ends = [f"{LEAST}{end}" if slip.situation.manque else end for end, slip in zip(ends, slips, strict=True)]
    return (name, *ends, french.NOTHING)


def _folded(count: int) -> tuple[tuple[str, ...], ...]:
    return ((f"{french.count(count, 'ligne inchangée', 'lignes inchangées')}", "", "", "="),) if count else ()


def _totals(result: PayslipGap) -> list[tuple[str, ...]]:
    return [
        (
            payslip_data.TOTALS[name],
            *(_total(slip, name, result.comparable) for slip in (result.avant, result.apres)),
            signed(_effect(result, name)) if result.comparable else french.NOTHING,
        )
        for name in SHOWN
    ]


def _total(slip: Payslip, name: str, comparable: bool) -> str:
    """« 2 744,18 »; « ≥ 2 744,18 » for a side that lacks a bonus of the other, and nothing of what
    is left after a tax that has steps."""
    shown = payslip.cents(getattr(slip.bulletin.totaux, name))
    if comparable or not slip.situation.manque:
        return shown
    return french.NOTHING if name == PAID else LEAST + shown


def _tax_step(result: PayslipGap) -> list[Note]:
    """The default rate goes by steps, each on the whole pay: why a gain may shrink, or turn."""
    before, after = result.avant.bulletin.totaux, result.apres.bulletin.totaux
    given = result.apres.situation.demande.taux_impot is not None
    if given or not result.comparable or before.taux_impot == after.taux_impot:
        return []
    low, high = french.percent(before.taux_impot), french.percent(after.taux_impot)
    falls = " Le net avant impôt augmente mais le net payé baisse." if result.marche_impot else ""
    return [
        Note(
            f"L’impôt par défaut change de tranche, de {low} à {high}, et ce taux s’applique à tout le net imposable."
            f"{falls} Avec votre taux personnel{french.THIN}: --taux-impot"
        )
    ]


def _share(result: PayslipGap) -> list[Note]:
    """How a part-time share that is not paid as such is paid."""
    for slip in (result.avant, result.apres):
        asked, share = slip.situation.demande.quotite, slip.situation.agent.quotite
        if share.numerateur * payslip.FULL_TIME != asked * share.denominateur:
            paid = f"{share.numerateur}/{share.denominateur}"
            return [
                Note(f"Un temps partiel à {asked}{french.FIXED}% est payé {paid} du temps plein, primes comprises.")
            ]
    return []


def _assumed(item: SharedHypothese) -> tuple[str, str]:
    """An assumption, and the payslip that makes it when one alone does."""
    alone = "" if item.avant and item.apres else "Avant" if item.avant else "Après"
    return (alone, hypothesis(item.hypothese))
