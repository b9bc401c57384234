"""What someone says of themselves, and the name of the corps they belong to."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from penitcareer.domain.errors import Refusal
from penitcareer.domain.metiers.choices import AUCUN
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.names import name_key, nearest


class Profile(NamedTuple):
    """Facts about one person; None is not said. `niveau` and `domaines` are of one diploma,
    `age` on 1 January of the contest's year, `services`, `activite` and `anciennete` in
    completed years; `corps` is a code, or AUCUN."""

    niveau: int | None = None
    domaines: tuple[str, ...] | None = None
    age: int | None = None
    services: int | None = None
    activite: int | None = None
    corps: str | None = None
    anciennete: int | None = None
    nationalite: str | None = None


class UnknownMembership(Refusal):
    """No corps of the data, nor of a condition, has this name."""

    asked: str
    nearest: Sequence[str] = ()


def corps_asked(asked: str, names: Iterable[tuple[str, str]], metiers: Iterable[Metier]) -> str:
    """The code of the corps that a name stands for: AUCUN, one of (name, code) pairs, or a
    corps that only a condition of a métier names. Raises UnknownMembership."""
    codes = {name_key(AUCUN): AUCUN}
    codes |= {name_key(name): code for name, code in reversed(list(names))}
    for metier in metiers:
        for route in metier.acces.voies if metier.acces else ():
            for code in route.exige.corps if route.exige else ():
                codes.setdefault(name_key(code), code)
    if name_key(asked) not in codes:
        near = [codes[name] for name in nearest(asked, tuple(codes))]
        raise UnknownMembership(asked, tuple(dict.fromkeys(near)))
    return codes[name_key(asked)]
