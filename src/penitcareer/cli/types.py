"""What an option takes, one function a kind: its text is read, or refused in one French
sentence that names the option.

Typer gives a parser the text alone, so that a kind is declared with its option. It turns a
ValueError into an English sentence of its own; our errors pass through.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import typer

from penitcareer.domain.errors import InvalidAmount, UsageProblem
from penitcareer.domain.kinds import EARLIEST, LATEST
from penitcareer.render.words.quoting import quoted

Option = typer.models.OptionInfo
Read = Callable[[str], Any]
Completion = Callable[..., Any]
PERCENT, YEARS, CHILDREN, POINTS = ("%",), ("ans", "an"), ("enfants", "enfant"), ("points", "point")


def option(
    name: str, metavar: str, help_: str, read: Read, completion: Completion | None = None, short: str | None = None
) -> Option:
    """An option whose text a function reads; `short`: its one letter."""

    def parse(value: Any) -> Any:
        return read(value) if isinstance(value, str) else value  # Typer has defaults read too

    names = (name, short) if short else (name,)
    found: Option = typer.Option(*names, metavar=metavar, help=help_, parser=parse, autocompletion=completion)
    return found


def text(name: str, metavar: str, help_: str, read: Read = str, completion: Completion | None = None) -> Option:
    """A text that is not empty, read further when it must be."""

    def read_some(given: str) -> Any:
        if not given.strip():
            raise UsageProblem(f"{name} est vide : donnez {metavar}, ou retirez l’option")
        return read(given)

    return option(name, metavar, help_, read_some, completion)


def whole(name: str, metavar: str, bounds: tuple[int, int], help_: str, units: tuple[str, ...] = ()) -> Option:
    """A whole number within bounds, its unit said or not: `80`, `80 %`."""
    lowest, highest = bounds

    def read(given: str) -> int:
        from penitcareer.domain.amounts import whole_number, without_unit

        number = whole_number(without_unit(given, units), lowest, highest)
        if number is None:
            raise UsageProblem(f"{name} attend un nombre entier de {lowest} à {highest}, pas {quoted(given)}")
        return number

    return option(name, metavar, help_, read)


def zone() -> Option:
    """The zone of residence; those who use it know the default."""
    from penitcareer.domain.choices import ZONE

    return whole("--zone", "1|2|3", ZONE, "Zone de résidence (3 par défaut)")


def percentage(name: str, metavar: str, help_: str) -> Option:
    """A percentage of at most two decimals, as its text: `4.2`, `4,2 %`."""

    def read(given: str) -> str:
        from penitcareer.domain.amounts import parse_percentage

        if parse_percentage(given) is None:
            raise UsageProblem(f"{name} attend un pourcentage, pas {quoted(given)}. Exemple : {name} 4.2")
        return given

    return option(name, metavar, help_, read)


def amount(name: str, help_: str, zero: bool = True) -> Option:
    """An amount of money, as its text, which the library reads; `zero`: whether 0 is one."""
    return option(name, "MONTANT", help_, lambda given: amount_of(name, given, zero))


def amount_of(name: str, given: str, zero: bool = True) -> str:
    """The amount given to an option, once sure that it is one. Raises UsageProblem, which names it."""
    from penitcareer.domain.amounts import parse_amount

    if not (zero and given.strip() == "0"):
        try:
            parse_amount(given)
        except InvalidAmount as problem:
            from penitcareer.render.refusals.catalogue import amount as sentence

            raise UsageProblem(sentence(problem, name)) from None
    return given


def choice(name: str, metavar: str, choices: tuple[str, ...], help_: str, short: str | None = None) -> Option:
    """One of a closed list, which completion offers."""
    return option(name, metavar, help_, lambda given: choose(name, given, choices), lambda: list(choices), short)


def choose(name: str, given: str, choices: tuple[str, ...]) -> str:
    """The choice meant; case, accents, spaces and underscores do not count. Raises UsageProblem with the nearest."""
    if given in choices:
        return given
    from penitcareer.domain.names import fold, nearest

    wanted = fold(given).replace(" ", "")
    for one in choices:
        if fold(one).replace(" ", "") == wanted:
            return one
    from penitcareer.render.refusals.catalogue import choice as sentence

    raise UsageProblem(sentence(name, given, choices, nearest(given, choices)))


def day(name: str, metavar: str, help_: str) -> Option:
    """A month or a day."""
    return option(name, metavar, help_, read_day)


def read_day(given: str) -> date:
    """The day of `AAAA-MM-JJ`, the first of a month for `AAAA-MM`. Raises UsageProblem."""
    full = f"{given}-01" if len(given) == len("2026-11") else given
    try:
        found = date.fromisoformat(full)
    except ValueError:
        raise _no_date(given) from None
    # `fromisoformat` also reads 20261121 and 2026-W47-6.
    if full != found.isoformat() or not EARLIEST <= found.year <= LATEST:
        raise _no_date(given)
    return found


def _no_date(given: str) -> UsageProblem:
    return UsageProblem(
        f"Date refusée : {quoted(given)} n’est ni un mois ni un jour entre {EARLIEST} et {LATEST}."
        " Écrivez AAAA-MM ou AAAA-MM-JJ, par exemple --date 2026-11"
    )
