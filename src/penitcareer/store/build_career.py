"""Plain validated career rules (as the snapshot keeps them) to domain values."""

from datetime import date

from penitcareer.domain.career.rules import (
    CareerRules,
    Passerelle,
    Promotion,
    PromotionRate,
    PromotionRoute,
    SchoolPhase,
)
from penitcareer.domain.parameters import TextSource
from penitcareer.store.snapshot import Plain


def career_rules_from(plain: Plain) -> CareerRules:
    """The career rules of a corps."""
    return CareerRules(
        echelon_entree=plain["echelon_entree"],
        ecole=tuple(SchoolPhase(**_sourced(phase)) for phase in plain["ecole"]),
        promotions=tuple(_promotion(promotion) for promotion in plain["promotions"]),
        passerelles=tuple(
            Passerelle(**{**_sourced(bridge), "autres": tuple(bridge["autres"])}) for bridge in plain["passerelles"]
        ),
    )


def _promotion(plain: Plain) -> Promotion:
    rate = plain["taux"]
    return Promotion(
        depuis=plain["depuis"],
        vers=plain["vers"],
        voies=tuple(_route(route) for route in plain["voies"]),
        taux=PromotionRate(**_sourced(rate)) if rate else None,
        raison=plain["raison"],
    )


def _route(plain: Plain) -> PromotionRoute:
    days = {name: date.fromisoformat(plain[name]) if plain[name] else None for name in ("depuis", "jusqu_au")}
    return PromotionRoute(**{**_sourced(plain), **days, "autres": tuple(plain["autres"])})


def _sourced(plain: Plain) -> Plain:
    return {**plain, "source": TextSource(**plain["source"])}
