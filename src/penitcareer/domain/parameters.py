"""Dated legal parameters: the value in force on a day."""

from datetime import date
from typing import NamedTuple

from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.money import Cents


class TextSource(NamedTuple):
    """A legal text or a page; `date` of publication, possibly partial."""

    titre: str
    url: str | None
    date: str | None


class DatedValue(NamedTuple):
    """An amount in force from `depuis` until the next one."""

    depuis: date
    valeur: Cents
    source: TextSource


class Parameter(NamedTuple):
    """A dated parameter, oldest value first, and the day it was last checked."""

    libelle: str
    unite: str
    confiance: str
    verifie_le: date
    valeurs: tuple[DatedValue, ...]


class ValueAtDate(NamedTuple):
    """The value that applies on a day. `constant_since` is the day of the last check when
    the day asked comes later: the value is then « à droit constant »."""

    libelle: str
    valeur: Cents
    depuis: date
    source: TextSource
    constant_since: date | None


def value_at(parameter: Parameter, day: date) -> ValueAtDate:
    """The value of a parameter in force on a day; raises NoValueAtDate before the first."""
    in_force = None
    for value in parameter.valeurs:
        if value.depuis > day:
            break
        in_force = value
    if in_force is None:
        raise NoValueAtDate(parameter.libelle, day, parameter.valeurs[0].depuis)
    checked = parameter.verifie_le
    later = (day.year, day.month) > (checked.year, checked.month)
    return ValueAtDate(parameter.libelle, in_force.valeur, in_force.depuis, in_force.source, checked if later else None)


def value_if_known(parameter: Parameter, day: date) -> ValueAtDate | None:
    """The value in force on a day, None before the first known date."""
    return value_at(parameter, day) if day >= parameter.valeurs[0].depuis else None
