"""What can be wrong in data files, and what a check found in them."""

from penitcareer.domain.records import NamedTuple


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


class IgnoredFile(NamedTuple):
    """A file of the user's that is left out, and how many faults it has."""

    fichier: str
    fautes: int


class CheckReport(NamedTuple):
    """The files read, how many records are right, and the faults: the first ones, and how
    many are omitted. `dossier` is the user's folder when nothing else was asked to be
    checked."""

    fichiers: tuple[str, ...]
    fiches: int
    fautes: tuple[Fault, ...]
    omises: int = 0
    dossier: str | None = None
