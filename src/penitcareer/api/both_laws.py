"""An answer under a reform, beside the same under the law alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from penitcareer.domain.across.law_gap import COMPARED, law_gap
from penitcareer.domain.pay.errors import ContradictoryPay
from penitcareer.domain.pay.payslip import Payslip, compare_payslips
from penitcareer.domain.staff_effects import StaffEffects

if TYPE_CHECKING:
    from collections.abc import Callable

    from penitcareer.render.view import View


def both_laws(reform: object, view: View[Any], law: Callable[[], Any]) -> tuple[Any, View[Any]]:
    """The difference between what a reform answers, in this view, and what `law` answers alone; and
    the view of that difference. Raises ContradictoryPay for what has no lines to compare."""
    if isinstance(reform, StaffEffects):
        return reform._replace(par_ligne=True), view
    if not isinstance(reform, COMPARED):
        raise ContradictoryPay("droit_seul")
    alone = law()
    if isinstance(alone, Payslip) and isinstance(reform, Payslip):
        from penitcareer.render.views import payslip_gap

        return compare_payslips(alone, reform)._replace(deux_lois=True), payslip_gap
    from penitcareer.render.views import law_gap as view_of_gap

    return law_gap(alone, reform), view_of_gap
