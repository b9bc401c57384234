"""The parameters of the payslip, by name: declared here, dated and sourced in `data/droit/`."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from penitcareer.domain.kinds import Annotated, Bounds, Euros, Taux
from penitcareer.domain.pay.errors import UnknownLegalValue

Nombre = Annotated[int, Bounds(0, 10_000)]


class LawValues:
    """The parameters in force on a day: euros in cents, rates in ten-thousandths, indices,
    points and numbers of ceilings as they are. Asking for one that is unknown on that day
    raises UnknownLegalValue."""

    smic: Euros
    point_100: Euros
    minimum_traitement: Nombre
    ir_zone_1: Taux
    ir_zone_2: Taux
    sft_fixe_1: Euros
    sft_fixe_2: Euros
    sft_fixe_3: Euros
    sft_fixe_sup: Euros
    sft_taux_2: Taux
    sft_taux_3: Taux
    sft_taux_sup: Taux
    sft_plancher: Nombre
    sft_plafond: Nombre
    cti_points: Nombre
    pss_plancher: Nombre
    heures_sup_annee: Nombre
    heures_sup_majoration: Taux
    transfert_a: Euros
    transfert_b: Euros
    transfert_c: Euros
    pension: Taux
    pension_pss_majoration: Taux
    rafp: Taux
    rafp_plafond: Taux
    csg_deductible: Taux
    csg_non_deductible: Taux
    crds: Taux
    csg_abattement: Taux
    csg_abattement_plafonds: Nombre
    ic_csg: Taux
    plafond_ss: Euros
    vieillesse_plafonnee: Taux
    vieillesse_deplafonnee: Taux
    ircantec_a: Taux
    ircantec_b: Taux
    ircantec_plafonds: Nombre
    alsace_moselle: Taux

    def __init__(self, known: Mapping[str, int], day: date) -> None:
        self.__dict__.update(known)
        self._day = day

    if not TYPE_CHECKING:  # so that mypy refuses a name that is not declared above

        def __getattr__(self, name: str) -> int:
            # Only reached for a name without value: a hole of the data, or a slip in code.
            if name in LawValues.__annotations__:
                raise UnknownLegalValue(name, self._day)
            raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LawValues) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def knows(self, name: str) -> bool:
        """Whether a parameter is known on the day."""
        return name in self.__dict__

    def named(self, name: str) -> int:
        """The parameter of this name, for a record that names it; raises as an attribute."""
        value: int = getattr(self, name)
        return value
