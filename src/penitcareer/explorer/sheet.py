"""The parts of a sheet: what each asks the library, and the command that prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from penitcareer.api import Penit
    from penitcareer.api.face import Reponse


class Part(NamedTuple):
    """A tab. `words`: of its command, whose métier comes after the first."""

    titre: str
    words: tuple[str, ...]
    ask: Callable[[Penit, str], Reponse[Any]]


PARTS = (
    Part("Résumé", ("show",), lambda penit, metier: penit.metier(metier)),
    Part("Salaire", ("show", "--section", "salaire"), lambda penit, metier: penit.metier(metier, section="salaire")),
    Part("Accès", ("acces",), lambda penit, metier: penit.acces(metier)),
    Part("Missions", ("show", "--section", "missions"), lambda penit, metier: penit.metier(metier, section="missions")),
    Part("Carrière", ("carriere",), lambda penit, metier: penit.carriere(metier)),
    Part("Sources", ("sources",), lambda penit, metier: penit.sources(metier)),
)
