"""The answer about a staff under a reform, beside the law alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from penitcareer.api.face import Regle, Reponse
from penitcareer.domain.pay.errors import ContradictoryPay

if TYPE_CHECKING:
    from penitcareer.api import Penit
    from penitcareer.domain.staff_effects import StaffEffects


def effects_answer(effects: StaffEffects, penit: Penit) -> Reponse[StaffEffects]:
    """The effects of a reform on a staff, in their view."""
    from penitcareer.render.views import staff_effects

    return Reponse(effects, staff_effects, Regle(penit.reforme, penit.le, _of_both_laws))


def _of_both_laws() -> StaffEffects:
    """What the law alone answers: nothing that could be compared. Raises ContradictoryPay."""
    raise ContradictoryPay("droit_seul")
