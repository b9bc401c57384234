"""An answer under a reform, beside the same under the law alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from penitcareer.api.face import Reponse
from penitcareer.domain.law_gap import COMPARED, law_gap
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.payslip import Payslip, compare_payslips
from penitcareer.domain.staff_effects import StaffEffects

if TYPE_CHECKING:
    from penitcareer.api.face import Regle


def both_laws(answer: Reponse[Any], rule: Regle[Any] | None) -> Reponse[Any]:
    """The difference between both answers, in a view of its own. Raises ContradictoryPay."""
    if rule is None or rule.reforme is None:
        raise ContradictoryPay("sans_reforme")
    if isinstance(answer.valeur, StaffEffects):
        return Reponse(answer.valeur._replace(par_ligne=True), answer._vue, rule)
    if not isinstance(answer.valeur, COMPARED):
        raise ContradictoryPay("droit_seul")
    law = rule.droit().valeur
    if isinstance(law, Payslip) and isinstance(answer.valeur, Payslip):
        from penitcareer.render.views import payslip_gap

        return Reponse(compare_payslips(law, answer.valeur)._replace(deux_lois=True), payslip_gap, rule)
    from penitcareer.render.views import law_gap as view

    return Reponse(law_gap(law, answer.valeur), view, rule)
