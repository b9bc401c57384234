"""What can be wrong in data files, and what `penit check` found in them."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong in a data file. `ligne` counts from 1; `champ` is a path such as
    `metiers[2].remuneration.tranches[0].brut.min`, or empty for the whole file."""

    fichier: str
    ligne: int | None
    champ: str
    message: str

    def __str__(self) -> str:
        place = self.fichier if self.ligne is None else f"{self.fichier}:{self.ligne}"
        return f"{place} : {self.champ} : {self.message}" if self.champ else f"{place} : {self.message}"


class CheckReport(NamedTuple):
    """The files read, how many records are right, and every fault. `dossier` is the
    user's folder when nothing else was asked to be checked."""

    fichiers: tuple[str, ...]
    fiches: int
    fautes: tuple[Fault, ...]
    dossier: str | None = None
