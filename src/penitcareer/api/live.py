"""What live controls offer: the names that words match, the bonuses open to a post, the grades
that a career may reach. A choice that is not offered here is one that the library would refuse."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from penitcareer.domain.choices import DIPLOMES, NATIONALITES
from penitcareer.domain.errors import PenitError
from penitcareer.store.memory import remember, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from penitcareer.api import Penit
    from penitcareer.api.demande import Demande
    from penitcareer.domain.metiers.listing import ListLine
    from penitcareer.domain.pay.corps import Corps, Grade
    from penitcareer.domain.pay.grid import Grid
    from penitcareer.domain.pay.payslip import Payslip
    from penitcareer.domain.pay.primes import Prime

MOST_UNITS = 31


class Bonus(NamedTuple):
    """A bonus that a post may have. `own`: it comes with the post, unless it is taken out;
    `most`: how many units a month may hold, 1 for one that is not counted."""

    prime: Prime
    own: bool
    most: int


class Live:
    """The choices of a catalogue on the day of a `Penit`."""

    def __init__(self, penit: Penit) -> None:
        self._penit = penit

    @cached_property
    def lines(self) -> tuple[ListLine, ...]:
        """Every métier, in the order of the catalogue."""
        return self._penit.metiers().valeur.lignes

    def filtered(self, filiere: str | None, diplome: str | None) -> list[ListLine]:
        """Those of a filière that one enters with a diploma, of the same lines: their pay is not
        worked out anew."""
        from penitcareer.domain.metiers.listing import Filters, kept_by

        asked = Filters(filiere=filiere, niveau=None if diplome is None else DIPLOMES[diplome])
        return [line for line in self.lines if kept_by(line.entree, asked)]

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every name of each métier, folded, and the popular words that stand for it, as one
        text whose words all follow a space."""
        catalogue = self._penit._catalogue
        found = {
            one.code: "".join(text.racines for text in one.passages if text.champ == "mots_cles")
            for one in catalogue.searchables()
        }
        for name, code in catalogue.names:
            found[code] += f" {name}"
        return found

    def ahead(self) -> Iterator[object]:
        """Read what will be asked for, one thing at a time; the last one reads every record."""
        yield self._names
        yield self.corps
        yield self._penit.eligible(nationalite=NATIONALITES[0])

    def named(self, words: str) -> frozenset[str] | None:
        """The codes whose names hold words that start so; None when no word is given."""
        from penitcareer.domain.names import words_of

        asked = [f" {word}" for word in words_of(words)]
        if not asked:
            return None
        return frozenset(code for code, names in self._names.items() if all(word in names for word in asked))

    @cached_property
    def corps(self) -> tuple[Corps, ...]:
        """Every corps, ours or the user's."""
        return self._penit._catalogue.corps

    def corps_of(self, metier: str) -> Corps | None:
        """The first corps of a métier, None when it has none."""
        try:
            return self._penit._catalogue.corps_of(metier)
        except PenitError:
            return None

    @staticmethod
    def first_grade(grid: Grid) -> str:
        """The grade that a career starts with."""
        from penitcareer.domain.pay.corps import grade_named

        return grade_named(grid.corps, None, grid.loi.jour).code

    def bonuses(self, post: Demande) -> tuple[Bonus, ...]:
        """The bonuses of a post: its own, then those that it may ask for."""
        slip = self._slip(post)
        if slip is None:
            return ()
        primes = self._penit._catalogue.pay_books.primes
        held = {item.prime.code for item in (*slip.situation.primes, *slip.situation.primes_inconnues)}
        held |= {line.code for line in slip.bulletin.lignes}
        own = [Bonus(prime, True, 1) for prime in primes if prime.code in held]
        others = [prime for prime in primes if prime.can_be_asked and prime.code not in held]
        return (*own, *(Bonus(prime, False, _most(prime)) for prime in others if self._accepted(post, prime)))

    def _accepted(self, post: Demande, prime: Prime) -> bool:
        return self._slip({**post, "primes_nommees": [prime.code]}) is not None

    def _slip(self, post: Demande) -> Payslip | None:
        """The payslip of a post, the lower of two; None when it is refused."""
        from penitcareer.domain.pay.payslip_range import PayslipRange

        try:
            result = self._penit.paie(**post).valeur
        except PenitError:
            return None
        return result.bas if isinstance(result, PayslipRange) else result

    def promotions(self, metiers: Sequence[str]) -> dict[str, tuple[tuple[Grade, Corps], ...]]:
        """The grades that one may be promoted to, by code: that of each corps of these métiers."""
        found: dict[str, tuple[tuple[Grade, Corps], ...]] = {}
        for corps in filter(None, map(self.corps_of, metiers)):
            reached = {promotion.vers for promotion in corps.carriere.promotions}
            for grade in corps.grades:
                if grade.code in reached:
                    found[grade.code] = (*found.get(grade.code, ()), (grade, corps))
        return found

    def before(self, metiers: Sequence[str], grade: str) -> list[str]:
        """The grades that one is promoted to on the way to this one, in order."""
        open_to = self.promotions(metiers)
        found: list[str] = []
        for corps in (corps for _, corps in open_to.get(grade, ())):
            codes = [one.code for one in corps.grades]
            found += [code for code in codes[: codes.index(grade)] if code in open_to and code not in found]
        return found

    def reached(self, metiers: Sequence[str], grade: str, **asked: Any) -> dict[str, int]:
        """The first year of a promotion, and of those that it lacks on the way; empty when none is accepted."""
        wishes = dict(asked.pop("promotions", ()))
        added: dict[str, int] = {}
        for code in (*(one for one in self.before(metiers, grade) if one not in wishes), grade):
            year = self.first_year(metiers, code, promotions=[*(wishes | added).items()], **asked)
            if year is not None:
                added[code] = year
        return added if grade in added else {}

    def first_year(self, metiers: Sequence[str], grade: str, **asked: Any) -> int | None:
        """The first year that a promotion to a grade may be asked for, None when none is."""
        from penitcareer.domain.career.errors import NotNextGrade, PromotionTooEarly, SchoolNotOver

        others = [(code, year) for code, year in asked.pop("promotions", ()) if code != grade]
        try:
            self._penit.carriere(*metiers, promotions=[*others, (grade, 1)], **asked)
        except PromotionTooEarly as early:
            return early.possible
        except SchoolNotOver as school:
            return school.first
        except NotNextGrade:
            return None
        except PenitError:
            return None
        return 1

    @staticmethod
    def remembered() -> dict[str, Any]:
        """What the last session kept."""
        return remembered()

    @staticmethod
    def remember(values: Mapping[str, Any]) -> None:
        """Keep this for the next session."""
        remember(values)


def _most(prime: Prime) -> int:
    return min(prime.nombre_max or 1, MOST_UNITS) if prime.by_unit else 1
