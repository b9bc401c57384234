"""The parts of a sheet: what each asks the library, and the command that prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from penitcareer.api import Penit
    from penitcareer.api.face import Reponse


class Tab(NamedTuple):
    """One of them. `words`: of its command, whose métier comes after the first."""

    titre: str
    words: tuple[str, ...]
    ask: Callable[[Penit, str], Reponse[Any]]


PARTS = (
    Tab("Résumé", ("show",), lambda penit, metier: penit.metier(metier)),
    Tab("Salaire", ("show", "--section", "salaire"), lambda penit, metier: penit.metier(metier, section="salaire")),
    Tab("Accès", ("acces",), lambda penit, metier: penit.acces(metier)),
    Tab("Missions", ("show", "--section", "missions"), lambda penit, metier: penit.metier(metier, section="missions")),
    Tab("Carrière", ("carriere",), lambda penit, metier: penit.carriere(metier)),
    Tab("Sources", ("sources",), lambda penit, metier: penit.sources(metier)),
)
