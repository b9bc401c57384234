"""The zones of residence: what each pays, and the one that is taken when none is said."""

from penitcareer.domain.money import TenThousandths
from penitcareer.domain.pay.law import Law


def default_zone(law: Law) -> int:
    """The zone of who gives none."""
    return next(zone.zone for zone in law.zones if zone.par_defaut)


def residence_rate(law: Law, zone: int | None) -> TenThousandths:
    """Rate of the indemnité de résidence of a zone, 0 where there is none."""
    name = next((item.parametre for item in law.zones if item.zone == zone), None)
    return 0 if name is None else law.valeurs.named(name)


def dearest_zone(law: Law) -> int:
    """The zone that pays the most."""
    return max((zone.zone for zone in law.zones), key=lambda zone: residence_rate(law, zone))
