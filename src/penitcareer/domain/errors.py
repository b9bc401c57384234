"""Expected errors. Each keeps its parts and writes its own French sentence:
what was asked, what is wrong, what to type next."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from penitcareer.domain.checks import Fault


def quoted(text: str) -> str:
    """A user's text between French quotes, shortened so that a message stays one line."""
    return f"« {shortened(text)} »"


def shortened(text: str) -> str:
    """A user's text, or its start when it is long."""
    return text if len(text) <= 60 else text[:57] + "…"


def suggestion(names: Sequence[str]) -> str:
    """« Vouliez-vous dire … ? » for the nearest names, or nothing."""
    if not names:
        return ""
    return f" Vouliez-vous dire {' ou '.join(names)} ?"


class PenitError(Exception):
    """Something asked for was not found, or was refused by the domain."""


class UsageProblem(PenitError):
    """The command line itself is wrong."""


class UnknownMetier(PenitError):
    """No métier has this code, alias, acronym or title."""

    def __init__(self, asked: str, nearest: Sequence[str] = ()) -> None:
        self.asked, self.nearest = asked, tuple(nearest)
        super().__init__(f"Métier inconnu : {quoted(asked)}.{suggestion(nearest)} Liste : penit list")


class SeveralMetiers(PenitError):
    """A name that stands for more than one métier, or several names where one is due."""

    def __init__(self, asked: str, codes: Sequence[str]) -> None:
        self.asked, self.codes = asked, tuple(codes)
        super().__init__(
            f"{quoted(asked)} désigne plusieurs métiers : {', '.join(codes)}."
            f" Donnez un code, par exemple : penit show {codes[0]}"
        )


class UnknownSigle(PenitError):
    """No acronym of the glossary has this spelling."""

    def __init__(self, asked: str, nearest: Sequence[str] = ()) -> None:
        self.asked, self.nearest = asked, tuple(nearest)
        super().__init__(f"Sigle inconnu : {quoted(asked)}.{suggestion(nearest)} Liste : penit sigle")


class NoValueAtDate(PenitError):
    """A dated value asked for a day before its first known date."""

    def __init__(self, label: str, day: date, known_since: date) -> None:
        self.label, self.day, self.known_since = label, day, known_since
        super().__init__(
            f"{label} : aucune valeur connue au {day.isoformat()}, la première vaut depuis le"
            f" {known_since.isoformat()}. Choisissez une date plus récente avec --date"
        )


class InvalidAmount(UsageProblem):
    """A text that is not one unambiguous amount of money."""

    def __init__(self, asked: str, reason: str, option: str | None = None) -> None:
        self.asked, self.reason, self.option = asked, reason, option
        of, example = (f" pour {option}", f"{option} 2500") if option else ("", "penit net 3500")
        super().__init__(f"Montant refusé{of} : {quoted(asked)}, {reason}. Exemple : {example}")


class InvalidDate(UsageProblem):
    """A text that is not a month or a day."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(
            f"Date refusée : {quoted(asked)} n’est ni un mois ni un jour entre 1990 et 2100."
            " Écrivez AAAA-MM ou AAAA-MM-JJ, par exemple --date 2026-11"
        )


class InvalidChoice(UsageProblem):
    """An option whose value is not in its list."""

    def __init__(self, option: str, asked: str, choices: Sequence[str], nearest: Sequence[str] = ()) -> None:
        self.option, self.asked, self.choices = option, asked, tuple(choices)
        super().__init__(
            f"{option} : valeur inconnue {quoted(asked)}.{suggestion(nearest)} Valeurs possibles : {', '.join(choices)}"
        )


MOST_FAULTS = 1_000


class InvalidData(PenitError):
    """One or more faults in data files, the first ones kept and the `omitted` counted; the
    message gives the first and the count."""

    def __init__(self, faults: "Sequence[Fault]", omitted: int = 0) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        self.omitted = omitted + len(faults) - len(self.faults)
        others = len(self.faults) - 1 + self.omitted
        more = f" (et {others} autre{'s' if others > 1 else ''})" if others else ""
        super().__init__(f"{self.faults[0]}{more}. Détail : penit check {quoted_path(self.faults[0].fichier)}")


class MissingPath(UsageProblem):
    """A file or folder that is not there."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"Chemin introuvable : {quoted(path)}. Vérifiez le nom, ou listez le dossier")


class UnwritableFile(PenitError):
    """A file asked for with --sortie that cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"Écriture impossible : {quoted(path)}, {reason}. Choisissez un autre --sortie")


def quoted_path(path: str) -> str:
    """A path as it can be pasted in a shell."""
    return f'"{path}"' if " " in path else path
