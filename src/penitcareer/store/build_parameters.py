"""Plain validated parameters to domain values; apart from records, which `net` never reads."""

from datetime import date

from penitcareer.domain.estimate import Rule
from penitcareer.domain.parameters import DatedValue, Parameter, TextSource
from penitcareer.store.snapshot import Plain


def rule_from(plain: Plain) -> Rule:
    """The estimation rule."""
    return Rule(
        plain["libelle"], plain["retenue_min"], plain["retenue_max"], plain["reserve"], TextSource(**plain["source"])
    )


def parameter_from(plain: Plain) -> Parameter:
    """A dated parameter."""
    values = tuple(
        DatedValue(date.fromisoformat(value["depuis"]), value["valeur"], TextSource(**value["source"]))
        for value in plain["valeurs"]
    )
    checked = date.fromisoformat(plain["verifie_le"])
    return Parameter(plain["libelle"], plain["unite"], plain["confiance"], checked, values)
