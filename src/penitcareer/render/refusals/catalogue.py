"""What is said of a name, an amount, a file or a date."""

from collections.abc import Sequence
from itertools import zip_longest

from penitcareer.domain.amounts import LONGEST
from penitcareer.domain.checks import IgnoredFile
from penitcareer.domain.choices import AUCUN
from penitcareer.domain.entry.profile import ProfileContradiction, UnknownMembership
from penitcareer.domain.errors import (
    InvalidAmount,
    InvalidChoice,
    InvalidData,
    MissingPath,
    NotAPercentage,
    NothingToSearch,
    NoValueAtDate,
    OutOfBounds,
    PenitError,
    SeveralMetiers,
    SeveralStarts,
    UnknownMetier,
    UnknownSigle,
    WrongCount,
)
from penitcareer.render.refusals.flags import Flags
from penitcareer.render.words.quoting import quoted, quoted_path, suggestion

DATED = {
    "bulletin": "Bulletin de paie",
    "bareme_a": "Barème A (indice brut, indice majoré)",
    "hors_echelle": "Hors échelle",
    "impot": "Taux d’impôt par défaut",
}
AMOUNTS = {
    "trop_long": f"plus de {LONGEST} caractères",
    "vide": "il est vide",
    "negatif": "un montant est positif",
    "pas_de_chiffres": "il s’écrit avec des chiffres de 0 à 9, par exemple 3500, « 3 500,50 » ou 3,5k",
    "ambigu": "ambigu : écrivez {} (milliers) ou {} (virgule décimale)",
    "decimales": "deux décimales au plus",
    "bornes": "il doit dépasser 0 et ne pas dépasser 1 000 000 €",
}


STARTS = {"puis": "cpip --puis dpip@9", "depuis": "dsp --depuis echelon=5", "im": "cpip --im 450"}


def say(error: PenitError, flags: Flags) -> str | None:
    """The sentence of an error that any command may meet, None for the others."""
    match error:
        case UnknownMetier():
            return f"Métier inconnu : {quoted(error.asked)}.{suggestion(error.nearest)} Liste : penit list"
        case UnknownSigle():
            return f"Sigle inconnu : {quoted(error.asked)}.{suggestion(error.nearest)} Liste : penit sigle"
        case SeveralMetiers():
            named = zip_longest(error.codes, error.titles)
            several = f"{quoted(error.asked)} désigne plusieurs métiers : {', '.join(_named(*one) for one in named)}."
            return f"{several} Donnez un code, par exemple : {flags.again(error.asked, error.codes[0])}"
        case UnknownMembership():
            unknown = f"Corps inconnu : {quoted(error.asked)}.{suggestion(error.nearest)}"
            return f"{unknown} Liste : penit grille ; sans corps : {flags['corps']} {AUCUN}"
        case NoValueAtDate():
            return _no_value(error)
        case InvalidAmount():
            return amount(error, error.field and flags[error.field])
        case InvalidChoice():
            return choice(flags[error.field], error.asked, error.choices, error.nearest)
        case InvalidData():
            return _faults(error)
    return _unfit(error, flags)


def _named(code: str, title: str | None) -> str:
    return f"{code} ({title})" if title else code


def _unfit(error: PenitError, flags: Flags) -> str | None:
    """The sentence of a request out of its bounds, None for the others."""
    match error:
        case OutOfBounds():
            return f"{flags[error.field]} va de {error.lowest} à {error.highest}, pas {quoted(str(error.given))}"
        case ProfileContradiction():
            return _contradiction(error, flags)
        case NotAPercentage():
            return f"Un pourcentage va de 0 à 100, deux décimales au plus, pas {quoted(error.given)}"
        case WrongCount():
            return _count(error)
        case NothingToSearch():
            return "Donnez au moins un mot à chercher. Exemple : penit find juge"
        case SeveralStarts():
            option, example = flags[error.event], STARTS[error.event]
            return f"{option} va avec un seul métier de départ. Exemple : penit carriere {example}"
        case MissingPath():
            return f"Chemin introuvable : {quoted(error.path)}. Vérifiez le nom, ou listez le dossier"
    return None


def amount(error: InvalidAmount, option: str | None = None) -> str:
    """The sentence of a text that is no amount, maybe the one given to an option."""
    of, example = (f" pour {option}", f"{option} 2500") if option else ("", "penit net 3500")
    reason = AMOUNTS[error.why].format(*error.readings)
    return f"Montant refusé{of} : {quoted(error.asked)}, {reason}. Exemple : {example}"


def choice(option: str, asked: str, choices: Sequence[str], near: Sequence[str] = ()) -> str:
    """The sentence of a value that is not in the list of an option."""
    return f"{option} : valeur inconnue {quoted(asked)}.{suggestion(near)} Valeurs possibles : {', '.join(choices)}"


def ignored(file: IgnoredFile) -> str:
    """The warning for a file of the user's that is left out."""
    faults = "une erreur" if file.fautes == 1 else f"{file.fautes} erreurs"
    return f"Fichier ignoré ({faults}) : {file.fichier}. Détail : penit check"


def _count(error: WrongCount) -> str:
    if error.answer == "compare":
        asked = f"compare demande de {error.fewest} à {error.most} métiers différents et en a reçu {error.given}."
        return f"{asked} Exemple : penit compare cpip dspip"
    asked = f"carriere compare {error.most} métiers au plus et en a reçu {error.given}."
    return f"{asked} Exemple : penit carriere cpip dspip dsp"


def _contradiction(error: ProfileContradiction, flags: Flags) -> str:
    both = f"{flags[error.field]} {error.given} contredit {flags[error.against]} {error.figure}"
    if error.against == "age":
        return f"{both} : à cet âge, {error.bound} au plus"
    return f"{both} : les années passées dans un corps sont aussi des services publics"


def _no_value(error: NoValueAtDate) -> str:
    named = DATED.get(error.what, error.what)
    unknown = f"{named} : aucune valeur connue au {error.day.isoformat()}"
    since = f"la première vaut depuis le {error.known_since.isoformat()}"
    return f"{unknown}, {since}. Choisissez une date plus récente avec --date"


def _faults(error: InvalidData) -> str:
    """The first fault, and how many more."""
    first, others = error.faults[0], len(error.faults) - 1 + error.omitted
    more = f" (et {others} autre{'s' if others > 1 else ''})" if others else ""
    said = f"{first}{more}"
    return f"{said}{'' if said.endswith('?') else '.'} Détail : penit check {quoted_path(first.fichier)}"
