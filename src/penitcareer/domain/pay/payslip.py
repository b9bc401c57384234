"""A payslip with what it assumes; the same over a year; two of them compared."""

from typing import TypeVar

from penitcareer.domain.money import MONTHS, Cents, divide
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Bulletin, PayslipLine, Totals, bulletin_from, ledger_of
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.hypotheses import Hypothese, hypotheses_of
from penitcareer.domain.pay.known_index import KnownIndex
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import TRANSFER, Amounts, base_of
from penitcareer.domain.pay.primes import over_a_year
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import Situation, situation_of
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.records import NamedTuple

T = TypeVar("T")
GAIN, TAX = "gain", "impot"


class Payslip(NamedTuple):
    """A payslip over `mois` months (1 or 12), the situation it is of, and its doubts.
    `indice`: what is known of that of its échelon."""

    situation: Situation
    bulletin: Bulletin
    hypotheses: tuple[Hypothese, ...]
    loi: Law
    mois: int
    indice: KnownIndex | None = None


class LineGap(NamedTuple):
    """A line in both payslips, in cents, 0 where it is absent, None where it is due and its
    amount unknown. `ecart` is what the pocket gains: a deduction that grows is a loss; None
    when a side is unknown, or rests on a bonus that is and that the other side has not."""

    code: str
    libelle: str
    sens: str
    avant: Cents | None
    apres: Cents | None
    ecart: Cents | None


class SharedHypothese(NamedTuple):
    """An assumption of one of two payslips or of both."""

    hypothese: Hypothese
    avant: bool
    apres: bool


class PayslipGap(NamedTuple):
    """Two payslips, the lines that differ, and whether more gross leaves less in hand: the
    default tax grid has steps. `deux_lois`: the same is asked of both, under two laws."""

    avant: Payslip
    apres: Payslip
    lignes: tuple[LineGap, ...]
    marche_impot: bool
    deux_lois: bool = False

    @property
    def comparable(self) -> bool:
        """Whether the totals can be subtracted: neither side lacks a bonus, or both lack the same
        ones, which one post pays in the same way."""
        lacking = [gap for gap in self.lignes if gap.ecart is None]
        if any(gap.avant is not None or gap.apres is not None for gap in lacking):
            return False
        return not lacking or _post(self.avant.situation) == _post(self.apres.situation)

    @property
    def hypotheses(self) -> tuple[SharedHypothese, ...]:
        """Every assumption of either payslip, once, with the larger of its stakes."""
        before, after = (
            {(item.code, item.details): item for item in slip.hypotheses} for slip in (self.avant, self.apres)
        )
        found = []
        for key in dict.fromkeys((*before, *after)):
            same = [side[key] for side in (before, after) if key in side]
            largest = max(same, key=lambda item: item.enjeu or 0)
            found.append(SharedHypothese(largest, key in before, key in after))
        return tuple(found)


def payslip_of(law: Law, books: PayBooks, request: PayRequest, per_year: bool = False) -> Payslip:
    """The payslip of a request on the day of the law; raises as `situation_of`."""
    if per_year and request.prime_unique:
        raise ContradictoryPay("prime_unique_annuelle")
    situation = situation_of(law, books, request)
    ledger = ledger_of(law, situation.agent)
    bulletin = bulletin_from(law, books.lignes, situation.agent, ledger, request.taux_impot)
    if bulletin.totaux.net_a_payer_avant_impot < 0:
        raise ContradictoryPay("retenues_trop_fortes")
    if bulletin.totaux.net_paye < 0:
        raise ContradictoryPay("impot_trop_fort")
    doubts = hypotheses_of(law, books, situation, ledger.montants)
    if per_year:
        bulletin = _over_a_year(law, situation, bulletin)
    return Payslip(situation, bulletin, doubts, law, MONTHS if per_year else 1)


def compare_payslips(before: Payslip, after: Payslip) -> PayslipGap:
    """The difference line by line, in the order of a payslip."""
    left, right = _sides(before), _sides(after)
    both = merged(list(left), list(right))
    gaps = tuple(_gap(right.get(code) or left[code], left.get(code), right.get(code)) for code in both)
    old, new = before.bulletin.totaux, after.bulletin.totaux
    gains_gross = new.net_a_payer_avant_impot > old.net_a_payer_avant_impot
    found = PayslipGap(before, after, gaps, gains_gross and new.net_paye < old.net_paye)
    return found if found.comparable else found._replace(lignes=_told(found), marche_impot=False)


def _told(found: PayslipGap) -> tuple[LineGap, ...]:
    """The lines, without the difference of those that rest on a bonus of unknown amount."""
    waiting = _waiting(found.avant) | _waiting(found.apres)
    return tuple(gap._replace(ecart=None) if gap.code in waiting else gap for gap in found.lignes)


def _waiting(slip: Payslip) -> set[str]:
    """The deductions that change once the bonuses of unknown amount are paid: as much as the
    whole gross, for one."""
    agent, unknown = slip.situation.agent, slip.situation.primes_inconnues
    if not unknown:
        return set()
    paid = tuple((item.prime.code, slip.bulletin.totaux.brut) for item in unknown)
    bare, whole = (ledger_of(slip.loi, agent._replace(primes=(*agent.primes, *more))).montants for more in ((), paid))
    return {TAX, *(code for code, amount in whole.items() if amount != bare.get(code, 0))}


def _post(situation: Situation) -> tuple[object, ...]:
    """What the amount of a bonus may follow: the corps, the grade, the place and the share."""
    asked = situation.demande
    return (
        asked.corps.code if asked.corps else None,
        situation.grade.code if situation.grade else None,
        situation.affectation,
        asked.quotite,
    )


def merged(left: list[T], right: list[T]) -> list[T]:
    """The lines of both, each once: a new one stands after the line it follows in its own."""
    lines, place = list(left), 0
    for line in right:
        if line not in lines:
            lines.insert(place, line)
        place = lines.index(line) + 1
    return lines


class _Side(NamedTuple):
    """A line as one payslip has it; None: due, of unknown amount."""

    code: str
    libelle: str
    sens: str
    montant: Cents | None


def _sides(slip: Payslip) -> dict[str, _Side]:
    """The lines of a payslip by code, those it cannot count among what is paid."""
    known = [_Side(line.code, line.libelle, line.sens, line.montant) for line in slip.bulletin.lignes]
    unknown = [_Side(item.prime.code, item.prime.libelle, GAIN, None) for item in slip.situation.primes_inconnues]
    paid = sum(line.sens == GAIN for line in known)
    return {line.code: line for line in (*known[:paid], *unknown, *known[paid:])}


def _gap(line: _Side, before: _Side | None, after: _Side | None) -> LineGap:
    old, new = before.montant if before else 0, after.montant if after else 0
    gap = None if old is None or new is None else new - old if line.sens != "retenue" else old - new
    return LineGap(line.code, line.libelle, line.sens, old, new, gap)


def _over_a_year(law: Law, situation: Situation, bulletin: Bulletin) -> Bulletin:
    """Twelve months of the same payslip. A bonus set by the year and the transfert, capped
    by the year, keep their exact amount, which twelve rounded months would miss by a few
    cents; the deductions and the tax are those of twelve payslips, each rounded."""
    yearly = {line.code: line.montant * MONTHS for line in bulletin.lignes}
    for item in situation.primes:
        exact = over_a_year(item, situation.agent.quotite)
        if exact is not None and item.prime.code in yearly:
            yearly[item.prime.code] = exact
    if TRANSFER in yearly and isinstance(situation.agent, Titulaire):
        yearly[TRANSFER] = _yearly_transfer(law, situation.agent, yearly)
    lines = tuple(
        line._replace(montant=yearly[line.code], base=None if line.base is None else line.base * MONTHS)
        for line in bulletin.lignes
    )
    return Bulletin(lines, _yearly_totals(lines, bulletin.totaux))


def _yearly_totals(lines: tuple[PayslipLine, ...], month: Totals) -> Totals:
    tax = month.impot * MONTHS
    gross = sum(line.montant for line in lines if line.sens == "gain")
    held = sum(line.montant for line in lines if line.sens == "retenue") - tax
    net = gross - held
    return Totals(
        brut=gross,
        retenues=held,
        net_a_payer_avant_impot=net,
        net_social=net,
        net_imposable=(month.net_imposable - month.net_a_payer_avant_impot) * MONTHS + net,
        impot=tax,
        net_paye=net - tax,
        taux_impot=month.taux_impot,
    )


def _yearly_transfer(law: Law, agent: Titulaire, yearly: Amounts) -> Cents:
    cap = divide(agent.transfert * agent.quotite.numerateur, agent.quotite.denominateur)
    return min(cap, base_of(law, "transfert", yearly))
