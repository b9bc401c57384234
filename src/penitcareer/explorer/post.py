"""The post of a payslip: what is chosen, what may be, and what it asks the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from penitcareer.domain.choices import AFFECTATIONS, MOST_CHILDREN, ZONES
from penitcareer.explorer.controls import Control, household
from penitcareer.explorer.pane import USUAL, chosen
from penitcareer.render.words import french
from penitcareer.render.words.grades import short_grade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from penitcareer.api.demande import Demande
    from penitcareer.api.live import Bonus
    from penitcareer.domain.pay.grid import GradeGrid, Grid, GridEchelon
    from penitcareer.explorer.pane import Desk

PRIME = "prime:"  # before the code of a bonus, in the name of its control
PLACES = {"deconcentre": "déconcentrée", "centrale": "centrale"}


class Post:
    """A corps, a grade, an échelon and what goes with them. What a new corps or grade does not
    have is forgotten."""

    def __init__(self, desk: Desk, kept: Mapping[str, Any]) -> None:
        self._desk = desk
        self._grids: dict[str, Grid] = {}
        self._opened: dict[tuple[Any, ...], tuple[Bonus, ...]] = {}
        codes = [corps.code for corps in desk.live.corps]
        self.corps: str = chosen(kept, "corps", codes, USUAL if USUAL in codes else codes[0])
        self._grade, self._echelon = "", ""
        self._to_grade(kept.get("grade"), kept.get("echelon"))
        self._facts: dict[str, Any] = {
            "zone": chosen(kept, "zone", ZONES),
            "enfants": chosen(kept, "enfants", range(MOST_CHILDREN + 1), 0),
            "quotite": chosen(kept, "quotite", self._shares, max(self._shares)),
            "affectation": chosen(kept, "affectation", AFFECTATIONS),
        }
        primes = kept.get("primes")
        counts = primes if isinstance(primes, dict) else {}
        self._primes: dict[str, int] = {code: count for code, count in counts.items() if isinstance(count, int)}

    def kept(self) -> dict[str, Any]:
        """What to find again."""
        post = {"corps": self.corps, "grade": self._grade, "echelon": self._echelon}
        return {**post, **self._facts, "primes": self._primes}

    def change(self, name: str, value: Any) -> None:
        """Another value for a control."""
        if name == "corps":
            self.corps = value
            self._facts["affectation"] = None
            self._primes = {}
            self._to_grade(None)
        elif name == "grade":
            self._to_grade(value)
        elif name == "echelon":
            self._echelon = value
        elif name.startswith(PRIME):
            self._primes[name.removeprefix(PRIME)] = int(value)
        else:
            self._facts[name] = value

    def _to_grade(self, grade: Any, echelon: Any = None) -> None:
        """To a grade and an échelon, each the usual one when the corps has none of this name."""
        grades = [one.grade.code for one in self._grid.grades]
        self._grade = grade if grade in grades else self._desk.live.first_grade(self._grid)
        steps = [_step(one) for one in self._steps]
        self._echelon = echelon if echelon in steps else steps[0]

    def asked(self) -> Demande:
        """What the library is asked; nothing that it would suppose by itself."""
        asked = self._bare() | {name: value for name, value in self._facts.items() if value is not None}
        counts = {bonus: self._count(bonus) for bonus in self._bonuses}
        more = [
            bonus.prime.code if bonus.most == 1 else f"{bonus.prime.code}={count}"
            for bonus, count in counts.items()
            if count and not bonus.own
        ]
        less = [bonus.prime.code for bonus, count in counts.items() if bonus.own and not count]
        asked |= {"primes_nommees": more} if more else {}
        asked |= {"sans_primes_nommees": less} if less else {}
        return cast("Demande", asked)

    def controls(self) -> list[Control]:
        """Every fact, in the order in which one would say it."""
        corps = tuple((one.code, one.sigle) for one in self._desk.live.corps)
        grades = tuple((one.grade.code, short_grade(one.grade, self._grid.corps)) for one in self._grid.grades)
        steps = tuple((_step(one), _step_words(one)) for one in self._steps)
        places = ((None, "du corps"), *((place, PLACES[place]) for place in AFFECTATIONS))
        shares = tuple((share, f"{share}{french.FIXED}%") for share in self._shares)
        return [
            Control("corps", "Corps", corps, self.corps),
            Control("grade", "Grade", grades, self._grade),
            Control("echelon", "Échelon", steps, self._echelon),
            *household(self._facts["zone"], self._facts["enfants"]),
            Control("quotite", "Temps de travail", shares, self._facts["quotite"]),
            Control("affectation", "Affectation", places, self._facts["affectation"]),
            *(self._bonus(bonus) for bonus in self._bonuses),
        ]

    def _bonus(self, bonus: Bonus) -> Control:
        counts: tuple[tuple[int, str], ...] = ((0, "non"), (1, "oui"))
        if bonus.most > 1:
            counts = tuple((count, str(count) if count else "non") for count in range(bonus.most + 1))
        unit = f" ({bonus.prime.unite})" if bonus.prime.unite else ""
        name = bonus.prime.sigle or bonus.prime.libelle
        return Control(f"{PRIME}{bonus.prime.code}", f"{name}{unit}", counts, self._count(bonus))

    def _count(self, bonus: Bonus) -> int:
        return max(min(self._primes.get(bonus.prime.code, int(bonus.own)), bonus.most), 0)

    def _bare(self) -> dict[str, Any]:
        """The corps, the grade and the échelon."""
        echelon, _, chevron = self._echelon.partition("/")
        known = {"corps": self.corps, "grade": self._grade, "echelon": echelon}
        return known | ({"chevron": int(chevron)} if chevron else {})

    @property
    def _grid(self) -> Grid:
        if self.corps not in self._grids:
            self._grids[self.corps] = self._desk.penit.grille(self.corps).valeur
        return self._grids[self.corps]

    @property
    def _bonuses(self) -> tuple[Bonus, ...]:
        """The bonuses that the grade may have where it serves."""
        place = self._facts["affectation"]
        key = (self.corps, self._grade, place)
        if key not in self._opened:
            post = self._bare() | ({"affectation": place} if place else {})
            self._opened[key] = self._desk.live.bonuses(cast("Demande", post))
        return self._opened[key]

    @property
    def _shares(self) -> list[int]:
        return sorted(self._grid.loi.quotites)

    @property
    def _steps(self) -> tuple[GridEchelon, ...]:
        grade: GradeGrid = next(one for one in self._grid.grades if one.grade.code == self._grade)
        return grade.echelons


def _step(step: GridEchelon) -> str:
    """An échelon, and its chevron when it has several."""
    return step.echelon.echelon if step.chevron is None else f"{step.echelon.echelon}/{step.chevron}"


def _step_words(step: GridEchelon) -> str:
    index = f" · IM {step.indice_majore}" if step.indice_majore is not None else ""
    return french.echelon(step.echelon.echelon, step.chevron) + index
