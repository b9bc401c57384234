"""The value of a dated amount on a day, with what it rests on."""

from datetime import date

from penitcareer.domain.dated import Parameter, TextSource, constant_since, in_force
from penitcareer.domain.money import Cents
from penitcareer.domain.records import NamedTuple


class ValueAtDate(NamedTuple):
    """The value that applies on a day. `droit_constant_depuis` is the day of the last check when
    the day asked comes later: the value is then « à droit constant »."""

    libelle: str
    valeur: Cents
    depuis: date
    source: TextSource
    droit_constant_depuis: date | None


def value_if_known(parameter: Parameter[Cents], day: date) -> ValueAtDate | None:
    """The value in force on a day, None before the first known date or when it is unknown."""
    found = in_force(parameter.valeurs, day)
    if found is None or found.valeur is None:
        return None
    constant = constant_since(parameter.verifie_le, day)
    return ValueAtDate(parameter.libelle, found.valeur, found.depuis, found.source, constant)
