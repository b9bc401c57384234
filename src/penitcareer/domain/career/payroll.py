"""What a stage of a career pays: a payslip where the index is sourced, the métier's
indicative bracket elsewhere, nothing where neither is known."""

from typing import NamedTuple

from penitcareer.domain.career.indices import Indices
from penitcareer.domain.career.plan import Subject
from penitcareer.domain.career.walk import Stage
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import net_of_bracket
from penitcareer.domain.metiers.metier import Tranche
from penitcareer.domain.money import MONTHS, Range, divide
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import ledger_of, totals_of
from penitcareer.domain.pay.corps import TRAINING, Echelon, Grade
from penitcareer.domain.pay.law import Law, Share
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import situation_of

GRID, BRACKETS, STAGES = "grille", "fourchettes", "etapes"


class MonthPay(NamedTuple):
    """Gross and net before tax in cents a month; both bounds are equal when exact. `niveau`
    names the bracket used, None for a payslip."""

    brut: Range
    net: Range
    niveau: str | None


class Household(NamedTuple):
    """What changes a pay beside the stage: children, and the part-time share."""

    enfants: int
    quotite: int


class Payroll:
    """Pays by stage; one payslip a distinct situation, however long it lasts."""

    def __init__(self, law: Law, books: PayBooks, rule: Rule, indices: Indices, zone: int) -> None:
        self._law, self._books, self._rule, self._indices, self._zone = law, books, rule, indices, zone
        self._known: dict[tuple[str, str, str, int, bool, int, int], MonthPay | None] = {}

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
        return {stage.service + tranche.anciennete_min * MONTHS for tranche in pay.tranches}

    def pay(self, stage: Stage, month: int, home: Household) -> MonthPay | None:
        """What a stage pays in a month, None when it is unknown."""
        base = self.base(stage.sujet)
        if base == BRACKETS:
            return self._bracket(stage, month, home.quotite)
        return self.payslip(stage, home) if base == GRID else None

    def payslip(self, stage: Stage, home: Household) -> MonthPay | None:
        """The exact pay of a stage, None when its index is unsourced."""
        corps, grade, echelon = stage.sujet.corps, stage.grade, stage.echelon
        if corps is None or grade is None or echelon is None:
            return None
        key = (corps.code, grade.code, echelon.echelon, stage.chevron, stage.pratique, *home)
        if key not in self._known:
            sourced = self._indices.of(corps, grade, echelon, stage.chevron) is not None
            self._known[key] = self._computed(stage, (grade, echelon), home) if sourced else None
        return self._known[key]

    def _computed(self, stage: Stage, post: tuple[Grade, Echelon], home: Household) -> MonthPay:
        _, echelon = post
        request = PayRequest(
            corps=stage.sujet.corps,
            poste=post,
            chevron=stage.chevron if echelon.lettre else None,
            zone=self._zone,
            enfants=home.enfants,
            quotite=home.quotite,
            stage_pratique=stage.pratique,
        )
        agent = situation_of(self._law, self._books, request).agent
        totals = totals_of(self._law, self._books.lignes, ledger_of(self._law, agent).montants, agent, 0)
        gross, net = totals.brut, totals.net_a_payer_avant_impot
        return MonthPay(Range(gross, gross), Range(net, net), None)

    def _bracket(self, stage: Stage, month: int, quotite: int) -> MonthPay | None:
        pay = stage.sujet.remuneration
        in_school = stage.grade is not None and stage.grade.code in TRAINING
        if pay is None or stage.service is None or in_school:
            return None
        years = (month - stage.service) // MONTHS
        tranche = next((item for item in reversed(pay.tranches) if item.anciennete_min <= years), None)
        return self._estimated(tranche, quotite) if tranche else None

    def _estimated(self, tranche: Tranche, quotite: int) -> MonthPay:
        share = self._law.quotites[quotite]
        gross = _prorated(tranche.brut, share)
        return MonthPay(gross, net_of_bracket(gross, self._rule), tranche.niveau)


def _prorated(amounts: Range, share: Share) -> Range:
    return Range(*(divide(bound * share.numerateur, share.denominateur) for bound in amounts))
