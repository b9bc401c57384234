"""What a métier pays at school, at the start and at the end: the best proof of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from penitcareer.domain.choices import Stade
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import net_of_bracket
from penitcareer.domain.metiers.remuneration import Remuneration, RemunerationPubliee
from penitcareer.domain.money import MONTHS, Cents, Span, divide
from penitcareer.domain.pay.stage_pay import CorpsStages
from penitcareer.domain.records import NamedTuple

if TYPE_CHECKING:
    from penitcareer.domain.metiers.metier import Metier

PreuveRepere = Literal["grille", "grille_encadree", "grille_supposee", "officiel", "publie", "indicatif"]
Stages = Mapping[str, CorpsStages]  # those in force, by acronym of a corps
NO_STAGES: Stages = {}
STADES: tuple[Stade, ...] = ("ecole", "debut", "fin")
BEST_FIRST: tuple[PreuveRepere, ...] = (
    "grille", "grille_encadree", "grille_supposee", "officiel", "publie", "indicatif",
)  # fmt: skip


class Repere(NamedTuple):
    """A pay a month at a stage, in cents; the gross or the net may be unknown. `source`: the
    échelon, or the id of a source of the record. `promotion`: it takes one to be there.
    `manque`: bonuses known to exist whose amount is unknown. `precision`: what a published
    amount counts, in its source's terms. `grade`: that of the échelon."""

    stade: Stade
    preuve: PreuveRepere
    brut: Span | None
    net: Span | None
    date: str | None
    source: str
    promotion: bool = False
    manque: tuple[str, ...] = ()
    precision: str | None = None
    grade: str | None = None


def published(metier: "Metier") -> tuple[Repere, ...]:
    """The published amounts of a record that say their stage, and whether they are gross."""
    natures = {source.id: source.nature for source in metier.sources}
    return tuple(
        Repere(
            stade=item.stade,
            preuve="officiel" if natures[item.source] == "officiel" else "publie",
            brut=_monthly(item) if item.base == "brut" else None,
            net=_monthly(item) if item.base == "net" else None,
            date=item.date,
            source=item.source,
            precision=item.precision,
        )
        for item in metier.remunerations_publiees
        if item.stade is not None and item.base != "non_precise"
    )


def reperes_of(
    corps: Sequence[str],
    pay: Remuneration | None,
    publies: Iterable[Repere],
    stages: Stages,
    rule: Rule,
) -> tuple[Repere, ...]:
    """The best repère of each stage of a métier, in order: by its proof, then by its date.
    `publies`: its published amounts. The end of a career is given with and without promotion when both are known."""
    proofs = [*_of_grid(corps, stages), *publies, *_of_brackets(pay, rule)]
    chosen: list[Repere] = []
    for stade in STADES:
        at_stage = [repere for repere in proofs if repere.stade == stade]
        for promotion in (True, False):
            same = [repere for repere in at_stage if repere.promotion is promotion]
            same.sort(key=lambda repere: repere.date or "", reverse=True)
            best = min(same, key=lambda repere: BEST_FIRST.index(repere.preuve), default=None)
            if best is not None and (not chosen or chosen[-1].stade != stade or best.preuve.startswith("grille")):
                chosen.append(best)
    return tuple(chosen)


def at(reperes: Iterable[Repere], stade: Stade) -> Repere | None:
    """The repère put forward for a stage."""
    return next((repere for repere in reperes if repere.stade == stade), None)


def highest_net(reperes: Iterable[Repere]) -> Cents | None:
    """The highest net known of a métier, None when no net is."""
    return max((repere.net.max or repere.net.min for repere in reperes if repere.net is not None), default=None)


def _of_grid(corps: Sequence[str], stages: Stages) -> Iterator[Repere]:
    """The stages of the first corps of a métier: the others are those of a later career."""
    first = next(iter(corps), "")
    found = stages.get(first)
    if found is None:
        return
    for stage in found.etapes:
        place = f"{first}, {stage.grade}, {stage.echelon}"
        yield Repere(
            stage.stade,
            stage.preuve,
            stage.brut,
            stage.net,
            found.depuis.isoformat(),
            place,
            stage.promotion,
            stage.manque,
            None,
            stage.grade,
        )


def _of_brackets(pay: Remuneration | None, rule: Rule) -> Iterator[Repere]:
    if pay is None:
        return
    stages: tuple[tuple[Stade, int], ...] = (("debut", 0), ("fin", -1))
    for stade, position in stages:
        bracket = pay.tranches[position]
        if bracket.hors_corps is None:
            net = net_of_bracket(bracket.brut, rule)
            yield Repere(stade, "indicatif", Span(*bracket.brut), Span(*net), None, pay.source)


def _monthly(item: RemunerationPubliee) -> Span | None:
    low, high = (item.min, item.max) if item.montant is None else (item.montant, item.montant)
    if low is None or high is None:
        return None
    months = MONTHS if item.periode == "an" else 1
    return Span(divide(low, months), divide(high, months))
