"""What a stage of a career pays: a payslip where the index is sourced, the métier's
indicative bracket elsewhere, nothing where neither is known."""

from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.career.walk import Stage
from penitcareer.domain.choices import Periode
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import net_of_bracket
from penitcareer.domain.metiers.remuneration import Tranche
from penitcareer.domain.money import MONTHS, Cents, Range, Span
from penitcareer.domain.pay.arithmetic import prorated
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import ledger_of, totals_of
from penitcareer.domain.pay.corps import TRAINING, Echelon, Grade
from penitcareer.domain.pay.known_index import EndPay, KnownIndex, at_index, least_net
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import SMIC_TOP_UP
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import situation_of
from penitcareer.domain.records import NamedTuple

GRID, BRACKETS, STAGES = "grille", "fourchettes", "etapes"


class MonthPay(NamedTuple):
    """Gross and net before tax in cents a month; both bounds are equal when exact, those of
    two payslips when the index is bounded, without an upper one when only its floor is known.
    `niveau` names the bracket used, None for a payslip; `manque`, the bonuses due and not
    counted."""

    brut: Span
    net: Span
    niveau: str | None
    manque: tuple[str, ...] = ()


class Household(NamedTuple):
    """What changes a pay beside the stage: children, and the part-time share."""

    enfants: int
    quotite: int


class Payroll:
    """Pays by stage; one payslip a distinct situation, however long it lasts."""

    def __init__(self, law: Law, books: PayBooks, rule: Rule, indices: Indices, zone: int) -> None:
        self._law, self._books, self._rule, self._indices, self._zone = law, books, rule, indices, zone
        self._known: dict[tuple[str, str, str, int, bool, KnownIndex | None, int, int], MonthPay | None] = {}

    def in_zone(self, zone: int) -> "Payroll":
        """The same payroll elsewhere."""
        return Payroll(self._law, self._books, self._rule, self._indices, zone)

    def base(self, sujet: Subject) -> str:
        """`grille`, `fourchettes` or `etapes`: what the amounts of a métier rest on."""
        if sujet.corps is not None and self._indices.complete(sujet.corps):
            return GRID
        return BRACKETS if sujet.remuneration is not None else STAGES

    def turns(self, stage: Stage) -> set[int]:
        """The months at which a bracket of the stage's métier starts."""
        pay = stage.sujet.remuneration
        if stage.service is None or pay is None or self.base(stage.sujet) != BRACKETS:
            return set()
        turns = (stage.service + tranche.anciennete_min * MONTHS for tranche in pay.tranches)
        return {month for month in turns if month >= 0}

    def pay(self, stage: Stage, month: int, home: Household) -> MonthPay | None:
        """What a stage pays in a month, None when it is unknown."""
        base = self.base(stage.sujet)
        if base == BRACKETS:
            return self._bracket(stage, month, home.quotite)
        return self.payslip(stage, home) if base == GRID else None

    def payslip(self, stage: Stage, home: Household) -> MonthPay | None:
        """What the grid pays at a stage: from one end of its index to the other when it is
        bounded, None when it is unknown."""
        corps, grade, echelon = stage.sujet.corps, stage.grade, stage.echelon
        if corps is None or grade is None or echelon is None:
            return None
        key = (corps.code, grade.code, echelon.echelon, stage.chevron, stage.pratique, stage.garanti, *home)
        if key not in self._known:
            own = self._indices.known(corps, grade, echelon, stage.chevron)
            known = own if own is None or stage.garanti is None else own.raised(stage.garanti)
            self._known[key] = None if known is None else self._between(stage, home, grade, echelon, known)
        return self._known[key]

    def _between(self, stage: Stage, home: Household, grade: Grade, echelon: Echelon, known: KnownIndex) -> MonthPay:
        if echelon.sourced and known.exact is not None and stage.garanti is None:
            gross, paid, lacking = self._computed(stage, home, grade, echelon)
            return MonthPay(Span(gross, gross), Span(paid.net, paid.net), None, lacking)

        def paid_at(index: int) -> tuple[Cents, EndPay, tuple[str, ...]]:
            return self._computed(stage, home, grade, at_index(echelon, index))

        low, paid, lacking = paid_at(known.min)
        least = least_net(known, paid, lambda index: paid_at(index)[1])
        if known.max is None:
            return MonthPay(Span(low, None), Span(least, None), None, lacking)
        high, most, _ = paid_at(known.max)
        return MonthPay(Span(low, high), Span(least, most.net), None, lacking)

    def _computed(
        self, stage: Stage, home: Household, grade: Grade, echelon: Echelon
    ) -> tuple[Cents, EndPay, tuple[str, ...]]:
        request = PayRequest(
            corps=stage.sujet.corps,
            poste=(grade, echelon),
            chevron=stage.chevron if echelon.lettre else None,
            zone=self._zone,
            enfants=home.enfants,
            quotite=home.quotite,
            periode=_period(stage, grade),
        )
        situation = situation_of(self._law, self._books, request)
        agent = situation.agent
        amounts = ledger_of(self._law, agent).montants
        totals = totals_of(self._law, self._books.lignes, amounts, agent, 0)
        paid = EndPay(totals.net_a_payer_avant_impot, bool(amounts.get(SMIC_TOP_UP)))
        return totals.brut, paid, situation.manque

    def _bracket(self, stage: Stage, month: int, quotite: int) -> MonthPay | None:
        pay = stage.sujet.remuneration
        in_school = stage.grade is not None and stage.grade.code in TRAINING
        if pay is None or stage.service is None or in_school:
            return None
        years = (month - stage.service) // MONTHS
        tranche = next((item for item in reversed(pay.tranches) if item.anciennete_min <= years), None)
        return self._estimated(tranche, quotite) if tranche and tranche.hors_corps is None else None

    def _estimated(self, tranche: Tranche, quotite: int) -> MonthPay:
        share = self._law.quotites[quotite]
        gross = Range(*(prorated(bound, share) for bound in tranche.brut))
        return MonthPay(Span(*gross), Span(*net_of_bracket(gross, self._rule)), tranche.niveau)


def _period(stage: Stage, grade: Grade) -> Periode | None:
    if grade.code not in TRAINING:
        return None
    return "stage" if stage.pratique else "ecole"
