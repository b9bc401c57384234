"""What `penit check` found in data files."""

from typing import NamedTuple

from penitcareer.domain.errors import Fault


class CheckReport(NamedTuple):
    """The files read, how many records are right, and every fault. `dossier` is the
    user's folder when nothing else was asked to be checked."""

    fichiers: tuple[str, ...]
    fiches: int
    fautes: tuple[Fault, ...]
    dossier: str | None = None
