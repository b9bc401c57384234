"""Careers as curves: what a chart draws."""

from penitcareer.domain.money import MONTHS, Cents
from penitcareer.domain.records import NamedTuple
from penitcareer.render.words import french


class Step(NamedTuple):
    """Net pay in cents a month from `mois` on (0 is the first month) until the next step.
    Both bounds are equal for an exact pay, and for a floor (`plancher`); None for an unknown
    one."""

    mois: int
    bas: Cents | None
    haut: Cents | None
    plancher: bool = False

    @property
    def pay(self) -> tuple[Cents | None, Cents | None, bool]:
        """Its two bounds, and whether it is at least them."""
        return self.bas, self.haut, self.plancher


class Curve(NamedTuple):
    """A career by its name, and its steps in order of time."""

    nom: str
    pas: tuple[Step, ...]


class Chart(NamedTuple):
    """Curves over the same years. `titre` says what is drawn: « Net avant impôt, par mois ».
    With `eye`, the rows stand elsewhere: what cannot draw leaves the chart out."""

    courbes: tuple[Curve, ...]
    annees: int
    titre: str
    eye: bool = False


class Level(NamedTuple):
    """A known pay from the month `debut` to the month `fin`, which is left out. `plancher`:
    the pay is at least this, and an arrow says so."""

    debut: int
    fin: int
    bas: Cents
    haut: Cents
    plancher: bool = False

    @property
    def band(self) -> bool:
        """Whether the pay is between two bounds."""
        return self.bas < self.haut


ARROW = "↑"  # over a floor
FLOOR = "au moins"
BETWEEN_ARROWS = 6  # columns

Stretch = tuple[Level, ...]  # known pays that follow one another without a gap


def changes(curve: Curve, years: int) -> tuple[Step, ...]:
    """The steps within the years that change the pay."""
    changing: list[Step] = []
    for step in curve.pas:
        if step.mois < years * MONTHS and (not changing or changing[-1].pay != step.pay):
            changing.append(step)
    return tuple(changing)


def stretches(curve: Curve, years: int) -> tuple[Stretch, ...]:
    """The known parts of a curve; between two of them, the pay is unknown."""
    steps = changes(curve, years)
    ends = [*(step.mois for step in steps[1:]), years * MONTHS]
    found: list[list[Level]] = []
    for step, end in zip(steps, ends, strict=True):
        if step.bas is None or step.haut is None:
            continue
        if not found or found[-1][-1].fin < step.mois:
            found.append([])
        found[-1].append(Level(step.mois, end, step.bas, step.haut, step.plancher))
    return tuple(tuple(levels) for levels in found)


def letter(index: int) -> str:
    """The marker of a curve: A for the first, AA after Z."""
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def floors(chart: Chart) -> bool:
    """Whether a chart has a floor."""
    return any(step.plancher for curve in chart.courbes for step in changes(curve, chart.annees))


def amounts(bas: Cents | None, haut: Cents | None, plancher: bool = False) -> str:
    """An exact pay to the cent, a band and a floor to the euro: they are orders of magnitude."""
    if bas is None or haut is None:
        return french.UNKNOWN
    if plancher:
        return f"{FLOOR} {french.rounded_euros(bas)}"
    if bas == haut:
        return french.euros(bas)
    return f"de {french.rounded_euros(bas)} à {french.rounded_euros(haut)}"
