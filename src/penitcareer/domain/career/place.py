"""Where a pay stands in a métier: brackets, échelons, the SMIC and the other métiers."""

from collections.abc import Iterable, Iterator

from penitcareer.domain.estimate import Rule, gross_range
from penitcareer.domain.metiers.brackets import Bracket, net_of_bracket
from penitcareer.domain.metiers.listing import Entry, MetierPay, pay_of
from penitcareer.domain.metiers.reperes import BEST_FIRST, NO_STAGES, PreuveRepere, Stages, at, reperes_of
from penitcareer.domain.money import Cents, Range, divide
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.pay.grid import Grid
from penitcareer.domain.records import NamedTuple

BELOW, WITHIN, ABOVE = "sous", "dans", "au_dessus"


class Standing(NamedTuple):
    """Where an amount stands in a range: `sous`, `dans` or `au_dessus`; `part_pour_mille`:
    the share of the range under it, None outside or when the range is one amount."""

    place: str
    part_pour_mille: int | None


class BracketPlace(NamedTuple):
    """Where the amount stands in a seniority bracket."""

    tranche: Bracket
    position: Standing


class EchelonPlace(NamedTuple):
    """The échelon of a grade whose pay the amount reaches (None: not even the first), and
    the one above it (None: the last is reached), each with its monthly gross and net."""

    grade: str
    atteint: "EchelonPay | None"
    suivant: "EchelonPay | None"


class EchelonPay(NamedTuple):
    """An échelon, or a chevron of its letter, and what it pays a month, bonuses included; net
    before tax."""

    echelon: str
    brut: Cents
    net: Cents
    chevron: int | None = None


class CorpsPlace(NamedTuple):
    """The amount in the official grid of a corps; no grade when no index is sourced."""

    grille: Grid
    grades: tuple[EchelonPlace, ...]

    @property
    def manque(self) -> tuple[str, ...]:
        """The bonuses that the échelons lack, by name."""
        return self.grille.manque


class MetierPlace(NamedTuple):
    """The amount against the displayed range of another métier."""

    code: str
    titre: str
    affichee: Range
    position: Standing


class CareerPlace(NamedTuple):
    """The amount from what a métier pays at the start to what it pays at the end, by their
    best proofs. `preuve`: the weaker of both. `manque`: the bonuses left out, unknown;
    `plancher`: whether the end is known from below only."""

    code: str
    titre: str
    sigle: str | None
    fourchette: Range
    preuve: PreuveRepere
    position: Standing
    manque: tuple[str, ...] = ()
    plancher: bool = False


class Place(NamedTuple):
    """A monthly pay, gross or `net`, in a métier. `brut`: the gross it stands for, a range
    when estimated. `fourchette`: what the métier displays, without what is not its corps'
    pay. `smic_pour_mille`: that gross against the SMIC of the day. `carriere`: from the start
    to the end, None unless both are known."""

    montant: Cents
    net: bool
    brut: Range
    metier: Entry
    paie: MetierPay | None
    fourchette: Range | None
    affichee: Standing | None
    tranches: tuple[BracketPlace, ...]
    corps: CorpsPlace | None
    autres: tuple[MetierPlace, ...]
    smic: ValueAtDate | None
    smic_pour_mille: Range | None
    regle: Rule
    carriere: CareerPlace | None = None
    autres_carrieres: tuple[CareerPlace, ...] = ()


def place_of(
    amount: Cents,
    is_net: bool,
    metier: Entry,
    entries: Iterable[Entry],
    rule: Rule,
    smic: ValueAtDate | None,
    grid: Grid | None,
    stages: Stages = NO_STAGES,
) -> Place:
    """Place a monthly pay (net before tax if `is_net`) among what is known of a métier."""
    gross = gross_range(amount, rule) if is_net else Range(amount, amount)
    pay = pay_of(metier.remuneration, rule, smic)
    brackets = tuple(item for item in pay.tranches if item.hors_corps is None) if pay else ()
    usable = _usable(metier, rule, is_net)
    entries = tuple(entries)
    careers = {entry.code: _career(entry, amount, is_net, rule, stages) for entry in (metier, *entries)}
    return Place(
        montant=amount,
        net=is_net,
        brut=gross,
        metier=metier,
        paie=pay,
        fourchette=usable,
        affichee=position(amount, usable) if usable else None,
        tranches=tuple(BracketPlace(item, position(amount, item.net if is_net else item.brut)) for item in brackets),
        corps=CorpsPlace(grid, tuple(_grades(grid, amount, is_net))) if grid else None,
        autres=tuple(_others(amount, is_net, metier, entries, rule)),
        smic=smic,
        smic_pour_mille=Range(*(divide(bound * 1000, smic.valeur) for bound in gross)) if smic else None,
        regle=rule,
        carriere=careers[metier.code],
        autres_carrieres=tuple(found for code, found in careers.items() if found and code != metier.code),
    )


def _career(entry: Entry, amount: Cents, is_net: bool, rule: Rule, stages: Stages) -> CareerPlace | None:
    """The amount from the start to the end of a métier, None unless both are known."""
    known = reperes_of(entry.corps, entry.remuneration, entry.publies, stages, rule)
    start, end = at(known, "debut"), at(known, "fin")
    first, last = (found and (found.net if is_net else found.brut) for found in (start, end))
    if start is None or end is None or first is None or last is None:
        return None
    bounds = Range(first.min, max(first.min, last.max or last.min))
    proof = max(start.preuve, end.preuve, key=BEST_FIRST.index)
    lacks = tuple(dict.fromkeys((*start.manque, *end.manque)))
    stands = position(amount, bounds)
    return CareerPlace(entry.code, entry.titre, entry.sigle, bounds, proof, stands, lacks, last.max is None)


def position(amount: Cents, bounds: Range) -> Standing:
    """Where an amount stands in a range, both bounds included."""
    if amount < bounds.min:
        return Standing(BELOW, None)
    if amount > bounds.max:
        return Standing(ABOVE, None)
    width = bounds.max - bounds.min
    return Standing(WITHIN, divide((amount - bounds.min) * 1000, width) if width else None)


def _grades(grid: Grid, amount: Cents, is_net: bool) -> Iterator[EchelonPlace]:
    for grade in grid.grades:
        if grade.grade.in_training:
            continue
        paid = [
            EchelonPay(step.echelon.echelon, step.brut, step.net, step.chevron)
            for step in grade.echelons
            if step.brut is not None and step.net is not None
        ]
        if not paid:
            continue
        reached = [step for step in paid if (step.net if is_net else step.brut) <= amount]
        above = [step for step in paid if step not in reached]
        yield EchelonPlace(grade.grade.titre, reached[-1] if reached else None, above[0] if above else None)


def _usable(metier: Entry, rule: Rule, is_net: bool) -> Range | None:
    """What a métier displays, gross or net, None when nothing of it stands for its pay."""
    gross = metier.remuneration.usable if metier.remuneration else None
    return net_of_bracket(gross, rule) if gross is not None and is_net else gross


def _others(amount: Cents, is_net: bool, metier: Entry, entries: Iterable[Entry], rule: Rule) -> Iterator[MetierPlace]:
    for entry in entries:
        shown = _usable(entry, rule, is_net)
        if entry.code != metier.code and shown is not None:
            yield MetierPlace(entry.code, entry.titre, shown, position(amount, shown))
