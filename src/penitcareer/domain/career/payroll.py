"""What a stage of a career pays: a payslip where the index is sourced, the métier's
indicative bracket elsewhere, nothing where neither is known."""

from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.career.walk import Stage
from penitcareer.domain.choices import Periode
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import net_of_bracket
from penitcareer.domain.metiers.remuneration import Tranche
from penitcareer.domain.money import MONTHS, Range, Span
from penitcareer.domain.pay.arithmetic import prorated
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.corps import Echelon, Grade
from penitcareer.domain.pay.known_index import KnownIndex, at_index, least_net
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import PostPay, pay_of_post
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
            paid = self._computed(stage, home, grade, echelon)
            return MonthPay(Span(paid.brut, paid.brut), Span(paid.fin.net, paid.fin.net), None, paid.manque)

        def pay_at(index: int) -> PostPay:
            return self._computed(stage, home, grade, at_index(echelon, index))

        low = pay_at(known.min)
        least = least_net(known, low.fin, lambda index: pay_at(index).fin)
        if known.max is None:
            return MonthPay(Span(low.brut, None), Span(least, None), None, low.manque)
        high = pay_at(known.max)
        return MonthPay(Span(low.brut, high.brut), Span(least, high.fin.net), None, low.manque)

    def _computed(self, stage: Stage, home: Household, grade: Grade, echelon: Echelon) -> PostPay:
        request = PayRequest(
            corps=stage.sujet.corps,
            poste=(grade, echelon),
            chevron=stage.chevron if echelon.lettre else None,
            zone=self._zone,
            enfants=home.enfants,
            quotite=home.quotite,
            periode=_period(stage, grade),
        )
        return pay_of_post(self._law, self._books, request)

    def _bracket(self, stage: Stage, month: int, quotite: int) -> MonthPay | None:
        pay = stage.sujet.remuneration
        in_school = stage.grade is not None and stage.grade.in_training
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
    if not grade.in_training:
        return None
    return "stage" if stage.pratique else "ecole"
