"""What a corps pays at each stage of a career, ready for the métiers: few things stand here,
for `list` and `show` load them at each start."""

from datetime import date
from typing import Literal

from penitcareer.domain.choices import Stade
from penitcareer.domain.money import Span
from penitcareer.domain.records import NamedTuple

# What an index of a grid is known by, best first.
Preuve = Literal["grille", "grille_encadree", "grille_supposee"]


class StagePay(NamedTuple):
    """What an échelon pays a month, in cents, in zone 3, without child: gross with the
    sourced bonuses, net before tax. `promotion`: it takes a promotion to be there. `manque`:
    bonuses that exist and whose amount is unknown."""

    stade: Stade
    grade: str
    echelon: str
    promotion: bool
    preuve: Preuve
    brut: Span
    net: Span
    manque: tuple[str, ...]


class CorpsStages(NamedTuple):
    """The stages of a corps, by acronym, from `depuis` on."""

    sigle: str
    depuis: date
    etapes: tuple[StagePay, ...]
